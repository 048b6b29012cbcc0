"""A screen whose keys call commands, and that can ask for a line."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.screen import Screen, ScreenResultType
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from fenttui.keymap.key_names import key_name
from fenttui.ui.terminal.to_events import EncodedKey
from fenttui.ui.typing_ahead import OrderedKeys
from fenttui.ui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from fenttui.keymap.command import Call, Command, Context
    from fenttui.keymap.keymap import Keymap, Registry
    from fenttui.keymap.typed_keys import TypedKeys
    from fenttui.ui.host import LineRequest, Program


class KeyedScreen(Screen[ScreenResultType], inherit_bindings=False):
    """Takes keys as commands, and asks for lines. A subclass gives the context and the targets."""

    def __init__(self) -> None:
        super().__init__()
        self._typed_keys: TypedKeys | None = None
        self._told = ""
        self._keymaps: dict[str, Keymap] = {}
        self._request: LineRequest | None = None

    # What a subclass gives

    @property
    def context(self) -> Context[Any]:
        """The context whose keys are active."""
        raise NotImplementedError

    def target_of(self, command: Command) -> object:
        """Return the target that a command is called with; by default the screen itself."""
        return self

    @property
    def keys_hint(self) -> str:
        """The hint shown after an unbound key."""
        return "? lists the keys"

    def say(self, message: str, error: bool = False) -> None:
        """Show a message until the next key."""
        for prompt in self.query(Prompt):
            prompt.say(message)

    def cancel(self) -> bool:
        """Cancel what is running; return whether anything was."""
        return False

    def hush(self) -> None:
        """Remove the message shown before this key."""

    def tell_pending(self, pending: str) -> None:
        """Show the keys typed so far."""

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Handle a key: call its command, or say that it is unbound."""
        if self.query(Prompt):
            self._give_to_prompt(event)
            return
        event.stop()
        event.prevent_default()
        self.hush()
        key = key_name(event.key, event.character)
        typed, keymap = self._typed_keys or self._begin_keys(), self._current_keymap()
        unbound = (
            key.startswith("alt+") and not isinstance(event, EncodedKey) and typed.is_unbound(key, keymap)
        )
        fed = typed.feed("escape" if unbound else key, keymap)
        if not (isinstance(self.app, OrderedKeys) and self.app.more_typed):
            # Else it would be painted, and the command itself a frame later.
            self._tell_typed(typed.pending)
        if fed is not None and not isinstance(fed, str):
            self.perform(fed)
        if unbound and self.is_current:
            typed.feed_void(key.removeprefix("alt+"), self._current_keymap())
        if (unbound and self.is_current) or isinstance(fed, str):
            self.say(f"{fed if isinstance(fed, str) else key} is no key here; {self.keys_hint}")

    def on_paste(self, event: events.Paste) -> None:
        """Say of pasted text that nothing here takes it; a field has taken it before."""
        event.stop()
        self.say(f"pasted text goes nowhere here; {self.keys_hint}")

    def _give_to_prompt(self, event: events.Key) -> None:
        """Give a key to the open prompt, if a click has taken the focus from it."""
        for field in self.query("#prompt").results(Input):
            if not field.has_focus:
                event.stop()
                event.prevent_default()
                self.set_focus(field, scroll_visible=False)
                field.post_message(events.Key(event.key, event.character))

    def perform(self, call: Call) -> None:
        """Call a command."""
        call.command.run(self.target_of(call.command), call)

    def forget_typed(self) -> None:
        """Forget the keys typed so far: they mean something else now."""
        if self._typed_keys is not None:
            self._typed_keys.clear()
        self._tell_typed("")

    def _tell_typed(self, pending: str) -> None:
        if pending != self._told:
            self._told = pending
            self.tell_pending(pending)

    @property
    def registry(self) -> Registry:
        """All commands, with the keys in force."""
        return self.program.registry

    @property
    def program(self) -> Program:
        """The program that the screen belongs to."""
        return cast("Program", self.app)

    @property
    def offered(self) -> list[Command]:
        """The commands that can be called by name."""
        return self.registry.active_in(self.context)

    def prepare_keys(self) -> None:
        """Load the keymap, so that the first key does not wait for it."""
        self._begin_keys()
        self._current_keymap()

    def _begin_keys(self) -> TypedKeys:
        # ~4 ms with all of the keymap: not before the first text is on the screen.
        from fenttui.keymap.typed_keys import TypedKeys  # noqa: PLC0415

        typed = self._typed_keys = self._typed_keys or TypedKeys()
        return typed

    def _current_keymap(self) -> Keymap:
        context = self.context
        if context.name not in self._keymaps:
            self._keymaps[context.name] = self.registry.keymap(context)
        return self._keymaps[context.name]

    # The prompt

    def ask(self, request: LineRequest) -> None:
        """Ask for one line at the bottom of the screen."""
        self._close_prompt()
        self._request = request
        self.mount(Prompt(request.label, request.value, request.earlier, request.completed))

    def take_focus_back(self) -> None:
        """Give the focus back to the widget that has it while there is no prompt."""
        raise NotImplementedError

    def _close_prompt(self) -> None:
        # The focus goes first: Textual would give that of a removed widget to any other.
        self.take_focus_back()
        for prompt in self.query(Prompt):
            prompt.remove()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The line that was asked for has changed."""
        if event.input.id == "prompt" and self._request is not None:
            self._request.changed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line that was asked for is finished."""
        if event.input.id == "prompt" and (request := self._request) is not None:
            self._request = None
            self._close_prompt()
            request.answered(event.value)

    def on_prompt_left(self) -> None:
        """The line that was asked for was left."""
        if (request := self._request) is not None:
            self._request = None
            self._close_prompt()
            request.left()

    # Jobs

    def work(self, job: Coroutine[Any, Any, None], group: str) -> None:
        """Start a job that runs while keys are taken; an earlier one of the group is cancelled."""
        self.run_worker(job, name="job", group=group, exclusive=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report a job that failed."""
        if event.worker.name == "job" and event.state is WorkerState.ERROR:
            self.say(f"{event.worker.group} stopped: {event.worker.error}", error=True)
