# Pages that are edited, deleted, touched, put back; the analyst's own tables.
. "$TOP/tests/run/lib.sh"
n=$W/news
mkdir "$n" && cp -p tests/articles/* "$n/"
run "$n" "$db" > /dev/null
one=$(digest "$db")
facts="SELECT group_concat(x, ' ') FROM (SELECT count(*) AS x FROM mention
  UNION ALL SELECT count(*) FROM quote UNION ALL SELECT count(*)
  FROM relation UNION ALL SELECT count(*) FROM shingle)"
had=$(bare "$db" "$facts")

touch -d '2020-01-01' "$n"/*
run "$n" "$db" > /dev/null
is "touched: no version, same facts" "$(bare "$db" \
  "SELECT max(version) FROM article" "$facts") $(digest "$db")" "1
$had $one"

printf '%s\n\n%s\n' 'رئيس أرمينيا يلتقي بوتين في موسكو' \
  'قال فلاديمير بوتين: "نحن مستعدون للعمل معكم في كل وقت". 5 مارس 2026.' \
  > "$n/01_bishkek.txt"
rm "$n/07_zas.txt"
run "$n" "$db" > /dev/null
is "edited: earlier text and facts stay, marked" "$(bare "$db" "SELECT
  group_concat(version || state || (SELECT count(*) > 0 FROM mention m
    WHERE m.article = a.id), ' ')
  FROM (SELECT * FROM article WHERE path = '01_bishkek.txt'
    ORDER BY version) a")" "1earlier1 2current1"
is "deleted: marked, facts stay" "$(bare "$db" "SELECT state, EXISTS(SELECT 1
  FROM mention m WHERE m.article = a.id), EXISTS(SELECT 1 FROM news
  WHERE path = a.path) FROM article a WHERE path = '07_zas.txt'")" \
  "deleted|1|0"
run "$n" "$W/anew.db" > /dev/null
is "brought up to date = built anew" "$(digest "$db")" "$(digest "$W/anew.db")"
has "report of versions" "$(sql "$db" ".read sql/reports/versions.sql")" \
  "07_zas.txt | 1 | deleted"

cp -p tests/articles/07_zas.txt tests/articles/01_bishkek.txt "$n/"
run "$n" "$db" > /dev/null
is "put back: current again" "$(bare "$db" "SELECT group_concat(state)
  FROM (SELECT state FROM article WHERE path IN ('07_zas.txt',
  '01_bishkek.txt') ORDER BY path, version)") $(digest "$db")" \
  "earlier,earlier,current,current $one"

# One line of a file of several articles.
sed '2s/2025/2024/;2s/ال/ ال/' tests/articles/10_archive.jsonl \
  > "$n/10_archive.jsonl"
run "$n" "$db" > /dev/null
is "one changed line is one new version" "$(bare "$db" "SELECT
  group_concat(path || version) FROM (SELECT path, version FROM article
  WHERE path GLOB '10_*' AND state = 'current' ORDER BY path)")" \
  "10_archive.jsonl#11,10_archive.jsonl#22,10_archive.jsonl#31"

# What the analyst wrote.
bare "$db" "INSERT INTO correction(path, field, value)
  VALUES('06_freeze_relative.txt', 'published', '2024-02-23'),
    ('05_yerevan_ministers.txt', 'title', 'عنوان صحيح فريد')" \
  "INSERT INTO alias(name, canonical) SELECT name, 'اسم موحد' FROM entity
    WHERE type = 'PERSON' LIMIT 2" \
  "INSERT INTO own_name(name, type, canonical) VALUES('قوات', 'ORG', 'جيش')" \
  "INSERT INTO reject(relation, subject, object) SELECT relation, subject,
    object FROM relation WHERE object NOTNULL ORDER BY id LIMIT 1"
run "$n" "$db" > /dev/null
is "correction of a date, dates found again from it" "$(bare "$db" "SELECT
  published FROM news WHERE path = '06_freeze_relative.txt'")" 2024-02-23
is "correction of a title reaches the index" "$(sql "$db" "SELECT path
  FROM search s JOIN article a ON a.id = s.rowid WHERE search
  MATCH csto_query('فريد') AND a.state = 'current'" \
  "INSERT INTO search(search, rank) VALUES('integrity-check', 1)" 2>&1)" \
  05_yerevan_ministers.txt
is "own name is read" "$(bare "$db" "SELECT count(*) > 0 FROM name
  WHERE name = 'جيش'")" 1
is "alias merges, reject hides, and both survive" "$(bare "$db" "SELECT
  (SELECT count(DISTINCT entity) FROM name WHERE name = 'اسم موحد'),
  (SELECT count(*) FROM claim c JOIN reject r ON r.relation = c.relation
    AND r.subject = c.subject AND r.object = c.object)")" "2|0"

bare "$db" "INSERT INTO correction(path, field, value)
  VALUES('08_astana.txt', 'author', 'كاتب'), ('08_astana.txt', 'site', 'موقع'),
    ('new.txt', 'title', 'عنوان من قبل'), ('new.txt', 'agency', 'وكالة')"
cp -p tests/articles/08_astana.txt "$n/new.txt"
run "$n" "$db" > /dev/null
is "several fields of a page, of a new one too" "$(bare "$db" "SELECT
  group_concat(author || site) || (SELECT title || agency FROM news
    WHERE path = 'new.txt') FROM news WHERE path = '08_astana.txt'")$(sql \
  "$db" "SELECT path FROM search s JOIN article a ON a.id = s.rowid
  WHERE search MATCH csto_query('\"عنوان من قبل\"')" 2>&1)" \
  "كاتبموقععنوان من قبلوكالةnew.txt"
rm "$n/new.txt" && run "$n" "$db" > /dev/null

# A file of several articles that looks unchanged is not even counted again.
had=$(bare "$db" "SELECT group_concat(id || state) FROM article")
touch -r "$n/11_feed.rss" "$W/stamp"
printf '%s' '<rss>' > "$W/new"
tail -c +6 "$n/11_feed.rss" | sed 's/<item>/<ITEM>/' >> "$W/new"
head -c "$(wc -c < "$n/11_feed.rss")" "$W/new" > "$n/11_feed.rss"
touch -r "$W/stamp" "$n/11_feed.rss"
run "$n" "$db" > /dev/null
is "size and time the same: not read" "$(bare "$db" \
  "SELECT group_concat(id || state) FROM article")" "$had"
touch -d '2021-01-01' "$n/11_feed.rss"
cp tests/articles/11_feed.rss "$n/11_feed.rss"
run "$n" "$db" > /dev/null
is "counted when touched" "$(bare "$db" "SELECT count(*) FROM article
  WHERE state = 'current' AND path GLOB '11_feed.rss#*'")" 2

# Which file an article is in, whatever its name: it is read once for all.
mkdir "$W/many"
for k in rss atom xml; do cp tests/articles/11_feed.rss "$W/many/feed.$k"; done
for k in jsonl ndjson; do
  cp tests/articles/10_archive.jsonl "$W/many/list.$k"
done
cp tests/articles/08_astana.txt "$W/many/page.txt#1"
is "articles of one file" "$(sql "$W/many.db" ".mode list" ".output $W/out" \
  ".read sql/schema.sql" ".read sql/views.sql" ".read sql/index.sql" \
  "CREATE TEMP TABLE run AS SELECT '$W/many' AS dir, 0 AS shard, 1 AS shards" \
  ".read sql/scan.sql" ".output" "SELECT group_concat(x, ' ') FROM (
    SELECT coalesce(file, path) || '=' || count(*) AS x FROM csto_todo
     GROUP BY coalesce(file, path) ORDER BY 1)" 2>&1)" \
  "feed.atom=2 feed.rss=2 feed.xml=2 list.jsonl=3 list.ndjson=3 page.txt#1=1"

# A file that cannot be read is a row, and is tried again.
cp -p tests/articles/08_astana.txt "$n/zz.txt" && chmod 0 "$n/zz.txt"
if [ "$(id -u)" != 0 ]; then
  run "$n" "$db" > /dev/null
  is "unreadable: a row" "$(bare "$db" "SELECT error NOTNULL FROM news
    WHERE path = 'zz.txt'")" 1
  chmod 644 "$n/zz.txt"
  run "$n" "$db" > /dev/null
  is "readable again" "$(bare "$db" "SELECT error IS NULL FROM news
    WHERE path = 'zz.txt'")" 1
fi
is "no complaint" "$(grep -iE 'error|abort' "$W/err")" ""
