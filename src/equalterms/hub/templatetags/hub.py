"""Lets the templates of pages ask one query each. Decides and formats nothing."""

from typing import Any

from django import template

from equalterms.hub.queries.front import Front
from equalterms.hub.queries.front import front_of_house as front_for
from equalterms.hub.queries.statement import Statement, statement_from_settings

register = template.Library()


@register.simple_tag
def front_of_house(person: Any) -> Front:
    return front_for(person)


@register.simple_tag
def accessibility_statement(page: Any) -> Statement:
    return statement_from_settings([block.value for block in page.problems])
