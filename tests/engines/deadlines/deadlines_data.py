"""Bank holidays as published on gov.uk/bank-holidays, written down by hand: the answer beside the question."""

from datetime import date

from equalterms.engines.deadlines import Calendar, Nation

NATIONS = tuple(Nation)
ENGLAND, SCOTLAND, ULSTER = (Calendar(nation) for nation in NATIONS)

# Weekdays only; a holiday at a weekend is given as its substitute day.
PUBLISHED = {
    (Nation.ENGLAND_AND_WALES, 2023): "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    (Nation.ENGLAND_AND_WALES, 2024): "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    (Nation.ENGLAND_AND_WALES, 2025): "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    (Nation.ENGLAND_AND_WALES, 2026): "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    (Nation.ENGLAND_AND_WALES, 2027): "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    (Nation.SCOTLAND, 2023): "01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26",
    (Nation.SCOTLAND, 2024): "01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26",
    (Nation.SCOTLAND, 2025): "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26",
    (Nation.NORTHERN_IRELAND, 2023): "01-02 03-17 04-07 04-10 05-01 05-08 05-29 07-12 08-28 12-25 12-26",
    (Nation.NORTHERN_IRELAND, 2024): "01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26",
    (Nation.NORTHERN_IRELAND, 2026): "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
}


def published(nation, year):
    return [date(year, int(day[:2]), int(day[3:])) for day in PUBLISHED[nation, year].split()]
