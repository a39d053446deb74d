#!/bin/sh
# run.sh - a folder of articles becomes a database and a report.
#
#   sh sql/run.sh DIR DB [REPORT]
#
# Drives the sqlite3 shell with the scripts beside this file and the built
# module; installs nothing.  Reads only what is new or changed since the last
# run (path, size, mtime, hash), in transactions of a few megabytes, so that
# it may be killed at any moment and started again.  Progress goes to stderr,
# the summary to stdout.  REPORT empty or missing: no report.
#
# Environment: SQLITE3 the shell to use; CSTO the module without its suffix;
# REPORT_LANG=en for English labels; ORG the organization of the profile;
# SHARD=2/8 only that part of the folder (see merge.sql); BATCH bytes of files
# in one transaction; EMPTY=1 to mark all articles of an empty folder as
# deleted.

set -eu
here=$(cd "$(dirname "$0")" && pwd)
SQLITE3=${SQLITE3:-sqlite3}
CSTO=${CSTO:-$here/../build/csto}

die() { printf 'run: %s\n' "$*" >&2; exit 1; }

main() {

[ $# -ge 2 ] || die 'usage: run.sh DIR DB [REPORT]'
dir=$1 db=$2 report=${3:-}
[ -d "$dir" ] || die "no such folder: $dir"
command -v "$SQLITE3" >/dev/null || die "no $SQLITE3 program"
dir=$(cd "$dir" && pwd && echo x) && dir=${dir%?x}
mkdir -p "$(dirname -- "$db")"
case $db in /*) ;; *) db=$PWD/$db ;; esac
case $report in ''|/*) ;; *) report=$PWD/$report ;; esac
case $CSTO in /*) ;; *) CSTO=$PWD/$CSTO ;; esac
cd "$here/.."    # reports read their parts from here
shard=${SHARD:-0/1}
batch=${BATCH:-4000000}

# A text as an SQL literal, and as an argument of a dot command.
lit() { printf "'%s'" "$(printf %s "$1" | sed "s/'/''/g")"; }
arg() { printf '"%s"' "$(printf %s "$1" | sed 's/[\\"]/\\&/g')"; }

# A session of the shell: the given script with the module loaded.  With FILE,
# large sorts use memory in one piece, which is faster.
session() {
  { cat <<END
.bail on
.mode list
.headers off
.output /dev/null
.timeout 60000
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -65536;
PRAGMA temp_store = ${1:-MEMORY};
PRAGMA temp.cache_size = -32768;
PRAGMA secure_delete = OFF;
.load $(arg "$CSTO")
CREATE TEMP TABLE run AS SELECT $(lit "$dir") AS dir,
  ${shard%/*} AS shard, ${shard#*/} AS shards, $batch AS batch;
.output
END
    cat
  } | "$SQLITE3" -bail -batch -init /dev/null "$db"
}
read_() { printf '.read sql/%s\n' "$1"; }

# 1. What is there, and what changed.
left=$({
  printf '.output /dev/null\n'
  [ -s "$db" ] || printf 'PRAGMA page_size = 8192;\n'
  printf 'BEGIN IMMEDIATE;\n'
  read_ schema.sql
  read_ views.sql
  printf 'COMMIT;\n'
  read_ index.sql
  [ -z "${EMPTY:-}" ] ||
    printf 'CREATE TEMP TABLE may_be_empty AS SELECT 1;\n'
  read_ scan.sql
  printf '.output\n'
  printf 'SELECT count(*) || %s || coalesce(sum(bytes + 500), 0)
    FROM main.csto_todo;\n' "' '"
} | session)
files=${left% *} bytes=${left#* }

# 2. Read it, batch by batch; each closes at $batch bytes or 2000 articles,
# and no two neighbours fit in one, so this many are enough.
if [ "$files" -gt 0 ]; then
  n=$((2 * bytes / batch + files / 1000 + 2))
  [ $n -le $files ] || n=$files
  {
    read_ work.sql
    while [ $n -gt 0 ]; do
      read_ batch.sql
      n=$((n - 1))
    done
  } | session >&2
fi

# 3. Copies and stories, then the summary.
{ read_ finish.sql; read_ summary.sql; } | session FILE

# 4. The report.
if [ -n "$report" ]; then
  mkdir -p "$(dirname "$report")"
  {
    printf '.parameter init\n'
    [ -z "${REPORT_LANG:-}" ] || printf "INSERT OR REPLACE INTO
      temp.sqlite_parameters VALUES(':lang', %s);\n" "$(lit "$REPORT_LANG")"
    [ -z "${ORG:-}" ] || printf "INSERT OR REPLACE INTO
      temp.sqlite_parameters VALUES(':org', %s);\n" "$(lit "$ORG")"
    read_ reports/html.sql
  } | session > "$report.part"
  mv "$report.part" "$report"
  printf 'report: %s\n' "$report"
fi

}

# Read whole before it begins, so that an edit of this file does no harm.
main "$@"
