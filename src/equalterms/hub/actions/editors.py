"""Who comes into the editors' rooms: their rights follow their duties, on the day on which they come in."""

import swapper
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from equalterms.hub.models import Picture
from equalterms.hub.rules import DUTY_OF_ROLE, check_may_edit_pages, editing_roles
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.models import Person

PAGE_RIGHTS = {"Editors": ("add", "change"), "Moderators": ("add", "change", "publish", "lock", "unlock")}
PICTURE_RIGHTS = ("add_picture", "change_picture", "choose_image")


def ensure_editing_roles() -> None:
    """Let editors write pages and pictures, and administrators put them on the site. Inside setting up the site."""
    base_page = swapper.load_model("wagtailcore", "Page")
    root = base_page.get_first_root_node()
    pictures = Collection.get_first_root_node()
    door = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    picture_type = ContentType.objects.get_for_model(Picture)
    picture_rights = list(Permission.objects.filter(content_type=picture_type, codename__in=PICTURE_RIGHTS))
    page_type = ContentType.objects.get_for_model(base_page)
    for name in DUTY_OF_ROLE:
        role, _made = Group.objects.get_or_create(name=name)
        role.permissions.add(door)
        codenames = [f"{right}_{base_page._meta.model_name}" for right in PAGE_RIGHTS[name]]
        for right in Permission.objects.filter(content_type=page_type, codename__in=codenames):
            GroupPagePermission.objects.get_or_create(group=role, page=root, permission=right)
        for right in picture_rights:
            GroupCollectionPermission.objects.get_or_create(group=role, collection=pictures, permission=right)


@action
def admit_editor(*, person: Person, by: Person | None) -> Person:
    """Give a person the editing rights of their duties today, and take away those that they no longer have."""
    check_may_edit_pages(person)
    due = editing_roles(person)
    held = set(person.groups.filter(name__in=DUTY_OF_ROLE).values_list("name", flat=True))
    if due == held:
        return unchanged(person)
    person.groups.remove(*Group.objects.filter(name__in=held - due))
    person.groups.add(*Group.objects.filter(name__in=due))
    record("editor.admitted", person, by=by, for_whom=person, facts={"roles": sorted(due)})
    return person
