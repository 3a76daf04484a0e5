"""Papers of the panel and the board: in time and late, agreed at the gate and put off; and what members prepare."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from equalterms.documents.receiving import receive
from equalterms.examples.clock import Tale
from equalterms.examples.meeting_papers import bring, make_ready_in, meet_online, put_on_agenda
from equalterms.examples.place import Place
from equalterms.examples.sittings import Talk, propose, tuesday
from equalterms.meetings.actions.gate import answer_gate, put_off_at_gate
from equalterms.meetings.actions.papers import make_ready, say_not_possible, set_format_time
from equalterms.meetings.actions.preparing import answer_carrying, answer_note, propose_carrying, write_note
from equalterms.meetings.models import AgendaItem
from equalterms.meetings.vocabulary import NoteKind

ONE_DAY = datetime.timedelta(days=1)
FARES = """# Fares for getting to meetings

Members paid 2,140 pounds themselves last year and had it paid back after five weeks on average.

## Three ways

1. A card that pays the fare at once.
2. Taxis that the council books.
3. Cash on the day, as now."""
REVIEWS = """# Reviews by phone: what we heard

In spring 212 people had their review by phone.

- 120 said it saved them time.
- 54 said they forgot to say something that mattered.
- 38 would have liked somebody beside them.

## What we ask of you

**When should a review never be by phone?**"""
REVIEWS_EASY = """# Reviews by phone

A review looks at the help you get.
Some people had it on the phone.

- Some liked it.
- Some did not.

When should it not be on the phone?"""
CONTRACT = """# The new contract for day services

It ends in a year. Six things are written down now, and none of them by members.

- Who is asked when something changes
- How far the bus goes
- What is there in the evening"""
HOMES = """# Adapting homes: the list and the wait

612 people wait. In spring there were 540.

## Open is

- Who comes first: by date, or by need
- Whether small things, like a rail, go past the list"""
LARGE = "Posted in large print."
FILM = "https://video.example/bsl"


def how_early(place: Place) -> Tale:
    yield place.day(-320)
    set_format_time(group=place.groups["panel"], by=place["jo"], format="easy_read", clear_days=9)


def item_called(place: Place, meeting: str, title: str) -> AgendaItem:
    return place.meetings[meeting].items.get(title=title)


def agreed_at_the_gate(place: Place) -> Tale:
    """Easy read came late, and the member who needs it let the item go ahead."""
    yield place.day(-138)
    ben = place["ben"]
    others = [("large_print_18", LARGE), ("bsl_video", FILM)]
    reviews = item_called(place, "panel winter", "Reviews by phone")
    paper = bring(reviews, ben, "What we heard about reviews", REVIEWS, others)
    contract = item_called(place, "panel winter", "New contract for day services")
    easy = "# Day services\n\nThe council makes a new plan for day services.\n\n- What should be in it?"
    bring(contract, ben, "What the contract says now", CONTRACT, [*others, ("easy_read", easy)])
    yield tuesday(place.day(-121)) - ONE_DAY
    make_ready_in(paper, "easy_read", ben, REVIEWS_EASY)
    answer_gate(item=reviews, by=place["priya"], agrees=True)


def put_off(place: Place) -> Tale:
    """Easy read never came, the member did not agree, and the item was put off."""
    yield place.day(-51)
    meeting = place.meetings["panel late"]
    fares = Talk("marcus", "Fares for getting to meetings", "Nobody should wait five weeks for eight pounds.", 25)
    item = propose(place, "panel", fares)
    put_on_agenda(place, meeting, [item], "jo", "marcus")
    yield place.day(-50)
    item.refresh_from_db()
    bring(item, place["ben"], "Three ways to pay fares", FARES, [("large_print_18", LARGE), ("bsl_video", FILM)])
    yield tuesday(place.day(-33)) - ONE_DAY
    answer_gate(item=item, by=place["priya"], agrees=False)
    put_off_at_gate(item=item, by=place["jo"], until=place.day(52))


def still_at_the_gate(place: Place) -> Tale:
    """An extra meeting of the panel: one paper waits for a member’s word, one is not possible in one format."""
    yield place.day(-29)
    ben = place["ben"]
    meeting = meet_online(place.groups["panel"], ben, "Panel meeting: half a year of phone reviews", place.day(4))
    place.meetings["panel extra"] = meeting
    trial = propose(place, "panel", Talk("samuel", "Half a year of phone reviews", "We said: look at it again.", 40))
    visit = propose(place, "panel", Talk("yusuf", "The new day service", "See it before it opens.", 25))
    put_on_agenda(place, meeting, [trial, visit], "jo", "grace")
    yield place.day(-27)
    for item in (trial, visit):
        item.refresh_from_db()
    bring(trial, ben, "212 reviews by phone", REVIEWS, [("large_print_18", LARGE), ("bsl_video", FILM)])
    building = "# The building\n\nTwo doors, one lift, a garden to the south."
    easy = "The building\n\nIt has two doors.\nIt has one lift.\nIt has a garden.\n"
    paper = bring(visit, ben, "Plans of the building", building, [("large_print_18", LARGE)])
    file = receive(SimpleUploadedFile("The building in easy read.txt", easy.encode()))
    make_ready(paper=paper, format="easy_read", by=ben, words=easy, received=file)
    say_not_possible(
        paper=paper,
        format="bsl_video",
        by=ben,
        because="The interpreter who films for us is away until after the meeting.",
        instead="A visit to the building with an interpreter, in the week before.",
    )
    yield place.day(-25)
    answer_gate(item=visit, by=place["marcus"], agrees=True)


def board_papers(place: Place) -> Tale:
    """Papers of the next board meeting, of which some are there and some are due."""
    yield place.day(-10)
    homes = item_called(place, "board next", "Adapting homes: the list and the wait")
    bring(homes, place["ben"], "The list in figures", HOMES, [("large_print_18", LARGE), ("bsl_video", FILM)])


def preparing(place: Place) -> Tale:
    """What members write among themselves before the board meets, and what they agree to carry forward."""
    yield place.day(-8)
    meeting = place.meetings["board next"]
    homes = item_called(place, "board next", "Adapting homes: the list and the wait")
    priya, tom, jo = place["priya"], place["tom"], place["jo"]
    said = {"meeting": meeting, "item": homes, "shared": True}
    words = "Is a rail by the door on the same list as a whole bathroom? Nobody has told us."
    question = write_note(by=priya, kind=NoteKind.QUESTION, words=words, **said)
    yield place.day(-6)
    answer_note(note=question, by=tom, words="Mum waited seven months for a rail. It took twenty minutes to put up.")
    words = "Small things should not wait behind large ones."
    write_note(by=tom, kind=NoteKind.POSITION, words=words, **said)
    words = "Ask Ben for last year’s numbers before I say this aloud."
    write_note(by=priya, words=words, meeting=meeting, item=homes, shared=False)
    words = "Shall we sit together this time, not each beside a manager?"
    write_note(meeting=meeting, by=jo, words=words, shared=True)
    yield place.day(-4)
    words = "Whatever costs less than 300 pounds should go past the list."
    proposal = propose_carrying(meeting=meeting, item=homes, by=tom, words=words, named=True)
    answer_carrying(proposal=proposal, by=jo, agrees=True)
    words = "Please begin with questions from members. The managers’ report comes after them."
    early = propose_carrying(meeting=meeting, by=jo, words=words)
    for person in (tom, priya):
        answer_carrying(proposal=early, by=person, agrees=True)


TALES = (how_early, agreed_at_the_gate, put_off, still_at_the_gate, board_papers, preparing)
