#!/bin/sh
# bench_tagger.sh - the shipped tagger model on annotated files: F1 by type,
# reliability of the scores, words a second.  Needs DATA=folder with ner/.
[ -d "$DATA/ner" ] || exit 0
make -s -C "$TOP" "B=$B" "$B/bench/tagger" || exit 1
echo "## Tagger model, exact spans"
cat "$TOP/ext/data/model.bin" "$TOP/ext/data/model_names.bin" > "$B/bench/model"
"$B/bench/tagger" "$B/bench/model" "$DATA/ner/news/dev.jsonl" \
  "$DATA/ner/anercorp/dev.conll" "$DATA/ner/aqmar/dev.conll"
