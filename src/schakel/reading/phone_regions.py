"""In which countries a telephone number without country code can be, the likeliest first."""

import re
from dataclasses import dataclass
from functools import lru_cache

from schakel.reading.language import detect_language

# Belgian numbers of nine digits: 02 123 45 67, 016 12 34 56, 02/1234567, 016/123456.
_BELGIAN_GROUPS = frozenset({(2, 3, 2, 2), (3, 2, 2, 2), (2, 7), (3, 6)})
GERMAN_MOBILE = ("015", "016", "017")
# Belgian mobile prefixes that are no Dutch area codes (those are 0475, 0478 and 048x, 0492-0499).
_BELGIAN_MOBILE = re.compile(r"04(?:5[5-9]|6|7[0-4679]|9[01])")
_CYRILLIC = re.compile("[а-я]")
_CUE = re.compile(
    r"(?:☎|📞|📱|📲|\b(?:tel|telefoon|phone|bel|call|app|whatsapp|wapp|wa|sms|nummer|nr|number|mob|mobiel|handy"
    r"|anrufen|appel|appelez|num|numéro|numero|llama|llámame|móvil|тел|телефон|звони|звоните|номер|ватсап|вотсап"
    r"|ara|arayın|numara|signal|bericht)\b)\W{0,4}(?:\w{1,6}\W{1,2})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be one number: with the plus if there is one, in groups as written, what stands before."""

    digits: str
    parts: list[str]
    before: str = ""


def likely_regions(number: Candidate, flat: str) -> tuple[str, ...]:
    """The countries to try, as ISO 3166 codes, by the number itself and the language of the text around it."""
    return (
        _regions_with_zero(number, flat) if number.digits[0] == "0" else _regions_without_zero(number, flat)
    )


def _regions_without_zero(number: Candidate, flat: str) -> tuple[str, ...]:
    """Russia for 8 and ten digits; Turkey for ten digits from 5 in Turkish text; Spain for nine digits, or the Netherlands where the first 0 was left out."""
    digits, length = number.digits, len(number.digits)
    called = bool(_CUE.search(number.before))
    if length == 11 and digits[0] == "8":
        return ("RU",) if called or len(number.parts) > 2 or _CYRILLIC.search(flat.lower()) else ()
    if length == 10 and digits[0] == "5":
        return ("TR",) if _language(flat) == "tr" else ()
    if length == 9 and digits[0] in "679":
        if _language(flat) == "es":
            return ("ES", "NL")
        return ("NL",) if called else ()
    return ()


def _regions_with_zero(number: Candidate, flat: str) -> tuple[str, ...]:
    """The countries to try for a number that begins with 0, by prefix, length and grouping, then by language.

    06 and ten digits are Dutch or French: French in French text, else Dutch. 04 in groups of 4-2-2-2 is
    a Belgian mobile number. 07 and eleven digits are British, 05 and eleven Turkish, 015-017 and eleven or
    twelve German.
    """
    digits, length = number.digits, len(number.digits)
    if length in (11, 12):
        if digits.startswith(GERMAN_MOBILE) or _language(flat) == "de":
            return ("DE",)
        if length == 11:
            return (
                ("TR",)
                if digits[1] == "5"
                else ("GB",)
                if digits[1] in "17" or _language(flat) == "en"
                else ()
            )
    if length == 9:
        lengths = tuple(map(len, number.parts))
        return ("BE",) if lengths in _BELGIAN_GROUPS or _CUE.search(number.before) else ()
    if length != 10:
        return ()
    if digits[1] == "6":
        return ("FR", "NL") if _language(flat) == "fr" else ("NL", "FR")
    return _regions_of_ten(number, _language(flat))


def _regions_of_ten(number: Candidate, language: str) -> tuple[str, ...]:
    """The countries to try for ten digits that begin with 0 but not with 06."""
    digits, parts = number.digits, number.parts
    if digits[1] == "4" and ([len(part) for part in parts] == [4, 2, 2, 2] or _BELGIAN_MOBILE.match(digits)):
        return ("BE", "NL")
    if language == "fr" or (digits[1] == "7" and tuple(map(len, parts)) == (2,) * 5):
        return ("FR", "BE")
    if language == "de":
        return ("DE", "NL")
    if len(parts) > 2 and len(parts[0]) < 3 and max(map(len, parts)) > 1 and not _CUE.search(number.before):
        return ("FR",) if digits[1] == "7" else ()  # 05 10 20 40 80 is a row of amounts
    return ("NL", "FR") if digits[1] == "7" else ("NL",)


@lru_cache(maxsize=4)
def _language(flat: str) -> str:
    return detect_language(flat)[0]
