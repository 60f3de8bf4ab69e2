"""The page as it is served: its words, its policy, the sample."""

import json
import re
import tomllib

import pytest

from policynlp.web.server.page import SAMPLES
from policynlp.web.server.problems import kinds
from web.server.conftest import ROOT, SAMPLE


@pytest.mark.parametrize(
    ("query", "accepted", "lang"),
    [
        ("", "zh-CN,zh;q=0.9", "zh-CN"),
        ("", "en-GB", "en"),
        ("", "fr", "en"),
        ("", "", "zh-CN"),
        ("?lang=en", "zh-CN", "en"),
        ("?lang=zh", "en", "zh-CN"),
        ("?lang=../../x", "en", "en"),
    ],
)
def test_the_language(client, query, accepted, lang):
    response = client.get(f"/{query}", headers={"Accept-Language": accepted})

    assert f'<html lang="{lang}">' in response.text


def test_nothing_on_it_runs_in_line(client):
    response = client.get("/")
    policy = response.headers["content-security-policy"]

    assert "unsafe" not in policy
    assert re.findall(r"<script(?! src| type=\"application/json\")|<style| style=| on\w+=", response.text) == []  # fmt: skip
    assert re.findall(r'(?:src|href)="(?![/#]|data:,)', response.text) == []
    assert {"default-src 'none'", "connect-src 'self'", "base-uri 'none'"} <= set(
        policy.split("; ")
    )


def test_every_word_is_there_in_both_languages(client):
    page = client.get("/").text
    script = client.get("/page.js").text
    data = json.loads(re.search(r'id="page-data">(.*?)</script>', page)[1])

    used = set(re.findall(r'data-w[t]?="(\w+)"', page)) | set(re.findall(r'\bw\("(\w+)"', script))
    assert used | {"noscript", "key"} == set(data["words"])
    assert all(zh and en and zh != en for zh, en in data["words"].values())
    assert set(data["problems"]) == set(kinds())


def test_the_sample_is_that_of_the_examples_and_goes_into_the_wheel(client):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    put = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert client.get("/sample.txt").text == SAMPLE.read_text("utf-8")
    inside = ROOT / "src" / put[SAMPLE.relative_to(ROOT).as_posix()]
    assert (inside, SAMPLE) == SAMPLES
