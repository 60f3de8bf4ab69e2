"""Parquet: typed columns, the parts of a claim nested in them unless they are to be flat."""

from pathlib import Path

from policynlp.sinks.arrow import read_batches
from policynlp.sinks.atomic import draft_atomic
from policynlp.sinks.content import Content
from policynlp.sinks.extras import load_library


def write_parquet(content: Content, path: Path) -> int:
    """Write the rows as they come, a row group a batch; return how many rows."""
    parquet = load_library("pyarrow.parquet", "parquet files")
    count = 0
    with draft_atomic(path) as draft:
        schema, batches = read_batches(content)
        with parquet.ParquetWriter(draft, schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch)
                count += batch.num_rows
    return count
