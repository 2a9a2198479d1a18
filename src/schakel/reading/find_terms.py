"""Which words of the lists stand in a text, and which texts of a column are worth that search."""

from schakel.reading.candidates import candidate_mask
from schakel.reading.terms.term_search import TermHit, find_terms, find_terms_each

__all__ = ["TermHit", "candidate_mask", "find_terms", "find_terms_each"]
