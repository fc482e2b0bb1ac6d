"""HTML by Jinja2: autoescape on, an undefined name is an error, nothing is loaded from anywhere."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment

from guizhang.templating import environment


def page(template: str, view: dict[str, Any], package: str) -> bytes:
    """Return *view* as a page of the template ``templates/NAME.html.j2`` of *package*."""
    return _environment(package).get_template(f"{template}.html.j2").render(view).encode()


def css_string(text: str) -> str:
    """Return *text* as it may stand between the quotation marks of a CSS string; autoescape knows only HTML."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in text)


@cache
def _environment(package: str) -> Environment:
    found = environment(package)
    found.filters["css_string"] = css_string
    return found
