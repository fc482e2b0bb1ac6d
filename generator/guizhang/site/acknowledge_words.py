"""Words of the pages on which staff confirm that they have read the rules."""

from __future__ import annotations

ACKNOWLEDGE_WORDS: dict[str, tuple[str, str]] = {
    "ack": ("阅读确认", "Confirm reading"),
    "ack-link": ("读完了，去确认", "I have read it: confirm"),
    "ack-whole": ("全部规章", "All rules"),
    "ack-lead": (
        "读完下列规章后，在这里确认。确认的是下面列出的版本，以后改动的内容要另行确认。",
        "Confirm here when you have read the rules below. You confirm the versions listed; what changes later is confirmed anew.",
    ),
    "ack-what": ("您确认的内容", "What you confirm"),
    "ack-rule": ("规章", "Regulation"),
    "ack-version": ("版本", "Version"),
    "ack-rules": ("条数", "Rules"),
    "ack-hash": ("文本摘要", "Hash of the text"),
    "ack-hash-note": (
        "摘要由条文逐字算出，改动一个字就会不同，用来说明确认的是哪一版文本。只算与这份名目有关的条款。",
        (
            "A hash is worked out from every letter of the text and changes with it: it says which text was confirmed. It covers "
            "the provisions of this list only."
        ),
    ),
    "ack-others": ("只要确认本岗位的规章时，到这里：", "To confirm the rules of your role only, go to:"),
    "ack-total": ("合计", "In all"),
    "ack-you": ("您的信息", "About you"),
    "ack-name": ("姓名", "Name"),
    "ack-number": ("工号", "Staff number"),
    "ack-yes": (
        "我已阅读并理解上面列出的规章。",
        "I have read and understood the rules listed above.",
    ),
    "ack-confirm": ("确认", "Confirm"),
    "ack-need-name": ("请填写姓名", "Enter your name"),
    "ack-need-number": ("请填写工号", "Enter your staff number"),
    "ack-need-yes": ("读完后请勾选这一项", "Tick this when you have read the rules"),
    "ack-private": (
        "您填写的内容只写进回执，不会从本页发送，也不会留在这台设备上。",
        "What you enter goes into the receipt only; this page sends nothing and keeps nothing on this device.",
    ),
    "ack-done": ("回执已生成", "Your receipt is ready"),
    "ack-not-yet": (
        "把回执交上去，确认才算完成。",
        "Your confirmation counts once the receipt is handed in.",
    ),
    "ack-file": ("回执文件", "Receipt file"),
    "ack-code": ("回执码，请记下", "Receipt code: note it down"),
    "ack-at": ("确认时间（本机时钟）", "Confirmed at (by this device)"),
    "ack-hand-in": (
        "把回执文件交给发给您这个链接的人：作为附件发邮件、放进共享文件夹，或者把下面的文字粘贴到表单里。",
        (
            "Give the file to whoever sent you here: attach it to a mail, put it into the shared folder, or paste the text below "
            "into the form."
        ),
    ),
    "ack-save": ("保存文件", "Save the file"),
    "ack-copy": ("复制文字", "Copy the text"),
    "ack-text": ("回执文字", "Receipt as text"),
    "ack-next": ("清除，换下一位", "Clear for the next person"),
    "ack-unsealed": (
        "这个浏览器不能加密（页面不是经 https 打开的，或浏览器太旧），回执没有封存，收件人会请您另行签字。",
        (
            "This browser cannot encrypt (the page was not opened by https, or the browser is old). The receipt is not sealed, and "
            "you will be asked to sign for it."
        ),
    ),
    "ack-no-script": (
        "请在浏览器中启用 JavaScript 后确认，或者在纸上签字。",
        "Turn on JavaScript to confirm, or sign on paper.",
    ),
}
