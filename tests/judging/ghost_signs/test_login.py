"""Which ads want a login behind a link, and which only give one."""

from schakel.store.duckdb_engine import DuckDBEngine
from tests.judging.ghost_signs.reading import base, read_all
from tests.judging.small_market import SmallMarket

_RULE = "wants-a-login-behind-a-link"
LOGINS = (
    "log in op https://bit.ly/a1 om de lijst te zien",
    "sign in at menu-vip.com first",
    "zuerst anmelden: https://liste.example.net/x",
    "регистрируйся: авторизация на https://menu.example.ru",
    "https://menu.example.com/a verify first then order",
)
OTHERS = (
    "menu op https://menu.example.com",
    "verificatie via t.me/onzebot",
    "we verify every batch, lab tested",
    "accounts te koop, inlog erbij",
)


def ad(text: str) -> SmallMarket:
    market = base()
    market.say("a_shop", text, "offer")
    return market


def test_a_login_behind_a_link_is_told_from_a_link_and_from_a_login(engine: DuckDBEngine) -> None:
    found = read_all({f"{n}": ad(text) for n, text in enumerate(LOGINS + OTHERS)}, engine)
    told = [_RULE in found[f"{n}"] for n in range(len(LOGINS + OTHERS))]
    assert told == [True] * len(LOGINS) + [False] * len(OTHERS)
