# The lines that README.md gives for Node, PHP and Java, run as they stand.
# A client that cannot be installed here is skipped.
W=$B/clients
mkdir -p "$W" && cd "$W" || exit 1
want=احمد
say() {   # say NAME ANSWER
  case $2 in
    *"$want"*) echo "ok - $1" ;;
    *) echo "not ok - $1"; echo "# $2" ;;
  esac
}

[ -x node_modules/.bin/node ] || timeout 240 npm i node@24 --no-audit \
  --no-fund > npm.log 2>&1
if node_modules/.bin/node --version > /dev/null 2>&1; then
  cat > client.js <<'J'
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync(':memory:', { allowExtension: true });
db.loadExtension(process.argv[2]);
console.log(db.prepare("SELECT csto_normalize('أحمد') AS n").get().n);
J
  say "Node $(node_modules/.bin/node --version)" \
    "$(node_modules/.bin/node client.js "$B/csto.so" 2>&1)"
else
  echo "ok - Node # SKIP not to be had here"
fi

command -v php > /dev/null || { [ "$(id -u)" = 0 ] &&
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq php-cli php-sqlite3 \
    > apt.log 2>&1; }
if php -m 2> /dev/null | grep -qi sqlite3; then
  cat > client.php <<'P'
<?php
$db = new SQLite3(':memory:');
$db->loadExtension('csto.so');
echo $db->querySingle("SELECT csto_normalize('أحمد')"), "\n";
P
  say "PHP" "$(php -d sqlite3.extension_dir="$B" client.php 2>&1)"
else
  echo "ok - PHP # SKIP not to be had here"
fi

jar() { find "$HOME/.m2" -name "$1" 2> /dev/null | head -1; }
if command -v mvn > /dev/null && command -v java > /dev/null; then
  for a in org.xerial:sqlite-jdbc:3.47.1.0 org.slf4j:slf4j-api:1.7.36; do
    timeout 240 mvn -q dependency:get -Dartifact=$a > mvn.log 2>&1
  done
fi
J=$(jar 'sqlite-jdbc-3.47.1.0.jar') L=$(jar 'slf4j-api-1.7.36.jar')
if [ -n "$J" ] && [ -n "$L" ]; then
  cat > Client.java <<'J'
import java.sql.*;

public class Client {
  public static void main(String[] args) throws Exception {
    var config = new org.sqlite.SQLiteConfig();
    config.enableLoadExtension(true);
    try (Connection db = config.createConnection("jdbc:sqlite::memory:");
         Statement s = db.createStatement()) {
      s.execute("SELECT load_extension('" + args[0] + "')");
      ResultSet r = s.executeQuery("SELECT csto_normalize('أحمد')");
      r.next();
      System.out.println(r.getString(1));
    }
  }
}
J
  say "Java" "$(java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 \
    -cp "$J:$L" Client.java "$B/csto" 2>&1)"
else
  echo "ok - Java # SKIP not to be had here"
fi
