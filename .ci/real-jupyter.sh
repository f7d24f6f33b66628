#!/usr/bin/env bash
# Runs the notebooks with Debian's Jupyter, under our kernel and under the stock tslab kernel of node_modules, and
# compares the outputs with the committed ones. Needs `npm ci` before; installs Jupyter's client from Debian if it is missing.
# Usage: .ci/real-jupyter.sh [NOTEBOOK…], default: notebooks/*.ipynb
set -eu
cd "$(dirname "$0")/.."
python=/usr/bin/python3

if ! "$python" -c "import nbconvert, nbclient, jupyter_client" 2>/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends jupyter-client jupyter-nbconvert python3-nbclient >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/jupyter/kernels/tslab"
cat >"$work/jupyter/kernels/tslab/kernel.json" <<JSON
{
  "argv": ["$(command -v node)", "$PWD/node_modules/tslab/bin/tslab", "kernel", "--config-path", "{connection_file}"],
  "display_name": "TypeScript",
  "language": "typescript"
}
JSON
mkdir -p "$work/jupyter/kernels/noisefloor"
cat >"$work/jupyter/kernels/noisefloor/kernel.json" <<JSON
{
  "argv": ["$(command -v node)", "$PWD/dist/jupyter/kernel/main.js", "{connection_file}"],
  "display_name": "TypeScript (noisefloor)",
  "language": "typescript",
  "interrupt_mode": "message"
}
JSON
export JUPYTER_PATH="$work/jupyter" JUPYTER_DATA_DIR="$work/data" JUPYTER_CONFIG_DIR="$work/config"

[ $# -gt 0 ] || set -- notebooks/*.ipynb
status=0
same_under() {
  local kernel=$1 notebook=$2 executed="$work/$1/$(basename "$2")"
  shift 2
  # The kernel's folder is the notebook's, as in JupyterLab.
  if "$python" -m jupyter nbconvert --log-level WARN --to notebook --execute "--ExecutePreprocessor.kernel_name=$kernel" \
    --ExecutePreprocessor.timeout=120 --output-dir "$work/$kernel" "$notebook" &&
    node .ci/same-outputs.mjs "$notebook" "$executed" "$@"; then
    echo "same outputs under Jupyter with $kernel: $notebook"
  else
    echo "NOT the same under Jupyter with $kernel: $notebook"
    status=1
  fi
}
for notebook in "$@"; do
  same_under noisefloor "$notebook"
  same_under tslab "$notebook" --one-format
done
exit "$status"
