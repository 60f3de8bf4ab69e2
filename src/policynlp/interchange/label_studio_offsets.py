"""What the offsets of Label Studio count.

It counts code points; before release 1.6 or so it counted UTF-16 code units, and its old exports
still do. Each region says its words, so a task is read by the count that fits them.
"""

from collections.abc import Callable

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.records import Record, surface
from policynlp.interchange.utf16 import Offsets

Count = Callable[[int, int], tuple[int, int]]


def offsets_of(region: Record) -> tuple[int, int]:
    """Give the offsets that a region says, whatever they count."""
    value = region["value"].get("globalOffsets", region["value"])  # of rich text
    return int(value["start"]), int(value["end"])


def pick_count(where: str, text: str, regions: list[Record]) -> Count:
    """Tell by which count the offsets lead to the words that the regions say.

    Raises:
        InterchangeError: they do so by neither.
    """
    wide = Offsets(text)
    for count in (_as_they_are, lambda start, end: wide.points(where, start, end)):
        try:
            if all(_fits(text, region, count) for region in regions):
                return count
        except InterchangeError:  # an offset that splits a character
            continue
    region = next(region for region in regions if not _fits(text, region, _as_they_are))
    said = region["value"]["text"]
    error = f"the words of region {region['id']!r}, {said!r}, do not stand where it says"
    raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))


def _as_they_are(start: int, end: int) -> tuple[int, int]:
    return start, end


def _fits(text: str, region: Record, count: Count) -> bool:
    start, end = count(*offsets_of(region))
    said = region["value"].get("text")
    return said is None or _plain(said) == surface(text, start, end)


def _plain(said: str) -> str:
    """Give the words of a region; old exports write a line end as a backslash and an n."""
    return surface(said.replace("\\n", "\n"), 0, len(said))
