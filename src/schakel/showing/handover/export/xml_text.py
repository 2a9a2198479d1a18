"""Text inside XML: what XML 1.0 does not allow is taken out and counted, the rest is escaped."""

import re
from xml.sax.saxutils import escape, quoteattr

from schakel.showing.handover.export.counts import Counts
from schakel.showing.printable import one_line

# Char of XML 1.0 (fifth edition, 2.2): everything else may stand nowhere in a document, not even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST = 4_000  # signs of a label or sentence; a longer one is of no use in a drawing


class XmlText:
    """Text made fit for XML; counts what it takes out."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    def legal(self, text: str) -> str:
        """The text without signs that XML does not allow."""
        found, taken = _ILLEGAL.subn("", text)
        self._counts.changed["illegal-characters"] += taken
        return found

    def attribute(self, value: object) -> str:
        """A value of an attribute, in quotes; on one line, with signs that hide or turn text written out."""
        return quoteattr(one_line(self.legal(str(value)), LONGEST))

    def content(self, value: object) -> str:
        """A value between tags, on one line."""
        return escape(one_line(self.legal(str(value)), LONGEST))
