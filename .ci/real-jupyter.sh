#!/usr/bin/env bash
# Runs the notebooks with Debian's Jupyter and compares the outputs with the committed ones, which our own runner has to
# reproduce too (`noisefloor notebook check`): by nbconvert and by nbclient under our kernel, by nbclient under the stock
# tslab kernel of node_modules. Needs `npm ci` before; installs what it needs of Jupyter from Debian.
# Usage: .ci/real-jupyter.sh [NOTEBOOK…], default: notebooks/*.ipynb
set -eu
cd "$(dirname "$0")/.."
. .ci/debian-jupyter.sh jupyter-client jupyter-nbconvert python3-nbclient

[ $# -gt 0 ] || set -- notebooks/*.ipynb
status=0

# The kernel's folder is the notebook's, as in JupyterLab.
by_nbconvert() {
  "$python" -m jupyter nbconvert --log-level ERROR --to notebook --execute "--ExecutePreprocessor.kernel_name=$1" \
    --ExecutePreprocessor.timeout=300 --ExecutePreprocessor.startup_timeout=120 --output-dir "$work/nbconvert-$1" "${@:2}"
}

by_nbclient() {
  "$python" .ci/execute-notebooks.py "$1" "$work/nbclient-$1" "${@:2}"
}

same_under() {
  local client=$1 kernel=$2 options=$3 notebook start=$SECONDS
  shift 3
  "by_$client" "$kernel" "$@" || status=1
  for notebook in "$@"; do
    # shellcheck disable=SC2086
    if node .ci/same-outputs.mjs "$notebook" "$work/$client-$kernel/$(basename "$notebook")" $options; then
      echo "same outputs by $client under $kernel: $notebook"
    else
      echo "NOT the same by $client under $kernel: $notebook"
      status=1
    fi
  done
  echo "$((SECONDS - start)) s by $client under $kernel"
}

same_under nbconvert noisefloor "" "$@"
same_under nbclient noisefloor "" "$@"
same_under nbclient tslab --one-format "$@"
exit "$status"
