"""TEMPORARY minimal entry: congvan extract PATH..."""
import sys
from congvan.pipeline import extract


def main() -> int:
    args = [a for a in sys.argv[2:] if not a.startswith("--")]
    keep_text = "--with-text" in sys.argv
    for path in args:
        for r in extract(path).records:
            print((r if keep_text else r.model_copy(update={"text": None})).to_json(), flush=True)
    return 0
