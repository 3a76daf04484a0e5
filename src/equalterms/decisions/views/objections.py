"""Those who lead deal with an objection; the member who has it says whether it is settled."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from equalterms.decisions.actions.objecting import deal_with_objection, keep_objection, settle_objection
from equalterms.decisions.forms import DealForm, SpeakForm
from equalterms.decisions.queries.page import turns_of
from equalterms.decisions.queries.seen import objection_inside, own_objection
from equalterms.decisions.rules.deciding import check_may_deal_with, check_may_speak_for
from equalterms.decisions.views.frame import ask, carried_out, done, get_or_post, url_of
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def deal_with(request: HttpRequest, key: str) -> HttpResponse:
    objection = objection_inside(request.person, key)
    decision = objection.decision
    check_may_deal_with(request.person, objection)
    form = kept_form(request, DealForm)
    if carried_out(
        request, form, lambda: deal_with_objection(objection=objection, by=request.person, **form.cleaned_data)
    ):
        words = _("It is written down. The member who objects is asked whether that settles it.")
        return done(request, words, url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        template="decisions/objection.html",
        heading=_("How was this objection dealt with?"),
        objection=objection,
        turns=turns_of(objection),
        button_text=_("Write this down"),
    )


@get_or_post
@signed_in
def speak(request: HttpRequest, key: str) -> HttpResponse:
    objection = own_objection(request.person, key)
    decision = objection.decision
    check_may_speak_for(request.person, objection)
    form = kept_form(request, SpeakForm)

    def act() -> object:
        given = form.cleaned_data
        if given["response"] == "settled":
            return settle_objection(objection=objection, by=request.person, words=given["words"])
        return keep_objection(objection=objection, by=request.person, words=given["words"], named=given["named"])

    if carried_out(request, form, act):
        settled = form.cleaned_data["response"] == "settled"
        words = _("It is settled, because you say so.") if settled else _("Your objection stands.")
        return done(request, words, url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        template="decisions/objection.html",
        heading=_("Does this settle your objection?"),
        objection=objection,
        turns=turns_of(objection),
        button_text=_("Send my word"),
    )
