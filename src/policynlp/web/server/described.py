"""What the OpenAPI description says of each path: bodies, answers, examples."""

from typing import Any

from policynlp.json_schema import json_schema
from policynlp.web.server.formats import FORMS, MEDIA_TYPES
from policynlp.web.server.inputs import FORM, JSON, TextBody
from policynlp.web.server.jobs import What
from policynlp.web.server.problems import kinds

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_REF = "#/components/schemas/"
_TEXT = "全市公路里程超过9万公里，比上年增长3.2%。"
_BODIES = {
    "text": {"summary": "One text", "value": {"text": _TEXT}},
    "texts": {
        "summary": "Several",
        "value": {"texts": [_TEXT, {"doc_id": "plan_2031", "text": "明年粮食产量稳定在200万吨。"}]},
    },
}
_FILES: dict[str, Any] = {
    "type": "object",
    "properties": {"file": {"type": "array", "items": {"type": "string", "format": "binary"}}},
    "required": ["file"],
    "additionalProperties": False,
}
_BINARY = {"type": "string", "format": "binary"}
_WRONG = (400, 401, 406, 408, 413, 415, 422, 500, 503)


def claims() -> dict[str, Any]:
    """Describe the path that gives claims."""
    return _work("claims", "Claim")


def documents() -> dict[str, Any]:
    """Describe the path that gives documents."""
    return _work("documents", "Document")


def schema() -> dict[str, Any]:
    """Describe the path of the schema."""
    return _get({JSON: {"schema": {"type": "object", "required": ["$defs", "anyOf"]}}})


def health() -> dict[str, Any]:
    """Describe the path of health."""
    shape = {
        "type": "object",
        "properties": {"status": {"type": "string"}, "workers": {"type": "integer"}},
        "required": ["status", "workers"],
    }
    content = {JSON: {"schema": shape, "example": {"status": "ok", "workers": 2}}}
    answers = _get(content, keyed=False)
    answers["responses"][503] = {"description": "No worker", "content": content}
    return answers


def metrics() -> dict[str, Any]:
    """Describe the path of counts."""
    return _get({METRICS_TYPE: {"schema": {"type": "string"}}})


def _get(content: dict[str, Any], *, keyed: bool = True) -> dict[str, Any]:
    responses: dict[int, Any] = {200: {"description": "Done", "content": content}}
    if keyed:
        responses[401] = _problem(401)
    return {"responses": responses}


def _work(what: What, record: str) -> dict[str, Any]:
    content: dict[str, Any] = {MEDIA_TYPES[form]: {"schema": _BINARY} for form in FORMS[what]}
    content[JSON] = {"schema": _whole(what, record)}
    content[MEDIA_TYPES["jsonl"]] = {"schema": {"type": "string"}}
    done = {"description": "Done; jsonl comes as it is found, a record a line", "content": content}
    return {
        "responses": {200: done, **{status: _problem(status) for status in _WRONG}},
        "openapi_extra": {"requestBody": _body()},
    }


def _whole(what: What, record: str) -> dict[str, Any]:
    part = {
        "type": "object",
        "description": "A part of the request that gave no document, and why",
        "properties": {"source": {"type": "string"}, "message": {"type": "string"}},
        "required": ["source", "message"],
    }
    return {
        "type": "object",
        "properties": {
            what: {"type": "array", "items": {"$ref": f"{_REF}{record}"}},
            "errors": {"type": "array", "items": part},
        },
        "required": [what, "errors"],
        "additionalProperties": False,
    }


def _body() -> dict[str, Any]:
    return {
        "required": True,
        "content": {
            JSON: {"schema": {"$ref": f"{_REF}TextBody"}, "examples": _BODIES},
            FORM: {"schema": _FILES},
        },
    }


def _problem(status: int) -> dict[str, Any]:
    found = [kind for kind in kinds().values() if kind.status == status]
    said = "; ".join(f"`{kind.code}`: {kind.message}" for kind in found)
    return {"description": said, "content": {JSON: {"schema": {"$ref": f"{_REF}Problem"}}}}


def components(*, keyed: bool) -> dict[str, Any]:
    """Give the shapes that the paths refer to, and how a key is shown if one is asked for."""
    records = _moved(json_schema()["$defs"])
    body = TextBody.model_json_schema(ref_template=_REF + "{model}")
    named = body.pop("$defs")
    words = {name: {"type": "string"} for name in ("code", "message", "hint")}
    error = {"type": "object", "properties": words, "required": list(words)}
    problem = {"type": "object", "properties": {"error": error}, "required": ["error"]}
    schemas = {**records, **named, "TextBody": body, "Problem": problem}
    schemes = {"key": {"type": "http", "scheme": "bearer"}}
    return {"schemas": schemas, **({"securitySchemes": schemes} if keyed else {})}


def _moved(value: Any) -> Any:
    """Point references at where OpenAPI keeps schemas."""
    if isinstance(value, dict):
        return {name: _moved(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_moved(part) for part in value]
    return value.replace("#/$defs/", _REF) if isinstance(value, str) else value
