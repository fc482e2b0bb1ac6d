"""What a sentence names once: 违反第二十三条的，属于第（一）项…, where the item is one of the article named before.

Reads: what the mention before leads to. Writes: where a level counted within an article leads to in its light.
"""

from __future__ import annotations

import re

from guizhang.facts.descent import SMALL, down
from guizhang.facts.tree import Target, Tree
from guizhang.zh.mentions import Mention

_ENDS = re.compile("[。!?！？]")
_JOINED = re.compile(" ?(?:、|,|，|和|及|与|與|或|以及|或者| and | or |, ) ?")
_SAID = re.compile("[上前][述列开開]|[前上]揭")
_BRACKETED = re.compile("[(（][^()（）]{1,4}[)）] ?(?:[款項项点點]|$)")


def in_sentence(
    mention: Mention, before: Mention, named: list[Target], own: list[Target], text: str, tree: Tree
) -> list[Target]:
    """Return what *mention* leads to beside or below what the one before it named; nothing where it stands for itself.

    Args:
        mention: A level counted within an article, by its number alone.
        before: The mention before it in *text*.
        named: What that one leads to.
        own: What *mention* leads to where nothing was named before.
        text: The text both stand in.
        tree: The document.
    """
    between = text[before.end : mention.start]
    said = bool(mention.anchor and _SAID.fullmatch(mention.anchor))
    if not named or mention.title or not mention.steps or mention.steps[0].level not in SMALL:
        return []
    if mention.anchor and not said:
        return []
    joined = said or (_JOINED.fullmatch(between) and not mention.bare)
    if own and any(step.level == mention.steps[0].level for step in before.steps[:-1]):
        # 第一项第二款及第二项: a level that was named above another one stands beside it.
        return []
    if mention.taken or _ENDS.search(between) or (_fits(mention, own) and not joined):
        return []
    place, paragraph = named[-1]
    homes: list[Target] = [(place, paragraph), *((tree.at(node), None) for node in reversed(place.above))]
    if (list_of := tree.introducing(place)) is not None:
        homes.insert(1, list_of)
    for home, row in homes:
        if home.node.type in ("article", "item", "paragraph"):
            found = down(mention.steps, home, None, tree, row)
            itself = any(target.node is home.node for target, _ in found)
            if found and not itself and _fits(mention, found) and len(found) >= len(mention.steps[-1].numbers):
                return found
    return []


def _fits(mention: Mention, targets: list[Target]) -> bool:
    """Tell whether what was found is what the mention says: items for 项, printed in brackets where it has them."""
    nodes = [place.node for place, _ in targets]
    if not nodes or (mention.steps[-1].level == "item" and any(node.type != "item" for node in nodes)):
        return False
    return not _BRACKETED.search(mention.span) or all(
        node.type != "item" or not node.label or node.label[0] in "(（" for node in nodes
    )
