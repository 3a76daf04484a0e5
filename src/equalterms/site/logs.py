"""Log lines that help an administrator and say nothing about a person.

No addresses, names of visitors, search words, posted words or keys: a request is named by its route. An error is named
by its type and by where it happened; its message is left out, because databases put people's data into theirs.
"""

import json
import logging
import logging.config
import re
import traceback
from datetime import UTC, datetime
from typing import Any

EMAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+")
OWN = r"(?!127\.0\.0\.1\b|0\.0\.0\.0\b)"  # where we listen ourselves
ADDRESS = re.compile(rf"\b{OWN}\d{{1,3}}(?:\.\d{{1,3}}){{3}}\b|\b(?:[0-9a-fA-F]{{1,4}}:){{3,7}}[0-9a-fA-F]{{1,4}}\b")
QUERY = re.compile(r"\?\S+")
OURS = ("method", "route", "status", "ms", "worker", "job", "attempt")


def without_people(text: str) -> str:
    """Return `text` in one line, without e-mail addresses, network addresses and query strings."""
    one_line = " ".join(text.split())
    return QUERY.sub("?…", ADDRESS.sub("[address]", EMAIL.sub("[e-mail]", one_line)))


def what_failed(error: BaseException) -> dict[str, Any]:
    """Return the type of an error and where it happened, without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
    found = {"error": f"{type(error).__module__}.{type(error).__qualname__}", "at": places}
    if error.__cause__ is not None:
        found["because"] = type(error.__cause__).__qualname__
    return found


def facts_of(record: logging.LogRecord) -> dict[str, Any]:
    """Return what a log record says, made safe."""
    facts: dict[str, Any] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "from": record.name,
    }
    request = getattr(record, "request", None)
    if request is not None and hasattr(request, "method"):
        # Django's own message holds the path, and a path may hold a secret link: only its first word is kept.
        say = str(record.args[0]) if record.args else without_people(record.msg)
        facts |= {"say": say, "method": request.method, "route": route_of(request)}
    else:
        facts["say"] = without_people(record.getMessage())
    facts |= {name: getattr(record, name) for name in OURS if hasattr(record, name)}
    if hasattr(record, "status_code"):
        facts["status"] = record.status_code
    if record.exc_info and record.exc_info[1] is not None:
        facts |= what_failed(record.exc_info[1])
    return facts


def route_of(request: Any) -> str:
    """Return the name of the route that answered, never its address."""
    match = getattr(request, "resolver_match", None)
    return (match.view_name or "unnamed") if match is not None else "none"


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(facts_of(record), ensure_ascii=False, default=str)


class PlainWords(logging.Formatter):
    """One short line for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        facts = facts_of(record)
        say = [str(facts.pop("say")), *(f"{name}={value}" for name, value in facts.items() if name in OURS)]
        say += [f"{facts['error']} at {'; '.join(facts['at'][-3:])}"] if "error" in facts else []
        return f"{record.levelname.lower()}: {' '.join(say)}"


def log_lines(form: str) -> dict[str, Any]:
    """Return the logging configuration: `form` is "json" or "plain"."""
    levels = {
        "django": "WARNING",
        "equalterms": "INFO",
        "equalterms.requests": "INFO" if form == "json" else "WARNING",
        "django_tasks": "WARNING",
        "django_tasks_db": "WARNING",
        "_granian": "WARNING",
        "granian.access": "CRITICAL",
        "psycopg.pool": "ERROR",
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": JsonLines if form == "json" else PlainWords}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {name: {"level": level} for name, level in levels.items()},
    }


def configure_logs(form: str) -> dict[str, Any]:
    """Set up logging for this process, and return the same configuration for the server that starts others."""
    lines = log_lines(form)
    logging.config.dictConfig(lines)
    return lines
