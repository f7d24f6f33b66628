#!/usr/bin/env bash
# Opens reports/index.html in headless Chromium, without a network, at desktop and phone width:
# every figure has to be drawn, with nothing on the console that is an error.
set -eu
cd "$(dirname "$0")/.."
command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

browse() {
  timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/profile" --enable-logging=stderr --hide-scrollbars \
    --virtual-time-budget=20000 "$@" "file://$PWD/reports/index.html"
}

figures=$(grep -o '<div class="figure">' reports/index.html | wc -l)
for width in 1280 390; do
  browse --window-size="$width,900" --dump-dom >"$work/page.html" 2>"$work/log"
  drawn=$(grep -o 'class="plot-container plotly"' "$work/page.html" | wc -l)
  printf '%s px: %s of %s figures drawn\n' "$width" "$drawn" "$figures"
  [ "$figures" -gt 0 ] && [ "$drawn" -eq "$figures" ]
  if grep -E 'CONSOLE.*(Error|Refused|violates)' "$work/log"; then exit 1; fi
  browse --window-size="$width,2400" --screenshot="reports/page-$width.png" >/dev/null 2>&1
done
