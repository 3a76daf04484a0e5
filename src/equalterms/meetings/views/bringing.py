"""Bringing papers: adding one, making it ready in each format, and saying what is not possible."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.groups.queries.needs import group_led
from equalterms.meetings.actions.papers import (
    add_paper,
    describe_paper,
    hand_over_format,
    make_ready,
    say_not_possible,
    set_format_time,
)
from equalterms.meetings.forms.papers import HINTS, FormatTimeForm, HandOverForm, NotPossibleForm, PaperForm, ReadyForm
from equalterms.meetings.models import Paper
from equalterms.meetings.queries.papers import (
    item_to_bring_papers_for,
    paper_to_work_on,
    people_to_own,
    version_in,
)
from equalterms.meetings.queries.papers_record import times_of
from equalterms.meetings.views.frame import ask, carried_out, done, get_or_post, trail_to_meetings
from equalterms.meetings.views.papers import label_of, papers_url, trail_of, url_of
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def add(request: HttpRequest, key: str) -> HttpResponse:
    item = item_to_bring_papers_for(request.person, key)
    form = kept_form(request, PaperForm, people=people_to_own(item.group), initial={"owner": request.person.pk})
    if carried_out(request, form, lambda: add_paper(item=item, by=request.person, **form.cleaned_data)):
        words = _("The paper is added. Now bring it in each format that is needed.")
        return done(request, words, url_of(form.outcome))
    return ask(
        request,
        form,
        heading=_("Add a paper"),
        lead=_("For the item “%(item)s”") % {"item": item.title},
        button_text=_("Add this paper"),
        trail=trail_of(item),
        cancel_url=papers_url(item.meeting) if item.meeting is not None else reverse("meetings:item", args=[item.key]),
    )


@get_or_post
@signed_in
def describe(request: HttpRequest, key: str) -> HttpResponse:
    paper = paper_to_work_on(request.person, key)
    said = {"title": paper.title, "owner": paper.owner_id}
    form = kept_form(request, PaperForm, people=people_to_own(paper.item.group), initial=said)
    if carried_out(request, form, lambda: describe_paper(paper=paper, by=request.person, **form.cleaned_data)):
        return done(request, _("The paper is changed."), url_of(paper))
    return ask(request, form, heading=_("Change this paper"), button_text=_("Save"), **frame_of(paper))


@get_or_post
@signed_in
def bring(request: HttpRequest, key: str, format: str) -> HttpResponse:
    paper = paper_to_work_on(request.person, key, format)
    version = version_in(paper, format)
    ready = version is not None and version.ready_at is not None
    said = {"words": version.words, "link": version.link, "how_to_get": version.how_to_get} if ready else {}
    form = kept_form(request, ReadyForm, format=format, has_file=ready and bool(version.file), initial=said)

    def act() -> object:
        given = dict(form.cleaned_data)
        return make_ready(paper=paper, format=format, by=request.person, received=given.pop("file"), **given)

    if carried_out(request, form, act):
        return done(request, _("The paper is there: %(format)s.") % {"format": label_of(format)}, url_of(paper))
    return ask(
        request,
        form,
        template="meetings/paper_bring.html",
        heading=_("%(format)s: %(paper)s") % {"format": label_of(format), "paper": paper.title},
        lead=HINTS.get(format, ""),
        button_text=_("Make this ready"),
        paper=paper,
        format=format,
        ready=ready,
        **frame_of(paper),
    )


@get_or_post
@signed_in
def not_possible(request: HttpRequest, key: str, format: str) -> HttpResponse:
    paper = paper_to_work_on(request.person, key, format)
    form = kept_form(request, NotPossibleForm)

    def act() -> object:
        return say_not_possible(paper=paper, format=format, by=request.person, **form.cleaned_data)

    if carried_out(request, form, act):
        words = _("It is said openly. Those affected are asked whether the item goes ahead.")
        return done(request, words, url_of(paper))
    return ask(
        request,
        form,
        heading=_("%(format)s is not possible") % {"format": label_of(format)},
        lead=_("Everybody who sees the paper reads your reason. The members affected say whether the item goes ahead."),
        button_text=_("Say that it is not possible"),
        **frame_of(paper),
    )


@get_or_post
@signed_in
def hand_over(request: HttpRequest, key: str, format: str) -> HttpResponse:
    paper = paper_to_work_on(request.person, key, format)
    version = version_in(paper, format)
    owner = version.owner_id if version is not None and version.owner_id else paper.owner_id
    form = kept_form(request, HandOverForm, people=people_to_own(paper.item.group), initial={"owner": owner})

    def act() -> object:
        return hand_over_format(paper=paper, format=format, by=request.person, **form.cleaned_data)

    if carried_out(request, form, act):
        return done(request, _("They are asked to make it."), url_of(paper))
    heading = _("Who makes it: %(format)s") % {"format": label_of(format)}
    return ask(request, form, heading=heading, lead=paper.title, button_text=_("Save"), **frame_of(paper))


def frame_of(paper: Paper) -> dict[str, object]:
    trail = trail_of(paper.item, (paper.title, url_of(paper)))
    return {"trail": trail, "cancel_url": url_of(paper)}


@get_or_post
@signed_in
def set_time(request: HttpRequest, key: str) -> HttpResponse:
    group = group_led(request.person, key)
    form = kept_form(request, FormatTimeForm)
    if carried_out(request, form, lambda: set_format_time(group=group, by=request.person, **form.cleaned_data)):
        return done(request, _("It holds for meetings planned from that day on."), request.path)
    return ask(
        request,
        form,
        template="meetings/papers_times.html",
        heading=_("How early is each format due?"),
        lead=group.name,
        button_text=_("Keep this"),
        trail=trail_to_meetings(group),
        times=times_of(group),
        cancel_url=reverse("meetings:papers_record", args=[group.key]),
    )
