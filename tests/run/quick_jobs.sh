# Several processes make the database that one makes, and its report; what a
# killed one left is taken in.
. "$TOP/tests/run/lib.sh"
JOBS=1 run tests/articles "$db" "$W/one.html" > /dev/null
want=$(digest "$db")
for n in 2 5 9; do
  JOBS=$n run tests/articles "$W/$n.db" "$W/$n.html" > /dev/null
  is "$n processes" "$(digest "$W/$n.db")" "$want"
  is "$n processes: the report" "$(sha256sum < "$W/$n.html")" \
    "$(sha256sum < "$W/one.html")"
  is "$n processes: the index" "$(sql "$W/$n.db" \
    "INSERT INTO search(search, rank) VALUES('integrity-check', 1)" 2>&1)" ""
done
is "no part is left" "$(ls "$W" | grep part)" ""

# Two parts of a run that was killed: one read, one not even made.
mkdir "$W/half" && cp -p tests/articles/1* "$W/half/"
run "$W/half" "$W/left.db.part1.7" > /dev/null
echo broken > "$W/left.db.part2.7"
run tests/articles "$W/left.db" > /dev/null
is "what was left is taken in" "$(digest "$W/left.db")" "$(digest "$db")"
is "and nothing is left" "$(ls "$W" | grep part)" ""
has "a broken part is named" "$(cat "$W/err")" "left.db.part2.7 is left out"

# A file of several articles, half of them in the part.
mkdir "$W/lines" && cp -p tests/articles/10_archive.jsonl "$W/lines/"
BATCH=1 run "$W/lines" "$W/l.db.part1.7" > /dev/null
bare "$W/l.db.part1.7" "CREATE TABLE csto_todo AS SELECT 1 AS n, path,
  '10_archive.jsonl' AS file, NULL AS article, NULL AS was, 1 AS bytes
  FROM article WHERE id = (SELECT max(id) FROM article)" "
  DELETE FROM article WHERE id = (SELECT max(id) FROM article)"
run "$W/lines" "$W/l.db" > /dev/null
run "$W/lines" "$W/m.db" > /dev/null
is "the rest of its file is read" "$(bare "$W/l.db" "SELECT path FROM article
  ORDER BY path")" "$(bare "$W/m.db" "SELECT path FROM article ORDER BY path")"
