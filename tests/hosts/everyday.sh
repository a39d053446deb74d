# The table of README.md: plain FTS5 finds none of eight everyday searches,
# csto finds all; and the table stands in README.md as it is here.
T="$TOP/tests/hosts/everyday.tsv"
grep -v '^#' "$T" | while IFS="$(printf '\t')" read -r q t why; do
  got=$(sqlite3 -init /dev/null :memory: ".load $B/csto" \
    "CREATE VIRTUAL TABLE p USING fts5(t);
     CREATE VIRTUAL TABLE c USING fts5(t, tokenize='csto');
     INSERT INTO p VALUES('هنا $t اليوم'); INSERT INTO c SELECT * FROM p;
     SELECT (SELECT count(*) FROM p WHERE p MATCH '\"$q\"') || ' ' ||
            (SELECT count(*) FROM c WHERE c MATCH csto_query('$q'));")
  if [ "$got" = "0 1" ]; then echo "ok - everyday: $why"
  else echo "not ok - everyday: $why ($got)"; fi
  grep -q "| $q | $t | $why | 0 | 1 |" "$TOP/README.md" &&
    echo "ok - README: $why" || echo "not ok - README: $why"
done
