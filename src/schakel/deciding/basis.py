"""What deciding rests on besides the tables: hours at hand, rules, and what is under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from schakel.deciding.capacity import Capacity
from schakel.deciding.rules import Rules
from schakel.records.casework import UnderWay


@dataclass(frozen=True, slots=True)
class Basis:
    """The hours of the units, the rules of worth and plan, and the sellers that units are or were working on."""

    capacity: Capacity
    rules: Rules
    under_way: Sequence[UnderWay] = ()

    def for_leads(self) -> dict[str, str]:
        """What the leads depend on, for the stamp of their step."""
        return {"rules": self.rules.digest}

    def for_plan(self) -> dict[str, str]:
        """What the plan depends on, for the stamp of its step."""
        going = sorted({(one.member, one.unit, one.tried or "") for one in self.under_way})
        return (
            self.for_leads()
            | self.capacity.stamp()
            | {"under way": sha256(msgspec.json.encode(going)).hexdigest()}
        )

    def by_seller(self, sellers: pa.Table) -> dict[str, list[UnderWay]]:
        """What is under way on each seller of the table `sellers`: on itself, an account or a contact of it."""
        going: dict[str, list[UnderWay]] = {}
        for one in self.under_way:
            going.setdefault(one.member, []).append(one)
        if not going:
            return {}
        wanted = pa.array(sorted(going), pa.string())
        touched = pc.or_(
            pc.is_in(sellers.column("seller_id"), wanted), pc.is_in(sellers.column("member_id"), wanted)
        )
        found: dict[str, dict[str, UnderWay]] = {}
        for row in sellers.filter(touched).select(["seller_id", "member_id"]).to_pylist():
            for name in (row["seller_id"], row["member_id"]):
                for one in going.get(name, ()):
                    found.setdefault(row["seller_id"], {})[one.case_id] = one
        return {seller: [some[case] for case in sorted(some)] for seller, some in sorted(found.items())}
