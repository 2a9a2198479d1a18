"""In which countries a telephone number without country code can be, the likeliest first."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from schakel.reading.countries import countries_of
from schakel.reading.language import detect_language
from schakel.reading.selectors.selector import any_of
from schakel.reading.word_data import data_file

# Belgian numbers of nine digits: 02 123 45 67, 016 12 34 56, 02/1234567, 016/123456.
_BELGIAN_GROUPS = frozenset({(2, 3, 2, 2), (3, 2, 2, 2), (2, 7), (3, 6)})
GERMAN_MOBILE = ("015", "016", "017")
# Belgian mobile prefixes that are no Dutch area codes (those are 0475, 0478 and 048x, 0492-0499).
_BELGIAN_MOBILE = re.compile(r"04(?:5[5-9]|6|7[0-4679]|9[01])")
_AUSTRIAN_MOBILE = re.compile(r"06(?:5[0-9]|6[0-9]|7[067]|8[0-9]|9[09])")
_SWISS = re.compile(r"0(?:2[1-7]|3[1-4]|4[1347]|5[12568]|6[12]|7[1456789]|81|91)")
_IRISH_MOBILE = re.compile(r"08[35679]")
_AUSTRALIAN_MOBILE = re.compile(r"04")
_UKRAINIAN = re.compile(r"0(?:39|50|6[3678]|73|9[1-9])")
_AMERICAN = re.compile(r"[2-9]\d\d[2-9]\d{6}")
_CALLED = data_file("digit_words.toml")["called"]
_SPANISH_CUE = re.compile(rf"\b(?:{'|'.join(_CALLED['in_spanish'])})\b", re.IGNORECASE)
_RUSSIAN_LANDLINES = frozenset({(4, 2, 2, 2), (3, 3, 2, 2), (5, 1, 2, 2)})  # 4842 55-60-21
_CYRILLIC = re.compile("[а-я]")
_CUE = re.compile(
    rf"(?:{'|'.join(_CALLED['signs'])}|\b(?:{'|'.join(_CALLED['words'])})\b)\W{{0,4}}(?:\w{{1,8}}\W{{1,2}})?$",
    re.IGNORECASE,
)


@cache
def _counted() -> re.Pattern[str]:
    data = data_file("digit_words.toml")["counted"]
    alone, things, numbers = (any_of(data[name]) for name in ("alone", "things", "numbers"))
    return re.compile(
        rf"(?<!\w)(?:(?:{alone})|(?:{things})[ \-.]{{0,2}}(?:{numbers}))(?: (?:is|ist|est|es))?[ .:#=\-]{{0,3}}$",
        re.IGNORECASE,
    )


def is_counted(before: str) -> bool:
    """Whether the words before a number say that it numbers an order, a parcel, a file or a version."""
    return bool(_counted().search(before))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Digits that may be one number: with the plus if there is one, in groups as written, what stands before."""

    digits: str
    parts: list[str]
    before: str = ""

    @property
    def called(self) -> bool:
        """Whether a word or sign for a telephone stands before it."""
        return bool(_CUE.search(self.before))

    @property
    def lengths(self) -> tuple[int, ...]:
        """How many digits each group has."""
        return tuple(map(len, self.parts))


def likely_regions(number: Candidate, flat: str) -> tuple[str, ...]:
    """The countries to try, as ISO 3166 codes, by the number itself and the language of the text around it."""
    return (
        _regions_with_zero(number, flat) if number.digits[0] == "0" else _regions_without_zero(number, flat)
    )


def _regions_without_zero(number: Candidate, flat: str) -> tuple[str, ...]:
    """Russia for 8 and ten digits; else by length, first digit, language and country of the text.

    Ten digits: Turkey from 5 in Turkish text, Russia from 9 in Russian, Spanish America, and the United
    States written in three groups. Nine digits: Spain; the Netherlands where the first 0 was left out.
    """
    digits, length = number.digits, len(number.digits)
    if length == 11 and digits[0] == "8":
        return (
            ("RU", "KZ") if number.called or len(number.parts) > 2 or _CYRILLIC.search(flat.lower()) else ()
        )
    if length == 10:
        return _regions_of_bare_ten(number, flat)
    if length == 9 and digits[0] in "6789":
        if _language(flat) == "es" or _SPANISH_CUE.search(number.before):
            abroad = tuple(code for code in ("CL", "PE") if digits[0] == "9" and code in countries_of(flat))
            return (*abroad, "ES", "NL") if digits[0] in "67" else (*abroad, "ES")
        return ("NL",) if number.called and digits[0] == "6" else ()
    return ()


def _regions_of_bare_ten(number: Candidate, flat: str) -> tuple[str, ...]:
    """The countries of ten digits that do not begin with 0."""
    digits, language = number.digits, _language(flat)
    if digits[0] == "5" and language == "tr":
        return ("TR",)
    if (
        digits[0] == "9"
        and (language == "ru" or _CYRILLIC.search(flat.lower()))
        and (number.called or len(number.parts[0]) in (3, 10))
    ):
        return ("RU",)
    if digits[0] in "348" and number.lengths in _RUSSIAN_LANDLINES and _CYRILLIC.search(flat.lower()):
        return ("RU",)
    if language == "es":
        return tuple(code for code in ("AR", "MX", "CO") if code in countries_of(flat))
    three_groups = number.lengths == (3, 3, 4)
    if not _AMERICAN.fullmatch(digits) or language not in ("en", "und"):
        return ()
    hinted = "US" in countries_of(flat) or (three_groups and language == "en")
    return ("US",) if number.called or (hinted and number.lengths in ((3, 3, 4), (10,))) else ()


def _regions_with_zero(number: Candidate, flat: str) -> tuple[str, ...]:
    """The countries to try for a number that begins with 0, by prefix, length and grouping, then by language.

    06 and ten digits are Dutch or French: French in French text, else Dutch. 04 in groups of 4-2-2-2 is
    a Belgian mobile number. 07 and eleven digits are British, 05 and eleven Turkish, 015-017 and eleven or
    twelve German, 0650-0699 and eleven or more Austrian in Austrian text.
    """
    digits, length = number.digits, len(number.digits)
    if length in (11, 12, 13):
        return _regions_of_eleven(number, flat)
    if length == 9:
        if number.lengths in _BELGIAN_GROUPS or number.called:
            return ("BE",)
        return ()
    if length != 10:
        return ()
    if digits[1] == "6" and not (_language(flat) == "ru" and _UKRAINIAN.match(digits)):
        return ("FR", "NL") if _language(flat) == "fr" else ("NL", "FR")
    return _regions_of_ten(number, flat)


def _regions_of_eleven(number: Candidate, flat: str) -> tuple[str, ...]:
    """The countries to try for eleven digits and more from 0."""
    digits, length = number.digits, len(number.digits)
    german = _language(flat) == "de"
    if (
        german
        and _AUSTRIAN_MOBILE.match(digits)
        and ("AT" in countries_of(flat) or len(number.parts[0]) == 4)
    ):
        return ("AT", "DE")
    british = "£" in flat or "GB" in countries_of(flat)
    first = len(number.parts[0])
    if length == 11 and _language(flat) == "en" and (first == 5 or (british and first == 11)):
        return ("GB", "DE")  # 01793 is Swindon
    if length < 13 and (digits.startswith(GERMAN_MOBILE) or german):
        return ("DE", "AT")
    if length == 11:
        if digits[1] == "5" or (_language(flat) == "tr" and digits[1] in "234"):
            return ("TR",)
        if digits[1] in "17" or _language(flat) == "en":
            return ("GB",)
    return ()


def _regions_of_ten(number: Candidate, flat: str) -> tuple[str, ...]:  # noqa: PLR0911 -- one country a line
    """The countries to try for ten digits that begin with 0 but not with 06."""
    digits, parts, language = number.digits, number.parts, _language(flat)
    if language == "en":
        return _regions_of_english_ten(number, flat)
    if language == "ru":
        return ("UA",) if _UKRAINIAN.match(digits) else ()
    if (
        digits[1] == "4"
        and len(parts[0]) != 3
        and (number.lengths == (4, 2, 2, 2) or _BELGIAN_MOBILE.match(digits))
    ):
        return ("BE", "NL")
    if language == "fr" or (digits[1] == "7" and number.lengths == (2,) * 5):
        return ("CH", "FR") if "CH" in countries_of(flat) and _SWISS.match(digits) else ("FR", "BE")
    if language == "de" or "CH" in countries_of(flat):
        swiss = _SWISS.match(digits) and ("CH" in countries_of(flat) or number.lengths == (3, 3, 2, 2))
        return ("CH", "DE") if swiss else ("DE", "NL")
    row = len(parts) > 2 and len(parts[0]) < 3 and max(number.lengths) > 1 and not number.called
    if row:  # 05 10 20 40 80 is a row of amounts
        return ("FR",) if digits[1] == "7" else ()
    return ("NL", "FR") if digits[1] == "7" else ("NL",)


def _regions_of_english_ten(number: Candidate, flat: str) -> tuple[str, ...]:
    """Ten digits from 0 in English text: Irish 083-089, Australian 04, else British, or Dutch for want of those."""
    digits, named = number.digits, countries_of(flat)
    if _IRISH_MOBILE.match(digits) and "AU" not in named:
        return ("IE", "NL")
    if _AUSTRALIAN_MOBILE.match(digits) and "BE" not in named:
        return ("AU", "BE", "NL")
    ranked = tuple(code for code in ("IE", "AU", "NZ", "BE") if code in named)
    return (*ranked, "NL", "GB") if digits[1] != "7" else (*ranked, "GB", "FR", "NL")


@lru_cache(maxsize=4)
def _language(flat: str) -> str:
    return detect_language(flat)[0]
