"""What stays of a meeting: the short note for everybody, and minutes, drafted from what was kept and shown by state."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from equalterms.decisions.outcomes import Verdict
from equalterms.decisions.queries.about import decisions_about
from equalterms.design.dates import in_words
from equalterms.groups.rules import is_member
from equalterms.meetings.models import (
    AgendaItem,
    Attendance,
    Correction,
    Meeting,
    Minutes,
    MinutesVersion,
    TakenDecision,
)
from equalterms.meetings.queries.holding import KeptItem, kept_items, sides_counted, ways_counted
from equalterms.meetings.queries.meetings import meeting_for, meeting_to_lead
from equalterms.meetings.rules.holding import quorum_of
from equalterms.meetings.rules.minutes import (
    check_may_correct,
    check_may_write_minutes,
    may_answer_correction,
    may_correct,
    may_write_minutes,
    minutes_of,
)
from equalterms.meetings.vocabulary import MeetingState, MinutesState, Side
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


@dataclass(frozen=True)
class MinutesPage:
    """The minutes as one person may read them. The closed part and the corrections are for members."""

    minutes: Minutes
    meeting: Meeting
    version: MinutesVersion
    versions: list[MinutesVersion]
    is_member: bool
    attendances: list[Attendance]
    corrections: list[tuple[Correction, bool]]  # with whether this reader answers it
    may_write: bool
    may_correct: bool
    asked: Verdict | None  # the decision by which the group is asked, or was, for members

    @property
    def is_current(self) -> bool:
        return self.version.number == self.versions[0].number

    @property
    def is_approved(self) -> bool:
        return self.minutes.state == MinutesState.APPROVED

    @property
    def waits_for_answers(self) -> bool:
        return any(correction.state == "open" for correction, _mine in self.corrections)


def content_of_note(meeting: Meeting) -> dict[str, Any]:
    """Return what the note of attendance and decisions says, as plain JSON values: counts by side and public words."""
    attendances = list(meeting.attendances.all())
    taken = TakenDecision.objects.filter(item__meeting=meeting).select_related("item").order_by("item__position", "pk")
    return {
        "there": sides_counted(attendances),
        "ways": [[str(label), count] for label, count in ways_counted(attendances)],
        "quorum": quorum_of(meeting).in_words,
        "decisions": [
            {"item": each.item.title, "words": each.words} if not each.item.closed else {"item": "", "words": ""}
            for each in taken
        ],
    }


def sides_in_words(there: dict[str, int]) -> str:
    """Say who was there by side: "Lived experience: 5, in charge: 3"."""
    said = [f"{Side(side).label}: {count}" for side, count in there.items() if count]
    return ", ".join(said) or _("Nobody was noted.")


def draft_of(meeting: Meeting) -> dict[str, str]:
    """Draft minutes from what was kept: the public part, and the closed part for closed items."""
    items = kept_items(meeting)
    note = content_of_note(meeting)
    opening = [_("There were: %(there)s.") % {"there": sides_in_words(note["there"])}, note["quorum"]]
    public = ["\n".join(opening), *(item_in_words(kept) for kept in items)]
    unreached = AgendaItem.objects.filter(group=meeting.group_id, deferred_at=meeting.held_at, closed=False)
    if titles := [item.title for item in unreached]:
        public.append(_("Not reached: %(titles)s.") % {"titles": "; ".join(titles)})
    closed = [said_of(kept) for kept in items if kept.item.closed]
    return {"public_part": "\n\n".join(public), "closed_part": "\n\n".join(closed), "easy_read": easy_words(items)}


def item_in_words(kept: KeptItem) -> str:
    if kept.item.closed:
        return _("%(number)s. A closed item. Why: %(why)s") % {
            "number": kept.item.position,
            "why": kept.item.closed_because,
        }
    return said_of(kept)


def said_of(kept: KeptItem) -> str:
    """Say what was kept of one item, as plain paragraphs."""
    lines = [f"{kept.item.position}. {kept.item.title}", kept.note.strip()]
    lines += [_("Decided: %(words)s") % {"words": each.words} for each in kept.decisions]
    lines += [
        _("To do: %(words)s By %(day)s.") % {"words": sentence(each.words), "day": in_words(each.due_on)}
        for each in kept.actions
    ]
    return "\n".join(line for line in lines if line)


def sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."


def easy_words(items: list[KeptItem]) -> str:
    """Begin the easy-read summary: what was decided, one short line each. A person makes it better."""
    decided = [each.words for kept in items if not kept.item.closed for each in kept.decisions]
    if not decided:
        return ""
    return "\n".join([_("We met. We decided:"), *(f"- {words}" for words in decided)])


def minutes_visible_to(person: Person | None, meeting: Meeting) -> Minutes:
    """Return the minutes of a meeting: approved for who sees it, shared for members, drafts for who writes."""
    minutes = minutes_of(meeting)
    if minutes is None:
        raise NotVisible
    if minutes.state == MinutesState.APPROVED or may_write_minutes(person, meeting):
        return minutes
    if minutes.state == MinutesState.SHARED and is_member(person, meeting.group):
        return minutes
    raise NotVisible


def minutes_page(person: Person | None, key: str, number: int | None = None) -> MinutesPage:
    """Return the minutes of a meeting, in the version that stands or in one with a number; earlier ones for members."""
    meeting = meeting_for(person, key)
    minutes = minutes_visible_to(person, meeting)
    member = is_member(person, meeting.group)
    versions = list(minutes.versions.select_related("written_by"))
    shown = versions[0] if number is None else next((each for each in versions if each.number == number), None)
    if shown is None or (not member and shown.number != versions[0].number):
        raise NotVisible
    corrections = minutes.corrections.select_related("proposed_by", "answered_by") if member else ()
    return MinutesPage(
        minutes=minutes,
        meeting=meeting,
        version=shown,
        versions=versions if member else versions[:1],
        is_member=member,
        attendances=list(meeting.attendances.select_related("person")) if member else [],
        corrections=[(each, may_answer_correction(person, each)) for each in corrections],
        may_write=may_write_minutes(person, meeting),
        may_correct=may_correct(person, minutes),
        asked=next(iter(decisions_about("meetings.minutes", minutes.key)), None) if member else None,
    )


def minutes_to_write(person: Person | None, key: str) -> tuple[Meeting, Minutes | None, dict[str, str]]:
    """Return a held meeting, its minutes if they are begun, and the texts to begin the next version with."""
    meeting = meeting_to_lead(person, key)
    check_may_write_minutes(person, meeting)
    minutes = minutes_of(meeting)
    latest = minutes.versions.first() if minutes is not None else None
    if latest is None:
        return meeting, minutes, draft_of(meeting)
    return meeting, minutes, {name: getattr(latest, name) for name in ("public_part", "closed_part", "easy_read")}


def minutes_to_correct(person: Person | None, key: str) -> Minutes:
    """Return minutes for a member who may say what is not right. Raises NotVisible, or NotAllowed."""
    minutes = minutes_visible_to(person, meeting_for(person, key))
    check_may_correct(person, minutes)
    return minutes


def correction_for(person: Person | None, key: str) -> Correction:
    """Return a correction for a member of the group; for others it does not exist."""
    found = Correction.objects.select_related("minutes__meeting__group__organisation", "proposed_by")
    correction = found.filter(key=key).first()
    if correction is None or not is_member(person, correction.minutes.meeting.group):
        raise NotVisible
    return correction


def decisions_to_approve_by(minutes: Minutes) -> list[TakenDecision]:
    """Return what the group decided at its later meetings: one of these can approve the minutes."""
    after = minutes.shared_at or minutes.begun_at
    taken = TakenDecision.objects.filter(item__group=minutes.meeting.group_id, taken_at__gt=after)
    return list(taken.select_related("item__meeting").order_by("-taken_at")[:50])


def minutes_to_approve(person: Person | None, key: str) -> Minutes:
    """Return the minutes of a meeting for somebody who may record their approval."""
    meeting = meeting_to_lead(person, key)
    minutes = minutes_of(meeting)
    if minutes is None:
        raise NotVisible
    return minutes


def minutes_to_write_for(groups: Any) -> list[Meeting]:
    """Return the meetings held in some groups for which nobody has begun minutes."""
    begun = Minutes.objects.values("meeting")
    held = Meeting.objects.filter(group__in=groups, state=MeetingState.HELD).exclude(pk__in=begun)
    return list(held.select_related("group").order_by("held_at"))
