"""Sealed texts are found in whatever people hand in, and nothing else is taken for one."""

import io
import json
import tracemalloc
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.sealing.dropped import LARGEST, dropped
from guizhang.sealing.folder import look
from guizhang.sealing.keys import new_key
from tests.exam.web.submitting import seal

KEY = new_key().public
FIRST, SECOND = (seal(json.dumps({"n": n, "filler": "x" * 400}), KEY) for n in (1, 2))
FILE = json.dumps({"jwe": FIRST})
UNSEALED = json.dumps({"unsealed": '{"who": "1", "text": "换行\\n"}', "check": "abc"})


def folded(text, width=76, before="", end="\n"):
    return end.join(before + text[at : at + width] for at in range(0, len(text), width))


def packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def mail(body, *attached, html=None):
    message = EmailMessage()
    message["Subject"] = "交卷"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


FOUND = {
    "the file as saved": ("a.json", FILE.encode(), [FIRST]),
    "with a byte order mark": ("a.json", b"\xef\xbb\xbf" + FILE.encode(), [FIRST]),
    "the text alone": ("a.txt", FIRST.encode(), [FIRST]),
    "broken over lines": ("a.txt", folded(FIRST).encode(), [FIRST]),
    "broken the Windows way": ("a.txt", folded(FIRST, 64, end="\r\n").encode(), [FIRST]),
    "words around it": ("a.txt", f"老师好，答案如下：\n{FIRST}\n谢谢。Kind regards".encode(), [FIRST]),
    "glued to words": ("a.txt", f"answers:{FIRST}，王芳".encode(), [FIRST]),
    "quoted in a reply": ("a.txt", ("> Hi\n" + folded(FIRST, 60, "> ") + "\n> bye").encode(), [FIRST]),
    "quoted twice": ("a.txt", folded(FIRST, 60, ">> ").encode(), [FIRST]),
    "invisible signs in it": ("a.txt", folded(FIRST, 40, end="\u200b").encode(), [FIRST]),
    "saved by Notepad as Unicode": ("a.txt", f"答 {FIRST}".encode("utf-16"), [FIRST]),
    "in an old Chinese encoding": ("a.txt", f"答案 {FIRST}".encode("gb18030"), [FIRST]),
    "two people in one text": ("a.txt", f"甲 {FIRST}\n乙 {SECOND}".encode(), [FIRST, SECOND]),
    "a table of a form service": ("form.csv", f"时间,答案\n9:00,{FIRST}\n9:01,{SECOND}\n".encode(), [FIRST, SECOND]),
    "JSON of a form service": ("form.json", json.dumps([{"text": FIRST}, {"text": f"x {SECOND}"}]).encode(), [FIRST, SECOND]),
    "a workbook": ("form.xlsx", packed(**{"xl/sharedStrings.xml": f"<si><t>{FIRST}</t></si><si><t>{SECOND}</t></si>"}), [FIRST, SECOND]),
    "a document that splits words": ("a.docx", packed(**{"word/document.xml": f"<w:t>{FIRST[:99]}</w:t></w:r><w:r><w:t>{FIRST[99:]}</w:t>"}), [FIRST]),
    "an archive": ("all.zip", packed(**{"a/answers-1.json": FILE, "__MACOSX/._x": "\0", "b.txt": SECOND}), [FIRST, SECOND]),
    "an archive in an archive": ("all.zip", packed(**{"inner.zip": packed(**{"a.json": FILE})}), [FIRST]),
    "a mail with the file": ("a.eml", mail("见附件", ("answers-1.json", FILE.encode())), [FIRST]),
    "a mail with the text": ("a.eml", mail(f"答案：\n{folded(FIRST, 900)}\n"), [FIRST]),
    "a mail with all of it": ("a.eml", mail(FIRST[:60] + FIRST[60:], ("a.json", FILE.encode()), html=f"<p>{FIRST[:50]}<wbr>{FIRST[50:]}</p>"), [FIRST]),
    "a mail with an archive": ("a.eml", mail("x", ("all.zip", packed(**{"a.json": FILE, "b.json": SECOND}))), [FIRST, SECOND]),
}  # fmt: skip


@pytest.mark.parametrize("case", FOUND)
def test_found(case):
    name, data, expected = FOUND[case]
    assert [one.text for one in dropped(name, data)] == expected


def test_what_is_not_sealed_is_found_too():
    (alone,) = dropped("a.json", UNSEALED.encode())
    (pasted,) = dropped("a.txt", f"答案 {UNSEALED} 谢谢".encode())
    assert alone.content == pasted.content
    assert json.loads(alone.file) == json.loads(UNSEALED)


REFUSED = {
    "nothing": ("a.json", b"", "empty"),
    "blanks, as some shares show a file before its content": ("a.json", b"\0" * 900, "empty"),
    "half a file": ("a.json", FILE[: len(FILE) // 2].encode(), "cut"),
    "the last letter is not there yet": ("a.json", FILE[:-3].encode(), "cut"),
    "a letter too many": ("a.json", json.dumps({"jwe": FIRST + "A"}).encode(), "cut"),
    "half a text": ("a.txt", FIRST[:-1].encode(), "cut"),
    "half an unsealed file": ("a.json", UNSEALED[:30].encode(), "cut"),
    "a photograph": ("a.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 9, "none"),
    "a letter to the trainer": ("a.txt", "我交不了卷".encode(), "none"),
    "too much": ("a.txt", b"x" * (LARGEST + 1), "large"),
    "half an archive": ("a.zip", packed(**{"a.json": FILE})[:60], "packed"),
    "an archive of nothing": ("a.zip", packed(**{"a.txt": "hello"}), "none"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case):
    name, data, fault = REFUSED[case]
    (one,) = dropped(name, data)
    assert (one.content, one.fault) == (None, fault)


def test_one_of_two_is_cut_and_the_other_counts():
    assert [one.text for one in dropped("a.txt", f"{FIRST}\n{SECOND[:100]}".encode())] == [FIRST]


def test_an_archive_that_swells_is_not_unpacked_whole():
    bomb = packed(**{"a.txt": "0" * 50_000_000})
    tracemalloc.start()
    (one,) = dropped("a.zip", bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert one.fault == "large"
    assert peak < 5 * LARGEST


@given(st.text(), st.text(), st.integers(20, 200))
def test_found_in_any_text(before, after, width):
    text = f"{before}\n{folded(FIRST, width)}\n{after}".encode("utf-8", "replace")
    found = [one.text for one in dropped("a.txt", text)]
    # What stands right before it may be letters of the same alphabet; what is found is then still the text that was sealed.
    assert found == [FIRST]


@given(st.binary(max_size=400), st.sampled_from(["a.json", "a.txt", "a.eml", "a.zip", "a.html"]))
def test_any_bytes_are_answered(data, name):
    (one,) = dropped(name, data)
    assert one.content is None


def test_a_folder_is_looked_at_again(tmp_path):
    (tmp_path / "sub").mkdir()
    file = tmp_path / "sub" / "a.json"
    file.write_text(FILE[:200])
    (tmp_path / "~$a.docx").write_text("x")
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "b.json.crdownload").write_text("x")
    first = look(tmp_path)
    assert [(f.name, f.whole) for f in first.files.values()] == [("sub/a.json", False)]
    file.write_text(FILE)
    second = look(tmp_path, first)
    assert [(f.name, f.whole) for f in second.files.values()] == [("sub/a.json", True)]
    third = look(tmp_path, second)
    assert third.files["sub/a.json"] is second.files["sub/a.json"]
    file.unlink()
    assert not look(tmp_path, third).files


def test_a_share_that_goes_away_keeps_what_was_seen(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "a.json").write_text(FILE)
    seen = look(folder)
    folder.rename(tmp_path / "elsewhere")
    gone = look(folder, seen)
    assert gone.gone
    assert gone.files == seen.files
    (tmp_path / "elsewhere").rename(folder)
    assert not look(folder, gone).gone


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.json").write_text(FILE)
    (tmp_path / "in" / "a.json").symlink_to(tmp_path / "secret.json")
    assert not look(tmp_path / "in").files
