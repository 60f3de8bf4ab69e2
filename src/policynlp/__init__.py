"""Chinese policy texts: their entities, quantities and the claims they make."""

from collections.abc import Iterable, Iterator
from os import PathLike
from typing import TYPE_CHECKING, Any

from policynlp.collector import loading
from policynlp.models import DEFAULT
from policynlp.schema import Claim, Document, Quantity
from policynlp.sinks.frames import to_arrow, to_dataset, to_pandas, to_polars
from policynlp.sinks.notebook import Claims

if TYPE_CHECKING:
    from spacy.language import Language

    from policynlp.readers import Reading

__all__ = [
    "Claim",
    "Claims",
    "Document",
    "Quantity",
    "displacy_options",
    "extract",
    "load",
    "to_arrow",
    "to_dataset",
    "to_pandas",
    "to_polars",
]

Input = str | PathLike[str]


def load(
    model: Input = DEFAULT, *, report_year: int | None = None, segmenter: str | None = None
) -> "Language":
    """Load a pipeline by name or path; ``rules`` needs no learned model.

    ``report_year`` is the year in which the texts speak, where their titles do not tell.
    ``segmenter`` says what a token is: ``char``, a character, as ``rules`` has it if none is
    given, or ``pkuseg``, a word.
    """
    with loading():
        from policynlp.pipeline import load as load_pipeline

        return load_pipeline(str(model), report_year=report_year, segmenter=segmenter)


def extract(
    inputs: Input | Iterable[Input],
    *,
    model: Input = DEFAULT,
    report_year: int | None = None,
    jobs: int = 1,
    reading: "Reading | None" = None,
) -> Iterator[Claim]:
    """Give the claims of one file, folder or glob, or of several, in their order.

    ``reading`` says which column holds the text of rows, and what a file may cost:
    ``policynlp.readers.Reading(text_column="body", limits=Limits(max_mb=500))``.

    Raises:
        ReadError: a file cannot be read as a report; the claims before it were given.
    """
    from policynlp.engines import Options, extract_files
    from policynlp.errors import ReadError
    from policynlp.readers import Reading, discover

    reading = reading or Reading()
    names = [inputs] if isinstance(inputs, str | PathLike) else inputs
    options = Options(str(model), report_year, entities=False, reading=reading)
    sources = discover([str(name) for name in names], reading)
    for result in extract_files(sources, options, jobs=jobs):
        if result.error:
            raise ReadError(result.error)
        yield from result.claims


def displacy_options(spans_key: str = "quantities") -> dict[str, Any]:
    """Give the options of ``spacy.displacy.render``, for ``style="ent"`` and ``style="span"``.

    ``spans_key`` is the layer of ``doc.spans`` that ``style="span"`` shows: ``quantities``,
    ``cells``, ``times``, ``regions``, ``entities``, ``directions``, ``indicators``, ``units``.
    """
    from policynlp.web.view.palette import displacy_options as options

    return options(spans_key)
