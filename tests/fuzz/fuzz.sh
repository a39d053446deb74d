#!/bin/sh
# fuzz.sh BUILD LIMIT - runs every fuzzer; keeps corpora in BUILD/corpus.
# LIMIT is libFuzzer's: -max_total_time=SECONDS or -runs=N.
# A fuzzer's dictionary is NAME.dict, where there is one, and the phrases of
# the tables in ext/data that the fuzzed code looks up.
B=$1 LIMIT=$2
status=0

tables() {   # tables NAME: those whose words matter to a fuzzer
  case $1 in
    articles) echo article_labels article_marks article_lines date_words ;;
    dates) echo date_words units currencies ;;
    entities) echo entity_words nationalities countries ;;
    known) echo relation_words speech_words heads ;;
    names) echo name_particles given_names ;;
    quotes) echo speech_patterns speech_nouns speech_words ;;
    relations) echo relation_words ;;
    search|sql_search) echo stopwords variants ;;
    *) echo stopwords abbreviations ;;
  esac
}

words() {    # words NAME: its dictionary, bytes as \\xNN
  for t in $(tables "$1"); do
    grep -v '^#' "ext/data/$t.tsv" | cut -f1 | tr '|' '\n'
  done | grep . | od -An -v -tx1 -w1 | awk '
    $1 == "0a" { print "\"" s "\""; s = ""; next }
    { s = s "\\x" $1 }'
}

for f in "$B"/fuzz/*; do
  [ -x "$f" ] && [ -f "$f" ] || continue
  name=${f##*/}
  mkdir -p "$B/corpus/$name"
  dict=$B/fuzz/$name.dict
  { [ ! -f "tests/fuzz/$name.dict" ] || cat "tests/fuzz/$name.dict"
    words "$name"; } > "$dict"
  if "$f" "$LIMIT" -max_len=20000 -timeout=20 \
      -print_final_stats=1 -dict="$dict" -artifact_prefix="$B/corpus/$name-" \
      "$B/corpus/$name" tests/articles > "$B/fuzz-$name.log" 2>&1; then
    echo "ok - $name: $(grep -o 'number_of_executed_units: [0-9]*' \
      "$B/fuzz-$name.log" | grep -o '[0-9]*') runs"
  else
    echo "not ok - $name, see $B/fuzz-$name.log"
    status=1
  fi
done
exit $status
