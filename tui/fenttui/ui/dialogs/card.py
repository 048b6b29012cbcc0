"""The card: what is known about a mention, its other occurrences, and what an actor said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from fenttui.analysis.occurrences import Occurrence, Occurrences
from fenttui.ui.dialogs.keyed_dialog import KeyedDialog
from fenttui.ui.widgets.occurrence_list import OccurrenceList
from fenttui.ui.widgets.quote_list import QuoteList

if TYPE_CHECKING:
    from fenttui.keymap.command import Context
    from fenttui.ui.session.dossier_pass import OnMain
    from fenttui.ui.widgets.looks import Looks

    Search = Callable[[OnMain, Callable[[], bool], Callable[[Occurrences], None]], None]

Correction = Literal["rename", "kind", "merge", "split", "ignore"]
"""What can be corrected of an actor, as the table of actors calls it."""

_HINT = "r rename · c kind · m merge · s split · d ignore"


class Card(KeyedDialog[Occurrence | Correction | None]):
    """Answers with the occurrence to go to, or with what is to be corrected."""

    def __init__(
        self,
        looks: Looks,
        name: str,
        facts: list[tuple[str, str]],
        here: Occurrences,
        offset: int,
        search: Search,
        is_actor: bool = False,
        quote: int | None = None,
    ) -> None:
        """Show what is known of a mention.

        Args:
            looks: the styles by name.
            name: the actor, or what the mention says.
            facts: what is known, as (what, value).
            here: the occurrences in the article of the mention.
            offset: where the mention begins.
            search: looks through the other articles; it is called in a thread.
            is_actor: whether it mentions an actor.
            quote: where the quote begins that the card was opened at.
        """
        super().__init__()
        self._looks = looks
        self._name_shown = name
        self._facts = facts
        self._here = here
        self._offset = offset
        self._search = search
        self._is_actor = is_actor
        self._quote = quote
        self._searching = True

    def compose(self) -> ComposeResult:
        """The facts, then the occurrences."""
        with Vertical(classes="dialog", id="card") as box:
            box.border_title = Content(self._name_shown)
            facts = Text()
            for what, value in self._facts:
                facts.append(f"{what:>10}  ", "dim").append(f"{value}\n")
            if self._is_actor:
                facts.append(f"{'correct':>10}  ", "dim").append(_HINT).append("\n")
            facts.right_crop(1)
            yield Static(facts, id="card-facts")
            tabs = Static(id="card-tabs")
            tabs.display = self._is_actor
            yield tabs
            yield OccurrenceList(self._looks)
            quotes = QuoteList(self._looks)
            quotes.display = False
            yield quotes

    def on_mount(self) -> None:
        """List this article's occurrences at once; the others' as they are found."""
        listed = self._occurrences
        listed.add(self._here.mentions)
        listed.stand_at(self._offset)
        listed.focus()
        self._quotes.add(self._here.quotes)
        if self._quote is not None:
            self._quotes.stand_at(self._quote)
            self.turn()
        self._tell_count()
        self.run_worker(self._find, thread=True, exclusive=True, exit_on_error=False)

    def _find(self) -> None:
        worker, on_main = get_current_worker(), self.app.call_from_thread

        def report(found: Occurrences) -> None:
            if not worker.is_cancelled:
                on_main(self._add, found)

        self._search(on_main, lambda: worker.is_cancelled, report)

    def _add(self, found: Occurrences) -> None:
        self._occurrences.add(found.mentions)
        self._quotes.add(found.quotes)
        self._tell_count()

    @property
    def _occurrences(self) -> OccurrenceList:
        return self.query_one("#card-occurrences", OccurrenceList)

    @property
    def _quotes(self) -> QuoteList:
        return self.query_one(QuoteList)

    @property
    def _shown(self) -> OccurrenceList:
        return self._quotes if self._quotes.display else self._occurrences

    @on(Worker.StateChanged)
    def _searched(self, event: Worker.StateChanged) -> None:
        self._searching = not event.worker.is_finished
        self._tell_count()

    def _tell_count(self) -> None:
        count, said = len(self._occurrences.occurrences), len(self._quotes.occurrences)
        of_quotes = self._quotes.display
        tabs = Text()
        tabs.append(f" {'Occurrences':>11} {count:,} ", "" if of_quotes else "reverse").append("  ")
        tabs.append(f" Quotes {said:,} ", "reverse" if of_quotes else "").append("   tab", "dim")
        self.query_one("#card-tabs", Static).update(tabs)
        what = _counted(said, "quote") if of_quotes else _counted(count, "occurrence")
        more = ", looking in the other articles..." if self._searching else ""
        self.tell_hint(f"{what}{more} · enter goes there · escape")

    # What the commands call

    @property
    def context(self) -> Context[Any]:
        """The card's own keys."""
        return self.registry.context("card")

    @property
    def lines(self) -> Sequence[str]:
        """The occurrences listed, or the quotes."""
        return [f"{each.before}{each.text}{each.after}" for each in self._shown.occurrences]

    @property
    def current_line(self) -> int:
        """The index of the current occurrence or quote."""
        return self._shown.current

    def go_to_line(self, index: int) -> None:
        """Make another occurrence or quote current."""
        self._shown.move_to(index)

    def take_focus_back(self) -> None:
        """Give the focus to what is listed."""
        self.set_focus(self._shown)

    def move(self, motion: str, count: int | None) -> None:
        """Go through the occurrences or the quotes."""
        self._shown.move(motion, count)

    def open_current(self) -> None:
        """Go to the current occurrence or quote."""
        if not self.lines:
            self.say("nothing to go to here")
        self._shown.choose_current()

    def turn(self) -> None:
        """Show the quotes instead of the occurrences, or those again."""
        if not self._is_actor:
            self.say("only an actor is quoted")
            return
        self._quotes.display, self._occurrences.display = self._occurrences.display, self._quotes.display
        self._shown.focus()
        self._tell_count()

    def correct(self, correction: str) -> None:
        """Close the card, and correct the actor."""
        if self._is_actor:
            self.dismiss(cast("Correction", correction))
        else:
            self.say("only an actor can be corrected")

    @on(OccurrenceList.Chosen)
    def _chosen(self, event: OccurrenceList.Chosen) -> None:
        self.dismiss(event.occurrence)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' if count != 1 else ''}"
