"""Opens the desk on this machine, and on no other address."""

import gc
import sys
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from schakel.records.errors import SettingsError

ADDRESS = "127.0.0.1"
_TURN = (
    0.0005  # seconds; at the usual 5 ms a page that asks ten questions waits each time for all others at work
)
_MADE = 20_000  # objects made between two looks for garbage; a page makes some 30,000, and at the usual 700 it paid 3 ms
_LAST_PORT = 65535
_BUSY = 64  # requests at once; one person at a desk never comes near


def check_address(host: str) -> None:
    """Nothing, if `host` is this machine alone; else SettingsError that says how others may be let in."""
    if host not in {ADDRESS, "localhost"}:
        raise SettingsError(
            f"The desk opens on {ADDRESS} only, not on {host}.",
            means="It speaks plain HTTP, so passwords and cases could be read on the way.",
            todo="For colleagues on other machines: let them in through ssh "
            f"(ssh -L 8765:{ADDRESS}:8765 this-machine), or put a proxy with TLS on this machine in front of it and "
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
        raise SettingsError(
            f"The desk could not open port {port}.",
            means="Another program, perhaps another desk, is using it.",
            todo=f"Name another one, for example: --port {port + 1 if port < _LAST_PORT else port - 1}",
        ) from stopped


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            self._ready()
