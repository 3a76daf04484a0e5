"""The minutes are put to the group as a decision; when it is agreed they are approved in the same moment."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.decisions.actions.putting import put_decision
from equalterms.decisions.models import Decision
from equalterms.decisions.outcomes import About, Verdict, acts_on_decisions_about
from equalterms.decisions.queries.about import decisions_about
from equalterms.ledger.actions import action, record
from equalterms.meetings.actions.minutes import approve
from equalterms.meetings.models import Minutes
from equalterms.meetings.rules.leading import check_may_plan
from equalterms.meetings.rules.minutes import check_may_approve
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person

KIND = "meetings.minutes"


@action
def put_minutes_to_group(*, minutes: Minutes, by: Person, closes_at: datetime) -> Decision:
    """Ask the group to approve the version that stands, by the rules of its terms of reference."""
    meeting = minutes.meeting
    check_may_plan(by, meeting.group)
    check_may_approve(minutes)
    if any(verdict.is_open for verdict in decisions_about(KIND, minutes.key)):
        raise NotAllowed(_("The group is asked already."))
    version = minutes.versions.first()
    day = timezone.localtime(meeting.starts_at).date().strftime("%d.%m.%Y").lstrip("0")
    facts = {"meeting": meeting.title, "number": version.number, "day": day}
    decision = put_decision(
        group=meeting.group,
        by=by,
        title=_("Approve the minutes: %(meeting)s") % facts,
        words=_("We approve version %(number)s of the minutes of %(meeting)s (%(day)s).") % facts,
        closes_at=closes_at,
        about=About(KIND, minutes.key, reverse("meetings:minutes", args=[meeting.key]), meeting.title),
    )
    record("minutes.put_to_group", minutes, by=by, facts={"meeting": meeting.key, "decision": decision.key})
    return decision


@acts_on_decisions_about(KIND)
def approve_as_decided(verdict: Verdict) -> None:
    """Approve minutes inside the closing of the decision that says so. A correction that came since stops it."""
    minutes = Minutes.objects.select_related("meeting__group").filter(key=verdict.about.key).first()
    if minutes is None or not verdict.goes_ahead:
        return
    try:
        check_may_approve(minutes)
    except NotAllowed:
        return
    approve(minutes, by=None, decision=verdict.key)
