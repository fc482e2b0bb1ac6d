"""Pages: nothing secret in any encoding, the same bytes for the same draw, no request to anywhere."""

from __future__ import annotations

import base64
import gzip
import json
import re
from decimal import Decimal

import pytest

from guizhang.exam.web.files import page_list, web_pages
from guizhang.exam.web.page import ROUNDS, folded
from guizhang.exam.web.words import HOW_TO_ANSWER
from guizhang.exam.words import how_to_answer
from guizhang.model.public import public_form
from guizhang.model.scoring import Negative, ScoringPolicy
from guizhang.model.text import Text
from guizhang.sealing.keys import new_key
from guizhang.sealing.sitting import sittings
from tests.exam.swapping import swapped

LIMIT = 60 * 1024


def pages(record, key):
    return dict(web_pages(record, key.public))


def data_of(page: bytes):
    return json.loads(re.search(rb'<script type="application/json" id="exam">(.*?)</script>', page)[1])


def test_pages_do_not_depend_on_anything_secret(record, key):
    # The seed stays: names and tokens come from it, and HMAC lets nobody back to it.
    other = swapped(record).model_copy(update={"seed": record.seed})
    assert other != record
    assert pages(record, key) == pages(other, key)
    assert page_list(record) == page_list(other)


def test_no_byte_of_a_page_is_secret(record, key):
    secrets = {record.seed}
    public = "".join(public_form(record, form).model_dump_json() for form in record.forms)
    for item in (item for form in record.forms for item in form.items):
        texts = [item.rationale, *item.whys, *(text for text, _ in item.guide), item.case and item.case.rationale]
        texts += [gap.answer for gap in item.gaps] + [t for gap in item.gaps for t in gap.equivalent]
        secrets |= {words for text in texts if text for words in (text.zh, text.en) if words and len(words) > 4}
        secrets |= {item.item_id, *item.cites, *item.cites.values(), *(f'"{theme}"' for theme in item.themes)}
    secrets = {secret for secret in secrets if secret not in public}
    assert len(secrets) > 30
    for name, data in pages(record, key).items():
        text = data.decode()
        for secret in secrets:
            encoded = base64.b64encode(secret.encode()).decode().rstrip("=")[:-1]
            for spelling in (secret, json.dumps(secret)[1:-1], encoded, secret.encode().hex(), secret[::-1]):
                assert spelling not in text, (name, secret)
        fields = set(re.findall(r'"(\w+)":', json.dumps(data_of(data))))
        assert not fields & {
            "rationale",
            "cites",
            "themes",
            "item_id",
            "whys",
            "guide",
            "tolerance",
            "answer",
            "difficulty",
        }


def test_a_page_names_its_candidate_and_not_his_number(record, key):
    for sitting, data in zip(sittings(record), pages(record, key).values(), strict=True):
        found = data_of(data)
        assert found["called"] == sitting.candidate.name
        strings = set(re.findall(r'"((?:[^"\\]|\\.)*)"', json.dumps(found, ensure_ascii=False)))
        assert sitting.candidate.id not in strings
        assert found["rounds"] == ROUNDS


def test_a_form_of_his_own_does_not_give_the_number_away(record, key):
    person = record.candidates[0].model_copy(update={"form": "A1001"})
    form = record.forms[0].model_copy(update={"id": "A1001"})
    own = record.model_copy(update={"forms": (form,), "candidates": (person,)})
    ((_, data),) = web_pages(own, key.public)
    assert data_of(data)["form"] == ""
    assert b"A1001" not in data


def test_the_same_draw_gives_the_same_pages_under_names_nobody_guesses(record, key):
    first = pages(record, key)
    assert first == pages(record, key)
    assert len(first) == 3
    assert all(re.fullmatch(r"web/[0-9a-f]{32}\.html", name) for name in first)
    other = pages(record.model_copy(update={"seed": "another"}), key)
    assert not set(first) & set(other)
    tokens = [data_of(data)["token"] for data in (*first.values(), *other.values())]
    assert len(set(tokens)) == 6


def test_without_a_roster_there_is_a_page_for_each_form(for_everybody, key):
    ((_, data),) = web_pages(for_everybody, key.public)
    assert data_of(data)["hash"] is None


def test_a_page_asks_nobody_for_anything(record, key):
    for data in pages(record, key).values():
        text = data.decode()
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
        assert policy.startswith("default-src 'none'; script-src 'sha256-")
        assert "unsafe" not in policy
        assert not re.search(
            r"(src|href)=\"(?!data:,)|\burl\(|@import|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|eval\(", text
        )
        own = re.sub(r'<script type="application/json".*?</script>', "", text)
        assert set(re.findall(r"https?://[^\s\"'`]+", own)) == {"http://www.w3.org/2000/svg"}


def test_a_page_is_light(record, key):
    for data in pages(record, key).values():
        questions = gzip.compress(json.dumps(data_of(data)["sections"]).encode())
        assert len(gzip.compress(data)) - len(questions) <= LIMIT


def test_rule_text_stays_text(record, key):
    nasty = '</script><img src=x onerror=alert(1)>\u2028 <!-- ${x} {{ 1 }} \\ "'
    item = record.forms[0].items[0].model_copy(update={"stem": Text(zh=nasty, en=nasty)})
    section = record.forms[0].sections[0].model_copy(update={"items": (item,)})
    form = record.forms[0].model_copy(update={"sections": (section,)})
    changed = record.model_copy(update={"forms": (form, *record.forms[1:]), "title": Text(zh="<b>&标题", en="<b>&t")})
    data = next(iter(pages(changed, key).values()))
    assert data.count(b"</script>") == 2
    assert data_of(data)["sections"][0]["items"][0]["stem"]["zh"] == nasty
    assert b"<title>&lt;b&gt;&amp;" in data


def test_languages_are_those_of_the_exam_and_the_candidate(record, key):
    def langs(language, own):
        person = record.candidates[0].model_copy(update={"language": own})
        one = record.model_copy(update={"language": language, "candidates": (person,)})
        ((_, data),) = web_pages(one, key.public)
        return data_of(data)["langs"], data_of(data)["view"]

    assert langs("both", None) == (["zh", "en"], "both")
    assert langs("both", "en") == (["zh", "en"], "en")
    assert langs("zh", None) == (["zh"], "zh")
    assert langs("zh", "en") == (["zh", "en"], "en")


COUNTING = [
    (ScoringPolicy(), "multiple_choice", "全部选对才得分。", "Only a complete answer earns points."),
    (ScoringPolicy(multiple="missed_fixed"), "multiple_choice", "漏选得部分分，有错选不得分。", "incomplete answer earns part"),
    (ScoringPolicy(negative=Negative(share=Decimal("0.25"))), "single_choice", "倒扣该题分值的 25%；不答不扣分。", "costs 25% of"),
    (ScoringPolicy(negative=Negative(types=("true_false",))), "true_false", "盲猜占不到便宜", "guessing gains nothing"),
    (ScoringPolicy(cloze="all_or_nothing"), "cloze", "全部答对才得分。", "Only a complete answer"),
    (ScoringPolicy(ordering="longest_run"), "ordering", "部分正确也得分", "right in part"),
]  # fmt: skip


@pytest.mark.parametrize(("policy", "kind", "zh", "en"), COUNTING)
def test_a_section_says_how_its_answers_count(record, key, policy, kind, zh, en):
    """And says nothing of it where another policy holds: the first paper is that of the rules as they are by default."""

    def how(policy):
        specification = record.specification.model_copy(update={"scoring": policy})
        form = public_form(record.model_copy(update={"specification": specification}), record.forms[0])
        (section,) = [section for section in form.sections if section.type == kind]
        return how_to_answer(HOW_TO_ANSWER, section)

    assert zh in how(policy).zh
    assert en in how(policy).en
    other = ScoringPolicy(multiple="exams_none")
    assert zh not in how(other).zh
    assert en not in how(other).en
    specification = record.specification.model_copy(update={"scoring": policy})
    page = next(iter(pages(record.model_copy(update={"specification": specification}), key).values()))
    assert any(zh in section["how"]["zh"] for section in data_of(page)["sections"])


def test_the_list_of_pages_holds_no_formula(record):
    text = page_list(record).decode("utf-8-sig")
    assert not re.search(r'(^|,)"?[=+@-]', text, re.MULTILINE)
    assert all(sitting.page in text for sitting in sittings(record))


def test_the_list_of_pages_has_headings_in_both_languages(record):
    assert page_list(record).decode("utf-8-sig").splitlines()[0] == "工号 id,姓名 name,卷别 form,网页 file"


def test_numbers_are_compared_without_width_and_case():
    assert folded(" ａ1001 ") == folded("A1001") == "a1001"


def test_the_key_changes_nothing_but_itself(record, key):
    one, other = (next(iter(pages(record, k).values())) for k in (key, new_key()))
    assert {k: v for k, v in data_of(one).items() if k not in ("key", "kid")} == {
        k: v for k, v in data_of(other).items() if k not in ("key", "kid")
    }
