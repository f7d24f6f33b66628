# Sourced by the checks against Debian's Jupyter: installs its packages where they are missing, makes a scratch folder, and
# installs into it the kernels "noisefloor" (ours) and "tslab" (stock, of node_modules). Needs `npm ci` before.
# Usage: . .ci/debian-jupyter.sh PACKAGE…; sets $python and $work, which is removed at the end.
python=/usr/bin/python3

missing=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | awk '$1 == "installed" { print $2 }' |
  sort | comm -13 - <(printf '%s\n' "$@" | sort))
if [ -n "$missing" ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node dist/cli/main.js kernel install --prefix "$work" >/dev/null
mkdir -p "$work/share/jupyter/kernels/tslab"
cat >"$work/share/jupyter/kernels/tslab/kernel.json" <<JSON
{
  "argv": ["$(command -v node)", "$PWD/node_modules/tslab/bin/tslab", "kernel", "--config-path", "{connection_file}"],
  "display_name": "TypeScript",
  "language": "typescript"
}
JSON
export JUPYTER_PATH="$work/share/jupyter" JUPYTER_DATA_DIR="$work/data" JUPYTER_CONFIG_DIR="$work/config"
export JUPYTER_RUNTIME_DIR="$work/runtime" IPYTHONDIR="$work/ipython"
