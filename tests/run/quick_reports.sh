# What the reports make of rows: one fact once, both sides of a contradiction,
# numbers with their nouns, parameters that cannot be used, names that are no
# text.  The rows are made here, so that only sql/ is looked at.
. "$TOP/tests/run/lib.sh"
rows="$W/rows.db"
sql "$rows" ".read sql/schema.sql" ".read sql/views.sql" \
  ".read sql/index.sql" > /dev/null
bare "$rows" "
  INSERT INTO article(id, path, site, published, story, title, body, words)
    VALUES(1, 'a', 's.example', '2026-01-03', 1, 'أ', 'نص أول', 2),
    (2, 'b', 's.example', '2026-01-04', 2, 'ب', 'نص ثان', 2),
    (3, 'c', 't.example', '2026-01-05', 3, 'ج', 'نص ثالث', 2),
    (4, 'd', NULL, NULL, 3, 'د', 'نص ثالث', 2);
  INSERT INTO article(id, path, story, error)
    VALUES(5, 'bad <x>', 5, 'not text in a known encoding');
  INSERT INTO entity(id, type, name, name_en, ref) VALUES
    (1, 'PERSON', 'سامر الحديدي', 'Samer', ''), (2, 'GPE', 'مصر', 'Egypt',
      'EG'),
    (3, 'ORG', 'اتحاد الشمال', 'Northern Union', 'Q1'),
    (4, 'ORG', 'اتحاد الشمال لكرة القدم', NULL, ''),
    (5, 'GPE', 'نهر العين', NULL, ''), (6, 'GPE', 'العين', NULL, ''),
    (7, 'PERSON', '=1+1', NULL, ''), (8, 'PERSON', 'هند', NULL, '');
  INSERT INTO appearance(entity, article, n) SELECT e.id, a.id, 1
    FROM entity e, article a WHERE a.id < 5;
  INSERT INTO mention(article, field, n, type, entity, text, start, length)
    SELECT article, 'body', entity, e.type, entity, name, 1, 2
      FROM appearance JOIN entity e ON e.id = entity;" \
  "CREATE TEMP TABLE r(a, relation, subject, object, date, status, detail)" "
  INSERT INTO r VALUES
    (1, 'holds_post', 'سامر الحديدي', 'وزير الخارجية المصري', NULL,
      'current', 'مصر'),
    (2, 'holds_post', 'سامر الحديدي', 'وزير خارجية مصر', NULL, 'current',
      'مصر'),
    (3, 'holds_post', 'سامر الحديدي', 'وزير الخارجية', NULL, 'current', NULL),
    (3, 'holds_post', 'سامر الحديدي', 'المتحدث باسم وزير الخارجية', NULL,
      'current', NULL),
    (1, 'holds_post', 'هند', 'الأمين العام لاتحاد الشمال', NULL, 'current',
      'اتحاد الشمال'),
    (2, 'holds_post', 'هند', 'أمين عام اتحاد الشمال', NULL, 'current',
      'اتحاد الشمال'),
    (3, 'holds_post', 'منى', 'أمين عام اتحاد الشمال لكرة القدم', NULL,
      'current', 'اتحاد الشمال'),
    (1, 'member_of', 'مصر', 'اتحاد الشمال', NULL, 'current', NULL),
    (2, 'member_of', 'مصر', 'اتحاد الشمال', '1999', 'current', NULL),
    (3, 'member_of', 'مصر', 'اتحاد الشمال', '2025', 'former', NULL),
    (1, 'chair_of', 'مصر', 'اتحاد الشمال', '2026', 'planned', 'معا'),
    (2, 'chair_of', 'مصر', 'اتحاد الشمال', '2026-01-01', 'current',
      'معا إلى الغد'),
    (3, 'chair_of', 'مصر', 'اتحاد الشمال', NULL, 'current', NULL),
    (1, 'met_with', 'سامر الحديدي', 'هند', '2026-01-02', 'planned', NULL),
    (2, 'met_with', 'هند', 'سامر الحديدي', '2026-01-02', 'held', NULL),
    (1, 'signed_at', 'الاتفاق', NULL, '2026-01-02', 'held', NULL),
    (1, 'visits', 'سامر الحديدي', 'العين', '2026-01-02', 'held', NULL),
    (1, 'visits', 'وزير الخارجية', 'العين', '2026-01-02', 'held', NULL),
    (1, 'demands', 'هند', 'مصر', NULL, 'current', 'فتح \"الباب'),
    (2, 'supports', 'هند', 'الخطة', NULL, 'current', NULL)" "
  INSERT INTO relation(article, field, n, relation, subject, object, date,
      status, detail, evidence, start, length)
    SELECT a, 'body', row_number() OVER (), relation, subject, object, date,
      status, detail, 'نص', 1, 2 FROM r" "
  INSERT INTO quote(article, field, n, speaker, verb, quote, direct, implicit,
      start, length)
    SELECT id, 'body', 1, 'هند', 'قالت', iif(id > 2, 'نص ثالث', 'نص'), id = 1,
      0, 1, 2 FROM article WHERE id < 5"
report() { r=$1; shift; sql "$rows" "$@" ".read sql/reports/$r.sql" 2>&1; }
set_() { printf ".parameter set %s \"'%s'\"" "$1" "$2"; }

is "one office in three spellings" \
  "$(report persons "$(set_ :person 'سامر الحديدي')" | sed 1d)" \
"سامر الحديدي | وزير الخارجية المصري | مصر | current |  | 3 | 2 |\
 2026-01-03 | 2026-01-05 |  | a body 1"
is "a meeting, a visit, a chair: each once" "$(report timeline |
  sed 1d | cut -d'|' -f1-6)" \
"2026-01-01 | planned current | chair_of | مصر | اتحاد الشمال |$(echo '  ')
2026-01-02 | planned held | met_with | سامر الحديدي | هند |$(echo '  ')
2026-01-02 | held | visits | سامر الحديدي |  | العين "
is "what stands in somebody's words alone is said to" "$(report timeline |
  sed 1d | cut -d'|' -f9 | paste -sd,)" " هند ,  , هند "
out=$(report organization "$(set_ :org 'Q1')")
has "member once, with the year" "$out" \
  "member |  | مصر |  | 1999 | current | 2"
has "chair once: planned, then current" "$out" \
  "chair |  | مصر | معا إلى الغد | 2026-01-01 | planned current | 3"
has "secretary once" "$out" \
  "secretary |  | هند | أمين عام اتحاد الشمال |  | current | 2"
is "another organization's stays away" "$(echo "$out" | grep -c منى)" 0
has "member and former side by side" "$out" "disagreement | status | مصر"
is "left: of which most is stated" "$(report organization)" "$out"
is "empty is left" "$(report organization "$(set_ :org ' ')")" "$out"
has "an organization that no article names" \
  "$(report organization "$(set_ :org 'رابطة غائبة')")" \
  "(no article names رابطة غائبة)"
has "a name like it" "$(report entity "$(set_ :name 'سامر الحديد')")" \
  "names like it: سامر الحديدي"
has "an English name" "$(report entity "$(set_ :name Egypt)")" "مصر | GPE"
has "quotes in a name" "$(report entity ".parameter set :name \"'a''b'\"")" \
  "(no article names a'b"
is "a copy says it once more, not twice" "$(report said | sed -n 2p)" \
  "هند | 3 | 1 | 3 | 2026-01-03 | 2026-01-05"
has "what could not be read" "$(report coverage)" \
  "bad <x> | not text in a known encoding"

for p in ":from yesterday" ":to 2026-02-30" ":from 2026-13" ":limit x" \
  ":nodes -1" ":types P;Q" ":lang fr"; do
  has "parameter $p" "$(report coverage "$(set_ ${p% *} "${p#* }")")" \
    "$(case $p in :from*|:to*) echo ':from and :to are days' ;;
      :lang*) echo ':lang is' ;; :types*) echo ':types is' ;;
      *) echo 'whole numbers' ;; esac)"
done
has "from after to" "$(report timeline "$(set_ :from 2026-02)" \
  "$(set_ :to 2026-01-31)")" ":from is later than :to"
is "part of a day" "$(report coverage "$(set_ :from 2026)" \
  "$(set_ :to 2026-01)" | sed -n 2p)" \
  "s.example | 2 | 2 | 4 | 2026-01-03 | 2026-01-04 | 0"

report network > "$W/net.csv"
is "lines end as RFC 4180 has it" "$(grep -c "$(printf '\r')$" "$W/net.csv")" \
  "$(wc -l < "$W/net.csv" | tr -d ' ')"
is "no formula" "$(grep -c '^=' "$W/net.csv") $(grep -c "'=1+1" \
  "$W/net.csv")" "0 7"
is "a name within a name is no pair" \
  "$(grep -c 'نهر العين.*العين\|العين.*نهر العين' "$W/net.csv")" 0
is "types as a list" "$(report network "$(set_ :types 'GPE, ORG')" |
  grep -c PERSON)" 0
report gexf > "$W/net.gexf"
[ ! -x /usr/bin/python3 ] || is "GEXF is XML: nodes, edges, none dangling" \
  "$(/usr/bin/python3 - "$W/net.gexf" <<'P'
import sys, xml.etree.ElementTree as t
g = '{http://gexf.net/1.3}'
r = t.parse(sys.argv[1]).getroot()
n = [x.get('id') for x in r.iter(g + 'node')]
e = list(r.iter(g + 'edge'))
print(len(n), len(set(x.get('id') for x in e)) == len(e) > 0,
      all(x.get(k) in n for x in e for k in ('source', 'target')))
P
  )" "8 True True"

bare "$rows" "INSERT INTO copy(article, other, shared, sample, distance)
  VALUES(3, 4, 19, 20, 2)"
is "copies: the one with a date first" "$(report copies | sed 1d)" \
"1 | 1 | 2026-01-05 | t.example | ج | 95 | 2 | c
1 | 2 |  |  | د | 95 | 2 | d"
is "copies of a site that has none" "$(report copies \
  "$(set_ :site s.example)" | sed 1d)" ""
has "a contradiction: who says the one, who the other" \
  "$(report disagreements | grep '^status | member_of' | sort | head -1)" \
  "| مصر | اتحاد الشمال | "
is "nothing to contradict" "$(sql "$W/empty.db" ".output /dev/null" \
  ".read sql/schema.sql" ".read sql/views.sql" ".output" \
  ".read sql/reports/disagreements.sql" | tail -1)" \
  "(no two statements disagree)"
for r in sql/reports/[a-z]*.sql; do
  case $r in */need.sql) ;; *)
    has "no tables: ${r##*/}" "$(sql "$W/none.db" ".read $r" 2>&1)" \
      "tables of csto are missing: make run" ;;
  esac
done

page() { report html "$@" > "$W/page.html"; cat "$W/page.html"; }
out=$(page)
has "the number and its noun" "$out" "<p>5 مقالات (4 أخبار) من موقعين ·"
has "what could not be read, in the page" "$out" "bad &lt;x&gt;"
is "a mark that lost its fellow" "$(echo "$out" | grep -c 'فتح الباب')" 1
is "a bare noun is no position" "$(echo "$out" | grep -c 'الخطة')" 0
has "English" "$(page ".parameter set :lang en")" \
  "<p>5 articles (4 stories) of 2 sites ·"
is "no Arabic word of the page's own" "$(grep -c 'مقال\|الشاهد' \
  "$W/page.html")" 0
for n in 1 2 3 11 100 103 111; do
  rm -f "$W/n.db"
  sql "$W/n.db" ".read sql/schema.sql" ".read sql/views.sql" "
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
      WHERE i < $n) INSERT INTO article(path, story) SELECT i, i FROM n;" \
    ".read sql/reports/html.sql" | sed -n 's/^<p>\(.*مقال.*\) (.*/\1/p' |
    head -1
done > "$W/nouns"
is "one, two, few, many, hundred" "$(paste -sd, "$W/nouns")" \
  "مقال واحد,مقالان,3 مقالات,11 مقالا,100 مقال,103 مقالات,111 مقالا"

rm -f "$W/n.db"
is "the summary too" "$(sql "$W/n.db" ".output /dev/null" \
  ".read sql/schema.sql" ".read sql/views.sql" ".output" "INSERT INTO
    article(path, story, site, published) VALUES('a', 1, 's', '2026-01-02')" \
  ".read sql/summary.sql")" \
"1 article (1 story) of 1 site, 2026-01-02 to 2026-01-02; 0 words
0 names of persons, bodies and places; 0 quotations, 0 statements"

page > /dev/null; cp "$W/page.html" "$W/before.html"
chmod 444 "$rows"
is "a database that may only be read" "$(sqlite3 -readonly -bail -init \
  /dev/null "$rows" ".load $B/csto" ".read sql/reports/html.sql" 2>&1 |
  cmp - "$W/before.html" && echo same)" same
chmod 644 "$rows"
has "words as a person types them" "$(report said "$(set_ :about 'ثَالِث')" |
  sed -n 2p)" "هند | 1 | 0 | 1 | 2026-01-05"
cp "$rows" "$W/detached.db"
sql "$W/detached.db" ".read sql/detach.sql" > /dev/null
is "without the search index" "$(for r in "$TOP"/sql/reports/*.sql; do
  case $r in */need.sql) ;; *) sql "$W/detached.db" \
    ".read sql/reports/${r##*/}" 2>&1 > /dev/null ;; esac; done)" ""
bare "$rows" "INSERT INTO reject(relation, subject, object)
  VALUES('member_of', 'مصر', 'اتحاد الشمال')" "INSERT INTO accept(relation,
    subject, object) VALUES('holds_post', 'هند', 'أمين عام اتحاد الشمال')" \
  "INSERT INTO alias(name, canonical) VALUES('سامر الحديدي', 'سامر')"
is "what is refused is shown nowhere" "$(report organization |
  grep -c '^member\|^former\|^disagreement')" 0
is "what is confirmed is shown so, the alias too" "$(report persons |
  cut -d'|' -f1,10 | grep -c 'هند | yes\|^سامر | ')" 2
