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
# deleted; OWN=1 where DB is of this folder alone: one that is of another folder
# is put aside, under that one's name; JOBS processes that read the articles of
# a new database, each a part of them (DB.part1.*, ..., put together in order
# when they are read; without it as many as there are processors, four at most,
# where there is much to read; the database is the same with any number).

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
label=                   # of a process's progress, where there are several
cores=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

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
PRAGMA cache_size = -32768;
PRAGMA temp_store = ${1:-MEMORY};
PRAGMA temp.cache_size = -32768;
PRAGMA secure_delete = OFF;
.load $(arg "$CSTO")
CREATE TEMP TABLE run AS SELECT $(lit "$dir") AS dir,
  ${shard%/*} AS shard, ${shard#*/} AS shards, $batch AS batch,
  '$label' AS label;
.output
END
    cat
  } | "$SQLITE3" -bail -batch -init /dev/null "$db"
}
read_() { printf '.read sql/%s\n' "$1"; }

# Works off csto_todo, batch by batch; each closes at $batch bytes or 2000
# articles, and no two neighbours fit in one, so $batches are enough.
work() {
  {
    read_ work.sql
    n=$batches
    while [ $n -gt 0 ]; do
      read_ batch.sql
      n=$((n - 1))
    done
  } | session
}

# Keeps slice $1 of csto_todo; the articles of one file stay together.
slice() {
  cat <<END
DELETE FROM main.csto_todo WHERE n NOT IN (
  SELECT n FROM (
    SELECT n, (max(upto) OVER (PARTITION BY coalesce(file, path, n)) - 1)
        * $jobs / (SELECT sum(bytes + 500) FROM main.csto_todo) AS slice
      FROM (SELECT *, sum(bytes + 500) OVER (ORDER BY n) AS upto
              FROM main.csto_todo))
  WHERE slice = $1);
END
}

# Puts what other processes read into the database; what they left unread,
# when they were killed, is looked at by the scan.  A part that was killed
# before it was made goes.
unite() {
  for part in "$db".part[1-9].*; do
    case $part in *-journal) continue ;; esac
    [ -f "$part" ] || continue
    {
      printf 'ATTACH %s AS shard;\n' "$(lit "$part")"
      cat <<END
CREATE TABLE IF NOT EXISTS main.csto_todo(n, path, file, article, was, bytes);
INSERT INTO main.csto_todo(path, file, bytes)
  SELECT path, file, bytes FROM shard.csto_todo;
END
      read_ merge.sql
    } | session >&2 || printf 'run: %s is left out\n' "$part" >&2
    rm -f "$part" "$part-journal"
  done
}

# A database of another folder is put aside: one that stands elsewhere and
# holds none of this one's pages.
put_aside() {
  was=$("$SQLITE3" -bail -batch -init /dev/null "$db" \
    "SELECT value FROM csto_meta WHERE key = 'dir'" 2>/dev/null) || return 0
  [ -n "$was" ] && [ "$was" != "$dir" ] || return 0
  "$SQLITE3" -bail -batch -init /dev/null "$db" "SELECT path FROM article
    WHERE state = 'current' ORDER BY id LIMIT 500" > "$db.paths"
  found=
  while IFS= read -r path; do
    [ ! -e "$dir/${path%#*}" ] || { found=1; break; }
  done < "$db.paths"
  rm -f "$db.paths"
  [ -z "$found" ] || return 0
  aside=${db%.db}.$(basename -- "$was").db
  n=2
  while [ -e "$aside" ]; do
    aside=${db%.db}.$(basename -- "$was").$n.db
    n=$((n + 1))
  done
  mv -- "$db" "$aside"
  printf 'run: the database of %s is now %s\n' "$was" "$aside" >&2
}
[ -z "${OWN:-}" ] || [ ! -s "$db" ] || put_aside

# 1. What is there, and what changed.
left=$({
  printf '.output /dev/null\n'
  [ -s "$db" ] || printf 'PRAGMA page_size = 8192;\n'
  printf 'BEGIN IMMEDIATE;\n'
  read_ schema.sql
  read_ views.sql
  printf 'COMMIT;\n'
  read_ index.sql
} | session && unite && {
  printf '.output /dev/null\n'
  [ -z "${EMPTY:-}" ] ||
    printf 'CREATE TEMP TABLE may_be_empty AS SELECT 1;\n'
  read_ scan.sql
  printf '.output\n'
  printf 'SELECT count(*) || %s || coalesce(sum(bytes + 500), 0) || %s ||
    EXISTS(SELECT 1 FROM main.article) FROM main.csto_todo;\n' "' '" "' '"
} | session)
files=${left%% *} old=${left##* } bytes=${left#* } bytes=${bytes% *}

# 2. Read it: a new database in several processes.
batches=$((2 * bytes / batch + files / 1000 + 2))
[ $batches -le $files ] || batches=$files
jobs=${JOBS:-$cores}
[ -n "${JOBS:-}" ] || [ $jobs -le 4 ] || jobs=4
[ -n "${JOBS:-}" ] || [ $bytes -gt 8000000 ] || jobs=1
[ $old = 0 ] && [ $jobs -le 9 ] || jobs=1
pids=
job=1
while [ $job -lt $jobs ]; do
  part=$db.part$job.$$
  printf 'VACUUM INTO %s;\n' "$(lit "$part")" | session
  # its words go into the index when it is put into the database
  (db=$part label="part $((job + 1)) of $jobs: "; {
    printf 'DROP TABLE main.search;\n'
    printf 'CREATE VIEW main.search AS SELECT 0 AS search, 0 AS rowid,
      0 AS title, 0 AS lead, 0 AS body;\n'
    printf 'CREATE TRIGGER main.no_words INSTEAD OF INSERT ON search
      BEGIN SELECT 1; END;\n'
    slice $job
  } | session && work >&2) &
  pids="$pids $!"
  job=$((job + 1))
done
if [ $jobs -gt 1 ]; then
  slice 0 | session
  label="part 1 of $jobs: "
fi
[ "$files" -eq 0 ] || work >&2
for pid in $pids; do
  wait $pid || die 'a part was not read to its end; run again'
done
unite

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
  printf 'open it in a browser: file://%s\n' "$report" >&2
fi

}

# Read whole before it begins, so that an edit of this file does no harm.
main "$@"
