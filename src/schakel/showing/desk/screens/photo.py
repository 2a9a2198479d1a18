"""A photo of the evidence, encoded anew. It stands in a file that was looked at, or is a look of its own."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from schakel.showing.desk.photo import small_photo
from schakel.showing.desk.screen import Page, Screen
from schakel.showing.desk.seller_evidence import photo_known
from schakel.showing.desk.visit import Visit


def photo(visit: Visit) -> Response:
    """The photo as a plain JPEG; 404 if no message has it, it stands on no page of this person, or it cannot be opened."""
    digest = visit.path("sha256")
    on_a_page = visit.desk.shown.holds(visit.who, digest)
    if not (on_a_page or visit.may("leads")) or not photo_known(visit.engine, digest):
        raise HTTPException(404)
    if not on_a_page:
        visit.looked("show", {"subject": digest})
    made = small_photo(visit.workspace.sealed / digest)
    if made is None:
        raise HTTPException(404)
    return Response(made, media_type="image/jpeg")


SCREEN = Screen("photo", (Page("/photo/{sha256:sha256}", photo),))
