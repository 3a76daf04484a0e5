"""Disclosure control: figures about people that are safe to publish."""

from equalterms.engines.disclosure.releasing import may_release, tally

__all__ = ["may_release", "tally"]
