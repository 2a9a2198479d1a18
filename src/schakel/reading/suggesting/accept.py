"""What a person accepts becomes a word of the workspace, unless it would do harm."""

from pathlib import Path

from schakel.reading.lexicon_check import KINDS, check_file
from schakel.reading.suggesting.own_words import write_own_words
from schakel.reading.suggesting.tokens import ordinary_words
from schakel.reading.terms.lexicon import Term, load_lexicons, spellings
from schakel.records.errors import SettingsError

USUAL_WEIGHT = 1.3  # log10: as the ambiguous street words of the lists as shipped
_NOTHING = "Nothing was written."


def new_word(written: str, commodity: str, language: str, weight: float, *, ambiguous: bool) -> Term:
    """The word as a term; SettingsError where it cannot be one."""
    written = " ".join(written.split())
    commodities = sorted(KINDS["commodity"] or ())
    if commodity not in commodities:
        raise SettingsError(
            f"{commodity} is no commodity that is known here.",
            means=_NOTHING,
            todo=f"Choose one of: {', '.join(commodities)}.",
        )
    forms = spellings(written)
    if not forms or "*" in written[:-1]:
        raise SettingsError(
            f'"{written}" is no word that can be sought.',
            means=_NOTHING,
            todo='Give letters or an emoji; a "*" may stand at the end only.',
        )
    _not_shipped(written, commodity, forms)
    if ordinary_words() & set(forms):
        raise SettingsError(
            f'"{written}" is an everyday word.',
            means="With it every other chat would be read as trade. " + _NOTHING,
            todo='Give the phrase in which it means goods, such as "wit van de plank".',
        )
    return Term(written, "commodity", commodity, written.rstrip("*"), language, weight, ambiguous)


def put_into_list(path: Path, words: tuple[Term, ...]) -> None:
    """Writes the list of the workspace, after a check of the whole of it."""
    tried = path.with_name("lexicon-tried.toml")
    try:
        if words:
            write_own_words(tried, words)
            if problems := check_file(tried):
                raise SettingsError(
                    f"The word cannot be used: it {problems[0].partition(' ')[2]}", means=_NOTHING
                )
        write_own_words(path, words)
    finally:
        tried.unlink(missing_ok=True)


def _not_shipped(written: str, commodity: str, forms: list[str]) -> None:
    lexicons = load_lexicons(())
    known = dict(zip(lexicons.patterns, lexicons.by_pattern, strict=True))
    for form in forms:
        if any(term.kind == "commodity" and term.concept == commodity for term in known.get(form, ())):
            raise SettingsError(
                f'"{written}" already stands in the lists for {commodity}.',
                means=_NOTHING,
                todo="There is nothing to do.",
            )
