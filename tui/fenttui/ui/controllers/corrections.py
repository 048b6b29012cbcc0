"""Corrections of actors, from a table or from the card of a mention in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from fenttui.problem import ProblemError
from fenttui.ui.completing import completed_from
from fenttui.ui.host import LineRequest
from fenttui.ui.wording import tell_problems
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.corrections.actor_book import ActorBook
    from fenttui.extract.mention import Mention
    from fenttui.kinds import ActorKind
    from fenttui.ui.dialogs.card import Correction
    from fenttui.ui.host import Host
    from fenttui.ui.workspace import Workspace

_KINDS: dict[str, ActorKind] = {"p": "person", "o": "organization", "l": "place", "g": "group"}


class Corrections:
    """Makes corrections for a screen; everything that shows actors is updated at once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    # Questions

    def rename(self, host: Host, actor: str, done: Callable[[str], None] = lambda name: None) -> None:
        """Ask for an actor's new name; `done` is called with it before anything is shown."""

        def answered(name: str) -> None:
            self._do(host, lambda book: book.rename(actor, name), lambda: done(name.strip()))

        host.ask(LineRequest("its name:", actor, answered))

    def change_kind(self, host: Host, actor: str) -> None:
        """Ask for an actor's kind."""
        from fenttui.ui.dialogs.question import Question  # noqa: PLC0415 - not at start

        def answered(key: str | None) -> None:
            if key is not None:
                self._do(host, lambda book: book.set_kind(actor, _KINDS.get(key)))

        answers = {**_KINDS, "a": "as the program finds it"}
        host.app.push_screen(Question(f"What is {visible_line(actor)}?", answers), answered)

    def ignore(self, host: Host, actor: str) -> None:
        """Ignore an actor, however it is named."""
        self._do(host, lambda book: book.ignore(actor))

    def restore(self, host: Host, actor: str) -> None:
        """Stop ignoring an actor."""
        self._do(host, lambda book: book.unignore(actor))

    def split(self, host: Host, actor: str, aliases: Sequence[str]) -> None:
        """Ask which of an actor's names is a separate actor."""
        if not aliases:
            host.say(f"{actor} has one name only, there is nothing to split")
            return

        def answered(name: str) -> None:
            if name.strip() not in aliases:
                host.say(f"{actor} is not called {name}; it is called {', '.join(aliases)}", error=True)
                return
            self.split_off(host, actor, name.strip())

        label = f"not {visible_line(actor)}, but another actor:"
        host.ask(
            LineRequest(
                label, aliases[0], answered, earlier=aliases[:0:-1], completed=completed_from(aliases)
            )
        )

    def split_off(self, host: Host, actor: str, name: str) -> None:
        """Make a name that an actor is called by a separate actor."""
        self._do(host, lambda book: book.split(actor, name))

    def merge_into_other(
        self,
        host: Host,
        actor: str,
        known: Mapping[str, ActorKind],
        done: Callable[[str], None] = lambda name: None,
    ) -> None:
        """Ask whom an actor is to be merged into.

        Args:
            host: the screen that asks.
            actor: the actor that goes.
            known: those that there are, with their kinds, the most likely first.
            done: called with the name that stays, before anything is shown.
        """
        others = [name for name in known if name != actor and name == visible_line(name)]

        def answered(written: str) -> None:
            into = _called(written.strip(), others)
            if into is None:
                host.say(f"no actor is called {written.strip()}; r renames", error=True)
                return
            kind = known[into] if known.get(actor) != known[into] else None
            self._do(host, lambda book: book.merge(actor, into, kind), lambda: done(into))

        label = f"{visible_line(actor)} is the same as:"
        host.ask(
            LineRequest(label, "", answered, earlier=others[:20][::-1], completed=completed_from(others))
        )

    def merge(
        self,
        host: Host,
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
                self._do(host, merge_all, lambda: done(stays), len(goes) + (stays != kept))

        label = f"the name of all {len(names)} (up: another's):"
        host.ask(
            LineRequest(label, names[0], answered, earlier=names[:0:-1], completed=completed_from(names))
        )

    def correct_mention(
        self, host: Host, correction: Correction, actor: str, said: str, mentions: Sequence[Mention]
    ) -> None:
        """Correct the actor that a mention names.

        Args:
            host: the screen that asks.
            correction: what is to be corrected.
            actor: the actor.
            said: what the mention says.
            mentions: those of its article: the actors that it may be the same as.
        """
        match correction:
            case "rename":
                self.rename(host, actor)
            case "kind":
                self.change_kind(host, actor)
            case "ignore":
                self.ignore(host, actor)
            case "split":
                self.split_off(host, actor, said)
            case "merge":
                # Imported with the first mentions, after the first text is painted.
                from fenttui.extract.mention import ActorMention  # noqa: PLC0415

                named = Counter((m.actor, m.kind) for m in mentions if isinstance(m, ActorMention))
                known: dict[str, ActorKind] = {}
                for (name, kind), _ in named.most_common():
                    known.setdefault(name, kind)
                self.merge_into_other(host, actor, known)

    # Undo and redo

    def undo(self, host: Host, count: int) -> bool:
        """Undo the last corrections; return whether there was one."""
        return self._step(host, count, lambda book: book.undo(), "nothing to undo among the corrections")

    def redo(self, host: Host, count: int) -> bool:
        """Redo the last undone corrections; return whether there was one."""
        return self._step(host, count, lambda book: book.redo(), "nothing to redo among the corrections")

    def _step(self, host: Host, count: int, step: Callable[[ActorBook], str | None], otherwise: str) -> bool:
        said: list[str] = []
        try:
            while len(said) < count and (words := step(self._workspace.session.actor_book)) is not None:
                said.append(words)
        except ProblemError as error:
            said.append("")
            host.say(f"not saved yet: {tell_problems([error.problem])}", error=True)
        else:
            host.say(said[-1] if said else otherwise)
        if said:
            self._workspace.correct_actors()
        return bool(said)

    def _do(
        self,
        host: Host,
        correct: Callable[[ActorBook], str],
        done: Callable[[], None] = lambda: None,
        steps: int = 1,
    ) -> None:
        """Make a correction, show it everywhere and report the result; undo takes `steps` steps."""
        # ~20 ms with the gazetteer: not at start.
        from fenttui.corrections.actor_facts import CorrectionError  # noqa: PLC0415

        try:
            words = correct(self._workspace.session.actor_book)
        except CorrectionError as error:
            host.say(str(error), error=True)
            return
        except ProblemError as error:
            host.say(f"not saved yet: {tell_problems([error.problem])}", error=True)
        else:
            host.say(f"{words} · {steps if steps > 1 else ''}u takes it back")
        done()
        self._workspace.correct_actors()


def _called(written: str, names: Sequence[str]) -> str | None:
    """Return the name that was meant: exact, else in another case, else the only one that begins so."""
    if written in names:
        return written
    folded = written.casefold()
    same = [name for name in names if name.casefold() == folded]
    begun = [name for name in names if folded and name.casefold().startswith(folded)]
    return same[0] if same else begun[0] if len(begun) == 1 else None
