#!/usr/bin/env bash
# Sets congvan up in .venv: system packages (by apt where it may), locked dependencies, the project itself.
# Runs again in a moment where nothing has changed. Exit 4: the surroundings lack something, the last line says what.
set -euo pipefail
cd "$(dirname "$0")/.."

python=""
for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))'; then
        python=$candidate
        break
    fi
done

missing=()
[ -n "$python" ] || missing+=(python3)
{ [ -n "$python" ] && "$python" -c 'import ensurepip, venv' 2>/dev/null; } || missing+=(python3-venv)
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
{ command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -qx vie; } || missing+=(tesseract-ocr-vie)
[ -f /usr/share/fonts/truetype/croscore/Tinos-Regular.ttf ] || missing+=(fonts-croscore)
[ -f /usr/share/fonts/truetype/freefont/FreeSerif.ttf ] || missing+=(fonts-freefont-ttf)
[ -f /usr/share/texmf/fonts/opentype/public/tex-gyre/texgyretermes-regular.otf ] || missing+=(fonts-texgyre)

if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        as_root=(sudo)
        if ! { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then
            echo "congvan needs system packages. Type: sudo apt-get install -y ${missing[*]}" >&2
            exit 4
        fi
    fi
    if ! command -v apt-get >/dev/null; then
        echo "congvan needs these packages, under the names of this system: ${missing[*]}" >&2
        exit 4
    fi
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
    [ -n "$python" ] || python=python3
fi

stamp=.venv/.ready
wanted=$(cat requirements/dev.txt pyproject.toml deploy/setup.sh | sha256sum)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ] || ! .venv/bin/python -c 'import congvan' 2>/dev/null; then
    echo "Setting up .venv (the first time this takes some minutes) ..."
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    printf '%s' "$wanted" > "$stamp"
fi
