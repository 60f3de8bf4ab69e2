"""The API key: who shows it is let in, and where none is asked for."""

import pytest
from starlette.testclient import TestClient

from policynlp.web.server import Settings, create_app

KEY = "密钥-correct horse"


@pytest.fixture
def guarded():
    return TestClient(create_app(Settings(api_key=KEY)))


def shown(value, scheme="Bearer "):
    return {"Authorization": f"{scheme}{value}".encode()}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        (shown("wrong"), 401),
        (shown(KEY, "Basic "), 401),
        (shown(""), 401),
        ({"X-API-Key": KEY.encode()[:-1]}, 401),
        (shown(KEY), 200),
        (shown(KEY, "bearer "), 200),
        ({"X-API-Key": KEY.encode()}, 200),
    ],
    ids=str,
)
def test_the_key_opens_the_api(guarded, headers, status):
    response = guarded.get("/v1/schema", headers=headers)

    assert response.status_code == status
    if status == 401:
        assert response.headers["www-authenticate"] == "Bearer"
        assert response.json()["error"]["code"] == "unauthorized"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/page.js", 200),
        ("GET", "/sample.txt", 200),
        ("GET", "/metrics", 401),
        ("GET", "/openapi.json", 401),
        ("POST", "/v1/claims", 401),
        ("GET", "/nowhere", 401),
    ],
)
def test_what_is_open_without_it(guarded, method, path, status):
    assert guarded.request(method, path).status_code == status


def test_the_key_is_not_shown():
    assert KEY not in repr(Settings(api_key=KEY))


def test_the_description_says_that_there_is_a_key(guarded):
    described = guarded.get("/openapi.json", headers=shown(KEY)).json()

    assert described["security"] == [{"key": []}]
    assert described["paths"]["/healthz"]["get"]["security"] == []
    assert described["components"]["securitySchemes"]["key"]["scheme"] == "bearer"


def test_the_page_asks_for_it(guarded):
    assert 'id="key"' in guarded.get("/").text
    assert 'id="key"' not in TestClient(create_app(Settings())).get("/").text
