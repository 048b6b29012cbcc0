"""Drafts: typed text is kept, and a draft of an earlier session is offered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.ui.wording import local_time, shortened

if TYPE_CHECKING:
    from pathlib import Path

    from fenttui.articles.article import Article
    from fenttui.notes.drafts import Draft, LeftDraft
    from fenttui.notes.drafts import Drafts as DraftFiles
    from fenttui.notes.notebook import Notebook
    from fenttui.ui.controllers.articles import Articles
    from fenttui.ui.host import Host
    from fenttui.ui.workspace import Workspace

_PAUSE = 0.5
"""Seconds of typing that a dropped connection may cost."""


class Drafts:
    """The drafts of this session, and the question about one that was left."""

    def __init__(
        self,
        host: Host,
        workspace: Workspace,
        articles: Articles,
        resume: Callable[[Article, Draft, str], None],
    ) -> None:
        """Nothing is written yet.

        Args:
            host: The screen.
            workspace: What is open.
            articles: Opens the article that a draft belongs to.
            resume: Opens the editor on a draft, which has this name from now on.
        """
        self._host = host
        self._workspace = workspace
        self._articles = articles
        self._resume = resume
        self._files: DraftFiles | None = None
        self._count = 0
        self._typed: tuple[str, Draft] | None = None
        self._keeps_soon = False
        self._unsaved: dict[str, Notebook] = {}
        self._put_off: set[LeftDraft] = set()
        self._discarded: dict[Path, Draft] = {}

    # Typed text

    def new_name(self) -> str:
        """The name of the next draft of this session."""
        self._count += 1
        return str(self._count)

    def typed(self, name: str, draft: Draft) -> None:
        """Keep the typed text, soon."""
        self._typed = name, draft
        if not self._keeps_soon:
            self._keeps_soon = True
            self._host.app.set_timer(_PAUSE, self.keep)

    def keep(self) -> None:
        """Write the typed text to a file, so that a dropped connection does not lose it."""
        self._keeps_soon = False
        if self._typed is None:
            return
        name, draft = self._typed
        try:
            self._own().keep(draft, name)
        except ProblemError as error:
            self._host.say(str(error), error=True)

    def done(self, name: str) -> None:
        """Drop a draft, whose note is saved or given up."""
        self._typed = None
        self._own().drop(name)

    def give_up(self, name: str, before: tuple[str, tuple[str, ...]]) -> None:
        """Drop the draft of a note that is not saved; what was typed can be brought back.

        Args:
            name: Which.
            before: The text and the tags that the editor was opened with.
        """
        typed = self._typed[1] if self._typed is not None else None
        self.done(name)
        if typed is not None and has_text(typed) and (typed.body, typed.tags) != before:
            self._keep_discarded(typed)

    def _keep_discarded(self, draft: Draft) -> None:
        self._discarded[draft.article_path] = draft
        self._host.say("discarded; gd brings it back")

    def stay(self, name: str, draft: Draft, notebook: Notebook) -> None:
        """Keep the draft of a note that could not be saved, until its notebook is."""
        self._typed = name, draft
        self.keep()
        self._typed = None
        self._unsaved[name] = notebook

    def drop_saved(self) -> None:
        """Drop the drafts of the notes that were saved in the end."""
        for name in [name for name, notebook in self._unsaved.items() if not notebook.unsaved]:
            del self._unsaved[name]
            self._own().drop(name)

    def close(self) -> None:
        """Leave unsaved drafts to the next session."""
        self.drop_saved()
        if self._files is not None:
            self._files.close()

    def _own(self) -> DraftFiles:
        if self._files is None:
            # ~5 ms: not before a note is written.
            from fenttui.notes.drafts import Drafts as DraftFiles  # noqa: PLC0415

            self._files = DraftFiles()
        return self._files

    # Drafts left by an earlier session

    def offer_newest(self) -> None:
        """Ask about the newest draft that was left in this dossier, on the article it belongs to."""
        from fenttui.notes.drafts import is_draft_of, left_drafts  # noqa: PLC0415 - not at start

        if len(self._host.app.screen_stack) > 1:
            # Keys typed before the first paint have opened something; writing a note asks as well.
            return
        entries = self._workspace.session.library.entries
        found = [
            (left, article_id)
            for left in left_drafts()
            if has_text(left.draft)
            for article_id, entry in entries.items()
            if is_draft_of(left, entry.path)
        ]
        for left, article_id in found:
            opened = self._workspace.article
            if (opened is not None and opened.id == article_id) or self._articles.open(article_id):
                self._ask(left, "later", lambda: None, of=len(found))
                return

    def continue_kept(self) -> None:
        """Open the editor on the newest draft that is kept on the open article, else on the discarded one."""
        article, kept = self._workspace.article, self._workspace.drafts
        if article is None:
            self._host.say("no article is open")
        elif kept:
            self._take_over(kept[0])
        elif (draft := self._discarded.pop(article.entry.path, None)) is not None:
            self._resume(article, draft, self.new_name())
        else:
            self._host.say("no draft is kept on this article")

    def ask_first(self, article: Article, wanted: Callable[[Draft], bool], go_on: Callable[[], None]) -> None:
        """Ask about the newest draft that was left on an article, if one is `wanted`; then continue."""
        from fenttui.notes.drafts import left_drafts  # noqa: PLC0415 - not at start

        for left in left_drafts(article.entry.path):
            if wanted(left.draft) and left not in self._put_off:

                def later(left: LeftDraft = left) -> None:
                    self._put_off.add(left)
                    go_on()

                self._ask(left, "keeps it for later and goes on", later, go_on)
                return
        go_on()

    def _ask(
        self,
        left: LeftDraft,
        later: str,
        on_later: Callable[[], None],
        on_discarded: Callable[[], None] = lambda: None,
        of: int = 1,
    ) -> None:
        """Ask about a draft on the open article, the newest of so many."""
        from fenttui.notes.drafts import drop_left  # noqa: PLC0415 - not at start
        from fenttui.ui.dialogs.question import Question  # noqa: PLC0415 - not at start

        def answered(key: str | None) -> None:
            if key == "c":
                self._take_over(left)
            elif key == "d":
                drop_left(left)
                self._keep_discarded(left.draft)
                self._tell_kept()
                on_discarded()
            else:
                self._host.say("the draft is kept; gd continues it")
                if key == "l":
                    on_later()

        draft, article = left.draft, self._workspace.article
        title = article.headline.title if article is not None else draft.article_path.name
        many = f"{of} unsaved drafts, the newest" if of > 1 else "an unsaved draft"
        about = f"There {'are' if of > 1 else 'is'} {many} from {local_time(draft.saved)}"
        question = f"{about} on “{shortened(title, 80)}”: {shortened(draft.body)}"
        self._host.app.push_screen(
            Question(question, {"c": "continues it", "d": "drops it", "l": later}), answered
        )

    def _take_over(self, left: LeftDraft) -> None:
        name, article = self.new_name(), self._workspace.article
        if article is None or not self._own().take_over(left, name):
            self._host.say("this draft is no longer there; another session may have continued it")
        else:
            self._tell_kept()
            self._resume(article, left.draft, name)

    def _tell_kept(self) -> None:
        """Show which drafts are kept now."""
        self._workspace.read_drafts()
        self._workspace.tell_notes()


def has_text(draft: Draft) -> bool:
    """Return whether a draft holds anything."""
    return bool(draft.body.strip() or draft.tags)
