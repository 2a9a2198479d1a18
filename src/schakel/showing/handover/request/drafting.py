"""What every part of a draft is made from: the facts, the form, the ground and the language."""

from dataclasses import dataclass
from datetime import datetime

from schakel.judging.verbal_scale import named
from schakel.records.grounds import Ground
from schakel.showing.handover.by_count import by_count
from schakel.showing.handover.request.book import Form, Kind, kinds, words
from schakel.showing.handover.request.document import Cell, Code, Said
from schakel.showing.handover.request.facts import Account, Chat, Facts
from schakel.showing.handover.request.periods import in_utc, local


@dataclass(frozen=True, slots=True)
class Drafting:
    """One request that is being drafted."""

    facts: Facts
    kind_name: str
    form_name: str
    data: tuple[str, ...]
    ground: Ground | None  # None: none is kept yet
    language: str

    @property
    def kind(self) -> Kind:
        """The kind of request."""
        return kinds().kind[self.kind_name]

    @property
    def form(self) -> Form:
        """Its form in law."""
        return kinds().form[self.form_name]

    @property
    def say(self) -> dict[str, str]:
        """The sentences of the language."""
        return dict(words(self.language))

    def said(self, name: str, **facts: Cell) -> Said:
        """One sentence with its facts."""
        return Said(self.say[name], facts)

    def said_of(self, name: str, count: int, **facts: Cell) -> Said:
        """One sentence about so many things, with its facts."""
        return Said(by_count(self.say[name], count), {"count": str(count), **facts})

    def heads(self, *names: str) -> tuple[str, ...]:
        """The heads of a table."""
        return tuple(self.say[f"head-{name}"] for name in names)

    def blank(self, what: str) -> Said:
        """The mark of something that a person must fill in; `what` is ours."""
        return Said(self.say["blank"].replace("{what}", what))

    def account(self, account: Account) -> Cell:
        """The number of an account on Telegram, or a blank that names it."""
        return self._number(account.number, "blank-account", account.account_id)

    def chat(self, chat: Chat) -> Cell:
        """The number of a chat on Telegram, or a blank that names it."""
        return self._number(chat.number, "blank-chat", chat.chat_id)

    def decimal(self, value: float) -> str:
        """A figure with one decimal, as the language writes it."""
        told = f"{value:.1f}"
        return told.replace(".", ",") if self.language == "nl" else told

    def counted(self, what: str, count: int) -> str:
        """So many accounts, acts or chats, in words: one or several."""
        one, several = self.say[f"count-{what}"].split("|")
        return (one if count == 1 else several).format(count=count)

    def sort_of(self, code: str) -> str:
        """The word for a kind of account or chat, or the code where there is none."""
        return self.say.get(f"sort-{code.replace('_', '-')}", code)

    def goods(self) -> str:
        """What is offered, in words."""
        return ", ".join(named(name, self.language) for name in self.facts.goods) or self.say["goods-unknown"]

    def _number(self, number: int | None, blank: str, own: str) -> Cell:
        return self.blank(self.say[blank].format(id=own)) if number is None else Code(str(number))


def moments(*told: datetime | None) -> tuple[Cell, ...]:
    """Moments as cells, each in UTC with the clock of the Netherlands beside it; an empty cell for none."""
    return tuple(
        Said("{utc} ({local})", {"utc": Code(in_utc(one)), "local": local(one)}) if one else ""
        for one in told
    )
