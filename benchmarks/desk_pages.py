"""How long the pages of the desk take to their first byte, for one person and for many at once.

    python -m benchmarks.desk_pages WORKSPACE [--people 20] [--rounds 5]

The real server runs in a process of its own; every request carries a session, writes its line into the ledger, and
asks for another lead each time.
"""

import argparse
import http.client
import resource
import subprocess
import sys
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import open_workspace

_SERVE = "from schakel.showing.cli.door import main; main()"


def pages_of(workspace: Path) -> dict[str, list[str]]:
    """The addresses that are measured, by kind: each kind with as many different ones as there are."""
    engine = DuckDBEngine(open_workspace(workspace), workers=Workers(1))
    leads = engine.read("leads", ["lead_id", "seller_id"]).slice(0, 200)
    messages = engine.read("campaigns", ["message_id"]).slice(0, 200)["message_id"].to_pylist()
    return {
        "welcome": ["/"],
        "queue": ["/queue", "/queue?page=2", "/queue?state=waits", "/queue?judged=all&page=3"],
        "seller": [f"/lead/{lead}" for lead in leads["lead_id"].to_pylist()],
        "message": [f"/message/{message}" for message in messages],
        "cases": ["/cases"],
        "audit": ["/audit"],
        "intake": ["/intake"],
        "plan": ["/plan"],
        "market": ["/market"],
        "map": ["/map"],
        "network": ["/network"],
        "coverage": ["/coverage"],
    }


def first_byte(port: int, path: str, cookie: str) -> float:
    """Seconds until the first byte of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    begun = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": cookie, "Accept-Language": "nl"})
    answer = connection.getresponse()
    answer.read(1)
    spent = time.perf_counter() - begun
    answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return spent


def come_in(server: "subprocess.Popen[str]", port: int) -> str:
    """The cookie of a session by the link that the desk printed."""
    line = server.stdout.readline() if server.stdout else ""
    path = "/enter?" + line.split("/enter?")[1].strip()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    return (answer.headers["set-cookie"] or "").split(";")[0]


def main() -> None:
    """Prints a table: page, people at once, median and 95th percentile in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--port", type=int, default=8799)
    asked = parser.parse_args()
    pages = pages_of(asked.workspace)
    command = [sys.executable, "-c", _SERVE, "desk", "-w", str(asked.workspace), "--port", str(asked.port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            cookie = come_in(server, asked.port)
            for people in (1, asked.people):
                _measure(pages, asked.port, cookie, people, asked.rounds)
        finally:
            server.terminate()
            server.wait(20)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of the desk: {most:.0f} MB")  # noqa: T201


def _measure(pages: dict[str, list[str]], port: int, cookie: str, people: int, rounds: int) -> None:
    jobs = [
        (kind, paths[number % len(paths)])
        for number in range(rounds * max(people // 4, 1))
        for kind, paths in pages.items()
    ]
    times: dict[str, list[float]] = defaultdict(list)
    with ThreadPoolExecutor(people) as crowd:
        done = crowd.map(lambda job: (job[0], first_byte(port, job[1], cookie)), jobs)
        for kind, spent in done:
            times[kind].append(1000 * spent)
    for kind, spent in times.items():
        high = quantiles(spent, n=20)[-1] if len(spent) > 1 else spent[0]
        print(f"{kind:10} people {people:3}  median {median(spent):7.0f} ms  95% {high:7.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
