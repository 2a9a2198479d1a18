from schakel.reading.suggesting import posts as posts_file
from schakel.reading.suggesting.posts import Post, posts_of, some_of
from schakel.records.tables import from_rows
from schakel.store.duckdb_engine import DuckDBEngine


def write(engine: DuckDBEngine, rows: list[tuple[str, str, str]]) -> None:
    """Account, text and what was read (or "")."""
    messages = [
        {"message_id": f"m{n}", "account_id": account, "kind": "message", "text": text}
        for n, (account, text, _) in enumerate(rows)
    ]
    offers = [
        {"message_id": f"m{n}", "account_id": a, "act": act} for n, (a, _, act) in enumerate(rows) if act
    ]
    engine.write(from_rows(messages, "messages"), "messages", "p")
    engine.write(from_rows(offers, "offers"), "offers", "p")


def test_what_trades_and_what_does_not(engine: DuckDBEngine) -> None:
    rows = [
        ("seller", "coke 1g 50", "offer"),
        ("seller", "zeeparels 1g 25", ""),
        ("seller", "goedemorgen", ""),
        ("buyer", "iemand coke?", "request"),
        ("buyer", "mooi weer 5 euro", ""),
        ("fan", "top coke gehad", "vouch"),
        ("fan", "coke 1g 50", ""),
        ("fan", "", ""),
    ]
    write(engine, rows)
    found = {post.text: post for post in posts_of(engine)}
    assert {text for text, post in found.items() if post.trade} == {
        "coke 1g 50",
        "zeeparels 1g 25",
        "iemand coke?",
    }
    assert {text for text, post in found.items() if not post.trade} == {"goedemorgen", "mooi weer 5 euro"}
    assert found["coke 1g 50"].account == "seller"


def test_an_empty_workspace_has_no_posts(engine: DuckDBEngine) -> None:
    assert posts_of(engine) == []


def test_of_many_posts_the_same_few_are_picked(monkeypatch: object) -> None:
    posts = [Post(str(n), "a", n % 2 == 0) for n in range(100)]
    monkeypatch.setattr(posts_file, "MOST_TRADE", 10)  # type: ignore[attr-defined]
    monkeypatch.setattr(posts_file, "MOST_ELSEWHERE", 5)  # type: ignore[attr-defined]
    some = some_of(posts)
    assert sum(post.trade for post in some) == 10
    assert len(some) == 15
    assert some == some_of(reversed(posts))
