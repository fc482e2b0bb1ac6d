"""What is done to the text of a rule before it stands in an item."""

from __future__ import annotations

import re

from guizhang.model.text import Text


def bare(text: str) -> str:
    """Return the text of a list item without the punctuation that ends it."""
    return re.sub(r"(?:[；;，,]\s*(?:以及|或者|and|or))?[；;。.，,]*$", "", text.strip()).strip()


def escaped(text: Text) -> Text:
    """Return printed text as an item holds it: a literal ``${`` must not become a placeholder."""
    zh, en = (value.replace("${", "$${") if value else value for value in (text.zh, text.en))
    return Text(zh=zh, en=en)


def inner(text: str) -> str:
    """Return *text* with its quotation marks as they are inside a quotation."""
    return text.replace("“", "‘").replace("”", "’").replace("「", "‘").replace("」", "’")
