"""What is wrong with a corpus: where, what, and what to do about it."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing to mend; an error stops the corpus from being compiled, a warning does not."""

    path: str
    line: int
    message: str
    error: bool = True

    def __str__(self) -> str:
        severity = "" if self.error else "warning: "
        return f"{self.path}:{self.line}: {severity}{self.message}"


class Says:
    """Templates of the messages."""

    OPEN_SPAN = "[{code} is not closed; write ] behind its last character"
    OPEN_UNIT = "{{ is not closed; write }} behind the unit"
    NESTED = "[{inner} inside [{outer}: spans do not nest; close the first, or write \\["
    NO_CODE = "[{head}: no label; write one of {codes} and a space, or \\[ for the sign itself"
    STRAY_CLOSE = "] closes nothing; write \\] for the sign itself"
    STRAY_BRACE = "{sign} marks a unit inside [QTY …] only; write \\{sign} for the sign itself"
    EMPTY_SPAN = "[{code} ] is empty; put text into it or take it away"
    BAD_ESCAPE = "\\ before {sign!r} means nothing; write \\\\ for the sign itself"
    EDGE = "span {text!r} begins or ends in white space; leave it outside"
    BAD_LINE = "a line of text that begins with {sign}: a claim begins with '> '; write \\{sign} for the sign itself"
    NO_TEXT = "a claim with no text before it; put it behind the sentence it tells of"
    HEADER_END = "the header is not ended by a blank line; put one behind it"
    HEADER_MISSING = "the header has no {key!r}; write a line '# {key}: …'"
    HEADER_UNKNOWN = "the header has {key!r}, which nothing reads; those that work: {keys}"
    HEADER_BAD = "{key} is {value!r}; it may be {values}"
    CLAIM_SHORT = (
        "a claim of {count} fields; write 'kind | indicator | trigger | quantity | period'"
    )
    CLAIM_KIND = (
        "no kind of claim: {value!r}; write level, change or trend, and up, down, flat or nothing"
    )
    CLAIM_EMPTY = "the indicator is empty; say what is measured"
    CLAIM_QUANTITY = "no quantity: {value!r}; write 'text = [relation] value[~high] unit'"
    CLAIM_TIME = "no time: {value!r}; write its ISO form, 'text = iso', or 'text = -'"
    CLAIM_EXTRA = "no extra field: {value!r}; write from, of, base, in, not or a modality"
    CLAIM_SHAPE = "a {kind} {what} a quantity; write {way}"
    NOT_FOUND = "{field} {text!r} does not stand in the block; write it as the text has it"
    NOT_COMPOSED = (
        "indicator {text!r} does not stand in the text, nor its pieces; write it as the text has it"
    )
    NO_PLACE = "{field} {text!r} has no place {place}; it stands {count} times"
    VALUE = "{text} reads as {read}, the claim says {said}; mend the claim, or the span"
    TIME = "{field} {text!r} reads as {read}, the claim says {said}; mend the claim, or the span"
    UNITS = "{text}: its unit reads as {units}; put the braces around that alone"
    NO_SPAN = "{field} {text!r} is no {label} span; mark it, or name the span that is meant"
    OFF_SPAN = "{field} {text!r} is not the whole span {span!r}; name all of it, or mend the span"
    NO_SUCH_LABEL = "label {label!r} is unknown; those that work: {labels}"
    MISPLACED = "span {text!r} is not what stands at {start}-{end}: {found!r}; mend its offsets"
    OVERLAP = "span {text!r} overlaps {other!r} before it; keep one of them"
    STRAY_UNIT = "UNIT {text!r} stands in no QUANTITY; take it away, or mark the number with it"
    NO_DIRECTION = "{text!r} is no DIRECTION: a verb of reaching or doing; take the mark away"
    UNCLAIMED = "{label} {text!r} is in no claim; write one, if the sentence claims anything by it"
    NO_CLAIMS = "numbers or verbs are marked, and there is no claim; run 'policynlp corpus draft'"
    TWIN = "{text!r} stands here without a mark: {label} {marked} times, unmarked {bare} times"
    TWIN_MARKED = "{text!r} is marked {label} here: {marked} times so, unmarked {bare} times"
    TWO_LABELS = "{text!r} is {label} here ({count} times), elsewhere {others}; decide alike"
    SAME = "the sentence {text!r} stands in {other} too; write another"
    ALIKE = "the sentence {text!r} is much like {other!r} in {place}; write another"
