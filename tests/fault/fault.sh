# Every allocation fails once: tests/fault/fault.c over statements.sql.
cc -std=c11 -O1 -g -D_GNU_SOURCE -o "$B/faulty" "$TOP/tests/fault/fault.c" \
  -lsqlite3 || { echo "not ok - fault.c does not compile"; exit; }
cd "$TOP" && timeout 1500 "$B/faulty" "$B/csto" "$TOP/tests/fault/statements.sql" ||
  echo "not ok - fault injection ended early or failed"
