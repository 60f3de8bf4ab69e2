"""Claims as tables in memory: Arrow, pandas, polars, and data sets of Hugging Face."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from policynlp.errors import Errors, SinkError
from policynlp.schema import Claim
from policynlp.sinks.arrow import read_batches
from policynlp.sinks.content import Content, loosen
from policynlp.sinks.extras import load_library

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from datasets import Dataset


def to_arrow(
    claims: Iterable[Claim], *, flat: bool = False, panel: bool = False
) -> "pyarrow.Table":
    """Give the claims as a table of Arrow, their parts nested unless ``flat``."""
    arrow = load_library("pyarrow", "Arrow tables")
    schema, batches = read_batches(Content(loosen(claims), flat=flat, panel=panel))
    return arrow.Table.from_batches(batches, schema)


def to_pandas(claims: Iterable[Claim], *, panel: bool = False) -> "pandas.DataFrame":
    """Give the claims as a DataFrame of flat columns; whole numbers stay whole beside gaps."""
    library = load_library("pandas", "DataFrames", "pandas")
    arrow = load_library("pyarrow", "DataFrames")
    types = {arrow.int64(): library.Int64Dtype(), arrow.bool_(): library.BooleanDtype()}
    return to_arrow(claims, flat=True, panel=panel).to_pandas(types_mapper=types.get)


def to_polars(claims: Iterable[Claim], *, panel: bool = False) -> "polars.DataFrame":
    """Give the claims as a DataFrame of polars, of flat columns."""
    library = load_library("polars", "DataFrames of polars", "polars")
    frame: polars.DataFrame = library.from_arrow(to_arrow(claims, flat=True, panel=panel))
    return frame


def to_dataset(claims: Iterable[Claim], *, flat: bool = False, panel: bool = False) -> "Dataset":
    """Give the claims as a data set of Hugging Face.

    Raises:
        SinkError: ``datasets`` is missing; the extra that brings it is named.
    """
    try:
        from datasets import Dataset
    except ImportError as error:
        install = "'policynlp[train]'"
        raise SinkError(
            Errors.NEEDS_LIBRARY.format(what="data sets", library="datasets", install=install)
        ) from error
    return Dataset(to_arrow(claims, flat=flat, panel=panel))
