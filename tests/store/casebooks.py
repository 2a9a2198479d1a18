"""Casebooks for tests: people in two units, and a clock that tells what it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from schakel.records.casework import NewCase, Person
from schakel.store.casebook.casework import Casework

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
WORK = {"identification": "identification.phone", "tactical": "work.tactical"}
PEOPLE = (
    Person("adam", "admin"),
    Person("anna", "analyst", "limburg"),
    Person("lena", "leader", "limburg"),
    Person("otto", "analyst", "oost-nederland"),
    Person("olga", "leader", "oost-nederland"),
    Person("petra", "prosecutor"),
    Person("oscar", "officer"),
    Person("adele", "auditor"),
    Person("edith", "editor"),
)


class Book:
    """One casebook, opened by one person after another."""

    def __init__(self, where: Path | str) -> None:
        self.where = where
        self._open: dict[str, Casework] = {}

    def by(self, name: str) -> Casework:
        if name not in self._open:
            self._open[name] = Casework(self.where, name, "test", now=lambda: AT)
        return self._open[name]

    def close(self) -> None:
        for casework in self._open.values():
            casework.close()

    def staffed(self) -> "Book":
        """With the people above."""
        for person in PEOPLE:
            self.by("adam").add_person(person)
        return self


@contextmanager
def book_at(where: Path | str) -> Iterator[Book]:
    book = Book(where)
    try:
        yield book
    finally:
        book.close()


def new_case(seller: str = "s_1", unit: str = "limburg", **more: object) -> NewCase:
    given = {"members": (f"a_{seller}", "phone:+31600000001"), "way": "phone", "cells": WORK}
    given |= {"estimated": {"identification": 4.0, "tactical": 60.0}} | more
    return NewCase(seller, f"l_{seller}", "firearms, up to 1 piece", unit, **given)  # type: ignore[arg-type]
