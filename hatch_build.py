"""Build hook: a wheel carries the reference handbook that `guizhang init` copies.

An editable install reads the same files from the checkout, so nothing is copied there: a copy would go stale unseen.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

REFERENCE = {
    "content": "guizhang/reference/content",
    "quizzes": "guizhang/reference/quizzes",
    "mkdocs.yml": "guizhang/reference/mkdocs.yml",
    "docs/adopting.md": "guizhang/reference/docs/adopting.md",
    "docs/importing.md": "guizhang/reference/docs/importing.md",
}


class ReferenceContentHook(BuildHookInterface):
    """Adds the reference content to a standard wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Map the repository's content into the package for *version* `standard`; `editable` gets none."""
        if version == "standard":
            build_data["force_include"].update(REFERENCE)
