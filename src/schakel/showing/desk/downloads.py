"""Tables handed out as files: written into the ledger first, and harmless to the program that opens them."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from schakel.showing.desk.sheets import Sheet
from schakel.showing.desk.visit import Visit


def download(visit: Visit, sheet: Sheet, what: Mapping[str, Any]) -> Response:
    """The sheet as a CSV file that a browser saves and does not open."""
    visit.looked("export", dict(what) | {"sheet": sheet.key, "rows": len(sheet.rows)})
    headers = {"content-disposition": f'attachment; filename="schakel-{sheet.key}.csv"'}
    return Response(sheet.download(visit.words), media_type="text/csv; charset=utf-8", headers=headers)
