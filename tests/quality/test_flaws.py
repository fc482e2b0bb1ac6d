"""The harness of the seeded-flaw benchmark: what it counts as found, refused and false alarm."""

from __future__ import annotations

from benchmarks import flaws

ENTRIES = """\
- flaw: all_none
  type: single_choice
  stem: {zh: 迟到的后果是什么？, en: What follows from being late?}
  options:
    - {text: {zh: 扣款, en: A fine}, key: true}
    - {text: {zh: 警告, en: A warning}}
    - {text: {zh: 以上都是, en: All of the above}}
- flaw: key_count
  type: single_choice
  stem: {en: Who approves leave?}
  options:
    - {text: {en: The manager}, key: true}
    - {text: {en: The supervisor}, key: true}
    - {text: {en: The director}}
- flaw: two_right
  type: single_choice
  rules: [{zh: 投诉登记表应当由首问人在当天交给客服主管。}]
  stem: {zh: 投诉登记表由首问人交给谁？}
  options:
    - {text: {zh: 部门经理}, key: true}
    - {text: {zh: 客服主管}}
    - {text: {zh: 值班同事}}
- flaw: none
  type: true_false
  stem: {zh: 员工离职须提前三十天书面通知公司。}
  answer: true
"""


def test_each_entry_is_judged_in_its_languages(tmp_path):
    (tmp_path / "some.yaml").write_text(ENTRIES, encoding="utf-8")
    judged = [(c.flaw, c.lang, c.refused, c.caught, c.suspected) for c in flaws.cases(tmp_path)]
    assert judged == [
        ("all_none", "zh", False, True, True),
        ("all_none", "en", False, True, True),
        ("key_count", "en", True, True, True),
        ("two_right", "zh", False, True, True),
        ("none", "zh", False, False, False),
    ]
