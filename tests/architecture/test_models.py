"""Foreign keys point down or stay at home: a linter of imports cannot see those that are written as text."""

from django.apps import apps

ORDER = (
    *("examples", "home", "hub", "plans", "meetings", "decisions", "groups"),
    *("documents", "notices", "people", "ledger", "design"),
)


def test_every_app_of_ours_has_its_place_in_the_order() -> None:
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("equalterms.")}
    assert ours <= set(ORDER)


def test_foreign_keys_point_down_or_stay_at_home() -> None:
    wrong = []
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.app_label
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not field.concrete or not hasattr(target, "_meta") or label not in ORDER:
                continue
            other = target._meta.app_label
            if other in ORDER and ORDER.index(other) < ORDER.index(label):
                wrong.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    assert not wrong, wrong


def test_the_ledger_knows_things_by_kind_and_key_only() -> None:
    related = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("ledger").get_models()
        for field in model._meta.get_fields()
        if field.is_relation
    ]
    assert not related, related
