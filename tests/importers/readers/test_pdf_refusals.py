"""PDF files that cannot be read, and readers that die: a refusal that says why, in both languages."""

import random
import zlib

import pytest

from guizhang.importers.extract import audit_extract
from guizhang.importers.readers import pdf
from guizhang.importers.readers.pdf import process
from guizhang.importers.refusal import ImportRefused
from tests.importers.readers.pdf_samples import rules, typst_pdf, typst_source

TEXT = b"BT /F1 12 Tf 72 700 Td (Article 1 Staff shall record hours.) Tj 0 -20 Td (1. On time) Tj ET"
PICTURE = (
    b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"  # one grey dot stretched over the page: a scan
)


def build(*contents, trailer=b"", stream=b"", more=()):
    """Return a PDF with one page for each content stream."""
    pages = [4 + 2 * i for i in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    for page, content in zip(pages, contents, strict=True):
        objects[page] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (page + 1)
        )
        objects[page + 1] = b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), stream, content)
    for body in more:
        objects[len(objects) + 1] = body
    out, places = b"%PDF-1.4\n", []
    for number, body in objects.items():
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\n" % (size, table, size, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


LOCKED = build(
    TEXT,
    trailer=b"/Encrypt 6 0 R/ID[<00><00>]",
    more=[b"<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>" % (b"x" * 32, b"y" * 32)],
)

CASES = {
    "empty": (b"", "the file is empty"),
    "no-pdf": (b"PK\x03\x04 zip", "this is not a PDF file"),
    "cut-off": (build(TEXT)[:-120], "the PDF is cut off: its end is missing"),
    "cut-update": (build(TEXT) + b"7 0 obj<</Type/Page", "the PDF is cut off: its end is missing"),
    "junk": (b"%PDF-1.4\n" + b"junk " * 100 + b"\n%%EOF", "the PDF is damaged and cannot be read"),
    "locked": (LOCKED, "the PDF is protected with a password"),
    "scan": (build(PICTURE), "the PDF has no text layer (a scan): needs OCR"),
    "one-scan": (build(TEXT, PICTURE, TEXT), "page 2 of the PDF has no text layer (a scan): needs OCR"),
    "blank": (build(b""), "no page of the PDF has any content (blank, or damaged)"),
}


@pytest.mark.parametrize("name", CASES)
def test_refused_with_reason_and_mend(name):
    data, reason = CASES[name]
    with pytest.raises(ImportRefused) as refused:
        pdf.read(data)
    assert refused.value.reason_en == reason
    assert refused.value.reason_zh
    assert refused.value.mend_zh
    assert refused.value.mend_en


def test_picture_pages_can_be_left_out():
    extract = pdf.read(build(TEXT, PICTURE, TEXT), skip_pictures=True)
    audit_extract(extract)
    assert [d.reason for d in extract.dropped] == ["needs-ocr"]
    assert extract.text.count("Article 1") == 2


def test_blank_pages_between_are_fine():
    extract = pdf.read(build(TEXT, b"", TEXT))
    assert extract.places[2] == "page 3, line 1"


def test_pages_that_all_say_the_same_keep_it():
    same = b"BT /F1 12 Tf 72 700 Td (Smoking area) Tj ET"
    assert pdf.read(build(same, same)).text == "Smoking area\nSmoking area"


def test_junk_behind_the_end_is_fine():
    assert pdf.read(build(TEXT) + b"\n<html>mail footer</html>").text.startswith("Article 1")


def test_two_gigabytes_in_two_megabytes_are_refused():
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(2000)) + packer.flush()
    with pytest.raises(ImportRefused):
        pdf.read(build(packed, stream=b"/Filter/FlateDecode"))


WORKERS = {
    "crash": "import os; os.abort()",
    "exit": "raise SystemExit(3)",
    "silence": "",
    "noise": "print('\\x00 nonsense' * 50)",
    "wrong-numbers": 'print(\'{"chars": 99, "rules": 0, "native": 1, "size": [1, 1], "dots": 0, "pictures": 0, "drawn": 0}\')',
    "endless-page": 'print(\'{"chars": 999999999999, "rules": 0, "native": 1, "size": [1, 1], "dots": 0, "pictures": 0, "drawn": 0}\')',
    "half": "print('{\"end\": true}'); raise SystemExit(1)",
}


@pytest.mark.parametrize("name", WORKERS)
def test_a_dying_reader_is_a_refusal(name, tmp_path, monkeypatch):
    worker = tmp_path / "worker.py"
    worker.write_text(WORKERS[name], encoding="utf-8")
    monkeypatch.setattr(process, "_WORKER", worker)
    with pytest.raises(ImportRefused, match="damaged"):
        pdf.read(build(TEXT))


def test_an_endless_reader_is_a_refusal(tmp_path, monkeypatch):
    worker = tmp_path / "worker.py"
    worker.write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr(process, "_WORKER", worker)
    monkeypatch.setattr(process, "MAX_SECONDS", 0.2)
    with pytest.raises(ImportRefused, match="too long"):
        pdf.read(build(TEXT))


def mutate(chance, data):
    out = bytearray(data)
    pieces = [
        b"/Length 99999999",
        b"/Count 9999999",
        b" Tj ",
        b"endstream",
        b"<<",
        b"]",
        b"1e99 0 0 1e99 0 0 cm",
        b"xref",
        b"(",
    ]
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(out))
        kind = chance.random()
        if kind < 0.4:
            out[place] = chance.randrange(256)
        elif kind < 0.6:
            out[place:place] = chance.choice(pieces)
        elif kind < 0.8:
            del out[place : place + chance.randint(1, 60)]
        else:
            start = chance.randrange(len(out))
            out[place:place] = out[start : start + chance.randint(1, 300)]
    return bytes(out) or b"x"


@pytest.mark.parametrize("part", range(4))
def test_damaged_files_are_read_whole_or_refused(part, cjk_font):
    sources = [build(TEXT, TEXT), typst_pdf(rules(3, 6, tables=True), columns=2)]
    whole = 0
    for seed in range(part * 75, part * 75 + 75):
        chance = random.Random(seed)
        try:
            extract = pdf.read(mutate(chance, chance.choice(sources)))
        except ImportRefused:
            continue
        audit_extract(extract)
        whole += 1
    assert whole > 15, "most of the bytes of a file say nothing that its text rests on"


def test_rare_characters_stay_what_they_are(cjk_font):
    # PDFium reports them as two halves. The counts agree either way, so the text itself is compared.
    extract = pdf.read(typst_source('#set text(font: "Noto Sans CJK SC")\n第一条 𠮷某、𡘙某 ﬁ ⻓'))
    audit_extract(extract)
    assert extract.text == "第一条 𠮷某、𡘙某 fi 长"
