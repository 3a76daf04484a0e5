"""The command line `equalterms`: what each command is called, what it takes, and how it says that something is wrong.

Nothing heavy is imported here: help comes at once, and Django is loaded only by the commands that need it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from equalterms.site.cli.failing import CommandFailed, in_one_sentence

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
Run = Callable[[argparse.Namespace], int]

ABOUT = """Equal Terms: public bodies and the people who use their services decide together, on equal terms.

To look around, run `equalterms demo`. To run a real site, read docs/how-to/install.md."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 it could not be done, 2 it was not understood."""
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        if given[:1] == ["opinion-map"]:
            return opinion_map(given[1:])
        arguments = build_parser().parse_args(given)
        return arguments.run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, for example `head`, has seen enough
        sys.stderr.close()
        return DONE
    except CommandFailed as failure:
        print(f"equalterms: {failure}", file=sys.stderr)
        return FAILED
    except Exception as problem:
        sentence = in_one_sentence(problem)
        if sentence is None:
            raise
        print(f"equalterms: {sentence}", file=sys.stderr)
        return FAILED


def opinion_map(given: list[str]) -> int:
    """Hand over to the engine, which needs nothing of the site."""
    try:
        # Imported here so that the other commands do not wait for numpy.
        from equalterms.engines.opinionmap.command import main as draw
    except ModuleNotFoundError as missing:
        if missing.name != "equalterms.engines.opinionmap.command":
            raise
        raise CommandFailed("This version cannot draw opinion maps from the command line yet.") from missing
    return draw(given)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands, each with help that a newcomer understands."""
    from equalterms.site.cli import commands, keeping, serving

    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="equalterms", description=ABOUT, formatter_class=shape)
    every = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Run, about: str) -> argparse.ArgumentParser:
        made = every.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    add_serving(command, serving)
    add_people(command, commands)
    command("check", commands.check, "Say in plain words whether this site is ready for people.")
    pages = command(
        "pages", commands.pages, "List the pages of the example site that somebody can open, as JSON lines."
    )
    pages.add_argument("--as", dest="slug", required=True, metavar="WHO", help="an example person, or anonymous")
    add_ledger(every, commands)
    add_keeping(command, keeping)
    add_opinion_map(every)
    return parser


def add_serving(command: Callable[..., argparse.ArgumentParser], serving: object) -> None:
    """Add the commands that keep running, and the one that prepares the database."""
    demo = command("demo", serving.demo, "Show the example site on this computer. Anybody can try it as anybody.")
    demo.add_argument("--port", type=int, help="the port to answer on (8000, or what PORT says)")
    demo.add_argument("--prepare", action="store_true", help="make everything ready, but do not serve it")
    serve = command("serve", serving.serve, "Serve a real site. Settings come from the environment.")
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    serve.add_argument("--port", type=int, help="the port to listen on (8000, or what PORT says)")
    serve.add_argument("--workers", type=int, default=2, help="how many processes answer (default: %(default)s)")
    serve.add_argument("--with-worker", action="store_true", help="also do the work in the background, in one go")
    worker = command("worker", serving.worker, "Do the work in the background: send mail, clear up, daily jobs.")
    worker.add_argument("--until-empty", action="store_true", help="do what is waiting, then stop")
    command(
        "migrate", serving.migrate, "Bring the database up to this version. Add the first pages if they are missing."
    )


def add_people(command: Callable[..., argparse.ArgumentParser], commands: object) -> None:
    """Add the commands with which a new site gets its first organisation and people."""
    create = command("create-organisation", commands.create_organisation, "Add an organisation to this site.")
    create.add_argument("name", help='its name, for example "Northshire Council"')
    create.add_argument("--kind", required=True, help="council, nhs, user_led, charity or other")
    create.add_argument("--about", default="", help="what it does, in a sentence")
    invite = command("invite", commands.invite, "Invite somebody to a duty in an organisation, and print their link.")
    invite.add_argument("email", help="their e-mail address")
    invite.add_argument("--organisation", required=True, help="the organisation's short name, as in its address")
    invite.add_argument("--duty", default="administrator", help="what they do there (default: %(default)s)")


def add_ledger(every: "argparse._SubParsersAction[argparse.ArgumentParser]", commands: object) -> None:
    """Add the commands that read the ledger."""
    about = "Check the record of everything that was done, or print its head."
    ledger = every.add_parser("ledger", help=about, description=about)
    kinds = ledger.add_subparsers(title="commands", metavar="COMMAND", required=True)
    about = "Check that nothing in the ledger, and nothing it vouches for, was changed, removed or moved."
    verify = kinds.add_parser("verify", help=about, description=about)
    verify.add_argument("--head", help="a head that you noted earlier: check that the ledger still leads to it")
    verify.set_defaults(run=commands.ledger_verify)
    about = "Print the head of the ledger. Keep it somewhere else."
    kinds.add_parser("head", help=about, description=about).set_defaults(run=commands.ledger_head)


def add_keeping(command: Callable[..., argparse.ArgumentParser], keeping: object) -> None:
    """Add backup and restore."""
    backup = command("backup", keeping.backup, "Write database and files into one file. The site may keep running.")
    backup.add_argument("path", help="the file to write, for example equalterms.tar")
    restore = command("restore", keeping.restore, "Put a backup in the place of what is here. Stop the site first.")
    restore.add_argument("path", help="a file that `equalterms backup` wrote")
    restore.add_argument("--replace", action="store_true", help="yes, replace what is in the database now")


def add_opinion_map(every: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Show the engine's command in the list; `main` hands over to it before this parser is asked."""
    every.add_parser("opinion-map", help="Draw the map of opinions in a folder of votes. See: opinion-map --help")
