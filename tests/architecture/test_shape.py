"""The shape of the code: small modules, short functions, no junk drawers, framed actions, tests that assert."""

import ast

from tests.architecture.sources import PACKAGE, ROOT, files, files_of_tests, functions_in, modules, shown, tree_of

LONGEST_MODULE = 400  # lines
LONGEST_FUNCTION = 40
LONGEST_TEST_FILE = 600
JUNK_DRAWERS = {"utils", "helpers", "services", "common", "util", "misc"}


def lines_in(path: object) -> int:
    return len(path.read_text().splitlines())  # type: ignore[attr-defined]


def test_no_module_is_longer_than_a_room_should_be() -> None:
    long = {shown(path): lines_in(path) for path in modules() if lines_in(path) > LONGEST_MODULE}
    assert not long, long


def test_no_test_file_is_too_long_to_read() -> None:
    written = files(ROOT / "tests", "*.py")
    long = {shown(path): lines_in(path) for path in written if lines_in(path) > LONGEST_TEST_FILE}
    assert not long, long


def test_no_function_is_longer_than_a_page() -> None:
    long = {
        f"{shown(path)}:{function.lineno} {function.name}": length
        for path in modules()
        for function in functions_in(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LONGEST_FUNCTION
    }
    assert not long, long


def test_there_is_no_junk_drawer() -> None:
    drawers = [shown(path) for path in modules() if JUNK_DRAWERS.intersection({path.stem, path.parent.name})]
    assert not drawers, drawers


def test_every_module_says_what_it_promises() -> None:
    wordless = [
        shown(path)
        for path in modules()
        if path.read_text().strip() and path.name != "apps.py" and not ast.get_docstring(tree_of(path))
    ]
    assert not wordless, wordless


def is_framed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = [node.id for node in function.decorator_list if isinstance(node, ast.Name)]
    return "action" in names


def takes_by(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = function.args
    return any(argument.arg == "by" for argument in (*arguments.args, *arguments.kwonlyargs))


def writes(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Say whether a function stores something itself: calls .save(), .create(), .update(), .delete() or record()."""
    storing = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in storing and "objects" in ast.unparse(called):
                return True
            if isinstance(called, ast.Attribute) and called.attr == "save":
                return True
    return False


def test_every_write_in_a_room_of_actions_is_framed_or_is_called_inside_one_that_is() -> None:
    """A public function there is an action, unless it is a step of one: then it says `inside` in its docstring."""
    loose = []
    for path in modules():
        if "actions" not in path.relative_to(PACKAGE).parts and path.stem != "actions":
            continue
        for function in tree_of(path).body:
            if not isinstance(function, ast.FunctionDef) or function.name.startswith("_") or is_framed(function):
                continue
            said = (ast.get_docstring(function) or "").lower()
            if (writes(function) or takes_by(function)) and "inside" not in said:
                loose.append(f"{shown(path)}:{function.lineno} {function.name}")
    assert not loose, loose


def test_views_write_nothing_themselves() -> None:
    writing = [
        f"{shown(path)}:{function.lineno} {function.name}"
        for path in modules()
        if "views" in path.relative_to(PACKAGE).parts or path.stem == "views"
        for function in functions_in(path)
        if writes(function)
    ]
    assert not writing, writing


def asserts_something(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A journey asserts by what is read: `reads`, `does_not_read` and `is_asked` fail where words are missing."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert | ast.Raise):
            return True
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.endswith((".reads", ".does_not_read", ".is_asked")):
                return True
            if "raises" in called or "assert" in called.lower() or "check" in called or "expect" in called:
                return True
    return False


def test_every_test_asserts_something() -> None:
    idle = []
    for path in files_of_tests():
        for function in functions_in(path):
            fixtures = {argument.arg for argument in function.args.args}
            if not function.name.startswith("test_") or any("num_queries" in name for name in fixtures):
                continue
            if not asserts_something(function):
                idle.append(f"{shown(path)}:{function.lineno} {function.name}")
    assert not idle, idle


def test_imports_inside_functions_are_explained() -> None:
    """An import inside a function hides an edge of the house: it, or its module's docstring, says why it is there."""
    silent = []
    for path in modules():
        lines = path.read_text().splitlines()
        if "inside the functions" in (ast.get_docstring(tree_of(path)) or "") or "cli" in path.parts:
            continue
        for function in functions_in(path):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom) and "#" not in " ".join(
                    lines[node.lineno - 2 : (node.end_lineno or node.lineno)]
                ):
                    silent.append(f"{shown(path)}:{node.lineno}")
    assert not silent, sorted(set(silent))
