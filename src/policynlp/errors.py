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


class CorpusError(PolicyNLPError, ValueError):
    """An annotated corpus cannot be read, or a document cannot be written as one."""


class ModelError(PolicyNLPError, ValueError):
    """A pipeline cannot be found or built."""


class SinkError(PolicyNLPError, ValueError):
    """Claims cannot be written as asked."""


class TrainingError(PolicyNLPError, ValueError):
    """A model cannot be trained as asked."""


class InterchangeError(PolicyNLPError, ValueError):
    """An annotated corpus cannot be read from, or written in, a format."""


class FormatError(InterchangeError):
    """It is not known in which format to read or write."""


class Errors:
    """Message templates; each names the value, the place and the way out."""

    DUPLICATE_FORM = "{path}:{line}: form {form!r} already belongs to {owner!r}"
    EMPTY_CELL = "{path}:{line}: column {column!r} is empty"
    NO_LEXICON = "no lexicon {name!r}: expected {path}"
    UNREADABLE = "{path}: {error}"
    BAD_LINE = "{path}:{line}: {error}"
    NO_SINK = "{path}: nothing here writes {ending!r} files; the endings that work: {endings}"
    UNWRITABLE = "{path}: cannot write: {error}"
    OTHER_TABLE = (
        "{path}: its table {table!r} is another one, without {columns}; name another file to write"
    )
    NEEDS_LIBRARY = "{what} need {library}: pip install {install}"
    INTERNAL = "{path}: internal error at {place}: {error}; please report it with the file"
    UNWRITABLE_SPAN = "span {start}-{end} {label!r} cannot be written: {reason}"
    UNWRITABLE_PART = "{field} {text!r} cannot be written: {reason}"
    NO_MODEL = "no pipeline {model!r}: give 'rules', {shipped!r} or the folder of a saved pipeline"
    BAD_PIPELINE = "{folder}: no pipeline that spaCy can load: {error}"
    MISSING_LAYERS = "components stand before what they need: {problems}"
    EMPTY_FILE = "{path}: the file is empty"
    NOT_TEXT = "{path}: not plain text but {kind}; save it as text (UTF-8) first"
    NO_ENCODING = "{path}: no known encoding gives Chinese text; save it as UTF-8"
    DAMAGED = "{path}: not valid {encoding} at byte {place}; save it as UTF-8 again"
    NOT_FOUND = "{path}: no such file or folder, and no file matches it"
    EMPTY_FOLDER = "{path}: no readable file in this folder; the endings that work: {endings}"
    TOO_MUCH = (
        "{path}: more than {limit}; raise the limit with {option} if the file is to be trusted"
    )
    BAD_LIMIT = "limit {limit} is {value}; it must be more than 0"
    NEEDS_FILES = '{path}: reading {kind} needs {library}: pip install "policynlp[files]"'
    OTHER_KIND = "{path}: {kind} is not read; save it as .docx, PDF or text first"
    LOCKED = "{path}: {kind} locked with a password; take the password off and save it again"
    BROKEN = "{path}: damaged or cut off {kind} ({error}); get the file again"
    NO_TEXT = "{path}: no text in this {kind}"
    SCANNED = "{path}: scanned PDF: {pages} pages of pictures without text; run OCR on it first"
    UNMAPPED = "{path}: the text of this PDF has signs without meaning (no Unicode map); run OCR on it first"
    ENTITIES = "{path}: {member} defines entities, which no Word file needs; not read"
    NESTED = "{path}: packed more than {depth} times; unpack it first"
    NO_MEMBERS = "{path}: the zip folder holds no file"
    NO_COLUMN = "{path}: no column {column!r} with the text; name one with --text-column: {columns}"
    STRANGE_ENDING = (
        "{path}: not known to be a report by its ending; name the file itself to read it"
    )
    NO_NUMBER = (
        "no number: {text!r}; expected digits, Chinese numerals or both (3.9万亿, 一百零五, 三成)"
    )
    NO_CONVERSION = "cannot convert {unit!r} to {target!r}: {reason}"
    BAD_VOCABULARY = "{path}: no vocabulary of characters: {error}"
    NO_REPORT = "{path}:{line}: no report {report!r} in what --reports names; name all its files"
    OTHER_REPORT = (
        "{where}: the report {report!r} has another text than the one that was annotated; "
        "give the reports as they were"
    )
    TOO_LITTLE_TEXT = "{paths}: too little text to pre-train on; a hundred reports are a beginning"
    NO_SHIPPED_MODEL = (
        "no model {name!r} in {places}; reinstall policynlp, or give a model's folder"
    )
    NO_SEGMENTER = "no segmenter {name!r}; those that work: {names}"
    NO_PKUSEG = "word tokens need {library}: pip install 'policynlp[segment]'"
    NO_SEGMENTATION = (
        "{folder} has no {name}: no segmentation model; policynlp train-segmenter makes one"
    )
    BAD_SEGMENTATION = "a segmentation model cannot be read: {error}; train or install it again"
    NO_TEACHER = "silver words need {library}: pip install 'policynlp[train]'"
    TOO_LITTLE_SILVER = "{paths}: only {count} sentences to learn words from; give some hundred"
    BAD_RECORD = "{where}: {error}"
    OUTSIDE_TEXT = "{where}: {label} {start}-{end} is no place in a text of {length} characters"
    OTHER_TEXT = (
        "{where}: {label} {start}-{end} is {found!r} in the text, the file says {said!r}; "
        "offsets count the code points of the raw text"
    )
    STRANGE_LABEL = (
        "{where}: unknown label {label!r}: rename it, --map {label}=NEW, to one of {labels}"
    )
    OVERLAP = "{where}: {label} {text!r} at {start} overlaps {other}; keep one of the two"
    REPEATED_ID = "{where}: doc_id {doc_id!r} stands a second time"
    BAD_TAG = "{where}: {tag!r} cannot follow {before!r}: a span begins with B- and goes on with I-"
    BAD_RENAME = "{entry!r} is no OLD=NEW; NEW is one of {labels}, or empty to leave the spans out"
    NO_FORMAT = "{path}: the format cannot be told; say {option} with one of {formats}"
    FOLDER_EXISTS = "{path}: is there already; name a new folder"
    NEEDS_TRAIN = "Arrow folders need: pip install 'policynlp[train]' ({error})"
    NO_TAGGER = "{path}: no tagger that can be run: {error}; train one with 'policynlp train'"
    UNTAUGHT_LABEL = "document {doc_id!r}: unknown label {label!r}; the tagger learns {known}"
    SPAN_OUTSIDE = "document {doc_id!r}: the span {start}:{end} lies outside its text"
    NO_NETWORK = "{name}: the tagger has no network; load a pipeline that holds one"
    NOTHING_TO_LEARN = "{paths}: no document for training has a labelled span"
    NO_BASE = (
        "{base}: no checkpoint to train from: {name} is missing; give a BERT-like model's folder"
    )
    LONG_VOCABULARY = (
        "{path}: {characters} characters, but the checkpoint has vectors for {vectors}; "
        "give the vocabulary that it was trained with"
    )
    UNTAUGHT = (
        "{path}: an encoder alone, it has learned no tags; "
        "give what 'policynlp train --checkpoint' saved"
    )
    UNLIKE_CHECKPOINTS = (
        "{one}, {two}: no mean of checkpoints of other {what}; "
        "give checkpoints that were tuned from one start"
    )
    UNKNOWN_SHAPE = "--shape: no encoder has {names}; it has {known}"
    BAD_BASE = "{base}: the checkpoint cannot be loaded: {error}"
    NO_STATE = "{folder}: no saved state to go on from; leave --resume out"
    OUTPUT_TAKEN = "{output}: holds something that is no pipeline; name another folder to write"
    NO_TRAIN_EXTRA = "training needs {missing}: pip install 'policynlp[train]'"
