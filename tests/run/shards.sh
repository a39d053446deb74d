# The digest is one, whatever the sharding, the order and the batches.
. "$TOP/tests/run/lib.sh"
run tests/articles "$db" > /dev/null
want=$(digest "$db")
for s in 0 1 2; do
  SHARD=$s/3 run tests/articles "$W/s$s.db" > /dev/null
done
for order in '0 1 2' '2 0 1'; do
  set -- $order
  cp "$W/s$1.db" "$W/all.db"
  for s in $2 $3; do
    sql "$W/all.db" "ATTACH '$W/s$s.db' AS shard" ".read sql/merge.sql" \
      > /dev/null
  done
  sql "$W/all.db" ".read sql/index.sql" ".read sql/finish.sql"
  is "three shards, merged $order" "$(digest "$W/all.db")" "$want"
done
is "index of the merged" "$(sql "$W/all.db" \
  "INSERT INTO search(search, rank) VALUES('integrity-check', 1)" 2>&1)" ""
out=$(run tests/articles "$W/all.db")
is "a run on the merged changes nothing" "$(digest "$W/all.db")$(bare \
  "$W/all.db" "SELECT max(version) FROM article")" "${want}1"

# Another order of reading: half of the files first.
mkdir "$W/n"
cp -p tests/articles/[!0]* "$W/n/" && run "$W/n" "$W/half.db" > /dev/null
cp -p tests/articles/0* "$W/n/" && run "$W/n" "$W/half.db" > /dev/null
is "another order" "$(digest "$W/half.db")" "$want"
BATCH=1 run tests/articles "$W/one.db" > /dev/null
is "batches of one" "$(digest "$W/one.db")" "$want"
