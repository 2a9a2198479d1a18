"""What of a row goes out: names, numbers and contacts stay behind unless identities were opened."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import pyarrow as pa

from schakel.showing.hidden_names import shown_words, without_names
from schakel.showing.known_names import NOBODY, KnownNames
from schakel.showing.pseudonyms import Pseudonyms
from schakel.showing.talks import is_talk
from schakel.showing.veil import Span, template_veiled, veiled_each

Row = dict[str, Any]
# Columns that hold ids of ours. The id of a source is the digest of a whole file, which nobody can try, and stays.
IDS = frozenset(
    {
        "message_id",
        "chat_id",
        "account_id",
        "forwarded_from_id",
        "first_account_id",
        "campaign_id",
        "seller_id",
        "member_id",
        "left_id",
        "right_id",
        "finding_id",
        "subject_id",
        "lead_id",
        "network",
        "offer_id",
        "identity_lead_id",
    }
)
_Written = tuple[str, tuple[Span, ...]]  # a text with the places of its contacts
_TEXTS, _DETAILS = 1 << 15, 1 << 16  # kept, since ads come back again and again; some 30 MB together


class Hiding:
    """Rows as they may go out: with pseudonyms for ids and texts without names, or `opened` with all as it is."""

    def __init__(
        self, known: KnownNames = NOBODY, pseudonyms: Pseudonyms | None = None, *, opened: bool = False
    ) -> None:
        """Takes the names to hide and the pseudonyms, without which nothing can be closed."""
        if not opened and pseudonyms is None:
            raise ValueError("what is closed has pseudonyms")
        self.opened, self._known = opened, known
        self._pseudonyms = None if opened else pseudonyms
        self._texts: dict[_Written, str] = {}
        self._detail = lru_cache(_DETAILS)(without_names)

    @property
    def key(self) -> str:
        """By what the ledger knows the secret of the pseudonyms; nothing while identities are open."""
        return "" if self._pseudonyms is None else self._pseudonyms.fingerprint

    def name(self, name: Any) -> Any:
        """A name, number or contact of somebody; None while identities are closed."""
        return name if self.opened else None

    def id(self, known: str) -> str:
        """An id of ours: a digest that could be tried back goes out as a pseudonym."""
        return known if self._pseudonyms is None else self._pseudonyms.of(known)

    def ids(self, rows: pa.Table) -> pa.Table:
        """Rows with every id in them as it may go out."""
        if self._pseudonyms is None:
            return rows
        for place, name in enumerate(rows.column_names):
            if name in IDS:
                rows = rows.set_column(place, name, self._pseudonyms.column(rows[name]))
        return rows

    def text(self, text: str | None, contacts: Iterable[Span] = ()) -> str | None:
        """A text of a message, place for place."""
        return self.texts([text], [contacts])[0]

    def texts(self, texts: Sequence[str | None], contacts: Sequence[Iterable[Span]]) -> Sequence[str | None]:
        """Texts of messages, place for place, each with its contacts."""
        if self.opened:
            return texts
        asked = [
            None if text is None else (text, tuple(sorted(some)))
            for text, some in zip(texts, contacts, strict=True)
        ]
        new = [one for one in dict.fromkeys(asked) if one is not None and one not in self._texts]
        if len(self._texts) + len(new) > _TEXTS:
            self._texts = {one: self._texts[one] for one in asked if one in self._texts}
        hidden = veiled_each([text for text, _ in new], self._known, [some for _, some in new])
        self._texts.update(zip(new, hidden, strict=True))
        return [None if one is None else self._texts[one] for one in asked]

    def template(self, template: str, example: str) -> str:
        """A template, hidden as one of its texts is."""
        return template if self.opened else template_veiled(template, example, self._known)

    def title(self, chat: Row) -> str | None:
        """The title of a chat; that of a talk with one person names a person."""
        title: str | None = chat["title"]
        return self.name(title) if is_talk(chat["kind"], chat["accounts"]) else self.text(title)

    def number(self, chat: Row) -> int | None:
        """The number of a chat; that of a talk with one person is theirs."""
        number: int | None = chat["telegram_id"]
        return self.name(number) if is_talk(chat["kind"], chat["accounts"]) else number

    def words(self, kind: str, words: str | None) -> str:
        """The sentence of a finding."""
        return (
            (words or "")
            if self._pseudonyms is None
            else shown_words(kind, self._pseudonyms.within(words or ""))
        )

    def reasons(self, reasons: Iterable[Mapping[str, Any]] | None) -> list[Row]:
        """Named evidence, each with its weight as log10 likelihood ratio and its sentence."""
        return [
            {
                "rule": one["rule"],
                "weight": one["weight"],
                "detail": self._said(one["rule"], one["detail"]),
                "messages": [self.id(message) for message in one["messages"] or ()],
            }
            for one in reasons or ()
        ]

    def _said(self, rule: str, detail: str | None) -> str:
        if not detail or self._pseudonyms is None:
            return detail or ""
        return self._detail(rule, self._pseudonyms.within(detail))


def in_words(reasons: Iterable[Mapping[str, Any]]) -> str:
    """Reasons as one sentence a reason: `same_photo (log10 LR +1.30): ...`."""
    return "; ".join(
        f"{one['rule']} (log10 LR {one['weight']:+.2f})" + (f": {one['detail']}" if one["detail"] else "")
        for one in reasons
    )
