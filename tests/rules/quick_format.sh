# Index format 1 over the whole lexicon: every attested word, bare and with
# clitics, as the tokenizer indexes it.  When the digest is another, what is on
# disk no longer answers the queries that are asked: see "FORMAT" in
# ext/morph/index.h.  `sh tests/rules/quick_format.sh update` writes it anew,
# which only a version that has not been released may do.
TOP=${TOP:-$(cd "$(dirname "$0")/../.." && pwd)} B=${B:-$TOP/build}
want=$TOP/tests/rules/format_v1.sha256
cut -f 2 "$TOP/ext/data/stem/lexicon.tsv" | grep -v '^#' | sort -u |
  awk '{ print; print "ال" $0; print "وبال" $0; print "ف" $0 "هم" }' \
    > "$B/format.words"
sqlite3 -bail -init /dev/null :memory: ".load $B/csto" "
  CREATE TABLE w(t);" ".mode list" ".import $B/format.words w" "
  CREATE VIRTUAL TABLE f USING fts5(t, content = 'w',
    tokenize = 'csto version 1');
  INSERT INTO f(f) VALUES('rebuild');
  CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance');
  SELECT doc, term FROM v ORDER BY doc, term;" | sha256sum |
  cut -d ' ' -f 1 > "$B/format.got"
if [ "$1" = update ]; then
  cp "$B/format.got" "$want"
elif cmp -s "$B/format.got" "$want"; then
  echo "ok - format 1 gives the tokens it always gave"
else
  echo "not ok - the tokens of format 1 changed (see ext/morph/index.h)"
fi
