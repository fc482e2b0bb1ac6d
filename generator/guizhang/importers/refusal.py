"""The one way an import says no: with the reason and what to do, in both languages."""

from __future__ import annotations

from guizhang.diagnostics import GuizhangError


class ImportRefused(GuizhangError):
    """A file that cannot be imported at all; nothing has been written."""

    def __init__(
        self, reason_zh: str, reason_en: str, mend_zh: str, mend_en: str, *, line: int = 1, column: int = 1
    ) -> None:
        """Say why the file is refused and what its owner can do.

        Args:
            reason_zh: What was found and what was expected, in Chinese.
            reason_en: The same in English.
            mend_zh: An instruction to the file's owner, in Chinese.
            mend_en: The same in English.
            line: Line of the first fault, from 1.
            column: Column of the first fault, from 1.
        """
        super().__init__(reason_en)
        self.reason_zh = reason_zh
        self.reason_en = reason_en
        self.mend_zh = mend_zh
        self.mend_en = mend_en
        self.line = line
        self.column = column
