"""Times in clean text: dates, years, plan periods, stretches of years."""

from policynlp.components.baselines import find_baselines
from policynlp.normalize.timex import TIME, read_time
from policynlp.schema import Mention

__all__ = ["LABEL", "find_baselines", "find_times"]

LABEL = "TIME"


def find_times(text: str) -> list[Mention]:
    """Find the times of the text with their symbolic values.

    >>> find_times("截至2023年末")
    [Mention(start=2, end=8, label='TIME', value={'base': 2023, 'part': '-12-31'})]
    """
    return [
        Mention(match.start(), match.end(), LABEL, dict(read_time(match[0])))
        for match in TIME.finditer(text)
    ]
