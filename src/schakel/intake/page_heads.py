"""What tells a page before it is read as a whole: the title of its chat, and its first message."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from schakel.intake.desktop_html.sampling import Said, first_message, title_of
from schakel.store.engine import Engine

_STEP = "page-heads"


class PageHead(NamedTuple):
    """The title of the chat in a page, and the first message that tells when it was sent; None if none does."""

    title: str
    first: Said | None

    @property
    def number(self) -> int:
        """The number of the first message; 0 if there is none."""
        return self.first.number if self.first else 0


def page_heads(pages: Iterable[str], engine: Engine, sealed: Path) -> Mapping[str, PageHead]:
    """The head of each page by its sha256. Only pages that the last run did not have are opened."""
    digests = list(pages)

    def make(places: list[int]) -> list[str]:
        return [json.dumps(_head(sealed / digests[place])) for place in places]

    kept = map(json.loads, engine.recall(_STEP, digests, make))
    return {
        digest: PageHead(title, Said(*first) if first else None)
        for digest, (title, first) in zip(digests, kept, strict=True)
    }


def _head(path: Path) -> PageHead:
    return PageHead(title_of(path), first_message(path))
