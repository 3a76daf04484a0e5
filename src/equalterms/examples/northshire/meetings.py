"""A year of meetings in Northshire: the panel and the board, with what was put off, corrected, late and approved."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.northshire.talks import (
    BOARD_AUTUMN,
    BOARD_NEXT,
    BOARD_SPRING,
    PANEL_AUTUMN,
    PANEL_LATE,
    PANEL_NEXT,
    PANEL_WINTER,
)
from equalterms.examples.place import Place
from equalterms.examples.sittings import Sitting, Talk, held, plan, plan_for, propose, tuesday, wish
from equalterms.groups.actions.seats import change_seat
from equalterms.groups.models import Membership, Referral
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.meetings.actions.agenda import close_item, propose_item
from equalterms.meetings.actions.changing import agree_to_change, change_agenda
from equalterms.meetings.actions.following import delay_action, finish_action
from equalterms.meetings.actions.holding import begin_meeting, note_attendance, take_decision
from equalterms.meetings.actions.minutes import answer_correction, approve_minutes, propose_correction, write_minutes
from equalterms.meetings.actions.noting import write_note
from equalterms.meetings.actions.planning import call_meeting, cancel_meeting
from equalterms.meetings.actions.venues import add_venue
from equalterms.meetings.models import AgreedAction, TakenDecision
from equalterms.meetings.vocabulary import Attending, ItemPurpose


def venues(place: Place) -> Tale:
    yield place.day(-420)
    council, ben = place.organisations["council"], place["ben"]
    place.venues["library"] = add_venue(
        organisation=council,
        by=ben,
        name="Central Library, Northford",
        address="4 Market Place\nNorthford",
        getting_there="Buses 2, 7 and 14 stop at the door. Blue Badge parking is behind the library, ten steps from the lift.",
        step_free=True,
        hearing_loop=True,
        accessible_toilet=True,
        changing_places=False,
        parking=True,
        quiet_room=True,
        other_facts="The lift speaks. The lights in Room 2 can be dimmed.",
        looked_at_on=place.day(-421),
    )
    place.venues["hall"] = add_venue(
        organisation=council,
        by=ben,
        name="County Hall, Northford",
        address="1 Castle Street\nNorthford",
        getting_there="Ten minutes from the station, uphill. Ask Ben for a lift from the station.",
        step_free=True,
        hearing_loop=False,
        accessible_toilet=True,
        changing_places=True,
        parking=True,
    )


def a_new_co_chair(place: Place) -> Tale:
    """David Penrose hands his half of the chair to Helen Marsh."""
    yield place.day(-100)
    seats = Membership.objects.filter(group=place.groups["board"], until__isnull=True)
    for short, role in (("david", Role.MEMBER), ("helen", Role.CO_CHAIR)):
        seat = seats.get(person=place[short])
        change_seat(seat=seat, by=place["ben"], capacity=Capacity.STAFF, role=role, term_ends=seat.term_ends)


def panel_autumn(place: Place) -> Tale:
    yield from held(place, PANEL_AUTUMN)
    meeting = place.meetings["panel autumn"]
    minutes = meeting.minutes
    yield tuesday(place.day(-230)) + (place.day(15) - place.today)
    correction = propose_correction(
        minutes=minutes, by=place["anwen"], words="We asked for the figures by district and by age. Age is missing."
    )
    yield tuesday(place.day(-230)) + (place.day(17) - place.today)
    answer_correction(correction=correction, by=place["jo"], accepted=True, answer="You are right. It is in now.")
    latest = minutes.versions.first()
    words = latest.public_part.replace("by district.", "by district and by age.")
    write_minutes(
        meeting=meeting,
        by=place["jo"],
        base=latest.number,
        public_part=words,
        closed_part="",
        easy_read=latest.easy_read,
        because="Anwen’s correction: figures by age too.",
    )


def panel_winter(place: Place) -> Tale:
    yield from held(place, PANEL_WINTER)
    taken = TakenDecision.objects.get(
        item__meeting=place.meetings["panel winter"], item__title="Minutes of the last meeting"
    )
    approve_minutes(minutes=place.meetings["panel autumn"].minutes, by=place["jo"], taken=taken)
    yield place.day(-70)
    asked = AgreedAction.objects.get(owner=place["yusuf"])
    finish_action(
        action=asked, by=place["yusuf"], done_words="I asked twelve. Eight had no choice. I wrote it all down for Ben."
    )
    yield place.day(-58)
    choice = AgreedAction.objects.get(owner=place["kwame"], item__meeting=place.meetings["panel winter"])
    delay_action(
        action=choice,
        by=place["kwame"],
        due_on=place.day(30),
        because="The form is printed once a year. We change it with the next print.",
    )


def panel_late(place: Place) -> Tale:
    yield from held(place, PANEL_LATE)
    yield place.day(-15)
    minutes = place.meetings["panel late"].minutes
    first = propose_correction(
        minutes=minutes,
        by=place["grace"],
        words="It was me who said that hardly any plan works, not everybody. Please say “a member said”.",
    )
    yield place.day(-11)
    answer_correction(
        correction=first,
        by=place["ben"],
        accepted=False,
        answer="Four others said the same right after you. We would rather keep it as the group’s word. Tell us if that is not all right.",
    )
    yield place.day(-4)
    propose_correction(
        minutes=minutes,
        by=place["priya"],
        words="The college was asked for forty evenings in the spring, not in a year.",
    )


def panel_next(place: Place) -> Tale:
    """The next meeting of the panel: one chair, so a member has to agree; an item was put off; one is closed."""
    yield place.day(-26)
    meeting = plan(place, PANEL_NEXT)
    yield place.day(-14)
    budgets, rooms, staff, prices = (propose(place, "panel", talk) for talk in PANEL_NEXT.talks)
    close_item(item=staff, by=place["ben"], closed=True, because="It is about people who could be recognised.")
    yield place.day(-8)
    put_referral_on(place)
    guess = "The agencies send their figures in the new year. Without them we would only guess."
    off = [{"item": prices.key, "because": guess, "until": place.day(45).isoformat()}]
    change = wish(meeting, place["jo"], [(budgets, 30), (staff, 20)], put_off=off)
    yield place.day(-6)
    agree_to_change(change=change, by=place["grace"])
    yield place.day(-1)
    wish(
        meeting,
        place["jo"],
        [(rooms, 15), (budgets, 30), (staff, 20)],
        words="Yusuf’s item is short, and we can act on it on the same day.",
    )


def put_referral_on(place: Place) -> None:
    """Make what the board asked of the panel an item."""
    panel = place.groups["panel"]
    asked = Referral.objects.get(to_group=panel, title__startswith="What makes a good review")
    propose_item(
        group=panel,
        by=place["ben"],
        title=asked.title,
        why=asked.words,
        purpose=ItemPurpose.DISCUSSION,
        wished_minutes=30,
        referral=asked,
    )


def board_spring(place: Place) -> Tale:
    yield from held(place, BOARD_SPRING)


def board_cancelled(place: Place) -> Tale:
    yield place.day(-95)
    summer = Sitting("board summer", "board", "Board meeting, summer", -62, "jo", "", (), "hall")
    meeting = plan(place, summer)
    yield place.day(-70)
    cancel_meeting(
        meeting=meeting,
        by=place["helen"],
        because="The lift in County Hall is broken, and no other room for forty people is free on that day.",
    )


def board_autumn(place: Place) -> Tale:
    yield from held(place, BOARD_AUTUMN)
    meeting = place.meetings["board autumn"]
    taken = TakenDecision.objects.get(item__meeting=meeting, item__title="Minutes of the spring meeting")
    yield place.day(-9)
    approve_minutes(minutes=place.meetings["board spring"].minutes, by=place["helen"], taken=taken)


def board_next(place: Place) -> Tale:
    """The next meeting of the board: its two chairs have settled a part, and a change by one waits for the other."""
    yield place.day(-30)
    meeting = plan(place, BOARD_NEXT)
    yield place.day(-17)
    items = [(propose(place, "board", talk), talk.minutes) for talk in BOARD_NEXT.talks]
    yield place.day(-12)
    agree_to_change(change=wish(meeting, place["jo"], items), by=place["helen"])
    yield place.day(-3)
    carers = propose(
        place,
        "board",
        Talk("tom", "What the evening calls brought", "We phoned twenty carers. The board should hear them.", 25),
    )
    yield place.day(-2)
    change_agenda(
        meeting=meeting,
        by=place["helen"],
        lines=[
            {"item": items[1][0].key, "minutes": 40},
            {"item": items[0][0].key, "minutes": 20},
            {"item": carers.key, "minutes": 25},
        ],
        words="Housing should come first: the councillors decide on it in the same week.",
    )


def yesterday_and_today(place: Place) -> Tale:
    """A short meeting that has begun and was not ended yet, and one that waits to be begun."""
    yield place.day(-21)
    group, jo = place.groups["panel"], place["jo"]
    reading = plan_for(place, place.day(-1), group=group, by=jo, title="Reading letters together", breaks="None")
    visit = plan_for(place, place.day(-1), group=place.groups["board"], by=jo, title="Visit to the new day centre")
    place.meetings |= {"reading": reading, "visit": visit}
    yield place.day(-18)
    hard = propose(place, "panel", Talk("anwen", "The letter about paying for care", "It has nine pages.", 40))
    form = propose(
        place, "panel", Talk("kwame", "The form for a new assessment", "We would like to drop two pages.", 30)
    )
    change = wish(reading, jo, [(hard, 40), (form, 30)])
    yield place.day(-17)
    agree_to_change(change=change, by=place["priya"])
    call_meeting(meeting=reading, by=jo)
    yield place.day(-1)
    begin_meeting(meeting=reading, by=jo)
    there = {
        place[short].key: Attending.ONLINE
        for short in ("jo", "anwen", "kwame", "priya", "grace", "ben", "yusuf", "samuel")
    }
    note_attendance(meeting=reading, by=jo, how=there)
    hard.refresh_from_db()
    write_note(
        item=hard,
        by=jo,
        text="We read all nine pages. Five can go. What one has to do next belongs on the first.",
        base=0,
    )
    take_decision(item=hard, by=jo, words="The letter says on its first page what one has to do, and by when.")


TALES = (
    yesterday_and_today,
    venues,
    a_new_co_chair,
    panel_autumn,
    panel_winter,
    panel_late,
    panel_next,
    board_spring,
    board_cancelled,
    board_autumn,
    board_next,
)
