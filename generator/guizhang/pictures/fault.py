"""What is wrong with a picture, in both languages."""

from __future__ import annotations

from guizhang.diagnostics import GuizhangError, Message


class Unusable(GuizhangError):
    """A picture that cannot be used: what was found, and how to mend it."""

    def __init__(self, problem: Message, mend: Message, code: str = "BRD003") -> None:
        super().__init__(problem.en)
        self.code = code
        self.problem = problem
        self.mend = mend


def broken(what: str) -> Unusable:
    """Return the fault of a file that stops in the middle or holds nonsense; *what* is its kind."""
    return Unusable(
        Message(f"{what} 文件已损坏", f"this {what} is broken"),
        Message("用看图软件打开后另存一份", "open it in a picture viewer and save it again"),
    )
