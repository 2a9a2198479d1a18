"""Makes examples/market again, byte for byte: 60 sellers, 45 days, a fixed seed. Everything in it is made up.

python tools/make_example_market.py [FOLDER]
"""

import shutil
import sys
from datetime import date
from pathlib import Path

from schakel.simulating import MarketSettings, simulate

SETTINGS = MarketSettings(
    sellers=60, days=45, seed=2023, messages=6500, start=date(2025, 11, 18), chats=5, copies_per_ad=20.0
)


def main() -> None:
    there = Path(__file__).resolve().parent.parent / "examples" / "market"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else there
    for part in ("export", "truth"):
        shutil.rmtree(folder / part, ignore_errors=True)
    summary = simulate(SETTINGS, folder)
    print(f"{summary.messages} messages, {summary.offers} offers, {summary.sellers} sellers in {folder}")


if __name__ == "__main__":
    main()
