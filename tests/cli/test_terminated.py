"""`kill` ends a command by an exception: what was unpacked is removed, and the workers are ended too."""

from __future__ import annotations

import multiprocessing
import signal
import tempfile
import time
from pathlib import Path

import pytest

from congvan.cli import main as command
from congvan.errors import EXIT_TERMINATED


def test_a_command_that_is_killed_cleans_up_and_ends_its_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,))

    def working(**_: object) -> None:
        with tempfile.TemporaryDirectory(dir=tmp_path):
            worker.start()
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(command, "make_app", lambda: working)
    before = signal.getsignal(signal.SIGTERM)
    try:
        with pytest.raises(SystemExit) as caught:
            command.main([])
    finally:
        signal.signal(signal.SIGTERM, before)
    worker.join()
    assert (caught.value.code, worker.exitcode) == (EXIT_TERMINATED, -signal.SIGTERM)
    assert list(tmp_path.iterdir()) == []
