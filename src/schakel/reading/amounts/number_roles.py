"""Decides whether a bare number is an amount, a price, or neither, by what stands around it."""

from collections.abc import Sequence

from schakel.reading.amounts.behind_number import (
    ENDS,
    LINKS,
    MOST_WORDS,
    PRICED,
    SAID,
    begins_list,
    is_last,
    is_year,
    next_is_word,
    per_follows,
    price_ahead,
    price_closes,
    price_follows,
    says_price,
)
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    CLOSE,
    DASH,
    EACH,
    FOR,
    FROM,
    LINE,
    MONEY,
    NUMBER,
    OPEN,
    PER,
    PRODUCT,
    SEPARATOR,
    STOP,
    STRENGTH,
    WHOLE,
    WORD,
    Part,
)
from schakel.reading.amounts.slash_pairs import closes_pair
from schakel.reading.amounts.waiting import Waiting
from schakel.reading.word_data import data_file

AS_AMOUNT, AS_PRICE, NEITHER = "amount", "price", ""
_CONTAINERS = frozenset({"strip", "box", "pack", "small box", "carton"})
_WEIGHED = frozenset({"g", "kg", "ml", "l"})
_TWO_DIGITS = 2
_LIMITS = data_file("amount_limits.toml")["number_roles"]
_AGES = tuple[float, ...](_LIMITS["ages"])
_MANY: float = _LIMITS["many"]
_TIMES_DEARER: float = _LIMITS["times_dearer"]
_HALVES: float = _LIMITS["halves"]
_DEARER_THAN_NAMED: float = _LIMITS["dearer_than_named"]
_MEMORY = frozenset[float](_LIMITS["memory"])
_SMALL: float = _LIMITS["small"]


def number_role(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """The role of the bare number parts[i]: an amount, a price, or neither."""
    role = _told_role(parts, i, waiting)
    cheap = role == AS_PRICE and not per_follows(parts, i) and waiting.is_too_cheap(parts[i].value)
    return NEITHER if cheap else role


def _told_role(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    if waiting.amount is not None:
        return _beside_amount(parts, i, waiting)
    if _belongs_to_name(parts, i, waiting):
        return NEITHER
    if _counts_in_brackets(parts, i) and not waiting.named_by_number:
        return AS_AMOUNT
    if waiting.money is not None and not waiting.split and i > 0 and parts[i - 1].kind == FOR:
        face = waiting.sold_by_face_value and not _counts_on(parts, i)
        return AS_PRICE if face else AS_AMOUNT  # "$200 gift card for 40"
    if price_follows(parts, i):
        return AS_AMOUNT
    age = parts[i].threshold and not parts[i].upward and not waiting.told_of_one
    return NEITHER if age else _without_price(parts, i, waiting)  # "18+"


def _counts_on(parts: Sequence[Part], i: int) -> bool:
    """Whether goods or a word behind the number say what it counts: "$50 for 10 cards"."""
    own = parts[i - 1].unit == ":" or closes_pair(parts, i)  # "Billet 10 € : 100 pour 180"
    return own or (i + 1 < len(parts) and parts[i + 1].kind in (PRODUCT, WORD, *PRICED))


def _belongs_to_name(parts: Sequence[Part], i: int, waiting: Waiting) -> bool:
    """Whether the number is part of a name, a year or a quality of goods that are sold singly."""
    if waiting.named_by_number and _is_part_of_name(parts, i):
        return True
    year = is_year(parts, i) and i > 0 and parts[i - 1].kind in (WORD, PRODUCT)
    quality = (
        (waiting.sold_singly or waiting.told_by_fields) and not waiting.told_of_one and _is_quality(parts, i)
    )
    return quality or (waiting.sold_singly and year)  # "vinted acc 2020 70"


def _counts_in_brackets(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "taz (10) 120", "blotter (10) 60 (50) 240", "(5) 35": how many in brackets, and their price behind."""
    if i < 1 or i + 2 >= len(parts) or parts[i - 1].kind != OPEN or parts[i + 1].kind != CLOSE:
        return False
    behind = i == 1 or parts[i - 2].kind in (PRODUCT, WORD, NUMBER, MONEY, LINE, STRENGTH)
    rated = any(part.kind in (PER, EACH) for part in parts[i + 3 : i + 6])  # "meow (3) 20/g"
    return behind and not rated and says_price(parts[i + 2 : i + 4])


def _is_quality(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "account, 900+ followers", "friends 500+: 250", "pensioners 55+ 180": so many it has, at least."""
    part = parts[i]
    if not part.threshold or part.upward or part.end - part.start < _TWO_DIGITS:
        return False
    return i > 0 and parts[i - 1].kind in (WORD, PRODUCT) and parts[i - 1].unit != ":"


def _told_after(parts: Sequence[Part], i: int, waiting: Waiting) -> bool:
    """Cases such as "6800 lines with name and tel. 350.": by itself behind goods of which only the amount was told."""
    last = waiting.drafts[-1] if len(waiting.drafts) > waiting.line_start else None
    open_amount = last is not None and last.price is None and (last.quantity or 0.0) > 1.0
    ends = i + 1 >= len(parts) or parts[i + 1].kind in ENDS
    return open_amount and ends and i > 0 and parts[i - 1].kind == STOP and parts[i].value >= _SMALL


def _without_price(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """The role of a number that has no price right after it."""
    left = parts[i].left and parts[i].value.is_integer() and waiting.ground is not None
    left = left or (waiting.from_ and waiting.ground is not None and price_ahead(parts, i))
    records = waiting.told_by_fields and _counts_records(parts, i)
    more = parts[i].threshold and parts[i].value not in _AGES and waiting.told_of_one
    if left or records or more or ((waiting.from_ or waiting.minimum) and waiting.rated):
        return AS_AMOUNT  # "hab nur noch 3, zusammen 25", "6 each from 20 up", "5 each min 10"
    if waiting.per is not None or waiting.at or _is_followed_by_amount(parts, i, waiting):
        return AS_PRICE
    if waiting.after_product and _counts_before(parts, i):
        return _after_product(parts, i, waiting)
    if _product_follows(parts, i) or _counts_words(parts, i):
        return AS_AMOUNT
    if waiting.veto or is_year(parts, i) or waiting.ground is None:
        return NEITHER
    return AS_PRICE if _closes_segment(parts, i, waiting) else NEITHER


def _counts_records(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "100k triée opérateur 80 €", "25.000 clientes nombre/tel/IBAN 500": so many, and their price behind."""
    if parts[i].value < _MANY or parts[i].threshold or is_year(parts, i):
        return False
    if i + 1 >= len(parts) or parts[i + 1].kind not in (WORD, PRODUCT):
        return False
    for part in parts[i + 1 : i + 2 * MOST_WORDS]:
        if part.kind in PRICED:
            return _TIMES_DEARER * part.value < parts[i].value
        if part.kind not in (*SAID, OPEN, DASH, FOR) and part.unit != "/" and part.kind != SEPARATOR:
            return False
    return False


def _beside_amount(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """An amount waits: the number is its price, unless it begins a new thing ("5g coke, 10 xtc")."""
    if waiting.split and (_product_follows(parts, i) or price_follows(parts, i)):
        dearer = _is_behind_slash(parts, i) and parts[i].value > parts[i - 2].value
        return AS_PRICE if dearer and _product_follows(parts, i) else AS_AMOUNT  # "10g/90 Lemon haze 5g/45"
    if (
        (_is_container(waiting.amount) and _holds(parts, i))
        or _explains_price(parts, i)
        or is_face_value(parts, i, waiting)
        or (parts[i].threshold and not parts[i].upward)
    ):
        return NEITHER  # "strip van 10 €25", "5 gr (15 p/g) = 75", "200 leads 65+"
    if parts[i - 1].kind == OPEN and i + 2 < len(parts) and parts[i + 1].kind == CLOSE:
        return NEITHER if says_price(parts[i + 2 : i + 4]) else AS_PRICE  # "vijf kartons (5) 190"
    if (
        waiting.amount is not None
        and waiting.amount.alone
        and next_is_word(parts, i)
        and price_closes(parts, i)
    ):
        return NEITHER  # "makita set 4 accus 300"
    apart = waiting.split or parts[i - 1].kind in (WORD, PRODUCT)
    if apart and (is_year(parts, i) or (parts[i].value < 2 and not per_follows(parts, i))):
        return NEITHER
    return AS_PRICE


def _is_behind_slash(parts: Sequence[Part], i: int) -> bool:
    """Whether an amount and a slash stand right before the number."""
    return (
        i > 1 and parts[i - 1].kind == SEPARATOR and parts[i - 1].unit == "/" and parts[i - 2].kind == AMOUNT
    )


def is_face_value(parts: Sequence[Part], i: int, waiting: Waiting) -> bool:
    """Cases such as "20 scheine à 50 = 180", "10 x 20 = 40", "50 x £10 = £130" of notes: the price of all is still to come."""
    after = parts[i + 1 : i + 3]
    told = parts[i - 1].kind == AT or waiting.sold_by_face_value
    return told and bool(after) and after[0].kind == FOR and says_price(after)


def _explains_price(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "5 gr (15 p/g) = 75": the price of one in brackets, before the price of all."""
    after = parts[i + 1 : i + 5]
    if parts[i - 1].kind != OPEN or len(after) < 3 or after[1].kind != CLOSE:
        return False
    if after[0].kind not in (PER, EACH) or not says_price(after[2:]):
        return False
    after[0].kind = WORD  # said already
    return True


def _is_container(amount: Part | None) -> bool:
    """Whether it may hold a number of things; French "carton" is a seal or a carton."""
    return amount is not None and (amount.unit in _CONTAINERS or (amount.alone and amount.unit == "seal"))


def _holds(parts: Sequence[Part], i: int) -> bool:
    """Whether the price is still to come, so that the number tells what is inside."""
    if i > 1 and i + 2 < len(parts) and parts[i + 1].kind == SEPARATOR:
        held = parts[i - 2].kind == AMOUNT and parts[i - 2].alone and parts[i - 1].kind in (WORD, AT)
        return held and parts[i + 2].kind in PRICED and is_last(parts, i + 2)  # "streifen à 10, 15"
    if i + 1 < len(parts) and parts[i + 1].kind in PRICED:
        return not closes_pair(parts, i + 1)
    for part in parts[i + 1 : i + 4]:
        if part.kind in PRICED:
            return True
        if part.kind not in (*SAID, *LINKS):
            return False
    return False


def _is_followed_by_amount(parts: Sequence[Part], i: int, waiting: Waiting) -> bool:
    """Whether what follows says for how much the number is the price."""
    following = parts[i + 1 : i + 3]
    if following and following[0].kind in (WORD, AT):
        following = following[1:]  # the article: "90 el gramo", "15 a g"
    if following and following[0].kind in (PER, EACH):
        return True
    return _amount_follows(parts, i) or (waiting.ground is not None and _from_follows(parts, i))


def _amount_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "90 voor 2 gram", "100 les 5"."""
    following = parts[i + 1 : i + 3]
    if following and following[0].kind == AMOUNT:
        dearer = following[0].unit in _WEIGHED and parts[i].value > following[0].value
        if following[0].after_price or (dearer and not says_price(parts[i + 2 : i + 4])):
            return True  # "100 les 5", "50 1g"
    if following and (following[0].kind == WHOLE or (len(following) == 2 and following[1].kind == WHOLE)):
        return following[0].kind in (WHOLE, FOR, WORD)  # "120 the lot", "50 voor alles"
    linked = len(following) == 2 and following[0].kind == FOR and following[0].unit != ":"
    return linked and following[1].kind == AMOUNT


def _from_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "26k à partir de 5": an amount with no price of its own follows."""
    if i + 2 >= len(parts) or parts[i + 1].kind != FROM or parts[i + 2].kind not in (NUMBER, AMOUNT):
        return False
    return not says_price(parts[i + 3 : i + 5])


def _product_follows(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "10 xtc", "3.5 of cali", "100 popcorn time mdma": a whole number, or a few and a half, right before the product, with few words between."""
    halves = parts[i].value * 2
    if halves != int(halves) or is_year(parts, i) or (halves % 2 and halves > _HALVES):
        return False
    for part in parts[i + 1 : i + 5]:
        if part.kind == PRODUCT:
            return True
        if part.kind not in (WORD, STRENGTH, CLOSE):
            return False
    return False


def _counts_words(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "6 witte voor 50", "3 sets 120": a small whole number that opens, words, and a price that closes."""
    value = parts[i].value
    if value != int(value) or not 1 < value <= 100 or (i and parts[i - 1].kind not in ENDS):
        return False
    words = 0
    for k in range(i + 1, min(i + 6, len(parts))):
        kind = parts[k].kind
        if kind in PRICED:
            return words > 0 and parts[k].value > value and is_last(parts, k)
        if kind == WORD:
            words += 1
        elif kind not in LINKS:
            return False
    return False


# ---- what stands before the number


def _counts_before(parts: Sequence[Part], i: int) -> bool:
    """Whether product and number stand close: "wit 50", "wit: 50", "wit vanaf 50", "wit top 50"."""
    unknown = 0
    for part in reversed(parts[max(0, i - 4) : i]):
        if part.kind == PRODUCT:
            return unknown <= 2
        if part.kind == WORD:
            unknown += 1
        elif part.kind not in (FOR, DASH, FROM, AT, STRENGTH, CLOSE):
            return False
    return False


def _after_product(parts: Sequence[Part], i: int, waiting: Waiting) -> str:
    """Cases such as "wit 50" is a price; in "gelato 41 5g 50" the first is a name, in "8/2 mg" a strength."""
    following = parts[i + 1 : i + 4]
    heads = bool(following) and following[0].kind == FOR and following[0].unit == ":"
    if any(part.kind == STRENGTH for part in following[:2]) or (heads and begins_list(parts, i + 1)):
        return NEITHER  # "tripis lucifer 250: 1→8 / 10→65"
    if following and _has_own_amount(parts, i, waiting):
        return NEITHER
    if is_year(parts, i) and (parts[i - 1].kind == WORD or next_is_word(parts, i)):
        return NEITHER  # "leads NL 2024 vers"
    if waiting.named_by_number and parts[i].value < _SMALL and next_is_word(parts, i):
        return NEITHER  # "zoraki with 2 magazines"
    if price_ahead(parts, i):
        return NEITHER if waiting.named_by_number else AS_AMOUNT  # "list 1000 pensioners = 90"
    return NEITHER if waiting.told_by_strength(parts[i].value) and _heads_amount(parts, i) else AS_PRICE


def _has_own_amount(parts: Sequence[Part], i: int, waiting: Waiting) -> bool:
    """Cases such as "gelato 41 5g 50", "gabapentine 600 30 voor 35": an amount and its price right behind a number."""
    if parts[i + 1].kind == OPEN and waiting.told_by_strength(parts[i].value):
        held = [part.kind for part in parts[i + 2 : i + 4]]
        return (
            held[1:] == [CLOSE] and held[0] in (AMOUNT, NUMBER) and says_price(parts[i + 4 : i + 6])
        )  # "c 250 (10ml) 32"
    if parts[i + 1].kind == AMOUNT:
        return any(part.kind in PRICED for part in parts[i + 2 : i + 4])
    pair = parts[i + 1].kind == NUMBER and closes_pair(parts, i + 1)
    return pair and waiting.told_by_strength(parts[i].value)


def _heads_amount(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "tramadol 50, strip 20", "pregabalin 300 / 14 capsules 18": a strength before its price list."""
    if parts[i].value < _SMALL or i + 3 >= len(parts) or parts[i + 1].kind not in (SEPARATOR, LINE):
        return False
    if any(part.kind == STRENGTH for part in parts[max(0, i - 3) : i]):
        return False
    at = i + 3 if parts[i + 2].kind == WORD or parts[i + 2].unit == "thing" else i + 2  # "250, vial 10 ml 35"
    return parts[at].kind in (AMOUNT, NUMBER) and says_price(parts[at + 1 : at + 3])


def _closes_segment(parts: Sequence[Part], i: int, waiting: Waiting) -> bool:
    """In a list under a heading, the last number of a short piece is its price: "amnesia 10", "rijbewijs met chip 350"."""
    before = parts[i - 1].kind if i else LINE
    if before == FOR or waiting.from_ or _told_after(parts, i, waiting):
        return True
    if before in ENDS and waiting.unpriced and (waiting.named_by_number or waiting.sold_singly):
        return parts[i].value >= _SMALL and is_last(parts, i)  # "Glock 17, two magazines\n2200"
    if before == NUMBER and waiting.named_by_number and i > 1 and parts[i - 2].kind in (WORD, PRODUCT):
        dear = parts[i].value >= max(_SMALL, _DEARER_THAN_NAMED * parts[i - 1].value)
        return dear and parts[i].value not in _MEMORY and is_last(parts, i)  # "iphone 13 300"
    if before not in (*SAID, DASH, AT) or not is_last(parts, i) or parts[i].value < 2:
        return False
    if parts[i].value < _SMALL and (next_is_word(parts, i) or before == AT):
        return False  # "in 3 districts"
    words = 0
    for part in reversed(parts[max(0, i - 2 * MOST_WORDS) : i]):
        if part.kind in ENDS and part.unit != "and":
            break
        words += part.kind in (WORD, PRODUCT)
    return 0 < words <= MOST_WORDS


def _is_part_of_name(parts: Sequence[Part], i: int) -> bool:
    """Cases such as "iphone 15 pro 600", "rambo 12 — 35": a number in the name of a thing whose price closes."""
    counts = parts[i].in_words or parts[i].left  # "any two £300", "lote de 10 mezclados 800"
    named = i > 0 and parts[i - 1].kind in (WORD, PRODUCT) and not counts
    return named and price_closes(parts, i)
