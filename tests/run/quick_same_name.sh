# One name in several spellings is one in every view; two people never are.
. "$TOP/tests/run/lib.sh"
sql "$db" ".read sql/schema.sql" ".read sql/views.sql" "
  INSERT INTO article(id, path, simhash) VALUES(1, 'a', 1), (2, 'b', 2),
    (3, 'c', 3), (4, 'd', 4);
  INSERT INTO entity(id, type, name, ref) VALUES
    (1, 'ORG', 'إذاعة الأمل', ''), (2, 'ORG', 'اذاعة الامل', ''),
    (3, 'PERSON', 'فهد بن سالم', ''),
    (4, 'PERSON', 'فهد بن سالم بن راشد', ''),
    (5, 'PERSON', 'ماجد بن سالم', ''), (6, 'PERSON', 'ماجد بن سالم آل راشد', ''),
    (7, 'PERSON', 'ماجد بن سالم آل نايف', ''),
    (8, 'PERSON', 'زيد بن سالم', ''), (9, 'PERSON', 'زيد بن سالم بن راشد', ''),
    (10, 'PERSON', 'فهد', ''), (11, 'PERSON', 'فهد المنصوري', ''),
    (12, 'GPE', 'عُمان', 'OM'), (13, 'GPE', 'عمّان', 'Q3805');
  INSERT INTO appearance(entity, article, n) VALUES(1, 1, 1), (1, 2, 1),
    (2, 3, 1), (3, 1, 1), (3, 2, 1), (4, 1, 1), (5, 1, 1), (6, 1, 1),
    (7, 1, 1), (8, 1, 1), (9, 2, 1), (10, 1, 1), (11, 1, 1), (12, 1, 1),
    (13, 1, 1);" > /dev/null
sql "$db" ".read sql/finish.sql" > /dev/null
want='اذاعة الامل|إذاعة الأمل
فهد بن سالم بن راشد|فهد بن سالم'
is "spellings and full names" \
  "$(bare "$db" "SELECT * FROM same_name ORDER BY 1")" "$want"
is "the view tells the one name" "$(bare "$db" "SELECT count(DISTINCT name)
  FROM name WHERE entity IN (1, 2)")" 1
bare "$db" "INSERT INTO alias(name, canonical) VALUES('إذاعة الأمل', 'الأمل')"
is "an alias renames them all" "$(bare "$db" "SELECT group_concat(DISTINCT name)
  FROM name WHERE entity IN (1, 2)")" 'الأمل'
cp "$db" "$W/again.db"
sql "$W/again.db" ".read sql/finish.sql" > /dev/null
is "found again, the same" \
  "$(bare "$W/again.db" "SELECT * FROM same_name ORDER BY 1")" "$want"
# The same office: alike word by word, or a father's name more; two brothers,
# a first name alone, another office: nobody else.
bare "$db" "
  INSERT INTO entity(id, type, name, ref) VALUES
    (20, 'PERSON', 'نيكي هايلر', ''), (21, 'PERSON', 'نيكي هيلر', ''),
    (22, 'PERSON', 'أسعد حسن الشمري', ''), (23, 'PERSON', 'أسعد الشمري', ''),
    (24, 'PERSON', 'ماهر بن نايف الراشد', ''),
    (25, 'PERSON', 'ماهر بن سلمان الراشد', ''),
    (26, 'PERSON', 'أسعد حسين الشمري', ''), (27, 'ORG', 'القوات الأميركية', ''),
    (28, 'ORG', 'القوات الأمريكية', ''), (29, 'PERSON', 'نيكي هالر', '');
  INSERT INTO appearance(entity, article, n) SELECT id, 1, 1 FROM entity
    WHERE id >= 20 UNION SELECT id, 2, 1 FROM entity WHERE id IN (21, 23, 28);
  INSERT INTO relation(article, field, n, relation, subject, object, detail,
      status, evidence, start, length)
    SELECT 1, 'body', id, 'holds_post', name,
      iif(id = 29, 'مدرب المنتخب', iif(id % 2, 'الوزير', 'وزير الدفاع')),
      'بلاد الشمال', 'current', 'x', 1, 1 FROM entity
     WHERE id >= 20 AND type = 'PERSON' AND id <> 26;
  DELETE FROM csto_meta WHERE key = 'names of'"
sql "$db" ".read sql/finish.sql" > /dev/null
is "one holder of one office" "$(bare "$db" "SELECT * FROM same_name
  WHERE name IN (SELECT name FROM entity WHERE id >= 20) ORDER BY 1")" \
'أسعد حسن الشمري|أسعد الشمري
القوات الأميركية|القوات الأمريكية
نيكي هايلر|نيكي هيلر'
