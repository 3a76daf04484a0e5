"""Forms: every control has its label, every hint and message is tied to it, every link in the summary arrives."""

import re
from datetime import date

import pytest
from django import forms

from equalterms.design.controls import drawn
from equalterms.design.fields import ChoiceWithHints, DayField, SeveralWithHints
from equalterms.design.rendering import error_summary


class Everything(forms.Form):
    name = forms.CharField(label="What is your name?", help_text="As you wish.", max_length=5)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    email = forms.EmailField(label="E-mail address")
    seen = ChoiceWithHints(label="Have you seen it?", choices=[("y", "Yes", "All of it"), ("n", "No")])
    formats = SeveralWithHints(label="Formats", choices=[("a", "Audio"), ("b", "Braille", "Grade 2")])
    ended = DayField(label="When did it end?", called="the day it ended")
    where = forms.ChoiceField(label="Place", choices=[("", "Choose"), ("1", "Here")])
    people = forms.IntegerField(label="How many people?", min_value=1)
    file = forms.FileField(label="Evidence")
    agreed = forms.BooleanField(label="I agree", help_text="You may change your mind.")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def ids(html):
    return re.findall(r' id="([^"]+)"', html)


@pytest.fixture
def wrong():
    return Everything({"email": "x", "ended_day": "3", "ended_year": "2026"})


@pytest.mark.parametrize("data", [None, {}, {"name": "far too long", "people": "0", "seen": "?", "ended_month": "13"}])
def test_ids_are_unique_and_every_reference_arrives(data):
    form = Everything(data)
    html = f"{error_summary(form)}{form}"
    found = ids(html)
    assert len(found) == len(set(found))
    for names in re.findall(r'aria-describedby="([^"]+)"', html):
        assert set(names.split()) <= set(found)
    for target in re.findall(r'(?:href="#|for=")([^"]+)"', html):
        assert target in found


def test_every_control_has_a_label(wrong):
    html = str(wrong)
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', html))
    controls = re.findall(r"<(?:input|select|textarea)\b([^>]*)>", html)
    for attributes in controls:
        if 'type="hidden"' not in attributes:
            assert re.search(r' id="([^"]+)"', attributes)[1] in labelled


def test_summary_leads_to_the_first_radio_and_to_the_missing_part_of_a_day(wrong):
    summary = error_summary(wrong)
    assert 'href="#id_seen_0"' in summary
    assert 'href="#id_formats_0"' in summary
    assert 'href="#id_ended_month">The day it ended must include a month' in summary


def test_every_message_says_what_to_do_on_its_own(wrong):
    summary = error_summary(wrong)
    assert "This field is required" not in summary
    for words in (
        "Answer “What is your name?”",
        "Write an e-mail address like",
        "Tick “I agree”",
        "Choose a file for “Evidence”",
    ):
        assert words in summary


def test_own_messages_are_kept_as_written():
    class Own(forms.Form):
        place = forms.CharField(error_messages={"required": "Say where you met."})

    assert "Say where you met." in error_summary(Own({}))


def test_messages_and_values_are_escaped():
    class Echo(forms.Form):
        place = forms.CharField()

        def clean_place(self):
            raise forms.ValidationError("<script>%(x)s", params={"x": "<b>"})

    form = Echo({"place": '"><script>'})
    assert "<script>" not in f"{error_summary(form)}{form}"


def test_nothing_to_put_right_shows_nothing():
    assert error_summary(Everything()) == ""


def test_optional_fields_say_so():
    assert 'Note <span class="et-optional">(optional)</span>' in str(Everything())


@pytest.mark.parametrize(
    "given",
    [
        ("3", "11", "2026"),
        ("03", "November", "2026"),
        ("3", "nov", "2026"),
        "3 November 2026",
        "3/11/2026",
        "2026-11-03",
    ],
)
def test_a_day_is_understood_as_people_write_it(given):
    assert DayField().clean(given) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("", "", ""), "Enter the day it ended"),
        (None, "Enter the day it ended"),
        (("", "11", "2026"), "The day it ended must include a day"),
        (("3", "", "2026"), "The day it ended must include a month"),
        (("3", "11", ""), "The day it ended must include a year"),
        (("31", "2", "2026"), "must be a real date"),
        (("³", "2", "2026"), "must be a real date"),
        (("x", "2", "2026"), "must be a real date"),
        (("3", "13", "2026"), "must have a month from 1 to 12"),
        (("3", "²", "2026"), "must have a month from 1 to 12"),
        (("3", "11", "26"), "must have a year with four numbers"),
        ("yesterday", "must be a real date"),
    ],
)
def test_a_day_that_is_wrong_is_answered_in_words(given, said):
    with pytest.raises(forms.ValidationError, match=said):
        DayField(called="the day it ended").clean(given)


def test_a_day_has_its_limits():
    field = DayField(earliest=date(2026, 1, 1), latest=date(2026, 12, 31))
    with pytest.raises(forms.ValidationError, match="1 January 2026 or later"):
        field.clean("31/12/2025")
    with pytest.raises(forms.ValidationError, match="31 December 2026 or earlier"):
        field.clean("1/1/2027")


def test_what_was_typed_into_a_day_comes_back():
    html = str(Everything({"ended_day": "3", "ended_month": "Smarch", "ended_year": "2026"})["ended"])
    assert 'value="Smarch"' in html


def test_an_optional_day_may_stay_empty():
    assert DayField(required=False).clean(("", "", "")) is None


class Controls(forms.Form):
    words = forms.CharField(max_length=9, widget=forms.TextInput(attrs={"class": "wide", "spellcheck": True}))
    note = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3, "hidden": False}))
    many = forms.IntegerField(required=False, min_value=0)
    key = forms.CharField(widget=forms.HiddenInput, required=False)
    where = forms.ChoiceField(choices=[("", "Any"), ("Near", [("a&b", "A & <b>"), (2, "Two")]), ("2", "Again")])


@pytest.mark.parametrize(
    "data", [None, {}, {"words": "<\"&'>", "note": "</textarea>", "many": "0", "key": "'", "where": "2"}]
)
def test_control_that_is_built_quickly_says_what_the_usual_one_says(data):
    for bound in Controls(data):
        parts = re.compile(r">\s*<")
        assert parts.sub("><", drawn(bound, {"lang": "cy"})) == parts.sub("><", bound.as_widget(attrs={"lang": "cy"}))
