"""In which form the answer goes back: what the query names, or what the caller accepts."""

from collections.abc import Mapping
from types import MappingProxyType

from policynlp.web.server.jobs import Form, What
from policynlp.web.server.problems import RequestError

MEDIA_TYPES: Mapping[Form, str] = MappingProxyType(
    {
        "json": "application/json",
        "jsonl": "application/x-ndjson",
        "csv": "text/csv",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "html": "text/html",
    }
)
FORMS: Mapping[What, tuple[Form, ...]] = MappingProxyType(
    {"claims": ("json", "jsonl", "csv", "xlsx"), "documents": ("json", "jsonl", "html")}
)


def pick_form(what: What, named: str | None, accept: str) -> Form:
    """Give the form that is named, or else the first of those accepted most.

    Raises:
        RequestError: nothing here can be given so.
    """
    if named is None:
        offered = {form: _weight(MEDIA_TYPES[form], accept) for form in FORMS[what]}
        best = max(offered, key=lambda form: offered[form])
        if offered[best] > 0:
            return best
        raise RequestError("not_acceptable", asked=accept, offered=_list(what, media=True))
    for form in FORMS[what]:
        if form == named:
            return form
    raise RequestError("not_acceptable", asked=f"format={named}", offered=_list(what, media=False))


def _list(what: What, *, media: bool) -> str:
    return ", ".join(MEDIA_TYPES[form] if media else form for form in FORMS[what])


def _weight(media_type: str, accept: str) -> float:
    """How much a type is wanted: the weight of the narrowest range that holds it."""
    ranges = {name: weight for name, weight in map(_parse, accept.split(",")) if name}
    if not ranges:
        return 1
    wide = f"{media_type.partition('/')[0]}/*"
    return next((ranges[name] for name in (media_type, wide, "*/*") if name in ranges), 0)


def _parse(entry: str) -> tuple[str, float]:
    name, *parameters = (part.strip().lower() for part in entry.split(";"))
    given = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    try:
        return name, float(given)
    except ValueError:
        return name, 1
