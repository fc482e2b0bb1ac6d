"""The company's accent, made readable: WCAG 2 contrast against the paper of the light and of the dark view."""

from __future__ import annotations

LIGHT_PAPER = "#ffffff"
DARK_PAPER = "#16181d"
READABLE = 4.5
"""Least contrast of text (WCAG 2.1, 1.4.3, level AA)."""

_RGB = tuple[float, float, float]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1..21.

    Source: WCAG 2.1, definition of contrast ratio.
    """
    lighter, darker = sorted((_luminance(_parse(first)), _luminance(_parse(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(accent: str, paper: str, least: float = READABLE) -> str:
    """Return *accent*, darkened or lightened in small steps until it can be read on *paper*."""
    target = (0.0, 0.0, 0.0) if _luminance(_parse(paper)) > 0.5 else (1.0, 1.0, 1.0)
    colour = _parse(accent)
    for step in range(21):
        share = step / 20
        mixed = (
            colour[0] + (target[0] - colour[0]) * share,
            colour[1] + (target[1] - colour[1]) * share,
            colour[2] + (target[2] - colour[2]) * share,
        )
        if contrast(_hex(mixed), paper) >= least:
            return _hex(mixed)
    raise AssertionError("black and white are always readable on paper")


def _parse(colour: str) -> _RGB:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _hex(colour: _RGB) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: _RGB) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
