# The three ways of loading, installing and taking away again.
say() { if [ "$1" = 0 ]; then echo "ok - $2"; else echo "not ok - $2"; fi; }
want=$(sed -n 's/.*CSTO_VERSION "\(.*\)"/\1/p' "$TOP/ext/csto.h")
ask() { sqlite3 -init /dev/null -bail :memory: "$1" 'SELECT csto_version()' 2>&1; }

cd "$B" && [ "$(ask '.load ./csto')" = "$want" ]
say $? ".load ./csto in the build folder"
cd "$TOP" && [ "$(ask ".load $B/csto.so")" = "$want" ]
say $? ".load with a path"
cd "$B" && [ "$(ask '.load ./cstopure')" = "$want" ]
say $? ".load ./cstopure"

stage=$B/stage
rm -rf "$stage"
make -s -C "$TOP" B="$B" install DESTDIR="$stage" PREFIX=/usr > /dev/null 2>&1 &&
  [ "$(ask ".load $stage/usr/lib/csto")" = "$want" ]
say $? "make install DESTDIR"
make -s -C "$TOP" B="$B" uninstall DESTDIR="$stage" PREFIX=/usr > /dev/null 2>&1 &&
  [ -z "$(find "$stage" -type f -o -type l)" ]
say $? "make uninstall leaves nothing"

# word for word, after an installation as root; an installation that was
# there before is not touched
if [ "$(id -u)" = 0 ] && [ ! -e /usr/local/lib/csto.so ]; then
  make -s -C "$TOP" B="$B" install > /dev/null 2>&1
  cd / && [ "$(env -i PATH="$PATH" sqlite3 -init /dev/null :memory: \
    '.load csto' 'SELECT csto_version()' 2>&1)" = "$want" ]
  say $? ".load csto from any folder, with no environment"
  make -s -C "$TOP" B="$B" uninstall > /dev/null 2>&1
  ask '.load csto' | grep -q "$want"
  [ $? != 0 ]
  say $? "make uninstall takes .load csto away"
else
  echo "ok - .load csto from any folder # SKIP needs root and no installation"
fi
