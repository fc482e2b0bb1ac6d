"""Which rule a question of the trainer's own rests on."""

from guizhang.exchange.citing import Rules
from guizhang.reference import copy_reference
from guizhang.yamlio.content import load_project

KEY_CARDS = """
id: key-cards
title: {zh: 房卡管理, en: Key cards}
authoritative: zh
themes: [rooms]
edition: {version: "1.0", effective: 2026-01-01}
body:
  - item: 1
    id: lost
    text: {zh: 房卡遗失：, en: "Lost cards:"}
    body:
      - item: 1.1
        id: lost-report
        facts: {limit: {kind: duration, value: PT24H, bound: max}}
        text:
          zh: "房卡遗失的，员工应当在${limit}内报告。"
          en: "Staff must report a lost card within ${limit}."
"""


def test_a_rule_whose_items_have_figures_of_their_own_is_found_by_them(tmp_path):
    copy_reference(tmp_path / "book")
    (tmp_path / "book" / "content" / "regulations" / "key-cards.yaml").write_text(KEY_CARDS, encoding="utf-8")
    handbook = load_project(tmp_path / "book").handbook
    assert "key-cards/lost-report" in handbook.provisions
    like = Rules(handbook).like("How soon must staff report a lost card? Within 24 hours. 房卡遗失后多久报告？")
    assert set(like) >= {"key-cards/lost", "key-cards/lost-report"}
