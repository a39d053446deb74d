# The same answers in Debian's Python, in the newest SQLite (APSW) and in the
# oldest that will do; a still older one is refused.
say() { if [ "$1" = 0 ]; then echo "ok - $2"; else echo "not ok - $2"; fi; }
cat > "$B/same.py" <<'P'
import sys
SQL = [
    "SELECT csto_normalize('أحمد مُحَمَّد')",
    "SELECT group_concat(text || start || '+' || length) FROM csto_sentences('قال نعم.عاد. 3.5')",
    "SELECT csto_key('غورباتشوف') = csto_key('جورباتشوف')",
    "SELECT csto_stem('والمدرسون')",
    "SELECT csto_query('وزارة «الأمن الجماعي» -لبنان محم*')",
    "SELECT csto_dates('في 5 مايو 2020 وأمس', '2020-06-01')",
    "SELECT csto_entities('قال وزير الخارجية الروسي سيرغي لافروف في موسكو إن الوضع صعب', '2026-01-01')",
    "SELECT csto_quotes('قال سيرغي لافروف: \"لن نتراجع\".')",
    "SELECT csto_relations('تضم منظمة معاهدة الأمن الجماعي أرمينيا وروسيا وبيلاروسيا.')",
    "CREATE VIRTUAL TABLE f USING fts5(title, body, tokenize='csto')",
    "INSERT INTO f VALUES ('الأمن', 'قالت وزارة الخارجية والمدرسون في مُحَمَّد')",
    "SELECT highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('وزاره الخارجيه') ORDER BY csto_rank(f)",
    "SELECT highlight(f, 1, '[', ']') FROM f WHERE f MATCH csto_query('محمد')",
    "INSERT INTO f(f) VALUES ('integrity-check')",
    "SELECT hex(block) FROM f_data ORDER BY id",
    "SELECT path, size, title, body FROM csto_articles('%s/tests/articles')" % sys.argv[3],
    "SELECT path, published FROM csto_articles('%s/tests/articles') WHERE path GLOB '1*'" % sys.argv[3],
    "SELECT * FROM csto_lexicon WHERE name = 'مصر'",
    "SELECT group_concat(shingle) FROM csto_shingles('واحد اثنان ثلاثة أربعة خمسة')",
    "SELECT group_concat(w) FROM (SELECT column1 AS w FROM (VALUES ('ياسر'), ('أحمد')) ORDER BY w COLLATE csto)",
]
def rows(run):
    out = []
    for sql in SQL:
        try:
            out.append(repr([tuple(r) for r in run(sql)]))
        except Exception as e:
            out.append(str(e).split(': ', 1)[-1])
    return out
if sys.argv[1] == 'apsw':
    import apsw
    db = apsw.Connection(':memory:')
    db.enable_load_extension(True)
    db.load_extension(sys.argv[2])
    run = lambda q: list(db.execute(q))
else:
    import sqlite3
    db = sqlite3.connect(':memory:', isolation_level=None)
    db.enable_load_extension(True)
    db.load_extension(sys.argv[2])
    run = lambda q: db.execute(q).fetchall()
print('\n'.join(rows(run)))
P
/usr/bin/python3 "$B/same.py" sqlite3 "$B/csto" "$TOP" > "$B/same.python" 2>&1 &&
  ! grep -qi traceback "$B/same.python"
if [ $? = 0 ]; then echo "ok - loads in /usr/bin/python3"
else echo "not ok - loads in /usr/bin/python3"; cat "$B/same.python"; fi

# Every statement must have given rows, not an error text.
if grep -vq '^\[' "$B/same.python"; then
  echo "not ok - every statement answers"
  grep -v '^\[' "$B/same.python"
else echo "ok - every statement answers"; fi

if [ ! -x "$B/venv/bin/python" ]; then
  /usr/bin/python3 -m venv "$B/venv" > /dev/null 2>&1 &&
    "$B/venv/bin/pip" install -q apsw > "$B/pip.log" 2>&1
fi
if "$B/venv/bin/python" -c 'import apsw' 2> /dev/null; then
  v=$("$B/venv/bin/python" -c 'import apsw; print(apsw.sqlitelibversion())')
  "$B/venv/bin/python" "$B/same.py" apsw "$B/csto" "$TOP" > "$B/same.apsw" 2>&1
  if cmp -s "$B/same.python" "$B/same.apsw"; then
    echo "ok - the same answers and index bytes in SQLite $v"
  else
    echo "not ok - the same answers and index bytes in SQLite $v"
    diff "$B/same.python" "$B/same.apsw" | head
  fi
else
  echo "ok - newest SQLite # SKIP apsw cannot be installed here"
fi

# old CRATE: libsqlite3.so.0 of the amalgamation that the crate carries, in
# $B/sqlite-CRATE; python3 takes it instead of the system's.
old() {
  dir=$B/sqlite-$1
  [ -f "$dir/libsqlite3.so.0" ] && return
  command -v cargo > /dev/null || return
  mkdir -p "$dir" && cd "$dir" || return
  printf '[package]\nname = "amal"\nversion = "0.0.0"\nedition = "2021"\n[lib]\npath = "lib.rs"\n[dependencies]\nlibsqlite3-sys = { version = "=%s", features = ["bundled"] }\n' "$1" > Cargo.toml
  : > lib.rs
  timeout 120 cargo vendor -q v > /dev/null 2>&1 &&
    cc -O1 -w -shared -fPIC -Wl,-soname,libsqlite3.so.0 \
      -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA \
      -o libsqlite3.so.0 v/libsqlite3-sys/sqlite3/sqlite3.c \
      -ldl -lpthread -lm
}

if old 0.24.2; then
  LD_LIBRARY_PATH=$B/sqlite-0.24.2 /usr/bin/python3 "$B/same.py" sqlite3 \
    "$B/csto" "$TOP" > "$B/same.old" 2>&1
  cmp "$B/same.python" "$B/same.old"
  say $? "the same answers and index bytes in SQLite 3.38"
else
  echo "ok - oldest SQLite # SKIP the crate cannot be fetched"
fi
if old 0.23.2; then
  LD_LIBRARY_PATH=$B/sqlite-0.23.2 /usr/bin/python3 "$B/same.py" sqlite3 \
    "$B/csto" "$TOP" 2>&1 |
    grep -q 'csto needs SQLite 3.38 or newer, this is 3.37'
  say $? "an older SQLite is refused with the reason"
else
  echo "ok - older SQLite # SKIP the crate cannot be fetched"
fi
