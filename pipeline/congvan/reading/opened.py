"""Opens what a path names, if it is a file: a pipe, a socket or a device would be waited for without end."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

from congvan.errors import DocumentError


def open_file(path: str | Path) -> BufferedReader:
    """The file, open for reading bytes.

    Raises DocumentError (`not_a_file`) for what is no file, IsADirectoryError for a folder, OSError as `open` does.
    """
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise DocumentError("It is no file but a pipe, a socket or a device.", reason="not_a_file")
    return open(path, "rb")
