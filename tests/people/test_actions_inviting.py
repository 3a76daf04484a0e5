"""Invitations: used once, by the owner of the address, until they run out or are taken back."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone
from tests.factories import AffiliationFactory, OrganisationFactory, PersonFactory

from equalterms.ledger.models import Event
from equalterms.people.actions.inviting import accept_invitation, decline_invitation, invite, revoke_invitation
from equalterms.people.exceptions import CannotBeUsed, NotAllowed
from equalterms.people.models import Affiliation, Invitation
from equalterms.people.vocabulary import Duty

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> Any:
    return AffiliationFactory(duty=Duty.ADMINISTRATOR)


def test_an_invitation_is_sent_seen_and_accepted(visitor: Any, mails: Any, administrator: Any) -> None:
    organisation = administrator.organisation
    invited = PersonFactory()
    invite(email=invited.email, organisation=organisation, duty=Duty.FACILITATOR, by=administrator.person)
    assert f"{organisation} invites you" in mails.latest(invited.email).subject
    link = f"/invitations/{mails.token(invited.email)}/"
    page = visitor.text(link)
    assert organisation.name in page
    assert "Sign in or sign up" in page
    visitor.sign_in(invited)
    assert visitor.client.post(link).url == f"/organisations/{organisation.slug}/"
    duty = Affiliation.objects.get(person=invited)
    assert (duty.organisation, duty.duty, duty.until) == (organisation, Duty.FACILITATOR, None)
    assert Event.objects.filter(verb="invitation.accepted", actor=invited.key).exists()


def test_the_database_holds_no_token(mails: Any, administrator: Any) -> None:
    invitation, link = invite(
        email="sam@example.org", organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person
    )
    token = mails.token("sam@example.org")
    assert link.endswith(f"/invitations/{token}/")
    assert token not in str(Invitation.objects.filter(pk=invitation.pk).values())
    assert token not in str(list(Event.objects.values()))


def test_all_links_that_do_not_work_look_alike(visitor: Any, mails: Any, administrator: Any) -> None:
    faces = set()
    for spoil in (used, revoked, run_out, declined):
        invitation, link = invite(
            email=f"{spoil.__name__}@example.org",
            organisation=administrator.organisation,
            duty=Duty.STAFF,
            by=administrator.person,
        )
        spoil(invitation)
        faces.add(face(visitor, link.split("example.org")[-1].split("8000")[-1]))
    faces.add(face(visitor, "/invitations/never-there/"))
    assert len(faces) == 1
    assert "This invitation does not work any more" in faces.pop()[1]


def used(invitation: Invitation) -> None:
    accept_invitation(invitation=invitation, by=PersonFactory(email=invitation.email))


def revoked(invitation: Invitation) -> None:
    revoke_invitation(invitation=invitation, by=invitation.invited_by)


def declined(invitation: Invitation) -> None:
    decline_invitation(invitation=invitation, by=None)


def run_out(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def face(visitor: Any, url: str) -> tuple[int, str]:
    answer = visitor.client.get(url)
    return answer.status_code, answer.content.decode().replace(url, "LINK")


def test_an_invitation_cannot_be_used_twice(administrator: Any) -> None:
    invitation, _link = invite(
        email="sam@example.org", organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person
    )
    sam = PersonFactory(email="sam@example.org")
    accept_invitation(invitation=invitation, by=sam)
    with pytest.raises(CannotBeUsed):
        accept_invitation(invitation=invitation, by=sam)
    assert Event.objects.filter(verb="invitation.accepted").count() == 1


def test_a_forwarded_invitation_does_not_work_for_another_address(visitor: Any, administrator: Any, mails: Any) -> None:
    invitation, _link = invite(
        email="sam@example.org", organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person
    )
    eve = PersonFactory(email="eve@example.org")
    visitor.sign_in(eve)
    link = f"/invitations/{mails.token('sam@example.org')}/"
    assert "another e-mail address" in visitor.text(link)
    assert visitor.client.post(link).status_code == 404
    assert not Affiliation.objects.filter(person=eve).exists()
    with pytest.raises(CannotBeUsed):
        accept_invitation(invitation=invitation, by=eve)


def test_inviting_again_ends_the_invitation_before(administrator: Any) -> None:
    first, _link = invite(
        email="sam@example.org", organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person
    )
    invite(email="Sam@example.org", organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person)
    with pytest.raises(CannotBeUsed):
        accept_invitation(invitation=first, by=PersonFactory(email="sam@example.org"))
    assert Invitation.objects.usable().count() == 1


@pytest.mark.parametrize(
    ("duty", "asked", "allowed"),
    [
        (Duty.ADMINISTRATOR, Duty.ADMINISTRATOR, True),
        (Duty.ADMINISTRATOR, Duty.FINANCE, True),
        (Duty.MANAGER, Duty.STAFF, True),
        (Duty.MANAGER, Duty.ADMINISTRATOR, False),
        (Duty.MANAGER, Duty.APPROVER, False),
        (Duty.FACILITATOR, Duty.STAFF, False),
        (Duty.STAFF, Duty.STAFF, False),
    ],
)
def test_who_may_invite_to_what(duty: str, asked: str, allowed: bool) -> None:
    who = AffiliationFactory(duty=duty)
    if allowed:
        assert invite(email="sam@example.org", organisation=who.organisation, duty=asked, by=who.person)
    else:
        with pytest.raises(NotAllowed):
            invite(email="sam@example.org", organisation=who.organisation, duty=asked, by=who.person)
    with pytest.raises(NotAllowed):
        invite(email="sam@example.org", organisation=OrganisationFactory(), duty=asked, by=who.person)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_accept_at_once_only_one_succeeds() -> None:
    organisation = OrganisationFactory()
    invitation, _link = invite(email="sam@example.org", organisation=organisation, duty=Duty.STAFF, by=None)
    sam = PersonFactory(email="sam@example.org")
    together, outcomes = threading.Barrier(12), []

    def accept() -> None:
        close_old_connections()
        together.wait()
        try:
            accept_invitation(invitation=invitation, by=sam)
            outcomes.append("accepted")
        except CannotBeUsed:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=accept) for _number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["accepted"] + ["refused"] * 11
    assert Affiliation.objects.filter(person=sam).count() == 1
    assert Event.objects.filter(verb="invitation.accepted").count() == 1


def test_somebody_who_is_not_signed_up_can_say_no_from_the_link(visitor: Any, mails: Any, administrator: Any) -> None:
    invite(email="sam@example.org", organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person)
    link = f"/invitations/{mails.token('sam@example.org')}/"
    assert "No, thank you" in visitor.text(link)
    assert visitor.client.post(f"{link}decline/").url == "/"
    assert visitor.client.get(link).status_code == 404
    assert visitor.client.post(f"{link}decline/").status_code == 404
    assert Event.objects.filter(verb="invitation.declined", actor="", for_whom=administrator.person.key).count() == 1


def test_an_invitation_that_was_declined_cannot_be_accepted(administrator: Any) -> None:
    sam = PersonFactory()
    invitation, _link = invite(
        email=sam.email, organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person
    )
    decline_invitation(invitation=invitation, by=sam)
    with pytest.raises(CannotBeUsed):
        accept_invitation(invitation=invitation, by=sam)
    assert not Affiliation.objects.filter(person=sam).exists()


def test_only_its_owner_declines_an_invitation_on_their_own_page(as_person: Any, administrator: Any) -> None:
    sam = PersonFactory()
    invitation, _link = invite(
        email=sam.email, organisation=administrator.organisation, duty=Duty.STAFF, by=administrator.person
    )
    address = f"/me/invitations/{invitation.key}/decline/"
    assert as_person(PersonFactory()).post(address).status_code == 404
    assert as_person(sam).post(address).url == "/your-turn/"
    invitation.refresh_from_db()
    assert invitation.declined_at is not None
