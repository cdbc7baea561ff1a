#!/usr/bin/env bash
# The real Keycloak for the tests, from the distribution that Maven unpacked.
#   keycloak.sh start DIST HOME PORT [REALM]  run it on 127.0.0.1:PORT until the caller ends; imports REALM the first time
#   keycloak.sh pause HOME | resume HOME      freezes it: it takes connections and never answers
#   keycloak.sh stop HOME                     orderly end, the data stays: `start` brings back the same realm
#   keycloak.sh remove HOME                   orderly end, everything goes
# Who signs in as its first administrator stands in KC_BOOTSTRAP_ADMIN_USERNAME and _PASSWORD.
set -euo pipefail

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# A server that serves tests for minutes starts sooner with the first compiler alone.
export JAVA_OPTS_KC_HEAP="-Xms256m -Xmx512m" JAVA_OPTS_APPEND="-XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true"

# Done once for all runs: it takes longer than a start. Keycloak would read our config/application.properties if it ran
# in our own directory, hence the changes of directory here and below.
build() {
  local dist=$1
  exec 9>"$dist.lock"
  flock 9
  if [ ! -e "$dist/built" ]; then
    chmod +x "$dist/bin/kc.sh"
    cd "$dist"
    "$dist/bin/kc.sh" build --db=dev-file --cache=local </dev/null >"$dist.log" 2>&1 ||
      die "Keycloak cannot be built:" "$(tail -n 5 "$dist.log")"
    touch "$dist/built"
  fi
}

# By state: a command line is empty while a process executes another program, and a zombie still answers to signal 0.
alive() {
  local stat
  read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
  [[ ${stat##*) } != [ZX]* ]]
} 2>/dev/null

# The pid file may be older than the pid: only a process that runs this very home is ours.
java_pid() {
  local script child
  script=$(cat "$1.pid" 2>/dev/null) || return 1
  for child in $(cat "/proc/$script/task/$script/children" 2>/dev/null); do
    if tr '\0' '\n' <"/proc/$child/cmdline" | grep -qxF -e "-Dkc.home.dir=$1/bin/.."; then
      echo "$child"
      return 0
    fi
  done
  return 1
} 2>/dev/null

pause() { kill -STOP "$(java_pid "$(realpath -m "$1")")"; }
resume() { kill -CONT "$(java_pid "$(realpath -m "$1")")"; }

stop() {
  local home pid
  home=$(realpath -m "$1")
  pid=$(java_pid "$home") || return 0
  kill -CONT "$pid"
  kill -TERM "$pid"
  for _ in $(seq 100); do
    alive "$pid" || return 0
    sleep 0.1
  done
  kill -KILL "$pid"
}

remove() {
  local home
  home=$(realpath -m "$1")
  stop "$home"
  [ ! -e "$home/built" ] || rm -rf "$home"
  rm -f "$home.pid"
}

supervise() { # PARENT HOME COMMAND...: a killed test JVM must not leave a server behind
  local parent=$1 home=$2 pid
  shift 2
  "$@" &
  pid=$!
  echo "$pid" >"$home.pid"
  while kill -0 "$pid" 2>/dev/null; do
    alive "$parent" || remove "$home"
    sleep 1
  done
}

start() {
  local dist home port=$3 log
  dist=$(realpath "$1") home=$(realpath -m "$2")
  log=$home.log
  (build "$dist")
  if [ ! -e "$home/built" ]; then
    mkdir -p "$home"
    # Links cost nothing, and an optimized start changes no file of the distribution.
    cp -al "$dist/." "$home" 2>/dev/null || cp -a "$dist/." "$home"
    mkdir -p "$home/data/import"
    [ -z "${4:-}" ] || cp "$4" "$home/data/import/"
  fi
  rm -f "$home.pid"
  : >"$log"
  local self
  self=$(realpath "$0")
  cd "$home"
  setsid bash "$self" supervise "$PPID" "$home" "$home/bin/kc.sh" start --optimized --import-realm --http-enabled=true \
    --hostname-strict=false --http-host=127.0.0.1 "--http-port=$port" </dev/null >>"$log" 2>&1 &
  for _ in $(seq 1200); do
    if grep -q "Listening on: http://127.0.0.1:$port" "$log"; then return 0; fi
    [ ! -s "$home.pid" ] || alive "$(cat "$home.pid")" || break
    sleep 0.1
  done
  die "Keycloak did not start on port $port:" "$(tail -n 5 "$log")" "Full log: $log"
}

case ${1:-}:$# in
  start:4 | start:5 | pause:2 | resume:2 | stop:2 | remove:2 | supervise:*) "$@" ;;
  *) die "usage: keycloak.sh start DIST HOME PORT [REALM] | pause HOME | resume HOME | stop HOME | remove HOME" ;;
esac
