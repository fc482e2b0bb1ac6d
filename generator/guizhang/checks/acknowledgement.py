"""The public key that receipts of reading are sealed to is there, and no private key lies in the handbook's folder.

Fails (ACK001 to ACK003): no such file, or outside the handbook's folder (ACK001), no public key (ACK002), a private key
beside the public one (ACK003): whoever copies or publishes the folder would give away what opens the receipts.
Passes: ``acknowledgement: {key: keys/public-key.jwk}``. Fails: ``acknowledgement: {key: keys/private-key.pem}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guizhang.diagnostics import Diagnostic, Message, Severity
from guizhang.sealing.keys import NoKey, load_public
from guizhang.yamlio.content import Loaded

_PRIVATE = b"PRIVATE KEY-----"
_LOC = ("acknowledgement", "key")


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield ACK001, ACK002 and ACK003."""
    wanted = loaded.handbook.settings.acknowledgement
    if wanted is None:
        return
    root = Path(loaded.settings_path).parent.parent
    path = root / wanted.key

    def fault(code: str, problem: Message, mend: Message) -> Diagnostic:
        place = loaded.locate(loaded.settings_path, _LOC)
        return Diagnostic(code, Severity.ERROR, place, ".".join(_LOC), problem, mend)

    if not path.resolve().is_relative_to(root.resolve()) or not path.is_file():
        yield fault(
            "ACK001",
            Message(f"手册文件夹里没有 {wanted.key}", f"there is no {wanted.key} in the handbook's folder"),
            Message(
                "用 guizhang exam keygen 生成钥匙，把 public-key.jwk 复制到手册文件夹",
                "make a key with guizhang exam keygen and copy public-key.jwk into the handbook's folder",
            ),
        )
        return
    try:
        load_public(path.read_bytes())
    except (NoKey, OSError) as error:
        yield fault(
            "ACK002",
            Message(f"{wanted.key} 不是公钥：{error}", f"{wanted.key} is no public key: {error}"),
            Message("写 public-key.jwk 或 public-key.pem 的路径", "name public-key.jwk or public-key.pem"),
        )
    for beside in sorted(path.parent.glob("*.pem")):
        if _PRIVATE in beside.read_bytes():
            yield fault(
                "ACK003",
                Message(
                    f"手册文件夹里有私钥：{beside.name}", f"a private key lies in the handbook's folder: {beside.name}"
                ),
                Message("把私钥移到别处保管", "move the private key to a safe place elsewhere"),
            )
