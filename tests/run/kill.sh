# kill -9 at many moments: nothing lost, nothing doubled, the same digest.
. "$TOP/tests/run/lib.sh"
n=$W/news
mkdir "$n"
for i in 1 2 3 4 5 6 7 8; do
  mkdir "$n/$i"
  for f in tests/articles/*; do
    { [ "${f##*.}" = txt ] && echo "خبر رقم $i"; cat "$f"; } \
      > "$n/$i/${f##*/}"
  done
done
BATCH=20000; export BATCH
run "$n" "$W/whole.db" > /dev/null
want=$(digest "$W/whole.db")

kills=0
for ms in 05 10 15 20 25 30 35 40 45 50 60 70 80 90; do
  jobs=$((${ms#0} % 3 + 1))
  JOBS=$jobs setsid sh -c 'CSTO=$B/csto exec sh sql/run.sh "$0" "$1"' "$n" "$db" \
    > /dev/null 2>&1 &
  pid=$!
  sleep "0.$ms"
  kill -9 "-$pid" 2> /dev/null && kills=$((kills + 1))
  wait "$pid" 2> /dev/null
done
has "was killed" "$kills" "$kills"
[ -f "$db" ] && is "whole after kill -9" "$(bare "$db" \
  "PRAGMA integrity_check")" ok
some=$(bare "$db" "SELECT count(*) FROM article" 2> /dev/null)
run "$n" "$db" > /dev/null
is "same digest after $kills kills (${some:-0} articles by then)" \
  "$(digest "$db")" "$want"
is "no page twice" "$(bare "$db" "SELECT count(*) - count(DISTINCT path),
  max(version) FROM article")" "0|1"
is "no part is left" "$(ls "$W" | grep part)" ""
is "facts belong to articles" "$(bare "$db" "PRAGMA foreign_key_check")" ""
is "index is whole" "$(sql "$db" \
  "INSERT INTO search(search, rank) VALUES('integrity-check', 1)" 2>&1)" ""
