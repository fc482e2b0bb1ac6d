"""Rows of tables in two languages: what is in neither, a number or an amount, stands in both."""

from __future__ import annotations


def as_row(text: str, translation: str) -> str:
    """Return the translation of a row of cells with the cells that say nothing in words; any other one as it is.

    Args:
        text: The row, its cells parted by tabs.
        translation: What its other cells say in the other language.
    """
    cells, told = text.split("\t"), translation.split("\t")
    spoken = [any(map(str.isalpha, cell)) for cell in cells]
    if len(cells) == 1 or all(spoken) or sum(spoken) != len(told):
        return translation
    left = iter(told)
    return "\t".join(next(left) if says else cell for cell, says in zip(cells, spoken, strict=True))
