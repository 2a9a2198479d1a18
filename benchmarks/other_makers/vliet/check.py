"""Truth-side figures: counts, how far ghosts part from real sellers to a perfect reader, what aliases show in common."""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import combinations

import numpy as np

from .market import Market
from .model import Person
from .sim import live
from .worlds import WORLDS

NAMES = ("praise", "warn", "answers", "prepay", "verify", "copies", "places", "accounts", "asked", "ads")


def features(market: Market, person: Person, owner: dict[int, str], givers: Counter[str]) -> list[float]:
    """What somebody who reads everything could count. Paid vouchers are only known by how many sellers they praise."""
    row = market.stats.get(person.pid, {})
    ads = row.get("ads", 0) + 1
    praise = sum(1 / max(1, givers[key] - 3) for key in row if key.startswith("praise:"))
    warn = sum(1 for key in row if key.startswith("warn:"))
    keys = {note.key for account in person.accounts for note in account.notes}
    copies = sum(owner.get(key, person.pid) != person.pid for key in keys) / max(1, len(keys))
    answered = (row.get("answered", 0) + row.get("bids", 0)) / (row.get("asked", 0) + 2)
    main = sum(not account.channel for account in person.accounts)
    return [
        np.log1p(praise),
        np.log1p(warn),
        np.log1p(answered),
        row.get("prepay", 0) / ads,
        row.get("verify", 0) / ads,
        copies,
        len(person.places) > 3,
        main,
        row.get("asked", 0) > 0,
        np.log(ads),
    ]


def logistic(table: np.ndarray, truth: np.ndarray, rounds: int = 400) -> np.ndarray:
    """A ridge logistic regression by gradient steps; returns the weights."""
    weight = np.zeros(table.shape[1])
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-table @ weight))
        weight -= 0.5 * (table.T @ (chance - truth) / len(truth) + 0.01 * weight)
    return weight


def auc(score: np.ndarray, truth: np.ndarray) -> float:
    """Area under the curve by ranks."""
    ghosts, others = score[truth == 1], score[truth == 0]
    return float(np.mean([(one > others).mean() + 0.5 * (one == others).mean() for one in ghosts]))


def separable(market: Market) -> tuple[float, dict[str, float]]:
    """Cross-validated AUC of ghosts over all counts, and each count's own."""
    owner: dict[int, str] = {}
    for chat in market.chats:
        for message in sorted(chat.messages, key=lambda one: one.when):
            if message.note:
                owner.setdefault(message.note.key, message.sender.seller)
    people = [person for person in market.sellers if market.stats.get(person.pid, {}).get("ads", 0) > 0]
    givers: Counter[str] = Counter(
        key for row in market.stats.values() for key in row if key.startswith("praise:")
    )
    table = np.array([features(market, person, owner, givers) for person in people], dtype=float)
    truth = np.array([person.kind == "ghost" for person in people], dtype=float)
    table = (table - table.mean(0)) / (table.std(0) + 1e-9)
    table = np.column_stack([table, np.ones(len(table))])
    part = np.random.default_rng(0).integers(0, 5, len(truth))
    score = np.zeros(len(truth))
    for fold in range(5):
        score[part == fold] = table[part == fold] @ logistic(table[part != fold], truth[part != fold])
    alone = {name: round(auc(table[:, at], truth), 2) for at, name in enumerate(NAMES)}
    return auc(score, truth), alone


def shared(market: Market) -> tuple[int, float, float]:
    """Pairs of accounts of one seller that wrote offers: how many, share with something in common, share with a selector, name or announcement."""
    groups: dict[str, list] = {}
    for account in market.accounts.values():
        if account.seller and account.offers >= 3:
            groups.setdefault(account.seller, []).append(account)
    pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
    common = [
        (first.shown & second.shown) | {mark for mark in first.shown if mark == f"moved:{second.uid}"}
        for first, second in pairs
    ]
    hard = [
        any(mark.split(":")[0] in ("contact", "brand", "moved", "channel", "crew") for mark in one)
        for one in common
    ]
    return len(pairs), float(np.mean([bool(one) for one in common])), float(np.mean(hard))


def report(name: str, seed: int) -> str:
    """One line of figures."""
    market = live(WORLDS[name], seed)
    messages = [message for chat in market.chats for message in chat.messages if not message.service]
    acts = Counter(message.act for message in messages)
    wrote = {message.sender.uid for message in messages}
    people = [person for person in market.sellers if any(one.uid in wrote for one in person.accounts)]
    many = np.mean(
        [sum(one.uid in wrote for one in [*person.accounts, *person.crew]) > 1 for person in people]
    )
    ghost = np.mean([person.kind == "ghost" for person in people])
    value, alone = separable(market)
    pairs, visible, hard = shared(market)
    short = np.mean([len(message.text.split()) <= 4 for message in messages])
    return (
        f"{name} {seed}: messages {len(messages)} acts {dict(acts)} chats {len(market.chats)} accounts {len(wrote)} sellers {len(people)} ghosts {ghost:.2f} "
        f"several {many:.2f} short {short:.2f} auc {value:.3f} {alone} pairs {pairs} visible {visible:.2f} hard {hard:.2f}"
    )


def main() -> None:
    """Prints the figures of the worlds asked for."""
    parser = argparse.ArgumentParser(prog="vliet.check")
    parser.add_argument("--world", action="append", choices=sorted(WORLDS))
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for name in args.world or WORLDS:
        print(report(name, args.seed), flush=True)


if __name__ == "__main__":
    main()
