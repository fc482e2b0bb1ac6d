from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from guizhang.model.regulation import Regulation
from guizhang.yamlio.dump import dump
from guizhang.yamlio.load import loads
from tests.yamlio.strategies import regulations


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(regulations)
def test_what_is_dumped_is_read_back_equal(regulation):
    text = dump(regulation)
    again, faults = loads(text, Regulation, "f.yaml")
    assert not faults, text
    assert again == regulation


def test_reads_as_an_author_would_write_it():
    regulation = Regulation.model_validate(
        {
            "id": "rules",
            "title": {"zh": "规定", "en": "Rules"},
            "edition": {"version": "1.0", "effective": "2026-12-01"},
            "body": [
                {
                    "article": "5",
                    "id": "reply",
                    "norm": "duty",
                    "facts": {"limit": {"kind": "duration", "value": "PT24H", "bound": "max"}},
                    "text": {"zh": "须在${limit}内回复：# 号不是注释。"},
                    "sources": ["F001", "003:13"],
                }
            ],
        }
    )
    assert dump(regulation, schema="../.schema", kind="regulation") == (
        "# yaml-language-server: $schema=../.schema/regulation.json\n"
        "id: rules\n"
        "title:\n"
        "  zh: |-\n"
        "    规定\n"
        "  en: |-\n"
        "    Rules\n"
        "edition:\n"
        '  version: "1.0"\n'
        "  effective: 2026-12-01\n"
        "body:\n"
        "  - article: 5\n"
        "    id: reply\n"
        "    norm: duty\n"
        "    text:\n"
        "      zh: |-\n"
        "        须在${limit}内回复：# 号不是注释。\n"
        "    facts:\n"
        "      limit:\n"
        "        kind: duration\n"
        "        value: PT24H\n"
        "        bound: max\n"
        "    sources:\n"
        "      - F001\n"
        '      - "003:13"\n'
    )
