"""What the query of a request may say, as the options of ``policynlp extract``."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from policynlp.schema import Kind, Modality
from policynlp.web.server.jobs import Lang


class Wishes(BaseModel):
    """What the query may say, as the options of ``policynlp extract``."""

    model_config = ConfigDict(extra="forbid")

    kind: list[Kind] = Field([], description="Keep only these claims.")
    modality: list[Modality] = Field([], description="Keep only these claims.")
    report_year: Annotated[int, Field(ge=1900, le=2200)] | None = Field(
        None, description="The year in which the report speaks, where its title does not tell."
    )
    lang: Lang | None = Field(None, description="Language of the page, and of heads of tables.")


class ClaimWishes(Wishes):
    """The forms of claims."""

    format: Literal["json", "jsonl", "csv", "xlsx"] | None = Field(
        None, description="Form of the answer; without it, the header Accept says."
    )


class DocumentWishes(Wishes):
    """The forms of documents."""

    format: Literal["json", "jsonl", "html"] | None = Field(
        None, description="Form of the answer; without it, the header Accept says."
    )
