"""References to articles of the document itself that it does not have: 依第三十条办理 in rules of thirteen articles.

Only what is surely of this document is named: 依, 按照, 违反 and the like stand right before the number, and the sentence
speaks of no law, contract or other document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Diagnostic, Message, Severity, Source
from guizhang.facts.found import LineOf, RuleDocument, walk
from guizhang.facts.references import find_resolved
from guizhang.zh.numerals import to_int

_ARTICLE = re.compile("第(?P<number>[^第章节節编編款项項条條]{1,6})[条條]")
_OWN = re.compile(
    "(?:依照?|依据|依據|按照?|根据|根據|违反|違反|适用|適用|参照|參照|本(?:规[定则]|規[定則]|制度|办法|辦法)(?:之|的)?)$"
)
_OTHER = re.compile("[《》「」『』]|[法]第|条例|條例|该|該|上级|上級|合同|契约|契約|协议|協議|章程|附件")
_LEAST = 3
"""Articles from which a document counts as numbered by 条."""


def dangling(documents: Sequence[RuleDocument], path: str, line_of: LineOf) -> Iterator[Diagnostic]:
    """Yield IMP132 for each reference to an article that is not there; *path* names the source."""
    homes = {node.id: (i, node.text) for i, document in enumerate(documents) for node, _ in walk(document.nodes)}
    articles = [
        {node.number for node, _ in walk(d.nodes) if node.type == "article" and node.label.startswith("第")} - {None}
        for d in documents
    ]
    for reference in find_resolved(documents, line_of):
        number = _ARTICLE.match(reference.span)
        if reference.target is not None or reference.node not in homes or number is None:
            continue
        home, text = homes[reference.node]
        value = to_int(number["number"])
        before, found, behind = text.partition(reference.span)
        sentence = re.split("[。；;!?！？]", before)[-1] + found + re.split("[。；;!?！？]", behind)[0]
        if value is None or len(articles[home]) < _LEAST or value in articles[home]:
            continue
        if not found or not _OWN.search(before) or _OTHER.search(sentence):
            continue
        last = max(one for one in articles[home] if one is not None)
        yield Diagnostic(
            "IMP132",
            Severity.NOTE,
            Source(path, reference.line, 1),
            "",
            Message(
                f"所说的{found}不在这份规章里，条文到第 {last} 条为止",
                f"{found} is not in this document, whose articles end with {last}",
            ),
            Message(
                "与原件核对；所指的是另一份文件就写明",
                "compare with the original; name the document if another one is meant",
            ),
        )
