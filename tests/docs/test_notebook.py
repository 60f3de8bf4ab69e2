"""The notebooks of examples/ run from the first cell to the last, and are kept without outputs."""

import ast
import json

import pytest

from doc_blocks import ROOT

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))


def cells(path):
    read = json.loads(path.read_text("utf-8"))
    assert read["nbformat"] == 4
    return [cell for cell in read["cells"] if cell["cell_type"] == "code"]


def run(source, namespace):
    """Run a cell; its last expression is what the notebook would show."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), namespace)
    return last and eval(compile(ast.Expression(last.value), "cell", "eval"), namespace)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_runs(path, monkeypatch):
    monkeypatch.chdir(ROOT / "examples")
    namespace = {}

    shown = [run("".join(cell["source"]), namespace) for cell in cells(path)]

    claims, claim, _, both, _ = shown
    assert claims._repr_html_().count("<tr>") == 6
    assert claim["indicator"]["text"] == "地区生产总值"
    assert set(namespace["targets"]["modality"]) == {"target"}
    assert both.loc["地区生产总值"].tolist() == [5.6, 5.5]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_notebook_is_kept_without_outputs(path):
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells(path))
