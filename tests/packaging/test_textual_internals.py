"""Private names of Textual, which a minor version may change, stand in one module."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from textual.app import App

from tests.support.checkout import ROOT

PACKAGE = ROOT / "tui" / "fenttui"
KEEPER = PACKAGE / "ui" / "textual_internals.py"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != KEEPER)
SCREEN = [
    path for path in MODULES if path.is_relative_to(PACKAGE / "ui") and "textual" in path.read_text("utf-8")
]


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def private_imports(tree: ast.AST) -> Iterator[str]:
    """Yield what is imported from Textual by a private name, as a module or from one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            dotted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            dotted = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in dotted:
            first, *rest = name.split(".")
            if first == "textual" and any(map(is_private, rest)):
                yield name


def private_uses(tree: ast.ClassDef, private: frozenset[str]) -> set[str]:
    """Return which of some private names a class reads, sets or overrides."""
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    methods = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    return (attributes | methods) & private


@cache
def private_names(base: type) -> frozenset[str]:
    """Return the private names of a class of Textual, of its class body and of its instances."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(base) or base))
    (body,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == base.__name__]
    of_instances = {
        node.attr
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    return frozenset(filter(is_private, of_instances | set(vars(base))))


def classes_of_textual(module: ModuleType) -> Iterator[tuple[type, frozenset[str]]]:
    """Yield each class of a module that is one of Textual's, with the private names that it inherits."""
    for each in vars(module).values():
        if inspect.isclass(each) and each.__module__ == module.__name__:
            bases = [base for base in each.__mro__ if base.__module__.startswith("textual")]
            if bases:
                yield each, frozenset().union(*map(private_names, bases))


def test_a_private_module_or_name_of_textual_is_imported_nowhere_else() -> None:
    imported = {named(path): set(private_imports(ast.parse(path.read_text("utf-8")))) for path in MODULES}
    assert {name: names for name, names in imported.items() if names} == {}


@pytest.mark.parametrize("path", SCREEN, ids=named)
def test_a_class_neither_uses_nor_overrides_a_private_name_that_it_has_from_textual(path: Path) -> None:
    dotted = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    tree = ast.parse(path.read_text("utf-8"))
    bodies = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    used = {
        each.__name__: private_uses(bodies[each.__name__], private)
        for each, private in classes_of_textual(import_module(dotted))
    }
    assert {name: names for name, names in used.items() if names} == {}


def test_what_is_looked_for_is_found_in_the_module_that_keeps_it() -> None:
    tree = ast.parse(KEEPER.read_text("utf-8"))
    assert "textual._ansi_sequences.SYNC_START" in set(private_imports(tree))
    (keeper,) = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "CrashKeeper"]
    assert {"_handle_exception", "_return_code"} <= private_uses(keeper, private_names(App))
