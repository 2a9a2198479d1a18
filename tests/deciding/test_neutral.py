"""Nationality, language, ethnicity and neighbourhood of a person change nothing but the unit whose area it is."""

import random
import re

import pytest

from schakel.deciding.capacity import Capacity
from schakel.deciding.choose import choose, make_plan
from schakel.deciding.leads import propose_leads
from schakel.deciding.rules import Rules
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine
from tests.conftest import CHECKOUT
from tests.judging.small_market import SmallMarket

PEOPLE = [
    ("nl", "Jan Jansen", "menu", "+31612345678", ("Tilburg", "Noord-Brabant", "Tilburg")),
    ("ar", "يوسف 🇲🇦", "قائمة", "+212612345678", ("Molenbeek", "Limburg", "Maastricht")),
    ("pl", "Zbigniew 🇵🇱", "cennik", "+48512345678", ("Den Haag", "Zuid-Holland", "Den Haag")),
    ("tr", "Ayşe 🇹🇷", "liste", "+905321234567", ("Bos en Lommer", "Noord-Holland", "Amsterdam")),
    ("ru", "Олег", "меню", "+79161234567", ("Groningen", "Groningen", "Groningen")),
    ("en", "Kwame ✊🏿", "list", "+233201234567", ("Bijlmer", "Noord-Holland", "Amsterdam")),
]
SAME = (
    "lead_id",
    "title",
    "worth",
    "worth_low",
    "worth_high",
    "hours",
    "hours_low",
    "hours_high",
    "skill",
    "tags",
)


def market_of(people: list[tuple[str, str, str, str, tuple[str, str, str]]], language: str) -> SmallMarket:
    made, chance = SmallMarket(languages=language), random.Random(5)
    for number in range(8):
        _, name, word, phone, place = people[number % len(people)]
        seller, account = f"s_{number}", f"a_{number}"
        made.seller(seller, account)
        made.names[account] = [name]
        goods = chance.choice(["cocaine", "mdma", "cannabis", "firearms"])
        item = {
            "commodity": goods,
            "quantity": float(chance.choice([1, 10, 500])),
            "unit": "g",
            "scale": None,
        }
        selectors = (("phone", phone),) if number % 2 else (("username", name),)
        made.offers(account, text=word, places=(place,), items=(item,), selectors=selectors)
    return made


def leads_of(
    engine: DuckDBEngine, people: list[tuple[str, str, str, str, tuple[str, str, str]]], language: str
):  # type: ignore[no-untyped-def]
    market_of(people, language).write(engine)
    findings = [
        {
            "finding_id": f"f_{n}",
            "subject_kind": "seller",
            "subject_id": f"s_{n}",
            "kind": "home-area",
            "label": f"{people[n % len(people)][4][2]}, {people[n % len(people)][4][1]}",
        }
        for n in range(8)
    ]
    engine.write(from_rows(findings, "findings"), "findings")
    return propose_leads(engine)["leads"]


@pytest.mark.parametrize("turn", range(1, len(PEOPLE)))
def test_who_a_person_is_changes_neither_worth_nor_hours_nor_skill(engine: DuckDBEngine, turn: int) -> None:
    plain = leads_of(engine, PEOPLE[:1], "nl")
    others = PEOPLE[turn:] + PEOPLE[:turn]
    changed = leads_of(engine, others, others[0][0])
    for column in SAME:
        assert changed.column(column).to_pylist() == plain.column(column).to_pylist(), column
    for column in ("parts", "work"):
        assert changed.column(column).to_pylist() == plain.column(column).to_pylist(), column
    assert set(changed.column("unit").to_pylist()) != set(plain.column("unit").to_pylist())


def test_where_one_unit_has_the_hours_it_changes_no_choice(engine: DuckDBEngine) -> None:
    def chosen(people: list[tuple[str, str, str, str, tuple[str, str, str]]], language: str) -> list[object]:
        leads = leads_of(engine, people, language)
        national = ["landelijk"] * leads.num_rows
        leads = leads.set_column(leads.schema.get_field_index("unit"), leads.schema.field("unit"), [national])
        plan = choose(leads, Capacity({"landelijk": 90.0}))
        return plan.select(["lead_id", "chosen", "worth", "rank"]).to_pylist()

    assert chosen(PEOPLE, "tr") == chosen(PEOPLE[:1], "nl")


def test_no_step_of_this_room_reads_what_tells_who_a_person_is() -> None:
    personal = (
        r"\b(language|languages|name|account_name|author|places|province|municipality|text|entities|extra)\b"
    )
    for step in sorted((CHECKOUT / "src/schakel/deciding/sql").glob("*.sql")):
        body = re.sub(r"--[^\n]*", "", step.read_text(encoding="utf-8"))
        assert not re.search(personal, body), step.name


ELSEWHERE = [
    ("nl", "Jan Jansen", "menu", "+31612345678", ("Oerle", "Noord-Brabant", "Tilburg")),
    ("ar", "يوسف 🇲🇦", "قائمة", "+212612345678", ("Groeseind", "Noord-Brabant", "Tilburg")),
    ("ru", "Олег 🇷🇺", "меню", "+79161234567", ("Stokhasselt", "Noord-Brabant", "Tilburg")),
    ("en", "Kwame ✊🏿", "list", "+233201234567", ("Reeshof", "Noord-Brabant", "Tilburg")),
]


@pytest.mark.parametrize("turn", range(1, len(ELSEWHERE)))
def test_name_language_country_of_the_phone_and_neighbourhood_change_nothing_at_all(
    engine: DuckDBEngine, turn: int
) -> None:
    """Leads, plan, reasons, figures, stability and next hours: the same but for the contact that a reason quotes."""
    rules = Rules.default()

    def everything(person: tuple[str, str, str, str, tuple[str, str, str]]) -> list[object]:
        leads = leads_of(engine, [person], person[0])
        made = make_plan(leads, Capacity({"landelijk": 70.0, "zeeland-west-brabant": 60.0}), rules)
        rows = [*leads.to_pylist(), *made["plan"].to_pylist(), *made["plan_figures"].to_pylist()]
        for row in rows:
            for reason in row.get("reasons") or ():
                if reason["rule"] == "can-be-identified":
                    reason["detail"] = reason["detail"].replace(person[3], "•").replace(person[1], "•")
        return rows

    assert everything(ELSEWHERE[turn]) == everything(ELSEWHERE[0])
