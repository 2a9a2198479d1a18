"""Runs this room's SQL steps: one row per seller and family of facts, in the order of the sellers' numbers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from typing import NamedTuple, TypeVar

import pyarrow as pa

from schakel.judging.role_words import QUALIFY, ROLE_STEPS, SPOKEN, role_parameters
from schakel.judging.weights import ghost_model
from schakel.judging.word_data import data_file
from schakel.records.said_of_accounts import said_of_accounts, whole_words
from schakel.records.said_of_sellers import said_of_sellers, taken_for_not_ill
from schakel.store.engine import Engine, Parameter

Row = TypeVar("Row", bound=NamedTuple)

_SETTINGS = {
    "witnesses": (
        "new_days",
        "few_messages",
        "copied_letters",
        "praises_many",
        "praises_share",
        "praised_sellers",
        "list_lines",
        "list_sellers",
    ),
    "reputation": (
        *("trust_new", "trust_few", "trust_one_seller", "trust_copied", "trust_ring", "trust_competitor"),
        *(
            "trust_praises",
            "trust_never_asked",
            "trust_no_answer",
            "trust_weak",
            "trust_praises_widely",
            "trust_short",
            "usual_witnesses",
            "customers_usual",
            "spoken_power",
            "spoken_spread",
        ),
        "listed_messages",
    ),
    "handles": ("handle_letters",),
    "pointing": ("pointing_letters",),
    "remarked": ("grumble_letters",),
    "asked_about": ("asking_letters",),
    "recommended": ("asking_letters",),
    "meant": ("asking_letters",),
    "told": ("asking_letters",),
    "thanked": ("thanks_letters",),
    "asked_prices": ("price_other_sellers", "price_few_sellers"),
    "price_cells": ("listed_messages",),
    "seller_texts": ("listed_messages",),
    "answers": ("listed_messages",),
    "payment": ("listed_messages",),
    "wordings": ("rare_rows", "shared_sellers", "shared_share", "borrowed_words"),
    "borrowed": ("shared_sellers", "shared_share", "listed_messages"),
    "assortment": ("listed_messages",),
    "supply": ("listed_messages", "stock_part", "stock_days"),
    "lives": ("listed_messages", "account_others"),
    "beside_ads": ("listed_messages", "talk_counted"),
    "trade": ("listed_messages",),
    "home_areas": ("listed_messages",),
    "own_remarks": ("listed_messages",),
    "riders": ("listed_messages",),
    "upstream": ("listed_messages",),
    "work_said": ("listed_messages",),
    "large": ("campaign_ads",),
    "posted": ("listed_messages",),
    "group_ads": ("listed_messages",),
    "group_texts": ("listed_messages",),
    "group_prices": ("price_other_sellers", "listed_messages"),
    "group_goods": ("listed_messages",),
    "group_areas": ("listed_messages",),
}
# Each step sees the workspace's tables and the answers of the steps before it. The order is that of the work: a step
# stands below all that it needs, and what the rules can weigh early stands before what takes long.
_NEEDS = {
    "subjects": (),
    "members": ("subjects",),
    "moments": ("members",),
    "asking": (),
    "codes": (),
    "money_first": (),
    "remarked": (),
    "asked_about": (),
    "thanked": (),
    "reacted": (),
    "replies": ("members", "asking", "money_first"),
    "handles": ("members", "asking"),
    "pointing": (),
    "given_usernames": ("members", "asked_about", "pointing", "replies"),
    "seller_texts": ("members",),
    "text_areas": ("seller_texts", "dialling"),
    "passed_on": ("members", "seller_texts"),
    "home_areas": ("seller_texts", "text_areas"),
    "recommended": ("members",),
    "meant": (
        "members",
        "replies",
        "handles",
        "given_usernames",
        "remarked",
        "asked_about",
        "thanked",
        "recommended",
    ),
    "told": ("members", "meant", "asked_about", "recommended"),
    "witnesses": ("members", "replies", "remarked", "asked_about", "asking", "thanked", "meant", "told"),
    "seller_items": ("seller_texts", "measures", "lots"),
    "asked_prices": ("seller_items", "seller_texts", "text_areas"),
    "price_cells": ("asked_prices",),
    "kin": ("members",),
    "written": ("members", "seller_texts"),
    "wordings": ("written", "kin"),
    "borrowed": ("subjects", "members", "written", "wordings", "kin"),
    "notices": (),
    "text_marks": ("members", "seller_texts", "notices"),
    "payment": ("subjects", "seller_texts", "text_marks"),
    "beside_ads": ("subjects", "members"),
    "lives": ("subjects", "members", "witnesses", "seller_texts"),
    "reputation": ("subjects", "witnesses", "seller_texts"),
    "answers_by_others": ("members", "replies"),
    "answers": (
        "subjects",
        "members",
        "replies",
        "codes",
        "reacted",
        "asking",
        "handles",
        "answers_by_others",
        "money_first",
    ),
    "assortment": ("subjects", "seller_texts", "seller_items", "text_marks", "groups"),
    "trade_words": ("seller_texts", "seller_items"),
    "trade": (
        "subjects",
        "seller_texts",
        "seller_items",
        "passed_on",
        "text_marks",
        "groups",
        "trade_words",
        "lots",
    ),
    "supply": ("subjects", "seller_texts", "seller_items", "text_marks"),
    "spoken": (),
    "remarks": ("spoken",),
    "riders": ("members", "remarks"),
    "own_remarks": ("subjects", "members", "remarks", "riders"),
    "upstream": ("subjects", "members", "replies", "seller_items", "passed_on"),
    "hints": ("members", "remarks", "spoken"),
    "people": ("members", "replies", "witnesses", "remarks", "spoken", "answers_by_others"),
    "trading_chats": ("members",),
    "at_work": ("members", "trading_chats"),
    "work_said": ("trading_chats",),
    "networks": ("members",),
    "large": (),
    "posted": ("members", "seller_texts", "large"),
    "group_ads": ("posted", "seller_texts", "seller_items", "text_marks", "groups"),
    "group_texts": ("posted", "seller_texts"),
    "group_prices": ("group_texts", "asked_prices"),
    "group_goods": ("group_texts", "seller_items", "groups"),
    "group_areas": ("group_texts", "text_areas"),
}
# Steps that look at each part of a table by itself: what they found is kept, and the next run looks at new parts only.
_EACH = dict.fromkeys(
    (
        "asked_about",
        "asking",
        "codes",
        "money_first",
        "notices",
        "pointing",
        "reacted",
        "remarked",
        "spoken",
        "thanked",
    ),
    "messages",
)
# Of these, the patterns of which a text must match one, or the step finds nothing in it, and in how many letters from its beginning
# on (0: all).
_TELLING = {
    "asked_about": {"asked_about": 0},
    "codes": {"codes": 0},
    "money_first": {"money_first": 0},
    "notices": {"stock": 0},
    "remarked": {"grumble": 0, "scammers": 120, "trusted": 120},
    "spoken": dict.fromkeys((sense for sense in SPOKEN if sense not in QUALIFY), 0),
    "thanked": {"received": 0},
}
_THREADS = 2


@dataclass(slots=True)
class Facts:
    """The facts of one workspace, each step done once: when something asks for it, or ahead by `looked_up`."""

    engine: Engine
    _done: dict[str, pa.Table] = field(default_factory=dict)
    _coming: dict[str, Future[pa.Table]] = field(default_factory=dict)
    _makers: dict[str, Callable[[], pa.Table]] = field(default_factory=dict)

    @contextmanager
    def looked_up(self) -> Iterator[None]:
        """Inside this block all steps are done ahead, two at a time, while the rules weigh what is there.

        The steps are taken up in one fixed order and a step waits only for steps above it, so they never wait
        for each other in a ring; which of two ends first cannot be seen in any answer.
        """
        pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="facts")
        try:
            for step in _NEEDS:
                if step not in self._done:
                    self._coming[step] = pool.submit(self._run, step)
            yield
        finally:
            pool.shutdown(cancel_futures=True)
            self._coming.clear()

    def table(self, step: str) -> pa.Table:
        """The answer of one step."""
        if step not in self._done:
            coming = self._coming.get(step)
            self._done[step] = coming.result() if coming is not None else self._made(step)
        return self._done[step]

    def rows(self, step: str, kind: type[Row]) -> Iterator[Row]:
        """One named tuple per seller, with the columns that `kind` names."""
        table = self.table(step)
        columns = [table.column(name).to_pylist() for name in kind._fields]
        return map(kind._make, zip(*columns, strict=True))

    def put(self, step: str, make: Callable[[], pa.Table]) -> None:
        """Adds facts that are not made by SQL, one row per seller; made when something asks for them."""
        self._makers[step] = make

    def _made(self, step: str) -> pa.Table:
        if step in self._makers:
            return self._makers[step]()
        given = _given(step)
        return self._run(step) if given is None else given

    def _run(self, step: str) -> pa.Table:
        sql = files("schakel.judging.sql") / f"{step}.sql"
        if step in _EACH:
            soon = [pattern for other in _TELLING for pattern in _telling(other)] if step in _TELLING else ()
            return self.engine.step_each(
                sql,
                _EACH[step],
                parameters=_parameters(step),
                by="message_id",
                telling=_telling(step),
                soon=soon,
            )
        tables = {name: self.table(name) for name in _NEEDS[step]}
        return self.engine.step(sql, parameters=_parameters(step), tables=tables)


def look_ahead(engine: Engine) -> None:
    """Does the steps that rest on messages alone, before there are sellers; what they find is kept until asked for."""
    facts = Facts(engine)
    for step in _EACH:
        facts.table(step)


def _telling(step: str) -> dict[str, int]:
    """The patterns of which a text must match one, or the step finds nothing in it."""
    given = _parameters(step) or {}
    return {str(given[name]): letters for name, letters in _TELLING.get(step, {}).items()}


def asking_words() -> str:
    """A pattern (RE2, for lower-cased text) of short replies that ask something without a question mark, in all languages."""
    words = data_file("trade_signs.toml", "trade-signs")["asks"]["words"]
    return "|".join(f"(?:{one})" for one in words.values())


def turn(step: str) -> int:
    """When the facts of a step can be there, as a number to sort by; facts that are not made by SQL come last."""
    return list(_NEEDS).index(step) if step in _NEEDS else len(_NEEDS)


def _parameters(step: str) -> dict[str, Parameter] | None:
    if step == "text_marks":
        return _patterns(data_file("trade_signs.toml", "trade-signs")["words"])
    if step in ("codes", "money_first"):
        return _answers(step)
    if step == "asking":
        return {
            "asks": asking_words(),
            "letters": data_file("trade_signs.toml", "trade-signs")["asks"]["letters"],
        }
    if step == "notices":
        return {"stock": data_file("trade_signs.toml", "trade-signs")["words"]["stock"]}
    if step in ROLE_STEPS:
        return role_parameters(step)
    limits = ghost_model().limits
    found: dict[str, Parameter] = {
        ("most" if name == "listed_messages" else name): limits[name] for name in _SETTINGS.get(step, ())
    }
    return found | _said(step) or None


def _answers(step: str) -> dict[str, Parameter]:
    """Patterns of what sellers answer."""
    words = data_file("trade_signs.toml", "trade-signs")["answers"]
    if step == "codes":
        return {"codes": words["codes"]}
    return {name: whole_words(words[name]) for name in ("money_first", "no_money_first")}


_SAID = {
    "remarked": ("grumble", "scammers", "trusted"),
    "asked_about": ("asked_words", "asked_about", "speaks_well", "speaks_ill"),
    "thanked": ("received", "speaks_ill"),
    "told": (
        *("yes", "no", "no_way", "speaks_well", "speaks_ill", "knows_not", "agrees"),
        *("confirms", "not_ill", "received"),
    ),
    "witnesses": ("other_things", "housekeeping", "called_to_order", "short", "weak"),
}


def _said(step: str) -> dict[str, Parameter]:
    """Patterns of what people say of sellers and their accounts."""
    words: dict[str, Parameter] = {name: said_of_sellers(name) for name in _SAID.get(step, ())}
    if step == "told":
        words["for_not_ill"] = f" {taken_for_not_ill()} "
    if step == "witnesses":
        words |= {
            name: said_of_accounts(name) for name in ("move", "accuse", "no_answer", "loss", "spoken_for")
        }
    return words


def _patterns(words: Mapping[str, str]) -> dict[str, Parameter]:
    """One pattern a name, and one that finds texts with any of them."""
    any_of_all = "|".join(f"(?:{words[name]})" for name in sorted(words))
    return {"any_of_all": any_of_all, **{str(name): str(pattern) for name, pattern in words.items()}}


def _given(name: str) -> pa.Table | None:
    signs = data_file("trade_signs.toml", "trade-signs")
    if name == "measures":
        rows = sorted((unit, measure, factor) for unit, (measure, factor) in signs["measure"].items())
        return _columns(rows, unit=pa.string(), measure=pa.string(), factor=pa.float64())
    if name == "groups":
        pairs = sorted((goods, kind) for kind, names in signs["groups"].items() for goods in names)
        return _columns(pairs, commodity=pa.string(), kind=pa.string())
    if name == "lots":
        data = data_file("large_lots.toml", "large-lots")
        lots = sorted(
            (kind, measure, goods, float(least))
            for kind in ("large", "trade")
            for measure, sizes in data[kind].items()
            for goods, least in sizes.items()
        )
        return _columns(
            lots, kind=pa.string(), measure=pa.string(), commodity=pa.string(), least=pa.float64()
        )
    if name == "dialling":
        areas = data_file("dialling_nl.toml", "dialling")["areas"]
        return _columns(areas, code=pa.string(), province=pa.string(), municipality=pa.string())
    return None


def _columns(rows: Sequence[Sequence[object]], **types: pa.DataType) -> pa.Table:
    columns = zip(*rows, strict=True)
    return pa.table(
        {name: pa.array(column, kind) for (name, kind), column in zip(types.items(), columns, strict=True)}
    )
