# Search beside its peers: speed over CORPUS; quality when IR names a folder
# with corpus.tsv, queries.tsv and qrels.tsv (tests/bench/search_quality.py).
# Lucene runs when Maven and a JDK are there.
mkdir -p "$B/bench"
"${CC:-cc}" -O2 -std=c11 -D_GNU_SOURCE -o "$B/bench/search" \
  "$TOP/tests/bench/search.c" -lsqlite3 || exit 1
echo "## Search: speed, CPU time, one thread"
find "$CORPUS" -type f -name '*.txt' | sort | head -n 20000 |
  "$B/bench/search" "$B/csto"
[ -n "$IR" ] || exit 0
echo "## Search: quality"
L=$B/bench/lucene
classes=
if command -v mvn > /dev/null && command -v javac > /dev/null; then
  mkdir -p "$L" && cp -r "$TOP/tests/bench/lucene/." "$L" &&
    (cd "$L" && { [ -d lib ] || mvn -q -B dependency:copy-dependencies \
       -DoutputDirectory="$L/lib"; } &&
     javac -cp "lib/*" -d classes src/main/java/Rank.java) &&
    classes="$L/classes:$L/lib/*"
fi
/usr/bin/python3 "$TOP/tests/bench/search_quality.py" "$B/csto" "$IR" \
  ${classes:+"$classes"}
