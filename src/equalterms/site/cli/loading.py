"""Loads the site for a command, in the mode that the command is for.

Django is imported inside the functions: a command that only prints help does not wait for it.
"""

import os
import sys
from pathlib import Path

HOME_OF_DEMO = "var/demo"
PREPARED = "prepared"  # written into its home by `equalterms demo` alone


def load_site(mode: str | None = None) -> None:
    """Load Django with the site's settings. `mode` is what the command itself stands for, if it does.

    Where the environment says nothing of a real site, and an example site was made here, that one is meant.
    """
    if mode is None and example_site_is_meant():
        mode = "demo"
        print(f"(This is the example site in {os.environ.get('EQUALTERMS_HOME', HOME_OF_DEMO)}.)", file=sys.stderr)
    if mode is not None:
        os.environ["EQUALTERMS_MODE"] = mode
    if mode == "demo":
        os.environ.setdefault("EQUALTERMS_HOME", HOME_OF_DEMO)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "equalterms.site.settings")
    import django

    django.setup()


def example_site_is_meant() -> bool:
    """Say whether nothing names a real site, and the home holds an example site."""
    if os.environ.get("EQUALTERMS_MODE") or os.environ.get("SECRET_KEY"):
        return False
    return (Path(os.environ.get("EQUALTERMS_HOME", HOME_OF_DEMO)) / PREPARED).exists()


def load_site_with_data() -> None:
    """Load the site for a command that needs its database, and check that database and mode belong together."""
    load_site()
    from equalterms.site.mode import check_mode

    check_mode()
