"""The chain drawn for each network: which functions of the crime script are seen, by whom, and what link is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from schakel.judging.facts import Facts
from schakel.judging.findings import Finding, Ground
from schakel.judging.intervals import share_of
from schakel.judging.word_data import data_file

SCRIPTS = ("drugs", "firearms", "fireworks", "documents")
_LEAST = 2  # links seen before a chain is drawn


class Member(NamedTuple):
    """A seller (by number) or an account in a network."""

    community_id: str
    seller_no: int | None
    account_id: str | None


class _Goods(NamedTuple):
    kind_names: str


def script(name: str) -> Mapping[str, Any]:
    """One crime script: its links in order, with the roles that fill them."""
    return data_file(f"scripts/{name}.toml", "crime-script")


def chain_findings(facts: Facts, roles: Sequence[Finding]) -> list[Finding]:
    """One finding a network that sells and holds two links or more: the chain link by link, in words, with who fills it
    and which links are not seen. The value is the share of the script's links that are.
    """
    held = _held(roles)
    goods = [row.kind_names for row in facts.rows("assortment", _Goods)]
    members: dict[str, list[Member]] = defaultdict(list)
    for member in facts.rows("networks", Member):
        members[member.community_id].append(member)
    found: list[Finding] = []
    for network, own in members.items():
        sellers = [one.seller_no for one in own if one.seller_no is not None]
        if sellers:
            found += _chain(network, _script_for([goods[n] for n in sellers]), own, held)
    return found


def _held(roles: Sequence[Finding]) -> dict[int | str, list[Finding]]:
    """The roles that are more likely held than not, by seller number or account."""
    held: dict[int | str, list[Finding]] = defaultdict(list)
    for one in roles:
        if one.value >= 0.5:
            held[one.seller_no if one.about is None else one.about[1]].append(one)
    return held


def _script_for(goods: Sequence[str]) -> str:
    kinds = Counter(kind for names in goods for kind in names.split(", ") if kind)
    fits = {name: sum(kinds[kind] for kind in script(name)["kinds"]) for name in SCRIPTS}
    return max(SCRIPTS, key=lambda name: fits[name])


def _chain(
    network: str, name: str, own: Sequence[Member], held: Mapping[int | str, list[Finding]]
) -> Iterator[Finding]:
    roles: dict[str, list[Finding]] = defaultdict(list)
    for member in own:
        key = member.seller_no if member.seller_no is not None else member.account_id
        for one in held.get(key if key is not None else "", ()):
            roles[one.label].append(one)
    links = script(name)["link"]
    filled = {link["name"]: [one for role in link["roles"] for one in roles[role]] for link in links}
    seen = [link for link in links if filled[link["name"]]]
    missing = [link for link in links if not filled[link["name"]]]
    if len(seen) < _LEAST:
        return
    value, low, high = share_of(len(seen), len(links))
    grounds = [
        best.grounds[0]._replace(
            rule=link["name"],
            detail=f"{link['en'].capitalize()}: {len(filled[link['name']])}. {best.grounds[0].detail}",
        )
        for link in seen
        for best in [max(filled[link["name"]], key=lambda one: one.value)]
    ]
    grounds += [Ground(f"missing:{link['name']}", 0.0, f"Not seen: {link['en']}.") for link in missing]
    words = {
        tongue: "; ".join(f"{link[tongue]}: {len(filled[link['name']])}" for link in seen)
        for tongue in ("en", "nl")
    }
    gaps = {tongue: ", ".join(link[tongue] for link in missing) for tongue in ("en", "nl")}
    english = f"{words['en'].capitalize()}." + (f" Not seen: {gaps['en']}." if missing else "")
    dutch = f"{words['nl'].capitalize()}." + (f" Niet gezien: {gaps['nl']}." if missing else "")
    label = f"{name}: " + " > ".join(link["name"] for link in seen)
    yield Finding(-1, "chain", value, low, high, label, english, grounds, dutch, ("network", network))
