"""What a group agrees about itself: terms of reference, principles, and questions for discussion."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.actions.reasons import public_reason
from equalterms.groups.models import Group, OpenQuestion, Principle, TermsVersion
from equalterms.groups.rules import DecidingTerms, check_may_administer, check_may_ask_question, deciding_terms
from equalterms.groups.vocabulary import QuestionState
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def add_terms(
    *,
    group: Group,
    by: Person,
    words: str,
    agreed_on: date,
    guests_welcome: bool = False,
    deciding: DecidingTerms | None = None,
) -> TermsVersion:
    """Add the next version of the terms of reference. Earlier versions stay as they were.

    `deciding` says how the group decides; without it that stays as it is.
    """
    check_may_administer(by, group)
    rules = deciding or deciding_terms(group)
    if not rules.possible:
        raise ValidationError(_("A share is between 0 and 100 percent, and a majority more than half."))
    Group.objects.select_for_update().get(pk=group.pk)  # two at once get two numbers
    latest = TermsVersion.objects.filter(group=group).order_by("-number").first()
    terms = TermsVersion.objects.create(
        group=group,
        number=latest.number + 1 if latest is not None else 1,
        words=words,
        guests_welcome=guests_welcome,
        agreed_on=agreed_on,
        added_by=by,
        **rules.as_dict(),
    )
    facts = {"group": group.key, "number": terms.number, "guests_welcome": guests_welcome}
    record("terms.agreed", terms, by=by, facts=facts, seals={"words": words, "agreed_on": agreed_on, **rules.as_dict()})
    return terms


@action
def state_principle(*, group: Group, by: Person, text: str, why: str = "", since: date | None = None) -> Principle:
    """State a principle that is not up for discussion."""
    check_may_administer(by, group)
    principle = Principle.objects.create(
        group=group, text=text, why=why, since=since or timezone.localdate(), stated_by=by
    )
    facts = {"group": group.key}
    record("principle.stated", principle, by=by, facts=facts, seals={"text": text, "why": why})
    return principle


@action
def withdraw_principle(*, principle: Principle, by: Person, reason: str) -> Principle:
    """Withdraw a principle. It stays on the group's page with the reason."""
    group = principle.group
    check_may_administer(by, group)
    if not reason.strip():
        raise NotAllowed(_("Say why the principle is withdrawn. The reason stays on the page."))
    withdrawn = Principle.objects.filter(pk=principle.pk, until__isnull=True).update(
        until=timezone.localdate(), withdrawn_because=reason, withdrawn_at=timezone.now(), withdrawn_by=by
    )
    principle.refresh_from_db()
    if not withdrawn:
        return unchanged(principle)
    reason = public_reason(group, reason)
    record("principle.withdrawn", principle, by=by, reason=reason, facts={"group": group.key})
    return principle


@action
def ask_question(*, group: Group, by: Person, text: str) -> OpenQuestion:
    """Put a question up for discussion."""
    check_may_ask_question(by, group)
    question = OpenQuestion.objects.create(group=group, text=text, asked_by=by)
    record("question.asked", question, by=by, facts={"group": group.key}, seals={"text": text})
    return question


@action
def close_question(*, question: OpenQuestion, by: Person, agreed: bool, outcome: str) -> OpenQuestion:
    """Close a question: say what was agreed, or that no agreement was reached and why."""
    group = question.group
    check_may_administer(by, group)
    state = QuestionState.AGREED if agreed else QuestionState.NOT_AGREED
    closed = OpenQuestion.objects.filter(pk=question.pk, state=QuestionState.OPEN).update(
        state=state, outcome=outcome, closed_at=timezone.now(), closed_by=by
    )
    question.refresh_from_db()
    if not closed:
        return unchanged(question)
    facts = {"group": group.key, "state": str(state)}
    record("question.closed", question, by=by, facts=facts, seals={"outcome": outcome})
    return question
