"""The wording that was read: how much of it is kept, and how a difference reads."""

import random
from itertools import pairwise

import pytest

from tests.site.progress.marking import (
    CHAPTER,
    mark_page,
    states,
    store,
)

WORDS = [
    "接到",
    "投诉",
    "后",
    "须",
    "在",
    "24",
    "48",
    "小时",
    "内",
    "，",
    "回复",
    "\n",
    "the ",
    "a ",
    "manager ",
    "must ",
    "3.5",
    "(a)",
    "𠀀",
    " ",
]


def test_old_wordings_make_room_for_marks(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    page.evaluate(
        """() => {
             const key = Object.keys(localStorage).find(k => k.startsWith("guizhang.text."));
             const prefix = key.slice(0, key.indexOf("complaints"));
             localStorage.setItem(prefix + "old/oldest", "1 " + "x".repeat(400000));
             localStorage.setItem(prefix + "old/older", "2 " + "x".repeat(400000));
             for (let n = 1 << 20; n; n >>= 1)
               try { for (let i = 0; ; i++) localStorage.setItem("other." + n + "." + i, "x".repeat(n)); } catch (full) {}
           }"""
    )
    page.goto(f"{base}/one/regulations/leave/basics.html")
    page.locator(".gz-reading-all button").click()
    assert set(states(page).values()) == {"read"}
    page.reload()
    assert set(states(page).values()) == {"read"}, "kept, though the store was full"
    left = [key.partition(".old/")[2] for key in store(page) if ".old/" in key]
    assert left == ["older"], "the oldest wording went, and no more than needed"


def test_the_wording_kept_stays_within_its_room(base, page, errors):
    mark_page(page, f"{base}/one/{CHAPTER}")
    sizes = page.evaluate(
        """async () => {
             const progress = guizhangProgress, changes = await progress.changes();
             for (let i = 0; i < 12; i++) changes.put("filler/a" + i, i, {zh: ["字".repeat(99000)], en: []});
             changes.makeRoom();
             const left = progress.keys(progress.TEXTS);
             return [left.reduce((sum, key) => sum + localStorage[key].length, 0),
                     left.filter(key => key.includes("filler")).map(key => Number(key.split("/a")[1])).sort((a, b) => a - b)];
           }"""
    )
    assert sizes[0] <= 1_000_000
    assert sizes[1] == list(range(2, 12)), "the oldest two had to go"


def test_a_difference_is_made_of_both_wordings(base, page, errors):
    """What is kept and gone is the old wording, what is kept and new the new one, whatever they are."""
    page.goto(f"{base}/one/{CHAPTER}")
    chance = random.Random(5)
    pairs = []
    for _ in range(300):
        old = [chance.choice(WORDS) for _ in range(chance.randrange(30))]
        new = [chance.choice(WORDS) if chance.random() < 0.2 else word for word in old if chance.random() < 0.9]
        pairs.append(("".join(old), "".join(new)))
    found = page.evaluate(
        """async pairs => {
             const {diff} = await guizhangProgress.changes();
             return pairs.map(([a, b]) => diff(a.split("\\n"), b.split("\\n")));
           }""",
        pairs,
    )
    for (old, new), runs in zip(pairs, found, strict=True):
        assert "".join(text for kind, text in runs if kind <= 0) == old
        assert "".join(text for kind, text in runs if kind >= 0) == new
        assert all(text for _, text in runs)
        assert all(a[0] != b[0] for a, b in pairwise(runs)), "runs of one kind are one run"


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("须在24小时内回复", "须在48小时内回复", "须在[24|48]小时内回复"),
        ("within 24 hours", "within 48 hours", "within [24|48] hours"),
        ("提前三天提出申请", "提前五个工作日提出申请", "提前[三天|五个工作日]提出申请"),
        ("由经理批准", "由总经理书面批准", "由[|总]经理[|书面]批准"),
        (
            "the manager approves it",
            "the head of department approves it",
            "the [manager|head of department] approves it",
        ),
        ("罚款1,000元", "罚款2,000元", "罚款[1,000|2,000]元"),
        ("甲\n乙\n丙", "甲\n丙", "甲\n[乙\n|]丙"),
        ("a b c d", "x y z d", "[a b c|x y z] d"),
    ],
)
def test_a_difference_reads_well(base, page, errors, old, new, shown):
    page.goto(f"{base}/one/{CHAPTER}")
    runs = page.evaluate(
        "async ([a, b]) => (await guizhangProgress.changes()).diff(a.split('\\n'), b.split('\\n'))", [old, new]
    )
    text, i = "", 0
    while i < len(runs):
        kind, words = runs[i]
        if kind == 0:
            text += words
        else:
            both = kind < 0 and i + 1 < len(runs) and runs[i + 1][0] > 0
            text += f"[{words}|{runs[i + 1][1]}]" if both else f"[{words}|]" if kind < 0 else f"[|{words}]"
            i += both
        i += 1
    assert text == shown


def test_a_very_long_article_is_compared_by_lines_first(base, page, errors):
    page.goto(f"{base}/one/{CHAPTER}")
    old = [f"第{i}项：" + "员工应当遵守本规定，" * 9 for i in range(120)]
    new = [*old[:60], "新的一项。", *old[61:119], old[119] + "但书。"]
    runs = page.evaluate("async ([a, b]) => (await guizhangProgress.changes()).diff(a, b)", [old, new])
    changed = [(kind, text) for kind, text in runs if kind]
    assert changed[-1] == (1, "但书。")
    assert (
        changed[:2] == [(-1, old[60][:-1]), (1, "新的一项")] or "".join(t for k, t in changed[:-1] if k < 0) in old[60]
    )
    assert "".join(text for kind, text in runs if kind >= 0) == "\n".join(new)
