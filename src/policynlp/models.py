"""Where the models that ship with the package lie."""

from pathlib import Path

from policynlp.errors import Errors, ModelError

DEFAULT = "zh_policy_sm"  # the pipeline that is loaded where none is named
_PACKAGE = Path(__file__).parent
# a wheel holds the folder inside the package, a clone beside src/
PLACES = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")


def model_path(name: str) -> Path:
    """Give the folder of a shipped model.

    Raises:
        ModelError: neither place has a folder of that name.
    """
    for place in PLACES:
        if name and (place / name).is_dir():
            return place / name
    places = " or ".join(map(str, PLACES))
    raise ModelError(Errors.NO_SHIPPED_MODEL.format(name=name, places=places))
