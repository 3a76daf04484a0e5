"""Founding an organisation on this site, and what people do for it."""

from datetime import date

from django.utils import timezone
from django.utils.text import slugify

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.models import Affiliation, Organisation, Person
from equalterms.people.rules import check_may_end_duty, check_may_invite
from equalterms.people.vocabulary import Duty

LONGEST_SLUG = 60


@action
def create_organisation(
    *,
    name: str,
    kind: str,
    about: str = "",
    slug: str = "",
    is_example: bool = False,
    modelled_on: str = "",
    by: Person | None,
) -> Organisation:
    """Found an organisation on this site. Its address is made from its name unless `slug` is given."""
    organisation = Organisation.objects.create(
        name=name,
        slug=slug or free_slug(name),
        kind=kind,
        about=about,
        is_example=is_example,
        modelled_on=modelled_on,
    )
    record("organisation.created", organisation, by=by, facts={"kind": str(kind)})
    return organisation


def free_slug(name: str) -> str:
    """Return a short address for a name that no organisation has yet."""
    base = slugify(name)[: LONGEST_SLUG - 4].strip("-") or "organisation"
    slug, number = base, 2
    while Organisation.objects.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


@action
def give_duty(
    *,
    person: Person,
    organisation: Organisation,
    duty: str,
    job_title: str = "",
    since: date | None = None,
    by: Person | None,
) -> Affiliation:
    """Let a person do a duty for an organisation, from today unless `since` says otherwise."""
    check_may_invite(by, organisation, duty)
    current = Affiliation.objects.filter(person=person, organisation=organisation, duty=duty, until=None).first()
    if current is not None:
        return unchanged(current)  # type: ignore[return-value]
    return begin_duty(person, organisation, duty, by=by, job_title=job_title, since=since)


def begin_duty(
    person: Person,
    organisation: Organisation,
    duty: str,
    *,
    by: Person | None,
    job_title: str = "",
    since: date | None = None,
) -> Affiliation:
    """Write the duty, once, inside the caller's action."""
    affiliation, made = Affiliation.objects.get_or_create(
        person=person,
        organisation=organisation,
        duty=duty,
        until=None,
        defaults={"since": since or timezone.localdate(), "job_title": job_title},
    )
    if made:
        facts = {"organisation": organisation.key, "duty": str(duty)}
        record("duty.begun", affiliation, by=by, for_whom=person, facts=facts)
    return affiliation


class LastAdministrator(Exception):
    """The organisation would be left without an administrator."""


@action
def end_duty(*, affiliation: Affiliation, reason: str = "", by: Person | None) -> Affiliation:
    """End a duty today; its row stays. Raises LastAdministrator rather than leave nobody in charge of people."""
    check_may_end_duty(by, affiliation)
    if affiliation.until is not None:
        return unchanged(affiliation)  # type: ignore[return-value]
    administrators = Affiliation.objects.select_for_update().filter(
        organisation=affiliation.organisation, duty=Duty.ADMINISTRATOR, until=None
    )
    if affiliation.duty == Duty.ADMINISTRATOR and len(administrators) == 1:
        raise LastAdministrator
    affiliation.until = timezone.localdate()
    affiliation.save(update_fields=["until"])
    facts = {"organisation": affiliation.organisation.key, "duty": affiliation.duty}
    record("duty.ended", affiliation, by=by, for_whom=affiliation.person, reason=reason, facts=facts)
    return affiliation
