"""What a screen of the desk is: its addresses, who may see it, and where it stands in the menu."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from schakel.showing.desk.visit import Visit

Answer = Callable[[Visit], Response]
GROUPS = ("work", "market", "keep")  # the headings of the menu, in order


@dataclass(frozen=True, slots=True)
class Page:
    """One address and what answers it.

    `right` is what a person must have (see casework.toml); empty: everybody who came in. A page with `method` POST
    changes something: its form must carry the session's key, which the frame checks before `answer` is called.
    An `open` page answers those too who have not come in; an `upload` page takes files.
    """

    path: str
    answer: Answer
    right: str = ""
    method: str = "GET"
    open: bool = False
    upload: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `name` is its word in the table `site` of the texts; without a `group` it is not in the menu.

    Its first page is where the menu leads, and is shown to those who have that page's right.
    """

    name: str
    pages: tuple[Page, ...]
    group: str = ""

    @property
    def address(self) -> str:
        """Where the menu leads."""
        return self.pages[0].path

    @property
    def right(self) -> str:
        """What a person must have to see it in the menu."""
        return self.pages[0].right
