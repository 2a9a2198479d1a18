"""Collects what is seen on pairs of sellers' accounts; accounts that share nothing are never compared."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.agreement import Observation
from schakel.linking.names import Forms, alike, forms
from schakel.linking.weights import any_of, load_settings
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")


@dataclass(frozen=True, slots=True)
class Activity:
    """What sellers' accounts did: own posts a text, contacts, goods and names an account, pairs by photo."""

    posts: pa.Table
    contacts: pa.Table
    goods: pa.Table
    names: pa.Table
    photos: pa.Table


def activity(engine: Engine) -> Activity:
    """The own offers of all accounts, the contacts in them, and their names."""
    settings = load_settings()
    posts = engine.step(_SQL / "own_posts.sql")
    contacts = engine.step(
        _SQL / "contacts.sql",
        parameters={
            "third_party": any_of(settings.words["third_party"]),
            "main_share": settings.blocks["main_share"],
        },
        tables={"own_posts": posts},
    )
    names = engine.step(_SQL / "seller_names.sql", tables={"own_posts": posts})
    goods = engine.step(_SQL / "goods.sql", tables={"own_posts": posts})
    most = {"most": int(settings.blocks["copy_users"])}
    photos = engine.step(_SQL / "photo_pairs.sql", parameters=most)
    return Activity(posts, contacts, goods, names, photos)


def observe(engine: Engine, seen: Activity) -> list[Observation]:
    """Everything that speaks for or against two accounts being one seller, sorted by pair."""
    found = [*_contacts(engine, seen), *_copies(engine, seen), *_names(seen), *_moves(engine, seen)]
    pairs = sorted({(o.left, o.right) for o in found})
    found += _seconds(engine, pairs)
    found += _rows(engine, "quarrel_pairs.sql", "quarrels", {}, _tables(seen))
    return sorted(found)


def _contacts(engine: Engine, seen: Activity) -> Iterator[Observation]:
    settings = load_settings()
    most = int(settings.blocks["contact_users"])
    pairs = engine.step(
        _SQL / "contact_pairs.sql", parameters={"most": most}, tables={"contacts": seen.contacts}
    )
    for row in pairs.to_pylist():
        rule = settings.rule_of(row["type"])
        detail = f"{row['type']}:{row['value']} (accounts: {row['users']})"
        yield Observation(
            row["left_id"], row["right_id"], rule, detail, row["users"], row["main"], tuple(row["messages"])
        )


def _copies(engine: Engine, seen: Activity) -> Iterator[Observation]:
    blocks = load_settings().blocks
    most = {"most": int(blocks["copy_users"])}
    lines = {**most, "ladder_lines": int(blocks["ladder_lines"])}
    tables = {"own_posts": seen.posts}
    yield from _rows(engine, "copy_pairs.sql", "posts_same_text", most, tables)
    yield from _rows(engine, "ladder_pairs.sql", "same_price_ladder", lines, tables)
    yield from _observations(seen.photos, "same_photo")


def _moves(engine: Engine, seen: Activity) -> Iterator[Observation]:
    settings = load_settings()
    parameters = {
        "most": int(settings.blocks["name_users"]),
        "move": any_of(settings.words["move"]),
    }
    yield from _rows(engine, "move_pairs.sql", "announces_move", parameters, _tables(seen))


def _seconds(engine: Engine, pairs: list[tuple[str, str]]) -> Iterator[Observation]:
    if not pairs:
        return
    left, right = zip(*pairs, strict=True)
    table = pa.table({"left_id": pa.array(left, pa.string()), "right_id": pa.array(right, pa.string())})
    crowd = {"crowded_second": int(load_settings().blocks["crowded_second"])}
    yield from _rows(engine, "second_pairs.sql", "posts_elsewhere_same_second", crowd, {"pairs": table})


def _rows(
    engine: Engine,
    sql: str,
    rule: str,
    parameters: dict[str, Any],
    tables: dict[str, pa.Table],
) -> Iterator[Observation]:
    yield from _observations(engine.step(_SQL / sql, parameters=parameters, tables=tables), rule)


def _observations(pairs: pa.Table, rule: str) -> Iterator[Observation]:
    columns = [pairs[name].to_pylist() for name in ("left_id", "right_id", "detail", "users", "messages")]
    for left, right, detail, users, messages in zip(*columns, strict=True):
        yield Observation(left, right, rule, detail, users, messages=tuple(messages or ()))


def _tables(seen: Activity) -> dict[str, pa.Table]:
    return {"own_posts": seen.posts, "contacts": seen.contacts}


def _names(seen: Activity) -> Iterator[Observation]:
    """Names alike between accounts: display names, and usernames that accounts promote as their own."""
    holders, crowd, unnumbered = _name_holders(seen)
    usable = [form for form in forms(holders) if len(holders[form.written]) <= _most_names()]
    stems: dict[str, set[str]] = defaultdict(set)
    for form in usable:
        stems[form.stem or form.compact].update(holders[form.written])
    for form in usable:
        users = max(len(stems[form.stem or form.compact]), crowd.get(form.written, 0))
        yield from _same_name(form, holders[form.written], users, unnumbered)
    for pair in alike(usable):
        users = max(_users(stems, crowd, pair.one), _users(stems, crowd, pair.other))
        for one in sorted(holders[pair.one.written]):
            for other in sorted(holders[pair.other.written] - holders[pair.one.written]):
                if one not in holders[pair.other.written]:
                    yield _name_pair(
                        pair.rule, one, other, f"{pair.one.written} / {pair.other.written}", users
                    )


def _users(stems: dict[str, set[str]], crowd: dict[str, int], form: Forms) -> int:
    return max(len(stems[form.stem or form.compact]), crowd.get(form.written, 0))


def _most_names() -> int:
    return int(load_settings().blocks["name_users"])


def _name_holders(seen: Activity) -> tuple[dict[str, set[str]], dict[str, int], set[str]]:
    holders: dict[str, set[str]] = defaultdict(set)
    crowd: dict[str, int] = {}
    for row in seen.names.to_pylist():
        holders[row["name"]].add(row["account_id"])
        crowd[row["name"]] = row["users"]
    unnumbered = set(seen.names.filter(pc.is_null(seen.names["account_tg_id"]))["account_id"].to_pylist())
    promoted = seen.contacts.filter(pc.and_(seen.contacts["main"], pc.invert(seen.contacts["third_party"])))
    usernames = promoted.filter(pc.equal(promoted["type"], "username"))
    for account, value in zip(
        usernames["account_id"].to_pylist(), usernames["value"].to_pylist(), strict=True
    ):
        # the at-sign keeps a username apart from a display name of the same letters
        holders["@" + value.lstrip("@")].add(account)
    return holders, crowd, unnumbered


def _same_name(form: Forms, accounts: set[str], users: int, unnumbered: set[str]) -> Iterator[Observation]:
    if form.written.startswith("@"):
        return  # a username in common is a contact in common, told by its own rule
    for one, other in combinations(sorted(accounts), 2):
        bare = one in unnumbered and other in unnumbered
        yield _name_pair("same_name_only" if bare else "same_name", one, other, form.written, users)


def _name_pair(rule: str, one: str, other: str, detail: str, users: int) -> Observation:
    return Observation(min(one, other), max(one, other), rule, detail[:200], max(users, 2))
