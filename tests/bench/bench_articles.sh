#!/bin/sh
# bench_articles.sh - reading articles: parse speed by kind of file, and the
# whole run (search, entities, quotations, statements, copies) in one process
# and in several.
make -s -C "$TOP" "B=$B" "$B/bench/parse" || exit 1
echo "## Parsing, one thread, CPU time, files in memory"
for k in txt html json jsonl; do
  find "$CORPUS" -type f -name "*.$k" | sort | head -n 20000 |
    "$B/bench/parse" | sed "s/^/$k: /"
done
W=$(mktemp -d "$B/bench.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
echo "## The whole run"
timed() {
  ( TIMEFORMAT='%U s user, %S s system, %R s'; export TIMEFORMAT
    bash -c 'time "$@" > /dev/null 2>&1' x "$@" 2>&1 )
}
CSTO=$B/csto; export CSTO
echo "anew, one process: $(timed env JOBS=1 sh "$TOP/sql/run.sh" \
  "$CORPUS" "$W/news.db")"
echo "anew, as many as there are processors: $(timed sh "$TOP/sql/run.sh" \
  "$CORPUS" "$W/again.db")"
echo "again, nothing changed: $(timed sh "$TOP/sql/run.sh" "$CORPUS" \
  "$W/news.db")"
ls -l "$W/news.db" | awk '{printf "database: %.1f MB\n", $5 / 1e6}'
