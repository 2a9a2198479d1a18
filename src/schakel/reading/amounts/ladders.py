"""Pairs amounts with prices, line by line, and hands each pair to the product that governs it."""

from collections.abc import Callable

from schakel.reading.amounts.behind_number import is_year, next_on_line, stands_alone
from schakel.reading.amounts.contents import CONTAINERS, in_packs, is_content, is_inside
from schakel.reading.amounts.drafts import Draft
from schakel.reading.amounts.ladder_context import LadderContext
from schakel.reading.amounts.market_tokens import ListedHit
from schakel.reading.amounts.number_roles import AS_AMOUNT, AS_PRICE, is_face_value, number_role
from schakel.reading.amounts.offer_parts import (
    AMOUNT,
    AT,
    EACH,
    FOR,
    FREE,
    FROM,
    LINE,
    MINIMUM,
    MONEY,
    NOT_A_PRICE,
    NUMBER,
    PER,
    PRODUCT,
    SEPARATOR,
    STOP,
    STRENGTH,
    UNKNOWN,
    WHOLE,
    WORD,
    Part,
)
from schakel.reading.amounts.whole_lot import lot_of, price_of_all
from schakel.reading.word_data import data_file

_LIMITS = data_file("amount_limits.toml")["ladders"]
_NO_MODEL: float = _LIMITS["no_model"]


class OfferReader(LadderContext):
    """Reads the parts of one message from left to right and hands on what has found its other half."""

    def read(self) -> list[Draft]:
        """The drafts of all lines."""
        for i, part in enumerate(self.parts):
            if part is UNKNOWN:
                if self.amount is not None:
                    self.described = True
                elif self.apart or len(self.drafts) == self.line_start:
                    self.words = True
            elif part.kind in _HANDLERS:
                _HANDLERS[part.kind](self, i, part)
            self.fresh -= 1
        self._flush()
        return self.drafts

    # ---- products

    def _product(self, i: int, part: Part) -> None:
        hit = part.hit
        if hit is None or (part.unit_word and self._only_counts(i)):
            self._word(i, part)
            if self.amount is None and len(self.drafts) == self.line_start:
                self.line_unit = part.unit_name
            if part.unit and self.amount is None and self._price_next(i):
                self._amount(i, Part(AMOUNT, part.start, part.end, part.value, part.unit))
            return
        self.mentions.append((hit, self.line))
        if self._names_field(hit):
            return
        if part.counts == "thing" or self._is_still_the_thing(hit):
            self._things.append(hit)
        elif part.counts:
            self._units[id(hit)] = part.counts
        self._word(i, Part(WORD, part.start, part.end, unit=part.counts))
        whole = part.whole or self._is_still_the_thing(hit)
        if self.amount is not None and (
            self._counts_itself(part) or not (self.amount_bound or self.split) or self._says_more(i, hit)
        ):
            self.amount_hit = hit
        elif self.amount is None and self.money is not None and not (self.money_bound or self.split):
            pass  # "50 € coke 1g": the price goes with this product
        else:
            begins = self.apart
            self._flush()  # what waits is not named by this word, what follows is
            self.words = self.words or begins
            self._claim(i, hit)
        self.context, self.line_product, self.unpriced, self.line_thing = hit, True, True, whole
        self.after_product, self.veto, self.fresh = True, False, 0
        self.split, self.fresh_product = False, True

    def _claim(self, i: int, hit: ListedHit) -> None:
        """Cases such as "1g 50 / 2g 90 coke": the product at the end of a line takes the line."""
        if self.line_product or next_on_line(self.parts, i, (AMOUNT, NUMBER, MONEY)):
            return
        for draft in self.drafts[self.line_start :]:
            draft.hit = hit

    # ---- amounts

    def _word(self, _i: int, part: Part) -> None:
        """Cases such as "100x 13mg 2cb pill": the word says what was counted."""
        if self.amount is None and (self.apart or len(self.drafts) == self.line_start):
            self.words = True
        self.line_thing = self.line_thing or (part.whole and self.amount is None)
        if part.unit in CONTAINERS and self.amount is None:
            self.packed = part.unit
        if part.unit and self.amount is not None and self.amount.unit == "count":
            self.amount.unit = part.unit
        elif part.unit == "thing" and self.amount is None and self.after_product and self.sold_by_strength:
            self._things += (
                [self.context] if self.context is not None else []
            )  # "fentanyl pleister 50 mcg 20"

    def _amount(self, i: int, part: Part) -> None:
        if self.amount is None and self.money is None and self._is_size(i, part):
            return
        part.threshold = part.threshold or self.from_
        self.packed = part.unit if part.alone and part.unit == "carton" else self.packed
        if self._rates_before(i) and self._amend(part):
            self.from_ = False
            return
        if self.money is not None and self._price_came_first(i):
            money, self.money = self.money, None
            self._emit(part, money, self.context)
            return
        if self.money is not None:
            self._flush()
        if self.amount is not None:
            if self._is_price_of(i, part):
                price, self.amount = self.amount, None
                self._emit(part, price, self.amount_hit or self.context)
                return
            if is_inside(self, i, part):
                return
            self._flush()
        self.amount, self.amount_hit = in_packs(self, i, part), None
        self.amount_bound, self.split = self.after_product, False
        self.amount.threshold = self.amount.threshold or part.threshold
        self.from_, self.fresh = False, 0

    def _strength(self, _i: int, part: Part) -> None:
        self.strengths.append((self.line, part))

    # ---- money

    def _number(self, i: int, part: Part) -> None:
        role = AS_PRICE if self.lot is not None else number_role(self.parts, i, self)
        if role == AS_AMOUNT:
            part.unit = "count"
            self._amount(i, part)
        elif role == AS_PRICE:
            part.by_itself = stands_alone(self.parts, i) or (self.sold_singly and part.value >= _NO_MODEL)
            self._money(i, part)
        elif self.amount is not None and is_content(self, i):
            self.amount = Part(AMOUNT, self.amount.start, part.end, self.amount.value * part.value, "count")
        elif self.amount is not None and self.parts[i - 1].kind == AT:
            self.at = False  # "20 Scheine à 50 = 180"
        elif part.value > 1 and part.value.is_integer() and not is_year(self.parts, i):
            self.loose = part

    def _money(self, i: int, part: Part) -> None:
        amount = self.amount
        if amount is not None and self.sold_by_face_value and is_face_value(self.parts, i, self):
            self.at = False
            return
        if amount is not None:
            self.amount = None
            self._emit(amount, part, self.amount_hit or self.context)
        elif self.lot is not None:
            self._emit(self.lot, part, self.context)
        elif self.per is not None:
            per, self.per = self.per, None
            self._flush()  # "12€, par 10 8€ l'unité"
            self._emit(per, part, self.context)
            self.drafts[-1].from_per = True
        elif self.veto or self.minimum or (self._is_least_order(part) and not self._led_to(i)):
            self.minimum = self.from_ = False
        elif self.at and self.context is not None:
            self._emit(Part(AMOUNT, part.start, part.start, 1.0, "piece"), part, self.context)
            self.drafts[-1].from_per = True
        else:
            if self.money is not None and self.sold_by_face_value and self.parts[i - 1].kind == FOR:
                self.money = None  # "gutscheine 100€ für 55€"
            self._flush()
            self.money, self.money_bound, self.split = part, self.after_product, False
        self.fresh = 4
        self.at = self.each = self.from_ = False

    def _emit(self, amount: Part | None, money: Part | None, hit: ListedHit | None) -> None:
        draft = Draft(hit or self._only, self.line, thing=self._is_thing(hit, amount), named=self.words)
        if self.described and amount is not None and amount.unit == "count" and self.sold_singly:
            draft.named = True  # "Rolex 120, zwei Gürtel 80"
        draft.unit_of_name = self.unit_named(draft.hit)
        self.words = self.apart = self.described = False
        if amount is not None:
            draft.quantity, draft.unit, draft.threshold = amount.value, amount.unit, amount.threshold
            draft.share = amount.alone
            if self.line_unit and draft.unit == "count":
                draft.unit = self.line_unit  # "pills 10 for 30, 100 for 200"
            if amount.end > amount.start:
                draft.spans.append((amount.start, amount.end))
        if money is not None:
            draft.price, draft.currency, draft.at = money.value, money.currency, self.at
            self.unpriced = False
            draft.each, draft.by_itself = self.each, money.by_itself
            draft.aside = amount is not None and (self.split or amount.left) and amount.end > amount.start
            draft.spans.append((money.start, money.end))
            if self.per is not None and amount is not self.per:
                draft.per, self.per = (self.per.value, self.per.unit), None
        self.drafts.append(draft)
        self.lot = None
        self.minimum = self.after_product = False

    # ---- per, each, from

    def _per(self, _i: int, part: Part) -> None:
        if self.fresh > 0 and self.money is not None:
            money, self.money = self.money, None
            self._emit(part, money, self.context)
            self.drafts[-1].from_per = True
        elif self.fresh > 0 and self.drafts:
            self.drafts[-1].per = (part.value, part.unit)
            self.drafts[-1].spans.append((part.start, part.end))
        elif self.amount is not None and part.unit in CONTAINERS and self.amount.unit not in CONTAINERS:
            self.amount = Part(AMOUNT, part.start, part.end, part.value, part.unit)
        else:
            self.per = part
        self.fresh = 0

    def _each(self, i: int, part: Part) -> None:
        if self.amount is not None and self.split:
            self._flush()  # "five of them left, each 400"
            self._per(i, Part(PER, part.start, part.end, 1.0, "piece"))
        elif self.amount is not None:
            self.each = True
        elif self.fresh > 0 and self.money is None and self.drafts:
            self.drafts[-1].each = True
        else:
            self._per(i, Part(PER, part.start, part.end, 1.0, self.packed or "piece"))

    def _at(self, i: int, part: Part) -> None:
        following = self.parts[i + 1 : i + 2]
        if following and following[0].kind == AMOUNT:
            self.per = None  # "per doos à 50 sloffen 1750"
        priced = bool(following) and following[0].kind in (MONEY, NUMBER)
        counted = self.amount is not None and self.amount.value > 1 and not self._weighs_little(self.amount)
        self.at = priced and (self._each_language if part.unit != "each" else counted)

    def _from(self, _i: int, _part: Part) -> None:
        self.from_ = True
        if self.money is not None:
            self._flush()

    def _minimum(self, _i: int, _part: Part) -> None:
        if self.money is not None and self.fresh > 0 and not self.money_bound:
            self.money = None
        self._flush()
        self.minimum = True

    def _free(self, _i: int, _part: Part) -> None:
        """Cases such as "+ 1g gratis": what is given on top has no price."""
        if self.amount is not None and len(self.drafts) > self.line_start:
            self.amount = None

    def _whole(self, i: int, part: Part) -> None:
        """Cases such as "120 the lot", "alles voor 70"; "les trois 50" says itself how many."""
        said = Part(AMOUNT, 0, 0, part.value, "count") if part.value > 1 else None
        if self.split and self.amount is None and price_of_all(self, i):
            self._flush()  # "montre 150, les deux 250"
        if self.amount is None and self.money is not None and not self.money_bound:
            money, self.money = self.money, None
            self._emit(lot_of(self) or said, money, self.context)
        elif self.amount is None and price_of_all(self, i):
            self.lot = lot_of(self) or said

    def _not_a_price(self, _i: int, _part: Part) -> None:
        if self.money is not None and self.fresh > 0 and not self.money_bound:
            self.money = None
        self.veto = True

    # ---- what separates

    def _separator(self, _i: int, _part: Part) -> None:
        self.split = self.apart = True
        self.line_thing = self.after_product = self.fresh_product = False
        self.fresh = 0

    def _stop(self, _i: int, _part: Part) -> None:
        self._flush()
        self.after_product = self.veto = self.minimum = self.from_ = self.at = self.line_thing = False
        self.per, self.packed = None, ""
        self.fresh = 0
        self.apart = True

    def _new_line(self, i: int, _part: Part) -> None:
        self.line += 1
        self._keep_heading(i)
        following = next((p for p in self.parts[i + 1 : i + 4] if p.kind != LINE), None)
        lone = self.amount is not None and len(self.drafts) == self.line_start
        if lone and following is not None and following.kind == MONEY and self._alone_on_line(i):
            return
        self._stop(i, _part)
        self.line_start = len(self.drafts)
        self.line_product = self.line_thing = self.split = self.words = False
        self.line_unit = ""

    def _keep_heading(self, i: int) -> None:
        """Cases such as "per 10 sloffen:" on a line of its own: so much is meant where the lines below say a price only."""
        if self.per is not None and self.amount is None and len(self.drafts) == self.line_start:
            self.heading, self.heading_used = self.per, False
        elif self.heading_used and i and self.parts[i - 1].kind == LINE:
            self.heading = None

    def _flush(self) -> None:
        """Closes what waits: an amount without a price, or a price without an amount."""
        if self.amount is not None:
            amount, self.amount = self.amount, None
            if self._prices_a_kilo(amount):
                per, price = Part(PER, amount.start, amount.start, 1.0, "kg"), amount
                self._emit(per, price, self.amount_hit or self.context)
            elif self.minimum:
                amount.threshold = True
                self._amend(amount)  # "3.650 per kg, min. 5 kg"
            elif not self._amend(amount):
                self._emit(amount, None, self.amount_hit or self.context)
            self.amount_hit = None
        if self.money is not None:
            money, self.money = self.money, None
            self._emit(self.heading, money, self.context)
            self.heading_used = self.heading is not None

    def _amend(self, amount: Part) -> bool:
        """Cases such as "3200 per kilo vanaf 5 kilo": the amount comes after its price."""
        last = self.drafts[-1] if self.rated else None
        if last is None or not amount.threshold:
            return False
        if last.quantity is None:
            last.quantity, last.unit, last.each = amount.value, amount.unit, True
        else:
            last.per = (last.quantity, last.unit)
            last.quantity = amount.value
            last.unit = last.unit if amount.unit == "count" else amount.unit
        last.from_per = False
        last.spans.append((amount.start, amount.end))
        return True


_HANDLERS: dict[str, Callable[[OfferReader, int, Part], None]] = {
    AMOUNT: OfferReader._amount,
    MONEY: OfferReader._money,
    NUMBER: OfferReader._number,
    STRENGTH: OfferReader._strength,
    PRODUCT: OfferReader._product,
    PER: OfferReader._per,
    EACH: OfferReader._each,
    AT: OfferReader._at,
    FROM: OfferReader._from,
    MINIMUM: OfferReader._minimum,
    SEPARATOR: OfferReader._separator,
    STOP: OfferReader._stop,
    LINE: OfferReader._new_line,
    NOT_A_PRICE: OfferReader._not_a_price,
    FREE: OfferReader._free,
    WHOLE: OfferReader._whole,
    WORD: OfferReader._word,
}
