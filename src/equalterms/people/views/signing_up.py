"""Signing up with a name and an e-mail address. A person is made only once their code is right.

An address that already has a person goes the same way, to the same page and the same kind of message; the right
code then simply signs that person in. So nobody can find out here who takes part.
"""

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from equalterms.people import codes
from equalterms.people.actions.joining import sign_up as make_person
from equalterms.people.actions.mailing import write_mail
from equalterms.people.forms.signing_in import CodeForm, SignUpForm
from equalterms.people.invited import invitation_waiting

PURPOSE = "sign_up"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Ask for a name and an address, and send a code."""
    if request.person is not None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    invitation = invitation_waiting(request)
    if not settings.SIGN_UP_OPEN and invitation is None:
        return render(request, "people/sign_up_closed.html", {"heading": _("You need an invitation")})
    form = SignUpForm(request.POST or None, initial={"email": invitation.email if invitation else ""})
    if request.method == "POST" and form.is_valid() and allowed(request, form):
        send_sign_up_code(request, form.cleaned_data["name"], form.cleaned_data["email"].lower())
        next_url = safe_next(request)
        query = f"?{urlencode({'next': next_url})}" if next_url else ""
        return redirect(reverse("people:sign_up_code") + query)
    context = {
        "form": form,
        "heading": _("Sign up"),
        "lead": _("Tell us your name and your e-mail address. You need no password."),
        "button_text": _("Send me a code"),
        "next_url": safe_next(request),
    }
    return render(request, "people/sign_up.html", context)


def allowed(request: HttpRequest, form: SignUpForm) -> bool:
    """Check limits, and that a closed site is entered with the invited address. Puts words into the form."""
    email = form.cleaned_data["email"].lower()
    invitation = invitation_waiting(request)
    if not settings.SIGN_UP_OPEN and (invitation is None or invitation.email.lower() != email):
        form.add_error("email", _("Use the address to which your invitation was sent."))
        return False
    if not ratelimit.consume(request, action="signup") or not ratelimit.consume(
        request, action="request_login_code", key=email
    ):
        form.add_error(None, _("That was too often. Wait a few minutes, then try again."))
        return False
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code; the right one makes the person and signs them in."""
    if request.person is not None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    pending = codes.pending_code(request, PURPOSE)
    if pending is None:
        messages.error(request, _("That code has run out. Ask for a new one."))
        return redirect("account_signup")
    if request.POST.get("action") == "resend":
        if ratelimit.consume(request, action="request_login_code", key=pending.email):
            send_sign_up_code(request, pending.values["name"], pending.email)
            messages.success(request, _("We sent a new code. The one before no longer works."))
        return redirect(request.get_full_path())
    form = CodeForm(request.POST or None, is_right=lambda code: codes.is_right(request, PURPOSE, code))
    if request.method == "POST" and form.is_valid():
        return welcome(request, pending)
    if codes.pending_code(request, PURPOSE) is None:
        messages.error(request, _("That code was wrong three times. Ask for a new one."))
        return redirect("account_signup")
    context = {
        "form": form,
        "heading": _("Enter your code"),
        "button_text": _("Sign up"),
        "email": pending.email,
        "can_resend": True,
        "minutes": codes.LASTS // 60,
        "next_url": safe_next(request),
        "begin_again_url": reverse("account_signup"),
    }
    return render(request, "people/sign_in_code.html", context)


def send_sign_up_code(request: HttpRequest, name: str, email: str) -> None:
    code = codes.send_code(request, PURPOSE, email, name=name)
    write_mail("people/mail/sign_up_code.txt", email, code=code, minutes=codes.LASTS // 60)


def welcome(request: HttpRequest, pending: codes.PendingCode) -> HttpResponse:
    """Make the person, or find the one who is here already, and sign them in."""
    codes.drop_code(request, PURPOSE)
    person = make_person(name=pending.values["name"], email=pending.email, by=None)
    if not person.is_active:
        return redirect("account_inactive")
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    messages.success(request, _("You are signed in. Welcome, %(name)s.") % {"name": person.addressed})
    return redirect(safe_next(request) or resolve_url(settings.LOGIN_REDIRECT_URL))


def safe_next(request: HttpRequest) -> str:
    """Return the local address to which a sign-in leads back, or an empty text."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return url if safe else ""
