"""Correcting who is who: from a table, or from the card of a mention in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from fenttui.corrections.actor_facts import CorrectionError
from fenttui.problem import ProblemError
from fenttui.ui.desk.telling import tell_problems
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from textual.app import App

    from fenttui.corrections.actor_book import ActorBook
    from fenttui.extract.mention import ActorKind, Mention
    from fenttui.ui.screens.card import Correction
    from fenttui.ui.screens.reading import ReadingScreen

_KINDS: dict[str, ActorKind] = {"p": "person", "o": "organization", "l": "place", "g": "group"}


class Asker(Protocol):
    """A screen that can ask for one line, and tell how it went."""

    @property
    def app(self) -> App[Any]:
        """The app."""

    def ask(
        self,
        label: str,
        value: str,
        answered: Callable[[str], None],
        earlier: Sequence[str] = (),
        suggested: Sequence[str] = (),
    ) -> None:
        """Ask for one line; the up key brings `earlier` ones, and what is typed is completed from others."""

    def say(self, message: str, error: bool = False) -> None:
        """Tell something until the next key."""


class Correcting:
    """Makes corrections, and lets all that shows actors follow at once."""

    def __init__(self, desk: ReadingScreen) -> None:
        self._desk = desk

    # What asks

    def rename(self, asker: Asker, actor: str, done: Callable[[str], None] = lambda name: None) -> None:
        """Ask for an actor's new name; `done` hears it before anything is shown."""

        def answered(name: str) -> None:
            self._do(asker, lambda book: book.rename(actor, name), lambda: done(name.strip()))

        asker.ask("its name:", actor, answered)

    def change_kind(self, asker: Asker, actor: str) -> None:
        """Ask for an actor's kind."""
        from fenttui.ui.screens.question import Question

        def answered(key: str | None) -> None:
            if key is not None:
                self._do(asker, lambda book: book.set_kind(actor, _KINDS.get(key)))

        answers = {**_KINDS, "a": "as the program finds it"}
        asker.app.push_screen(Question(f"What is {visible_line(actor)}?", answers), answered)

    def ignore(self, asker: Asker, actor: str) -> None:
        """Ignore an actor, however it is named."""
        self._do(asker, lambda book: book.ignore(actor))

    def split(self, asker: Asker, actor: str, aliases: Sequence[str]) -> None:
        """Ask which of an actor's names is an actor of its own."""
        if not aliases:
            asker.say(f"{actor} has one name only, there is nothing to split")
            return

        def answered(name: str) -> None:
            if name.strip() not in aliases:
                asker.say(f"{actor} is not called {name}; it is called {', '.join(aliases)}", error=True)
                return
            self.split_off(asker, actor, name.strip())

        asker.ask(f"not {visible_line(actor)}, but an actor of its own:", aliases[0], answered,
                  aliases[:0:-1], aliases)  # fmt: skip

    def split_off(self, asker: Asker, actor: str, name: str) -> None:
        """Make a name that an actor is called by an actor of its own."""
        self._do(asker, lambda book: book.split(actor, name))

    def merge_into_other(
        self,
        asker: Asker,
        actor: str,
        known: Mapping[str, ActorKind],
        done: Callable[[str], None] = lambda name: None,
    ) -> None:
        """Ask whom an actor is to be merged into.

        Args:
            asker: the screen that asks.
            actor: the actor that goes.
            known: those that there are, with their kinds, the most likely first.
            done: hears the name that stays before anything is shown.
        """
        others = [name for name in known if name != actor and name == visible_line(name)]

        def answered(written: str) -> None:
            into = _called(written.strip(), others)
            if into is None:
                asker.say(f"no actor is called {written.strip()}; r renames", error=True)
                return
            kind = known[into] if known.get(actor) != known[into] else None
            self._do(asker, lambda book: book.merge(actor, into, kind), lambda: done(into))

        asker.ask(f"{visible_line(actor)} is the same as:", "", answered, others[:20][::-1], others)

    def merge(
        self,
        asker: Asker,
        names: Sequence[str],
        known: Mapping[str, ActorKind],
        done: Callable[[str], None],
    ) -> None:
        """Ask which of some actors' names stays, the first proposed; the rest as for `merge_into_other`."""

        def answered(written: str) -> None:
            stays = written.strip()
            kept = stays if stays in names else names[0]
            goes = [name for name in names if name != kept]

            def merge_all(book: ActorBook) -> str:
                for name in goes:
                    book.merge(name, kept, known[kept] if known[name] != known[kept] else None)
                if stays != kept:
                    book.rename(kept, stays)
                return f"{len(names)} actors are now {visible_line(stays)}"

            if stays:
                self._do(asker, merge_all, lambda: done(stays), len(goes) + (stays != kept))

        label = f"the name of all {len(names)} (up: another's):"
        asker.ask(label, names[0], answered, names[:0:-1], names)

    def correct_mention(
        self, asker: Asker, correction: Correction, actor: str, said: str, mentions: Sequence[Mention]
    ) -> None:
        """Correct the actor that a mention names.

        Args:
            asker: the screen that asks.
            correction: what is to be corrected.
            actor: the actor.
            said: what the mention says.
            mentions: those of its article: the actors that it may be the same as.
        """
        match correction:
            case "rename":
                self.rename(asker, actor)
            case "kind":
                self.change_kind(asker, actor)
            case "ignore":
                self.ignore(asker, actor)
            case "split":
                self.split_off(asker, actor, said)
            case "merge":
                named = Counter((m.actor, m.kind) for m in mentions if m.is_actor and m.actor is not None)
                known: dict[str, ActorKind] = {}
                for (name, kind), _ in named.most_common():
                    known.setdefault(name, cast("ActorKind", kind))
                self.merge_into_other(asker, actor, known)

    # Undo and redo

    def undo(self, asker: Asker, count: int) -> bool:
        """Take the last corrections back; whether there was one."""
        return self._step(asker, count, lambda book: book.undo(), "nothing to undo among the corrections")

    def redo(self, asker: Asker, count: int) -> bool:
        """Make the last undone corrections again; whether there was one."""
        return self._step(asker, count, lambda book: book.redo(), "nothing to redo among the corrections")

    def _step(
        self, asker: Asker, count: int, step: Callable[[ActorBook], str | None], otherwise: str
    ) -> bool:
        said: list[str] = []
        try:
            while len(said) < count and (words := step(self._desk.session.actor_book)) is not None:
                said.append(words)
        except ProblemError as error:
            said.append("")
            asker.say(f"not saved yet: {tell_problems([error.problem])}", error=True)
        else:
            asker.say(said[-1] if said else otherwise)
        if said:
            self._show_everywhere()
        return bool(said)

    def _do(
        self,
        asker: Asker,
        correct: Callable[[ActorBook], str],
        done: Callable[[], None] = lambda: None,
        steps: int = 1,
    ) -> None:
        """Make a correction, show it everywhere, and say how it went; `steps` is what undo takes."""
        try:
            words = correct(self._desk.session.actor_book)
        except CorrectionError as error:
            asker.say(str(error), error=True)
            return
        except ProblemError as error:
            asker.say(f"not saved yet: {tell_problems([error.problem])}", error=True)
        else:
            asker.say(f"{words} · {steps if steps > 1 else ''}u takes it back")
        self._desk.last_changed = "actors"
        done()
        self._show_everywhere()

    def _show_everywhere(self) -> None:
        self._desk.session.actors_corrected()
        self._desk.mark_again()
        self._desk.finding.filter_again()
        self._desk.tabling.corrected()


def _called(written: str, names: Sequence[str]) -> str | None:
    """The name that was meant: as it is written, else in another case, else the only one that begins so."""
    if written in names:
        return written
    folded = written.casefold()
    same = [name for name in names if name.casefold() == folded]
    begun = [name for name in names if folded and name.casefold().startswith(folded)]
    return same[0] if same else begun[0] if len(begun) == 1 else None
