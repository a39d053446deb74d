# The tour of README.md: each sql block gives the text block under it.
. "$TOP/tests/run/lib.sh"
grep -q '^## A tour' README.md || { echo "ok - tour # SKIP none"; exit 0; }
run tests/articles "$db" > /dev/null
awk -v w="$W" '
  /^## / { on = /^## A tour/ }
  !on { next }
  /^```sql$/ { n++; f = w "/" n ".sql"; next }
  /^```text$/ { f = w "/" n ".want"; printf "" > f; next }
  /^```$/ { if (f) close(f); f = ""; next }
  f { print > f }
  END { print n > (w "/n") }' README.md
i=1
while [ "$i" -le "$(cat "$W/n")" ]; do
  is "tour $i" "$(sql "$db" ".read $W/$i.sql" 2>&1)" "$(cat "$W/$i.want")"
  i=$((i + 1))
done
