"""The company's logo on the site: in the header, in both schemes, on a phone, in the browser's tab."""

import re

import pytest

from guizhang.diagnostics import Faulty
from guizhang.site.build import build_site
from tests.pictures.test_picture import png, svg

SIGN = svg('<rect width="40" height="40" fill="#1f5f8b"/>', attributes='viewBox="0 0 40 40"')
WRITING = svg('<rect width="120" height="40" fill="#1f5f8b"/>')


def branded(project, brand, **files):
    """Build *project* with the keys of *brand* and the pictures in *files*."""
    folder = project / "content" / "brand"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    settings = project / "content" / "handbook.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^brand: .*$", f"brand: {{{brand}}}", text, flags=re.MULTILINE), encoding="utf-8")
    return build_site(project, project / "site").out


def test_without_a_logo_the_tab_shows_a_page_in_the_companys_colour(project):
    site = branded(project, 'accent: "#8b1f2f"')
    assert "#8b1f2f" in (site / "assets/guizhang/favicon.svg").read_text()
    assert "gz-brand" not in (site / "assets/guizhang/brand.css").read_text()


def test_a_sign_is_in_the_header_and_in_the_tab(project, page):
    site = branded(project, "logo: content/brand/sign.svg", sign_svg=SIGN)
    assert (site / "assets/guizhang/logo.svg").read_bytes() == SIGN
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((site / "regulations/complaints/taking.html").as_uri())
    mark = page.evaluate(
        "() => { const s = getComputedStyle(document.querySelector('.gz-brand'), '::before');"
        " return [s.width, s.height, s.backgroundImage]; }"
    )
    assert mark[0] == mark[1]
    assert "logo.svg?" in mark[2]
    assert page.locator(".gz-brand").inner_text(), "the name stays beside it"
    # The icon in the tab is drawn: a blue square in the middle.
    page.goto((site / "assets/guizhang/favicon.svg").as_uri())
    assert page.evaluate("document.querySelector('image').getBBox().width") == 32


def test_writing_takes_the_names_place_on_a_phone_only(project, browser):
    site = branded(project, "logo: content/brand/writing.svg", writing_svg=WRITING)
    assert "image" not in (site / "assets/guizhang/favicon.svg").read_text(), "too small to read in a tab"
    for width, shown in ((1280, True), (360, False)):
        page = browser.new_page(viewport={"width": width, "height": 700})
        page.goto((site / "index.html").as_uri() + "?lang=zh")
        name = page.locator(".gz-brand span[lang|=zh]").first
        assert (name.evaluate("e => getComputedStyle(e).position") != "absolute") == shown
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        mark, room = page.locator(".gz-brand").evaluate(
            "e => [parseFloat(getComputedStyle(e, '::before').width), e.clientWidth]"
        )
        assert 40 < mark <= room, "seen whole"
        page.close()


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        ("logo: content/brand/sign.svg", ("rgb(255, 255, 255)", "logo.svg")),
        ("logo: content/brand/sign.svg, logo_dark: content/brand/pale.png", ("rgba(0, 0, 0, 0)", "logo-dark.png")),
    ],
)
def test_in_the_dark_it_stands_on_a_plate_or_has_its_own(project, browser, brand, expected):
    site = branded(project, brand, sign_svg=SIGN, pale_png=png(40, 40))
    page = browser.new_page(color_scheme="dark")
    page.goto((site / "index.html").as_uri())
    colour, image = page.evaluate(
        "() => { const s = getComputedStyle(document.querySelector('.gz-brand'), '::before');"
        " return [s.backgroundColor, s.backgroundImage]; }"
    )
    page.close()
    assert colour == expected[0]
    assert expected[1] in image


def test_a_favicon_of_its_own_goes_before_the_logo(project):
    site = branded(
        project, "logo: content/brand/sign.svg, favicon: content/brand/tab.png", sign_svg=SIGN, tab_png=png(16, 16)
    )
    assert "data:image/png;base64," in (site / "assets/guizhang/favicon.svg").read_text()


@pytest.mark.parametrize(
    ("brand", "code", "field"),
    [
        ("logo: content/brand/none.svg", "BRD001", "brand.logo"),
        ("logo: ../sign.svg", "BRD002", "brand.logo"),
        ("logo: content/brand/bad.svg", "BRD003", "brand.logo"),
        ("favicon: content/brand/bad.svg", "BRD003", "brand.favicon"),
        ("logo_dark: content/handbook.yaml", "BRD003", "brand.logo_dark"),
    ],
)
def test_a_picture_that_cannot_be_used_stops_the_build_at_its_place(project, brand, code, field):
    before = branded(project, 'accent: "#1f5f8b"')
    page = (before / "index.html").read_bytes()
    with pytest.raises(Faulty) as stopped:
        branded(project, brand, bad_svg=svg("<script>1</script>"))
    (fault,) = [f for f in stopped.value.diagnostics if f.severity == "error"]
    assert (fault.code, fault.field) == (code, field)
    settings = (project / "content" / "handbook.yaml").read_text(encoding="utf-8").splitlines()
    assert settings[fault.source.line - 1][fault.source.column - 1 :].startswith(brand.partition(": ")[2])
    assert (before / "index.html").read_bytes() == page, "the last good site stays"
