#!/bin/sh
# fuzz.sh BUILD SECONDS - runs every fuzzer; keeps corpora in BUILD/corpus.
B=$1 SECONDS_EACH=$2
status=0
for f in "$B"/fuzz/*; do
  [ -x "$f" ] && [ -f "$f" ] || continue
  name=${f##*/}
  mkdir -p "$B/corpus/$name"
  dict=
  [ -f "tests/fuzz/$name.dict" ] && dict="-dict=tests/fuzz/$name.dict"
  if "$f" -max_total_time="$SECONDS_EACH" -max_len=20000 -timeout=20 \
      -print_final_stats=1 $dict -artifact_prefix="$B/corpus/$name-" \
      "$B/corpus/$name" > "$B/fuzz-$name.log" 2>&1; then
    echo "ok - $name: $(grep -o 'number_of_executed_units: [0-9]*' \
      "$B/fuzz-$name.log" | grep -o '[0-9]*') runs"
  else
    echo "not ok - $name, see $B/fuzz-$name.log"
    status=1
  fi
done
exit $status
