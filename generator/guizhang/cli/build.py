"""Build and serve the handbook site."""

from __future__ import annotations

from pathlib import Path

import click

from guizhang.cli.shell import chosen_language, counted, root_argument, say, show, step, strict_option
from guizhang.diagnostics import Severity


@click.command()
@root_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the site; ROOT/site when absent.",
)
@strict_option
def build(root: Path, output: Path | None, *, strict: bool) -> None:
    """Check the content and build the handbook site."""
    from guizhang.site.build import build_site

    target = output or root / "site"
    with step("检查内容，生成网站", "checking content, building the site"):
        report = build_site(root, target, strict=strict)
    show([fault for fault in report.diagnostics if fault.severity is not Severity.NOTE])
    say(f"{report.pages} 页：{target / 'index.html'}", f"{counted(report.pages, 'page')}: {target / 'index.html'}")


@click.command()
@root_argument
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT to listen on.")
def serve(root: Path, address: str) -> None:
    """Serve the handbook locally and rebuild it as files change."""
    from guizhang.site.build import serve_site

    serve_site(root, address, chosen_language())
