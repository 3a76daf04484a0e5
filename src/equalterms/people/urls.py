"""Addresses of people: one's own pages, supporters, invitations, organisations."""

from django.urls import path

from equalterms.people.views import (
    entered,
    invitations,
    me,
    needs,
    organisations,
    sessions,
    signing_up,
    supporting,
)

app_name = "people"
urlpatterns = [
    path("sign-up/code/", signing_up.sign_up_code, name="sign_up_code"),
    path("me/", me.me, name="me"),
    path("me/name/", me.name, name="name"),
    path("me/phone/", me.phone, name="phone"),
    path("me/email/", me.email, name="email"),
    path("me/email/code/", me.email_code, name="email_code"),
    path("me/drafts/keep/", me.keep_draft, name="keep_draft"),
    path("me/drafts/<slug:key>/forget/", me.forget_draft, name="forget_draft"),
    path("me/needs/", needs.needs, name="needs"),
    path("me/needs/sharing/", needs.sharing, name="needs_sharing"),
    path("me/needs/nothing/", needs.nothing_needed, name="nothing_needed"),
    path("me/needs/still-right/", needs.still_right, name="needs_still_right"),
    path("me/needs/<slug:group>/", needs.need, name="need"),
    path("me/sessions/", sessions.sessions, name="sessions"),
    path("me/sessions/end-others/", sessions.end_other_sessions, name="end_other_sessions"),
    path("me/sessions/<slug:key>/end/", sessions.end_session, name="end_session"),
    path("me/passkeys/", sessions.passkeys, name="passkeys"),
    path("me/passkeys/add/", sessions.add_passkey, name="add_passkey"),
    path("me/passkeys/<int:number>/name/", sessions.rename_passkey, name="rename_passkey"),
    path("me/passkeys/<int:number>/remove/", sessions.remove_passkey, name="remove_passkey"),
    path("me/supporters/", supporting.supporters, name="supporters"),
    path("me/supporters/new/", supporting.name_supporter, name="name_supporter"),
    path("me/supporters/<slug:key>/end/", supporting.end_support, name="end_support"),
    path("me/supporting/", supporting.supporting, name="supporting"),
    path("me/supporting/stop/", supporting.stop_acting, name="stop_acting"),
    path("me/supporting/<slug:key>/start/", supporting.start_acting, name="start_acting"),
    path("me/invitations/<slug:key>/", invitations.my_invitation, name="my_invitation"),
    path("invitations/<slug:token>/", invitations.invitation, name="invitation"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:slug>/people/", organisations.people, name="organisation_people"),
    path("organisations/<slug:slug>/people/invite/", organisations.invite, name="invite"),
    path("organisations/<slug:slug>/people/enter/", entered.enter_person, name="enter_person"),
    path("organisations/<slug:slug>/duties/<slug:key>/end/", organisations.end_duty, name="end_duty"),
    path(
        "organisations/<slug:slug>/invitations/<slug:key>/take-back/",
        organisations.revoke_invitation,
        name="revoke_invitation",
    ),
    path("organisations/<slug:slug>/people/<slug:key>/", entered.entered_person, name="entered_person"),
    path(
        "organisations/<slug:slug>/people/<slug:key>/supporter/",
        entered.supporter_of_entered,
        name="supporter_of_entered",
    ),
    path(
        "organisations/<slug:slug>/people/<slug:key>/supporter/<slug:support_key>/end/",
        entered.end_support_of_entered,
        name="end_support_of_entered",
    ),
]
