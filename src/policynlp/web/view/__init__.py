"""One page, whole in itself, to read annotated reports on and to correct them."""

from policynlp.web.view.page import Languages, render
from policynlp.web.view.palette import displacy_options

__all__ = ["Languages", "displacy_options", "render"]
