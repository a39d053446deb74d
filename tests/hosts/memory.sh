# Races, leaks and bad memory: helgrind over two threads, valgrind over the
# SQL goldens, the unit tests with sanitizers.
say() { if [ "$1" = 0 ]; then echo "ok - $2"; else echo "not ok - $2"; fi; }

cc -std=c11 -O1 -g -o "$B/threads" "$TOP/tests/hosts/threads.c" \
  -lsqlite3 -lpthread && "$B/threads" "$B/csto"
valgrind --tool=helgrind -q --error-exitcode=9 --suppressions="$TOP/tests/hosts/helgrind.supp" \
  "$B/threads" "$B/csto" > "$B/helgrind.log" 2>&1
say $? "helgrind finds no race"
[ -s "$B/helgrind.log" ] && grep -v '^ok' "$B/helgrind.log" | head -30

bad=0
for t in "$TOP"/tests/sql/*.sql; do
  valgrind -q --error-exitcode=9 --leak-check=full \
    --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    sqlite3 -init /dev/null :memory: ".load $B/csto" ".read $t" \
    > "$B/valgrind.log" 2>&1 < /dev/null
  if grep -q '^==[0-9]*== ' "$B/valgrind.log"; then
    bad=1
    echo "# ${t##*/}"
    grep '^==[0-9]*== ' "$B/valgrind.log" | head -20
  fi
done
[ "$bad" = 0 ]
say $? "valgrind finds nothing in the SQL goldens"

make -s -C "$TOP" B="$B" asan > "$B/asan.log" 2>&1
say $? "the sanitizers' build compiles"
for t in "$B"/asan/unit/*; do
  [ -x "$t" ] && [ -f "$t" ] || continue
  "$t" > "$B/asan.log" 2>&1
  say $? "sanitizers: unit/${t##*/}"
  grep -E 'ERROR|runtime error' "$B/asan.log" | head -5
done
