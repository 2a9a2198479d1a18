"""What is loaded before processes are forked."""

import subprocess
import sys

_PROGRAM = """
import schakel.reading.prepared
from schakel.reading.terms.lexicon import load_lexicons

print(*sorted(f"{made.__module__}.{made.__name__}" for made in load_lexicons().made))
"""


def test_what_slips_are_told_by_is_made_before_processes_are_forked() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    made = done.stdout.split()
    assert {f"schakel.reading.slips.{name}" for name in ("_known", "_sought", "_lacking")} <= set(made)
    assert "schakel.reading.terms.term_search._automaton" in made
