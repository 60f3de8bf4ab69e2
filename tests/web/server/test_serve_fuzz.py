"""Schemathesis reads the description and sends what it can think of: no 5xx, all as described."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from web.server.apart import call_apart

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
PATHS = [
    ("/v1/claims", "POST"),
    ("/v1/documents", "POST"),
    ("/v1/schema", "GET"),
    ("/healthz", "GET"),
    ("/metrics", "GET"),
]
STEADY = settings(
    max_examples=15,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(client):
    return call_apart(schemathesis.openapi.from_asgi, "/openapi.json", client.app)


def cases_of(client, operation):
    """Give the requests that the description shows as examples."""
    told = client.get("/openapi.json").json()["paths"][operation.path][operation.method]
    for media_type, content in told.get("requestBody", {"content": {}})["content"].items():
        for example in content.get("examples", {}).values():
            yield operation.Case(body=example["value"], media_type=media_type)


def test_the_description_has_these_paths(described):
    operations = call_apart(lambda: [found.ok() for found in described.get_all_operations()])

    assert sorted((o.path, o.method.upper()) for o in operations) == sorted(PATHS)


GOOD, BAD = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


@pytest.mark.parametrize(
    ("path", "method", "mode", "least"),
    [
        ("/v1/claims", "POST", GOOD, {200, 422}),
        ("/v1/claims", "POST", BAD, {422}),
        ("/v1/documents", "POST", GOOD, {200, 422}),
        ("/v1/documents", "POST", BAD, {422}),
        ("/v1/schema", "GET", GOOD, {200}),
        ("/healthz", "GET", GOOD, {200}),
        ("/metrics", "GET", GOOD, {200}),
    ],
)
def test_no_request_breaks_the_server(client, described, path, method, mode, least):
    answered = set()

    def send(case):
        response = case.call(session=client, base_url=str(client.base_url))
        answered.add(response.status_code)
        case.validate_response(response, checks=CHECKS)

    def fuzz():
        operation = described[path][method]
        if mode is GOOD:
            for case in cases_of(client, operation):
                send(case)
        STEADY(given(operation.as_strategy(generation_mode=mode))(send))()

    call_apart(fuzz)
    assert answered >= least
