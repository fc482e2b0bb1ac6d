"""Write generator/guizhang/zh/traditional.txt anew from the installed OpenCC; run it after a new release of OpenCC.

    python scripts/traditional.py

OpenCC's Python package converts but does not give out its dictionary; the program `opencc_dict` it comes with does.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import opencc

OUT = Path(__file__).parents[1] / "generator" / "guizhang" / "zh" / "traditional.txt"
DICTIONARIES = ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases")
IDEOGRAPHS = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32400))
HEAD = """\
# Simplified to Traditional as OpenCC s2tw has it: the words it cuts a text into, each with its conversion where that is
# not the conversion of its characters, and the characters that change.
# From OpenCC {version}, Copyright BYVoid and contributors, Apache License 2.0; rewritten by scripts/traditional.py.
"""


def main() -> None:
    """Write the file."""
    package = Path(opencc.__file__).parent / "clib"
    convert = opencc.OpenCC("s2tw").convert
    signs = [chr(code) for block in IDEOGRAPHS for code in block]
    single = {sign: convert(sign) for sign in signs if convert(sign) != sign}
    words = set()
    with tempfile.TemporaryDirectory() as folder:
        for name in DICTIONARIES:
            out = Path(folder) / name
            source = package / "share" / "opencc" / f"{name}.ocd2"
            subprocess.run(
                [package / "bin" / "opencc_dict", "-i", source, "-o", out, "-f", "ocd2", "-t", "text"], check=True
            )
            words |= {line.split("\t")[0] for line in out.read_text(encoding="utf-8").splitlines() if line}
    lines = [f"{sign}\t{converted}" for sign, converted in sorted(single.items())]
    for word in sorted(words):
        converted = convert(word)
        plain = "".join(single.get(sign, sign) for sign in word)
        lines.append(word if converted == plain else f"{word}\t{converted}")
    OUT.write_text(HEAD.format(version=opencc.__version__) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
