"""Where the models that ship with the package lie."""

from pathlib import Path

from policynlp.errors import Errors, ModelError

DEFAULT = "zh_policy_sm"  # the pipeline that is loaded where none is named
RULES = "rules"  # the name of the pipeline without a learned model, which is built and not loaded
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


def find_pipeline(model: str | Path) -> Path:
    """Give the folder of a saved pipeline; a name without a slash may be one that ships.

    Raises:
        ModelError: there is none.
    """
    for folder in (Path(model), *(place / str(model) for place in PLACES)):
        if (folder / "config.cfg").is_file():
            return folder
    raise ModelError(Errors.NO_MODEL.format(model=model, shipped=DEFAULT))
