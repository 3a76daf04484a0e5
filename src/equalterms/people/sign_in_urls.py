"""Addresses whose names the sign-in library expects without our prefix."""

from django.urls import path

from equalterms.people.views import signing_in, signing_up

urlpatterns = [
    path("sign-in/", signing_in.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", signing_in.SignInCode.as_view(), name="account_confirm_login_code"),
    path("sign-in/passkey/", signing_in.SignInWithPasskey.as_view(), name="mfa_login_webauthn"),
    path("sign-in/closed/", signing_in.SignInClosed.as_view(), name="account_inactive"),
    path("sign-up/", signing_up.sign_up, name="account_signup"),
    path("sign-out/", signing_in.SignOut.as_view(), name="account_logout"),
]
