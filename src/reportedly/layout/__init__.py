"""From a text to its layout: which lines are headline, body and furniture, in which language, and what the
page says of itself."""

from __future__ import annotations

from reportedly.layout.paragraphs import Paragraph, paragraphs, publisher_aliases
from reportedly.layout.zones import lay_out

__all__ = ["Paragraph", "lay_out", "paragraphs", "publisher_aliases"]
