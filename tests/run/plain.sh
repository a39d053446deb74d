# The database in the hands of a SQLite that has no csto: read, write, back
# up, VACUUM; then again with csto: what was edited shows, detach and index.
. "$TOP/tests/run/lib.sh"
run tests/articles "$db" > /dev/null
one=$(digest "$db")

is "read" "$(bare "$db" "SELECT count(*) > 10 FROM claim" \
  "SELECT count(*) > 10 FROM said" "SELECT count(*) > 100 FROM named" \
  "SELECT count(*) >= 0 FROM disagreement" "SELECT count(*) FROM dated" \
  "SELECT count(*) > 10 FROM fact" 2>&1 | tr '\n' ' ' |
  sed 's/[0-9]* 1 $/n 1/')" "1 1 1 1 n 1"
is "every view" "$(for v in $(bare "$db" "SELECT name FROM sqlite_master
  WHERE type = 'view'"); do bare "$db" "SELECT count(*) FROM $v" 2>&1 |
  grep -v '^[0-9]*$'; done)" ""
is "schema calls nothing of csto" "$(bare "$db" "SELECT name
  FROM sqlite_master WHERE sql LIKE '%csto\_%(%' ESCAPE '\'
    AND sql NOT LIKE '%csto\_meta(%' ESCAPE '\'")" ""
bare "$db" ".backup $W/copy.db" "VACUUM" "VACUUM INTO '$W/into.db'"
is "backup and VACUUM" "$(digest "$W/copy.db") $(digest "$W/into.db") $(
  digest "$db")" "$one $one $one"
is "integrity" "$(bare "$db" "PRAGMA integrity_check" \
  "PRAGMA foreign_key_check")" ok

# An edit by another tool.
bare "$db" "UPDATE article SET body = body || char(10) || 'زرافة في الحديقة'
  WHERE path = '08_astana.txt'" \
  "INSERT INTO alias(name, canonical) VALUES('أ', 'ب')" \
  "INSERT INTO article(path, title, body) VALUES('by hand', 'ع', 'ن')" \
  "DELETE FROM article WHERE path = 'by hand'"
sql "$db" ".read sql/index.sql"
is "index.sql finds the foreign edit" "$(sql "$db" "SELECT a.path FROM search s
  JOIN article a ON a.id = s.rowid WHERE search MATCH csto_query('زرافة')")" \
  08_astana.txt
run tests/articles "$db" > /dev/null
is "the next run finds its facts again" "$(bare "$db" "SELECT count(*)
  FROM article WHERE state = 'current' AND text_hash IS NULL")$(sql "$db" \
  "INSERT INTO search(search, rank) VALUES('integrity-check', 1)" 2>&1)" 0

sql "$db" ".read sql/detach.sql" > /dev/null
is "detached: nothing of the index is left" "$(bare "$db" "SELECT count(*)
  FROM sqlite_master WHERE name LIKE 'search%'" "VACUUM" \
  "SELECT count(*) FROM pragma_integrity_check")" "0
1"
sql "$db" ".read sql/index.sql"
is "index again" "$(sql "$db" "SELECT count(*) > 0 FROM search WHERE search
  MATCH csto_query('المنظمة')")" 1
# shingles as an earlier release kept them
one=$(digest "$db")
bare "$db" "CREATE TABLE s(shingle INTEGER NOT NULL, article INTEGER NOT NULL,
    PRIMARY KEY(shingle, article)) WITHOUT ROWID" \
  "INSERT INTO s SELECT shingle, article FROM shingle" "DROP TABLE shingle" \
  "ALTER TABLE s RENAME TO shingle"
has "upgrade" "$(sql "$db" ".read sql/upgrade.sql")" "0 of"
is "upgrade keeps what was found" "$(digest "$db")" "$one"

if [ -x /usr/bin/python3 ]; then
  is "Python's sqlite3" "$(/usr/bin/python3 - "$db" <<'P'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
n, = db.execute("SELECT count(*) FROM claim").fetchone()
with db:
    db.execute("INSERT INTO accept VALUES('member_of', 'x', 'y', NULL)")
    db.execute("UPDATE article SET author = 'z' WHERE id = 1")
print(n > 10)
P
  )" True
fi
