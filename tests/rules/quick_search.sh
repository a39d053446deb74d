# Stems, queries and golden tokens of the index, from the tables beside this.
rows() { grep -v '^#' "$TOP/tests/rules/$1.tsv"; }

rows stem | while IFS='	' read -r kind a b why; do
  echo "SELECT iif((csto_stem('$a') = csto_stem('$b')) = ('$kind' = 'same'),
    'ok', 'not ok') || ' - stem: $kind $a $b ($why)';"
done > "$B/search.sql"

rows queries | while IFS='	' read -r mode text want; do
  echo "SELECT iif(csto_query('$text', '$mode') = '$want', 'ok', 'not ok')
    || ' - query: $mode: ' || '$text' || ' gives ' ||
    csto_query('$text', '$mode');"
done >> "$B/search.sql"

# the index of format 1: every token with its place
echo "CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'csto version 1');
CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance');" >> "$B/search.sql"
rows tokens_v1 | while IFS='	' read -r text want; do
  echo "DELETE FROM f; INSERT INTO f(rowid, t) VALUES(1, '$text');
  SELECT iif(got = '$want', 'ok', 'not ok') || ' - tokens: $text: ' || got
  FROM (SELECT group_concat(term || '@' || offset, ' ') AS got
        FROM (SELECT term, offset FROM v ORDER BY offset, term));"
done >> "$B/search.sql"

sqlite3 -init /dev/null :memory: ".load $B/csto" ".mode list" \
  ".read $B/search.sql" 2>&1 |
  sed 's/^Error/not ok - Error/'
