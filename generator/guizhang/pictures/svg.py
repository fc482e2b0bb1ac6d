"""An SVG that is a drawing and nothing else.

A page shows a logo as a picture, in which no script runs; but its address can be opened by itself, and then everything
in it would. So what is not drawn is refused, not taken out: a cleaned file is no longer the one the company approved.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from guizhang.diagnostics import Message
from guizhang.pictures.fault import Unusable, broken

SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_DRAWING = frozenset(
    "svg g defs symbol use switch view title desc metadata style path rect circle ellipse line polyline polygon "
    "text tspan textPath image linearGradient radialGradient stop pattern clipPath mask marker filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
"""What is drawn, without links, scripts, animation (which can set a link) and foreign content (SVG 2, appendix F)."""
_INSIDE = re.compile(r"#|data:image/(png|jpeg|webp|gif);base64,")
_URL = re.compile(r"url\(\s*[\"']?\s*(?P<target>[^\"')]*)", re.IGNORECASE)
_OUTSIDE = re.compile(r"@import|image-set\(|src\(|\\", re.IGNORECASE)
"""Other ways a style sheet has to name a file, and the escapes that hide them."""
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in|pc)?\s*")
_DEEPEST = 200


def svg_size(data: bytes) -> tuple[float, float]:
    """Return width and height of the drawing; only their ratio says anything.

    Raises:
        Unusable: it is no SVG, broken, or holds something that is not drawn.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, UnicodeDecodeError, LookupError) as fault:
        raise broken("SVG") from fault
    return reader.size


class _Reader:
    """Goes through the file once; expat stops at the first thing that is refused."""

    def __init__(self) -> None:
        self.size = (1.0, 1.0)
        self._open: list[str] = []
        self._style = ""
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = lambda name, *_: self._refuse(f"<!ENTITY {name}>")
        parser.ProcessingInstructionHandler = lambda target, _: self._refuse(f"<?{target}?>")

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition(" ")
        if not self._open and (namespace, name) != (SVG, "svg"):
            raise Unusable(
                Message(f"不是 SVG，开头是 <{name}>", f"this is no SVG; it begins with <{name}>"),
                Message("另存为 SVG 或 PNG", "save it as SVG or PNG"),
            )
        if len(self._open) > _DEEPEST:
            raise broken("SVG")
        # What drawing programs leave in namespaces of their own is neither drawn nor run.
        if namespace == _XHTML or (namespace == SVG and name not in _DRAWING) or self._open[-1:] == ["style"]:
            self._refuse(f"<{name}>")
        for key, value in attributes.items():
            self._attribute(key.rpartition(" ")[2], value, drawn=namespace == SVG)
        if not self._open:
            self.size = _size(attributes)
        self._open.append(name)

    def _attribute(self, name: str, value: str, *, drawn: bool) -> None:
        if name.lower().startswith("on"):
            self._refuse(f"{name}=")
        if not drawn:
            return
        if name == "base" or (name in ("href", "src") and not _INSIDE.match(value.strip())):
            self._refuse(f'{name}="{value[:60]}"')
        self._css(value)

    def _end(self, _: str) -> None:
        if self._open.pop() == "style":
            self._css(self._style)
            self._style = ""

    def _text(self, text: str) -> None:
        if self._open[-1:] == ["style"]:
            self._style += text

    def _css(self, text: str) -> None:
        other = _OUTSIDE.search(text)
        if other:
            self._refuse(other[0])
        for match in _URL.finditer(text):
            if not _INSIDE.match(match["target"].strip()):
                self._refuse(f"url({match['target'][:60]})")

    def _refuse(self, what: str) -> None:
        line = self.parser.CurrentLineNumber
        raise Unusable(
            Message(
                f"SVG 第 {line} 行有 {what}，标志里只能有图形",
                f"line {line} of the SVG has {what}; a logo may only draw",
            ),
            Message(
                "用绘图软件另存为“普通 SVG”，或导出为 PNG",
                "save it as plain SVG in a drawing program, or export it as PNG",
            ),
        )


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    box = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", attributes.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        return box[2], box[3]
    sides = [_NUMBER.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
    width, height = (float(match[1]) if match else 0.0 for match in sides)
    return (width, height) if width > 0 and height > 0 else (1.0, 1.0)
