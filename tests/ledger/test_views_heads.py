"""The public page of the ledger and the daily task behind it."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings

from equalterms.ledger.models import Event, PublishedHead
from equalterms.ledger.queries import head, verify
from equalterms.ledger.tasks import publish_daily_head


@pytest.mark.django_db
def test_everybody_can_read_the_published_heads_and_nobody_can_count_events(five_events: list[Event]) -> None:
    before = head()
    publish_daily_head.call()
    page = Client().get("/ledger/").content.decode()
    assert before in page
    assert str(Event.objects.count()) + " event" not in page


@pytest.mark.django_db
def test_the_page_speaks_before_the_first_head_is_published() -> None:
    answer = Client().get("/ledger/")
    assert answer.status_code == 200
    assert "will be here tomorrow" in answer.content.decode()


@pytest.mark.django_db
@override_settings(LEDGER_HEAD_TO=["keeper@example.org"])
def test_the_head_is_published_once_a_day_and_mailed_to_those_who_keep_it(five_events: list[Event]) -> None:
    first = publish_daily_head.call()
    assert publish_daily_head.call() == first
    assert PublishedHead.objects.count() == 1
    assert mail.outbox[0].to == ["keeper@example.org"]
    assert first in mail.outbox[0].body
    assert verify(first).whole


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 40])
def test_the_page_asks_the_database_as_often_for_many_heads_as_for_one(
    rows: int, django_assert_max_num_queries: Any
) -> None:
    from datetime import date, timedelta

    PublishedHead.objects.bulk_create(
        PublishedHead(day=date(2026, 1, 1) + timedelta(days=day), digest="a" * 64) for day in range(rows)
    )
    with django_assert_max_num_queries(4):
        assert Client().get("/ledger/").status_code == 200
