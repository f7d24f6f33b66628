#!/usr/bin/env bash
# A real Jupyter Notebook server, Debian's, driven in headless Chromium with our kernel: see notebook-in-browser.mjs.
# Usage: .ci/real-notebook.sh [FOLDER], for the screenshots; default: reports/jupyter
set -eu
cd "$(dirname "$0")/.."
. .ci/debian-jupyter.sh jupyter-notebook chromium
node .ci/notebook-in-browser.mjs "$work" "${1:-reports/jupyter}"
