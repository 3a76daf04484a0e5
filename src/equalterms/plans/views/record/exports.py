"""The record for other programs: CSV, JSON and Atom, fed by the same query as the pages."""

import csv
import json
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.design.visitors import same_for_all_visitors
from equalterms.people.models import Person
from equalterms.plans.forms.filtering import RecordForm
from equalterms.plans.queries.cards import account_path
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.queries.open_data import CSV_COLUMNS, as_csv_row, as_open_data
from equalterms.plans.queries.record import RecordFilter, page_of_record, whole_record
from equalterms.plans.queries.wording import in_one_line

FEED_LENGTH = 50


class _Echo:
    """A file that hands back what is written to it, for csv.writer."""

    def write(self, value: str) -> str:
        return value


def address_of(face: AccountFace) -> str:
    """The permanent address of an account."""
    return settings.SITE_URL + account_path(face.key)


@require_safe
def record_as_csv(request: HttpRequest) -> StreamingHttpResponse:
    wanted = RecordForm(request.GET).wanted()
    response = StreamingHttpResponse(_csv_lines(request.person, wanted), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="co-production-record.csv"'
    return response


def _csv_lines(viewer: Person | None, wanted: RecordFilter) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(CSV_COLUMNS)
    for face in whole_record(viewer, wanted):
        yield writer.writerow(as_csv_row(face, address_of(face)))


@require_safe
def record_as_json(request: HttpRequest) -> StreamingHttpResponse:
    wanted = RecordForm(request.GET).wanted()
    return StreamingHttpResponse(_json_pieces(request.person, wanted), content_type="application/json")


def _json_pieces(viewer: Person | None, wanted: RecordFilter) -> Iterator[str]:
    yield '{"accounts": ['
    between = ""
    for face in whole_record(viewer, wanted):
        yield between + json.dumps(as_open_data(face, address_of(face)), ensure_ascii=False)
        between = ",\n"
    yield "]}"


@require_safe
@same_for_all_visitors
def record_as_atom(request: HttpRequest) -> HttpResponse:
    page = page_of_record(request.person, RecordForm(request.GET).wanted(), length=FEED_LENGTH)
    feed = Atom1Feed(
        title=_("Accounts of co-production: %(site)s") % {"site": settings.SITE_NAME},
        link=settings.SITE_URL + reverse("plans:record"),
        description=_("What the people in charge say, and what the members say."),
        feed_url=settings.SITE_URL + request.get_full_path(),
    )
    for face in page.faces:
        feed.add_item(
            title=f"{face.change} ({face.organisation})",
            link=address_of(face),
            description=in_one_line(face),
            unique_id=f"{address_of(face)}#version-{face.version}",
            pubdate=face.published_at,
            updateddate=face.version_published_at,
            author_name=face.organisation,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
