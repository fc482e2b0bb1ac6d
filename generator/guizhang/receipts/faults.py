"""Faults of receipts: ACK010 to ACK026."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, whole_file
from guizhang.sealing.dropped import REASONS
from guizhang.tables.faults import at
from guizhang.tables.table import Place

_NAMED = 5
"""Most people named in one message."""
NOTE, WARNING = Severity.NOTE, Severity.WARNING
_AGAIN = (
    "请本人把原来的文件再交一次，或者重新确认",
    "ask for the file as it was saved, or have the reading confirmed again",
)
_ASK = ("问清情况，再决定是否采用", "find out what happened before you count it")


def no_receipt(path: str, reason: str) -> Diagnostic:
    """ACK010: something else, or nothing."""
    zh, en = REASONS.get(reason, (reason, reason))
    return whole_file(
        path, "ACK010", (zh, en), ("确认交来的是 receipt-….json", "check that this is the file receipt-….json")
    )


def unreadable(path: str, reason: Message) -> Diagnostic:
    """ACK010: the operating system does not give the file."""
    return whole_file(path, "ACK010", (reason.zh, reason.en), ("检查路径和权限", "check its path and permissions"))


def cut(path: str) -> Diagnostic:
    """ACK011: only a part of it."""
    return whole_file(
        path, "ACK011", ("回执不完整，或者被改动过", "the receipt is not all there, or was changed"), _AGAIN
    )


def other_key(path: str, kid: str) -> Diagnostic:
    """ACK012: sealed to another key."""
    return whole_file(
        path, "ACK012",
        (f"回执是用另一把公钥封存的（{kid[:12]}…）", f"the receipt is sealed to another key ({kid[:12]}…)"),
        ("用 --key 指定网站所用公钥对应的私钥", "name with --key the private half of the key the site was built with"),
    )  # fmt: skip


def altered(path: str) -> Diagnostic:
    """ACK013: the seal is broken."""
    return whole_file(
        path, "ACK013",
        ("回执封存后被改动或损坏，一个字也不采信", "the receipt was changed or damaged after it was sealed; nothing in it is believed"),
        _AGAIN,
    )  # fmt: skip


def no_acknowledgement(path: str, reason: str) -> Diagnostic:
    """ACK014: the seal holds, but the site would not have sealed this."""
    return whole_file(
        path, "ACK014",
        (f"封存的内容不是阅读确认（{reason}）", f"what is sealed is no confirmation of reading ({reason})"),
        ("考试答卷用 guizhang grade 批改", "answers of an exam are graded by guizhang grade"),
    )  # fmt: skip


def other_handbook(path: str, found: str) -> Diagnostic:
    """ACK015: another company's handbook, or another handbook of this one."""
    return whole_file(
        path, "ACK015",
        (f"回执属于另一本手册：{found}", f"the receipt is about another handbook: {found}"),
        ("用那本手册的文件夹登记它", "register it with the folder of that handbook"),
    )  # fmt: skip


def unsealed(path: str) -> Diagnostic:
    """ACK016: anybody could have written this."""
    return at(
        Place(Source(path)), WARNING, "ACK016",
        ("回执没有封存：浏览器不能加密；内容可能被改过", "the receipt is not sealed: the browser could not; it may have been changed"),
        ("请本人签字，或者换一个浏览器重新确认", "have the person sign, or confirm again in another browser"),
    )  # fmt: skip


def unknown_text(path: str, edition: str) -> Diagnostic:
    """ACK017: no edition on record had this text."""
    said = edition or "—"
    return at(
        Place(Source(path)), WARNING, "ACK017",
        (f"回执所写的版次是 {said}，但它的文本与任何已知版次都不同", f"the receipt names edition {said}, but its text is that of no known edition"),
        ("用 --edition 指出当时的版次（git 版本或文件夹）；网站可能是由未记录的内容生成的",
         "name that edition with --edition (a git revision or a folder); the site may have been built from content that was not recorded"),
    )  # fmt: skip


def earlier(path: str, edition: str, changed: int) -> Diagnostic:
    """ACK018: the rules have changed since."""
    return at(
        Place(Source(path)), NOTE, "ACK018",
        (f"确认的是 {edition} 版，此后有 {changed} 部规章改动",
         f"this confirms edition {edition}; {changed} regulation{' has' if changed == 1 else 's have'} changed since"),
        ("请本人阅读改动后再确认一次", "have the changes read and confirmed"),
    )  # fmt: skip


def stranger(path: str, who: str) -> Diagnostic:
    """ACK019: not on the roster."""
    return at(
        Place(Source(path)), WARNING, "ACK019",
        (f"名单上没有工号 {who!r}", f"nobody on the roster has the number {who!r}"),
        ("核对工号是否输错；是本公司员工的，补进名单", "check the number for a slip; add the person to the roster if they belong there"),
    )  # fmt: skip


def other_name(path: str, found: str, expected: str) -> Diagnostic:
    """ACK020: number and name do not belong together."""
    return at(
        Place(Source(path)), WARNING, "ACK020",
        (f"工号属于 {expected}，回执写的是 {found}", f"the number is that of {expected}, the receipt says {found}"),
        ("问清是输错还是代人确认", "find out whether it is a slip or somebody confirmed for another"),
    )  # fmt: skip


def superseded(path: str, other: str) -> Diagnostic:
    """ACK021: the same person confirmed the same list more than once."""
    return at(
        Place(Source(path)), NOTE, "ACK021",
        (f"同一人确认过不止一次，算 {other}", f"the same person confirmed more than once; {other} counts"),
        ("无须处理", "nothing needs to be done"),
    )  # fmt: skip


def copy(path: str, first: str) -> Diagnostic:
    """ACK022: one confirmation handed in twice."""
    return at(
        Place(Source(path)), NOTE, "ACK022",
        (f"与 {first} 是同一次确认", f"this is the same confirmation as {first}"),
        ("无须处理", "nothing needs to be done"),
    )  # fmt: skip


def from_the_future(path: str) -> Diagnostic:
    """ACK023: the reader's clock was wrong, or set."""
    return at(
        Place(Source(path)), WARNING, "ACK023",
        ("确认时间晚于现在：对方电脑的时钟不准，或被调过", "it was confirmed later than now: the reader's clock is wrong, or was set"),
        _ASK,
    )  # fmt: skip


def no_key(path: str) -> Diagnostic:
    """ACK024: a sealed receipt and nothing to open it with."""
    return whole_file(
        path, "ACK024",
        ("回执是封存的，没有给出私钥", "the receipt is sealed, and no private key was given"),
        ("加上 --key private-key.pem", "add --key private-key.pem"),
    )  # fmt: skip


def other_list(path: str, found: str, expected: str) -> Diagnostic:
    """ACK025: what was read is not what is asked of this person."""
    return at(
        Place(Source(path)), WARNING, "ACK025",
        (f"确认的是“{found}”的规章，名单上的岗位是“{expected}”", f"the rules for {found} were confirmed, the roster says {expected}"),
        ("请本人确认自己岗位的规章，或者改正名单", "have the rules of the person's own role confirmed, or mend the roster"),
    )  # fmt: skip


def no_role(path: str, role: str, who: Sequence[str], known: Sequence[str]) -> Diagnostic:
    """ACK026: a role of the roster that the handbook does not have."""
    listed = ", ".join(who[:_NAMED]) + (" …" if len(who) > _NAMED else "")
    near = difflib.get_close_matches(role, known, 1, 0.6)
    hint = (f"是否想写 {near[0]}？", f"did you mean {near[0]}? ") if near else ("", "")
    return at(
        Place(Source(path)), WARNING, "ACK026",
        (f"手册里没有名单上的岗位 {role!r}（{listed}）：这些人确认哪一份都算",
         f"the handbook has no role {role!r} of the roster ({listed}): any list they confirm will do"),
        (f"{hint[0]}在名单里写 handbook.yaml 的 roles 里的岗位",
         f"{hint[1]}write a role that stands under roles in handbook.yaml"),
    )  # fmt: skip
