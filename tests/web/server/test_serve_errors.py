"""What the API answers when something is wrong: a 4xx, and a body that says what."""

import asyncio
import gzip
import json

import pytest
from httpx2 import ASGITransport, AsyncClient

from policynlp.web.server import Settings, create_app
from policynlp.web.server.problems import kinds
from web.server.apart import run_apart
from web.server.conftest import ROOT
from web.server.library import ROAD

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "multipart/form-data; boundary=x"}


def short(value):
    return repr(value)[:50]


def fault(response):
    error = response.json()["error"]
    assert set(error) == {"code", "message", "hint"}
    assert all(error.values())
    return response.status_code, error["code"], error["message"]


@pytest.mark.parametrize(
    ("body", "status", "code", "message"),
    [
        (b"", 400, "invalid_json", "the body is no JSON: EOF while parsing a value at line 1 column 0"),
        (b"{", 400, "invalid_json", "the body is no JSON: EOF while parsing an object at line 1 column 1"),
        (b'{"text": "\xff"}', 400, "invalid_json", "the body is no JSON: invalid unicode code point at line 1 column 11"),
        (b'{"text": "a\\ud800"}', 400, "invalid_json", "the body is no JSON: unexpected end of hex escape at line 1 column 18"),
        (b"[" * 100_000, 400, "invalid_json", "the body is no JSON: recursion limit exceeded"),
        (b"[]", 422, "invalid_request", "body: Input should be an object"),
        (b"null", 422, "invalid_request", "body: Input should be an object"),
        (b"{}", 422, "no_input", "the request holds no text and no file"),
        (b'{"text": 5}', 422, "invalid_request", "body.text: Input should be a valid string"),
        (b'{"text": "a", "file": "/etc/passwd"}', 422, "invalid_request", "body.file: Extra inputs are not permitted"),
        (b'{"text": "a", "texts": ["b"]}', 422, "invalid_request", "body: text and texts exclude each other"),
        (b'{"texts": ["a"], "doc_id": "b"}', 422, "invalid_request", "body.doc_id: it names no text"),
        (b'{"text": "a", "doc_id": ""}', 422, "invalid_request", "body.doc_id: String should have at least 1 character"),
        (b'{"texts": []}', 422, "no_input", "the request holds no text and no file"),
        (b'{"texts": ["a", ""]}', 422, "empty_text", "body.texts[1]: the text is empty"),
        (b'{"text": " \\u3000\\n"}', 422, "empty_text", "body.text: the text is empty"),
        (b'{"text": "ab\\u0000"}', 422, "bad_characters", "body.text: a null character at character 2"),
        (b'{"text": "a", "doc_id": "b\\u0000"}', 422, "bad_characters", "doc_id of body.text: a null character at character 1"),
        (b'{"texts": [{"text": "a", "doc_id": "x"}, {"text": "b", "doc_id": "x"}]}', 422, "repeated_id", "body.texts[1]: doc_id 'x' stands a second time"),
        (b'{"texts": ["a", "a", "a", "a", "a", "a"]}', 413, "too_many_texts", "more than 5 texts in one request"),
        (json.dumps({"text": "a" * 20_001}).encode(), 413, "text_too_long", "the texts have more than 20000 characters"),
        (b'{"text": "' + b"a" * 1_000_000 + b'"}', 413, "too_large", "the body has more than 1 MB"),
    ],
    ids=short,
)  # fmt: skip
@pytest.mark.parametrize("path", ["/v1/claims", "/v1/documents"])
def test_bodies(client, path, body, status, code, message):
    response = client.post(path, content=body, headers=JSON)

    assert fault(response)[:2] == (status, code)
    assert fault(response)[2].startswith(message)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("kind=levels", "query.kind[0]: Input should be 'level', 'change' or 'trend'"),
        ("report_year=1", "query.report_year: Input should be greater than or equal to 1900"),
        ("report_year=x", "query.report_year: Input should be a valid integer, unable to parse string as an integer"),
        ("model=/etc", "query.model: Extra inputs are not permitted"),
        ("format=exe", "query.format: Input should be 'json', 'jsonl', 'csv' or 'xlsx'"),
    ],
)  # fmt: skip
def test_queries(client, query, message):
    response = client.post(f"/v1/claims?{query}", json={"text": ROAD})

    assert fault(response) == (422, "invalid_request", message)


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "not_found"),
        ("GET", "/../src/policynlp/errors.py", {}, 404, "not_found"),
        ("GET", "/v1/../../etc/passwd", {}, 404, "not_found"),
        ("GET", "/%2e%2e/%2e%2e/etc/passwd", {}, 404, "not_found"),
        ("GET", "/sample.txt/../errors.py", {}, 404, "not_found"),
        ("GET", "/docs", {}, 404, "not_found"),
        ("GET", "/v1/claims", {}, 405, "method_not_allowed"),
        ("DELETE", "/healthz", {}, 405, "method_not_allowed"),
        ("POST", "/v1/claims", {"Content-Type": "text/plain"}, 415, "unsupported_media_type"),
        ("POST", "/v1/claims", {}, 415, "unsupported_media_type"),
        ("POST", "/v1/claims", {"Accept": "image/png", **JSON}, 406, "not_acceptable"),
        ("POST", "/v1/claims", {"Accept": "text/html", **JSON}, 406, "not_acceptable"),
        ("POST", "/v1/claims", {"Content-Length": "99999999999", **JSON}, 413, "too_large"),
    ],
)
def test_paths_methods_and_types(client, method, path, headers, status, code):
    response = client.request(method, path, headers=headers)

    assert fault(response)[:2] == (status, code)
    assert ("allow" in response.headers) == (status == 405)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("x.png", b"\x89PNG\r\n\x1a\n0000", "x.png: PNG is not read; save it as .docx, PDF or text first"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "cut.pdf: damaged or cut off PDF"),
        ("cut.docx", b"PK\x03\x04abcdefgh", "cut.docx: damaged or cut off Word file"),
        ("bomb.gz", gzip.compress(b"a" * 5_000_000, mtime=0), "bomb.gz: more than 1 MB"),
    ],
    ids=short,
)  # fmt: skip
def test_files(client, name, data, message):
    response = client.post("/v1/claims", files={"file": (name, data)})

    assert fault(response)[:2] == (422, "unreadable_file")
    assert fault(response)[2].startswith(message)


def test_an_encrypted_pdf(client):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas("locked.pdf", encrypt=StandardEncryption("secret", ownerPassword="owner"))
    page.drawString(50, 700, "locked")

    response = client.post("/v1/claims", files={"file": ("locked.pdf", page.getpdfdata())})

    assert fault(response)[:2] == (422, "unreadable_file")
    assert "locked with a password" in fault(response)[2]


def test_a_file_with_too_many_characters(client):
    response = client.post("/v1/claims", files={"file": ("a.txt", ROAD.encode() * 1000)})

    assert fault(response) == (413, "text_too_long", "the texts have more than 20000 characters")


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 400, "invalid_form"),
        (b"--x--\r\n", 422, "no_input"),
        (b"no parts at all", 400, "invalid_form"),
        (b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nab', 400, "invalid_form"),
        (b'--x\r\nContent-Disposition: form-data; name="path"; filename="a"\r\n\r\nab\r\n--x--\r\n', 422, "invalid_request"),
        (b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n/etc/passwd\r\n--x--\r\n', 422, "invalid_request"),
        (b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nab\r\n' * 6 + b"--x--\r\n", 413, "too_many_texts"),
    ],
    ids=short,
)  # fmt: skip
def test_forms(client, content, status, code):
    response = client.post("/v1/claims", content=content, headers=FORM)

    assert fault(response)[:2] == (status, code)


def test_a_form_without_its_boundary(client):
    response = client.post(
        "/v1/claims", content=b"x", headers={"Content-Type": "multipart/form-data"}
    )

    assert fault(response)[:2] == (400, "invalid_form")


def test_a_body_without_a_length_is_counted():
    async def endless():
        while True:
            yield b" " * 100_000

    app = create_app(Settings(max_mb=1))

    async def send():
        async with AsyncClient(transport=ASGITransport(app), base_url="http://here") as caller:
            return await caller.post("/v1/claims", content=endless(), headers=JSON)

    assert fault(run_apart(send())) == (413, "too_large", "the body has more than 1 MB")


def test_a_body_that_never_ends_is_given_up():
    async def slow():
        yield b'{"text"'
        await asyncio.sleep(60)

    app = create_app(Settings(timeout=0.2))

    async def send():
        async with AsyncClient(transport=ASGITransport(app), base_url="http://here") as caller:
            return await caller.post("/v1/claims", content=slow(), headers=JSON)

    assert fault(run_apart(send()))[:2] == (408, "slow_body")


@pytest.mark.parametrize("code", sorted(kinds()))
def test_every_problem_is_raised_somewhere(code):
    folder = ROOT / "src" / "policynlp" / "web" / "server"
    sources = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))

    assert f'"{code}"' in sources
    assert all(kinds()[code])
