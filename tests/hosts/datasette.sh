# Datasette over the built database with the module loaded, by the command
# that README.md gives.  Skipped where pip cannot bring Datasette.
W=$B/datasette
mkdir -p "$W" && cd "$TOP" || exit 1
py=/usr/bin/python3
[ -x "$W/venv/bin/datasette" ] || {
  $py -m venv "$W/venv" > "$W/pip.log" 2>&1 &&
    timeout 240 "$W/venv/bin/pip" install -q datasette >> "$W/pip.log" 2>&1
}
if [ ! -x "$W/venv/bin/datasette" ]; then
  echo "ok - Datasette # SKIP no pip here"
  exit 0
fi
CSTO=$B/csto sh sql/run.sh tests/articles "$W/news.db" > "$W/run.log" 2>&1
get() {
  "$W/venv/bin/datasette" "$W/news.db" --load-extension "$B/cstopure.so" \
    --metadata sql/datasette.json --get "$1" 2>> "$W/err.log"
}
has() {
  case $2 in
    *"$3"*) echo "ok - Datasette: $1" ;;
    *) echo "not ok - Datasette: $1"
       printf '# %s\n' "$(printf %s "$2" | head -c 300)" ;;
  esac
}
# q STRING: percent-encoded
q() { $py -c 'import sys,urllib.parse as u; print(u.quote(sys.argv[1]))' "$1"; }
has "the module is loaded" \
  "$(get "/news.json?sql=select+csto_version()&_shape=arrayfirst")" '["'
has "search box, as a person types" \
  "$(get "/news/article.json?_search=$(q 'المنظمه')&_shape=array&_col=title")" \
  '"title"'
has "facets" "$(get "/news/article.json?_size=1")" '"facet_results": {"site"'
has "facets of statements" "$(get "/news/claim.json?_size=1")" '"member_of"'
has "search query with highlights" \
  "$(get "/news/search.json?q=$(q 'الدفاع OR المنظمه')&_shape=array")" \
  '"path": "0'
has "highlighted" "$(get "/news/search?q=$(q 'المنظمه')")" '[المنظمة]'
has "entities of a typed text" \
  "$(get "/news/entities_of.json?text=$(q 'زار بوتين موسكو')&_shape=array")" \
  'Vladimir Putin'
has "row page in HTML" "$(get "/news/article/1")" '<html'
has "no folder reader on a server" \
  "$(get "/news.json?sql=select+*+from+csto_articles('/etc')" 2>&1)" \
  'no such table'
