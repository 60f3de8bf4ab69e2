"""What the library says, for what the server must say."""

import json

from policynlp.engines import Options, extract_files, gather
from policynlp.schema import Document

ROAD = "全市公路里程超过9万公里，比上年增长3.2%。"
GRAIN = "2031年，粮食产量稳定在200万吨左右。"


def document_of(text, doc_id="text", year=None, **options):
    """Give the document as JSON values."""
    meta = {"report_year": year} if year else {}
    results = extract_files([Document(doc_id, text, meta)], Options("rules", **options))
    (found,) = gather(results)
    return json.loads(json.dumps(found))


def claims_of(text, doc_id="text", year=None, **options):
    """Give its claims as JSON values."""
    return document_of(text, doc_id, year, **options)["claims"]
