"""A desk to sit at: pages of a drawn exam, a browser, and answers of every type given as a candidate gives them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from joserfc import jwe
from joserfc.jwk import ECKey

from guizhang.exam.web.files import web_pages
from guizhang.model.drawn_item import LETTERS
from guizhang.model.item import ItemType
from guizhang.sealing.keys import private_pem
from guizhang.sealing.sitting import sittings


def lay_out(record, key, folder: Path) -> dict[str, Path]:
    """Write the pages of an exam; return candidate (or form, without a roster) -> page."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {}
    for sitting, (name, data) in zip(sittings(record), web_pages(record, key), strict=True):
        path = folder / Path(name).name
        path.write_bytes(data)
        pages[sitting.candidate.id if sitting.candidate else sitting.form] = path
    return pages


def identify(page, number: str, name: str | None = None) -> None:
    """Type a number and start."""
    page.fill("#who", number)
    if name is not None:
        page.fill("#called", name)
    page.click("[type=submit]")


def start(page, address: str, number: str, name: str | None = None) -> None:
    """Open a paper and sit down to it."""
    page.goto(address)
    identify(page, number, name)
    page.wait_for_selector("#paper")


def turn_to(page, number: int) -> None:
    """Show a question by its number in the overview."""
    if not page.locator(f"#o{number}").is_visible():
        page.click("#overview summary")
    page.click(f"#o{number}")


def give(page, item, number: int, answer) -> None:
    """Answer the question that is shown, as grading would write the answer down."""
    box = page.locator(f"#q{number}")
    match item.type:
        case ItemType.SINGLE_CHOICE | ItemType.TRUE_FALSE:
            box.locator(f"input[value={answer}]").check()
        case ItemType.MULTIPLE_CHOICE:
            for letter in answer:
                box.locator(f"input[value={letter}]").check()
        case ItemType.NUMERIC | ItemType.SHORT_ANSWER:
            box.locator("input, textarea").fill(answer)
        case ItemType.CLOZE:
            for field, part in zip(box.locator(".field input, .field select").all(), answer, strict=True):
                _enter(field, part)
        case ItemType.MATCHING:
            for field, part in zip(box.locator("select").all(), answer, strict=True):
                _enter(field, part)
        case ItemType.ORDERING:
            _arrange(box, answer)


def _enter(field, part: str) -> None:
    if field.evaluate("field => field.localName") == "select":
        field.select_option(part.strip("-"))
    else:
        field.fill(part)


def _arrange(box, wanted: str) -> None:
    """Bring steps into order by their buttons."""
    for place, letter in enumerate(wanted):
        while (at := _steps(box).index(letter)) > place:
            box.locator(".steps li").nth(at).locator(".up").click()
    if box.locator(".unordered").is_visible():
        box.locator(".unordered button").click()


def _steps(box) -> str:
    return "".join(step.get_attribute("data-letter") for step in box.locator(".steps li").all())


def some_answer(item, chance):
    """Return an answer somebody might give: right, wrong, or none (``None``)."""
    if chance.random() < 0.15:
        return None
    letters = LETTERS[: len(item.options)]
    match item.type:
        case ItemType.SINGLE_CHOICE:
            return chance.choice(letters)
        case ItemType.TRUE_FALSE:
            return chance.choice("TF")
        case ItemType.MULTIPLE_CHOICE:
            return "".join(sorted(chance.sample(letters, chance.randint(1, len(letters)))))
        case ItemType.ORDERING:
            return "".join(chance.sample(letters, len(letters)))
        case ItemType.MATCHING:
            return "".join(chance.choice([*letters, "-"]) for _ in item.lefts[1:]) + chance.choice(letters)
        case ItemType.NUMERIC:
            return str(chance.randint(1, 48))
        case ItemType.CLOZE:
            texts = ["24小时", "登记表", "the log", "1,5"]
            return [
                chance.choice(LETTERS[: len(gap.options)]) if gap.options else chance.choice(texts) for gap in item.gaps
            ]
        case _:
            return chance.choice(["先登记，\n再回复。", "24", "=1+1", '<b>ask</b> & "tell" 😀'])


def items_of(record, person):
    """Return the questions of a candidate's form."""
    form = next(p.form for p in record.candidates if p.id == person)
    return next(form_.items for form_ in record.forms if form_.id == form)


def answer_all(page, items, chance):
    """Answer every question; return what grading should read."""
    expected = {}
    for number, item in enumerate(items, 1):
        answer = some_answer(item, chance)
        if answer is not None:
            turn_to(page, number)
            give(page, item, number, answer)
            expected[number] = as_graded(item, answer)
    return expected


def as_graded(item, answer) -> str:
    """Return how grading writes an answer down."""
    if answer is None:
        return ""
    if item.type is ItemType.CLOZE:
        return "|".join(answer)
    return f"“{answer}”" if item.type is ItemType.SHORT_ANSWER and answer == "24" else answer


def hand_in(page, folder: Path) -> Path:
    """Hand in and keep the file that is downloaded."""
    page.click("#to-review")
    with page.expect_download() as caught:
        page.click("main .primary")
    path = folder / caught.value.suggested_filename
    folder.mkdir(exist_ok=True)
    caught.value.save_as(path)
    page.wait_for_selector(".receipt")
    return path


def sealed_in(page, folder: Path, key):
    """Hand in and return what the trainer finds in the file."""
    return opened(json.loads(hand_in(page, folder).read_text())["jwe"], key)


def opened(text: str, key):
    """Return what is sealed in *text*, as an independent library reads it."""
    private = ECKey.import_key(private_pem(key, "x").decode(), password="x")
    return json.loads(jwe.decrypt_compact(text, private).plaintext)


def kept(page, storage: str = "localStorage") -> dict[str, str]:
    """Return what the browser, or the tab (`sessionStorage`), keeps of the exam."""
    return json.loads(page.evaluate(f"JSON.stringify({storage})"))


_DATABASE = """() => new Promise((settle) => {
  const opening = indexedDB.open("guizhang-exam", 1);
  opening.onsuccess = () => {
    const store = opening.result.transaction("kept").objectStore("kept");
    const found = {};
    store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) { opening.result.close(); return settle(found); }
      found[cursor.key] = cursor.value;
      cursor.continue();
    };
  };
})"""


def kept_in_database(page) -> dict[str, str]:
    """Return what the browser's database keeps of the exam."""
    return page.evaluate(_DATABASE)


def answers_kept(page, storage: str = "localStorage") -> list:
    """Return the answers in what the browser or the tab keeps, of every sitting."""
    return _answers(kept(page, storage))


def answers_in_database(page) -> list:
    """Return the answers in what the browser's database keeps, of every sitting."""
    return _answers(kept_in_database(page))


def _answers(texts: dict[str, str]) -> list:
    sittings = [json.loads(text) for text in texts.values()]
    return [sitting["answers"] for sitting in sittings if isinstance(sitting, dict) and "answers" in sitting]


_ANSWERING = """(seed) => {
  const fields = [...document.querySelectorAll('#paper input:not([type=checkbox]), #paper select, #paper textarea')];
  const radio = (field) => field.type === 'radio';
  const step = (n) => {
    const field = fields[(n * 7 + seed) % fields.length];
    const number = field.closest('.question').id.slice(1);
    // A choice is made once and a text counts on from what an earlier tab has left: what is found tells how late it was given.
    if (radio(field)) field.checked ||= !field.closest('.field').querySelector(':checked');
    else if (field.localName === 'select') field.selectedIndex ||= 1 + (n % (field.options.length - 1));
    else field.value = `${n}`;
    field.dispatchEvent(new Event(radio(field) || field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
    const siblings = [...field.closest('.field').querySelectorAll('input, select, textarea')];
    const one = radio(field) ? field.closest('.field').querySelector(':checked').value : field.value;
    told(number, !radio(field) && siblings.length > 1 ? siblings.map((other) => other.value) : one);
    setTimeout(step, 3, n + 1);
  };
  step(1 + Math.max(0, ...fields.map((field) => Number(field.value) || 0)));
}"""


def keeps(told, found) -> bool:
    """Tell whether every answer that was given is there, or one that was given after it."""
    pairs = [
        pair
        for number, answer in told.items()
        for pair in (zip(answer, found[number], strict=True) if isinstance(answer, list) else [(answer, found[number])])
    ]
    return all(
        not before or after == before or (before.isdigit() and int(after) > int(before)) for before, after in pairs
    )


_PATIENCE = 3_000
"""Hundredths of a second that the first answer may take."""


def killed_while_answering(context, path, who: str, chance):
    """Answer one question after the other and kill the tab meanwhile, at some moment.

    Returns:
        Question -> the last answer whose giving the page had come through, and what is there when it is opened again.
    """
    page = context.new_page()
    given: dict[str, object] = {}
    page.expose_function("told", lambda number, answer: given.update({number: answer}))
    start(page, path.as_uri(), who)
    page.evaluate(_ANSWERING, chance.randrange(100))
    # On a busy machine the first answer takes its time; a tab killed before it has nothing to lose.
    for _ in range(_PATIENCE):
        if given:
            break
        page.wait_for_timeout(10)
    page.wait_for_timeout(chance.uniform(20, 400))
    with suppress(Exception):  # the browser's way to say that it did
        page.goto("chrome://crash", timeout=2_000)
    told = dict(given)
    page.close()
    again = context.new_page()
    start(again, path.as_uri(), who)
    # What the page goes on with, wherever it found it: the tab's own storage was empty before.
    (found,) = answers_kept(again, "sessionStorage")
    shown = again.evaluate("""() => Object.fromEntries([...document.querySelectorAll('#paper textarea')].map(
        (area) => [area.closest('.question').id.slice(1), area.value]))""")
    assert all(found.get(number, "") == words for number, words in shown.items())
    again.close()
    return told, found
