"""Offsets as a browser counts them: in UTF-16 code units, two for a character such as 𬭩."""

from bisect import bisect_left

from policynlp.errors import Errors, InterchangeError

_BASIC = 0x10000


class Offsets:
    """The way between code points and UTF-16 code units of one text."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        # where the characters stand that count two
        self.wide = [place for place, sign in enumerate(text) if ord(sign) >= _BASIC]
        self.wide_units = [place + number for number, place in enumerate(self.wide)]

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Turn code points into code units."""
        return tuple(place + bisect_left(self.wide, place) for place in (start, end))  # type: ignore[return-value]  # two in, two out

    def points(self, where: str, start: int, end: int) -> tuple[int, int]:
        """Turn code units into code points.

        Raises:
            InterchangeError: an offset stands inside a character.
        """
        return self._point(where, start), self._point(where, end)

    def _point(self, where: str, unit: int) -> int:
        wide = bisect_left(self.wide_units, unit)
        if wide and self.wide_units[wide - 1] == unit - 1:
            error = f"offset {unit} splits a character; here offsets count UTF-16 code units"
            raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))
        return unit - wide
