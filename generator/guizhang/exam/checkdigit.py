"""The check character printed behind ids: whoever types one in wrong, or takes a sheet of another exam, is told."""

from __future__ import annotations

import unicodedata

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_character(text: str) -> str:
    """Return the check character of *text*: every wrong character is noticed, and nearly every exchange of two.

    Args:
        text: Characters of `ALPHABET`.

    Raises:
        ValueError: *text* holds another character.

    Source: ISO/IEC 7064, hybrid system MOD 37,36.
    """
    rest = 36
    for character in text:
        total = (rest + ALPHABET.index(character)) % 36 or 36
        rest = total * 2 % 37
    return ALPHABET[(37 - rest) % 36]


def sheet_check(exam: str, form: str, candidate: str) -> str:
    """Return the check character of a sheet, over its exam, its form and its candidate, in this order.

    Args:
        exam: The record's ``exam_id``.
        form: Id of the form.
        candidate: Id of the candidate, any characters; empty on a sheet for nobody in particular.
    """
    return check_character("".join(_spelt(part) for part in (exam, form, candidate)))


def _spelt(text: str) -> str:
    """Return *text* in characters of `ALPHABET`: capitals for small letters, its number in Unicode for anything else."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(c if c in ALPHABET else f"{ord(c):X}" for c in plain)
