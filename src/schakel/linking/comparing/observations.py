"""Collects what is seen on pairs of sellers' accounts; accounts that share nothing are never compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import combinations

import pyarrow as pa
import pyarrow.compute as pc

from schakel.linking.asking import Answer, Asking, ready
from schakel.linking.comparing.agreement import COPIES, NAMES, WORDED, Observation, in_order
from schakel.linking.comparing.brands import same_brands
from schakel.linking.comparing.given_contacts import given_contacts, has_own_beside
from schakel.linking.comparing.names import Forms, alike, forms
from schakel.linking.comparing.next_names import next_names
from schakel.linking.comparing.posters import posters_for_others
from schakel.linking.comparing.taken_usernames import told_as_changed
from schakel.linking.comparing.worded_ads import Wordings, worded_alike
from schakel.linking.copies.photos import photo_groups
from schakel.linking.copies.skeletons import exact_groups, telling
from schakel.linking.weights import any_of, load_settings
from schakel.records.said_of_accounts import (
    before_a_name,
    begins_with_a_username,
    ends_before_a_contact,
    said_of_accounts,
    said_of_anything,
)
from schakel.records.said_of_sellers import said_of_sellers
from schakel.store.engine import Parameter

# What comes along with the ads of others.
_POSTED = frozenset({"announces_move", "claims_move", "takes_over", *(rule.__name__ for rule in COPIES)})
_ADS = frozenset({"posts_same_ad", "posts_same_text"})
_ASKED = {"asked_about": 0, "lists": 120, "grumble": 0}
_NAMED = frozenset(rule.__name__ for rule in NAMES)


@dataclass(frozen=True, slots=True)
class Activity:
    """What sellers' accounts did, and the pairs that share something, as answers to come; none rests on campaigns.

    `posts` own posts a text; `contacts`, `goods`, `names` and `shown` (photos) an account; `posters` the accounts that post for others;
    `moving` the messages that speak of another account; the others one row a pair of accounts.
    """

    posts: Answer
    words: Answer
    selectors: Answer
    contacts: Answer
    posters: Answer
    items: Answer
    goods: Answer
    names: Answer
    shown: Answer
    photos: Answer
    shared_contacts: Answer
    ladders: Answer
    moving: Answer
    moves: Answer
    said: Answer
    quarrels: Answer
    vouchers: Answer
    forwards: Answer
    times: Answer
    areas: Answer
    manners: Answer


def activity(asked: Asking, mentions: Answer | None = None) -> Activity:
    """The own offers of all accounts, the contacts in them, their names, and what pairs of them share.

    `mentions` is the table of that name where it is still being made; else it is read.
    """
    forwarded = {"forwarded": asked.ask_each("forwarded", "messages", by="message_id")}
    posts = asked.ask("own_posts", forwarded)
    selectors = asked.ask("named_selectors")
    words = asked.ask("own_words", {"own_posts": posts, "named_selectors": selectors})  # wanted first of all
    own = {"own_posts": posts}
    shown = asked.ask("own_photos", own | {"looks": ready(photo_groups(asked.engine.read("photos")))})
    said = spoken_words()
    moving = asked.ask_each("moving", "messages", said, by="message_id", telling=telling_of_accounts())
    told = {"named_selectors": selectors, "own_words": words, "moving": moving}
    contacts, posters = _contacts_of(asked, posts, told)
    items = asked.ask("own_items", own)
    names = asked.ask("seller_names", own)
    named = {"own_posts": posts, "contacts": contacts, "named_selectors": selectors}
    named |= {"mentions": mentions} if mentions else {}
    return Activity(
        posts=posts,
        words=words,
        selectors=selectors,
        contacts=contacts,
        posters=posters,
        shown=shown,
        names=names,
        items=items,
        moving=moving,
        **_shared(asked, shown, own | {"own_items": items}, contacts),
        **_said_of_each_other(asked, named | {"moving": moving}, names, said),
        **_habits(asked, own, forwarded),
    )


def _shared(
    asked: Asking, shown: Answer, of_items: Mapping[str, Answer], contacts: Answer
) -> dict[str, Answer]:
    """The goods of all accounts, and who share photos, a list of prices that few have, or contacts."""
    blocks = load_settings().blocks
    most: dict[str, Parameter] = {"most": int(blocks["copy_users"])}
    rare = most | {"ladder_lines": int(blocks["ladder_lines"]), "ladder_rarity": blocks["ladder_rarity"]}
    users: dict[str, Parameter] = {"most": int(blocks["contact_users"])}
    return {
        "photos": asked.ask("photo_pairs", {"own_photos": shown}, most),
        "goods": asked.ask("goods", of_items),
        "ladders": asked.ask("ladder_pairs", of_items, rare),
        "shared_contacts": asked.ask("contact_pairs", {"contacts": contacts}, users),
    }


def _said_of_each_other(
    asked: Asking, named: Mapping[str, Answer], names: Answer, said: Mapping[str, Parameter]
) -> dict[str, Answer]:
    """Who tells of a move, who says that another account is its own or not, and who accuses, praises or forwards whom."""
    blocks = load_settings().blocks
    within: dict[str, Parameter] = {
        "most": int(blocks["name_users"]),
        "days": int(blocks["ended_days"]),
        "gone": said_of_accounts("gone"),
    }
    heard = {name: answer for name, answer in named.items() if name != "moving"}
    accused = {name: said[name] for name in ("move", "accuse")}
    return {
        "moves": asked.ask("move_pairs", {**named, "names": names}, within),
        "said": asked.ask(
            "said_pairs", {**named, "keeping": asked.ask_each("keeping", "messages", by="message_id")}
        ),
        "quarrels": asked.ask("quarrel_pairs", heard, accused),
        "vouchers": asked.ask("voucher_pairs", heard, {"most": int(blocks["voucher_praises"])}),
        "forwards": asked.ask("forward_pairs", heard, {"most": int(blocks["copy_users"])}),
    }


def _habits(asked: Asking, own: Mapping[str, Answer], forwarded: Mapping[str, Answer]) -> dict[str, Answer]:
    """When each account posts, for which areas it offers, and in what manner."""
    return {
        "times": asked.ask("post_habits", forwarded),
        "areas": asked.ask("offer_areas", own),
        "manners": asked.ask("own_manners", forwarded),
    }


def spoken_words() -> dict[str, Parameter]:
    """Patterns of what is said of another account: that it is the next one, is somebody's too or not, or is to be mistrusted."""
    spoken: dict[str, Parameter] = {
        name: said_of_accounts(name) for name in ("move", "accuse", "same", "not_same", "an_account")
    }
    spoken["of_anything"] = said_of_anything()
    longest = int(load_settings().blocks["saying_letters"])
    named: dict[str, Parameter] = {name: before_a_name(name) for name in ("was", "becomes")}
    return spoken | named | {"longest": longest}


def asked_words() -> dict[str, Parameter]:
    """Patterns of short messages that ask about a seller or grumble of one, and of the heads of lists of sellers."""
    lists = f"{said_of_sellers('scammers')}|{said_of_sellers('trusted')}"
    words: dict[str, Parameter] = {
        name: said_of_sellers(name) for name in ("asked_words", "asked_about", "grumble")
    }
    return words | {"lists": lists, "longest": int(load_settings().blocks["asking_letters"])}


def telling_of_accounts() -> dict[str, int]:
    """Of these the patterns of which a text must match one, or it does not speak of another account (0: in all of its letters)."""
    return {str(spoken_words()[name]): 0 for name in ("move", "same")}


def telling_of_sellers() -> dict[str, int]:
    """The patterns of which a text must match one, or it is not about sellers, and in how many letters of its beginning (0: all)."""
    return {str(asked_words()[name]): letters for name, letters in _ASKED.items()}


def _contacts_of(asked: Asking, posts: Answer, said: dict[str, Answer]) -> tuple[Answer, Answer]:
    """The contacts in the own offers of each account, and the accounts that post for others.

    `said` are the selectors, the texts of own offers and what speaks of another account.
    """
    blocks = load_settings().blocks
    given = {"own_posts": posts, "text_contacts": asked.ask("text_contacts", said, _somebody_elses())}
    shares: dict[str, Parameter] = {"main_share": blocks["main_share"]}
    limits: dict[str, Parameter] = {
        "most": int(blocks["contact_users"]),
        "few": int(blocks["seller_contact_users"]),
    }
    several = asked.ask("several_contacts", given, shares | limits)
    posters = asked.ask_of(posters_for_others, several)
    return asked.ask("contacts", given | {"posters": posters}, shares), posters


def _somebody_elses() -> dict[str, Parameter]:
    """Patterns of what stands before or behind a contact that is somebody else's."""
    settings = load_settings()
    words: dict[str, Parameter] = {"third_party": any_of(settings.words["third_party"])}
    for name in ("others", "sends"):
        words |= {
            name: ends_before_a_contact(name),
            f"{name}_behind": begins_with_a_username(f"{name}_behind"),
        }
    return words | {"orders": said_of_accounts("orders"), "longest": int(settings.blocks["saying_letters"])}


def observe(asked: Asking, seen: Activity, skeletons: pa.Table, words: Wordings) -> list[Observation]:
    """Everything that speaks for or against two accounts being one seller, sorted by pair.

    `skeletons` are the ads of all accounts without contacts (see `skeletons`), `words` how each account words its own.
    """
    same_ads, copies = _same_ads(asked, seen, skeletons)
    found = [*told_as_changed(_names(seen)), *_contacts(seen), *_borrowed(seen)]
    found += _told(seen.moves)
    found += _told(seen.forwards)
    found += _observations(seen.said, "said_to_be_one")
    found += _observations(seen.vouchers, "vouched_by_same")
    found += _observations(same_ads, "posts_same_ad")
    found += _observations(copies, "posts_same_text")
    found += _worded(words, {(one.left, one.right) for one in found if one.rule in _ADS | _NAMED})
    found += next_names(_called(seen), found)
    found = _without_posters(found, frozenset(seen.posters.result()["account_id"].to_pylist()))
    pairs = sorted({(o.left, o.right) for o in found})
    found += _seconds(asked, pairs)
    found += _brands(seen, found, pairs)
    found += _observations(seen.quarrels, "quarrels")
    return sorted(found, key=in_order)


def _without_posters(found: list[Observation], posters: frozenset[str]) -> list[Observation]:
    """The same, without the ads, photos, lists and announcements of others that an account only posts."""
    return (
        [o for o in found if o.rule not in _POSTED or not posters & {o.left, o.right}] if posters else found
    )


def _contacts(seen: Activity) -> Iterator[Observation]:
    settings, given = load_settings(), given_contacts(seen.contacts.result())
    for row in seen.shared_contacts.result().to_pylist():
        kind, value, left, right = row["type"], row["value"], row["left_id"], row["right_id"]
        detail = f"{kind}:{value} (accounts: {row['users']})"
        messages = tuple(row["messages"])
        beside = kind != "username" and any(
            has_own_beside(value, given[a][kind], given[b][kind]) for a, b in ((left, right), (right, left))
        )
        yield Observation(
            left, right, settings.rule_of(kind), detail, row["users"], row["main"], messages, beside=beside
        )


def _borrowed(seen: Activity) -> Iterator[Observation]:
    yield from _observations(seen.photos, "same_photo")
    for row in seen.ladders.result().to_pylist():
        yield Observation(
            row["left_id"],
            row["right_id"],
            "same_price_ladder",
            row["detail"],
            row["users"],
            messages=tuple(row["messages"] or ()),
            value=row["rarity"],
        )


def _same_ads(asked: Asking, seen: Activity, skeletons: pa.Table) -> tuple[Answer, Answer]:
    """Pairs with the same ad but for the contact, and pairs with near copies; of ads that say enough."""
    most: dict[str, Parameter] = {"most": int(load_settings().blocks["copy_users"])}
    campaigns = asked.ask("campaign_of").result()
    told = campaigns.filter(pc.is_in(campaigns["text_id"], telling(skeletons)["text_id"].combine_chunks()))
    return (
        asked.ask("copy_pairs", {"own_posts": seen.posts, "grouped": ready(exact_groups(skeletons))}, most),
        asked.ask("copy_pairs", {"own_posts": seen.posts, "grouped": ready(told)}, most),
    )


def _worded(words: Wordings, copied: Set[tuple[str, str]]) -> Iterator[Observation]:
    """Who words its ads as another does, of pairs that have no ad in common."""
    least = load_settings().blocks["worded_alike"]
    for pair in worded_alike(words, least):
        if (pair.left, pair.right) not in copied:
            detail = f"likeness {pair.likeness:.0%}"
            yield Observation(pair.left, pair.right, WORDED, detail, value=pair.likeness)


def _told(answer: Answer) -> Iterator[Observation]:
    """What an answer tells of pairs, each row by a rule of its own."""
    for row in answer.result().to_pylist():
        messages = tuple(row["messages"] or ())
        yield Observation(
            row["left_id"], row["right_id"], row["rule"], row["detail"], row["users"], messages=messages
        )


def _seconds(asked: Asking, pairs: list[tuple[str, str]]) -> Iterator[Observation]:
    if not pairs:
        return
    left, right = zip(*pairs, strict=True)
    table = pa.table({"left_id": pa.array(left, pa.string()), "right_id": pa.array(right, pa.string())})
    wanted = pa.table({"account_id": pa.array(sorted({*left, *right}), pa.string())})
    crowd = {"crowded_second": int(load_settings().blocks["crowded_second"])}
    answer = asked.ask("second_pairs", {"pairs": ready(table), "wanted": ready(wanted)}, crowd)
    yield from _observations(answer, "posts_elsewhere_same_second")


def _observations(answer: Answer, rule: str) -> Iterator[Observation]:
    pairs = answer.result()
    columns = [pairs[name].to_pylist() for name in ("left_id", "right_id", "detail", "users", "messages")]
    for left, right, detail, users, messages in zip(*columns, strict=True):
        yield Observation(left, right, rule, detail, users, messages=tuple(messages or ()))


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


def _brands(seen: Activity, found: list[Observation], pairs: list[tuple[str, str]]) -> list[Observation]:
    """Names that are the same but for a town, of pairs that share something else than a like name."""
    named = {(o.left, o.right) for o in found if o.rule in _NAMED}
    places = set(seen.areas.result()["place"].to_pylist())
    return same_brands(_called(seen), places, [pair for pair in pairs if pair not in named])


def _called(seen: Activity) -> dict[str, set[str]]:
    """The accounts that went by each name."""
    holders: dict[str, set[str]] = defaultdict(set)
    names = seen.names.result()
    for account, name in zip(names["account_id"].to_pylist(), names["name"].to_pylist(), strict=True):
        holders[name].add(account)
    return holders


def _most_names() -> int:
    return int(load_settings().blocks["name_users"])


def _name_holders(seen: Activity) -> tuple[dict[str, set[str]], dict[str, int], set[str]]:
    holders: dict[str, set[str]] = defaultdict(set)
    crowd: dict[str, int] = {}
    names, contacts = seen.names.result(), seen.contacts.result()
    for row in names.to_pylist():
        holders[row["name"]].add(row["account_id"])
        crowd[row["name"]] = row["users"]
    unnumbered = set(names.filter(pc.is_null(names["account_tg_id"]))["account_id"].to_pylist())
    promoted = contacts.filter(pc.and_(contacts["main"], pc.invert(contacts["third_party"])))
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
