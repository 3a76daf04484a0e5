"""The pictures say what they draw, and neither draw nor say what must stay hidden."""

import re

import pytest

from equalterms.design.pictures import ladder_drawing
from equalterms.design.pictures.ladder import LadderPicture, ladder, ladder_table, ladder_words, median_rungs
from equalterms.design.pictures.round_table import RoundTablePicture, Seat, places, ring_sizes, round_table, seat_counts

TLAP = ("Coercion", "Educating", "Informing", "Consultation", "Engagement", "Co-design", "Co-production")


def picture(claimed=6, spread=None, reason="", key="k"):
    return LadderPicture(TLAP, claimed, spread, reason, key)


@pytest.mark.parametrize(
    ("claimed", "spread", "said"),
    [
        (6, {4: 5}, "Claimed: co-design. Members: consultation. Two rungs apart."),
        (7, {3: 1, 4: 4, 5: 1}, "Claimed: co-production. Members: consultation. Three rungs apart."),
        (6, {6: 5}, "Claimed: co-design. Members: co-design. On the same rung."),
        (4, {5: 5}, "Claimed: consultation. Members: engagement. One rung apart."),
        (
            6,
            {4: 3, 5: 3},
            "Claimed: co-design. Members: between consultation and engagement. One and a half rungs apart.",
        ),
        (5, {4: 3, 5: 3}, "Claimed: engagement. Members: between consultation and engagement. Half a rung apart."),
        (4, {2: 3, 6: 3}, "Claimed: consultation. Members: between educating and co-design. On the same rung."),
        (1, {7: 9}, "Claimed: coercion. Members: co-production. Six rungs apart."),
        (None, {4: 5}, "None yet: no co-production is claimed here. Members: consultation."),
        (6, None, "Claimed: co-design. Members have not been asked yet."),
        (6, {4: 0}, "Claimed: co-design. Members have not been asked yet."),
    ],
)
def test_words_say_the_claim_the_readings_and_the_distance(claimed, spread, said):
    assert ladder_words(picture(claimed, spread)) == said


@pytest.mark.parametrize(
    ("spread", "middle"),
    [
        ({}, None),
        ({3: 0}, None),
        ({3: 1}, (3, 3)),
        ({1: 1, 7: 1}, (1, 7)),
        ({1: 2, 2: 1, 7: 2}, (2, 2)),
        ({2: 3, 5: 4}, (5, 5)),
    ],
)
def test_median_is_the_middle_reading(spread, middle):
    assert median_rungs(spread) == middle


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_claim_hidden_until_the_own_reading_reaches_the_page_in_no_form(size):
    shown = ladder(picture(6, {4: 5}, "your_turn"), size)
    assert shown == ladder(picture(2, {7: 9}, "your_turn"), size)
    assert "l-claim" not in shown
    assert "l-own" not in shown


@pytest.mark.parametrize("size", ["small", "large"])
@pytest.mark.parametrize("reason", ["too_few", "not_asked", "none_yet"])
def test_readings_that_must_not_be_shown_reach_the_page_in_no_form(size, reason):
    assert ladder(picture(6, {4: 4}, reason), size) == ladder(picture(6, {1: 2}, reason), size)


def test_each_reason_has_its_own_drawing():
    drawn = {
        re.sub(r"<title.*?</title>|<text.*?</text>|<figcaption.*", "", ladder(picture(6, None, reason), "large"))
        for reason in ("too_few", "not_asked", "none_yet")
    } | {re.sub(r"<figcaption.*", "", ladder(picture(6, None, "your_turn"), "large"))}
    assert len(drawn) == 4


def test_an_unknown_reason_is_refused():
    with pytest.raises(ValueError, match="one of the reasons"):
        picture(6, {4: 5}, "secret")


def test_small_ladder_is_light_and_its_ids_are_its_own():
    first, second = (ladder(picture(6, {4: 5, 3: 2}, key=key), "small") for key in ("one", "two"))
    assert len(first.encode()) <= 1024
    assert not set(re.findall(r'id="([^"]+)"', first)) & set(re.findall(r'id="([^"]+)"', second))


@pytest.mark.parametrize("size", ["small", "large"])
def test_every_reference_in_a_ladder_has_its_target(size):
    shown = ladder(picture(6, {4: 5, 3: 2}), size)
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    for names in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', shown):
        assert set(names.split()) <= set(ids)


def test_the_table_holds_what_the_picture_holds():
    rows = ladder_table(picture(6, {3: 1, 4: 4})).rows
    assert [row[0] for row in rows][0] == "7. Co-production"
    assert {row[0]: row[1] for row in rows}["6. Co-design"] == "claimed"
    assert {row[0]: row[2] for row in rows}["4. Consultation"] == 4


def test_one_circle_for_each_reading_until_there_are_many():
    assert ladder(picture(6, {4: 4, 3: 1})).count('class="l-own"') == 5
    many = ladder(picture(6, {4: ladder_drawing.READINGS_DRAWN + 1, 3: 1}))
    assert many.count('class="l-own"') == 2
    assert "× 11" in many


def test_names_of_rungs_are_escaped():
    shown = ladder(LadderPicture(("<b>Low", "High"), 1, {2: 5}))
    assert "<b>" not in shown


@pytest.mark.parametrize("seats", [1, 5, 10, 22, 23, 40, 44, 45, 60])
def test_seats_never_touch_and_stay_in_the_picture(seats):
    spots = places(seats)
    assert len(spots) == seats == sum(ring_sizes(seats))
    half = max(spot[2] for spot in spots)
    for i, (x, y, _h) in enumerate(spots):
        assert x - half * 1.15 >= 0
        assert x + half * 1.15 <= 320
        assert y - half * 1.15 >= 0
        assert y + half * 1.15 <= 320
        assert all((x - a) ** 2 + (y - b) ** 2 >= (2 * half) ** 2 for a, b, _k in spots[i + 1 :])


def test_an_empty_table_is_drawn_without_seats():
    assert "t-table" in round_table(RoundTablePicture([], "Nobody has joined yet."))


def test_empty_seats_are_drawn_and_counted_apart():
    seats = [Seat("lived"), Seat("lived", filled=False), Seat("charge")]
    assert seat_counts(seats) == {"lived": (1, 1), "charge": (1, 0)}
    assert round_table(RoundTablePicture(seats, "One of two.")).count('class="t-empty"') == 1
