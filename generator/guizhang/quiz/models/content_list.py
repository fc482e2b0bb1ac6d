"""What belongs in a record or a reply: keys from the list that says so, distractors from the lists for others.

What a register holds cannot be guessed from manners, as what staff must or must not do often can: “shift the blame”
beside “hear the customer out” asks for no rule. So only lists of things to write down or to tell make items.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Option
from guizhang.model.text import LANGS, Text
from guizhang.quiz.clauses import escaped
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.models.lists import RuleList, content_lists
from guizhang.quiz.models.made import betrays_itself, cited, item_id, themes_of

NAME = "content-list"
_OPTIONS = 5
_FEWEST = 2
"""Of keys and of distractors."""
_ALIKE = 2
"""Chinese characters in a row that make two things too much alike to tell apart."""
