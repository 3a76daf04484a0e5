"""Organisations: public faces, and private spaces that are strictly separate."""

from typing import Any

import pytest
from tests.factories import AffiliationFactory, OrganisationFactory, PersonFactory

from equalterms.ledger.models import Event
from equalterms.people.actions.inviting import invite
from equalterms.people.actions.organisations import (
    LastAdministrator,
    create_organisation,
    end_duty,
    give_duty,
)
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Affiliation, Invitation
from equalterms.people.vocabulary import Duty, OrganisationKind

pytestmark = pytest.mark.django_db


def test_everybody_can_see_what_an_organisation_is(visitor: Any) -> None:
    create_organisation(
        name="Northshire Council",
        kind=OrganisationKind.COUNCIL,
        about="Runs social care.",
        is_example=True,
        modelled_on="Modelled on a published case, https://example.org/case",
        by=None,
    )
    assert "Northshire Council" in visitor.text("/organisations/")
    page = visitor.text("/organisations/northshire-council/")
    for words in (
        "Council",
        "Runs social care.",
        "Example",
        "Modelled on a published case",
        "https://example.org/case",
    ):
        assert words in page
    assert "/groups/?organisation=northshire-council" in page
    assert "/record/?organisation=northshire-council" in page
    assert visitor.client.get("/organisations/nowhere/").status_code == 404


def test_two_organisations_of_one_name_get_two_addresses() -> None:
    first = create_organisation(name="The Hub!", kind=OrganisationKind.CHARITY, by=None)
    second = create_organisation(name="The Hub?", kind=OrganisationKind.CHARITY, by=None)
    assert (first.slug, second.slug) == ("the-hub", "the-hub-2")


def test_an_administrator_sees_their_own_people_and_nobody_elses(visitor: Any) -> None:
    mine = AffiliationFactory(duty=Duty.ADMINISTRATOR)
    theirs = AffiliationFactory(duty=Duty.MANAGER, organisation=OrganisationFactory())
    invitation, _link = invite(email="sam@example.org", organisation=theirs.organisation, duty=Duty.STAFF, by=None)
    visitor.sign_in(mine.person)
    assert mine.person.name in visitor.text(f"/organisations/{mine.organisation.slug}/people/")
    other = f"/organisations/{theirs.organisation.slug}"
    for url in (
        f"{other}/people/",
        f"{other}/people/invite/",
        f"{other}/people/enter/",
        f"{other}/duties/{theirs.key}/end/",
        f"{other}/invitations/{invitation.key}/take-back/",
        f"/organisations/{mine.organisation.slug}/duties/{theirs.key}/end/",
        f"/organisations/{mine.organisation.slug}/invitations/{invitation.key}/take-back/",
    ):
        assert visitor.client.get(url).status_code == 404, url
        assert visitor.client.post(url).status_code in (404, 405), url


@pytest.mark.parametrize("duty", [Duty.STAFF, Duty.FINANCE, Duty.APPROVER, Duty.EDITOR])
def test_other_duties_do_not_open_the_list_of_people(visitor: Any, duty: str) -> None:
    someone = AffiliationFactory(duty=duty)
    visitor.sign_in(someone.person)
    page = f"/organisations/{someone.organisation.slug}/"
    assert "People of this organisation" not in visitor.text(page)
    assert visitor.client.get(f"{page}people/").status_code == 404


def test_an_administrator_invites_takes_back_and_ends_a_duty(visitor: Any) -> None:
    mine = AffiliationFactory(duty=Duty.ADMINISTRATOR)
    staff = AffiliationFactory(duty=Duty.STAFF, organisation=mine.organisation)
    place = f"/organisations/{mine.organisation.slug}"
    visitor.sign_in(mine.person)
    visitor.client.post(f"{place}/people/invite/", {"email": "sam@example.org", "duty": Duty.FINANCE})
    invitation = Invitation.objects.get()
    assert "sam@example.org" in visitor.text(f"{place}/people/")
    assert "stops working at once" in visitor.text(f"{place}/invitations/{invitation.key}/take-back/")
    visitor.client.post(f"{place}/invitations/{invitation.key}/take-back/")
    assert not Invitation.objects.usable().exists()
    assert "Do you want to end this duty" in visitor.text(f"{place}/duties/{staff.key}/end/")
    visitor.client.post(f"{place}/duties/{staff.key}/end/")
    assert staff.person.name not in visitor.text(f"{place}/people/")
    assert Event.objects.filter(verb="duty.ended", actor=mine.person.key, for_whom=staff.person.key).exists()


def test_an_organisation_never_loses_its_last_administrator() -> None:
    only = AffiliationFactory(duty=Duty.ADMINISTRATOR)
    with pytest.raises(LastAdministrator):
        end_duty(affiliation=only, by=only.person)
    AffiliationFactory(duty=Duty.ADMINISTRATOR, organisation=only.organisation)
    assert end_duty(affiliation=only, by=only.person).until is not None


def test_a_manager_cannot_end_the_duty_of_another() -> None:
    manager = AffiliationFactory(duty=Duty.MANAGER)
    staff = AffiliationFactory(duty=Duty.STAFF, organisation=manager.organisation)
    with pytest.raises(NotAllowed):
        end_duty(affiliation=staff, by=manager.person)
    assert end_duty(affiliation=staff, by=staff.person).until is not None


def test_a_duty_given_twice_is_one(visitor: Any) -> None:
    person, organisation = PersonFactory(), OrganisationFactory()
    give_duty(person=person, organisation=organisation, duty=Duty.STAFF, by=None)
    give_duty(person=person, organisation=organisation, duty=Duty.STAFF, by=None)
    assert Affiliation.objects.count() == 1
