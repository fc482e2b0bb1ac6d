"""The Jinja2 environment of our own templates: everything is escaped unless it is Markup, and a misspelt name fails."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from guizhang.model.text import Text
from guizhang.site.articles import cells
from guizhang.site.force import dates
from guizhang.site.paths import relative
from guizhang.site.texts import LANG_TAGS, duo
from guizhang.site.words import norm_word, word


@cache
def environment() -> Environment:
    """Return the environment; templates are compiled once for each process."""
    env = Environment(
        loader=PackageLoader("guizhang.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(duo=duo, cells=cells, w=_w, word=word, norm_word=norm_word, tags=LANG_TAGS, dates=dates)
    return env


def render(template: str, path: str, **context: object) -> Markup:
    """Return *template* filled in for the page at *path*.

    ``link(target)`` in the template gives the way from this page to another.
    """
    return Markup(  # noqa: S704 - the environment escapes; this is what it returned
        environment().get_template(template).render(link=lambda target: relative(path, target), path=path, **context)
    )


def prepare(*templates: str) -> None:
    """Compile *templates* here, once: processes forked from this one then have them."""
    for template in templates:
        environment().get_template(template)


def _w(key: str) -> Markup:
    text: Text = word(key)
    return duo(text)
