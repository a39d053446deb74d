# The module in a SQLite without FTS5: the newest amalgamation, as the crate
# libsqlite3-sys carries it.
W=$B/nofts5
if ! command -v cargo > /dev/null; then
  echo "ok - SQLite without FTS5 # SKIP no cargo to fetch the amalgamation"
  exit
fi
mkdir -p "$W" && cd "$W" || exit 1
if [ ! -f sqlite3.o ]; then
  printf '[package]\nname = "amal"\nversion = "0.0.0"\nedition = "2021"\n[lib]\npath = "lib.rs"\n[dependencies]\nlibsqlite3-sys = { version = "0", features = ["bundled"] }\n' > Cargo.toml
  : > lib.rs
  timeout 120 cargo vendor -q v > /dev/null 2>&1
  [ -f v/libsqlite3-sys/sqlite3/sqlite3.c ] || {
    echo "ok - SQLite without FTS5 # SKIP the crate cannot be fetched"; exit; }
  cc -O0 -w -c v/libsqlite3-sys/sqlite3/sqlite3.c -o sqlite3.o
fi
cc -std=c11 -O1 -Iv/libsqlite3-sys/sqlite3 -o nofts5 \
  "$TOP/tests/hosts/nofts5.c" sqlite3.o -ldl -lpthread -lm &&
  ./nofts5 "$B/csto" || echo "not ok - SQLite without FTS5"
