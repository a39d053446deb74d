# A story is a chain of copies, however long it is and however many they are.
. "$TOP/tests/run/lib.sh"
# 1 .. 5000 are copies of one text, the earliest published last by its path;
# 6001 .. 7000 each share half of their shingles with the next alone; 8001 and
# 8002 share too little.
sql "$db" ".read sql/schema.sql" ".read sql/views.sql" "
  CREATE TEMP TABLE ids AS SELECT value AS id FROM generate_series(1, 5000)
    UNION ALL SELECT value FROM generate_series(6001, 7000)
    UNION ALL VALUES(8001), (8002);
  INSERT INTO article(id, path, published, simhash)
    SELECT id, printf('%05d', id), iif(id = 5000, '2019-01-01', '2020-01-01'),
      id FROM ids;
  INSERT INTO shingle(shingle, article)
    SELECT s.value, id FROM ids, generate_series(1, 10) s WHERE id <= 5000
    UNION ALL
    SELECT 100000 + id * 5 + s.value, id FROM ids, generate_series(0, 9) s
     WHERE id BETWEEN 6001 AND 7000
    UNION ALL
    SELECT 900000 + iif(s.value > 1, id * 20, 0) + s.value, id
      FROM ids, generate_series(0, 9) s WHERE id > 8000;" > /dev/null
is "thousands of copies end in time" "$(timeout 60 sqlite3 -bail -init \
  /dev/null "$db" ".load $B/csto" ".read sql/finish.sql" && echo done)" done
is "one story, named after the earliest" "$(bare "$db" "SELECT DISTINCT story
  FROM article WHERE id <= 5000")" 5000
is "a chain of a thousand is one, too" "$(bare "$db" "SELECT DISTINCT story
  FROM article WHERE id BETWEEN 6001 AND 7000")" 6001
is "what shares too little is apart" "$(bare "$db" "SELECT story FROM article
  WHERE id > 8000")" "8001
8002"
