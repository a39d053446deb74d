-- bad input: no crash, no error, nothing invented
.mode list
CREATE TEMP TABLE nasty(id INTEGER PRIMARY KEY, x);
INSERT INTO nasty(x) VALUES
  (''), (' '), (char(0)), ('أ' || char(0) || 'ب'), (CAST(x'ff' AS TEXT)), (CAST(x'd8' AS TEXT)),
  (CAST(x'd8a7ff80d8' AS TEXT)), (CAST(x'eda080' AS TEXT)),
  (CAST(x'f8888080' AS TEXT)), (CAST(x'c080' AS TEXT)),
  (char(0x64b, 0x64c, 0x651)), (char(0x202e) || 'أب' || char(0x202c)),
  (char(0x200f)), ('ـــــ'), (replace(hex(zeroblob(5000)), '00', 'ا')),
  (replace(hex(zeroblob(20000)), '00', '"')),
  (replace(hex(zeroblob(20000)), '00', '«')),
  (replace(hex(zeroblob(20000)), '00', '.')),
  (replace(hex(zeroblob(5000)), '00', ' قال ')),
  (replace(hex(zeroblob(5000)), '00', ' 1')),
  (replace(hex(zeroblob(5000)), '00', 'و')),
  (char(0x1f600) || 'أ'), (12345), (1.5), ('ﷺﷲﻻ'), (char(0xfdfa));
SELECT count(*), sum(csto_normalize(x) = csto_normalize(csto_normalize(x))) FROM nasty;
SELECT group_concat(csto_simhash(x) IS NOT NULL, '') FROM nasty;
SELECT sum(csto_key(x) IS NULL), sum(csto_similarity(x, x) BETWEEN 0 AND 1) FROM nasty;
SELECT sum(length(csto_transliterate(x)) >= 0) FROM nasty;
SELECT sum(json_valid(csto_sentences(x))) FROM nasty;
SELECT count(*) FROM nasty, csto_sentences(x) AS s WHERE substr(x, s.start, s.length) IS NOT s.text;
SELECT sum(x < 'أب' COLLATE csto) >= 0 FROM nasty;
