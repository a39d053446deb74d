# JSON lines of a file too large to be read at once are read line by line: a
# line that is too long itself is a row that says so, and the scan goes on.
W=$B/lines
rm -rf "$W" && mkdir -p "$W/in" && cd "$W/in" || exit 1
line() { printf '{"title":"%s","body":"نص الخبر، وفيه ما يكفي من الكلمات."}' "$1"; }
ask() { sqlite3 -init /dev/null :memory: ".load $B/csto" "$@" 2>&1; }
is() {   # is WHAT WANT SQL
  got=$(ask "$3")
  if [ "$got" = "$2" ]; then echo "ok - lines: $1"
  else echo "not ok - lines: $1"; echo "# got $got"; fi
}

{ line 'الأول'; printf '\r\n\n'; line 'الثاني'; printf '\nno JSON\n'; } > a.jsonl
truncate -s 132M a.jsonl                  # a line of nothing, without room
{ printf '\n'; line 'الثالث'; } >> a.jsonl
{ line 'الرابع'; printf '\n'; } > b.ndjson
truncate -s 129M b.ndjson                 # the last line has no end
is "one row a line, the others say why" "a.jsonl#1|الأول|
a.jsonl#2|الثاني|
a.jsonl#3||not a JSON object
a.jsonl#4||a line is too long to be read
a.jsonl#5|الثالث|
b.ndjson#1|الرابع|
b.ndjson#2||a line is too long to be read" \
  "SELECT path, title, error FROM csto_articles('$W/in')"
is "one of them by its path" "الثالث" \
  "SELECT title FROM csto_articles('$W/in') WHERE path = 'a.jsonl#5'"
is "the file by its name" "a.jsonl" \
  "SELECT path FROM csto_articles('$W/in')
    WHERE csto_whole = 1 AND size > 138412032"
used=$(ask ".stats on" "SELECT count(*) FROM csto_articles('$W/in')
  WHERE length(body) > 0" |
  sed -n 's/^Memory Used:.*max \([0-9]*\).*/\1/p')
if [ "${used:-999999999}" -lt 300000000 ]; then
  echo "ok - lines: not the whole file in memory"
else
  echo "not ok - lines: not the whole file in memory ($used bytes)"
fi
cd / && rm -rf "$W"
