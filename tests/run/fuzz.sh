#!/bin/sh
# fuzz.sh - every fuzzer builds and lives through its seeds and some hundred
# changes of them; `make fuzz FUZZ_TIME=600` looks longer.
cd "$TOP" || exit 1
if make -s -j2 fuzzers > "$B/fuzzers.log" 2>&1; then
  sh tests/fuzz/fuzz.sh "$B" -runs=500
else
  echo "not ok - the fuzzers build, see $B/fuzzers.log"
fi
