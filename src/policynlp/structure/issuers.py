"""Who issues a document: 国务院, 某省人民政府, 国家统计局."""

import re
from collections.abc import Sequence

from policynlp.lexicons import iter_forms

PLACE = r"(?!年)[\u4e00-\u9fff]{2,10}?(?:省|自治区|自治州|地区|盟|市|县|区)"
CONGRESS = re.compile(rf"(?:日在?|在)({PLACE})第?[一二三四五六七八九十]+届人(?:民代表)?大")
STANDS_FOR = re.compile(rf"代表(?:第?.{{1,3}}届)?({PLACE}人民政府)")
NAMED = re.compile(rf"^(?:(?:19|20)\d\d年)?({PLACE})(?!长)")
OWN = re.compile(r"^(?:省|市|自治区|自治州|县|区)人民政府$")
STATE_COUNCIL = re.compile(r"在第?[一二三四五六七八九十]+届全国人民代表大会|代表国务院|国务院总理")
ABROAD, AT_HOME = re.compile("我国"), re.compile("[我全][省市区州县]|自治区|省委|市委|县委|州委")
COUNTRY = "中华人民共和国"


def read_issuer(text: str, lines: Sequence[str], title: str, genre: str) -> str | None:
    """Name the issuer after title, congress, speaker or, for the State Council, manner of speech."""
    front = "\n".join(lines)
    for form, row in iter_forms("issuers"):
        if form in front:
            return row["name"]
    if STATE_COUNCIL.search(text):
        return "国务院"
    if genre == "communique" and title.startswith(COUNTRY):
        return "国家统计局"
    return _government(text, title, genre)


def _government(text: str, title: str, genre: str) -> str | None:
    stands = STANDS_FOR.search(text)
    if stands and not OWN.match(stands.group(1)):
        return stands.group(1)
    place = CONGRESS.search(text) or (NAMED.search(title) if genre == "work_report" else None)
    if place:
        return f"{place.group(1)}人民政府"
    national = genre == "work_report" and ABROAD.search(text) and not AT_HOME.search(text)
    return "国务院" if national else None
