"""Regions: ``find_regions`` reads places, and zones and basins named after one."""

from policynlp.components.entities import find_names
from policynlp.components.places import LABEL
from policynlp.schema import Mention


def find_regions(text: str) -> list[Mention]:
    """Mark each region once, a chain such as 甘肃临夏州积石山县 as one.

    >>> find_regions("我市粮食产量居全省首位")[0]
    Mention(start=0, end=2, label='REGION', value={'id': 'THIS-CITY', 'level': 'deixis'})
    """
    return [name for name in find_names(text) if name.label == LABEL]
