"""The entry point: the table of commands, and exceptions turned into exit codes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import FrameType

import typer
from typer.exceptions import Abort, Exit, TyperException

from congvan.errors import EXIT_BUG, EXIT_INTERRUPTED, EXIT_OK, EXIT_TERMINATED, EXIT_USAGE, CongvanError

# name -> "module:function". One more command is one more row, its file, and its section in docs/commands.md.
COMMANDS: dict[str, str] = {
    "extract": "congvan.cli.extract:extract",
    "ingest": "congvan.cli.ingest:ingest",
    "find": "congvan.cli.find:find",
    "query": "congvan.cli.query:query",
    "show": "congvan.cli.show:show",
    "why": "congvan.cli.why:why",
    "export": "congvan.cli.export:export",
    "evaluate": "congvan.cli.evaluate:evaluate",
    "annotations": "congvan.cli.annotations:corpus",
    "synth": "congvan.cli.synth:synth",
    "train": "congvan.cli.train:train",
    "doctor": "congvan.cli.doctor:doctor",
    "demo": "congvan.cli.demo:demo",
}

HELP = """Reads Vietnamese dispatches (scans, PDF, text) and gives structured records.

Exit codes: 0 all done; 1 done, but some files failed, are partial or unsupported; 2 wrong use; 3 a single named file
failed; 4 the surroundings are at fault (engine, language data, disk, archive); 70 a bug of ours; 130 interrupted;
143 terminated.
"""


def make_app() -> typer.Typer:
    """The typer application with every command of the table."""
    app = typer.Typer(help=HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
    for name, where in COMMANDS.items():
        module, _, function = where.partition(":")
        command = getattr(import_module(module), function)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code. One line on stderr says what went wrong."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _terminated)
    try:
        result = make_app()(args=None if arguments is None else list(arguments), standalone_mode=False)
    except CongvanError as error:
        print(f"congvan: {error}", file=sys.stderr)
        return error.exit_code
    except Exit as stop:
        if stop.exit_code == EXIT_INTERRUPTED:
            print("congvan: interrupted", file=sys.stderr)
        return stop.exit_code
    except (Abort, KeyboardInterrupt):
        print("congvan: interrupted", file=sys.stderr)
        return EXIT_INTERRUPTED
    except TyperException as error:
        print(f"congvan: {error.format_message()} Try --help.", file=sys.stderr)
        return EXIT_USAGE
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python must not complain while it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except Exception:
        traceback.print_exc()
        print("congvan: this is a bug; please report it with the lines above.", file=sys.stderr)
        return EXIT_BUG
    return result if isinstance(result, int) else EXIT_OK


def _terminated(number: int, frame: FrameType | None) -> None:
    """Ends the workers, and this process by an exception: what was unpacked is removed on the way out."""
    for worker in multiprocessing.active_children():
        worker.terminate()
    raise SystemExit(EXIT_TERMINATED)


if __name__ == "__main__":
    sys.exit(main())
