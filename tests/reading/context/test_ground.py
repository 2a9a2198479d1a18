"""Chats and accounts as they are counted, against counting one message at a time."""

import random
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest

from schakel.reading.context.ground import Told, habits, shares_of, surroundings
from schakel.reading.context.weights import load_context_weights
from schakel.reading.weighing.weights import ACTS

WEIGHTS = load_context_weights()
Post = tuple[int, int, int]  # chat, account, text


@dataclass(frozen=True)
class Texts:
    """The odds of each text, whether it names goods, and whether it names a contact of ads."""

    odds: np.ndarray
    goods: np.ndarray
    sellers: np.ndarray


def made_up(seed: int, texts: int = 40) -> tuple[list[Post], Texts]:
    """Posts that were read, and their texts."""
    chance = random.Random(seed)
    odds = np.array([[chance.uniform(-4, 4) for _ in ACTS] for _ in range(texts)])
    goods, sellers = (np.array([chance.random() < 0.5 for _ in range(texts)]) for _ in range(2))
    posts = [(chance.randrange(3), chance.randrange(-1, 6), chance.randrange(texts)) for _ in range(300)]
    return posts, Texts(odds, goods, sellers)


def told_of(posts: list[Post], texts: Texts) -> Told:
    counts = Counter(posts)
    keys = np.array(list(counts), np.int64)
    text = keys[:, 2]
    copies = np.array(list(counts.values()), np.int64)
    return Told(
        keys[:, 0], keys[:, 1], text, copies, texts.odds[text], texts.goods[text], texts.sellers[text]
    )


def slowly(posts: list[Post], texts: Texts, others: dict[int, int]) -> dict[int, np.ndarray]:
    """The log10 that each chat adds, found with plain loops."""
    shift = {chat: np.zeros(len(ACTS)) for chat in others}
    for _ in range(WEIGHTS.rounds):
        for chat, more in others.items():
            different = {post for post in posts if post[0] == chat}
            of = more + len(different)
            trade = 0.0
            for _, _, text in different:
                shares = shares_of((texts.odds[text] + shift[chat])[None])[0]
                counted = [share if share > WEIGHTS.counted else 0.0 for share in shares]
                trade += counted[0] + (counted[1] if texts.goods[text] else 0.0)
                trade += counted[2] + counted[3] if texts.sellers[text] else 0.0
            log_odds = WEIGHTS.trade.log_odds(np.array([trade]), np.array([float(of)]))
            shift[chat] = WEIGHTS.chat.weigh(log_odds)[0]
    return shift


@pytest.mark.parametrize("seed", range(3))
def test_the_share_of_trade_is_what_plain_loops_find(seed: int) -> None:
    posts, texts = made_up(seed)
    others = {0: 0, 1: 100, 2: 5000}  # messages in which nothing was read
    messages = np.array([others[chat] + sum(post[0] == chat for post in posts) for chat in range(3)])
    told = told_of(posts, texts)
    around, shift = surroundings(told, messages, WEIGHTS)
    wanted = slowly(posts, texts, others)
    for chat in range(3):
        assert shift[told.chat == chat] == pytest.approx(
            np.tile(wanted[chat], ((told.chat == chat).sum(), 1)), abs=1e-4
        )
    for row in range(len(told.chat)):
        different = {post for post in posts if post[0] == told.chat[row] and post[2] != told.text[row]}
        assert around.chat_of[row] == others[int(told.chat[row])] + len(different)


def test_a_text_does_not_speak_for_itself() -> None:
    """However often one text is posted, and by however many, it is left out of what its chat is like."""
    one = Texts(np.array([[5.0, -5, -5, -5, -5]]), np.array([True]), np.array([False]))
    told = told_of([(0, account, 0) for account in range(50)], one)
    around, _ = surroundings(told, np.array([50]), WEIGHTS)
    assert not around.chat_of.any()
    assert not around.chat_trade.any()


@pytest.mark.parametrize("seed", range(3))
def test_habits_are_what_plain_loops_find(seed: int) -> None:
    posts, texts = made_up(seed)
    told = told_of(posts, texts)
    shift = np.zeros_like(told.odds)
    messages = np.array([10 + sum(post[1] == account for post in posts) for account in range(6)] + [0])
    found = habits(told, shift, messages, WEIGHTS)
    for account in range(6):
        own = {post[2] for post in posts if post[1] == account}
        offers = [
            share for text in own if (share := shares_of(texts.odds[text][None])[0, 0]) > WEIGHTS.counted
        ]
        assert found.of[account] == 10 + len(own)
        assert found.offers[account] == pytest.approx(sum(offers), abs=1e-4)
        assert found.texts[account] == len(offers)
    for row in np.flatnonzero(told.account >= 0):
        same = [post for post in posts if post[1:] == (told.account[row], told.text[row])]
        assert found.own_copies[row] == len(same)


def test_the_order_of_rows_does_not_matter() -> None:
    posts, texts = made_up(9)
    messages = np.array([400, 400, 400])
    _, shift = surroundings(told_of(posts, texts), messages, WEIGHTS)
    _, backwards = surroundings(told_of(posts[::-1], texts), messages, WEIGHTS)
    assert {tuple(row) for row in shift.tolist()} == {tuple(row) for row in backwards.tolist()}
