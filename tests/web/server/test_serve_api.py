"""What the API answers when all is well: the same as the library, in every form."""

import io
import json
import logging
import zipfile

import openpyxl
import pytest
from jsonschema import Draft202012Validator

import policynlp
from policynlp.json_schema import json_schema
from web.server.conftest import SAMPLE
from web.server.library import GRAIN, ROAD, claims_of, document_of


def lines(response):
    return [json.loads(line) for line in response.text.splitlines()]


def upload(name, data):
    return ("file", (name, data, "application/octet-stream"))


def test_a_text_gives_the_claims_of_the_library(client):
    response = client.post("/v1/claims", json={"text": ROAD})

    assert response.status_code == 200
    assert response.json() == {"claims": claims_of(ROAD), "errors": []}
    assert response.headers["policynlp-claims"] == "2"


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ({"text": ROAD, "doc_id": "道路"}, {"道路"}),
        ({"texts": [ROAD, GRAIN]}, {"text-1", "text-2"}),
        ({"texts": [{"text": ROAD, "doc_id": "a"}, {"text": GRAIN}]}, {"a", "text-2"}),
    ],
)
def test_texts_are_called_as_they_are_named(client, body, ids):
    answer = client.post("/v1/claims", json=body).json()

    assert {claim["doc_id"] for claim in answer["claims"]} == ids


def test_a_batch_is_each_text_alone(client):
    answer = client.post("/v1/claims", json={"texts": [ROAD, GRAIN, ROAD]}).json()

    alone = [claims_of(ROAD, "text-1"), claims_of(GRAIN, "text-2"), claims_of(ROAD, "text-3")]
    assert answer["claims"] == [claim for claims in alone for claim in claims]


def test_a_document_is_whole(client):
    answer = client.post("/v1/documents", json={"text": ROAD}).json()

    assert answer == {"documents": [document_of(ROAD)], "errors": []}
    Draft202012Validator(json_schema()).validate(answer["documents"][0])


@pytest.mark.parametrize(
    "accept", ["application/x-ndjson", "text/html;q=0.1, application/x-ndjson"]
)
def test_lines_come_a_record_each(client, accept):
    response = client.post("/v1/claims", json={"texts": [ROAD, GRAIN]}, headers={"Accept": accept})

    assert response.headers["content-type"] == "application/x-ndjson"
    assert lines(response) == claims_of(ROAD, "text-1") + claims_of(GRAIN, "text-2")


def test_documents_come_a_line_each(client):
    response = client.post("/v1/documents?format=jsonl", json={"texts": [ROAD, GRAIN]})

    assert lines(response) == [document_of(ROAD, "text-1"), document_of(GRAIN, "text-2")]


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("kind=level", {"kinds": frozenset({"level"})}),
        ("kind=level&kind=change", {"kinds": frozenset({"level", "change"})}),
        ("modality=target", {"modalities": frozenset({"target"})}),
        ("report_year=2031", {"year": 2031}),
    ],
)
def test_queries_are_the_options_of_the_command(client, query, options):
    answer = client.post(f"/v1/claims?{query}", json={"text": ROAD + "今年" + GRAIN}).json()

    assert answer["claims"] == claims_of(ROAD + "今年" + GRAIN, **options)


def test_a_file_gives_what_the_command_gives(client):
    answer = client.post("/v1/claims", files=[upload(SAMPLE.name, SAMPLE.read_bytes())]).json()

    expected = [claim.to_dict() for claim in policynlp.extract(SAMPLE, model="rules")]
    assert answer["claims"] == json.loads(json.dumps(expected))
    assert len(expected) > 40


def test_files_are_called_by_their_names_and_never_opened_by_them(client):
    files = [
        upload(name, ROAD.encode()) for name in ("../../etc/路.txt", "C:\\路.txt", "a/路.md", "")
    ]

    # a part without a name is a field to every form
    assert client.post("/v1/claims", files=files).json()["error"]["code"] == "invalid_request"
    answer = client.post("/v1/documents", files=files[:3]).json()
    assert [document["doc_id"] for document in answer["documents"]] == ["路", "路-2", "路-3"]


def packed(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as folder:
        for name, data in members.items():
            folder.writestr(f"{name}.txt", data)
    return stream.getvalue()


def test_parts_that_cannot_be_read_are_told_beside_the_rest(client):
    data = packed(a=ROAD, b=b"\x89PNG\r\n\x1a\n0000")

    answer = client.post("/v1/claims", files=[upload("two.zip", data)])
    stream = client.post("/v1/claims?format=jsonl", files=[upload("two.zip", data)])

    assert len(answer.json()["claims"]) == 2
    (error,) = answer.json()["errors"]
    assert error["source"].endswith("b.txt")
    assert "PNG is not read" in error["message"]
    assert answer.headers["policynlp-unread"] == "1"
    assert [next(iter(line)) for line in lines(stream)] == ["id", "id", "error"]


def test_tables_are_those_of_the_sinks(client):
    csv = client.post("/v1/claims?format=csv&lang=zh", json={"text": ROAD})
    xlsx = client.post("/v1/claims?format=xlsx&lang=en", json={"text": ROAD})

    assert csv.text.startswith("\ufeff论断编号,文档编号,")
    assert len(csv.text.splitlines()) == 3
    assert csv.headers["content-disposition"] == 'attachment; filename="claims.csv"'
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.content)).worksheets[0]
    assert sheet.max_row == 3


def test_the_view_is_a_page(client):
    response = client.post("/v1/documents?format=html&lang=en", json={"text": ROAD})

    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "公路里程" in response.text


def test_the_schema_is_that_of_the_command(client):
    assert client.get("/v1/schema").json() == json_schema()


def test_health_and_counts(client):
    assert client.get("/healthz").json() == {"status": "ok", "workers": 1}
    before = counts(client)
    client.post("/v1/claims", json={"text": ROAD})
    after = counts(client)

    grown = {name: after[name] - before.get(name, 0) for name in after if "_created" not in name}
    assert grown["policynlp_claims_total"] == 2
    assert grown["policynlp_characters_total"] == len(ROAD)
    assert grown['policynlp_requests_total{method="POST",path="/v1/claims",status="200"}'] == 1
    assert after["policynlp_workers"] == 1
    assert after["policynlp_requests_at_work"] == 0


def counts(client):
    rows = [line.rsplit(" ", 1) for line in client.get("/metrics").text.splitlines()]
    return {name: float(value) for name, value in rows if not name.startswith("#")}


def test_the_log_tells_nothing_of_what_was_sent(client, caplog):
    caplog.set_level(logging.INFO)
    client.post("/v1/claims?kind=level", json={"text": ROAD, "doc_id": "秘密"})
    client.post("/v1/claims", files=[upload("秘密.png", b"\x89PNG\r\n\x1a\n0000")])
    client.get("/etc/passwd?key=hunter2")

    logged = [record.getMessage() for record in caplog.records if "policynlp" in record.name]
    assert [line.split(" ms ")[0].rsplit(" ", 1)[0] for line in logged] == [
        "POST /v1/claims 200",
        "POST /v1/claims 422",
        "GET (other) 404",
    ]
    assert not any(
        word in line for line in logged for word in ("秘密", "公路", "hunter2", "passwd")
    )


def test_the_description_shows_how(client):
    described = client.get("/openapi.json").json()

    body = described["paths"]["/v1/claims"]["post"]["requestBody"]["content"]
    assert set(body) == {"application/json", "multipart/form-data"}
    for example in body["application/json"]["examples"].values():
        answer = client.post("/v1/claims", json=example["value"])
        assert (answer.status_code, bool(answer.json()["claims"])) == (200, True)
    assert {"Claim", "Document", "TextBody", "Problem"} <= set(described["components"]["schemas"])


@pytest.mark.parametrize("path", ["/", "/healthz", "/v1/schema", "/nowhere", "/page.js"])
def test_answers_carry_headers_for_safety(client, path):
    headers = client.get(path).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
