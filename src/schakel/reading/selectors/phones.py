"""Telephone numbers in every form in which they are written, as E.164 (+31612345678).

| written | read |
|---|---|
| +31 6 1234 5678, 0031(0)612345678, +32/470.12.34.56 | international form |
| 06-12345678, 0 6 1 2 3 4 5 6 7 8, 06.12.34.56.78 | in the country whose numbers look so; see phone_regions |
| 31612345678, 79161234567 | mobile number without the plus, only if nothing else stands against it |
| O6 I2345678, emoji digits | letters and signs that pass for digits |
| nul zes een twee..., zero six 1 2..., 07415 four four six | spelled out, in whole or in part |
| 06 12 34 at the end of a line, 56 78 alone on the next | one number |

Never read: amounts with a unit or currency beside them, dates, decimals, numbers of orders, parcels and files
("order no. 0790-4412-886"), and numbers that no numbering plan
has room for (checked by phonenumbers, which is slow and therefore sees only runs of digits that pass the shape).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from schakel.reading.selectors.phone_regions import GERMAN_MOBILE, Candidate, is_counted, likely_regions
from schakel.reading.selectors.spoken_digits import spoken_numbers
from schakel.reading.word_data import data_file

_DIGIT = "(?:[0-9]|(?<![A-Za-z])[OoОоIl](?![A-Za-z]))"
# A letter apart from the digits is a word ("o 644..." is Spanish for "or"), but for a capital O before single digits.
_LETTER_FIRST = re.compile(r"^(\(?)(?:[oо](?! ?6|[45789]|1[567])|[OО](?! ?[1-9])|[Il](?= ))")
_GAP = r"(?: ?[-–—.·•*_~/|] ?|[ ]{1,5}|[ ]?\([ ]?|[ ]?\)[ ]{0,5}-?[ ]?)"
_RUN = re.compile(rf"(?<![\w€$£])(?:\+[ ]?)?[(]?{_DIGIT}(?:{_GAP}?{_DIGIT})*", re.ASCII)
# No text without this holds a number in digits.
HAS_DIGITS = re.compile(r"[0-9](?:[^0-9\n]{0,3}[0-9]){5}")
_LONE_LETTER = re.compile(r"(?<=[0-9]{2}) [oOIl] (?=\+?[0-9]{2})")
_GROUP = re.compile(r"[0-9]+")
_AS_DIGITS = str.maketrans("OoОоIl", "000011")
_DATE = re.compile(r"[0-3]?\d([-/. ])[01]?\d\1(?:19|20)\d\d(?!\d)")
_MONEY_AFTER = re.compile(
    rf"\s?(?:{'|'.join(data_file('digit_words.toml')['amounts']['behind'])})",
    re.IGNORECASE,
)
_TEN_FROM_ONE = re.compile(r"11 ?\d{4}[ -]?\d{4}(?!\d)")  # Buenos Aires
_TRUNK = re.compile(r"(?:(?<=\d)|(?<=\d )|(?<=\d\))|(?<=\d\) ))\(0\)")  # +44 (0)7..., but (0)6 keeps its 0
_BROKEN = re.compile(r"[0-9] ?\n ?[0-9]")
_SPLIT = re.compile(
    r"(?<![\w€$£.,+])(?:\+ ?[1-9]\d?|00|0[1-9])[\d \-./()]{2,14}(?<=\d) ?\n ?(?=\d)[\d \-./]{1,12}(?<=\d)(?= ?(?:\n|$))"
)
_SHORTEST, _LONGEST = 8, 15  # ITU-T E.164: 15 digits at most; shorter than 8 is no number of these countries
_MOST_GROUPS = 400  # a longer row of figures is a table; its rest is not searched for numbers
# Without plus, 10 digits are the commonest length here; 9 come last, as they are often the start of more.
_LENGTHS = (10, 11, 12, 13, 9)
# Prefix and length of mobile numbers, where sellers' numbers may be made up or newer than the lists.
_MOBILE = re.compile(
    r"\+(?:316\d{8}|324\d{8}|33[67]\d{8}|34[67]\d{8}|447\d{9}|491[567]\d{8,9}|79\d{9}|905\d{9}|417[4-9]\d{7}"
    r"|436[5-9]\d{8,10}|3538[35679]\d{7}|614\d{8}|52\d{10}|549\d{10}|569\d{8}|573\d{9}|519\d{8}|1[2-9]\d\d[2-9]\d{6}"
    r"|380(?:39|50|6[3678]|73|9\d)\d{7}|375(?:25|29|33|44)\d{7}|77\d{9}|3526\d{8}|393\d{8,9}|3519\d{8}|48[4-8]\d{8}|2126\d{8}|597[678]\d{6})"
)
# The same without plus: country code, mobile prefix, length.
_BARE = re.compile(
    r"31610?\d{8}|316\d{8}|324\d{8}|33[67]\d{8}|346\d{8}|447\d{9}|491[567]\d{8,9}|79\d{9}|905\d{9}"
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as E.164, and where it stands."""

    value: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def e164(digits: str, region: str | None = None, trusted: bool = False) -> str | None:
    """The number as +31612345678 if the numbering plan has it; `region` is for numbers without country code.

    A number with the prefix and length of a mobile number counts also where its block is not handed out:
    sellers make up numbers, and plans grow. If the text says that it is a number (`trusted`), a fitting
    length is enough.
    """
    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_valid_number(number) or _MOBILE.fullmatch(written):
        return written
    return written if trusted and phonenumbers.is_possible_number(number) else None


def find_phones(flat: str) -> Iterator[Phone]:
    """The telephone numbers of a text whose signs were made plain."""
    if HAS_DIGITS.search(flat):
        for match in _RUN.finditer(
            _LONE_LETTER.sub(" ; ", _TRUNK.sub("   ", flat) if "(0)" in flat else flat)
        ):
            if match.end() - match.start() >= _SHORTEST:
                yield from _in_run(match, flat)
        if _BROKEN.search(flat):
            yield from _over_two_lines(flat)


def _over_two_lines(flat: str) -> Iterator[Phone]:
    """The mobile numbers that break off at the end of a line and go on alone on the next."""
    for match in _SPLIT.finditer(flat):
        parts = _GROUP.findall(match.group())
        plus = "+" if match.group()[0] == "+" else ""
        value = _read(
            Candidate(plus + "".join(parts), parts, flat[max(0, match.start() - 20) : match.start()]), flat
        )
        if value and _MOBILE.fullmatch(value):
            yield Phone(value, *match.span())


def find_spoken_phones(low: str) -> Iterator[Phone]:
    """The telephone numbers that are spelled out in words."""
    for readings in spoken_numbers(low):
        for spoken in readings:
            value = _read(Candidate(spoken.digits, [spoken.digits]), low)
            if value:
                yield Phone(value, spoken.start, spoken.end)
                break


def _in_run(match: re.Match[str], flat: str) -> Iterator[Phone]:
    """The numbers in one run of digits: whole groups of it, from left to right."""
    written = _LETTER_FIRST.sub(r"\1 ", match.group()).translate(_AS_DIGITS)
    groups = [g.span() for g in _GROUP.finditer(written)]
    if sum(end - start for start, end in groups) < _SHORTEST or sum(map(str.isdigit, match.group())) < 5:
        return
    first = 0
    while first < min(len(groups), _MOST_GROUPS):
        found = _number_from(written, groups, first, flat, match.start())
        if found is None:
            first += 1
            continue
        value, last = found
        start = groups[first][0]
        lead = written[:start]
        start -= len(lead) - len(lead.rstrip("+( "))
        while written[start] == " ":
            start += 1
        yield Phone(value, match.start() + start, match.start() + groups[last][1])
        first = last + 1


def _number_from(
    written: str, groups: list[tuple[int, int]], first: int, flat: str, offset: int
) -> tuple[str, int] | None:
    """The number that begins with this group and the group with which it ends.

    With a country code the longest number that exists is taken; else the commonest lengths come first, as
    what follows a national number of fixed length is often an amount.
    """
    start = groups[first][0]
    plus = "+" if written[max(0, start - 3) : start].strip(" (").endswith("+") else ""
    if plus and _is_surcharge(written, groups, first):
        return None
    if (not plus and written[start] in "12" and not _TEN_FROM_ONE.match(written, start)) or _DATE.match(
        written, start
    ):
        return None
    before = flat[max(0, offset + start - 32) : offset + start]
    from_abroad = plus or written.startswith("00", start)
    for last in _possible_ends(groups, first, bool(from_abroad), written.startswith(GERMAN_MOBILE, start)):
        parts = [written[a:b] for a, b in groups[first : last + 1]]
        if len(parts) > 2 and len(parts[0]) == 3 and parts[1] in ("06", "07") and not plus:
            return None  # "024. 06 44 33 22 11": an area code before a number
        if not plus and (
            _MONEY_AFTER.match(flat, offset + groups[last][1]) or not _is_shape(parts, written[start:])
        ):
            continue
        value = _read(Candidate(plus + "".join(parts), parts, before), flat)
        if value and not plus and is_counted(before):
            return None
        if value:
            return _with_last_digit(value, parts, groups, last, written)
    return None


def _with_last_digit(
    value: str, parts: list[str], groups: list[tuple[int, int]], last: int, written: str
) -> tuple[str, int]:
    """A German or Austrian number, of any length, with the digit that is left over at the end of its row of pairs."""
    left = groups[last + 1 :]
    if (
        value.startswith(("+49", "+43"))
        and len(left) == 1
        and left[0][1] - left[0][0] == 1
        and left[0][0] - groups[last][1] == 1
        and len(parts[-1]) == 2
        and (longer := e164(value + written[left[0][0]]))
    ):
        return longer, last + 1
    return value, last


def _is_surcharge(written: str, groups: list[tuple[int, int]], first: int) -> bool:
    """Whether a plus stands before an amount: "Goirle +5 | 0657730114"; of one digit are only +1 and +7."""
    start, end = groups[first]
    following = groups[first + 1 : first + 2]
    return end - start == 1 and written[start] not in "17" and any(b - a > 2 for a, b in following)


def _possible_ends(groups: list[tuple[int, int]], first: int, from_abroad: bool, german: bool) -> list[int]:
    """The groups with which a number of fitting length could end, the likeliest first."""
    lengths: dict[int, int] = {}
    total = 0
    for last in range(first, len(groups)):
        total += groups[last][1] - groups[last][0]
        if total > _LONGEST + 2:
            break
        if total >= _SHORTEST:
            lengths[total] = last
    if from_abroad:
        return [lengths[total] for total in sorted(lengths, reverse=True)]
    if groups[-1][1] - groups[first][0] > total and all(
        end - start == 1 for start, end in groups[first + 1 :]
    ):
        return [
            lengths[total] for total in sorted(lengths, reverse=True)
        ]  # digit by digit: as far as it goes
    order = (12, 11, 10) if german else _LENGTHS
    return [lengths[total] for total in order if total in lengths]


def _is_shape(parts: list[str], written: str) -> bool:
    """Whether the groups, without country code, look like a number to call and not like a row of amounts."""
    if len(parts) == 1 or parts[0].startswith("00"):
        return True
    if max(map(len, parts)) == 1:
        return parts[0] == "0" or (len(parts) == 9 and parts[0] in "67")
    if max(map(len, parts)) == 2 and len(parts) > 4 and len(parts[0]) == 1:  # 6 7 1 - 0 3 - 5 5 - 2 8
        return parts[0] in "67" and len("".join(parts)) == 9
    if parts[0] == "0":  # "0 6 12345678", but not the decimal of "0.5 10 20"
        grouped = len(parts) <= 3 or tuple(map(len, parts[1:])) in {(3, 3, 2, 2), (3, 2, 2, 2)}
        return written[1] in " -)" and parts[1][0] != "0" and grouped
    return parts[0][0] == "0" or parts[0] in {"7", "8"} or len(parts[0]) >= 2


def _read(number: Candidate, flat: str) -> str | None:
    """The number in the first likely country whose plan has it."""
    digits = number.digits
    if digits.startswith("+"):
        return e164(digits, None, number.called)
    if digits.startswith("00"):
        return e164("+" + digits[2:])
    for region in likely_regions(number, flat):
        value = e164(f"+549{digits}") if region == "AR" else e164(digits, region, number.called)
        if value:
            return value
    return e164("+" + digits) if _BARE.fullmatch(digits) and len(number.parts) <= 2 else None
