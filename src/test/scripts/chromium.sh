#!/usr/bin/env bash
# A real Chromium for the tests: the one that is here, or Debian's package. Prints where it is.
set -euo pipefail

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

for browser in /usr/bin/chromium /usr/bin/chromium-browser; do
  if [ -x "$browser" ]; then
    echo "$browser"
    exit 0
  fi
done
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update && apt-get -q -y install --no-install-recommends chromium
} </dev/null >"$log" 2>&1 || [ ! -x /usr/bin/chromium ]; then
  die "No Chromium to test the pages with. Tried:" \
    "- /usr/bin/chromium and /usr/bin/chromium-browser: not there" \
    "- Debian's package: $(tail -n 3 "$log" | tr '\n' ' ')" \
    "Install the package chromium."
fi
echo /usr/bin/chromium
