"""Of every form each mandatory field is filled or a blank, in the draft and in the record, and the same in both languages."""

from dataclasses import replace

import pytest

from schakel.showing.handover.request.book import kinds
from schakel.showing.handover.request.document import Code, Document, Said, Sheet
from schakel.showing.handover.request.draft import document_of, record_of
from schakel.showing.handover.request.markdown import as_markdown
from tests.showing.handover.request.conftest import Case

FORMS = tuple(kinds().form)
MARKS = {"en": "[TO BE FILLED IN: ", "nl": "[IN TE VULLEN: "}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("form", FORMS)
def test_each_field_is_filled_or_listed_as_a_blank(case: Case, form: str, language: str) -> None:
    drafting = case.drafting(form, language)
    text, record = as_markdown(document_of(drafting)), record_of(drafting)
    blanks = {one["id"]: f"{MARKS[language]}{one['what']}]" for one in record["blanks"]}
    fields = {one["id"]: one for one in record["fields"]}
    assert list(fields) == [one.id for one in kinds().form[form].field]
    assert {name for name, one in fields.items() if not one["filled"]} == set(blanks) & set(fields)
    ending = text.split("\n## 8. ")[1].split("\n## 9. ")[0]
    for mark in blanks.values():
        assert mark in ending
        assert text.count(mark) >= 2  # where it belongs, and at the end
    assert ending.count(MARKS[language]) == len(blanks)
    for name, one in fields.items():
        assert one["filled"] == bool(one["value"]), name
    assert {"date", "less-far-reaching", "reviewed-by"} <= set(blanks)


@pytest.mark.parametrize("form", FORMS)
def test_both_languages_ask_the_same_of_the_same(case: Case, form: str) -> None:
    (nl, nl_record), (en, en_record) = (
        (document_of(one), record_of(one)) for one in (case.drafting(form, "nl"), case.drafting(form, "en"))
    )
    assert _codes(nl) == _codes(en)
    assert [len(part.blocks) for part in nl.sections] == [len(part.blocks) for part in en.sections]
    for record in (nl_record, en_record):
        for told in (*record["fields"], *record["blanks"]):
            told.pop("what")
            told.pop("value", None)
    assert nl_record | {"language": ""} == en_record | {"language": ""}


def test_a_number_that_no_source_gives_is_a_blank_and_no_address_is_made_up(case: Case) -> None:
    drafting = case.drafting("article-9")
    facts = drafting.facts
    nameless = replace(
        facts,
        accounts=tuple(replace(one, number=None) for one in facts.accounts),
        chats=tuple(replace(one, number=None) for one in facts.chats),
        acts=tuple(replace(one, link=None) for one in facts.acts),
    )
    for form, field in (("article-9", "url"), ("epoc", "user")):
        record = record_of(replace(case.drafting(form), facts=nameless))
        missing = {one["id"] for one in record["blanks"]}
        assert field in missing
        assert {f"number:{one.account_id}" for one in facts.accounts} <= missing
        assert {f"number:{one.chat_id}" for one in facts.chats} <= missing
    text = as_markdown(document_of(replace(drafting, facts=nameless)))
    assert all(f"number on Telegram of account {one.account_id}]" in text for one in facts.accounts)


def test_law_that_was_not_read_is_marked_where_it_is_used(case: Case) -> None:
    text = as_markdown(document_of(case.drafting("epoc-pr")))
    assert "art. 6(4)(a), section A (summary read: to be checked by the lawyer)" in text
    assert "authority of art. 4(3): to be checked by the lawyer" in text
    assert "art. 9(2)(a)(i) (" not in as_markdown(document_of(case.drafting("article-9")))


def _codes(document: Document) -> list[str]:
    blocks = [block for section in document.sections for block in section.blocks]
    cells = [cell for block in blocks if isinstance(block, Sheet) for row in block.rows for cell in row]
    cells += [fact for block in blocks if isinstance(block, Said) for fact in block.facts.values()]
    return [cell.text for cell in cells if isinstance(cell, Code)]
