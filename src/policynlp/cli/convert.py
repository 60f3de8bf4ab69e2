"""The command that turns one format of annotated documents into another."""

from pathlib import Path

import click

from policynlp.errors import FormatError
from policynlp.interchange import FORMATS, convert, parse_renames

_ABOUT = "; ".join(f"{form.name} ({form.about})" for form in FORMATS.values())
_FORMS = click.Choice(list(FORMATS))


@click.command("convert", epilog=f"Formats: {_ABOUT}.")
@click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUTPUT", type=click.Path(path_type=Path))
@click.option("--from", "read_as", type=_FORMS, help="What INPUT is, where it does not tell.")
@click.option("--to", "write_as", type=_FORMS, help="What OUTPUT is to be; else by its ending.")
@click.option(
    "--map",
    "renames",
    multiple=True,
    metavar="OLD=NEW,...",
    help="Labels to rename; an empty NEW leaves the spans out.",
)
def convert_command(
    source: Path, target: Path, read_as: str | None, write_as: str | None, renames: tuple[str, ...]
) -> None:
    """Write the annotated documents of INPUT to OUTPUT in another format.

    What the other format has no place for is counted on standard error.
    """
    try:
        report = convert(source, target, (read_as, write_as), parse_renames(renames))
    except FormatError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{target}: {report.documents} documents", err=True)
    for line in report.lines():
        click.echo(line, err=True)
