import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.linking.comparing.agreement import curve_weight
from schakel.linking.comparing.style import nearest, profiles
from schakel.linking.weights import load_settings

_TEXTS = st.lists(st.lists(st.text(max_size=12), max_size=3), min_size=1, max_size=6)


def test_who_writes_the_same_is_alike_and_who_does_not_is_not() -> None:
    made = profiles(
        [["COKE!!! 1g >> 50€", "MDMA!!! 1g >> 20€"], ["KETA!!! 5g >> 90€"], ["wiet, 5 gram, 50 euro"]]
    )
    alike = made.alike(np.array([0, 0, 0]), np.array([0, 1, 2]))
    assert alike[0] == pytest.approx(1.0)
    assert alike[1] > 2 * alike[2]
    assert nearest(made, np.array([0]))[0].tolist()[0] == 1


def test_letters_agree_with_scikit_learn() -> None:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    texts = [["Coke 50 euro", "Speed €10"], ["coke 50 EURO"], ["niets hiervan"]]
    vectors = text.TfidfVectorizer(analyzer="char", ngram_range=(1, 4), lowercase=False, sublinear_tf=True)
    wanted = vectors.fit_transform("\n".join(own) for own in texts)
    made = profiles(texts).views[0]
    # their splitting squeezes runs of blanks, of which there are none here
    assert np.allclose((made @ made.T).toarray(), (wanted @ wanted.T).toarray())


@settings(max_examples=30, deadline=None)
@given(_TEXTS)
def test_likeness_lies_between_nothing_and_one_and_does_not_depend_on_the_order(
    texts: list[list[str]],
) -> None:
    made, turned = profiles(texts), profiles(texts[::-1])
    n = len(texts)
    left, right = np.repeat(np.arange(n), n), np.tile(np.arange(n), n)
    alike = made.alike(left, right)
    assert ((alike >= -1e-9) & (alike <= 1 + 1e-9)).all()
    assert np.allclose(alike, turned.alike(n - 1 - left, n - 1 - right))
    rows = made.against_all(np.arange(n))
    assert np.allclose(rows.ravel()[left != right], alike[left != right])


def test_writing_alone_never_makes_two_accounts_one() -> None:
    settings = load_settings()
    weights = [curve_weight("writes_alike", value) for value in np.linspace(0, 1, 41)]
    assert weights == sorted(weights)
    assert weights[0] < 0 < weights[-1]
    assert settings.prior + weights[-1] < settings.cluster["threshold"] - 2
