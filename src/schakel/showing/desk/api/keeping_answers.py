"""What the API answers of searching, campaigns, words, the ledger and intake: the same facts as the pages, without names."""

from typing import Any

from starlette.exceptions import HTTPException

from schakel.custody.log_search import Asked as Acts
from schakel.reading.suggesting.own_words import own_words
from schakel.records.errors import SettingsError
from schakel.showing.desk.acts import acts_page
from schakel.showing.desk.api import keeping_shapes as shapes
from schakel.showing.desk.api.reasons import reasons_of
from schakel.showing.desk.campaign_page import campaign_page
from schakel.showing.desk.new_words import proposed
from schakel.showing.desk.reasons import shown_reasons
from schakel.showing.desk.screens.intake import sources_of
from schakel.showing.desk.screens.search import searching_of
from schakel.showing.desk.searching import ShownHit, alike, chat_names, shown
from schakel.showing.desk.visit import Visit
from schakel.showing.known_names import known_names
from schakel.showing.printable import one_line
from schakel.showing.searching.search import FACETS, search
from schakel.showing.veil import veiled
from schakel.store.search.ask import SearchIndex

Asked = Any


def texts(visit: Visit, asked: shapes.SearchAsked) -> shapes.Hits:
    """Texts that hold words or a contact, each once, with what they can be narrowed down by."""
    chosen = {facet: getattr(asked, facet) for facet in FACETS if getattr(asked, facet)}
    if not asked.q and not chosen:
        return shapes.Hits(0, 0, capped=False, page=1, hits=[], facets={})
    found = search(_index(visit), asked.q, chosen, page=asked.page, copies_first=asked.order == "copies")
    visit.looked(
        "search",
        {"words": asked.q, "page": found.page} | chosen,
        outputs={
            "texts": found.texts,
            "messages": found.messages,
            "shown": [hit.message_id for hit in found.hits],
        },
    )
    names = chat_names(visit.engine, [value for value, _ in found.facets["chat"]])
    return shapes.Hits(
        texts=found.texts,
        messages=found.messages,
        capped=found.capped,
        page=found.page,
        hits=[_hit(one) for one in shown(visit.engine, found.hits, found.asked.words)],
        facets={
            facet: [
                shapes.FacetValue(one_line(value, 80), names.get(value) or one_line(value, 80), messages)
                for value, messages in values
            ]
            for facet, values in found.facets.items()
        },
    )


def similar(visit: Visit, _: Asked) -> shapes.Similar:
    """Texts that look like that of one message."""
    subject = visit.path("message")
    hits = alike(visit.engine, _index(visit), subject)
    if hits is None:
        raise SettingsError(f"There is no text of {subject} to compare.")
    visit.looked("search", {"like": subject}, outputs={"shown": [one.hit.message_id for one in hits]})
    return shapes.Similar([_hit(one) for one in hits])


def campaign(visit: Visit, _: Asked) -> shapes.Campaign:
    """One campaign: its words, who posts it, and what that says of one hand behind it."""
    seen = campaign_page(visit.engine, visit.path("campaign"), visit.language)
    row = seen.file.campaign
    visit.looked_at(row["campaign_id"])
    return shapes.Campaign(
        campaign_id=row["campaign_id"],
        template="".join(piece for piece, _ in seen.pieces),
        posts=row["copies"] or 0,
        texts=row["texts"] or 0,
        accounts=row["accounts"] or 0,
        chats=row["chats"] or 0,
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        first_account_id=row["first_account_id"],
        slots=[shapes.Slot(slot.name, slot.different) for slot in seen.slots],
        posters=[
            shapes.Poster(**{name: one[name] for name in shapes.Poster.__struct_fields__}) for one in seen.accounts
        ],
        pairs=[
            shapes.CampaignPair(one.left, one.right, one.log10_lr, one.words, reasons_of(one.reasons)) for one in seen.pairs
        ],
    )  # fmt: skip


def lexicon(visit: Visit, asked: shapes.LexiconAsked) -> shapes.Lexicon:
    """The words that this workspace added, and those that stand out."""
    found = proposed(visit.workspace, visit.engine) if asked.look else []
    known = known_names(visit.engine)
    if asked.look:
        visit.ledger.add("suggest-words", outputs={"words": len(found)}, settings={"at": "desk"})
    return shapes.Lexicon(
        own=[
            shapes.OwnWord(
                one_line(term.written, 80), term.concept, term.language, term.weight, term.ambiguous
            )
            for term in own_words(visit.workspace.root)
        ],
        proposed=[
            shapes.ProposedWord(
                word=one_line(one.word, 80),
                commodity=one.commodity,
                share=one.share,
                weight=one.weight,
                posts=one.posts,
                accounts=one.accounts,
                contexts=[one_line(veiled(context, known), 200) for context in one.contexts],
                reasons=reasons_of(shown_reasons([reason.row() for reason in one.reasons])),
            )
            for one in found
        ],
    )


def audit(visit: Visit, asked: shapes.AuditAsked) -> shapes.Audit:
    """Acts of the ledger, and whether the chains hold. Asking is an act of its own."""
    words = {name: getattr(asked, name) for name in ("who", "act", "about", "since", "until", "text")}
    visit.ledger.add(
        "audit", inputs={key: value for key, value in words.items() if value}, settings={"at": "desk"}
    )
    wanted = Acts(**words, reads=bool(asked.reads), names=bool(asked.names))
    seen = acts_page(visit.workspace, visit.ledger, wanted, check=bool(asked.verify))
    return shapes.Audit(
        found=seen.found,
        acts=[
            shapes.LedgerAct(one.seq, one.at, one.who, one.act, one.what, one.why, one.names) for one in seen.acts
        ],
        ledger_holds=seen.check.holds if seen.check else None,
        casebook_holds=visit.casework.check().holds,
    )  # fmt: skip


def intake(visit: Visit, _: Asked) -> shapes.Intake:
    """What was taken in, and how far the newest export is."""
    arrival = visit.desk.arrivals.newest
    visit.looked("list", {"what": "intake"})
    return shapes.Intake(
        arrival=shapes.Arrival(
            one_line(arrival.who, 40), arrival.files, arrival.bytes, list(arrival.said), arrival.code
        )
        if arrival
        else None,
        sources=[
            shapes.Source(
                bytes=int(str(row.get("bytes") or 0)),
                **{name: one_line(str(row.get(name) or ""), 120) for name in ("name", "format", "arrived_at", "brought_by", "authorisation")},
            )
            for row in sources_of(visit)
        ],
    )  # fmt: skip


def _index(visit: Visit) -> SearchIndex:
    searching = searching_of(visit)
    index = searching.index()
    if index is None:
        far = searching.progress
        told = f"it is being made, {far.done:,} of {far.total:,} texts"
        raise HTTPException(
            409, f"The search index is not ready: {far.failed or told}. Ask again in a while."
        )
    return index


def _hit(one: ShownHit) -> shapes.Hit:
    hit = one.hit
    return shapes.Hit(
        message_id=hit.message_id,
        text="".join(piece.text for piece in one.text.pieces),
        left_out=max(one.text.left_out, 0),
        act=hit.act,
        campaign_id=hit.campaign,
        messages=hit.messages,
        chats=hit.chats,
        first=hit.first,
        last=hit.last,
        alike=one.alike,
        same_campaign=one.same_campaign,
    )
