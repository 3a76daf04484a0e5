"""Access needs: one question a page, who may see the answers, and when to look at them again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from equalterms.people.actions import access_needs
from equalterms.people.drafts import forget, kept_form
from equalterms.people.exceptions import NotVisible
from equalterms.people.forms.profile import NeedForm, SharingForm
from equalterms.people.guards import signed_in
from equalterms.people.queries.access_needs import NeedAnswer, needs_of, recorded_answer
from equalterms.people.views.me import trail
from equalterms.people.vocabulary import QUESTIONS, NeedGroup, Sharing

ORDER = list(NeedGroup)


@signed_in
@require_GET
def needs(request: HttpRequest) -> HttpResponse:
    found = needs_of(request.person)
    context = {
        "heading": _("What you need to take part"),
        "lead": _("Say it once. We prepare every meeting, paper and message for it."),
        "needs": found,
        "trail": trail(),
        "first_url": reverse("people:need", args=[ORDER[0].value]),
    }
    if found.record is not None:
        context["is_due"] = found.record.review_on <= timezone.localdate()
        context["rows"] = [row(answer) for answer in found.answers]
        change = reverse("people:needs_sharing")
        context["sharing_rows"] = [
            (_("Who may see this"), found.record.get_sharing_display(), change, _("Change")),
            (_("We ask you again on"), date_format(found.record.review_on, "j F Y"), change, _("Change")),
        ]
    return render(request, "people/needs.html", context)


def row(answer: NeedAnswer) -> tuple[str, str, str, str]:
    """Return one answer as a fact with its way to change it."""
    lines = [*answer.chosen, *([answer.words] if answer.words else [])]
    said = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))
    nothing = _("Nothing") if answer.asked else _("Not answered yet")
    change = _("Change") if answer.asked else _("Answer")
    return answer.label, said or nothing, reverse("people:need", args=[answer.group]), change


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def need(request: HttpRequest, group: str) -> HttpResponse:
    """Ask one question. In the flow each answer leads to the next question; changing one leads back."""
    if group not in NeedGroup.values:
        raise NotVisible
    question = NeedGroup(group)
    given = recorded_answer(request.person, group)
    initial = {"chosen": given.chosen, "words": given.words} if given is not None else {}
    form = kept_form(request, NeedForm, group=question, initial=initial)
    if request.method == "POST" and form.is_valid():
        access_needs.answer_need(group=group, **form.cleaned_data, by=request.person)
        forget(request)
        return redirect(next_page(request, question))
    place = ORDER.index(question) + 1
    context = {
        "form": form,
        "heading": str(QUESTIONS[question]),
        "button_text": _("Save and go on") if "flow" in request.GET else _("Save"),
        "place": _("Question %(place)d of %(all)d") % {"place": place, "all": len(ORDER)},
        "trail": [*trail(), (_("What you need"), reverse("people:needs"))],
        "cancel_url": reverse("people:needs"),
    }
    return render(request, "people/need.html", context)


def next_page(request: HttpRequest, question: NeedGroup) -> str:
    if "flow" not in request.GET:
        messages.success(request, _("Saved."))
        return reverse("people:needs")
    following = ORDER.index(question) + 1
    if following == len(ORDER):
        return reverse("people:needs_sharing")
    return reverse("people:need", args=[ORDER[following].value]) + "?flow"


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def sharing(request: HttpRequest) -> HttpResponse:
    record = access_needs.needs_record(request.person)
    initial = {
        "sharing": record.sharing if record.pk else Sharing.FACILITATORS.value,
        "review_on": record.review_on,
    }
    form = kept_form(request, SharingForm, initial=initial)
    if request.method == "POST" and form.is_valid():
        access_needs.share_needs(**form.cleaned_data, by=request.person)
        forget(request)
        messages.success(request, _("Saved. We will ask you again on the day that you chose."))
        return redirect("people:needs")
    context = {
        "form": form,
        "heading": _("Sharing what you need"),
        "button_text": _("Save"),
        "trail": [*trail(), (_("What you need"), reverse("people:needs"))],
        "cancel_url": reverse("people:needs"),
    }
    return render(request, "people/question.html", context)


@signed_in
@require_POST
def nothing_needed(request: HttpRequest) -> HttpResponse:
    access_needs.say_nothing_needed(by=request.person)
    messages.success(request, _("We noted that you need nothing in particular. You can change this at any time."))
    return redirect("people:needs")


@signed_in
@require_POST
def still_right(request: HttpRequest) -> HttpResponse:
    access_needs.confirm_needs(by=request.person)
    messages.success(request, _("Thank you. We will ask you again in a year."))
    return redirect("people:needs")
