#!/bin/sh
# run.sh BUILD quick|all - runs the tests and prints `N passed, N failed`.
#
#   unit/*.c     programs that print TAP lines
#   sql/*.sql    run by the sqlite3 shell with build/csto loaded; the output,
#                errors included, must equal the .out file beside it
#   */*.sh       scripts that print TAP lines (all only, unless quick_*.sh);
#                they get $B (build folder, absolute) and $TOP
# A script or program that ends without any line counts as one failure.
B=$1 MODE=$2
TOP=$(cd "$(dirname "$0")/.." && pwd)
B=$(cd "$B" && pwd)
export B TOP
LC_ALL=C.UTF-8 TZ=UTC
export LC_ALL TZ
pass=0 fail=0
out=$B/test.out
: > "$B/test.log"

count() {   # count NAME: adds the TAP lines of $out
  ok=$(grep -c '^ok ' "$out")
  bad=$(grep -c '^not ok ' "$out")
  if [ "$ok" = 0 ] && [ "$bad" = 0 ]; then
    bad=1
    echo "not ok - $1 printed no result"
    tail -5 "$out"
  fi
  pass=$((pass + ok)) fail=$((fail + bad))
  grep -A4 '^not ok ' "$out" | sed "s|^not ok|$1: not ok|"
  cat "$out" >> "$B/test.log"
}

for t in "$B"/unit/*; do
  [ -x "$t" ] && [ -f "$t" ] || continue
  "$t" > "$out" 2>&1 || { grep -q '^not ok' "$out" ||
    echo "not ok - ended with an error" >> "$out"; }
  count "unit/${t##*/}"
done

for t in "$TOP"/tests/sql/*.sql; do
  name=${t##*/}
  (cd "$TOP" && sqlite3 -init /dev/null :memory: ".load $B/csto" \
    ".read tests/sql/$name") < /dev/null > "$B/sql.got" 2>&1
  if cmp -s "$B/sql.got" "${t%.sql}.out"; then
    echo "ok - $name" > "$out"
  else
    { echo "not ok - $name"
      diff "${t%.sql}.out" "$B/sql.got" | head -20; } > "$out"
  fi
  count "sql/$name"
done

for t in "$TOP"/tests/*/*.sh; do
  case $t in
    */tests/bench/*|*/tests/fuzz/*|*/tests/lint/*) continue ;;
  esac
  case ${t##*/} in
    lib.sh|*_lib.sh) continue ;;
    quick_*) ;;
    *) [ "$MODE" = all ] || continue ;;
  esac
  sh "$t" > "$out" 2>&1
  count "${t#"$TOP"/tests/}"
done

echo "$pass passed, $fail failed"
[ "$fail" = 0 ]
