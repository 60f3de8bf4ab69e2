"""What a tagger is stored in: the network, its vocabulary, its settings."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from policynlp.errors import Errors, ModelError
from policynlp.tagging.labels import TAGS
from policynlp.tagging.vocabulary import FILE

NETWORK, SETTINGS = "tagger.onnx", "tagger.json"
NAMES = (NETWORK, SETTINGS, FILE)


class Files(NamedTuple):
    """What a tagger is stored in, by name, and the folder that errors name."""

    held: Mapping[str, bytes]
    folder: Path = Path()

    @classmethod
    def read(cls, folder: Path) -> "Files":
        """Read the files of a folder.

        Raises:
            ModelError: one is missing.
        """
        for path in (folder / name for name in NAMES):
            if not path.is_file():
                raise ModelError(Errors.NO_TAGGER.format(path=path, error="no such file"))
        return cls({name: (folder / name).read_bytes() for name in NAMES}, folder)


def read_settings(data: bytes, path: Path) -> dict[str, Any]:
    """Read the settings.

    Raises:
        ModelError: they are none, or of a tagger with other labels.
    """
    try:
        settings: dict[str, Any] = json.loads(data)
    except ValueError as error:
        raise ModelError(Errors.NO_TAGGER.format(path=path, error=error)) from error
    if not isinstance(settings, dict) or settings.get("tags") != list(TAGS):
        reason = "its labels are not those of this version"
        raise ModelError(Errors.NO_TAGGER.format(path=path, error=reason))
    return settings


def open_session(data: bytes, path: Path) -> Any:
    """Give the session of ONNX Runtime that runs a network in the thread that calls it.

    Raises:
        ModelError: it cannot be run.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own errors share no public base
        raise ModelError(Errors.NO_TAGGER.format(path=path, error=error)) from error
