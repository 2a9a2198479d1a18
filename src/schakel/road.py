"""The whole road on one page: from sealed files to a plan, in seven numbered steps.

 1 intake    seal every file, then turn it into message rows
 2 reading   find what is offered, in the words of each new message
 3 linking   which texts are copies, which accounts are one seller, who touches whom
 4 judging   what it means: ghost or real, which role, where; and what a seller let slip
 5 measuring how big it is, seen and unseen; what the market looks like; what interventions did
 6 deciding  which leads are worth the hours there are
 7 sealing   write into the ledger what came out

Each step reads tables and gives tables, and is skipped when nothing it reads has changed. What takes
long to load is loaded where the road comes to it: who only takes files in, or only looks, needs none of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from schakel.custody.ledger import Ledger, canonical_json
from schakel.deciding.basis import Basis
from schakel.deciding.leads import propose_leads
from schakel.intake.arrival import Finish, IntakeOptions, IntakeSummary, take_in, without_what_was_removed
from schakel.linking.identity.leads import find_identity_leads, gather_slips
from schakel.linking.identity.slips import Slip
from schakel.linking.identity.unread import look_through
from schakel.linking.network.communities import find_communities
from schakel.records.facts import Verdict
from schakel.records.interventions import Intervention
from schakel.records.tables import empty
from schakel.store.beside import Clock, beside
from schakel.store.by_products import discard_by_products
from schakel.store.carried import Carried
from schakel.store.engine import Engine
from schakel.store.stamps import Stamp, Stamps
from schakel.store.steps import run_step
from schakel.store.workspace import Workspace

if TYPE_CHECKING:
    from schakel.linking.sellers import Ahead

Report = Callable[[str, int, int], None]  # step, done, total
Tables = Mapping[str, pa.Table]
Work = Callable[[], Tables | Iterator[Tables]]
_POINTING = ("messages", "accounts")  # what tells at whom messages point
_PASSED_OVER = ("messages", "selectors")  # what tells of messages that reading passed over
_SLIPPED = ("messages", "offers", "selectors", "photos", "sellers")  # what holds what sellers let slip


# What takes half a second to load.
_ROOMS = (
    "reading.suggesting.read_again", "reading.context.weigh", "reading.passed_over", "linking.network.contacts", "linking.copies.campaigns", "linking.copies.photos", "linking.sellers",
    "judging.judge", "measuring.measure", "measuring.interventions.effect", "deciding.choose",
)  # fmt: skip


def load_rooms() -> None:
    """Loads every room at once, for whoever goes beyond intake: what stands when a run begins is not looked at again."""
    for room in _ROOMS:
        import_module(f"schakel.{room}")


@dataclass(slots=True)
class Road:
    """One journey through a workspace. `seconds` tells afterwards where the time went; `untold` holds what the ledger is
    to hear later, while several ways are gone at once; `slips` holds what was gathered while sellers were weighed,
    `carried` what was found ahead for a later step, and `mapped` will hold the table of contacts for those who wait for it.
    """

    workspace: Workspace
    engine: Engine
    ledger: Ledger
    report: Report
    seconds: dict[str, float] = field(default_factory=dict)
    untold: list[Stamp] | None = None
    slips: Sequence[Slip] | None = None
    communities: pa.Table | None = None
    mapped: Future[pa.Table] | None = None
    carried: Carried = field(default_factory=Carried)

    def run(
        self,
        sources: Sequence[Path],
        options: IntakeOptions,
        verdicts: Sequence[Verdict],
        basis: Basis,
        interventions: Sequence[Intervention] = (),
    ) -> IntakeSummary:
        """From source files to a plan in seven steps; gives what came in."""
        with beside(self.seconds, "intake") as later:
            # 1 intake: seal every file, then turn it into message rows
            with self.engine.workers.making_way("schakel.reading.prepared"):
                arrived = self.intake(sources, options, later)
            # 2 reading: find what is offered, in the words of each new message (beside that, who and what there is)
            self._read_texts()
        self._from_texts(verdicts, basis, interventions)
        return arrived

    def _from_texts(
        self, verdicts: Sequence[Verdict], basis: Basis, interventions: Sequence[Intervention]
    ) -> None:
        # (still reading: then by where it stands; beside that, what linking looks up in the messages themselves)
        self._at_once(Road._weigh_context, Road._look_ahead)
        # (no process but this one has anything to do from here on)
        self.engine.workers.close(wait=False)
        # 3 linking: who speaks to and of whom, which texts are copies, which accounts are one seller
        self.link(verdicts)
        # 4 judging: what it means; and beside each other, since none reads what another makes:
        self._weigh(verdicts)
        self._at_once(
            # what sellers let slip,
            Road._find_slips,
            # 5 measuring: how big it is, what it looks like, and what was done against it,
            partial(Road.measure, interventions=interventions),
            # 6 deciding: which leads are worth the hours there are
            partial(Road.decide, basis=basis),
        )
        # 7 sealing: write into the ledger what came out
        self.seal_answer()

    def intake(
        self, sources: Sequence[Path], options: IntakeOptions, finish: Finish | None = None
    ) -> IntakeSummary:
        """Seals the files and gives the count of what they held; `finish` may make the last of its tables later."""
        with Clock(self.seconds, "intake"):
            return take_in(
                sources,
                self.workspace,
                self.engine,
                self._stamps(),
                self.ledger,
                options,
                self.report,
                finish,
            )

    def without_what_was_removed(
        self, verdicts: Sequence[Verdict], basis: Basis, interventions: Sequence[Intervention] = ()
    ) -> None:
        """Makes every table again from the sources that are still in use."""
        discard_by_products(self.workspace)  # they hold texts of what was removed
        with Clock(self.seconds, "intake"):
            without_what_was_removed(self.workspace, self.engine, self._stamps(), self.ledger, self.report)
        self._read_texts()
        self._from_texts(verdicts, basis, interventions)

    def read(self) -> None:
        """Reads the messages of every part that is new or was read by other word lists, then weighs where they stand."""
        self._read_texts()
        self._weigh_context()

    def _read_texts(self) -> None:
        from schakel.reading.read_ahead import readers  # noqa: PLC0415 - see above
        from schakel.reading.suggesting.own_words import as_input, own_words  # noqa: PLC0415 - see above
        from schakel.reading.suggesting.read_again import Made, read_with_words  # noqa: PLC0415 - see above

        words, report = own_words(self.workspace.root), partial(self.report, "reading")
        asked: dict[str, Made] = {}
        sizes: dict[str, int] = {}
        for stamp in self._stamps().all("intake"):
            digest = sha256(canonical_json([file.sha256 for file in stamp.files])).hexdigest()
            inputs = {"messages": digest} | as_input(words)
            asked[stamp.part] = Made(words, inputs, self._stamps().get("reading", stamp.part))
            sizes[stamp.part] = sum(file.bytes for file in stamp.files)
        anew = {part: size for part, size in sizes.items() if asked[part].anew}
        ahead = readers(self.engine, anew, report)
        for part, made in asked.items():
            work = partial(read_with_words, self.engine, part, made, report, ahead.pop(part, None))
            self._step("reading", work, made.inputs, part=part)

    def _weigh_context(self) -> None:
        """Weighs where the messages stand of which the act depends on that; over all parts, since chats do."""
        from schakel.reading.context.weigh import weigh_context  # noqa: PLC0415 - see above
        from schakel.reading.passed_over import passed_over  # noqa: PLC0415 - see above
        from schakel.reading.suggesting.own_words import as_input, own_words  # noqa: PLC0415 - see above

        parts = [stamp.part for stamp in self._stamps().all("intake")]
        read = [stamp for part in parts if (stamp := self._stamps().get("reading", part))]
        digest = sha256(canonical_json([file.sha256 for stamp in read for file in stamp.files])).hexdigest()
        own, needs = own_words(self.workspace.root), {"read": digest} | self._reads("messages")
        work = partial(weigh_context, self.engine, parts, partial(passed_over, words=own))
        self._step("context", work, needs | as_input(own), part="in-context")

    def link(self, verdicts: Sequence[Verdict]) -> None:
        """Folds copies into campaigns, maps contacts, looks at photos, and links accounts and selectors into sellers."""
        looked_before = self._stamps().standing("photos", "all") is not None  # by this very program
        self._step("photos", partial(self._photos, looked_before), self._reads("messages"))
        with self._asking_ahead(verdicts) as ahead:
            self._at_once(Road._map_contacts, Road._fold_copies)
            needs = self._links_rest_on(verdicts) | self._reads("campaigns")
            self.communities = None
            self._step("sellers", partial(self._sellers, verdicts, ahead), needs)
        self._step("communities", self._communities, self._reads("links"))
        self.communities = None

    def _links_rest_on(self, verdicts: Sequence[Verdict]) -> dict[str, str]:
        """All that sellers are linked by, but for campaigns."""
        needs = self._reads("messages", "offers", "items", "selectors", "mentions", "accounts", "photos")
        return needs | verdicts_as_input(verdicts)

    @contextmanager
    def _asking_ahead(self, verdicts: Sequence[Verdict]) -> Iterator["Ahead | None"]:
        """While it is open, what accounts did is looked up beside the next steps, if any of it is new."""
        before = self._stamps().standing("sellers", "all")
        if before and self._links_rest_on(verdicts).items() <= before.inputs.items():
            self.mapped = None
            yield None
            return
        from schakel.linking.sellers import asked_ahead  # noqa: PLC0415 - see above

        self.mapped = Future()
        with asked_ahead(self.engine, self.mapped) as ahead:
            yield ahead

    def _fold_copies(self) -> None:
        from schakel.linking.copies.campaigns import find_campaigns  # noqa: PLC0415 - see above

        self._step("campaigns", partial(find_campaigns, self.engine), self._reads("messages", "offers"))

    def _map_contacts(self) -> None:
        """Maps who speaks to whom, and tells those who wait for it, whatever becomes of it."""
        try:
            self._step("contacts", self._contacts, self._reads("messages", "accounts", "offers"))
            if self.mapped and not self.mapped.done():
                self.mapped.set_result(self.engine.read("mentions"))
        finally:
            if self.mapped:
                self.mapped.cancel()  # nothing, if it was told

    def judge(self, verdicts: Sequence[Verdict]) -> None:
        """Weighs what speaks for and against each seller, and gathers what each let slip."""
        self._weigh(verdicts)
        self._find_slips()

    def _weigh(self, verdicts: Sequence[Verdict]) -> None:
        from schakel.judging.judge import judge  # noqa: PLC0415 - see above

        needs = self._reads("messages", "accounts", "chats", "offers", "items", "selectors", "mentions")
        needs |= self._reads("campaigns", "templates", "links", "sellers", "communities")
        with self._gathering_slips():
            self._step("judging", partial(judge, self.engine, verdicts), needs | verdicts_as_input(verdicts))

    @contextmanager
    def _gathering_slips(self) -> Iterator[None]:
        """While it is open, what sellers let slip is gathered on another core, if any of what that rests on is new."""
        self.slips, before, needs = None, self._stamps().standing("identity", "all"), self._reads(*_SLIPPED)
        if before and needs.items() <= before.inputs.items():
            yield
            return
        with ThreadPoolExecutor(1) as aside:
            gathering = aside.submit(self._gather_slips)
            yield
        self.slips = gathering.result()

    def _gather_slips(self) -> Sequence[Slip]:
        with Clock(self.seconds, "identity"):
            known = self.carried.take("passed over", self._reads(*_PASSED_OVER))
            return gather_slips(self.engine, _contacts_of, known)

    def _find_slips(self) -> None:
        work = partial(find_identity_leads, self.engine, self.slips, _contacts_of)
        self._step("identity", work, self._reads(*_SLIPPED, "findings"))

    def measure(self, interventions: Sequence[Intervention]) -> None:
        """Estimates how many there are, describes the market, and measures what interventions did."""
        from schakel.measuring.interventions.effect import effects  # noqa: PLC0415 - see above
        from schakel.measuring.interventions.recorded import recorded  # noqa: PLC0415 - see above
        from schakel.measuring.measure import measure  # noqa: PLC0415 - see above

        needs = self._reads("offers", "items", "campaigns", "links", "sellers", "findings", "coverage")
        self._step("measuring", partial(measure, self.engine), needs)
        needs |= self._reads("messages") | {"recorded": recorded(interventions)}
        self._step("interventions", partial(effects, self.engine, interventions), needs)

    def decide(self, basis: Basis) -> None:
        """Proposes leads and chooses among them for the hours at hand."""
        needs = self._reads(
            "messages", "offers", "items", "selectors", "sellers", "findings", "links", "coverage"
        )
        self._step("leads", partial(propose_leads, self.engine, basis.rules), needs | basis.for_leads())
        self._step("plan", partial(self._plan, basis), self._reads("leads", "sellers") | basis.for_plan())

    def seal_answer(self) -> None:
        """Writes the checksums of the tables that answer the question into the ledger."""
        answer = self._reads("sellers", "findings", "estimates", "leads", "plan", "plan_figures")
        self.ledger.add("answer", outputs={"tables": answer})

    def _look_ahead(self) -> None:
        from schakel.linking import ahead  # noqa: PLC0415 - see above
        from schakel.linking.network.contacts import pointed_at  # noqa: PLC0415 - see above

        before, needs = self._stamps().standing("contacts", "all"), self._reads(*_POINTING)
        with Clock(self.seconds, "contacts"):
            ahead.look_ahead(self.engine)  # kept, so that a core that is free does it
            if not before or not needs.items() <= before.inputs.items():
                self.carried.put("pointed at", needs, pointed_at(self.engine))

    def _contacts(self) -> Tables:
        from schakel.judging import facts  # noqa: PLC0415 - see above
        from schakel.linking.network.contacts import map_contacts  # noqa: PLC0415 - see above

        # Looking for names keeps one core busy; what judging looks up can be looked up on the other.
        with ThreadPoolExecutor(1) as aside:
            looking = aside.submit(facts.look_ahead, self.engine)
            made = map_contacts(self.engine, self.carried.take("pointed at", self._reads(*_POINTING)))
        looking.result()
        if self.mapped:
            self.mapped.set_result(made["mentions"])
        return made

    def _sellers(self, verdicts: Sequence[Verdict], ahead: "Ahead | None") -> Tables:
        from schakel.linking.sellers import link_sellers  # noqa: PLC0415 - see above

        # Weighing pairs keeps one core busy; what sellers wrote besides can be looked through on the other.
        with ThreadPoolExecutor(1) as aside:
            looking = aside.submit(self._look_through, ahead) if ahead else None
            made = link_sellers(self.engine, verdicts, ahead)
        if looking:
            looking.result()
        self.communities = made.pop("communities")
        return made

    def _look_through(self, ahead: "Ahead") -> None:
        with Clock(self.seconds, "identity"):
            found = look_through(self.engine, ahead.seen.posts.result()["account_id"], _contacts_of)
            self.carried.put("passed over", self._reads(*_PASSED_OVER), found)

    def _communities(self) -> Tables:
        found = self.communities
        return find_communities(self.engine) if found is None else {"communities": found}

    def _photos(self, looked_before: bool) -> Tables:
        from schakel.linking.copies.photos import hash_photos  # noqa: PLC0415 - see above

        known = self.engine.read("photos") if looked_before else empty("photos")
        return hash_photos(self.engine, self.workspace.sealed, known)

    def _plan(self, basis: Basis) -> Tables:
        from schakel.deciding.choose import make_plan  # noqa: PLC0415 - see above

        going = basis.by_seller(self.engine.read("sellers", ["seller_id", "member_id"]))
        return make_plan(self.engine.read("leads"), basis.capacity, basis.rules, going)

    def _step(self, step: str, work: Work, inputs: Mapping[str, str], *, part: str = "all") -> None:
        with Clock(self.seconds, step):
            self.report(step, 0, 0)
            done = run_step(self.engine, self._stamps(), step, inputs, work, part=part)
        if not done.skipped or not self._stamps().told(done.stamp):
            self._note(done.stamp)

    def _at_once(self, *ways: Callable[["Road"], None]) -> None:
        """Ways whose steps do not read what another of them makes; the ledger tells of them in the order given."""
        twins = [replace(self, untold=[]) for _ in ways]
        with ThreadPoolExecutor(len(ways)) as pool:
            going = [pool.submit(way, twin) for way, twin in zip(ways, twins, strict=True)]
        for twin, gone in zip(twins, going, strict=True):
            for stamp in twin.untold or ():
                self._note(stamp)
            gone.result()

    def _note(self, stamp: Stamp) -> None:
        if self.untold is not None:
            self.untold.append(stamp)
            return
        outputs = {"files": {file.path: file.sha256 for file in stamp.files}, "rows": stamp.counts}
        self.ledger.add(stamp.step, inputs=stamp.inputs, outputs=outputs)
        self._stamps().mark_told(stamp)

    def _reads(self, *names: str) -> dict[str, str]:
        return self._stamps().digests_of(*names)

    def _stamps(self) -> Stamps:
        return Stamps(self.workspace.stamps, self.workspace.tables)


def _contacts_of(texts: Sequence[str]) -> Sequence[Sequence[tuple[str, str, int, int]]]:
    """The contacts in each text, as reading finds them."""
    from schakel.reading.selectors.find import read_selectors_each  # noqa: PLC0415 - see above

    return read_selectors_each(texts)


def verdicts_as_input(verdicts: Sequence[Verdict]) -> dict[str, str]:
    """The human verdicts in force, as one input of a step."""
    said = [[v.subject, v.other, v.answer] for v in verdicts]
    return {"verdicts": sha256(canonical_json(said)).hexdigest()}
