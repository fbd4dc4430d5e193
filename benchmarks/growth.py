"""How the cost of a text and the memory of its worker grow with its length, up to 5 MB in one dispatch.

python -m benchmarks.growth [FOLDER...]      every .txt below the folders; data/annotated where none is named

Each length is a process of its own. `cost` is the CPU time of a byte beside that in the shortest text: 1.0 is linear.
A file may have 3 MB; what is longer here goes past the reader.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

from congvan.components import canonical_of
from congvan.datamodel.record import RecordSource
from congvan.pipeline import annotate, record_of

SIZES = (20_000, 100_000, 500_000, 2_000_000, 5_000_000)  # bytes
# Lines of letterhead and signature that a text is cut out of, so that all is the body of one dispatch.
_HEAD, _FOOT = 14, 22


def main(arguments: list[str]) -> int:
    """Prints a row a length; 1 where there is no text."""
    if arguments[:1] == ["--size"]:
        return _one(int(arguments[1]), arguments[2:])
    first = 0.0
    print("    bytes   CPU s   cost   memory")
    for size in SIZES:
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.growth", "--size", str(size), *arguments],
            stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
        seconds, megabytes = map(float, told.stdout.split())
        first = first or seconds / size
        print(f"{size:9,d} {seconds:7.2f} {seconds / size / first:6.2f} {megabytes:5.0f} MB", flush=True)
    return 0


def _one(size: int, folders: list[str]) -> int:
    """Prints CPU seconds and the most memory (MB) of reading one text of `size` bytes."""
    bodies = [
        "\n".join(path.read_text(encoding="utf-8").split("\n")[_HEAD:-_FOOT])
        for folder in folders or ["data/annotated"]
        for path in sorted(Path(folder).rglob("*.txt"))
    ]
    text = "\n".join(bodies)
    if not text.strip():
        print("nothing to measure", file=sys.stderr)
        return 1
    text = (text * (size // len(text.encode()) + 1)).encode()[:size].decode(errors="ignore")
    source = RecordSource(path="-", sha256="0" * 64, form="text", reading="text", pages=(1,))
    _read("Phấn đấu 90% số hộ có tủ sách.", source)  # loads the tokenizer
    begun = time.process_time()
    _read(text, source)
    print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return 0


def _read(text: str, source: RecordSource) -> None:
    record_of(annotate(canonical_of(text)), "0", source)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
