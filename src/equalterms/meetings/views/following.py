"""An action that was agreed: how it stands, and saying that it is done or takes longer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from equalterms.meetings.actions.following import delay_action, finish_action
from equalterms.meetings.forms.holding import FollowUpForm
from equalterms.meetings.queries.holding import action_page
from equalterms.meetings.rules.holding import check_may_follow_up
from equalterms.meetings.views.frame import done, get_or_post, trail_to
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def show_action(request: HttpRequest, key: str) -> HttpResponse:
    action, may_follow = action_page(request.person, key)
    if request.method == "POST":
        check_may_follow_up(request.person, action)
    form = kept_form(request, FollowUpForm, due_on=action.due_on) if may_follow else None
    if request.method == "POST" and form is not None and form.is_valid():
        given = form.cleaned_data
        if given["stands"] == "done":
            said = {"done_words": given["done_words"], "evidence_url": given["evidence_url"]}
            finish_action(action=action, by=request.person, **said)
            return done(request, _("It is done. Thank you."), request.path)
        delay_action(action=action, by=request.person, due_on=given["due_on"], because=given["because"])
        return done(request, _("The new day and your reason stand beside it."), request.path)
    context = {
        "heading": _("What was agreed to be done"),
        "lead": action.item.group.name,
        "trail": trail_to(action.item.meeting),
        "action": action,
        "form": form,
        "delays": action.delays.select_related("moved_by"),
        "button_text": _("Save how it stands"),
    }
    return render(request, "meetings/action.html", context)
