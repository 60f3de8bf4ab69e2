"""Who may import whom, and what stays out of the inference path."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from policynlp.errors import Errors

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "policynlp"

# a room → the rooms that it may import, beside itself
RECORDS = {"errors", "schema"}
WORDS = RECORDS | {"lexicons"}
TEXTS = WORDS | {"normalize", "layout", "structure"}
FINDERS = TEXTS | {"components", "linking"}
LAYERS = FINDERS | {"claims", "extensions", "segmenter", "spans"}
ROOMS = {
    "errors": set(),
    "schema": set(),
    "json_schema": {"schema"},
    "lexicons": {"errors"},
    "normalize": WORDS,
    "layout": WORDS,
    "structure": WORDS | {"normalize", "layout"},
    "components": TEXTS,
    "linking": FINDERS,
    "confidence": {"lexicons", "linking"},
    "claims": FINDERS | {"confidence", "extensions"},
    "extensions": FINDERS | {"claims"},
    "collector": set(),
    "cores": set(),
    "models": {"errors"},
    "segmenter": {"errors", "extensions", "layout", "models"},
    "spans": FINDERS | {"claims"},
    "span_groups": FINDERS | {"extensions", "segmenter", "spans"},
    "tagging": LAYERS | {"cores"},
    "marks": LAYERS,
    "claim_marks": LAYERS,
    "order": {"claim_marks", "marks"},
    "saved": {"order"},
    "pipes": LAYERS
    | {"claim_marks", "marks", "models", "order", "reading", "span_groups", "tagging"},
    "pieces": LAYERS,
    "reading": LAYERS | {"pieces"},
    "sheets": RECORDS | {"claim_marks", "order", "reading", "saved", "tagging"},
    "pipeline": LAYERS | {"models", "order", "pipes", "reading"},
    "readers": WORDS,
    "sinks": RECORDS,
    "gold": {"errors"},
    "evaluation": RECORDS,
    "corpus": LAYERS | {"gold", "sinks"},
    "interchange": RECORDS | {"components", "corpus", "gold", "sinks"},
    "training": LAYERS
    | {"corpus", "gold", "interchange", "models", "order", "pipeline", "readers", "tagging"},
    "engines": RECORDS
    | {"collector", "cores", "models", "pipeline", "readers", "reading", "saved", "sheets"},
    "progress": {"engines", "schema"},
    "web": RECORDS
    | {"cores", "engines", "json_schema", "layout", "models", "readers", "sinks", "structure"},
    "cli": RECORDS
    | {
        "corpus",
        "engines",
        "evaluation",
        "gold",
        "interchange",
        "json_schema",
        "models",
        "pipeline",
        "progress",
        "readers",
        "sinks",
        "training",
        "web",
    },
    "__main__": {"cli"},
    "": RECORDS
    | {
        "collector",
        "models",
        "pipeline",
        "readers",
        "engines",
        "sinks",
        "web",
    },  # the package itself
}
# the package and engines name its types only
MAY_USE_SPACY = {
    "",
    "corpus",
    "engines",
    "extensions",
    "interchange",
    "pipeline",
    "pipes",
    "segmenter",
    "span_groups",
    "training",
}
# of a room that knows no spaCy, the file that is its component
SPACY_FILES = {"tagging/component.py"}
HEAVY = {"torch", "transformers", "datasets"}
# inside their functions only
MAY_BE_HEAVY = {"interchange/arrow.py": {"datasets"}, "sinks/frames.py": {"datasets"}}
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


@cache
def read_imports(module: Path) -> set[str]:
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # from policynlp import layout: layout is a room
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room_of(module: Path) -> str:
    first = module.parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def read_rooms(module: Path) -> set[str]:
    ours = (name.split(".") for name in read_imports(module) if name.startswith("policynlp."))
    return {parts[1] for parts in ours}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_room_imports_only_what_it_may(module):
    assert room_of(module) in ROOMS, "say in ROOMS what the new room may import"
    assert read_rooms(module) <= ROOMS[room_of(module)] | {room_of(module)}


def may_use_spacy(module: Path) -> bool:
    return room_of(module) in MAY_USE_SPACY or module.as_posix() in SPACY_FILES


@pytest.mark.parametrize("module", [m for m in MODULES if not may_use_spacy(m)], ids=str)
def test_records_and_finders_know_no_spacy(module):
    assert not {name for name in read_imports(module) if name.split(".")[0] == "spacy"}


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) != "training"], ids=str)
def test_only_training_imports_heavy_libraries(module):
    heavy = {name.split(".")[0] for name in read_imports(module)} & HEAVY
    assert heavy <= MAY_BE_HEAVY.get(module.as_posix(), set())


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) != "cli"], ids=str)
def test_only_the_cli_trains(module):
    assert room_of(module) == "training" or "training" not in read_rooms(module)


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) != "cli"], ids=str)
def test_only_the_cli_prints(module):
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    assert not [func for func in calls if isinstance(func, ast.Name) and func.id == "print"]


INFERENCE = """
import sys
from importlib.abc import MetaPathFinder

class Refuse(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"torch", "transformers", "datasets"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Refuse())
import policynlp
nlp = policynlp.load(report_year=2031)
print(len(nlp("全市公路里程超过9万公里，比上年增长3.2%。")._.claims))
"""


def test_claims_are_found_where_heavy_libraries_are_refused():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", INFERENCE], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")


def test_import_of_the_package_brings_no_spacy():
    code = "import sys, policynlp; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# what one short text makes no use of; spaCy brings rich, jinja2 and requests itself
UNUSED = (
    "concurrent.futures.process",
    "jsonschema",
    "lxml",
    "pandas",
    "policynlp.cli.convert",
    "policynlp.corpus",
    "policynlp.evaluation",
    "policynlp.interchange",
    "policynlp.readers.html",
    "policynlp.readers.pdf",
    "policynlp.readers.rows",
    "policynlp.readers.word",
    "policynlp.training",
    "policynlp.web",
    "polars",
    "pyarrow",
)
COMMAND = """
import atexit, json, sys
from policynlp.cli import main
atexit.register(lambda: print(json.dumps(sorted(sys.modules))))
main()
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The modules that a run of ``policynlp extract`` over one short text imports."""
    folder = tmp_path_factory.mktemp("start")
    (folder / "one.txt").write_text("全市公路里程超过9万公里。", "utf-8")
    command = ["extract", str(folder / "one.txt"), "-o", str(folder / "claims.jsonl")]
    done = subprocess.run([sys.executable, "-c", COMMAND, *command], capture_output=True, text=True)
    assert done.stderr == f"{folder / 'claims.jsonl'}: 1 claims\n"
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("module", UNUSED)
def test_extraction_imports_nothing_that_it_does_not_use(imported, module):
    assert module not in imported


def test_released_heading_of_the_changelog_is_the_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = [
        line
        for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines()
        if line.startswith("## ")
    ]
    assert headings[0] == "## Unreleased" or headings[0].startswith(f"## {version} (")


@pytest.mark.parametrize("name", sorted(name for name in vars(Errors) if name.isupper()))
def test_every_template_is_used_and_names_a_value(name):
    sources = "".join((PACKAGE / module).read_text("utf-8") for module in MODULES)

    assert name in set(re.findall(r"Errors\.([A-Z_]+)", sources))
    assert "{" in getattr(Errors, name)
