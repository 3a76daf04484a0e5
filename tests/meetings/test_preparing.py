"""The preparation space: who is in, what they see of each other, and what leaves it."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories import AffiliationFactory, PersonFactory, join
from tests.meetings.papers_place import Place, build_place

from equalterms.groups.models import Membership
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.ledger.keys import new_key
from equalterms.ledger.models import Event
from equalterms.meetings.actions.preparing import (
    answer_carrying,
    answer_note,
    change_note,
    propose_carrying,
    remove_note,
    withdraw_carrying,
    write_note,
)
from equalterms.meetings.models import CarriedForward, PreparationNote
from equalterms.meetings.queries.preparing import carried_into, my_data, space_of, waiting_for
from equalterms.meetings.rules.preparing import may_prepare
from equalterms.people.exceptions import NotAllowed, NotVisible
from equalterms.people.models import Draft, Person
from equalterms.people.vocabulary import Duty

WORDS = "Zqprivateqz: what if we lose the afternoon bus?"


@pytest.fixture
def place(db: None) -> Place:
    return build_place()


def write(place: Place, by: Person, words: str = WORDS, shared: bool = True) -> PreparationNote:
    return write_note(meeting=place.meeting, item=place.item, by=by, words=words, shared=shared)


def words_seen(person: Person, place: Place) -> list[str]:
    return [face.note.words for part in space_of(person, place.meeting.key).parts for face in part.notes]


def refused(place: Place) -> dict[str, Person | None]:
    """Everybody who has no business there."""
    employed = join(place.group)  # sits there as a service user, and works for a council
    AffiliationFactory(person=employed, duty=Duty.STAFF)
    helped = Person.objects.get(pk=place.reader.pk)
    helped.entered_by = AffiliationFactory().person
    return {
        "nobody": None,
        "outsider": place.outsider,
        "manager": place.manager,
        "administrator": place.administrator,
        "facilitator who sits as adviser": place.facilitator,
        "observer": join(place.group, capacity=Capacity.OBSERVER),
        "former member": join(place.group, until=timezone.localdate()),
        "service user who works for a council": employed,
        "supporter who works for a council": helped,
    }


def test_members_with_lived_experience_are_in_and_everybody_else_is_out(place: Place) -> None:
    facilitator = join(place.group, role=Role.FACILITATOR)  # with lived experience and no public body
    helped = Person.objects.get(pk=place.reader.pk)
    helped.entered_by = PersonFactory()
    inside = [place.reader, place.fellow, place.chair, join(place.group, carer=True), facilitator, helped]
    assert all(may_prepare(person, place.meeting) for person in inside)
    write(place, place.reader)
    for who, person in refused(place).items():
        assert not may_prepare(person, place.meeting), who
        with pytest.raises(NotVisible):
            space_of(person, place.meeting.key)
        if person is not None:
            with pytest.raises(NotVisible):
                write(place, person)


def test_what_is_shared_is_read_by_the_others_and_what_is_private_by_its_author_alone(place: Place) -> None:
    write(place, place.reader, "Shared")
    write(place, place.reader, "Private", shared=False)
    assert words_seen(place.reader, place) == ["Shared", "Private"]
    assert words_seen(place.fellow, place) == ["Shared"]


def test_others_answer_what_is_shared_and_nobody_changes_anothers_words(place: Place) -> None:
    note = write(place, place.reader)
    answer_note(note=note, by=place.fellow, words="We say so together.")
    for act in (lambda: change_note(note=note, by=place.fellow, words="No", kind="note", shared=True),
                lambda: remove_note(note=note, by=place.fellow)):  # fmt: skip
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(ValidationError):
        change_note(note=note, by=place.reader, words=WORDS, kind="note", shared=False)
    remove_note(note=note, by=place.reader)
    part = space_of(place.fellow, place.meeting.key).parts[0]
    assert (part.notes[0].is_taken_back, part.notes[0].replies[0].note.words) == (True, "We say so together.")


def test_a_private_note_cannot_be_answered(place: Place) -> None:
    note = write(place, place.reader, shared=False)
    with pytest.raises(NotAllowed):
        answer_note(note=note, by=place.fellow, words="Hm")


def test_the_ledger_knows_nothing_of_what_is_written(place: Place) -> None:
    before = Event.objects.count()
    note = write(place, place.reader)
    answer_note(note=note, by=place.fellow, words="Yes")
    change_note(note=note, by=place.reader, words="Other words", kind="question", shared=True)
    propose_carrying(meeting=place.meeting, by=place.reader, words="We need the bus.")
    assert Event.objects.count() == before


def test_words_leave_only_when_all_who_take_part_agree(place: Place) -> None:
    write(place, place.fellow)
    write(place, place.chair)
    proposal = propose_carrying(meeting=place.meeting, item=place.item, by=place.reader, words="We need the bus.")
    answer_carrying(proposal=proposal, by=place.fellow, agrees=True, named=True)
    answer_carrying(proposal=proposal, by=place.chair, agrees=False)
    assert not CarriedForward.objects.exists()
    before = Event.objects.count()
    answer_carrying(proposal=proposal, by=place.chair, agrees=True)
    carried = CarriedForward.objects.get()
    assert (carried.words, carried.item, carried.names) == ("We need the bus.", place.item, [place.fellow.name])
    told = Event.objects.order_by("number")[before:]
    assert [(each.verb, each.actor, each.facts) for each in told] == [("preparation.carried_forward", "", {})]
    assert [each.words for each in carried_into(place.meeting, as_member=True)] == ["We need the bus."]
    assert carried_into(place.meeting, as_member=False) == []


def test_one_person_alone_carries_nothing_forward_as_the_members(place: Place) -> None:
    proposal = propose_carrying(meeting=place.meeting, by=place.reader, words="I need the bus.")
    answer_carrying(proposal=proposal, by=place.reader, agrees=True)
    assert not CarriedForward.objects.exists()
    withdraw_carrying(proposal=proposal, by=place.reader)
    answer_carrying(proposal=proposal, by=place.fellow, agrees=True)
    assert not CarriedForward.objects.exists()


def test_your_turn_asks_those_in_the_space_and_tells_no_word(place: Place) -> None:
    propose_carrying(meeting=place.meeting, by=place.reader, words=WORDS)
    asked = waiting_for(place.fellow)
    assert len(asked) == 1
    assert "Zqprivateqz" not in f"{asked[0].title}{asked[0].why}{asked[0].url}"
    for person in (place.manager, place.facilitator, place.administrator, place.outsider, place.reader):
        assert waiting_for(person) == []


def test_nothing_is_added_once_the_meeting_has_begun_and_ones_own_can_still_be_taken_back(place: Place) -> None:
    note = write(place, place.reader)
    place.begins()
    note.meeting = place.meeting
    with pytest.raises(NotAllowed):
        write(place, place.reader)
    remove_note(note=note, by=place.reader)
    assert words_seen(place.fellow, place) == []


def test_somebody_who_left_still_has_their_own_words(place: Place) -> None:
    write(place, place.reader, shared=False)
    Membership.objects.filter(person=place.reader).update(until=timezone.localdate())
    assert [each["words"] for each in my_data(place.reader)["notes"]] == [WORDS]
    assert my_data(place.fellow)["notes"] == []


def addresses(place: Place, note: PreparationNote, key: str = "") -> list[str]:
    """Return every address of the space: of this one, or of one that does not exist."""
    of_meeting = [reverse(f"meetings:{name}", args=[key or place.meeting.key]) for name in
                  ("preparing", "write_note", "carry")]  # fmt: skip
    of_note = [reverse(f"meetings:{name}", args=[key or note.key]) for name in
               ("change_note", "answer_note", "remove_note")]  # fmt: skip
    return [*of_meeting, *of_note]


def test_for_those_outside_it_is_not_there_whatever_they_ask(
    place: Place, as_person: Callable[[Person | None], Client]
) -> None:
    note = write(place, place.reader)
    nothing = new_key()
    for person in (place.manager, place.administrator, place.facilitator, place.outsider, None):
        client = as_person(person)
        for real, absent in zip(addresses(place, note), addresses(place, note, nothing), strict=True):
            for ask in (client.get, client.post):
                found, lost = ask(real), ask(absent)
                assert found.status_code == lost.status_code != 200, (person, real)
                assert b"Zqprivateqz" not in found.content


def test_what_a_signed_out_person_typed_is_given_back_and_not_kept(
    place: Place, as_person: Callable[[Person | None], Client]
) -> None:
    answer = as_person(None).post(
        reverse("meetings:write_note", args=[place.meeting.key]), {"words": WORDS, "item": "general"}
    )
    assert answer.status_code == 403
    assert "Zqprivateqz" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert not Draft.objects.exists()
