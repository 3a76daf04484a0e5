"""Reading decisions: what a person may see of them, and what other rooms may know (`decisions_about`)."""

from equalterms.decisions.queries.about import decisions_about, decisions_about_each

__all__ = ["decisions_about", "decisions_about_each"]
