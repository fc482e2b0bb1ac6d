"""Words that are data: the YAML files beside this module."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

# Every worker process reads them: the safe loader in C takes a tenth of the time of the one in Python.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def word_list(name: str) -> Any:
    """Return what *name*, a YAML file of this package, holds."""
    written = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(written, Loader=_LOADER)  # noqa: S506 - both loaders are safe ones
