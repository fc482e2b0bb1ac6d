"""Signs of symbol fonts as Unicode: what w:sym, bullets and enclosed-character fields print."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x77: "⬥",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
} | {0x80 + i: sign for i, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□"} | {
    0x6A + i: sign for i, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")
}
_SYMBOL = {
    0xA3: "≤",
    0xA5: "∞",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xD2: "®",
    0xD3: "©",
    0xD7: "·",
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_CIRCLED = dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿", start=1))


def sign(font: str, code: int) -> str:
    """Return the character a symbol font shows for *code*; one not in the tables keeps its private-use code.

    Args:
        font: Name of the font, any case.
        code: Code point as written; Word adds U+F000 to the codes of symbol fonts.
    """
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _FONTS.get(font.strip().lower(), {}).get(low)
    if known:
        return known
    # A surrogate or a code beyond Unicode is damage; the replacement character says so and still counts as one.
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def bullet(text: str, font: str) -> str:
    """Return a bullet as people see it; private-use signs that are not in the tables print as a plain bullet."""
    return "".join("•" if 0xE000 <= ord(c) <= 0xF8FF else c for c in (sign(font, ord(raw)) for raw in text))


def circled(text: str) -> str | None:
    """Return the enclosed sign for a number in a drawn circle, or None where Unicode has none."""
    text = text.strip()
    if text.isdecimal() and len(text) <= 2:
        return _CIRCLED.get(int(text))
    tens = "一二三四五六七八九十"
    return chr(0x3280 + tens.index(text)) if len(text) == 1 and text in tens else None
