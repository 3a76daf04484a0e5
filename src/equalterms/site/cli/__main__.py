"""Lets the command line be run as `python -m equalterms.site.cli`."""

import sys

from equalterms.site.cli import main

sys.exit(main())
