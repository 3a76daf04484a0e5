"""Builds the example places in an empty database: made-up people and organisations whose days count back from today."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from equalterms.examples import northshire, riverbank, skills_together, westmoor
from equalterms.examples.clock import story_time, tell
from equalterms.examples.gallery import show_written_pages
from equalterms.examples.post import post_goes_out
from equalterms.examples.vocabulary import Persona
from equalterms.hub.actions.starting_pages import ensure_starting_pages
from equalterms.ledger.actions import begin_demo
from equalterms.notices.actions.showing import show_calendar
from equalterms.notices.models import Notice
from equalterms.people.actions.showing import show_invitation, show_ways_in
from equalterms.people.models import Mail, Organisation, Person
from equalterms.people.vocabulary import Duty

PLACES = (northshire, riverbank, westmoor, skills_together)
LONG_AGO = timedelta(days=600)  # before anything in the stories


class NotEmpty(RuntimeError):
    """The database holds people who are no examples, so nothing was built."""


def build() -> bool:
    """Fill an empty database with the example places, all or nothing, and mark it as a demo for good.

    Everything happens through the site's own actions, on days gone by, so that every rule, ledger event and seal
    holds. Returns False where the examples stand already. Raises NotEmpty rather than mix them with real people.
    """
    if Organisation.objects.filter(is_example=True).exists():
        return False
    if Person.objects.exists() or Organisation.objects.exists():
        raise NotEmpty("This database holds people already. The example places are built in an empty one only.")
    today = timezone.localdate()
    with transaction.atomic():
        ensure_starting_pages()
        with story_time(today - LONG_AGO) as clock:
            begin_demo(by=None)
            tell([tale for place in PLACES for tale in place.tales(today)], clock)
            clock.go_to(today - timedelta(days=1))  # never ahead of the real clock
            show_doors()
            let_letters_rest()
        show_written_pages()
    return True


def let_letters_rest() -> None:
    """Count what the stories wrote to made-up addresses as sent, so that a first start does not print it all."""
    Mail.objects.filter(sent_at__isnull=True).update(sent_at=timezone.now(), body="")
    Notice.objects.waiting().update(due_at=timezone.now())
    post_goes_out()


def show_doors() -> None:
    """Give example people a passkey, a second device and an invitation, so that those pages have something to show."""
    member = Person.objects.get(try_as=Persona.MEMBER)
    show_ways_in(person=member, by=None)
    show_calendar(person=member, by=None)
    council = Organisation.objects.get(affiliations__person__try_as=Persona.ADMINISTRATOR)
    show_invitation(
        person=Person.objects.get(try_as=Persona.OUTSIDER),
        organisation=council,
        duty=Duty.STAFF,
        by=Person.objects.get(try_as=Persona.ADMINISTRATOR),
    )
