"""How the company looks: its colour and logo as a style sheet, and the picture in the browser's tab."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from guizhang.model.handbook import Brand, Handbook
from guizhang.pictures.fault import Unusable
from guizhang.pictures.picture import Picture, picture_at
from guizhang.site.colour import DARK_PAPER, LIGHT_PAPER, readable

_LOGO_HEIGHT = 1.4
"""In the header's own measure; its width follows, up to a banner."""
_WIDEST = 6.0
_WORDMARK = 2.0
"""A logo so much wider than high is the name in writing rather than a sign: too small to read in a browser's tab."""


def brand_assets(book: Handbook) -> Mapping[str, bytes]:
    """Return the files that carry the company's look: name -> bytes.

    A picture that is missing or unusable is left out; a check reports it as an error, which stops the build.
    """
    brand = book.settings.brand
    logo = _picture(book, brand.logo)
    dark = _picture(book, brand.logo_dark) if logo else None
    icon = _picture(book, brand.favicon) or (logo if logo and not _wordmark(logo) else None)
    css = colour_css(brand.accent)
    files: dict[str, bytes] = {}
    if logo:
        files[f"logo{logo.suffix}"] = logo.data
        css += _logo_css(logo) + _dark_css(dark)
    if dark:
        files[f"logo-dark{dark.suffix}"] = dark.data
    favicon = _framed(icon) if icon else written_page(brand)
    return {**files, "brand.css": css.encode(), "favicon.svg": favicon.encode()}


def colour_css(accent: str) -> str:
    """Return the style sheet that carries the company's colour into both views."""
    light, dark = readable(accent, LIGHT_PAPER, 5), readable(accent, DARK_PAPER, 6)
    return (
        f":root{{--gz-accent:{light};--gz-paper:{LIGHT_PAPER}}}\n"
        f'@media screen{{[data-md-color-scheme="slate"]{{--gz-accent:{dark};--gz-paper:{DARK_PAPER}}}}}\n'
    )


def written_page(brand: Brand) -> str:
    """Return a small written page in the company's colour, for a company without a logo."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="6" fill="{readable(brand.accent, LIGHT_PAPER)}"/>'
        '<path d="M8 9h16M8 14h16M8 19h16M8 24h9" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>\n'
    )


def _logo_css(logo: Picture) -> str:
    # Beside the name, so it says nothing a screen reader must hear. Its size is known before it arrives: nothing moves.
    width = min(_LOGO_HEIGHT * logo.width / logo.height, _WIDEST)
    css = (
        f'.gz-brand::before{{content:"";display:inline-block;vertical-align:middle;box-sizing:content-box;'
        f"width:{width:.3f}rem;height:{_LOGO_HEIGHT}rem;padding:.1rem;margin:-.1rem .5rem -.1rem 0;border-radius:.1rem;"
        f"{_background(logo, 'logo')}}}\n"
    )
    if _wordmark(logo):
        # A phone's header has no room for both.
        css += (
            "@media(max-width:30em){.gz-brand span{position:absolute;clip-path:inset(50%)}"
            ".md-header .md-header__title{margin-inline:.2rem}.gz-brand::before{max-width:calc(100% - .2rem);margin-inline:0}}\n"
        )
    return css


def _wordmark(logo: Picture) -> bool:
    return logo.width > _WORDMARK * logo.height


def _dark_css(dark: Picture | None) -> str:
    look = _background(dark, "logo-dark") if dark else "background-color:#fff"
    return f'@media screen{{[data-md-color-scheme="slate"] .gz-brand::before{{{look}}}}}\n'


def _background(picture: Picture, name: str) -> str:
    mark = hashlib.sha256(picture.data).hexdigest()[:8]
    return f'background:url("{name}{picture.suffix}?{mark}") center/contain no-repeat;background-origin:content-box'


def _framed(picture: Picture) -> str:
    """Return a square drawing around *picture*: one kind of file for the browser's tab, whatever was given."""
    data = base64.b64encode(picture.data).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<image width="32" height="32" href="data:{picture.media_type};base64,{data}"/></svg>\n'
    )


def _picture(book: Handbook, named: str | None) -> Picture | None:
    settings = book.paths.get(("settings", ""))
    if named is None or settings is None:
        return None
    try:
        return picture_at(Path(settings).parent.parent, named)
    except Unusable:
        return None
