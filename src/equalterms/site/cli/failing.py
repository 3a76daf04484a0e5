"""How a command says that it could not be done: one plain sentence, never a stack of program lines."""


class CommandFailed(Exception):
    """The command could not be done. The message is a whole sentence that says what to do."""


def in_one_sentence(problem: BaseException) -> str | None:
    """Return a sentence for a problem whose cause is known, else None. Django may not be installed or loaded."""
    kinds = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(problem).__mro__}
    if "django.core.exceptions.ImproperlyConfigured" in kinds:
        return str(problem)
    if "django.db.utils.OperationalError" in kinds:
        return (
            f"The database does not answer. Is it running, and is DATABASE_URL right? It said: {_first_line(problem)}"
        )
    if "django.db.utils.ProgrammingError" in kinds and "does not exist" in str(problem):
        return "The database is not prepared yet. Run: equalterms migrate"
    if "django.db.migrations.exceptions.InconsistentMigrationHistory" in kinds:
        return "This database was made by a version that this one cannot bring up to date. Begin a new one, or ask us."
    if isinstance(problem, PermissionError | FileNotFoundError | IsADirectoryError | NotADirectoryError):
        return f"{problem.strerror}: {problem.filename}"
    return None


def _first_line(problem: BaseException) -> str:
    return (str(problem).strip().splitlines() or ["nothing"])[0]
