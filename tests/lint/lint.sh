#!/bin/bash
# lint.sh BUILD - the rules of the house that a program can check.  One line
# a rule: `lint: ok ...` or `lint: FAIL ...` with what broke it before it.
cd "$(dirname "$0")/../.." || exit 1
B=$1
bad=0
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

verdict() {   # verdict NAME: fails when $T/out is not empty
  if [ -s "$T/out" ]; then
    head -40 "$T/out"
    echo "lint: FAIL $1"
    bad=1
  else
    echo "lint: ok $1"
  fi
}

own=$(git ls-files 'ext/*.c' 'ext/*.h' 'tests/*.c' 'tests/*.h' |
  grep -v fold_table.c)

# base < text < morph < time < article, entity < speech < sqlite
awk '
BEGIN {
  may["base"] = " base "
  may["text"] = may["base"] "text "
  may["morph"] = may["text"] "morph "
  may["time"] = may["morph"] "time "
  may["article"] = may["time"] "article "
  may["entity"] = may["time"] "entity "
  may["speech"] = may["entity"] "speech "
  may["sqlite"] = may["speech"] "article sqlite csto.h "
}
/^#include "/ {
  split(FILENAME, at, "/"); floor = at[2]
  if (!(floor in may)) next
  inc = $2; gsub(/"/, "", inc); split(inc, to, "/")
  if (index(may[floor], " " to[1] " ") == 0)
    print FILENAME ": " floor " includes " inc
}
/^#include <sqlite3/ && FILENAME !~ /^ext\/(sqlite\/|csto\.c)/ {
  print FILENAME ": SQLite outside ext/sqlite" }
/^#include <utf8proc/ && FILENAME !~ /^ext\/(text|gen)\// {
  print FILENAME ": utf8proc outside text" }
' $(git ls-files 'ext/*.c' 'ext/*.h') > "$T/out"
for f in base text morph time article entity speech sqlite; do
  n=$(grep -lE '^#include <unicode/' ext/$f/*.c 2>/dev/null | wc -l)
  [ "$n" -le 1 ] || echo "ext/$f: ICU in $n files" >> "$T/out"
done
verdict "floors"

: > "$T/out"
for so in csto cstopure; do
  nm -D --defined-only "$B/$so.so" | awk '{print $3}' |
    grep -vx "sqlite3_${so}_init" | sed "s/^/$so.so exports /" >> "$T/out"
done
verdict "exported symbols"

# sqlite3_api is the one variable that SQLite's own header asks for
: > "$T/out"
for so in csto cstopure; do
  objdump -t "$B/$so.so" | awk -v so="$so" '
    ($0 ~ / \.data\t/ || $0 ~ / \.bss\t/) && $NF !~ /^(\.data|\.bss|sqlite3_api|completed\.[0-9]+|__dso_handle|__TMC_END__|_edata|__bss_start|_end)$/ {
      print so ".so: writable " $NF }' >> "$T/out"
done
verdict "no writable data"

nm -D --undefined-only "$B/cstopure.so" |
  grep -E ' (fopen|fopen64|open|open64|opendir|stat|lstat|fstatat)(@|$)' \
  > "$T/out"
verdict "cstopure opens no file"

: > "$T/out"
for f in $own; do
  awk -v f="$f" '{ line = $0; gsub(/[\x80-\xbf]/, "", line) }
    length(line) > 80 { print f ":" NR ": over 80 columns" }' "$f"
done > "$T/out"
verdict "80 columns"

wc -l $own | awk '$2 != "total" && $1 > 600 {
  print $2 ": " $1 " lines" }' > "$T/out"
verdict "files of at most 600 lines"

git grep -nIE '(^|[^A-Za-z])/(work|farm|root|home)/' -- . ':!tests/lint' \
  > "$T/out"
verdict "no paths of one machine"

for f in $(git ls-files 'ext/data/*.tsv'); do
  head -12 "$f" | grep -qi '^#.*licen[cs]e' || echo "$f: no licence line"
  head -12 "$f" | grep -qiE '^#.*(origin|source|own writing)' ||
    echo "$f: no origin line"
done > "$T/out"
verdict "data says origin and licence"

: > "$T/out"
make -s B="$B/clang" CC=clang HOSTCC=clang all > "$T/clang" 2>&1 ||
  grep -E 'error|warning' "$T/clang" > "$T/out"
verdict "clang, warnings as errors"

core=$(git ls-files 'ext/*.c' | grep -vE 'fold_table.c|ext/gen/')
printf '%s\n' $core | xargs -P2 -n8 sh -c 'clang-tidy --quiet "$@" -- \
  -std=c11 -D_GNU_SOURCE -Iext 2>/dev/null' tidy > "$T/tidy"
grep -E 'warning:|error:' "$T/tidy" > "$T/out"
verdict "clang-tidy"

cppcheck --quiet --std=c11 --enable=warning,performance,portability \
  --inline-suppr --suppress=missingIncludeSystem --error-exitcode=0 \
  --suppress=normalCheckLevelMaxBranches -j2 \
  -Iext $core 2> "$T/out" > /dev/null
verdict "cppcheck"

exit $bad
