"""Made-up names, numbers and wallets: well-formed, so that readers recognise them, and nobody's on purpose."""

from hashlib import sha256

from schakel.simulating.actors import Account
from schakel.simulating.chance import Chance
from schakel.simulating.tdesktop import Layout
from schakel.simulating.words import People

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_FIRST_USER = 90_000_000_000  # far above the ids that Telegram has handed out
_FIRST_CHAT = 9_100_000_000


def base58check(version: int, payload: bytes) -> str:
    """A wallet address of the base58check kind: version byte, payload, four bytes of double SHA-256."""
    raw = bytes([version]) + payload
    raw += sha256(sha256(raw).digest()).digest()[:4]
    number, out = int.from_bytes(raw, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        out = _BASE58[digit] + out
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + out


class Registry:
    """Hands out accounts, numbers and wallets; no two alike."""

    def __init__(self, people: People, chance: Chance, layout: Layout) -> None:
        self._people = people
        self._layout = layout
        self._chance = chance
        self._names: set[str] = set()  # only asked for membership, never walked through
        self._next = _FIRST_USER
        self._next_chat = _FIRST_CHAT
        self.accounts: list[Account] = []

    def user(self, name: str, username: str, language: str) -> Account:
        """A new account of a person."""
        self._next += 1 + self._chance.below(90_000)
        return self._keep(Account(self._next, name, username, language))

    def channel(self, name: str, username: str) -> Account:
        """A new channel, seen as the account that posts in it. Groups get their id here too."""
        self._next_chat += 1 + self._chance.below(90_000)
        return self._keep(Account(self._next_chat, name, username, "nl", kind="channel"))

    def _keep(self, account: Account) -> Account:
        account.json = self._layout.sender(account)
        self.accounts.append(account)
        return account

    def forget(self, account: Account) -> None:
        """The holder has deleted the account: exports show no name any more."""
        account.name = account.username = ""
        account.json = self._layout.sender(account)

    def person(self, language: str) -> Account:
        """Somebody with a common name; half of them have a username."""
        people, chance = self._people, self._chance
        first, last = chance.pick(people.first), chance.pick(people.last)
        username = self.free(f"{first.lower()}{chance.below(9000) + 1000}") if chance.yes(0.5) else ""
        return self.user(f"{first} {last}".strip(), username, language)

    def trader(self, language: str) -> Account:
        """A seller's account: a street name and a username that belongs to it."""
        people, chance = self._people, self._chance
        nick = chance.pick(people.nick) + chance.pick(people.nick)
        tail = chance.pick(people.tail)
        username = self.free(f"{nick}{chance.pick(['', '_'])}{tail}")
        name = f"{nick.capitalize()} {tail.upper()}" if chance.yes(0.6) else nick.capitalize()
        return self.user(name, username, language)

    def variant(self, of: Account, way: str) -> Account:
        """Another account under nearly the same name: numbered, one edit apart, or marked as backup."""
        chance, base = self._chance, of.username or "x"
        if way == "numbered":
            made = f"{base.rstrip('0123456789')}{chance.below(8) + 2}"
        elif way == "near-name":
            at = 1 + chance.below(len(base) - 1)
            made = base[:at] + base[at - 1] + base[at:]
        else:
            made = f"{base}_backup"
        name = of.name if chance.yes(0.6) else f"{of.name} {chance.below(8) + 2}"
        account = self.user(name, self.free(made), of.language)
        account.seller, account.alias = of.seller, way
        return account

    def free(self, wanted: str) -> str:
        """The wanted username, or with a number behind it if it is taken."""
        name = wanted
        while name in self._names:
            name = f"{wanted}{self._chance.below(900) + 10}"
        self._names.add(name)
        return name

    def phone(self) -> str:
        """A Dutch mobile number in 06-80, written in one of the usual ways."""
        digits = f"{self._chance.below(1_000_000):06d}"
        shape = self._chance.pick(["+31680{}", "0680{}", "+31 6 80{}", "06-80{}"])
        return shape.format(digits)

    def wallet(self) -> str:
        """A Bitcoin or Tron address with a correct check sum; no key to it was ever made."""
        payload = bytes(self._chance.below(256) for _ in range(20))
        return base58check(0x00 if self._chance.yes(0.6) else 0x41, payload)
