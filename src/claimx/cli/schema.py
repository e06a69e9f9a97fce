"""``claimx schema``: what the output looks like, for programs."""

from __future__ import annotations

import click

from claimx.cli.output import open_output


@click.command(short_help="Print the JSON Schema of the output.")
@click.option(
    "--format", "form", type=click.Choice(["json", "jsonl"]), default="json", show_default=True, help="The output that is described."
)
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
def schema(form: str, output: str | None) -> None:
    """Print the JSON Schema (2020-12) of the output.

    \b
    Examples:
      claimx schema > claimx.schema.json       the array of documents
      claimx schema --format jsonl             one flat claim
    """
    import msgspec

    from claimx.render import schema as schemas

    described = schemas.documents() if form == "json" else schemas.row()
    with open_output(output) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(described), indent=2).decode() + "\n")
