#!/usr/bin/env bash
# Runs Jupyter's own kernel tests (Debian's jupyter_kernel_test) and ours beside them on our kernel, as
# `noisefloor kernel install` installs it. Needs `npm ci` before; installs Jupyter's client from Debian if it is missing.
# Usage: .ci/real-kernel.sh [ARGUMENTS OF unittest…]
set -eu
cd "$(dirname "$0")/.."
python=/usr/bin/python3

if ! "$python" -c "import jupyter_client, jupyter_kernel_test" 2>/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends jupyter-client python3-jupyter-kernel-test >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node dist/cli/main.js kernel install --prefix "$work"
export JUPYTER_PATH="$work/share/jupyter" JUPYTER_DATA_DIR="$work/data" JUPYTER_CONFIG_DIR="$work/config"
# The kernel's folder has no packages: what cells import comes from the kernel's installation.
script="$PWD/.ci/kernel-test.py"
cd "$work"
"$python" "$script" -v "$@" 2>&1 | tee "$work/log"
# A sample that is skipped is a sample that is missing.
grep -qE '^OK$' "$work/log"
