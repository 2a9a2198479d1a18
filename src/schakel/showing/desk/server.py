"""Opens the desk on this machine, and on no other address."""

from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from schakel.records.errors import SettingsError

ADDRESS = "127.0.0.1"
_BUSY = 64  # requests at once; one person at a desk never comes near


def check_address(host: str) -> None:
    """Nothing, if `host` is this machine alone; else SettingsError that says how others may be let in."""
    if host not in {ADDRESS, "localhost"}:
        raise SettingsError(
            f"The desk opens on {ADDRESS} only, not on {host}.",
            means="It has no log-in of its own yet, so everyone who reaches it could read the case.",
            todo="For colleagues on other machines: let them in through ssh "
            f"(ssh -L 8765:{ADDRESS}:8765 this-machine), or later put a proxy with its own log-in in front of it "
            f"that passes on to {ADDRESS} with the Host header set to localhost.",
        )


def serve(app: ASGIApp, port: int, ready: Callable[[], None]) -> None:
    """Serves until interrupted; `ready` is called once the desk answers. SettingsError if the port is taken."""
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
        proxy_headers=False,
        limit_concurrency=_BUSY,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, ready)
    try:
        server.run()
    except KeyboardInterrupt:
        return
    except SystemExit as stopped:
        raise SettingsError(
            f"The desk could not open port {port}.",
            means="Another program, perhaps another desk, is using it.",
            todo="Name another one, for example: --port 8766",
        ) from stopped


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            self._ready()
