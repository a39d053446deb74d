# The words that tables use of one another and of the program: each is
# explained where the table says what it means, and asked for by somebody.
cd "$TOP/ext/data" || exit 1
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

rows() { grep -v '^#' "$1.tsv" | grep .; }
head_() { grep '^#' "$1.tsv"; }
code() { cat ../"$1"/*.[ch]; }

none() {   # none NAME: what is read from stdin must be nothing
  found=$(tr '\n' ' ')
  if [ -z "$found" ]; then echo "ok - $1"; else echo "not ok - $1: $found"; fi
}
explained() {   # explained TABLE < words: those that its head does not name
  head_ "$1" > "$T/head"
  while read -r w; do
    grep -qE "[^a-z]$w([^a-z]|\$)" "$T/head" || echo "$w"
  done
}
asked() {       # asked FOLDER < words: those that its code does not name
  code "$1" > "$T/code"
  while read -r w; do
    grep -qE "\"$w=?\"" "$T/code" || echo "$w"
  done
}
split() { cut -f"$1" | tr ',' '\n' | sort -u | grep .; }

rows relation_patterns | split 5 > "$T/options"
explained relation_patterns < "$T/options" |
  none "options of relation patterns are explained"
sed 's/=.*//' "$T/options" | sort -u | asked speech |
  none "options of relation patterns are asked for"

rows relation_words | cut -f2 | sort -u > "$T/classes"
rows relation_patterns | cut -f3 | grep -oE '@=?[a-z]+' | tr -d '@=' |
  sort -u > "$T/in_patterns"
comm -13 "$T/classes" "$T/in_patterns" |
  none "classes in relation patterns have words"
rows relation_patterns | cut -f1 | sort -u - "$T/in_patterns" > "$T/used"
rows relation_words | awk -F'\t' '$4 == "" { print $2 }' | sort -u |
  comm -23 - "$T/used" | asked speech |
  none "classes of relation words are asked for"

rows heads | split 5 > "$T/flags"
explained heads < "$T/flags" | none "flags of heads are explained"
asked entity < "$T/flags" | none "flags of heads are asked for"
rows entity_words | cut -f2 | sort -u > "$T/lists"
explained entity_words < "$T/lists" | none "lists of entity words are explained"
asked entity < "$T/lists" | none "lists of entity words are asked for"
