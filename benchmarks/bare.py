"""`guizhang` that builds a site without search and practice: what that part of a build takes, for `building`.

Pages, checks, reading marks and everything else are made as ever, in the same order; the page of practice is empty. What the
command says and writes is otherwise the product's own.
"""

from __future__ import annotations

from pathlib import Path

from guizhang.cli import main
from guizhang.model.practice import Practice
from guizhang.site import begin, build
from guizhang.site.begin import Begun


def _bare(root: Path) -> Begun:
    begun = begin.begin(root)
    # Loaded where the product loads it.
    from guizhang.site import compose

    nothing = {"index_partial": None, "units_of_regulation": (), "units_of_rest": (), "write": ()}
    vars(compose).update({name: lambda *_, made=made: made for name, made in nothing.items()})
    return begun


if __name__ == "__main__":
    vars(begin)["_practice"] = lambda *_, **__: Practice()
    vars(build)["begin"] = _bare
    main()
