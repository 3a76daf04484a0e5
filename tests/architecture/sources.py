"""The files that the architecture tests read."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "equalterms"
NOT_OURS = {"node_modules", "__pycache__", ".venv", ".cache"}


def files(folder: Path, pattern: str) -> list[Path]:
    """Return the files below a folder, without what others wrote."""
    found = folder.rglob(pattern) if folder.exists() else []
    return sorted(path for path in found if not NOT_OURS.intersection(path.parts))


def modules() -> list[Path]:
    """Return our modules; migrations are written by Django."""
    return [path for path in files(PACKAGE, "*.py") if "migrations" not in path.parts]


def files_of_tests() -> list[Path]:
    return files(ROOT / "tests", "test_*.py")


def templates() -> list[Path]:
    return files(PACKAGE, "*.html")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions_in(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
