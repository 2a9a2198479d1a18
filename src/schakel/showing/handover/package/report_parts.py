"""The parts of the report in words and figures: what is proposed, for and against, who, how sure, what is missing."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from schakel.judging.verbal_scale import ghost_sentence, term
from schakel.showing.defang import without_links
from schakel.showing.desk.figures import Figures
from schakel.showing.desk.photo import small_photo
from schakel.showing.printable import one_line, printable

Row = dict[str, Any]
# The same number on both sides, so that neither looks the weightier for being longer.
_REASONS = 25
_MOST = 60  # rows of other lists; the files have all
_PHOTOS = 12
_CITED = 5  # messages that a row names


@dataclass(frozen=True)
class Told:
    """What a report tells of: the rows of the package, its lead, what it is, and where its photos lie sealed, by their names."""

    lead: Row
    about: Row
    tables: Mapping[str, Sequence[Row]]
    photos: Mapping[str, Path]


class Parts:
    """The parts of one report in one language."""

    def __init__(self, told: Told, say: Mapping[str, Any], figures: Figures) -> None:
        """Takes the words of the report and the figures of its language."""
        self._told, self._say, self._figures = told, say, figures
        self._language = figures.language

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each message: M1, M2... of the seller, O1, O2... of others."""
        own = {row["message_id"]: f"M{at}" for at, row in enumerate(self._rows("messages"), 1)}
        return own | {row["message_id"]: f"O{at}" for at, row in enumerate(self._rows("context"), 1)}

    @cached_property
    def accounts(self) -> dict[str, str]:
        """A short name for each account of the seller: A1, A2..."""
        own = [row["account_id"] for row in self._rows("accounts") if row["kind"] == "account"]
        return {account: f"A{at}" for at, account in enumerate(own, 1)}

    def glance(self) -> list[str]:
        """What the whole comes to, in a few sentences."""
        say, lead, figures = self._say["glance"], self._told.lead, self._figures
        hours = {end or "value": figures.number(lead[f"hours{end}"]) for end in ("", "_low", "_high")}
        worth = {end or "value": figures.rounded(lead[f"worth{end}"]) for end in ("", "_low", "_high")}
        out = [
            say["worth"].format(**worth, unit=lead["unit"]),
            say["hours"].format(**hours),
            say["chosen"] if lead["chosen"] else say["waits"],
            self._messages(),
        ]
        ghost = next((row for row in self._rows("findings") if row["kind"] == "ghost"), None)
        if ghost:
            signs = sum(reason["weight"] for reason in ghost["reasons"] if reason["rule"] != "prior")
            chance = {"value": figures.percent(ghost["value"])} | {
                end: figures.percent(ghost[end]) for end in ("low", "high")
            }
            out += [say["ghost"].format(**chance), ghost_sentence(signs, self._language)]
        return [*out, self._together()]

    def side(self, name: str) -> Row:
        """One side of the scales: its rows, and how many more the file has."""
        rows = self._rows(name)
        return {"rows": [self._reason(row) for row in rows[:_REASONS]], "more": max(len(rows) - _REASONS, 0)}

    def members(self) -> list[Row]:
        """The accounts of the seller, with every name they went by."""
        return [
            {
                "label": self.accounts[row["account_id"]],
                "id": row["account_id"],
                "number": row["account_tg_id"],
                "names": ", ".join(dict.fromkeys(one_line(name["name"] or "", 60) for name in row["names"])),
                "usernames": ", ".join(f"@{one_line(name, 40)}" for name in row["usernames"]),
                "messages": sum(one["account_id"] == row["account_id"] for one in self._rows("messages")),
            }
            for row in self._rows("accounts")
            if row["kind"] == "account"
        ]

    def contacts(self) -> list[Row]:
        """The contacts of the seller, broken where a reader might make a link of them."""
        found = [row for row in self._rows("accounts") if row["kind"] == "contact"]
        return [
            {"type": row["type"], "value": without_links(one_line(row["value"], 80)), "times": row["times"]}
            | {"cited": self._cited(row["messages"])}
            for row in found[:_MOST]
        ]

    def chains(self) -> list[Row]:
        """The chain from the account that offers most to each of the others, with its weakest step in words."""
        out = []
        for row in self._rows("evidence"):
            if row["kind"] == "chain":
                steps = [self._step(step) for step in row["steps"]]
                ends = {end: self.accounts[row[end]] for end in ("from", "to")}
                out.append(ends | {"steps": steps})
        return out

    def links(self) -> list[Row]:
        """Each link between two accounts with its reasons."""
        found = [row for row in self._rows("evidence") if row["kind"] == "link"]
        return [
            self._step(row) | {"reasons": [self._pointing(one, "same-seller") for one in row["reasons"]]}
            for row in found[:_MOST]
        ]

    def findings(self) -> list[Row]:
        """What was concluded, in a sentence each."""
        figures = self._figures
        return [
            {
                "kind": figures.coded(row["kind"], "kinds"),
                "label": figures.labelled(row["label"] or ""),
                "words": one_line(row[f"words_{self._language}"] or row["words_en"] or "", 300),
                "reasons": [self._pointing(one, row["kind"]) for one in row["reasons"]],
            }
            for row in self._rows("findings")
        ]

    def others(self) -> tuple[list[Row], int]:
        """What others wrote that a reason rests on or that answers the seller, and how many more there are."""
        cited = [row for row in self._rows("context") if set(row["here_because"]) - {"near"}]
        rows = [
            {
                "label": self.labels[row["message_id"]],
                "person": row["person"],
                "where": self.place(row),
                "text": without_links(printable(row["text"], 600)),
            }
            for row in cited[:_MOST]
        ]
        return rows, max(len(cited) - _MOST, 0)

    def photos(self) -> list[Row]:
        """The photos, small and written anew, each with where it was posted."""
        out = []
        for name in sorted(self._told.photos)[:_PHOTOS]:
            small = small_photo(self._told.photos[name])
            used = [row["message_id"] for row in self._rows("messages") if row["photo"] == name]
            if small is not None:
                shown = f"data:image/jpeg;base64,{b64encode(small).decode('ascii')}"
                out.append({"name": name, "shown": shown, "cited": self._cited(used)})
        return out

    def missing(self) -> list[str]:
        """What is not here, a sentence each; what nothing is missing of is left out."""
        return [row[f"words_{self._language}"] for row in self._rows("missing") if row["count"]]

    def slips(self) -> list[Row]:
        """What the seller let slip: where to look, not who somebody is."""
        kinds = self._figures.words["slips"]
        return [
            {
                "kind": kinds.get(row["kind"], row["kind"]),
                "value": without_links(one_line(row["value"] or "", 80)),
            }
            | {
                "detail": without_links(self._figures.sentence(one_line(row["detail"] or "", 300)).text),
                "cited": self._cited(row["messages"]),
            }
            for row in self._rows("identity")[:_MOST]
        ]

    def verdicts(self) -> list[Row]:
        """What people said."""
        told = self._figures.words["answers"]
        return [
            row | {"answer": told.get(row["answer"], row["answer"]), "why": one_line(row["why"], 300)}
            for row in self._rows("verdicts")
        ]

    def sources(self) -> list[Row]:
        """The sealed files, and the ground on which each came in."""
        return [row | {"name": one_line(row["name"] or "", 120)} for row in self._rows("sources")]

    def place(self, row: Row) -> str:
        """Where a message stands: chat, number, and when it was sent, in UTC and as it was written."""
        chat = one_line(row["chat_title"] or "", 60) or self._say["talk_of_two"]
        written = f" ({self._say['as_written']} {one_line(row['sent_as_written'] or '', 40)})"
        return f"{chat}, {self._say['number']} {row['number']}, {row['sent_at']}{written}"

    def _messages(self) -> str:
        rows = self._rows("messages")
        moments = sorted(row["sent_at"] for row in rows if row["sent_at"]) or [""]
        texts, chats = {row["text"] for row in rows}, {row["chat_id"] for row in rows}
        counts = {
            name: self._counted(name, len(found))
            for name, found in (("messages", rows), ("texts", texts), ("chats", chats))
        }
        return str(self._say["glance"]["messages"]).format(
            **counts, first=moments[0][:10], last=moments[-1][:10]
        )

    def _counted(self, name: str, count: int) -> str:
        one, several = self._say["nouns"][name].split("|")
        return f"{self._figures.number(count)} {one if count == 1 else several}"

    def _together(self) -> str:
        say = self._say["glance"]
        chains = [row for row in self._rows("evidence") if row["kind"] == "chain"]
        if not chains:
            return str(say["one_account"])
        weights = [row["weakest_log10_lr"] for row in chains if row["weakest_log10_lr"] is not None]
        if len(weights) < len(chains):
            return str(say["not_by_evidence"]).format(accounts=len(chains) + 1)
        weakest = min((step for row in chains for step in row["steps"]), key=lambda step: step["log10_lr"])
        words = weakest[f"words_{self._language}"]
        return str(say["together"]).format(
            accounts=len(chains) + 1, words=words, weight=self._figures.weight(weakest["log10_lr"])
        )

    def _reason(self, row: Row) -> Row:
        weight = float(row["towards"] if "towards" in row else row["weight"])
        words = row[f"words_{self._language}"] or self._say["word_of_a_person"]
        detail = self._figures.sentence(one_line(row["detail"] or "", 300), row["rule"])
        signs = ", ".join(
            self._figures.rule(one["rule"]) for one in row.get("signs", ()) if one["weight"] > 0
        )
        return {
            "rule": self._say["rules"].get(row["rule"]) or self._figures.rule(row["rule"]),
            "claim": self._say["claims"].get(
                row.get("claim"), self._figures.coded(row.get("claim"), "kinds")
            ),
            "about": self._between(row.get("about", "")),
            "words": words if weight else self._say["counted"],
            "weight": self._figures.weight(weight) if weight and row["words_en"] else "",
            "detail": without_links(detail.text) or signs,
            "detail_language": self._language if signs else detail.language,
            "cited": self._cited(row["messages"]),
        }

    def _pointing(self, row: Row, kind: str) -> Row:
        """A reason that stands under its conclusion: its strength says under what it is that more probable."""
        shown = self._reason(row)
        if row["rule"] == "prior":  # no sign was seen yet
            return shown | {"words": ""}
        ways = self._say["points"].get(kind)
        if ways and row["weight"] and shown["words"] != term(0.0, self._language):
            shown["words"] += f" {ways[row['weight'] < 0]}"
        return shown

    def _between(self, about: str) -> str:
        """The two accounts that a row is about, by their short names or numbers; nothing for rows about the whole seller."""
        names = [self.accounts.get(one, one if one.startswith("person-") else "") for one in about.split(" ")]
        return " – ".join(names) if all(names) else ""

    def _step(self, row: Row) -> Row:
        words, weight = row[f"words_{self._language}"], self._figures.weight(row["log10_lr"])
        ends = {end: self.accounts[row[end]] for end in ("from", "to")}
        return ends | {"words": words, "weight": weight, "points": row["log10_lr"] > 0}

    def _cited(self, messages: Sequence[str] | None) -> Row:
        known = [self.labels[one] for one in messages or () if one in self.labels]
        return {"labels": known[:_CITED], "more": max(len(known) - _CITED, 0)}

    def _rows(self, table: str) -> Sequence[Row]:
        return self._told.tables[table]
