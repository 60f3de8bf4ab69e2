"""What may be wrong with a request: a row of ``data/problems.tsv`` each, and its JSON body."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from starlette.responses import JSONResponse

from policynlp.errors import PolicyNLPError


class Kind(NamedTuple):
    """A kind of problem: its status, and what to say and to do."""

    code: str
    status: int
    message: str
    hint: str
    zh: str


@cache
def kinds() -> Mapping[str, Kind]:
    """Give each code its row."""
    text = (files(__package__) / "data" / "problems.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType(
        {row["code"]: Kind(**{**row, "status": int(row["status"])}) for row in rows}  # type: ignore[arg-type]  # a cell is a str
    )


class RequestError(PolicyNLPError):
    """A request that cannot be answered as asked."""

    def __init__(self, code: str, **values: Any) -> None:
        self.code = code
        self.values = values
        super().__init__(self.body()["error"]["message"])

    @property
    def kind(self) -> Kind:
        """The row of its code."""
        return kinds()[self.code]

    def body(self) -> dict[str, dict[str, str]]:
        """Give what the caller is told."""
        message = self.kind.message.format(**self.values)
        hint = self.kind.hint.format(**self.values)
        return {"error": {"code": self.code, "message": message, "hint": hint}}

    def response(self, headers: Mapping[str, str] | None = None) -> JSONResponse:
        """Give the answer, with the header that its status asks for."""
        own = {"WWW-Authenticate": "Bearer"} if self.kind.status == 401 else {}
        if "seconds" in self.values and self.kind.status == 503:
            own["Retry-After"] = str(self.values["seconds"])
        return JSONResponse(self.body(), self.kind.status, {**own, **(headers or {})})
