# What searches find, from finds.tsv: every word in it is a row of one index.
f=$TOP/tests/rules/finds.tsv
{
  echo "CREATE TEMP TABLE r(mode, q, yes, no);"
  grep -v '^#' "$f" | sed "s/'/''/g" |
    awk -F'\t' '{printf "INSERT INTO r VALUES(%c%s%c,%c%s%c,%c%s%c,%c%s%c);\n",
      39, $1, 39, 39, $2, 39, 39, $3, 39, 39, $4, 39}'
  cat << 'SQL'
CREATE VIRTUAL TABLE f USING fts5(w, tokenize = 'csto');
CREATE TEMP TABLE want AS
  WITH RECURSIVE cut(mode, q, yes, w, rest) AS (
    SELECT mode, q, 1, NULL, yes || ' ' FROM r UNION ALL
    SELECT mode, q, 0, NULL, no || ' ' FROM r UNION ALL
    SELECT mode, q, yes, substr(rest, 1, instr(rest, ' ') - 1),
      substr(rest, instr(rest, ' ') + 1) FROM cut WHERE rest <> '')
  SELECT mode, q, yes, w FROM cut WHERE w <> '';
INSERT INTO f SELECT DISTINCT w FROM want;
SELECT iif(yes = EXISTS (SELECT 1 FROM f WHERE f MATCH csto_query(q, mode)
    AND f.w = want.w), 'ok - ', 'not ok - ') || mode || ' ' || q ||
  iif(yes, ' finds ', ' does not find ') || w FROM want;
SQL
} > "$B/finds.sql"
sqlite3 -init /dev/null :memory: ".load $B/csto" ".mode list" \
  ".read $B/finds.sql" 2>&1 | sed 's/^Error/not ok - Error/'
