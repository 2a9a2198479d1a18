import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.reading.weighing.weights import ACTS
from schakel.reading.weighing.wording import BITS, Wording, pack, weighed_sequences, wording_odds

_TEXTS = [" ¤ te koop dm me ", " ¤ kwijt \3 q r \4qr ", "", " iemand ¤? ", " a ", "  ", " opgelicht door § "]


@settings(deadline=None)  # the first text waits for the table
@given(st.lists(st.text(max_size=30).map(lambda text: text.replace("\0", " ")), max_size=6))
def test_a_text_has_the_same_odds_alone_and_among_others(texts: list[str]) -> None:
    together = wording_odds(texts)
    assert together.shape == (len(texts), 2 * len(ACTS))  # and what the earlier fit says
    alone = [wording_odds([text])[0] for text in texts]
    assert np.array_equal(together, np.array(alone).reshape(together.shape))


def _number(text: str) -> tuple[int, int]:
    """How many sequences of letters and of words a text has, counted slowly."""
    words = text.split()
    return sum(max(0, len(text) - size + 1) for size in (2, 3, 4, 5)), len(words) + max(0, len(words) - 1)


def test_sequences_are_those_of_a_slow_count() -> None:
    row, place, counts = weighed_sequences(_TEXTS)
    for number, text in enumerate(_TEXTS):
        said, _, taken = text.partition("\3")
        (letters, words), of_course = _number(said), sum(_number(taken))
        assert (row == number).sum() == letters + words + of_course
        slow = letters**0.5 + words**0.5 + 0.6 * of_course**0.5
        assert counts[row == number].sum() == pytest.approx(slow)
    assert ((place >= 0) & (place < 1 << BITS)).all()


def test_the_same_words_elsewhere_have_the_same_place() -> None:
    _, one, _ = weighed_sequences(["dag"])
    row, both, _ = weighed_sequences(["zo dag", "dag zo"])
    assert set(one.tolist()) <= set(both[row == 0].tolist()) & set(both[row == 1].tolist())


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (" ¤ te koop bezorging mogelijk dm me ", "offer"),
        (" iemand die ¤ kan regelen in de buurt? ", "request"),
        (" top gast snel geleverd kwaliteit is goed aanrader ", "vouch"),
        (" pas op § is een oplichter geld overgemaakt en geblokkeerd ", "warning"),
        (" we zoeken chauffeurs met rijbewijs en scooter verdien 000 per week ", "recruit"),
    ],
)
def test_wording_tells_the_act(text: str, act: str) -> None:
    for odds in wording_odds([text])[0].reshape(2, len(ACTS)):
        assert ACTS[int(odds.argmax())] == act


def test_odds_are_those_of_a_slow_sum() -> None:
    random = np.random.default_rng(3)
    weights = random.integers(-127, 128, (1 << BITS, len(ACTS))).astype(np.int8)
    table = Wording(pack(weights), np.full(5, 0.01, np.float32), np.arange(5, dtype=np.float32))
    texts = [*_TEXTS, " lang ".join(str(n) for n in range(150))]
    row, place, counts = weighed_sequences(texts)
    for number, odds in enumerate(wording_odds(texts, table)):
        places = place[row == number]
        summed = (weights[places].astype(float) * counts[row == number][:, None]).sum(axis=0)
        assert odds == pytest.approx(summed * 0.01 + np.arange(5), rel=1e-5)


def test_in_the_last_columns_a_text_is_one_view() -> None:
    random = np.random.default_rng(4)
    weights = random.integers(-127, 128, (1 << BITS, 3)).astype(np.int8)
    table = Wording(pack(weights), np.ones(3, np.float32), np.zeros(3, np.float32), whole=2)
    row, place, counts = weighed_sequences(_TEXTS)
    for number, odds in enumerate(wording_odds(_TEXTS, table)):
        of = row == number
        summed = weights[place[of]].astype(float)
        by_view, whole = summed[:, 0] @ counts[of], summed[:, 1:].sum(axis=0) / max(1, of.sum()) ** 0.5
        assert odds == pytest.approx([by_view, *whole], rel=1e-5)
