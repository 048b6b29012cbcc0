"""The reader through a real sshd on the loopback interface."""

from __future__ import annotations

import asyncio
import os
import pwd
import shlex
import shutil
import socket
import subprocess
import tomllib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncssh
import pytest

from tests.support.terminal import Screen, Sought, answer_to, holds

CONFIG = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile none
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
"""


@dataclass(frozen=True)
class Server:
    """An sshd that takes one key of the user who runs the tests."""

    port: int
    key: asyncssh.SSHKey


class RemoteTerminal:
    """A terminal at the near end of an SSH connection, the program at the far end."""

    def __init__(
        self,
        connection: asyncssh.SSHClientConnection,
        process: asyncssh.SSHClientProcess[bytes],
        screen: Screen,
    ) -> None:
        self._connection = connection
        self._process = process
        self._screen = screen
        self.raw = bytearray()

    async def wait_for(self, sought: Sought, seconds: float = 30) -> str:
        """Read until the screen shows what is sought; its text then."""
        try:
            async with asyncio.timeout(seconds):
                while not holds(sought, self._screen.text):
                    data = await self._process.stdout.read(1 << 16)
                    assert data, f"the program has ended:\n{self._screen.text}"
                    self.raw += data
                    self._screen.feed(data)
                    self._process.stdin.write(answer_to(data))
        except TimeoutError:
            raise AssertionError(f"the screen does not show {sought!r}:\n{self._screen.text}") from None
        return self._screen.text

    def send(self, keys: str) -> None:
        """Type."""
        self._process.stdin.write(keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self._screen.resize(columns, rows)
        self._process.change_terminal_size(columns, rows)

    async def wait_for_end(self) -> int | None:
        """The program's exit code."""
        async with asyncio.timeout(30):
            return (await self._process.wait()).exit_status

    def drop(self) -> None:
        """Cut the connection, with no word to the other side."""
        self._connection.abort()


OpenRemote = Callable[..., Awaitable[RemoteTerminal]]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def wait_for_server(server: subprocess.Popen[bytes], port: int) -> None:
    """Connect as soon as it listens; a line that it writes says that it does."""
    assert server.stderr is not None
    said = []
    for line in server.stderr:
        said.append(line.decode(errors="replace"))
        if "listening on" in said[-1].lower() and str(port) in said[-1]:
            return
    pytest.fail(f"sshd has not started: {''.join(said)}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A real sshd with keys of its own."""
    sshd = shutil.which("sshd", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
    if sshd is None:
        pytest.skip("needs sshd")
    folder = tmp_path / "sshd"
    folder.mkdir(mode=0o700)
    key = asyncssh.generate_private_key("ssh-ed25519")
    asyncssh.generate_private_key("ssh-ed25519").write_private_key(folder / "host_key")
    (folder / "host_key").chmod(0o600)
    (folder / "authorized_keys").write_bytes(key.export_public_key())
    if os.geteuid() == 0:
        # Where sshd as root drops its rights; the service makes it when it starts.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    port = free_port()
    (folder / "sshd_config").write_text(CONFIG.format(port=port, folder=folder), encoding="utf-8")
    command = [sshd, "-D", "-e", "-f", str(folder / "sshd_config")]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            wait_for_server(process, port)
            yield Server(port, key)
        finally:
            process.terminate()


@pytest.fixture
async def open_remote(
    server: Server, program: Path, dossier: Path, environment: Mapping[str, str], tmp_path: Path
) -> AsyncIterator[OpenRemote]:
    """Opens the reader on the dossier over the link; its process id is in the file `pid`."""
    connections = []

    async def start(columns: int = 80, rows: int = 24, term: str = "xterm-256color") -> RemoteTerminal:
        connection = await asyncssh.connect(
            "127.0.0.1",
            server.port,
            username=pwd.getpwuid(os.getuid()).pw_name,
            client_keys=[server.key],
            known_hosts=None,
            config=None,
            agent_path=None,
        )
        connections.append(connection)
        given = [f"{name}={value}" for name, value in environment.items() if name not in ("TERM", "PATH")]
        command = (
            f"cd {shlex.quote(str(tmp_path))} && echo $$ > pid"
            f" && exec env {shlex.join([*given, str(program), str(dossier)])}"
        )
        process = await connection.create_process(
            f"sh -c {shlex.quote(command)}", term_type=term, term_size=(columns, rows), encoding=None
        )
        return RemoteTerminal(connection, process, Screen(columns, rows))

    yield start
    for connection in connections:
        connection.abort()


def notes_of(dossier: Path) -> list[str]:
    (path,) = (dossier / "annotations").glob("*.toml")
    return [note["body"] for note in tomllib.loads(path.read_text("utf-8"))["annotation"]]


async def test_over_ssh_one_opens_moves_annotates_exports_and_quits(
    open_remote: OpenRemote, dossier: Path, tmp_path: Path
) -> None:
    remote = await open_remote()
    await remote.wait_for("called on the U.S. to remove")
    await remote.wait_for("place: China")
    remote.send("]a")
    await remote.wait_for("place: United States")
    remote.send("a")
    await remote.wait_for("New note")
    remote.send("written from afar: “daß”\x13")
    await remote.wait_for("noted ·")
    remote.send("x")
    await remote.wait_for("Export the notes")
    remote.send("\x13")
    await remote.wait_for("exported to")
    remote.send("q")
    assert await remote.wait_for_end() == 0
    assert notes_of(dossier) == ["written from afar: “daß”"]
    (exported,) = tmp_path.glob("*-notes.md")
    assert "written from afar: “daß”" in exported.read_text("utf-8")


async def test_a_larger_window_at_the_near_end_lays_the_screen_out_anew(open_remote: OpenRemote) -> None:
    remote = await open_remote(columns=80, rows=24)
    await remote.wait_for("place: China")
    remote.resize(120, 40)
    shown = await remote.wait_for(lambda text: "Annotations" in text.split("\n")[0])
    assert len(shown.split("\n")) == 40
    await remote.wait_for("thank you” for its crackdown on the opioid trade.")
    remote.send("q")
    assert await remote.wait_for_end() == 0


async def test_a_dropped_link_ends_the_program_and_the_next_session_offers_the_draft(
    open_remote: OpenRemote, dossier: Path, tmp_path: Path
) -> None:
    remote = await open_remote()
    await remote.wait_for("place: China")
    remote.send("a")
    await remote.wait_for("New note")
    remote.send("a thought that was cut off")
    await remote.wait_for("a thought that was cut off")
    pid = int((tmp_path / "pid").read_text())
    remote.drop()
    async with asyncio.timeout(30):
        while is_running(pid):
            await asyncio.sleep(0.02)

    again = await open_remote()
    await again.wait_for("place: China")
    again.send("a")
    await again.wait_for("unsaved draft")
    again.send("c")
    await again.wait_for("a thought that was cut off")
    again.send(", and mended\x13")
    await again.wait_for("noted ·")
    again.send("q")
    assert await again.wait_for_end() == 0
    assert notes_of(dossier) == ["a thought that was cut off, and mended"]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
