"""Who may open one's own pages, supporters' pages, invitations and the people of an organisation."""

from typing import Any

from django.utils import timezone
from tests.matrix.access import ANONYMOUS, EVERYONE, NOBODY, SIGNED_IN, Access

from equalterms.people.models import Draft, Invitation, Organisation, Person, Support
from equalterms.people.vocabulary import EXAMPLE_TOKEN

CARE = {"facilitator", "administrator"}


def council() -> dict[str, Any]:
    return {"slug": Organisation.objects.get(affiliations__person__try_as="administrator").slug}


def another_organisation() -> dict[str, Any]:
    ours = Organisation.objects.filter(affiliations__person__try_as__isnull=False)
    return {"slug": Organisation.objects.exclude(pk__in=ours.values("pk")).first().slug}


def draft_of_the_member() -> dict[str, Any]:
    member = Person.objects.get(try_as="member")
    values = {"fields": {"name": ["Unfinished"]}, "saved_at": timezone.now(), "page": "/me/name/"}
    draft, _made = Draft.objects.update_or_create(person=member, path="/me/name/", defaults=values)
    return {"key": draft.key}


def support_by_the_carer() -> dict[str, Any]:
    return {"key": Support.objects.get(supporter__try_as="carer").key}


def invitation_of_the_outsider() -> dict[str, Any]:
    email = Person.objects.get(try_as="outsider").email
    return {"key": Invitation.objects.usable().filter(email__iexact=email).earliest("pk").key}


MINE = Access(get=SIGNED_IN)
MY_FORM = Access(get=SIGNED_IN, post=SIGNED_IN)
PRESS = Access(post=SIGNED_IN)
MEMBERS_OWN = {"get": {"member"}, "post": {"member"}, "private": True}
CARERS_OWN = {"get": {"carer"}, "post": {"carer"}, "private": True}

ROUTES = {
    # Who is signed in already is led on; a code is asked for only after an address was given.
    "account_login": Access(get=EVERYONE, post=EVERYONE),
    "account_confirm_login_code": MY_FORM,
    "mfa_login_webauthn": MY_FORM,
    "account_inactive": Access(get=EVERYONE),
    "account_signup": Access(get=EVERYONE, post=EVERYONE),
    "people:sign_up_code": Access(get=EVERYONE, post=EVERYONE),
    "account_logout": Access(get=EVERYONE, post=EVERYONE),
    # One's own pages.
    "people:me": MINE,
    "people:name": MY_FORM,
    "people:phone": MY_FORM,
    "people:email": MY_FORM,
    "people:email_code": MY_FORM,
    "people:keep_draft": Access(post=SIGNED_IN, data={"kept_path": "/me/name/", "name": "Sam"}),
    "people:forget_draft": Access(given=draft_of_the_member, post={"member"}, private=True),
    "people:needs": MINE,
    "people:need": MY_FORM,
    "people:needs_sharing": MY_FORM,
    "people:nothing_needed": PRESS,
    "people:needs_still_right": PRESS,
    "people:sessions": MINE,
    "people:end_session": Access(**MEMBERS_OWN),
    "people:end_other_sessions": MY_FORM,
    "people:passkeys": MINE,
    "people:add_passkey": MY_FORM,
    "people:rename_passkey": Access(**MEMBERS_OWN),
    "people:remove_passkey": Access(**MEMBERS_OWN),
    # Supporters.
    "people:supporters": MINE,
    "people:name_supporter": MY_FORM,
    "people:end_support": Access(given=support_by_the_carer, **CARERS_OWN),
    "people:supporting": MINE,
    "people:start_acting": Access(given=support_by_the_carer, post={"carer"}, private=True),
    "people:stop_acting": PRESS,
    # Invitations: whoever holds a link sees what it is; only the owner of its address accepts it.
    "people:my_invitation": Access(get={"outsider"}, post={"outsider"}, private=True),
    "people:invitation": [
        Access("works", given=lambda: {"token": EXAMPLE_TOKEN}, get=EVERYONE, post={ANONYMOUS, "outsider"}),
        Access("does not work", given=lambda: {"token": "never-there"}, get=NOBODY, post=NOBODY, private=True),
    ],
    "people:decline_invitation": [
        Access("works", given=lambda: {"token": EXAMPLE_TOKEN}, post=EVERYONE),
        Access("does not work", given=lambda: {"token": "never-there"}, post=NOBODY, private=True),
    ],
    "people:decline_my_invitation": Access(given=invitation_of_the_outsider, post={"outsider"}, private=True),
    # Organisations: public faces, private spaces.
    "people:organisations": Access(get=EVERYONE),
    "people:organisation": Access(get=EVERYONE),
    "people:organisation_people": [
        Access("their own", given=council, get={*CARE, "manager"}, private=True),
        Access("another organisation's", given=another_organisation, get=NOBODY, private=True),
    ],
    "people:invite": [
        Access(
            "to their own",
            given=council,
            get={"administrator", "manager"},
            post={"administrator", "manager"},
            refused={"facilitator"},
            private=True,
        ),
        Access("to another organisation", given=another_organisation, get=NOBODY, post=NOBODY, private=True),
    ],
    "people:end_duty": Access(get={"administrator"}, post={"administrator"}, refused={"manager"}, private=True),
    "people:revoke_invitation": Access(
        get={"administrator"}, post={"administrator"}, refused={"manager"}, private=True
    ),
    "people:enter_person": [
        Access("for their own", given=council, get=CARE, post=CARE, private=True),
        Access("for another organisation", given=another_organisation, get=NOBODY, post=NOBODY, private=True),
    ],
    "people:entered_person": Access(get=CARE, private=True),
    "people:supporter_of_entered": Access(get=CARE, post=CARE, private=True),
    "people:end_support_of_entered": Access(get=CARE, post=CARE, private=True),
}
