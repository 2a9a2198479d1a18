"""Opens the desk on this machine, and on no other address."""

import errno
import gc
import sys
from collections.abc import Callable
from socketserver import BaseRequestHandler, TCPServer

import uvicorn
from starlette.types import ASGIApp

from schakel.records.errors import SettingsError

ADDRESS = "127.0.0.1"
PORT = 8765
_TURN = (
    0.0005  # seconds; at the usual 5 ms a page that asks ten questions waits each time for all others at work
)
_MADE = 20_000  # objects made between two looks for garbage; a page makes some 30,000, and at the usual 700 it paid 3 ms
_LAST_PORT = 65535
_LOOKED_AT = 200  # ports; a machine on which more than these follow one another in use is not seen
_BUSY = 64  # requests at once; one person at a desk never comes near


def check_address(host: str, port: int = PORT) -> None:
    """Nothing, if `host` is this machine alone; else SettingsError that says how others may be let in."""
    if host not in {ADDRESS, "localhost"}:
        raise SettingsError(
            f"The desk opens on {ADDRESS} only, not on {host}.",
            means="It speaks plain HTTP, so passwords and cases could be read on the way.",
            todo="For colleagues on other machines: let them in through ssh "
            f"(ssh -L {port}:{ADDRESS}:{port} this-machine), or put a proxy with TLS on this machine in front of it and "
            'write its name into schakel.toml: [desk] name = "desk.example" (docs/desk.md).',
        )


def check_proxy(name: str, *, people: bool) -> None:
    """Nothing, if a desk may stand behind a proxy of this name; SettingsError if nobody would have to log in."""
    if name and not people:
        raise SettingsError(
            f"The desk does not open behind {name[:80]} as long as nobody has to log in.",
            means="Everyone who reaches the proxy could read the cases.",
            todo="Make an admin first: schakel users add NAME --role admin, schakel users password NAME",
        )


def serve(app: ASGIApp, port: int, ready: Callable[[], None], *, behind_proxy: bool = False) -> None:
    """Serves until interrupted; `ready` is called once the desk answers. SettingsError if the port is taken.

    `behind_proxy`: what a proxy on this machine says of the visitor's address and of TLS is believed.
    """
    config = uvicorn.Config(
        app,
        host=ADDRESS,
        port=port,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=behind_proxy,
        forwarded_allow_ips=ADDRESS,
        limit_concurrency=_BUSY,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, ready)
    sys.setswitchinterval(_TURN)
    gc.set_threshold(_MADE, 10, 10)
    try:
        server.run()
    except KeyboardInterrupt:
        return
    except SystemExit as stopped:
        raise _not_opened(port) from stopped


def _not_opened(port: int) -> SettingsError:
    """What is told of a port that could not be opened, with one that can."""
    forbidden = _refused(port) in (errno.EACCES, errno.EPERM)
    means = (
        "The system keeps it for its administrator."
        if forbidden
        else "Another program, perhaps another desk, is using it."
    )
    free = _free_port(PORT if forbidden else port + 1, before=port)
    return SettingsError(
        f"The desk could not open port {port}.",
        means=means,
        todo=f"Name another one, for example: --port {free}",
    )


def _free_port(first: int, before: int) -> int:
    """The first free port from `first` on, else the nearest free one below `before`; the next one where none is seen."""
    above = range(first, min(first + _LOOKED_AT, _LAST_PORT + 1))
    below = range(before - 1, max(before - 1 - _LOOKED_AT, 0), -1)
    free = (port for port in (*above, *below) if not _refused(port))
    return next(free, first if first <= _LAST_PORT else before - 1)


def _refused(port: int) -> int:
    """The number of the system's error if the desk could not open this port now; 0 if it could."""
    try:
        with _Tried((ADDRESS, port), BaseRequestHandler):
            return 0
    except OSError as error:
        return error.errno or errno.EADDRINUSE


class _Tried(TCPServer):
    """Listens for a moment, and answers nobody."""

    allow_reuse_address = True  # as the desk itself opens it


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            self._ready()
