"""What the grammar of amounts reads of a text."""

from typing import Protocol


class FoldedText(Protocol):
    """A text and its folded copy, in which names and telephone numbers may be blotted out."""

    @property
    def plain(self) -> str:
        """The text in lower case, folded."""

    @property
    def original(self) -> str:
        """The text as it was written."""
