"""A person asks for a seat; somebody who leads the group answers with words."""

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.seats import seat_person
from equalterms.groups.actions.telling import tell_application_answered, tell_application_made
from equalterms.groups.models import Application, Group
from equalterms.groups.rules import check_may_apply, check_may_lead, check_may_sit
from equalterms.groups.vocabulary import ApplicationState
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def apply_to_group(*, group: Group, by: Person, capacity: str, why: str) -> Application:
    """Apply for a seat. A second application while one is open is the first one."""
    check_may_apply(by, group)
    check_may_sit(group, capacity, person=by)
    application, made = Application.objects.get_or_create(
        group=group, person=by, state=ApplicationState.OPEN, defaults={"capacity": capacity, "why": why}
    )
    if not made:
        return unchanged(application)
    record("application.made", application, by=by, facts={"group": group.key})
    tell_application_made(application, by=by)
    return application


@action
def accept_application(*, application: Application, by: Person, answer: str = "", despite: str = "") -> Application:
    """Give the applicant a seat, with words to them."""
    check_may_lead(by, application.group)
    if not answer_once(application, ApplicationState.ACCEPTED, by, answer):
        return unchanged(application)
    seat_person(
        application.group,
        application.person,
        by=by,
        door="application",
        capacity=application.capacity,
        despite=despite,
    )
    facts = {"group": application.group.key}
    record("application.accepted", application, by=by, for_whom=application.person, facts=facts)
    tell_application_answered(application, by=by)
    return application


@action
def decline_application(*, application: Application, by: Person, answer: str) -> Application:
    """Say no to an applicant, with words to them."""
    check_may_lead(by, application.group)
    if not answer.strip():
        raise NotAllowed(_("Write a few words to the person who applied."))
    if not answer_once(application, ApplicationState.DECLINED, by, answer):
        return unchanged(application)
    facts = {"group": application.group.key}
    record("application.declined", application, by=by, for_whom=application.person, facts=facts)
    tell_application_answered(application, by=by)
    return application


@action
def withdraw_application(*, application: Application, by: Person) -> Application:
    """Take one's own application back."""
    if application.person_id != by.pk:
        raise NotAllowed(_("Only the person who applied can take the application back."))
    if not answer_once(application, ApplicationState.WITHDRAWN, by, ""):
        return unchanged(application)
    record("application.withdrawn", application, by=by, facts={"group": application.group.key})
    return application


def answer_once(application: Application, state: str, by: Person, answer: str) -> bool:
    """Answer an application that is still open, inside the caller's action; say whether it was."""
    still = Application.objects.filter(pk=application.pk, state=ApplicationState.OPEN)
    answered = still.update(state=state, answer=answer, answered_at=timezone.now(), answered_by=by)
    application.refresh_from_db()
    return bool(answered)
