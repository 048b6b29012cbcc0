"""A table of what all articles say: it fills while they are read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on
from textual.worker import Worker, WorkerState, get_current_worker

from fenttui.ui.screens.table_screen import TableScreen

if TYPE_CHECKING:
    from fenttui.analysis.dossier_view import DossierView
    from fenttui.ui.session.dossier_pass import DossierPass, Progress

R = TypeVar("R")


class DossierTable(TableScreen[R]):
    """Shows what the pass over the dossier has found, and continues the pass while it is open."""

    NOTHING: ClassVar = "Nothing here."
    """What is said where all articles give no record."""
    NEEDS_ROWS: ClassVar = True
    """Whether it shows more of the articles than the counts of actors."""

    _shown: DossierView | None = None
    """What the records shown are made from, once they are all there."""
    _unread = 0
    _broken = 0
    """How many articles were said to be unreadable."""

    @property
    def empty_text(self) -> str:
        """What is said where there are no records, or none yet."""
        return "Reading the articles..." if self._is_running else self.NOTHING

    # What a subclass gives

    def records(self, view: DossierView, complete: bool) -> Sequence[R]:
        """Return the records of the articles read so far; called from a thread.

        Args:
            view: what these articles say together.
            complete: whether the actors of all articles are known.
        """
        raise NotImplementedError

    def follow(self, view: DossierView) -> None:
        """Take over what else is shown of a view, before its records are shown."""

    # Reading

    @property
    def _pass(self) -> DossierPass:
        return self.session.dossier_pass

    def on_screen_resume(self) -> None:
        """Show what is known, and read what is not yet read."""
        if not self._is_running:
            progress = self._pass.progress(self.NEEDS_ROWS)
            if progress.unread or progress.view is not self._shown:
                self._start(progress)

    def corrected(self) -> None:
        """Show no old names: the records are made again at once, or when the table opens again."""
        self._shown = None
        progress = self._pass.progress(self.NEEDS_ROWS)
        if progress.unread or not self.is_current:
            record = self.table.current_record
            if self.wanted is None and record is not None:
                self.wanted = self.table.view.key(record)
            self.table.show(())
        if self.is_current:
            self._start(progress)

    def refresh_records(self) -> None:
        """Make the records anew."""
        self._start(self._pass.progress(self.NEEDS_ROWS))

    def stop(self) -> bool:
        """Stop reading; return whether it was running."""
        if not self._is_reading:
            return False
        self.workers.cancel_group(self, "reading")
        return True

    @property
    def _is_running(self) -> bool:
        return any(worker.group == "reading" and not worker.is_finished for worker in self.workers)

    @property
    def _is_reading(self) -> bool:
        # To make records of what is known takes no reading, and is not worth stopping.
        return bool(self._unread) and self._is_running

    def _start(self, progress: Progress) -> None:
        self._tell_reading(progress)
        self.run_worker(self._read, group="reading", thread=True, exclusive=True, exit_on_error=False)

    def _read(self) -> None:
        """Continue the pass in a thread, and show what it reports."""
        worker, on_main = get_current_worker(), self.app.call_from_thread

        def report(progress: Progress) -> None:
            on_main(self._tell_reading, progress)
            done = not progress.unread
            if done or progress.view.dates:
                records = self.records(progress.view, progress.complete)
                if not worker.is_cancelled:
                    on_main(self._show_progress, records, progress)

        self._pass.run(on_main, lambda: worker.is_cancelled, report, self.NEEDS_ROWS)

    def _tell_reading(self, progress: Progress) -> None:
        self._unread = progress.unread
        if progress.unread:
            self.tell_progress(f"reading {progress.total - progress.unread:,} of {progress.total:,}")

    def _show_progress(self, records: Sequence[R], progress: Progress) -> None:
        if not self._pass.is_current(progress.view):
            return
        self.follow(progress.view)
        self.show(records)
        if progress.unread:
            return
        self._shown = progress.view
        self.tell_progress("")
        if progress.broken != self._broken:
            self._broken = progress.broken
            files = "1 file" if progress.broken == 1 else f"{progress.broken:,} files"
            self.say(f"{files} could not be read; `fenttui check` says why", error=True)

    @on(Worker.StateChanged)
    def _stopped(self, event: Worker.StateChanged) -> None:
        if event.worker.group == "reading" and event.worker.is_finished and not self._is_running:
            self._unread = self._pass.progress(self.NEEDS_ROWS).unread
            self.tell_progress(f"{self._unread:,} not read" if self._unread else "")
            self.tell_counts()
            if self.table.current_record is None:
                self.table.refresh()
            if event.state is WorkerState.ERROR:
                self.say(f"reading stopped: {event.worker.error}", error=True)
