"""A year of meetings in Northshire: the panel and the board, with what was put off, corrected, late and approved."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.examples.sittings import Sitting, Talk, held, plan, propose, tuesday, wish
from equalterms.groups.actions.seats import change_seat
from equalterms.groups.models import Membership, Referral
from equalterms.groups.vocabulary import Capacity, Role
from equalterms.meetings.actions.agenda import close_item, propose_item
from equalterms.meetings.actions.changing import agree_to_change, change_agenda
from equalterms.meetings.actions.following import delay_action, finish_action
from equalterms.meetings.actions.minutes import answer_correction, approve_minutes, propose_correction, write_minutes
from equalterms.meetings.actions.planning import cancel_meeting
from equalterms.meetings.actions.venues import add_venue
from equalterms.meetings.models import AgreedAction, TakenDecision
from equalterms.meetings.vocabulary import ItemPurpose

ONLINE = {"link": "https://meet.northshire.example/panel", "phone": "01632 960150", "phone_code": "2214"}

PANEL_AUTUMN = Sitting(
    key="panel autumn",
    group="panel",
    title="Panel meeting: letters and reviews",
    on=-230,
    chair="jo",
    other="ben",
    venue="library",
    online=ONLINE,
    away="stanley rosemary",
    far="priya agnieszka",
    on_phone="samuel",
    talks=(
        Talk(
            who="priya",
            title="Letters that people can read",
            why="Three of us got a letter last month that none of us understood.",
            minutes=40,
            spent=55,
            note="We read two letters aloud. Nobody could say after it what to do next. The team leader explained which words the law asks for. It is fewer than we thought.",
            decided=("Two members look at every new letter before it is used.",),
            to_do=(("kwame", "Send every new letter to Grace and Yusuf two weeks before it is used.", -190),),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="helen",
            title="Figures of the last quarter",
            why="So that everybody knows how many people wait, and how long.",
            minutes=30,
            spent=20,
            note="412 people waited for an assessment, 31 fewer than in spring. Members asked for the figures by district.",
            purpose=ItemPurpose.INFORMATION,
        ),
        Talk(
            who="samuel",
            title="Replacement care for meetings",
            why="I can come only when somebody is with my wife.",
            minutes=20,
            spent=20,
            note="Two carers stayed away last time because nobody could come at nine. From half past ten it is easier.",
            decided=("Meetings begin at half past ten or later.",),
            purpose=ItemPurpose.DECISION,
        ),
    ),
    easy="We met. We talked about letters.\n- Two members read every new letter first.\n- We start at half past ten or later.",
)
PANEL_WINTER = Sitting(
    key="panel winter",
    group="panel",
    title="Panel meeting: phone reviews",
    on=-121,
    chair="jo",
    other="grace",
    venue="library",
    online=ONLINE,
    away="anwen helen",
    far="priya",
    talks=(
        Talk(
            who="jo",
            title="Minutes of the last meeting",
            why="We approve our minutes ourselves.",
            minutes=10,
            spent=10,
            note="The sentence about the district figures is right now.",
            decided=("The minutes of the autumn meeting are approved in their second version.",),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="grace",
            title="Reviews by phone",
            why="My neighbour was asked eleven questions in nine minutes.",
            minutes=45,
            spent=50,
            note="Six members told how theirs went. It works when one can choose, when the questions come before, and when there is no end time.",
            decided=("Everybody is asked first whether they want a visit or a phone call.",),
            to_do=(
                ("kwame", "Put the choice between a visit and a phone call on the first page of the form.", -60),
                ("yusuf", "Ask ten people how their phone review went.", -75),
            ),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="sinead",
            title="New contract for day services",
            why="It ends in a year, and we would like to begin the new one with you.",
            minutes=30,
            spent=25,
            note="Members want to see the list of what is asked for before it is written down for good.",
        ),
        Talk(
            who="anwen",
            title="Who checks the checkers",
            why="Inspections never ask us.",
            minutes=20,
        ),
    ),
)
PANEL_LATE = Sitting(
    key="panel late",
    group="panel",
    title="Panel meeting: personal assistants",
    on=-33,
    chair="jo",
    other="marcus",
    venue="library",
    online=ONLINE,
    away="vera kwame",
    far="priya bronagh",
    note_after=None,  # overdue, in public
    minutes_after=12,
    talks=(
        Talk(
            who="marcus",
            title="Personal assistants who can sign",
            why="I waited five months for one.",
            minutes=35,
            spent=40,
            note="There are two in the whole county. The college could teach more, if somebody paid for the evenings.",
            to_do=(("sinead", "Ask the college what forty evenings of teaching cost.", -3),),
        ),
        Talk(
            who="agnieszka",
            title="What happens when an assistant is ill",
            why="Last winter I was alone for two days.",
            minutes=30,
            spent=35,
            note="Everybody has a plan on paper. Hardly anybody’s plan works at short notice.",
            decided=("The council tests one plan in ten each year, with the person.",),
            to_do=(("priya", "Write down what a plan that works says.", 9),),
            purpose=ItemPurpose.DECISION,
        ),
    ),
)
BOARD_SPRING = Sitting(
    key="board spring",
    group="board",
    title="Board meeting: housing and money",
    on=-160,
    chair="jo",
    other="david",
    venue="hall",
    away="edith leo martin peter",
    far="",
    talks=(
        Talk(
            who="olu",
            title="What has to be saved, and by when",
            why="The board should see the figures before the councillors do.",
            minutes=40,
            spent=40,
            note="Nine million pounds by next April. Members asked which parts are fixed by law, and got the list.",
            purpose=ItemPurpose.INFORMATION,
        ),
        Talk(
            who="tom",
            title="Carers who cannot leave the house",
            why="The board hears from those who can come. Most carers cannot.",
            minutes=30,
            spent=45,
            note="Four ways were talked about. Evening calls were liked most.",
            decided=("Two board members and a manager phone ten carers each quarter, in the evening.",),
            to_do=(("laura", "Find a phone line that costs carers nothing.", -110),),
            purpose=ItemPurpose.DECISION,
        ),
    ),
)
BOARD_AUTUMN = Sitting(
    key="board autumn",
    group="board",
    title="Board meeting: digital letters",
    on=-19,
    chair="helen",
    other="jo",
    venue="hall",
    away="fatima imran carys",
    talks=(
        Talk(
            who="helen",
            title="Minutes of the spring meeting",
            why="They are with the members since spring.",
            minutes=5,
            spent=5,
            note="No correction was proposed.",
            decided=("The minutes of the spring meeting are approved.",),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="nikhil",
            title="Letters by e-mail",
            why="Six in ten people would like them. It saves a hundred thousand pounds a year.",
            minutes=30,
            spent=30,
            note="Members asked who reads them aloud to those who cannot. Paper stays for whoever wants it.",
            decided=("Letters go by e-mail only to people who asked for it.",),
            to_do=(("nikhil", "Show the board the form on which one asks for it.", 12),),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="desmond",
            title="Buses on Sundays",
            why="Since spring I cannot visit my brother.",
            minutes=25,
            spent=35,
            note="The Head of Transport will bring the routes. Four members travel on them before that.",
            to_do=(("martin", "Bring the Sunday routes and what each costs.", 20),),
        ),
    ),
    note_after=7,
    minutes_after=None,
)


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
    meeting = plan(
        place,
        Sitting(
            "panel next", "panel", "Panel meeting: what comes after support plans", 23, "jo", "", (), "library", ONLINE
        ),
    )
    yield place.day(-14)
    jo, grace = place["jo"], place["grace"]
    budgets = propose(
        place,
        "panel",
        Talk(
            "grace",
            "Small budgets, the same choice",
            "Somebody with forty pounds a week gets one offer. I would like us to change that.",
            30,
            purpose=ItemPurpose.DECISION,
        ),
    )
    rooms = propose(
        place,
        "panel",
        Talk(
            "yusuf", "A quiet room at every meeting", "I leave early when it gets loud, and I am not the only one.", 15
        ),
    )
    staff = propose(
        place,
        "panel",
        Talk("kwame", "A complaint about one team", "The panel asked to hear what was learnt from it.", 20),
    )
    prices = propose(
        place,
        "panel",
        Talk(
            "priya",
            "What an hour of help really costs",
            "Agencies were paid more this year. My assistants were not.",
            40,
        ),
    )
    close_item(item=staff, by=place["ben"], closed=True, because="It is about people who could be recognised.")
    yield place.day(-8)
    asked = Referral.objects.filter(
        to_group=place.groups["panel"], title__startswith="What makes a good review"
    ).first()
    if asked is not None:
        propose_item(
            group=place.groups["panel"],
            by=place["ben"],
            title=asked.title,
            why=asked.words,
            purpose=ItemPurpose.DISCUSSION,
            wished_minutes=30,
            referral=asked,
        )
    change = wish(
        meeting,
        jo,
        [(budgets, 30), (staff, 20)],
        put_off=[
            {
                "item": prices.key,
                "because": "The agencies send their figures in the new year. Without them we would only guess.",
                "until": place.day(45).isoformat(),
            }
        ],
    )
    yield place.day(-6)
    agree_to_change(change=change, by=grace)
    yield place.day(-1)
    wish(
        meeting,
        jo,
        [(rooms, 15), (budgets, 30), (staff, 20)],
        words="Yusuf’s item is short, and we can act on it on the same day.",
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
    coming = Sitting(
        key="board next",
        group="board",
        title="Board meeting: winter",
        on=37,
        chair="jo",
        other="helen",
        venue="hall",
        online={"link": "https://meet.northshire.example/board", "phone": "01632 960151"},
        talks=(
            Talk(
                "priya",
                "Direct payments: who answers the phone",
                "Four calls, four answers. I wrote them down.",
                30,
                purpose=ItemPurpose.DECISION,
            ),
            Talk("laura", "Adapting homes: the list and the wait", "The list is longer than in spring.", 30),
        ),
    )
    yield place.day(-30)
    meeting = plan(place, coming)
    yield place.day(-17)
    items = [(propose(place, "board", talk), talk.minutes) for talk in coming.talks]
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


TALES = (
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
