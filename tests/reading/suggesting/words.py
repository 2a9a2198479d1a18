"""Words that no list holds, for the tests."""

from schakel.reading.terms.lexicon import Term


def term(written: str, concept: str = "ketamine", weight: float = 2.0, ambiguous: bool = False) -> Term:
    return Term(written, "commodity", concept, written, "nl", weight, ambiguous)


PARELS = term("zeeparels")
SIGN = term("🪼", "mdma", 1.5, ambiguous=True)
OWN = (PARELS, SIGN)
