"""How long the pages of the desk take to their first byte while many people work at once, and how much memory it takes.

    python -m benchmarks.desk_pages WORKSPACE [--people 20] [--seconds 60] [--think 3]

The real server runs in a process of its own; every request carries a session (those to the API a token) and writes its
line into the ledger. Identity leads are opened on an authorisation that is written into the workspace's casebook first,
so take a workspace that may be written to.
Each person opens page after page, every kind in turn and another lead, message or word each time, and looks at it
for `think` seconds on the average (0: the next click follows at once, which no crowd of readers does).
"""

import argparse
import http.client
import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from urllib.parse import quote, urlencode

from schakel.records.grounds import EVERYTHING, Ground, Scope
from schakel.store.casebook.shared import SharedBook
from schakel.store.duckdb_engine import DuckDBEngine
from schakel.store.workers import Workers
from schakel.store.workspace import open_workspace

_SERVE = "from schakel.showing.cli.door import main; main()"
_TICK = os.sysconf("SC_CLK_TCK")
_WORDS = (
    "coke",
    "vape nl",
    "pillen amsterdam",
    '"stuur bericht"',
    "bezorg*",
    "wiet OF hasj",
    "3mmc -sample",
    "sneeuw",
)
_API, _OPENED = "/api/v1", "POST "
_WHO, _GROUND = "benchmark", "BENCHMARK"
_OTHERS = {
    "welcome": ["/"],
    "queue": ["/queue", "/queue?page=2", "/queue?state=waits", "/queue?judged=all&page=3", "/queue?scale=bulk"],
    "goods": [f"/queue?commodity={goods}" for goods in ("cocaine", "cannabis", "mdma", "firearms")],
    "cases": ["/cases"],
    "audit": ["/audit", "/audit?act=show"],
    "intake": ["/intake"],
    "plan": ["/plan"],
    "market": ["/market"],
    "download": ["/market/prices.csv", "/market/weeks.csv"],
    "map": ["/map", "/map?measure=sellers&zoom=NL-NH", "/map?zoom=europe"],
    "network": ["/network", "/network?size=160", "/network?kind=replies"],
    "coverage": ["/coverage"],
    "interventions": ["/interventions"],
    "lexicon": ["/lexicon"],
    "people": ["/people"],
    "me": ["/me"],
}  # fmt: skip


def pages_of(workspace: Path) -> dict[str, list[str]]:
    """The addresses that are measured, by kind: each kind with as many different ones as there are."""
    engine = DuckDBEngine(open_workspace(workspace), workers=Workers(1))
    chance = random.Random(1)
    leads = engine.read("leads", ["lead_id"])["lead_id"].to_pylist()
    messages = engine.read("campaigns", ["message_id"])["message_id"]
    some = [messages[chance.randrange(len(messages))].as_py() for _ in range(400)]
    chats = engine.read("chats", ["chat_id"])["chat_id"].to_pylist()[:50]
    campaigns = engine.read("templates", ["campaign_id"])["campaign_id"].to_pylist()
    about = set(engine.read("identity_leads", ["seller_id"])["seller_id"].to_pylist())
    slips = sorted(one for one in about if one and one.startswith("s_"))  # some are about a chat
    found = [f"/search?q={quote(word)}" for word in _WORDS]
    return (
        _OTHERS
        | _of_api(chance.sample(leads, min(len(leads), 500)), some, chats, campaigns)
        | {
            "campaign": [f"/campaign/{one}" for one in chance.sample(campaigns, min(len(campaigns), 1000))],
            "identity": [f"{_OPENED}/seller/{one}/identity" for one in slips[:500]],
            "seller": [f"/lead/{lead}" for lead in chance.sample(leads, min(len(leads), 2000))],
            "message": [f"/message/{message}" for message in some[:300]],
            "similar": [f"/similar/{message}" for message in some[300:]],
            "search": found,
            "facets": [f"{one}&act=offer&chat={chats[0]}" for one in found] + ["/search?commodity=cocaine"],
            "chat": [f"/coverage/{chat}" for chat in chats],
        }
    )


def _of_api(
    leads: list[str], messages: list[str], chats: list[str], campaigns: list[str]
) -> dict[str, list[str]]:
    """The addresses of the API."""
    of_market = ("market", "map", "network", "coverage", "interventions", f"coverage/{chats[0]}")
    return {
        "api leads": [f"{_API}/leads?page={page}" for page in range(1, 5)],
        "api seller": [f"{_API}/leads/{lead}" for lead in leads],
        "api message": [f"{_API}/messages/{message}" for message in messages[:200]],
        "api campaign": [f"{_API}/campaigns/{campaign}" for campaign in campaigns[:200]],
        "api search": [f"{_API}/search?q={quote(word)}" for word in _WORDS],
        "api similar": [f"{_API}/similar/{message}" for message in messages[200:300]],
        "api market": [f"{_API}/{one}" for one in of_market],
        "api plan": [f"{_API}/plan?chosen=yes"],
        "api verdicts": [f"{_API}/verdicts", f"{_API}/audit", f"{_API}/intake", f"{_API}/lexicon"],
    }


def admit(workspace: Path) -> str:
    """A token for the API, and an authorisation on which identity leads may be opened; the token."""
    book, now = SharedBook(open_workspace(workspace).casebook), datetime.now(UTC)
    casework = book.casework(_WHO, "benchmark")
    if _GROUND not in {one.ground_id for one in casework.grounds()}:
        acts = Scope(("identify",), (EVERYTHING,), (EVERYTHING,), (EVERYTHING,))
        first, last = now.date() - timedelta(days=1), now.date() + timedelta(days=30)
        casework.enter_ground(Ground(_GROUND, "wpg-9", _WHO, "made-up market", acts, first, last))
    token = book.tokens.make(_WHO, "benchmark", 1, now)
    book.close()
    return token


class Served:
    """A desk in a process of its own, and a browser that came in by the link that it printed."""

    def __init__(self, workspace: Path, port: int) -> None:
        self._token = admit(workspace)
        command = [sys.executable, "-c", _SERVE, "desk", "-w", str(workspace), "--port", str(port)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=os.environ | {"SCHAKEL_USER": _WHO}
        )
        self._port = port
        line = self.process.stdout.readline() if self.process.stdout else ""
        path = "/enter?" + line.split("/enter?")[1].strip()
        answer = self._get(path, "")
        self._cookie = (answer.headers["set-cookie"] or "").split(";")[0]
        me = self._connected("GET", "/me", self._cookie)[1].read().decode()
        self._form_key = me.split('name="key" value="')[1].split('"')[0]

    def first_byte(self, path: str) -> float:
        """Milliseconds until the first byte of an answer; a page that only says to wait is asked again."""
        while True:
            begun = time.perf_counter()
            answer = self._get(path, self._cookie)
            spent = 1000 * (time.perf_counter() - begun)
            if answer.status != 200:
                raise SystemExit(f"{path}: {answer.status}")
            if not answer.headers["refresh"]:
                return spent
            time.sleep(1)

    def memory(self) -> tuple[float, float]:
        """Megabytes in use now, and at the most so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        rows = dict(line.split(":", 1) for line in status.splitlines())
        return int(rows["RssAnon"].split()[0]) / 1024, int(rows["VmHWM"].split()[0]) / 1024

    def cpu(self) -> float:
        """Processor seconds that the desk has taken."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def close(self) -> None:
        """Ends the desk."""
        self.process.terminate()
        self.process.wait(20)

    def _get(self, path: str, cookie: str) -> http.client.HTTPResponse:
        method, _, address = path.rpartition(" ")
        connection, answer = self._connected(method or "GET", address, cookie)
        answer.read(1)
        Thread(target=lambda: (answer.read(), connection.close()), daemon=True).start()
        return answer

    def _connected(
        self, method: str, path: str, cookie: str
    ) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=300)
        headers = {"Accept-Language": "nl"}
        headers |= {"Authorization": f"Bearer {self._token}"} if path.startswith(_API) else {"Cookie": cookie}
        body = None
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"key": self._form_key, "why": "benchmark", "authorisation": _GROUND})
        connection.request(method, path, body, headers)
        return connection, connection.getresponse()


def alone(desk: Served, pages: dict[str, list[str]], each: int) -> None:
    """Prints what a page of each kind takes with nobody else there: by the clock, and of the processor."""
    for kind, paths in pages.items():
        first = desk.first_byte(paths[0])
        before, times = desk.cpu(), []
        for number in range(1, each + 1):
            times.append(desk.first_byte(paths[number % len(paths)]))
        spent = 1000 * (desk.cpu() - before) / each
        _say(
            f"{kind:13} first {first:7.0f} ms   then {median(times):6.0f} ms, processor {spent:6.1f} ms a page"
        )


def crowd(desk: Served, pages: dict[str, list[str]], people: int, seconds: float, think: float) -> None:
    """Prints the times of each kind of page while so many people work at once."""
    times: dict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds

    def person(number: int) -> None:
        chance = random.Random(number)
        time.sleep(chance.random() * think)
        for kind, path in _clicks(pages, chance):
            if time.monotonic() > until:
                return
            times[kind].append(desk.first_byte(path))
            time.sleep(2 * think * chance.random())

    threads = [Thread(target=person, args=(number,)) for number in range(people)]
    before = desk.cpu()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [spent for kind in times.values() for spent in kind]
    _say(
        f"{people} people, {think:g} s between pages, {len(every)} pages, processor {desk.cpu() - before:.1f} s"
    )
    for kind, spent in sorted(times.items()):
        _say(f"{kind:13} {_told(spent)}  of {len(spent)}")
    _say(f"{'all':13} {_told(every)}")


def _clicks(pages: dict[str, list[str]], chance: random.Random) -> Iterator[tuple[str, str]]:
    while True:
        for kind in chance.sample(sorted(pages), len(pages)):
            yield kind, chance.choice(pages[kind])


def _told(times: list[float]) -> str:
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"median {median(times):7.0f} ms  95% {high:7.0f} ms"


def main() -> None:
    """Prints a table for one person, then for the crowd, then the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--think", type=float, action="append")
    parser.add_argument("--each", type=int, default=8)
    parser.add_argument("--port", type=int, default=8799)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    pages = pages_of(asked.workspace)
    pages = {kind: pages[kind] for kind in asked.only.split(",")} if asked.only else pages
    desk = Served(asked.workspace, asked.port)
    try:
        _say(json.dumps({"memory at start": round(desk.memory()[0])}))
        alone(desk, pages, asked.each)
        for think in asked.think or [3.0]:
            crowd(desk, pages, asked.people, asked.seconds, think)
        now, most = desk.memory()
        _say(f"memory of the desk: {now:.0f} MB of its own, {most:.0f} MB at most with mapped files")
    finally:
        desk.close()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
