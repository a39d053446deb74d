# A long text takes memory in proportion, not more: at the most so many bytes
# for each of its own, all rows held at once.
sql() { sqlite3 -init /dev/null :memory: ".load $B/csto" "$@"; }

row() {   # row FUNCTION MOST TEXT
  text="replace(printf('%.20000c', '.'), '.', '$3')"
  size=$(sql "SELECT length(CAST($text AS BLOB))")
  most=$(sql ".stats on" "SELECT count(*) FROM $1($text)" |
    sed -n 's/^Memory Used:.*max \([0-9]*\).*/\1/p')
  if [ $((${most:-0} / size)) -gt 0 ] && [ $((most / size)) -le "$2" ]; then
    echo "ok - $1: $((most / size)) bytes for each byte of text"
  else
    echo "not ok - $1: $most bytes for a text of $size"
  fi
}

news='التقى وزير الخارجية سامح شكري نظيره الروسي في القاهرة. '
short='a b a b a b a b a b a b a b a b a b a b '
row csto_tokens 30 "$news"
row csto_dates 25 "$news"
row csto_entities 50 "$news"
row csto_quotes 50 "$news"
row csto_relations 50 "$news"
row csto_tokens 120 "$short"
row csto_relations 120 "$short"
