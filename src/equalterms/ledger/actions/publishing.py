"""The ledger's own events: publishing the day's head, and marking a database as a demo for good."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from equalterms.ledger.actions.recording import action, record, unchanged
from equalterms.ledger.models import Event, Head, PublishedHead
from equalterms.ledger.vocabulary import DEMO_BEGAN, DEMO_KIND, HEAD_PUBLISHED


@dataclass(frozen=True)
class _Site:
    """The site itself, as the ledger names it."""

    ledger_kind: str = DEMO_KIND
    key: str = "demo"


@action
def publish_head(*, day: date, by: Any) -> PublishedHead:
    """Publish the head as it stands, once a day. Asked again on the same day it returns the one already published.

    It is published every day, whether anything happened or not, so that it tells nobody how busy the site is.
    """
    stored = Head.objects.select_for_update().get(pk=1)
    published = PublishedHead.objects.filter(day=day).first()
    if published is not None:
        return unchanged(published)
    published = PublishedHead.objects.create(day=day, digest=stored.digest)
    record(HEAD_PUBLISHED, published, by=by, seals=published.frozen_content())
    return published


@action
def begin_demo(*, by: Any) -> Event:
    """Mark this database as a demo, for good. The caller has made sure that no real person is in it."""
    already = Event.objects.filter(kind=DEMO_KIND, verb=DEMO_BEGAN).first()
    if already is not None:
        return unchanged(already)
    return record(DEMO_BEGAN, _Site(), by=by)
