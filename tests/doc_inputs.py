"""The files that the commands of the pages read, made in the folder where a page runs."""

import csv
import json
import lzma
import shutil
import zipfile
from pathlib import Path

from click.testing import CliRunner

from doc_blocks import ROOT
from policynlp.cli import main

TEXTS = {
    "north": "2030年，全市港口货物吞吐量达到1.2亿吨，比上年增长4.1%。",
    "south": "力争2031年粮食总产量稳定在86万吨以上。",
}
GENRE = "budget"


def make_inputs(folder: Path) -> None:
    """Make all of them."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    (folder / "my_model").symlink_to(ROOT / "models" / "zh_policy_sm")
    (folder / "models").symlink_to(ROOT / "models")
    shutil.copytree(ROOT / "corpus" / GENRE, folder / "corpus" / GENRE)  # all would take long
    (folder / "reports").mkdir()
    for name, text in TEXTS.items():
        (folder / "reports" / f"{name}.txt").write_text(text, "utf-8")
    _write_packed(folder)
    _write_pdf(folder)
    shutil.copyfile(folder / "paper.pdf", folder / "upload.pdf")
    _write_documents(folder)


def _write_packed(folder: Path) -> None:
    with zipfile.ZipFile(folder / "reports.zip", "w") as archive:
        for name, text in TEXTS.items():
            archive.writestr(f"{name}.txt", text)
    page = f"<html><head><meta charset='utf-8'></head><body><p>{TEXTS['north']}</p></body></html>"
    (folder / "page.html").write_text(page, "utf-8")
    rows = [json.dumps({"id": k, "text": v}, ensure_ascii=False) + "\n" for k, v in TEXTS.items()]
    (folder / "rows.jsonl.xz").write_bytes(lzma.compress("".join(rows).encode()))
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "body"), *TEXTS.items()])


def _write_documents(folder: Path) -> None:
    north = str(folder / "reports" / "north.txt")
    for name in ("docs", "plan_report_2031.corrections"):
        done = CliRunner().invoke(main, ["annotate", north, "-o", str(folder / f"{name}.jsonl")])
        assert done.exit_code == 0, done.output


def _write_pdf(folder: Path) -> None:
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(folder / "paper.pdf"))
    for text in TEXTS.values():
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
