"""JSON Schemas of the file formats."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write them to; printed when absent.",
)
def schema(output: Path | None) -> None:
    """Write the JSON Schemas of the file formats, for editors."""
    from guizhang.files import write_file
    from guizhang.yamlio.schema import schemas

    for kind, text in schemas().items():
        if output is None:
            click.echo(text, nl=False)
        else:
            write_file(output / f"{kind}.json", text)
            click.echo(output / f"{kind}.json")
