# lexicon.awk - one table of all names and words that entity rules look up.
#
#   awk -f ext/gen/lexicon.awk ext/data/countries.tsv ... > lexicon.tsv
#
# Columns: spellings, type, English name, id, flags, country, source file.
# Word lists have a type in small letters.  Where two files have one spelling
# the file named first comes first.
BEGIN { FS = OFS = "\t" }
FNR == 1 { src = FILENAME; sub(/.*\//, "", src); sub(/\.tsv$/, "", src) }
/^#/ || !NF { next }
src == "common_words" { print $1, "common", "", "", "", "", src; next }
src == "given_names" { print $1, "given", "", "", $2, "", src; next }
src == "entity_words" { print $1, $2, "", "", "", "", src; next }
{ print $1, $2, $3, $4, $5, $6, src }
