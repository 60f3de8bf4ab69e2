import base64
import hashlib
import json
import re

import pytest

from policynlp.web.view import render
from policynlp.web.view.page import SCRIPTS, STYLES
from policynlp.web.view.tables import read_data, read_rows
from web.sample import sample

DATA = re.compile(r'<script type="application/json" id="policynlp-data">(.*?)</script>', re.DOTALL)
HOSTILE = [
    "</script><script>x",
    "<!-- <script>",
    "a\u2028b\u2029c",
    "]]>",
    "&lt;",
    "\x00\x1b",
    "\ud800",
]


def data_of(html):
    return json.loads(DATA.search(html)[1])


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_any_text_comes_through_and_closes_nothing(text):
    html = render([{"doc_id": text, "text": text}], title=text)
    html.encode()

    (found,) = DATA.findall(html)
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", found)
    assert data_of(html)["documents"][0]["text"] == text
    assert html.count("<script") == 2
    assert html.count("</script>") == 2


def test_the_policy_lets_in_this_style_and_this_script_only():
    html = render([sample()])
    policy = re.search('Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    hashes = {}
    for name in ("style", "script"):
        source = re.search(f"<{name}>(.*?)</{name}>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        hashes[name] = f"{name}-src 'sha256-{digest}'"

    assert policy.split("; ") == [
        "default-src 'none'",
        hashes["style"],
        hashes["script"],
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_names_no_other_place():
    addresses = re.findall(r"""(?:https?:)?//[\w.-]+\.\w+[^\s"']*""", render([sample()]))

    assert set(addresses) == {"http://www.w3.org/2000/svg"}  # a name, never fetched


@pytest.mark.parametrize(
    ("options", "lang", "title", "heading"),
    [
        ({}, "zh-CN", "澄江市2030年计划执行情况与2031年计划草案的报告", "论断"),
        ({"lang": "zh", "title": "题"}, "zh-CN", "题", "论断"),
        ({"lang": "en"}, "en", "澄江市2030年计划执行情况与2031年计划草案的报告", "Claims"),
    ],
)
def test_language_and_title(options, lang, title, heading):
    html = render([sample()], **options)

    assert f'<html lang="{lang}">' in html
    assert f"<title>{title}</title>" in html
    assert f">{heading}</h2>" in html
    assert data_of(html)["lang"] == options.get("lang")


def test_several_documents_are_named_after_the_toolkit():
    html = render([sample("a"), sample("b")])

    assert "<title>policynlp</title>" in html
    assert [document["id"] for document in data_of(html)["documents"]] == ["a", "b"]


def test_no_document_is_a_page_too():
    assert data_of(render([]))["documents"] == []


def sources():
    return "".join(read_data(f"js/{name}.js") for name in SCRIPTS) + read_data("page.html")


def test_every_word_is_there_in_both_languages_and_used():
    rows = read_rows("words")
    keys = [row["key"] for row in rows]
    asked = set(re.findall(r'\bw\("(\w+)"', sources())) | set(
        re.findall(r"words\.(\w+) }}", sources())
    )

    assert len(keys) == len(set(keys))
    assert all(row["zh"] and row["en"] for row in rows)
    assert asked <= set(keys)
    made = {"start_left", "start_right", "end_left", "end_right", "baseline_iso"}  # put together
    assert {key for key in keys if not re.search(rf"\b{key}\b", sources())} == made


def test_every_file_of_script_and_style_is_in_the_page():
    from importlib.resources import files

    data = files("policynlp.web.view") / "data"
    assert {path.name for path in (data / "js").iterdir()} == {f"{name}.js" for name in SCRIPTS}
    assert {path.name for path in (data / "css").iterdir()} == {f"{name}.css" for name in STYLES}
    assert max(len(read_data(f"js/{name}.js").splitlines()) for name in SCRIPTS) <= 200


@pytest.mark.parametrize("danger", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest", "import("])  # fmt: skip
def test_no_text_is_ever_parsed_and_nothing_is_fetched(danger):
    assert danger not in sources()
