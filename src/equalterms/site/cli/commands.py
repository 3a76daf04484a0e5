"""The commands that do one thing and end: check, the first organisation and people, pages, the ledger."""

import argparse
import json

from equalterms.site.cli.failing import CommandFailed
from equalterms.site.cli.loading import load_site, load_site_with_data

DONE, FAILED = 0, 1


def check(arguments: argparse.Namespace) -> int:
    """Print what is well and what is not; exit code 1 when people cannot use the site yet."""
    load_site()
    from equalterms.site.checking import every_finding

    well = True
    for finding in every_finding():
        print(f"{'well' if finding.well else 'NOT WELL':>8}  {finding.words}")
        well = well and finding.well
    print("This site is ready." if well else "This site is not ready yet. Put right what is marked, then check again.")
    return DONE if well else FAILED


def create_organisation(arguments: argparse.Namespace) -> int:
    """Add an organisation and print its short name."""
    load_site_with_data()
    from django.db import IntegrityError

    from equalterms.people.actions.organisations import create_organisation as create
    from equalterms.people.vocabulary import OrganisationKind

    if arguments.kind not in OrganisationKind.values:
        raise CommandFailed(f"{arguments.kind} is not a kind. Choose one of: {', '.join(OrganisationKind.values)}.")
    try:
        made = create(name=arguments.name, kind=arguments.kind, about=arguments.about, by=None)
    except IntegrityError:
        raise CommandFailed(f"There is an organisation called {arguments.name} already.") from None
    print(f"Added {made.name}. Its short name is {made.slug}.")
    print(f"Invite its administrator: equalterms invite name@example.org --organisation {made.slug}")
    return DONE


def invite(arguments: argparse.Namespace) -> int:
    """Invite somebody and print the link, which works once."""
    load_site_with_data()
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from equalterms.people.actions.inviting import invite as send
    from equalterms.people.models import Organisation
    from equalterms.people.vocabulary import Duty

    organisation = Organisation.objects.filter(slug=arguments.organisation).first()
    if organisation is None:
        known = ", ".join(Organisation.objects.values_list("slug", flat=True)[:20]) or "none yet"
        raise CommandFailed(f"There is no organisation {arguments.organisation}. Those on this site: {known}.")
    if arguments.duty not in Duty.values:
        raise CommandFailed(f"{arguments.duty} is not a duty. Choose one of: {', '.join(Duty.values)}.")
    try:
        validate_email(arguments.email)
    except ValidationError:
        raise CommandFailed(f"{arguments.email} is not an e-mail address.") from None
    _invitation, link = send(email=arguments.email, organisation=organisation, duty=arguments.duty, by=None)
    print(f"They can come in with this link. It works once, and for 14 days:\n{link}")
    return DONE


def pages(arguments: argparse.Namespace) -> int:
    """Print one JSON line for each page of the example site that this person can open."""
    load_site("demo")
    from equalterms.examples.pages import NoSuchPerson, pages_as
    from equalterms.site.mode import check_mode

    check_mode()
    try:
        for page in pages_as(arguments.slug):
            print(json.dumps(page), flush=True)
    except NoSuchPerson as missing:
        raise CommandFailed(str(missing)) from None
    return DONE


def ledger_verify(arguments: argparse.Namespace) -> int:
    """Check the ledger; exit code 1 when it is not as it was written."""
    load_site()
    from equalterms.ledger.queries import verify

    verdict = verify(arguments.head)
    print(verdict.words)
    for fault in verdict.faults[1:]:
        print(f"Also: {fault.words}")
    if verdict.whole:
        print(f"Head: {verdict.head}")
    return DONE if verdict.whole else FAILED


def ledger_head(arguments: argparse.Namespace) -> int:
    """Print the digest at the end of the chain."""
    load_site()
    from equalterms.ledger.queries import head

    print(head())
    return DONE
