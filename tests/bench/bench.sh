#!/bin/sh
# bench.sh BUILD - every benchmark, each beside its peers in one run.
#
#   CORPUS=folder of .txt files (default tests/articles): what the core's
#   speed is measured on.  Each tests/bench/bench_*.sh prints one table.
B=$(cd "$1" && pwd)
TOP=$(cd "$(dirname "$0")/../.." && pwd)
CORPUS=${CORPUS:-$TOP/tests/articles}
export B TOP CORPUS
make -s -C "$TOP" "B=$B" "$B/bench/speed" || exit 1
echo "## Core, one thread, CPU time"
find "$CORPUS" -type f -name '*.txt' | sort | head -n 4000 |
  xargs -n 4000 "$B/bench/speed"
for s in "$TOP"/tests/bench/bench_*.sh; do
  [ -f "$s" ] && sh "$s"
done
