# A folder of everything that cannot be read: each gets a row that says why,
# and the scan goes on.
W=$B/badfolder
rm -rf "$W" && mkdir -p "$W/locked" "$W/good" && cd "$W" || exit 1
printf 'عنوان الخبر\n\nقال الوزير إن الوضع صعب في هذه الأيام.\n' > good/a.txt
mkfifo pipe.txt
ln -s /nonexistent dangling.txt
ln -s /etc/hostname outside.txt
ln -s . loop
truncate -s 1100M big.txt
printf 'a\0b' > nul.txt
: > empty.txt
head -c 100000 /dev/zero | tr '\0' '\377' > ff.txt
d=deep
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do d=$d/dddddddddd; done
mkdir -p "$d" && cp good/a.txt "$d/z.txt"
ask() { timeout 60 sqlite3 -init /dev/null :memory: ".load $B/csto" "$1" 2>&1; }
is() {   # is WHAT SQL WANT
  got=$(ask "$2")
  if [ "$got" = "$3" ]; then echo "ok - bad folder: $1"
  else echo "not ok - bad folder: $1"; echo "# got $got"; fi
}
T="csto_articles('$W')"
is "a row for every file" "SELECT count(*) FROM $T WHERE path LIKE '%.txt'" 9
is "the good ones are read" \
  "SELECT count(*) FROM $T WHERE body LIKE '%الوضع صعب%'" 2
is "the others say why" \
  "SELECT group_concat(substr(path, 1, 4), ' ') FROM (SELECT path FROM $T
   WHERE error NOTNULL AND path NOT LIKE 'loop%' AND path NOT LIKE 'lock%'
   AND path NOT LIKE 'ff%' AND path NOT LIKE 'nul%' ORDER BY path)" \
  "big. dang outs pipe"
is "names and sizes open no file" \
  "SELECT count(*) > 8, max(size) FROM $T" "1|1153433600"
if [ "$(id -u)" != 0 ]; then
  chmod 000 locked
  is "a folder without permission is a row" \
    "SELECT count(*) FROM $T WHERE path LIKE 'locked%' AND error NOTNULL" 1
  chmod 755 locked
fi
cd / && rm -rf "$W"
