"""``equalterms opinion-map``: an export in, a map out, without loading the site.

Heavy imports stand inside the functions on purpose: help and wrong arguments must answer at once.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .polis import Export
    from .result import OpinionMap

OK, FAILED, STOPPED = 0, 1, 130
_DEFAULT_SEED = 0


def main(argv: list[str]) -> int:
    """Run the command with these arguments (without the program's name). Returns the exit status.

    0: done. 1: the export could not be read or a file not written; one line on standard error says why. 2: the
    arguments make no sense (argparse). 130: stopped by the keyboard.
    """
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FAILED
    try:
        return _run(options)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was written.\n")
        return STOPPED
    except (ValueError, OSError) as problem:
        sys.stderr.write(f"equalterms opinion-map: {problem}\n")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="equalterms opinion-map",
        description="Draw the opinion map of a conversation from a Polis export: who stands near whom, the groups that "
        "the votes hold (or that they hold none), and what people agree on.",
    )
    parser.add_argument("path", metavar="PATH", help="folder of the export, or its votes.csv")
    parser.add_argument("--groups", type=_count, metavar="K", help="number of groups; without it the votes decide")
    parser.add_argument("--seed", type=int, default=_DEFAULT_SEED, metavar="N", help="seed of all chance (default 0)")
    parser.add_argument("--polis-scaling", action="store_true", help="show positions on the scale that Polis uses")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the map as JSON; - is standard output")
    parser.add_argument("--svg", type=Path, metavar="OUT", help="write the map as a picture; - is standard output")
    parser.add_argument("--progress", action="store_true", help="say on standard error how far the work is")
    return parser


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError("the number of groups is a whole number from 1 on")
    return int(value)


def _run(options: argparse.Namespace) -> int:
    from .drawing import draw
    from .polis import read_export

    progress = _told if options.progress else None
    export = read_export(options.path, progress=progress)
    drawn = draw(
        export.matrix, seed=options.seed, groups=options.groups, polis_scaling=options.polis_scaling, progress=progress
    )
    if options.json is not None:
        _write(options.json, _as_json(drawn, export))
    if options.svg is not None:
        from .picture import pictured

        title = export.summary.get("topic") or "Opinion map"
        _write(options.svg, pictured(drawn, export.texts, title=title, attribution=export.attribution))
    if options.json is None and options.svg is None:
        sys.stdout.write(_in_words(drawn, export))
    return OK


def _as_json(drawn: "OpinionMap", export: "Export") -> str:
    from .publication import published

    whole = published(drawn, export.texts, attribution=export.attribution)
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def _in_words(drawn: "OpinionMap", export: "Export") -> str:
    from .picture import described

    lines = [described(drawn, export.texts), export.attribution or ""]
    return "\n".join(line for line in lines if line) + "\n"


def _write(place: Path, text: str) -> None:
    """Write the whole file or nothing."""
    if str(place) == "-":
        sys.stdout.write(text)
        return
    beside = place.with_name(place.name + ".part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(place)


def _told(step: str, done: float) -> Any:
    sys.stderr.write(f"{done:4.0%}  {step}\n")
    sys.stderr.flush()
    return True
