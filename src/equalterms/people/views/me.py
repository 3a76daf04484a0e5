"""A person's own page: everything that is known here about them, with the ways to change it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from equalterms.people import codes
from equalterms.people.actions import profile
from equalterms.people.actions.mailing import write_mail
from equalterms.people.drafts import browser_digest, forget, keep, kept_form, local_path, throw_away
from equalterms.people.exceptions import NotAllowed
from equalterms.people.forms.profile import EmailForm, NameForm, PhoneForm
from equalterms.people.forms.signing_in import CodeForm
from equalterms.people.guards import signed_in, themself_only
from equalterms.people.models import Person
from equalterms.people.queries.about_me import about_me, draft_for_key

PURPOSE = "change_email"


def trail() -> list[tuple[str, str]]:
    return [(_("Me"), reverse("people:me"))]


@signed_in
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    person: Person = request.person
    context = {
        "heading": _("What is known here about %(name)s") % {"name": person.name},
        "lead": _("You can change what is wrong, choose who sees it, and take it with you."),
        "about": about_me(person),
        "about_rows": rows_about(person),
        "themself": person.entered_by is None,
    }
    return render(request, "people/me.html", context)


def rows_about(person: Person) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        (_("Name"), person.name, reverse("people:name"), _("Change")),
        (_("How to address you"), person.addressed, reverse("people:name"), _("Change")),
        (_("Phone number"), person.phone or _("None"), reverse("people:phone"), _("Change")),
    ]
    email = (_("E-mail address"), person.email or _("None. You take part without e-mail."))
    if person.entered_by is None:
        email = (*email, reverse("people:email"), _("Change"))  # type: ignore[assignment]
    return [*rows, email]


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    person: Person = request.person
    form = kept_form(request, NameForm, initial={"name": person.name, "address_as": person.address_as})
    if request.method == "POST" and form.is_valid():
        profile.change_name(**form.cleaned_data, by=person)
        forget(request)
        messages.success(request, _("Your name is changed."))
        return redirect("people:me")
    return one_question(request, form, _("How should we call you?"), _("Save my name"))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def phone(request: HttpRequest) -> HttpResponse:
    form = kept_form(request, PhoneForm, initial={"phone": request.person.phone})
    if request.method == "POST" and form.is_valid():
        profile.change_phone(phone=form.cleaned_data["phone"], by=request.person)
        forget(request)
        messages.success(request, _("Your phone number is changed."))
        return redirect("people:me")
    return one_question(request, form, _("Where can we call you?"), _("Save my number"))


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    """Ask for a new address and send a code there. Whether somebody else uses it is not said here."""
    form = EmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = form.cleaned_data["email"].lower()
        code = codes.send_code(request, PURPOSE, new)
        write_mail("people/mail/new_address_code.txt", new, code=code, minutes=codes.LASTS // 60)
        return redirect("people:email_code")
    return one_question(request, form, _("What is your new e-mail address?"), _("Send me a code"))


@themself_only
@require_http_methods(["GET", "HEAD", "POST"])
def email_code(request: HttpRequest) -> HttpResponse:
    """Change the address once the code that went there is right."""
    pending = codes.pending_code(request, PURPOSE)
    if pending is None:
        messages.error(request, _("That code has run out. Ask for a new one."))
        return redirect("people:email")
    form = CodeForm(request.POST or None, is_right=lambda code: codes.is_right(request, PURPOSE, code))
    if request.method == "POST" and form.is_valid():
        codes.drop_code(request, PURPOSE)
        try:
            profile.change_email(email=pending.email, by=request.person)
        except NotAllowed:
            messages.error(request, _("This address already belongs to somebody here. Sign in with it instead."))
            return redirect("people:email")
        messages.success(request, _("Your e-mail address is changed. Sign in with it from now on."))
        return redirect("people:me")
    if codes.pending_code(request, PURPOSE) is None:
        messages.error(request, _("That code was wrong three times. Ask for a new one."))
        return redirect("people:email")
    heading = _("Enter the code that we sent to %(email)s") % {"email": pending.email}
    return one_question(request, form, heading, _("Change my address"))


def one_question(request: HttpRequest, form: object, heading: str, button_text: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "button_text": button_text,
        "trail": trail(),
        "cancel_url": reverse("people:me"),
    }
    return render(request, "people/question.html", context)


@require_POST
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep a form that somebody is filling in; script sends it while they type. 204 kept, 400 not kept.

    Somebody whose session ended while they typed is known by their browser; a stranger keeps nothing.
    """
    path = local_path(request.POST.get("kept_path", ""))
    if request.person is None and not browser_digest(request):
        return HttpResponse(status=403)
    if path is None:
        return HttpResponse(status=400)
    return HttpResponse(status=204 if keep(request, path=path) is not None else 400)


@signed_in
@require_POST
def forget_draft(request: HttpRequest, key: str) -> HttpResponse:
    throw_away(draft_for_key(request.person, key))
    messages.success(request, _("The unfinished form is thrown away."))
    return redirect("people:me")
