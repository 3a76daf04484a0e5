"""Writing in the preparation space, and carrying words forward together.

Nothing of it is in the ledger until words are carried forward: everybody reads the ledger, and even the number of
events would tell who writes how much. What is carried forward leaves one event about the meeting that names nobody.
"""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import (
    AgendaItem,
    CarriedForward,
    CarryAnswer,
    CarryProposal,
    Meeting,
    PreparationNote,
)
from equalterms.meetings.queries.preparing import who_take_part
from equalterms.meetings.row_security import seen_by
from equalterms.meetings.rules.preparing import FEWEST_WHO_CARRY, check_may_write_in, check_own
from equalterms.meetings.vocabulary import NoteKind
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


class untold(unchanged):
    """What an action of this room returns: it has written, and the ledger, which everybody reads, is not told."""


@action
def write_note(
    *, meeting: Meeting, by: Person, words: str, kind: str = NoteKind.NOTE, item: AgendaItem | None = None, shared: bool
) -> PreparationNote:
    """Write a note, a question or a position: for oneself, or for the others who prepare."""
    check_may_write_in(by, meeting)
    check_words(words)
    if item is not None and item.meeting_id != meeting.pk:
        raise ValidationError({"item": _("Choose an item of this meeting.")})
    with seen_by(by):
        note = PreparationNote.objects.create(
            meeting=meeting, item=item, kind=kind, words=words, shared=shared, author=by, written_at=timezone.now()
        )
    return untold(note)


@action
def answer_note(*, note: PreparationNote, by: Person, words: str) -> PreparationNote:
    """Answer what somebody shared. An answer is shared, too."""
    check_may_write_in(by, note.meeting)
    check_words(words)
    if not note.shared or note.answers_id is not None:
        raise NotAllowed(_("This cannot be answered."))
    with seen_by(by):
        answer = PreparationNote.objects.create(
            meeting=note.meeting,
            item=note.item,
            answers=note,
            words=words,
            shared=True,
            author=by,
            written_at=timezone.now(),
        )
    return untold(answer)


@action
def change_note(*, note: PreparationNote, by: Person, words: str, kind: str, shared: bool) -> PreparationNote:
    """Change what one wrote. What others have answered stays shared."""
    check_may_write_in(by, note.meeting)
    check_own(by, note)
    check_words(words)
    with seen_by(by):
        if not shared and (note.answers_id or PreparationNote.objects.filter(answers=note).exists()):
            raise ValidationError({"shared": _("The others have answered it, so it stays with them.")})
        note.words, note.kind, note.shared, note.changed_at = words, kind, shared, timezone.now()
        note.save(update_fields=["words", "kind", "shared", "changed_at"])
    return untold(note)


@action
def remove_note(*, note: PreparationNote, by: Person) -> None:
    """Take back what one wrote, at any time. Where others have answered, its words go and the answers stay."""
    check_own(by, note)
    with seen_by(by):
        if PreparationNote.objects.filter(answers=note).exists():
            note.words, note.changed_at = "", timezone.now()
            note.save(update_fields=["words", "changed_at"])
        else:
            note.delete()
    return untold(None)


@action
def propose_carrying(
    *, meeting: Meeting, by: Person, words: str, item: AgendaItem | None = None, named: bool = False
) -> CarryProposal:
    """Put words forward that the members could bring to the meeting together. Who puts them forward agrees."""
    check_may_write_in(by, meeting)
    check_words(words)
    if item is not None and item.meeting_id != meeting.pk:
        raise ValidationError({"item": _("Choose an item of this meeting.")})
    now = timezone.now()
    with seen_by(by):
        proposal = CarryProposal.objects.create(
            meeting=meeting, item=item, words=words, proposed_by=by, proposed_at=now
        )
        CarryAnswer.objects.create(
            meeting=meeting, proposal=proposal, person=by, agrees=True, named=named, answered_at=now
        )
    return untold(proposal)


@action
def answer_carrying(*, proposal: CarryProposal, by: Person, agrees: bool, named: bool = False) -> CarryProposal:
    """Say whether these words may be carried forward. With the last yes of those who take part they are."""
    check_may_write_in(by, proposal.meeting)
    with seen_by(by):
        proposal = (
            CarryProposal.objects.select_for_update(of=("self",))
            .select_related("meeting__group", "item")
            .get(pk=proposal.pk)
        )
        if proposal.carried_at is not None or proposal.withdrawn_at is not None:
            return untold(proposal)
        CarryAnswer.objects.update_or_create(
            proposal=proposal,
            person=by,
            defaults={
                "meeting": proposal.meeting,
                "agrees": agrees,
                "named": named and agrees,
                "answered_at": timezone.now(),
            },
        )
        if not is_agreed(proposal):
            return untold(proposal)
        carry(proposal)
    record("preparation.carried_forward", proposal.meeting, by=None)
    return proposal


@action
def withdraw_carrying(*, proposal: CarryProposal, by: Person) -> CarryProposal:
    """Take back words that one put forward, until they are carried."""
    check_may_write_in(by, proposal.meeting)
    if proposal.proposed_by_id != by.pk:
        raise NotAllowed(_("Only who put these words forward can take them back."))
    with seen_by(by):
        open_one = CarryProposal.objects.filter(pk=proposal.pk, carried_at__isnull=True)
        open_one.update(withdrawn_at=timezone.now())
    return untold(proposal)


def is_agreed(proposal: CarryProposal) -> bool:
    """Whether everybody who takes part agrees, at least two do, and nobody is against it. Inside `seen_by`."""
    answers = {each.person_id: each.agrees for each in CarryAnswer.objects.filter(proposal=proposal)}
    asked = who_take_part(proposal.meeting) | {proposal.proposed_by_id} | set(answers)
    return len(asked) >= FEWEST_WHO_CARRY and all(answers.get(each) for each in asked)


def carry(proposal: CarryProposal) -> CarriedForward:
    """Copy agreed words out of the space, inside the caller's action. Named is who wished to be."""
    wished = CarryAnswer.objects.filter(proposal=proposal, agrees=True, named=True).select_related("person")
    names = [each.person.name for each in wished.order_by("person__name")]
    now = timezone.now()
    CarryProposal.objects.filter(pk=proposal.pk).update(carried_at=now)
    return CarriedForward.objects.create(
        meeting=proposal.meeting, item=proposal.item, words=proposal.words, names=names, carried_at=now
    )


def check_words(words: str) -> None:
    if not words.strip():
        raise ValidationError({"words": _("Write a few words.")})
