"""Backup and restore: the database and all files in one archive, checked by the ledger when it is put back.

Django is imported inside the functions, after the site has been loaded.
"""

import argparse
import subprocess
from pathlib import Path

from equalterms.site.cli.failing import CommandFailed
from equalterms.site.cli.loading import load_site, load_site_with_data

DONE, FAILED = 0, 1


def backup(arguments: argparse.Namespace) -> int:
    """Write everything into one file."""
    load_site_with_data()
    from equalterms.site.archive import write_archive

    target = Path(arguments.path)
    if target.is_dir():
        raise CommandFailed(f"{target} is a folder. Name the file to write, for example {target}/equalterms.tar")
    manifest = run_or_explain(lambda: write_archive(target))
    print(f"Wrote {target}: {manifest['files']} files and the database, up to ledger head {manifest['head']}.")
    print("Keep it as safe as the site itself: it holds everything that people wrote here.")
    return DONE


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of what is here, then check the ledger against the head that the backup names."""
    load_site()
    from equalterms.ledger.queries import verify
    from equalterms.site import mode, preparing
    from equalterms.site.archive import read_archive

    source = Path(arguments.path)
    if not source.is_file():
        raise CommandFailed(f"There is no file {source}.")
    if mode.is_prepared() and not mode.nobody_is_here() and not arguments.replace:
        raise CommandFailed("There are people in this database. To put the backup in their place, add --replace.")
    manifest = run_or_explain(lambda: read_archive(source))
    verdict = verify(manifest["head"])
    print(verdict.words)
    if not verdict.whole:
        return FAILED
    print(f"Everything is back as it was on {manifest['made_at']}: {manifest['files']} files and the database.")
    if preparing.pending_migrations():
        print("The backup is of an earlier version. Run: equalterms migrate")
    return DONE


def run_or_explain(work):  # type: ignore[no-untyped-def]
    """Run one of the two, and say in a sentence what PostgreSQL's own programs complained of."""
    try:
        return work()
    except subprocess.CalledProcessError as failure:
        said = (failure.stderr or b"").decode(errors="replace").strip().splitlines()
        raise CommandFailed(f"{Path(failure.cmd[0]).name} failed. It said: {said[-1] if said else 'nothing'}") from None
    except FileNotFoundError as missing:
        if missing.filename in ("pg_dump", "pg_restore"):
            raise CommandFailed(
                f"{missing.filename} is not on this machine. Install PostgreSQL's client programs, for example: "
                "apt-get install postgresql-client"
            ) from None
        raise
    except ValueError as problem:
        raise CommandFailed(str(problem)) from None
