"""Errors of this package: a small tree, and the templates of their messages."""


class PolicyNLPError(Exception):
    """Base of all errors raised by this package."""


class ReadError(PolicyNLPError, ValueError):
    """A file cannot be read as a report."""


class LexiconError(PolicyNLPError, ValueError):
    """A lexicon file has a bad row."""


class NumeralError(PolicyNLPError, ValueError):
    """A text is no number."""


class UnitError(PolicyNLPError, ValueError):
    """A unit is unknown, or does not measure what is asked."""


class GoldError(PolicyNLPError, ValueError):
    """A file of annotated documents has a bad line."""


class ModelError(PolicyNLPError, ValueError):
    """A pipeline cannot be found or built."""


class SinkError(PolicyNLPError, ValueError):
    """Claims cannot be written as asked."""


class Errors:
    """Message templates; each names the value, the place and the way out."""

    DUPLICATE_FORM = "{path}:{line}: form {form!r} already belongs to {owner!r}"
    EMPTY_CELL = "{path}:{line}: column {column!r} is empty"
    NO_LEXICON = "no lexicon {name!r}: expected {path}"
    UNREADABLE = "{path}: {error}"
    BAD_LINE = "{path}:{line}: {error}"
    NO_SINK = "{path}: nothing here writes {ending!r} files; the endings that work: {endings}"
    UNWRITABLE = "{path}: cannot write: {error}"
    INTERNAL = "{path}: internal error at {place}: {error}; please report it with the file"
    NO_MODEL = "no pipeline {model!r}: give 'rules' or the folder of a saved pipeline"
    MISSING_LAYERS = "components stand before what they need: {problems}"
    EMPTY_FILE = "{path}: the file is empty"
    NOT_TEXT = "{path}: not plain text but {kind}; save it as text (UTF-8) first"
    NO_ENCODING = "{path}: no known encoding gives Chinese text; save it as UTF-8"
    DAMAGED = "{path}: not valid {encoding} at byte {place}; save it as UTF-8 again"
    NOT_FOUND = "{path}: no such file or folder, and no file matches it"
    EMPTY_FOLDER = "{path}: no readable file in this folder; the endings that work: {endings}"
    NO_NUMBER = (
        "no number: {text!r}; expected digits, Chinese numerals or both (3.9万亿, 一百零五, 三成)"
    )
    NO_CONVERSION = "cannot convert {unit!r} to {target!r}: {reason}"
