"""A PostgreSQL server of its own for tests and measurements: made in a new folder, reached by a socket in it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_NAMES = count(1)


def postgres_programs() -> Path | None:
    """The folder with initdb and pg_ctl, or None if there is no PostgreSQL on this machine (or none to run it as)."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    elsewhere = shutil.which("initdb")
    if not found and not elsewhere:
        return None
    if os.geteuid() == 0 and _unprivileged() is None:
        return None
    return found[0].parent if found else Path(str(elsewhere)).resolve().parent


@contextmanager
def postgres_server(programs: Path, *settings: str) -> Iterator["Server"]:
    """A running server with these settings (`fsync=off`), stopped and thrown away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="schakel-pg-", dir="/tmp"))
    user = _unprivileged() if os.geteuid() == 0 else None
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    server = Server(programs, folder, user)
    try:
        server.start(*settings)
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    """One server; `new_database` gives the URL of an empty database."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self._programs, self._folder, self._user = programs, folder, user
        self._server: subprocess.Popen[bytes] | None = None

    def start(self, *settings: str) -> None:
        self._run("initdb", "-D", self._folder / "data", "-U", "postgres", "-A", "trust", "--no-sync")
        # Our own child, not one of pg_ctl's: in a container nobody reaps that, and pg_ctl waits a minute for it to go.
        command = [self._programs / "postgres", "-D", self._folder / "data", "-k", self._folder]
        told = [
            word for one in ("listen_addresses=", "max_connections=60", *settings) for word in ("-c", one)
        ]
        with (self._folder / "log").open("w") as log:
            self._server = subprocess.Popen(
                [*command, *told],
                stdout=subprocess.DEVNULL,
                stderr=log,
                cwd=self._folder,
                user=self._user,
            )
        self._run("pg_isready", "-h", self._folder, "-q", tries=300)

    def stop(self) -> None:
        if self._server is not None:
            self._server.send_signal(signal.SIGQUIT)  # at once: the folder is thrown away anyway
            self._server.wait(timeout=30)

    def new_database(self) -> str:
        name = f"casebook_{next(_NAMES)}"
        self._run("psql", "-h", self._folder, "-U", "postgres", "-c", f"CREATE DATABASE {name}")
        return f"postgresql+pg8000://postgres@/{name}?unix_sock={self._folder}/.s.PGSQL.5432"

    def _run(self, program: str, *words: object, tries: int = 1) -> None:
        command = [str(self._programs / program), *map(str, words)]
        for _ in range(tries):
            done = subprocess.run(
                command,
                check=False,
                capture_output=True,
                text=True,
                cwd=self._folder,
                user=self._user,
                timeout=60,
            )
            if not done.returncode:
                return
            time.sleep(0.1)
        raise RuntimeError(f"{program}: {done.stderr}{done.stdout}")


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root."""
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None
