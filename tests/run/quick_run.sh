# The run on tests/articles: a second run, names that need quoting, what a
# person sees.
. "$TOP/tests/run/lib.sh"

out=$(run tests/articles "$db" "$W/report.html")
has "summary" "$out" "articles ("
has "report is named" "$out" "report: $W/report.html"
is "nothing is lost" "$(bare "$db" "SELECT count(*) FROM article")" \
  "$(sql :memory: "SELECT count(*) FROM csto_articles('tests/articles')")"
is "title, entities, quotes, statements" "$(bare "$db" "SELECT
  (SELECT count(*) FROM article WHERE title IS NULL) < 3,
  (SELECT count(*) FROM mention) > 100, (SELECT count(*) FROM quote) > 10,
  (SELECT count(*) FROM relation) > 10")" "1|1|1|1"
is "places are those of the texts" "$(bare "$db" "SELECT count(*) FROM (
  SELECT m.text, substr(CASE field WHEN 'title' THEN title WHEN 'lead'
    THEN lead ELSE body END, start, length) AS got
  FROM mention m JOIN article a ON a.id = m.article) WHERE text <> got")" 0
has "search" "$(sql "$db" "SELECT count(*) > 0 FROM search
  WHERE search MATCH csto_query('المنظمه')")" 1

one=$(digest "$db")
is "digest is a hash" "${#one}" 64
before=$(bare "$db" "SELECT sum(id), count(*), max(version) FROM article")
out=$(run tests/articles "$db")
is "second run changes nothing" "$(bare "$db" \
  "SELECT sum(id), count(*), max(version) FROM article")" "$before"
is "second run: same digest" "$(digest "$db")" "$one"
is "no work table is left" "$(bare "$db" \
  "SELECT count(*) FROM sqlite_master WHERE name = 'csto_todo'")" 0

odd="$W/it's \"أخبار\" & [x]*?"
mkdir -p "$odd" && cp -p tests/articles/* "$odd/"
(cd "$W" && CSTO=$B/csto sh "$TOP/sql/run.sh" "$odd" "d b's.db" "r'p.html" \
  > /dev/null 2>> "$W/err")
is "folder, database, report with spaces and quotes" \
  "$(digest "$W/d b's.db")$(tail -1 "$W/r'p.html")" "$one</html>"
mkdir "$W/empty"
out=$(run "$W/empty" "$W/empty.db" "$W/empty.html")
has "empty folder" "$out$(tail -1 "$W/empty.html")" "</html>"
# A folder that was full and is empty, as an unmounted disk is.
cp "$W/d b's.db" "$W/full.db"
out=$(CSTO=$B/csto sh sql/run.sh "$W/empty" "$W/full.db" 2>&1)
has "an empty folder deletes nothing" "$out" "the folder has no files"
is "all are still current" "$(bare "$W/full.db" \
  "SELECT group_concat(DISTINCT state) FROM article")" current
EMPTY=1 run "$W/empty" "$W/full.db" > /dev/null
is "unless that is meant" "$(bare "$W/full.db" \
  "SELECT group_concat(DISTINCT state) FROM article")" deleted
run "$odd" "$W/full.db" > /dev/null
is "and back again" "$(digest "$W/full.db")" "$one"
has "no such folder" "$(CSTO=$B/csto sh sql/run.sh "$W/none" "$db" 2>&1)" \
  "no such folder"

# Every report: no error, and the same bytes again.
for r in coverage organization said timeline persons entity copies \
  disagreements versions network gexf html; do
  sql "$db" ".read sql/reports/$r.sql" > "$W/1" 2> "$W/e1"; rc=$?
  sql "$db" ".read sql/reports/$r.sql" > "$W/2" 2>> "$W/e1"
  is "report $r" "$rc $(cat "$W/e1")$(cmp "$W/1" "$W/2" && [ -s "$W/1" ] &&
    echo same)" "0 same"
  has "report $r says what is missing" \
    "$(sql :memory: ".read sql/reports/$r.sql" 2>&1)" "make run"
done
is "the page holds on nothing outside" \
  "$(grep -cE '(src|href)="?(https?:)?//|@import|url\(' "$W/2")" \
  "$(grep -cE 'rel="noreferrer" href="https?://' "$W/2")"
# Another folder with the database of `make run`: the old one is put aside; the
# same folder in another place is the same.
mkdir "$W/one" "$W/two"
printf 'خبر أول\n\nوصل الوفد إلى المدينة مساء أمس.\n' > "$W/one/a.txt"
printf 'خبر ثان\n\nغادر الوفد المدينة صباح اليوم.\n' > "$W/two/b.txt"
OWN=1 run "$W/one" "$W/own.db" > /dev/null
OWN=1 run "$W/two" "$W/own.db" > /dev/null
is "another folder: a database of its own" "$(bare "$W/own.db" "SELECT
  group_concat(path || ' ' || state) FROM article") $(bare "$W/own.one.db" \
  "SELECT group_concat(path || ' ' || state) FROM article")" \
  "b.txt current a.txt current"
mv "$W/two" "$W/moved"
OWN=1 run "$W/moved" "$W/own.db" > /dev/null
is "a folder that was moved: the same" "$(bare "$W/own.db" "SELECT
  group_concat(path || ' ' || state) FROM article") $(ls "$W" |
  grep -c '^own.*db$')" "b.txt current 2"
