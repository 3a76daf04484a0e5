"""Invitations work once, even for many at the same moment; applications are answered once, with words."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from tests.factories import GroupFactory, PersonFactory, join

from equalterms.groups.actions.applying import (
    accept_application,
    apply_to_group,
    decline_application,
    withdraw_application,
)
from equalterms.groups.actions.inviting import (
    accept_invitation,
    decline_invitation,
    invite_member,
    withdraw_invitation,
)
from equalterms.groups.actions.seats import join_group
from equalterms.groups.actions.starting import end_group
from equalterms.groups.models import Application, Group, GroupInvitation
from equalterms.groups.vocabulary import Capacity, Joining
from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Mail, Person

AT_ONCE = 8


@pytest.fixture
def group(db: None) -> Group:
    return GroupFactory(joining=Joining.APPLICATION)


@pytest.fixture
def chair(group: Group) -> Person:
    return join(group, chair=True)


def invited(group: Group, chair: Person, **more: Any) -> GroupInvitation:
    return invite_member(group=group, by=chair, name="Sam", capacity=Capacity.CARER, **more)[0]


def at_once(act: Any, people: list[Person]) -> list[bool]:
    """Let several people do the same thing at the same moment; say for whom it worked."""

    def attempt(person: Person) -> bool:
        try:
            act(person)
        except (PermissionDenied, NotAllowed):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(attempt, people))


def test_an_invitation_gives_the_seat_that_it_promised(group: Group, chair: Person) -> None:
    person = PersonFactory()
    seat = accept_invitation(invitation=invited(group, chair), by=person)
    assert (seat.group, seat.person, seat.capacity) == (group, person, "carer")


def test_an_invitation_works_once(group: Group, chair: Person) -> None:
    invitation = invited(group, chair)
    first = PersonFactory()
    accept_invitation(invitation=invitation, by=first)
    assert accept_invitation(invitation=invitation, by=first).person == first  # pressing twice does no harm
    with pytest.raises(NotAllowed):
        accept_invitation(invitation=invitation, by=PersonFactory())
    assert group.memberships.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_takes_the_seat() -> None:
    group = GroupFactory()
    invitation = invited(group, join(group, chair=True))
    worked = at_once(
        lambda person: accept_invitation(invitation=invitation, by=person), PersonFactory.create_batch(AT_ONCE)
    )
    assert worked.count(True) == 1
    assert group.memberships.count() == 2
    assert Event.objects.filter(verb="invitation.used").count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_identical_posts_make_one_seat_and_one_application() -> None:
    open_group, asking = GroupFactory(joining=Joining.PUBLIC), GroupFactory(joining=Joining.APPLICATION)
    person = PersonFactory()
    at_once(lambda by: join_group(group=open_group, by=by, capacity=Capacity.CARER), [person] * AT_ONCE)
    at_once(lambda by: apply_to_group(group=asking, by=by, capacity=Capacity.CARER, why="So."), [person] * AT_ONCE)
    assert open_group.memberships.count() == 1
    assert asking.applications.count() == 1


@pytest.mark.parametrize("over", ["expired", "withdrawn", "declined", "group ended"])
def test_an_invitation_that_is_over_gives_no_seat(group: Group, chair: Person, over: str) -> None:
    invitation = invited(group, chair)
    if over == "expired":
        GroupInvitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif over == "withdrawn":
        withdraw_invitation(invitation=invitation, by=chair)
    elif over == "declined":
        decline_invitation(invitation=invitation, by=None)
    else:
        end_group(group=group, by=chair, reason="Done.")
    invitation = GroupInvitation.objects.get()
    with pytest.raises(NotAllowed):
        accept_invitation(invitation=invitation, by=PersonFactory())
    assert group.memberships.count() == 1


def test_the_link_goes_by_mail_and_only_its_digest_is_kept(group: Group, chair: Person) -> None:
    invitation, link = invite_member(
        group=group, by=chair, name="Sam", email="sam@example.org", capacity=Capacity.CARER, words="Come & see."
    )
    mail = Mail.objects.get(to="sam@example.org")
    token = link.rstrip("/").rsplit("/", 1)[1]
    assert link in mail.body
    assert "Come & see." in mail.body
    assert token not in str(GroupInvitation.objects.values().get())
    assert token not in str(list(Event.objects.values()))
    assert "sam" not in str(list(Event.objects.values())).lower()
    assert invitation.name == "Sam"


def test_somebody_with_a_seat_keeps_it_as_it_is(group: Group, chair: Person) -> None:
    accept_invitation(invitation=invited(group, chair), by=chair)
    assert group.memberships.get().role == "chair"


def test_an_application_is_accepted_with_words(group: Group, chair: Person) -> None:
    person = PersonFactory()
    application = apply_to_group(group=group, by=person, capacity=Capacity.CARER, why="My brother.")
    accept_application(application=application, by=chair, answer="Welcome.")
    application.refresh_from_db()
    assert (application.state, application.answer) == ("accepted", "Welcome.")
    assert group.memberships.get(person=person).capacity == "carer"


def test_a_second_application_is_the_first_one(group: Group) -> None:
    person = PersonFactory()
    first = apply_to_group(group=group, by=person, capacity=Capacity.CARER, why="My brother.")
    assert apply_to_group(group=group, by=person, capacity=Capacity.STAFF, why="Again.") == first
    assert Application.objects.get().why == "My brother."


def test_an_application_is_answered_once(group: Group, chair: Person) -> None:
    application = apply_to_group(group=group, by=PersonFactory(), capacity=Capacity.CARER, why="My brother.")
    decline_application(application=application, by=chair, answer="Not now.")
    accept_application(application=application, by=chair)
    assert Application.objects.get().state == "declined"
    assert group.memberships.count() == 1


def test_no_takes_words(group: Group, chair: Person) -> None:
    application = apply_to_group(group=group, by=PersonFactory(), capacity=Capacity.CARER, why="My brother.")
    with pytest.raises(NotAllowed):
        decline_application(application=application, by=chair, answer="  ")


def test_only_the_applicant_takes_it_back_and_can_apply_again(group: Group, chair: Person) -> None:
    person = PersonFactory()
    application = apply_to_group(group=group, by=person, capacity=Capacity.CARER, why="My brother.")
    with pytest.raises(NotAllowed):
        withdraw_application(application=application, by=chair)
    withdraw_application(application=application, by=person)
    assert apply_to_group(group=group, by=person, capacity=Capacity.CARER, why="Now.") != application


def test_why_somebody_applies_is_not_in_the_ledger(group: Group, chair: Person) -> None:
    application = apply_to_group(group=group, by=PersonFactory(), capacity=Capacity.CARER, why="SECRET")
    decline_application(application=application, by=chair, answer="SECRET")
    assert "SECRET" not in str(list(Event.objects.values()))


@pytest.mark.parametrize("joining", [Joining.INVITATION, Joining.PUBLIC])
def test_where_no_applications_are_taken_nobody_applies(db: None, joining: str) -> None:
    with pytest.raises(NotAllowed):
        apply_to_group(group=GroupFactory(joining=joining), by=PersonFactory(), capacity=Capacity.CARER, why="So.")


@pytest.mark.parametrize("joining", [Joining.INVITATION, Joining.APPLICATION])
def test_where_the_door_is_closed_nobody_walks_in(db: None, joining: str) -> None:
    with pytest.raises(NotAllowed):
        join_group(group=GroupFactory(joining=joining), by=PersonFactory(), capacity=Capacity.CARER)
