from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "equalterms.groups"
    label = "groups"
    verbose_name = "Groups"

    def ready(self) -> None:
        from equalterms.groups.queries import places as groups  # models can be imported only now
        from equalterms.notices import places

        places.register(places.PlaceKind("groups.group", groups.groups_with_post_of, groups.public_name_of_group))
