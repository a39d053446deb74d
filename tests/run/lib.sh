# lib.sh - helpers of the tests in this folder.
W=$(mktemp -d "$B/run.XXXXXX") || exit 1
trap 'rm -rf "$W"' EXIT
cd "$TOP" || exit 1
db=$W/news.db

run() { CSTO=$B/csto sh sql/run.sh "$@" 2>> "$W/err"; }
sql() { d=$1; shift; sqlite3 -bail -init /dev/null "$d" ".load $B/csto" "$@"; }
bare() { d=$1; shift; sqlite3 -bail -init /dev/null "$d" "$@"; }
digest() { bare "$1" ".read sql/digest.sql"; }

# is NAME GOT WANT
is() {
  if [ "$2" = "$3" ]; then
    echo "ok - $1"
  else
    echo "not ok - $1"
    echo "# got:  $2"
    echo "# want: $3"
  fi
}
# has NAME TEXT PART
has() {
  case $2 in
    *"$3"*) echo "ok - $1" ;;
    *) echo "not ok - $1"; echo "# no '$3' in: $2" | head -3 ;;
  esac
}
