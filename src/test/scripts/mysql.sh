#!/usr/bin/env bash
# A real MySQL for the tests; nothing on the system is changed.
#   mysql.sh obtain [DIR]               make sure there is a server, and say which
#   mysql.sh start DIR PORT DATADIR [SIZE]  run it on 127.0.0.1:PORT until the caller ends (root, no password); with a
#                                       SIZE such as 600m on a disk of its own of that size, which is gone when it ends
#   mysql.sh kill DATADIR               SIGKILL, the data stays: `start` recovers it
#   mysql.sh pause DATADIR | resume DATADIR   freeze it: it takes connections and never answers
#   mysql.sh fill DATADIR | free DATADIR      leave no room on that disk, and give it back
#   mysql.sh stop DATADIR               orderly end, the data goes
# In this order: mysqld on the PATH, Debian's packages unpacked into DIR, Docker.
set -euo pipefail
PATH=$PATH:/usr/local/sbin:/usr/sbin # where mysqld lives, which only root's PATH names
IMAGE=mysql:9
COMMON=(--mysqlx=OFF --skip-name-resolve --character-set-server=utf8mb4 --default-time-zone=+00:00)

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Debian and Ubuntu print no "MySQL" here, so the others are ruled out by name.
genuine() { [[ $1 == *" Ver "* && ! $1 =~ MariaDB|Percona && $1 =~ \ Ver\ ([0-9]+)\. ]] && ((BASH_REMATCH[1] >= 8)); }
on_path() { genuine "$(mysqld --no-defaults --version 2>/dev/null)"; }
unpacked() { [ -d "$1" ] && genuine "$("$1/mysqld" --no-defaults --version 2>/dev/null)"; }
docker_answers() { timeout 10 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# ---- obtain

debian_mirror() { # the mirror this machine already uses, in either of apt's notations
  {
    sed -n 's/^URIs:[[:space:]]*//p' /etc/apt/sources.list.d/debian.sources || true
    sed -nE 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]*)?([^[:space:]]+).*/\2/p' /etc/apt/sources.list || true
  } 2>/dev/null | tr -s ' ' '\n' | grep -m 1 -E '/debian/?$'
}

download() { # DIR: the newest MySQL is in sid only, so with its own libraries, loader and private apt state
  local part=$1.part mirror keyring deb
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || { echo "no apt-get or dpkg-deb here"; return 1; }
  mirror=$(debian_mirror) || { echo "apt's sources name no Debian mirror"; return 1; }
  keyring=$(ls /usr/share/keyrings/debian-archive-keyring.{gpg,pgp} 2>/dev/null | head -n 1) || true
  [ -n "$keyring" ] || { echo "the package debian-archive-keyring is missing"; return 1; }
  rm -rf "$part" # what an interrupted run left
  mkdir -p "$part"/apt/lists/partial "$part"/apt/cache/archives/partial "$part"/root
  : >"$part/apt/status"
  echo "deb [signed-by=$keyring] $mirror sid main" >"$part/apt/sources.list"
  cat >"$part/apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$part/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$part/apt/lists";
Dir::State::status "$part/apt/status";
Dir::Cache "$part/apt/cache";
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
APT::Update::Error-Mode "any";
Acquire::http::Timeout "20";
Acquire::Retries "3";
Debug::NoLocking "true";
CONF
  APT_CONFIG=$part/apt/apt.conf timeout 300 apt-get -q update || return 1
  APT_CONFIG=$part/apt/apt.conf timeout 600 apt-get -q -y --download-only install mysql-server-core || return 1
  for deb in "$part"/apt/cache/archives/*.deb; do
    case ${deb##*/} in perl* | libperl*) ;; *) dpkg-deb -x "$deb" "$part/root" || return 1 ;; esac
  done
  rm -rf "$part/apt" "$part"/root/usr/share/{doc,man,locale}
  cat >"$part/mysqld" <<'WRAPPER'
#!/bin/sh
# --no-defaults has to stay the first argument.
root=$(dirname "$0")/root
loader=$(find "$root"/usr/lib* -name 'ld-linux-*.so.*' | head -n 1)
libraries=$(echo "$root"/usr/lib/*-linux-gnu)
shift
exec "$loader" --library-path "$libraries:$root/usr/lib/mysql/private" "$root/usr/sbin/mysqld" --no-defaults \
  --basedir="$root/usr" --lc-messages-dir="$root/usr/share/mysql" --plugin-dir="$root/usr/lib/mysql/plugin" "$@"
WRAPPER
  chmod +x "$part/mysqld"
  unpacked "$part" || { echo "the unpacked mysqld does not run"; "$part/mysqld" --no-defaults --version; return 1; }
  rm -rf "$1"
  mv -T "$part" "$1" # complete or not there at all
}

obtain() {
  local dir log
  dir=$(realpath -m "${1:-${TEES_TRIAGE_CACHE:-$HOME/.cache/tees-triage}/mysql}")
  on_path && { echo "on the PATH: $(command -v mysqld)"; return; }
  mkdir -p "${dir%/*}"
  exec 9>"$dir.lock"
  flock 9
  unpacked "$dir" && { echo "downloaded before: $dir"; return; }
  log=$dir.log
  download "$dir" >"$log" 2>&1 && { echo "downloaded now: $dir"; return; }
  rm -rf "$dir.part"
  if docker_answers && docker pull -q "$IMAGE" >>"$log" 2>&1; then
    echo "Docker: $IMAGE"
    return
  fi
  die "No MySQL to test against. Tried:" \
    "- mysqld on the PATH: $(mysqld --no-defaults --version 2>/dev/null || echo none)" \
    "- Debian's packages: $(tail -n 3 "$log" | tr '\n' ' ')(all of it: $log)" \
    "- Docker: $(docker_answers && echo "cannot pull $IMAGE" || echo "no daemon answers")" \
    "Install MySQL 8 or later (mysqld on the PATH), or give apt a reachable Debian mirror, or start Docker."
}

# ---- run

# By state: a command line is empty while a process executes another program, and a zombie still answers to signal 0.
alive() {
  local stat
  read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
  [[ ${stat##*) } != [ZX]* ]]
} 2>/dev/null

# The pid file may be older than the pid: only a process which serves this very data directory is ours.
server_pid() {
  local pid
  pid=$(cat "$1.pid" 2>/dev/null) && grep -qzxF -e "--datadir=$1" "/proc/$pid/cmdline" 2>/dev/null && echo "$pid"
}

container() { cat "$1.container" 2>/dev/null; }

wait_gone() { # DATADIR
  for _ in $(seq 300); do
    server_pid "$1" >/dev/null || return 0
    sleep 0.1
  done
  return 1
}

kill_server() {
  local data pid name
  data=$(realpath -m "$1")
  if name=$(container "$data"); then
    docker kill "$name" >/dev/null 2>&1 || true
  elif pid=$(server_pid "$data"); then
    kill -KILL "$pid" && wait_gone "$data"
  fi
}

signal() { # SIGNAL DATADIR
  local data name
  data=$(realpath -m "$2")
  if name=$(container "$data"); then
    docker kill --signal "$1" "$name" >/dev/null
  else
    kill "-$1" "$(server_pid "$data")"
  fi
}

# Whoever is not root is root in a namespace of users of their own, and may mount and enter there.
as_owner() { [ "$(id -u)" = 0 ] || echo "$@"; }

within() { # DATADIR COMMAND...: where the server sees its disk
  local pid
  pid=$(cat "$1.disk" 2>/dev/null) && alive "$pid" || die "Nobody keeps a disk for $1."
  # shellcheck disable=SC2046
  nsenter --target "$pid" --mount $(as_owner --user --preserve-credentials) "${@:2}"
}

fill() {
  local data size
  data=$(realpath -m "$1")
  for size in 1M 4K 1; do
    ! within "$data" dd if=/dev/zero of="$data/ballast" bs=$size oflag=append conv=notrunc 2>/dev/null ||
      die "The disk of $data does not get full."
  done
}

free() {
  local data
  data=$(realpath -m "$1")
  within "$data" rm "$data/ballast"
}

stop() {
  local data pid name
  data=$(realpath -m "$1")
  if name=$(container "$data"); then
    docker rm -f -v "$name" >/dev/null 2>&1 || true
  elif pid=$(server_pid "$data"); then
    kill -TERM "$pid" || true
    wait_gone "$data" || kill_server "$data"
  fi
  [ ! -e "$data/ibdata1" ] || rm -rf "$data" # 200 MB for each run otherwise
  rm -f "$data.pid" "$data.container" "$data.sql" "$data.disk"
}

supervise() { # PARENT DATADIR MYSQLD...: a killed test JVM must not leave a server behind
  local parent=$1 data=$2 pid code
  shift 2
  [ -z "${OWN_DISK:-}" ] || echo $$ >"$data.disk"
  while true; do
    "$@" &
    pid=$!
    echo "$pid" >"$data.pid"
    while kill -0 "$pid" 2>/dev/null; do
      alive "$parent" || stop "$data"
      sleep 1
    done
    code=0
    wait "$pid" || code=$?
    # Asked to end, or killed by whoever tests that. On a full disk it may give up of its own accord; then whoever runs it
    # in production starts it again, and so do we.
    if [ -z "${OWN_DISK:-}" ] || ((code == 0 || code == 137)) || ! alive "$parent"; then return 0; fi
    sleep 1
  done
}

supervise_container() { # PARENT DATADIR
  while alive "$1"; do sleep 1; done
  stop "$2"
}

# mysqld greets whoever connects; Docker's proxy accepts at once but stays silent until the server is there.
greets() { [ -n "$(timeout 2 head -c 1 2>/dev/null <"/dev/tcp/127.0.0.1/$1" | od -An -tx1)" ]; } 2>/dev/null

run_process() { # MYSQLD PORT DATADIR
  local mysqld=$1 port=$2 data=$3 options
  # No Unix socket: its path may have 107 characters, and its lock file outlives a kill. Durability stays at the
  # defaults: the fault tests mean it.
  options=("--datadir=$data" --socket= "--pid-file=$data.mysqld.pid" "--port=$port" --bind-address=127.0.0.1
    --secure-file-priv=NULL "${COMMON[@]}")
  [ "$(id -u)" != 0 ] || options+=(--user=root) # it refuses to run as root otherwise
  if [ ! -e "$data/ibdata1" ]; then
    # Over TCP and without name resolution nobody is root@localhost.
    printf '%s;\n' "CREATE USER root@'%'" "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION" >"$data.sql"
    "$mysqld" --no-defaults "${options[@]}" --initialize-insecure --init-file="$data.sql" </dev/null >>"$data.log" 2>&1 ||
      return 1
  fi
  rm -f "$data.pid" "$data.mysqld.pid"
  setsid bash "$0" supervise "$PPID" "$data" "$mysqld" --no-defaults "${options[@]}" </dev/null >>"$data.log" 2>&1 &
  for _ in $(seq 600); do
    # mysqld writes its own pid file when it has the port: a stranger's greeting on the same port does not count.
    if [ -s "$data.mysqld.pid" ] && greets "$port"; then return 0; fi
    [ ! -s "$data.pid" ] || alive "$(cat "$data.pid")" || return 1
    sleep 0.1
  done
  return 1
}

run_container() { # PORT DATADIR
  local port=$1 data=$2 name
  if name=$(container "$data"); then
    docker start "$name" >>"$data.log" 2>&1 || return 1
  else
    name=tees-triage-$port-$$
    docker run -d --name "$name" -p "127.0.0.1:$port:3306" -e MYSQL_ALLOW_EMPTY_PASSWORD=yes -e MYSQL_ROOT_HOST=% \
      "$IMAGE" "${COMMON[@]}" >>"$data.log" 2>&1 || return 1
    echo "$name" >"$data.container"
    setsid bash "$0" supervise_container "$PPID" "$data" </dev/null >>"$data.log" 2>&1 &
  fi
  for _ in $(seq 600); do
    if greets "$port"; then return 0; fi
    sleep 0.1
  done
  docker logs --tail 5 "$name" >>"$data.log" 2>&1
  return 1
}

start() {
  local dir port=$2 data size=${4:-}
  dir=$(realpath -m "$1") data=$(realpath -m "$3")
  mkdir -p "${data%/*}"
  if [ -n "$size" ]; then
    on_path || unpacked "$dir" || die "A disk of its own for MySQL cannot be had with Docker."
    mkdir -p "$data"
    if [ -z "${OWN_DISK:-}" ]; then
      # shellcheck disable=SC2046
      OWN_DISK=1 exec unshare --mount $(as_owner --user --map-root-user) bash "$0" start "$@"
    fi
    mount -t tmpfs -o "size=$size" tmpfs "$data" || die "A disk of its own for MySQL cannot be had: no right to mount."
  fi
  if on_path; then
    run_process "$(command -v mysqld)" "$port" "$data"
  elif unpacked "$dir"; then
    run_process "$dir/mysqld" "$port" "$data"
  elif docker_answers; then
    run_container "$port" "$data"
  else
    die "No MySQL in $dir: run '$0 obtain $dir' first."
  fi || die "MySQL did not start on port $port:" "$(grep ERROR "$data.log" | tail -n 5 || tail -n 5 "$data.log")"
}

usage() {
  die "usage: mysql.sh obtain [DIR] | start DIR PORT DATADIR [SIZE] | kill DATADIR | pause DATADIR | resume DATADIR |" \
    "fill DATADIR | free DATADIR | stop DATADIR"
}

case ${1:-}:$# in
  obtain:1 | obtain:2 | start:4 | start:5 | fill:2 | free:2 | stop:2 | supervise:* | supervise_container:3) "$@" ;;
  kill:2) kill_server "$2" ;;
  pause:2) signal STOP "$2" ;;
  resume:2) signal CONT "$2" ;;
  *) usage ;;
esac
