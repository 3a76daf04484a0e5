"""The short note is published, minutes are written in versions, corrected by members, and approved by the group."""

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import Correction, Meeting, Minutes, MinutesVersion, ShortNote, TakenDecision
from equalterms.meetings.queries.meetings import held_on
from equalterms.meetings.queries.minutes import content_of_note
from equalterms.meetings.rules.clock import note_due_on
from equalterms.meetings.rules.leading import check_may_plan
from equalterms.meetings.rules.minutes import (
    check_may_answer_correction,
    check_may_approve,
    check_may_correct,
    check_may_publish_note,
    check_may_write_minutes,
)
from equalterms.meetings.seals import content_of_minutes, content_of_short_note
from equalterms.meetings.vocabulary import CorrectionState, MinutesState
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


@action
def publish_short_note(*, meeting: Meeting, by: Person) -> ShortNote:
    """Publish who was there, by side, and what was decided. From then on it stays as it is."""
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    check_may_publish_note(by, meeting)
    note = ShortNote.objects.create(
        meeting=meeting,
        content=content_of_note(meeting),
        due_on=note_due_on(held_on(meeting), meeting.nation),
        published_at=timezone.now(),
        published_by=by,
    )
    facts = {"meeting": meeting.key, "late": note.due_on < timezone.localdate()}
    record("meeting_note.published", note, by=by, facts=facts, seals=content_of_short_note(note))
    return note


@action
def write_minutes(
    *,
    meeting: Meeting,
    by: Person,
    base: int,
    public_part: str,
    closed_part: str = "",
    easy_read: str = "",
    because: str = "",
) -> MinutesVersion:
    """Write the next version of the minutes; `base` is the number of the version that the writer had before them.

    Raises NotAllowed when another version came in between: the writer's text is shown again beside it.
    """
    check_may_write_minutes(by, meeting)
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    begun = {"begun_at": timezone.now(), "begun_by": by}
    minutes, _made = Minutes.objects.get_or_create(meeting=meeting, defaults=begun)
    latest = minutes.versions.first()
    texts = {"public_part": public_part, "closed_part": closed_part, "easy_read": easy_read}
    if latest is not None and texts == {name: getattr(latest, name) for name in texts}:
        return unchanged(latest)
    if base != (latest.number if latest is not None else 0):
        raise SomebodyWasQuicker(latest)
    version = MinutesVersion.objects.create(
        minutes=minutes,
        number=base + 1,
        because=because,
        written_at=timezone.now(),
        written_by=by,
        **texts,
    )
    facts = {"meeting": meeting.key, "number": version.number}
    record("minutes.written", version, by=by, facts=facts, seals=content_of_minutes(version))
    return version


class SomebodyWasQuicker(Exception):
    """Another version of the minutes was written since the writer opened theirs. Nothing was saved over it."""

    def __init__(self, latest: MinutesVersion | None) -> None:
        super().__init__("another version came in between")
        self.latest = latest


@action
def share_minutes(*, minutes: Minutes, by: Person) -> Minutes:
    """Give the minutes to the members, so that they can say what is not right."""
    check_may_write_minutes(by, minutes.meeting)
    draft = Minutes.objects.filter(pk=minutes.pk, state=MinutesState.DRAFT)
    shared = draft.update(state=MinutesState.SHARED, shared_at=timezone.now(), shared_by=by)
    minutes.refresh_from_db()
    if not shared:
        return unchanged(minutes)
    record("minutes.shared", minutes, by=by, facts={"meeting": minutes.meeting.key})
    return minutes


@action
def propose_correction(*, minutes: Minutes, by: Person, words: str) -> Correction:
    """Say what in the minutes is not right."""
    check_may_correct(by, minutes)
    version = minutes.versions.first()
    if version is None or not words.strip():
        raise NotAllowed(_("Say what the minutes should say."))
    now = timezone.now()
    correction = Correction.objects.create(
        minutes=minutes, version=version.number, words=words, proposed_at=now, proposed_by=by
    )
    facts = {"meeting": minutes.meeting.key, "version": version.number}
    record("correction.proposed", correction, by=by, facts=facts, seals={"words": words})
    return correction


@action
def answer_correction(*, correction: Correction, by: Person, accepted: bool, answer: str) -> Correction:
    """Accept a correction or not, with words either way. An accepted one goes into the next version."""
    check_may_answer_correction(by, correction)
    if not answer.strip():
        raise NotAllowed(_("Say a few words to the member."))
    state = CorrectionState.ACCEPTED if accepted else CorrectionState.NOT_ACCEPTED
    still = Correction.objects.filter(pk=correction.pk, state=CorrectionState.OPEN)
    if not still.update(state=state, answer=answer, answered_at=timezone.now(), answered_by=by):
        return unchanged(correction)
    correction.refresh_from_db()
    facts = {"meeting": correction.minutes.meeting.key, "accepted": accepted}
    record(
        "correction.answered", correction, by=by, for_whom=correction.proposed_by, facts=facts, seals={"answer": answer}
    )
    return correction


@action
def approve_minutes(*, minutes: Minutes, by: Person, taken: TakenDecision) -> Minutes:
    """Say that the group approved the minutes at a later meeting, by a decision that was written down there."""
    check_may_plan(by, minutes.meeting.group)
    if taken.item.group_id != minutes.meeting.group_id or taken.taken_at < (minutes.shared_at or minutes.begun_at):
        raise NotAllowed(_("Choose a decision that this group took after it had the minutes."))
    return approve(minutes, by=by, decision=taken.key)


def approve(minutes: Minutes, *, by: Person | None, decision: str) -> Minutes:
    """Approve the version that stands, inside the action of whoever decided it. It is frozen from then on."""
    minutes = Minutes.objects.select_for_update(of=("self",)).select_related("meeting__group").get(pk=minutes.pk)
    check_may_approve(minutes)
    version = minutes.versions.first()
    minutes.state, minutes.approved_version, minutes.decision = MinutesState.APPROVED, version.number, decision
    minutes.approved_at, minutes.approved_by = timezone.now(), by
    minutes.save()
    facts = {"meeting": minutes.meeting.key, "version": version.number, "decision": decision}
    record("minutes.approved", minutes, by=by, facts=facts)
    return minutes
