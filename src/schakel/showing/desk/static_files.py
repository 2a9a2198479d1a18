"""The style sheets, scripts and pictures of the desk: each under an address that changes with its bytes."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(str(files("schakel.showing.desk") / "static"))
KEPT = "private, max-age=31536000, immutable"


@cache
def address_of(name: str) -> str:
    """Where a browser finds a file of the folder `static`; other bytes give another address."""
    return f"/static/{name}?v={sha256((FOLDER / name).read_bytes()).hexdigest()[:12]}"


class Kept(StaticFiles):
    """Files that a browser may keep, since their address changes with their bytes."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, to be kept if it was asked for by its own bytes."""
        answer = await super().get_response(path, scope)
        if answer.status_code == 200 and b"v=" in scope["query_string"]:
            answer.headers["cache-control"] = KEPT
        return answer
