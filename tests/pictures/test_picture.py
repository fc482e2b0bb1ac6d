"""What is taken for a picture, and what an SVG may hold."""

import base64
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.pictures.fault import Unusable
from guizhang.pictures.picture import MOST_BYTES, picture_at, read_picture


def png(width=8, height=4):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x1f\x5f\x8b" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def svg(inside="", head="", attributes='viewBox="0 0 120 40"'):
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def webp(chunk, data):
    """The head of a WebP file (RFC 9649, 2.4); what follows is not looked at."""
    return b"RIFF" + bytes(4) + b"WEBP" + chunk + bytes(4) + data + bytes(20)


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(), "png", (8, 4)),
        # 14 bits each, less one; 16 bits each; 24 bits each, less one, behind flags.
        (webp(b"VP8L", b"\x2f" + ((300 - 1) | (150 - 1) << 14 | 1 << 28).to_bytes(4, "little")), "webp", (300, 150)),
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300 | 1 << 14, 150)), "webp", (300, 150)),
        (webp(b"VP8X", bytes(4) + b"\x2b\x01\0" + b"\x95\0\0"), "webp", (300, 150)),
        (b"\xff\xd8\xff\xe0\0\x04JF\xff\xff\xc2\0\x0b\x08\0\x96\x01\x2c\x03\0\0\0", "jpeg", (300, 150)),
        (svg(), "svg", (120, 40)),
        (b"\xef\xbb\xbf" + svg(head='<?xml version="1.0" encoding="utf-8"?>\n'), "svg", (120, 40)),
        (svg(attributes='width="30mm" height="10mm"'), "svg", (30, 10)),
        (svg(attributes='width="100%"'), "svg", (1, 1)),
        (svg(attributes='viewBox="0 0 0 0" width="9" height="3"'), "svg", (9, 3)),
        (svg(head='<?xml version="1.0" encoding="UTF-16"?>').decode().encode("utf-16"), "svg", (120, 40)),
    ],
)
def test_pictures_are_told_by_their_bytes(data, kind, size):
    picture = read_picture(data)
    assert (picture.kind, (picture.width, picture.height)) == (kind, size)


@pytest.mark.parametrize("kind", ["jpeg", "webp", "png"])
def test_what_a_browser_writes_is_read(page, kind):
    url = page.evaluate(
        "kind => { const c = document.createElement('canvas'); c.width = 300; c.height = 150;"
        " c.getContext('2d').fillRect(3, 3, 40, 40); return c.toDataURL('image/' + kind); }",
        kind,
    )
    assert url.startswith(f"data:image/{kind}")
    picture = read_picture(base64.b64decode(url.partition(",")[2]))
    assert (picture.kind, picture.width, picture.height) == (kind, 300, 150)


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9"/>',
        '<style>.a{fill:url(#g)}</style><rect class="a"/>',
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="stroke:red"/>',
        '<use href="#a"/><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        # What drawing programs leave behind is neither drawn nor run.
        '<metadata><x:RDF xmlns:x="urn:rdf" x:about="http://example.com/"/></metadata>',
        '<i:view xmlns:i="urn:editor" href="http://example.com/"/>',
    ],
)
def test_a_drawing_is_taken(inside):
    assert read_picture(svg(inside)).data == svg(inside)


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<script href="a.js"/>', "<script>"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>', "<script>"),
        ('<path onload="alert(1)"/>', "onload="),
        ('<x:y xmlns:x="urn:x" onclick="1"/>', "onclick="),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<image href="https://example.com/a.png"/>', 'href="https://example.com/a.png"'),
        ('<image href="logo.png"/>', 'href="logo.png"'),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', 'href="data:image/svg+xml'),
        ('<use href="other.svg#a"/>', 'href="other.svg#a"'),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="//example.com/#a"/>', 'href="//example.com/#a"'),
        ('<a href="javascript:alert(1)"><path/></a>', "<a>"),
        ('<set attributeName="href" to="javascript:1"/>', "<set>"),
        ('<g xml:base="http://example.com/"><use href="#a"/></g>', 'base="http://example.com/"'),
        ('<path fill="url(http://example.com/#a)"/>', "url(http://example.com/#a)"),
        ("<path style='fill:url( \"//example.com/\")'/>", "url(//example.com/)"),
        ("<style>@import 'a.css';</style>", "@import"),
        ("<style>a{b:u\\72l(x)}</style>", "\\"),
        ("<style>a{b:ur<!-- -->l(x)}</style>", "url(x)"),
        ("<style>a{b:image-set('x' 1x)}</style>", "image-set("),
        ('<?xml-stylesheet href="a.css"?>', "<?xml-stylesheet?>"),
    ],
)
def test_what_is_no_drawing_is_refused_by_name_and_line(inside, named):
    with pytest.raises(Unusable) as fault:
        read_picture(svg(f"\n{inside}"))
    assert named in fault.value.problem.en
    assert "line 2" in fault.value.problem.en
    assert "第 2 行" in fault.value.problem.zh
    assert fault.value.mend.zh


def test_entities_are_refused_before_they_grow():
    head = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(Unusable, match="ENTITY a"):
        read_picture(svg("<text>&b;</text>", head))
    # An old program's plain head is harmless: nobody fetches it.
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert read_picture(svg(head=doctype)).kind == "svg"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PNG"),
        (b"GIF89a", "no PNG"),
        (b"<html><body/></html>", "no SVG"),
        (b"<svg><path/></svg>", "no SVG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "broken"),
        (svg("<g>" * 300 + "</g>" * 300), "broken"),
        (png()[:40], "broken"),
        (b"\xff\xd8\xff\xe0\x00\x10", "broken"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "broken"),
        (png(5000, 1), "too large"),
        (png()[:16] + b"\0\0\0\0" + png()[20:], "too large"),
        (svg() + b" " * MOST_BYTES, "too large"),
    ],
)
def test_other_files_are_refused(data, said):
    with pytest.raises(Unusable, match=said):
        read_picture(data)


@given(
    st.binary(max_size=80),
    st.sampled_from([b"", b"\xff\xd8\xff", b"RIFF0000WEBPVP8X", b"<svg ", b"\x89PNG\r\n\x1a\n", svg()[:60]]),
)
def test_no_bytes_break_it(data, head):
    try:
        picture = read_picture(head + data)
    except Unusable:
        return
    assert picture.width > 0
    assert picture.height > 0


def test_only_files_in_the_folder_are_read(tmp_path):
    root = tmp_path / "handbook"
    root.mkdir()
    (tmp_path / "outside.png").write_bytes(png())
    (root / "inside.png").write_bytes(png())
    (root / "link.png").symlink_to(tmp_path / "outside.png")
    assert picture_at(root, "inside.png").kind == "png"
    for named, code in (
        ("../outside.png", "BRD002"),
        (str(tmp_path / "outside.png"), "BRD002"),
        ("link.png", "BRD002"),
        ("none.png", "BRD001"),
        (".", "BRD001"),
    ):
        with pytest.raises(Unusable) as fault:
            picture_at(root, named)
        assert fault.value.code == code, named
