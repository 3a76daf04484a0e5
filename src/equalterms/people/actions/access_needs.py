"""Recording what a person needs. The ledger learns that something changed, never what."""

from datetime import date, timedelta

from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.people.models import AccessNeed, AccessNeeds, Person

REVIEWED_AFTER = timedelta(days=365)


@action
def answer_need(*, group: str, chosen: list[str], words: str, by: Person) -> AccessNeed:
    """Record the person's answer to one question. An answer with nothing in it is an answer too."""
    needs = needs_of(by)
    answer, _made = AccessNeed.objects.update_or_create(
        needs=needs, group=group, defaults={"chosen": chosen, "words": words}
    )
    _touch(needs, nothing_needed=needs.nothing_needed and not (chosen or words))
    record("access_needs.changed", by, by=by)
    return answer


@action
def say_nothing_needed(*, by: Person) -> AccessNeeds:
    """Record that the person needs nothing: said so, which is not the same as never asked."""
    needs = needs_of(by)
    needs.answers.all().delete()
    _touch(needs, nothing_needed=True, review_on=timezone.localdate() + REVIEWED_AFTER)
    record("access_needs.changed", by, by=by)
    return needs


@action
def share_needs(*, sharing: str, review_on: date, by: Person) -> AccessNeeds:
    """Record with whom the person shares their needs, and when they want to look at them again."""
    needs = needs_of(by)
    _touch(needs, sharing=sharing, review_on=review_on)
    record("access_needs.shared", by, by=by)
    return needs


@action
def confirm_needs(*, by: Person) -> AccessNeeds:
    """Record that the person has looked at their needs again and they are still right, for another year."""
    needs = needs_of(by)
    _touch(needs, review_on=timezone.localdate() + REVIEWED_AFTER)
    record("access_needs.reviewed", by, by=by)
    return needs


def needs_record(person: Person) -> AccessNeeds:
    """Return the person's record, or a fresh one that is not yet kept: to be reviewed in a year."""
    record = AccessNeeds.objects.filter(person=person).first()
    fresh = AccessNeeds(person=person, review_on=timezone.localdate() + REVIEWED_AFTER, changed_at=timezone.now())
    return record if record is not None else fresh


def needs_of(person: Person) -> AccessNeeds:
    """Return the person's record, making it if there is none. Runs inside the caller's action."""
    needs, _made = AccessNeeds.objects.get_or_create(
        person=person,
        defaults={"review_on": timezone.localdate() + REVIEWED_AFTER, "changed_at": timezone.now()},
    )
    return needs


def _touch(needs: AccessNeeds, **values: object) -> None:
    for name, value in {**values, "changed_at": timezone.now()}.items():
        setattr(needs, name, value)
    needs.save()
