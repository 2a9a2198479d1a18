"""How a seller, a lead and a message look on the screen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schakel.records.unit_words import unit_word
from schakel.showing.cli.closing import number, number_of, rounded
from schakel.showing.defang import selector_shown, without_links
from schakel.showing.hidden_names import shown_words, without_names
from schakel.showing.known_names import NOBODY, KnownNames
from schakel.showing.printable import masked, one_line, printable
from schakel.showing.reading_reasons import reading_reasons
from schakel.showing.seller_file import MessageFile, SellerFile
from schakel.showing.veil import veiled

Row = Mapping[str, Any]
_NOTHING_HIDDEN: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Names:
    """Whether names and selectors are shown in full, or hidden as is the rule."""

    shown: bool
    known: KnownNames = NOBODY  # those that are hidden inside a text

    def name(self, text: str | None) -> str:
        """A display name, or a bar in its place."""
        return one_line(text or "", 40) if self.shown else "(name hidden)"

    def member(self, row: Row) -> str:
        """An account id, or a selector: as no link, or with its value hidden but for its first letters."""
        if row["member_kind"] == "account":
            return one_line(row["member_id"], 60)
        if self.shown:
            return one_line(selector_shown(row["member_id"]), 60)
        kind, _, value = row["member_id"].partition(":")
        return f"{kind}:{one_line(masked(value, [(0, len(value))]), 40)}"

    def detail(self, rule: str, detail: str) -> str:
        """The words of a reason, with what they quote hidden."""
        return one_line(without_links(detail), 160) if self.shown else without_names(rule, detail)

    def text(self, text: str, selectors: Iterable[Row]) -> str:
        """A message text, its selectors hidden unless names are shown."""
        if self.shown:
            return without_links(printable(text))
        contacts = [(row["start"], row["end"]) for row in selectors]
        return printable(veiled(text, self.known, contacts))


def print_lead(console: Console, lead: Row, names: Names) -> None:
    """The lead: worth, hours, whether it is chosen, and why."""
    console.print(Rule(f"Lead {lead['lead_id']}", align="left"))
    state = "chosen" if lead["chosen"] else "waits"
    console.print(f"{one_line(lead['title'])}: {state}, unit {lead['plan_unit'] or lead['unit']}")
    worth = (
        f"{rounded(lead['worth'])} (between {rounded(lead['worth_low'])} and {rounded(lead['worth_high'])})"
    )
    hours = f"{number(lead['hours'])} (between {number(lead['hours_low'])} and {number(lead['hours_high'])})"
    console.print(f"Worth {worth} expected sentence days; hours {hours}, {lead['skill']}")
    if lead["parts"]:
        console.print(_parts(lead["parts"]))
    if lead["work"]:
        console.print(_work(lead["work"]))
    console.print(reason_table((lead["reasons"] or []) + (lead["plan_reasons"] or []), names))


def print_seller(
    console: Console, file: SellerFile, names: Names, hidden: Mapping[str, str] = _NOTHING_HIDDEN
) -> None:
    """The seller (`hidden`: its texts by campaign as they may be seen): members, what is concluded and on what, what is offered, texts, and the links."""
    console.print(Rule(f"Seller {file.seller_id}", align="left"))
    console.print(_members(file, names))
    _print_findings(console, file.findings, names)
    console.print()
    console.print(_items(file))
    _print_campaigns(console, file, names, hidden)
    own = {row["member_id"] for row in file.members}
    held = [link for link in file.links if {link["left_id"], link["right_id"]} <= own]
    _print_links(console, "What holds the accounts together", held, names)
    apart = [link for link in file.links if link not in held]
    _print_links(console, "Compared with accounts of others, and kept apart", apart, names)
    if not names.shown:
        console.print(Text('\nNames and selectors are hidden; --names --why "..." shows them.', "dim"))


def _print_links(console: Console, title: str, links: Sequence[Row], names: Names) -> None:
    if links:
        console.print(f"\n{title}")
    for link in links:
        console.print(f"  {link['left_id']} and {link['right_id']}: log10 LR {link['log10_lr']:.1f}")
        console.print(reason_table(link["reasons"] or [], names))


def print_findings(console: Console, subject: str, findings: Sequence[Row]) -> None:
    """What was concluded about a network, a chat or an account, each finding with its reasons; no names stand in them."""
    console.print(Rule(f"{findings[0]['subject_kind'].capitalize()} {subject}", align="left"))
    _print_findings(console, findings, Names(shown=False))


def _print_findings(console: Console, findings: Sequence[Row], names: Names) -> None:
    for finding in findings:
        console.print()
        console.print(_finding_line(finding, names))
        console.print(reason_table(finding["reasons"] or [], names))


def print_message(console: Console, file: MessageFile, names: Names) -> None:
    """The message in its chat, with what was read in it and where it stands in the sealed file."""
    message = file.message
    console.print(Rule(f"Message {message['message_id']}", align="left"))
    console.print(
        f"Number {message['tg_id']} in chat {message['chat_id']}, account {message['account_id']} "
        f"{names.name(message['account_name'])}, sent {message['sent_at']} (written {message['sent_as_written']})"
    )
    console.print(f"Sealed file {message['source_id']}, byte {number(message['place_in_source'])}")
    for line in file.context:
        own = line["message_id"] == message["message_id"]
        selectors = [row for row in file.selectors if row["message_id"] == line["message_id"]]
        mark = ">" if own else " "
        console.print(f"{mark} {line['tg_id']}  {line['account_id']}", style="bold" if own else "dim")
        console.print(Text(names.text(line["text"], selectors), style="" if own else "dim"))
    for reading in file.readings:
        console.print(f"\nRead as {reading['act']} ({reading['score']:.0%}), language {reading['language']}")
        reasons = reading_reasons(reading)
        console.print(reason_table(reasons.of_act, names))
        if reasons.of_goods:
            console.print("Of the goods, no part of the above:")
            console.print(reason_table(reasons.of_goods, names))
    for weighed in file.in_context:
        _print_in_context(console, weighed, names)
    for item in file.items:
        console.print(f"  {_item_words(item)}")


def _parts(parts: list[Row]) -> Table:
    """The factors whose product is the worth, each with its bounds and where its number comes from."""
    table = Table(title="Parts of the worth", title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    for column in ("part", "times", "between", "source"):
        table.add_column(column, justify="right" if column == "times" else "left", overflow="fold")
    for part in parts:
        value, low, high = (rounded_exact(float(f"{part[end]:.3g}")) for end in ("value", "low", "high"))
        source = f"{part['source']} ({part['cell']})" if part["cell"] else part["source"]
        table.add_row(Text(part["part"]), value, f"{low}-{high}", Text(one_line(source, 200)))
    return table


def _work(work: list[Row]) -> Text:
    """Hours by kind of work, on one line."""
    done = (
        f"{task['kind']} {number(task['hours'])} ({number(task['low'])}-{number(task['high'])})"
        for task in work
    )
    return Text(f"Hours by kind of work: {', '.join(done)}")


def _print_in_context(console: Console, row: Row, names: Names) -> None:
    """What the text alone would be; and why the message is none, if that is what it is where it stands."""
    console.print(f"\nBy its text alone: {row['act_alone']} ({row['score_alone']:.0%} for the nearest act)")
    if row["act"] == "none":
        console.print(f"Where it stands: none; {row['nearest']} with {row['score']:.0%}")
        console.print(reason_table(row["reasons"] or [], names))


def _members(file: SellerFile, names: Names) -> Table:
    table = Table(box=None, padding=(0, 2), pad_edge=False)
    for column in ("member", "name", "offers", "chats", "first seen", "last seen"):
        table.add_column(column, justify="right" if column in {"offers", "chats"} else "left")
    for row in file.members:
        account = row["member_kind"] == "account"
        cells = (number(row["offers"]), number(row["chats"]), _day(row["first_seen"]), _day(row["last_seen"]))
        name = names.name(row["name"]) if account else "selector"
        table.add_row(Text(names.member(row)), Text(name), *(cells if account else ()))
    return table


def _finding_line(finding: Row, names: Names) -> Text:
    bounds = f"{finding['value']:.2f} (between {finding['low']:.2f} and {finding['high']:.2f})"
    label = f" {finding['label']}" if finding["label"] else ""
    words = finding["words"] or ""
    told = words if names.shown else shown_words(finding["kind"], words)
    return Text.assemble((f"{finding['kind']}{label}", "bold"), f"  {bounds}  ", (told, "italic"))


def reason_table(reasons: Sequence[Row], names: Names) -> Table:
    """Reasons line by line: weight (log10), rule, detail and messages."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", width=8)
    table.add_column(style="cyan")
    table.add_column()
    table.add_column(style="dim")
    for reason in reasons:
        messages = ", ".join((reason["messages"] or [])[:2])
        detail = Text(names.detail(reason["rule"], reason["detail"] or ""))
        table.add_row(f"{reason['weight']:+.2f}", Text(reason["rule"]), detail, Text(messages))
    return table


def _items(file: SellerFile) -> Table:
    table = Table(title="What is offered", title_justify="left", box=None, padding=(0, 2), pad_edge=False)
    for column in ("what", "amount", "price", "scale", "ads", "for example"):
        table.add_column(column, justify="right" if column in {"amount", "price", "ads"} else "left")
    for row in file.items:
        what = f"{row['commodity'] or '?'} ({one_line(row['product'] or '', 20)})"
        amount = _amount(row)
        table.add_row(
            Text(what), amount, _price(row), row["scale"] or "", number(row["ads"]), Text(row["example"])
        )
    return table


def _amount(item: Row) -> str:
    if item["quantity"] is None:
        return ""
    return f"{rounded_exact(item['quantity'])} {unit_word(item['unit'], item['quantity'])}".rstrip()


def rounded_exact(value: float) -> str:
    """A figure as it was read, without a tail of zeros."""
    return f"{value:,.10g}"


def _price(row: Row) -> str:
    if row["price_middle"] is None:
        return ""
    low, middle, high = (rounded_exact(row[f"price_{end}"]) for end in ("low", "middle", "high"))
    return f"{middle} {row['currency'] or ''}" + ("" if low == high else f" ({low}-{high})")


def _item_words(item: Row) -> str:
    price = "" if item["price"] is None else f"{rounded_exact(item['price'])} {item['currency'] or ''}"
    return f"{item['commodity'] or '?'} ({one_line(item['product'] or '', 20)}) {_amount(item)} {price} {item['scale'] or ''}"


def _print_campaigns(console: Console, file: SellerFile, names: Names, hidden: Mapping[str, str]) -> None:
    if not file.campaigns:
        return
    console.print("\nTexts")
    for row in file.campaigns:
        own = f"{number(row['own_copies'])} of {number_of(row['copies'], 'copy', 'copies')}"
        where = f"{number_of(row['accounts'], 'account')}, {number_of(row['chats'], 'chat')}, campaign {row['campaign_id']}, e.g. {row['example']}"
        console.print(Text(f"{own}, {where}", "bold"))
        shown = row["template"] if names.shown else hidden.get(row["campaign_id"])
        template = veiled(row["template"], names.known) if shown is None else shown
        console.print(Text(without_links(printable(template, 600))))


def _day(moment: Any) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%d}"
