"""The root and the article that a path among notes' files belongs to."""

from __future__ import annotations

from pathlib import Path

from fenttui import paths
from fenttui.articles.article import Entry
from fenttui.articles.dossier import NOTES_FOLDER, open_dossier
from fenttui.notes.article_folders import listing
from fenttui.notes.notes_path import notes_folders
from fenttui.problem import Problem, ProblemError
from fenttui.storage.user_paths import name_of_own


def root_of(file: Path, article: Path | None = None) -> Path | None:
    """Return the root on whose articles a notes' file is; None where that cannot be told.

    Args:
        file: The notes' file.
        article: An article's file; by it the root of a file in the data folder is found.
    """
    own = paths.data_folder().absolute() / NOTES_FOLDER
    for folder in file.absolute().parents:
        if folder.parent == own:
            above = article.absolute().parents if article is not None else ()
            return next((root for root in above if name_of_own(root) == folder.name), None)
        if folder.name == NOTES_FOLDER:
            return folder.parent
    return None


def entry_of_article(article: Path, root: Path | None) -> Entry:
    """Return the entry of an article's file in a root, in its own folder where it is not below that.

    Raises:
        ProblemError: It is no article.
    """
    article = article.absolute()
    if root is not None and article.is_relative_to(root):
        for entry in listing(
            root, article.parent.relative_to(root).as_posix().removeprefix(".")
        ).entries.values():
            if entry.path == article:
                return entry
    if article.is_dir():
        raise ProblemError(Problem(article, "this is a folder; name the file of an article"))
    dossier = open_dossier([article])
    if not dossier.entries:
        raise ProblemError(dossier.problems[0])
    return dossier.entries[0]


def entry_of_notes(file: Path, root: Path) -> Entry | None:
    """Return the article of the name of a notes' file, which need not exist; None where there is none."""
    file = file.absolute()
    for place in notes_folders(root):
        if file.is_relative_to(place.absolute()):
            below = file.parent.relative_to(place.absolute()).as_posix()
            return listing(root, "" if below == "." else below).entries.get(file.name.removesuffix(".toml"))
    return None
