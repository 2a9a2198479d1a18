"""`make bench`: the road on a large made-up market, beside a plain script that only loads and searches.

    python -m benchmarks --messages 1000000

Prints messages a second, peak memory of all processes together, a second run, a run on the export grown by 1 %,
and the ratio to the plain script (json.load, then one regular expression over every text), all in one run. `--folder` keeps
the market and the workspaces; `schakel bench` keeps nothing, and puts more beside each step.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from schakel.showing.bench.grown import write_shorter
from schakel.showing.bench.market import SEED, make_market
from schakel.showing.bench.measured import Measured, measure
from schakel.showing.bench.sources import EARLIER
from schakel.showing.bench.steps import RUN

PLAIN = [sys.executable, "-m", "schakel.showing.bench.rivals.plain_script"]


def main() -> None:
    options = _options()
    folder = Path(options.folder or tempfile.mkdtemp(prefix="schakel-bench-"))
    market = folder / "market"
    if not (market / "export").exists():
        _say(f"making a market of {options.messages:,} messages in {market}")
        make_market(options.messages, SEED, market)
    whole = next((market / "export").rglob("result.json"))
    shorter = folder / "shorter" / "result.json"
    if not shorter.exists():
        write_shorter(whole, shorter, EARLIER)
    _say(f"{whole.stat().st_size / 1e6:,.0f} MB")
    report(folder, whole, shorter)


def report(folder: Path, whole: Path, shorter: Path) -> None:
    for name in ("intake", "case", "grown"):
        shutil.rmtree(folder / name, ignore_errors=True)
    plain = measure([*PLAIN, str(whole)])
    messages = json.loads(plain.output)["done"]
    _line("plain script: json.load and one search", plain, messages)
    intake = measure([*RUN, "intake", str(whole), "-w", str(folder / "intake"), "--json"])
    _line("intake", intake, messages)
    run = measure([*RUN, "run", str(whole), "-w", str(folder / "case"), "--json"])
    _line("whole road", run, messages)
    _say(f"  steps: {json.loads(run.output)['seconds']}")
    again = measure([*RUN, "run", str(whole), "-w", str(folder / "case"), "--json"])
    _line("second run, nothing new", again, messages)
    measure([*RUN, "run", str(shorter), "-w", str(folder / "grown"), "--json"])
    grown = measure([*RUN, "run", str(whole), "-w", str(folder / "grown"), "--json"])
    _line("run on the export grown by 1 %", grown, messages)
    _say(f"  steps: {json.loads(grown.output)['seconds']}")
    _say(
        f"intake against the plain script: {plain.seconds / intake.seconds:.1f} times as fast, "
        f"{plain.peak_mb / intake.peak_mb:.1f} times less memory"
    )
    _say(f"whole road against the plain script: {run.seconds / plain.seconds:.2f} times its time")


def _line(what: str, measured: Measured, messages: int) -> None:
    rate = messages / measured.seconds
    _say(f"{what}: {measured.seconds:.1f} s, {rate:,.0f} messages/s, {measured.peak_mb:,.0f} MB at most")


def _say(text: str) -> None:
    sys.stdout.write(f"[{time.strftime('%H:%M:%S')}] {text}\n")
    sys.stdout.flush()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--folder", help="Keep market and workspaces here, and use them again.")
    return parser.parse_args()


if __name__ == "__main__":
    main()
