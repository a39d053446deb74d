-- posts.sql - of temp.claim, the offices (holds_post): what is another's goes,
-- and an office is called what it is called ("the Minister", not "a minister
-- (accusative)").
--
-- Read by claims.sql, which has made the table.

-- What is said of another before him (accused Iran, a member of it, him).
DELETE FROM temp.claim WHERE relation = 'holds_post' AND object GLOB 'عضو*'
  AND substr(evidence, 1, length(object)) = object
  AND evidence GLOB '*[،,] *' AND EXISTS(SELECT 1 FROM article a
    WHERE a.id = temp.claim.article AND temp.claim.field = 'body'
      AND substr(a.body, max(1, temp.claim.start - 5),
        min(5, temp.claim.start - 1)) GLOB '* *ه[يو] ');
-- Two people, one of whom is named (الرئيس التركي والمستشارة الألمانية فلانة).
UPDATE temp.claim SET object = substr(object, at + 2)
  FROM (SELECT id AS of_, max(instr(object, column1)) AS at FROM temp.claim,
      (VALUES(' والرئيس '), (' والمستشار '), (' والمستشارة '), (' والملك '),
        (' والأمير '), (' والوزير '))
     WHERE relation = 'holds_post' AND object GLOB 'ال*'
       AND instr(object, column1) > 1 GROUP BY id)
  WHERE id = of_;
-- "... to the King's secretary so-and-so": the King is another.
DELETE FROM temp.claim WHERE relation = 'holds_post'
  AND object = 'خادم الحرمين الشريفين' AND evidence GLOB 'لخادم *'
  AND NOT instr(evidence, 'الملك');
-- An office whose holder met or stood beside him who is named behind it
-- (الأمين العام لمجلس التعاون مع وزير خارجية ... فلان).
DELETE FROM temp.claim WHERE relation = 'holds_post' AND EXISTS(
  SELECT 1 FROM (VALUES(' بغياب '), (' بحضور '), (' وبحضور'), (' مع ')) v
   WHERE instr(object, column1));
-- An office ends before a name that goes with it, or whom it was taken from.
UPDATE temp.claim SET object = substr(object, 1, at - 1) FROM (
    SELECT id AS of_, min(instr(object, column1)) AS at
      FROM temp.claim, (VALUES(' والمعروف '), (' المعروف ب'), (' الملقب '),
        (' والملقب '), (' المكنى '), (' لخلافة '), (' خلفا ل'),
        (' راهنا'), (' راهناً'), (' حاليا'), (' حالياً'))
     WHERE relation = 'holds_post' AND instr(object, column1) > 1
     GROUP BY id)
  WHERE id = of_;
-- Or before where its holder spoke.
UPDATE temp.claim SET object = substr(object, 1, instr(object, ' أمام ') - 1)
  WHERE relation = 'holds_post' AND object GLOB '?* أمام *'
    AND object NOT GLOB '*ممثل*' AND object NOT GLOB '*مندوب*'
    AND object NOT GLOB '*محامي*' AND object NOT GLOB '*وكيل*';
-- Or before another body that is named with it.
UPDATE temp.claim SET object = substr(object, 1, at - 1) FROM (
    SELECT id AS of_, min(instr(object, column1)) AS at
      FROM temp.claim, (VALUES(' وتيار '), (' وحزب '), (' وحركة '),
        (' وكتلة '), (' وائتلاف '), (' وتحالف '))
     WHERE relation = 'holds_post' AND instr(object, column1) > 1
     GROUP BY id)
  WHERE id = of_;
UPDATE temp.claim SET object = replace(replace(object, '#', ''), '_', ' ')
  WHERE relation = 'holds_post' AND object GLOB '*[#_]*';
-- رئيسا, وزيرا: as the office is called.
UPDATE temp.claim SET object = replace(replace(object, 'ًا ', 'ا '), 'اً ', 'ا ')
  WHERE relation = 'holds_post' AND instr(object, 'ً');
UPDATE temp.claim SET object = substr(object, 2)
  FROM (VALUES('كرئيس'), ('كوزير'), ('كمدير'), ('كأمين'), ('كمدرب'),
    ('كنائب'), ('كمستشار'), ('كسفير'), ('كمبعوث'), ('كحاكم'), ('كقائد'))
  WHERE relation = 'holds_post' AND object || ' ' GLOB column1 || '[ اة]*';
UPDATE temp.claim SET object = column1 || substr(object, length(column1) + 2)
  FROM (VALUES('رئيس'), ('وزير'), ('مدير'), ('سفير'), ('نائب'), ('أمين'),
    ('مبعوث'), ('مندوب'), ('مفوض'), ('حاكم'), ('ملك'), ('قائد'), ('مستشار'),
    ('متحدث'), ('ناطق'), ('مقرر'), ('ممثل'), ('محافظ'), ('كاتب'))
  WHERE relation = 'holds_post' AND instr(object || ' ', 'ا ')
    AND substr(object || ' ', 1, length(column1) + 2) = column1 || 'ا ';
UPDATE temp.claim SET object = replace(object || ' ', column1, column2)
  FROM (VALUES('يا ', 'ي '), (' أولا ', ' أول '), (' عاما ', ' عام '),
    (' جديدا ', ' جديد '), (' مؤقتا ', ' مؤقت '), (' خاصا ', ' خاص '),
    (' مساعدا ', ' مساعد '), (' أمميا ', ' أممي '), (' سابقا ', ' سابق '))
  WHERE relation = 'holds_post' AND instr(object || ' ', column1) AND (
    instr(evidence, substr(object, 1, instr(object || ' ', ' ') - 1) || 'ا ')
    OR instr(evidence, substr(object, 1, instr(object || ' ', ' ') - 1)
      || 'اً ') OR instr(evidence, substr(object, 1,
        instr(object || ' ', ' ') - 1) || 'ًا '))
    AND substr(object || ' ', instr(object, ' '),
      instr(substr(object || ' ', instr(object, ' ') + 1), ' ') + 1)
      GLOB '*' || column1;
UPDATE temp.claim SET object = rtrim(object)
  WHERE relation = 'holds_post' AND object GLOB '* ';
UPDATE temp.claim SET object = 'الوزير'
  WHERE relation = 'holds_post' AND object = 'الوزير المسؤول';
-- "Your ambassador": of those who are spoken to.
DELETE FROM temp.claim WHERE relation = 'holds_post'
  AND substr(object, 1, instr(object || ' ', ' ') - 1) IN ('سفيركم',
    'رئيسكم', 'وزيركم', 'ملككم', 'أميركم', 'مديركم', 'قائدكم', 'زعيمكم');
-- A nationality behind the name of a body of many lands is the holder's
-- (رئيس الاتحاد الدولي لكرة القدم السويسري).
UPDATE temp.claim SET object = rtrim(rtrim(object, replace(object, ' ', '')))
  WHERE relation = 'holds_post' AND object GLOB '* ال*' AND EXISTS(
      SELECT 1 FROM (VALUES('الدولي'), ('الدولية'), ('العالمي'), ('العالمية'),
        ('المتحدة'), ('الأوروبي'), ('الأوروبية'), ('الآسيوي'), ('الآسيوية'),
        ('الأفريقي'), ('الأفريقية'), ('الإفريقي'), ('الإفريقية'), ('العربية'),
        ('الأطلسي'), ('الفيفا'), ('فيفا'), ('للفيفا'), ('الناتو')) v
      WHERE instr(object, ' ' || column1 || ' '))
    AND EXISTS(SELECT 1 FROM csto_entities(object) e
      WHERE e.type = 'NORP' AND length(e.id) = 2
        AND e.start + e.length = length(object) + 1)
    AND substr(object, -1) = 'ي';
-- The office of somebody told by a pronoun ("her minister of defence").
DELETE FROM temp.claim WHERE relation = 'holds_post'
  AND (instr(object || ' ', 'ه ') OR instr(object || ' ', 'ها ')) AND EXISTS(
  SELECT 1 FROM (VALUES('دفاع'), ('خارجيت'), ('داخليت'), ('ماليت'),
      ('وزرائ'), ('حكومت'), ('برلمان'), ('دبلوماسيت'), ('إدارت'),
      ('رئاست'), ('بلاد')) v
   WHERE object || ' ' GLOB '* ' || column1 || 'ه *'
      OR object || ' ' GLOB '* ' || column1 || 'ها *');
-- The like of another's office, which is told by other words ("his Russian
-- counterpart", of the head of a regime).
UPDATE temp.claim SET object = 'الرئيس' || substr(object, length(
      'رئيس النظام') + 1)
  WHERE relation = 'holds_post' AND object GLOB 'رئيس النظام *'
    AND ltrim(evidence, 'ول') GLOB 'نظير*';
-- The head of somebody's office is not he who is named behind it.
DELETE FROM temp.claim WHERE relation = 'holds_post' AND EXISTS(
    SELECT 1 FROM (VALUES('الرئيس'), ('الملك'), ('الأمير'), ('الوزير'),
          ('رئيس الوزراء'), ('رئيس الحكومة')) w CROSS JOIN
        (VALUES('مكتب'), ('ديوان'), ('حملة'), ('حرس'), ('طاقم'),
          ('حكومة'), ('إدارة'), ('عهد')) v
     WHERE object GLOB '* ' || w.column1
       AND object GLOB '* ' || v.column1 || ' ' || w.column1)
  AND (substr(ltrim(evidence, 'ولب'), 1, 3) = substr(object, 1, 3)
    OR evidence NOT GLOB subject || '*');
-- Nor is he the one whose envoy, campaign manager ... he is (الممثل الخاص
-- للأمين العام فلان; مدير الحملة الانتخابية للرئيس فلان).
DELETE FROM temp.claim WHERE relation = 'holds_post' AND (
  evidence GLOB 'ل*' AND field = 'body' AND EXISTS(
    SELECT 1 FROM (SELECT substr(body, max(1, temp.claim.start - 8), min(8,
        temp.claim.start - 1)) AS before FROM article
      WHERE id = temp.claim.article)
     WHERE before GLOB '*ممثل ' OR before GLOB '*مبعوث '
        OR before GLOB '*مستشار ' OR before GLOB '*مساعد '
        OR before GLOB '*سكرتير ' OR before GLOB '*الخاص '
        OR before GLOB '*الخاصة ' OR before GLOB '*الشخصي '
        OR before GLOB '*السابق ')
  OR EXISTS(SELECT 1 FROM (VALUES('للرئيس'), ('للمدرب'), ('للوزير'),
      ('للأمين العام'), ('للملك'), ('للمستشارة')) v
    WHERE object || ' ' GLOB '* ' || column1 || ' *')
    AND object NOT GLOB '* و*' AND substr(evidence, -length(substr(subject,
      length(rtrim(subject, replace(subject, ' ', ''))) + 1))) = substr(
        subject, length(rtrim(subject, replace(subject, ' ', ''))) + 1));
-- Nor does an office go on with what its holder was urged to.
DELETE FROM temp.claim WHERE relation = 'holds_post'
  AND object GLOB '* على * * *' AND object NOT GLOB '*مشرف*'
  AND object NOT GLOB '*قائم*' AND object NOT GLOB '*مسؤول*';
-- The office of another: "the spokesman of Marshal so-and-so" behind the name
-- of the spokesman, "his adviser", what ends before whom it is of, an office
-- with the name of a second ruler in it.
DELETE FROM temp.claim WHERE relation = 'holds_post' AND (
    substr(object, -5) = ' باسم'
    OR object GLOB 'الملك* ولي العهد*'
    OR EXISTS(SELECT 1 FROM (VALUES('مستشار'), ('نائب'), ('مبعوث'), ('مساعد'),
        ('وزير'), ('سفير'), ('نظير')) v
      WHERE object || ' ' GLOB column1 || 'ه *'
        OR object || ' ' GLOB column1 || 'ها *')
    OR evidence NOT GLOB 'و*' AND EXISTS(
      SELECT 1 FROM (VALUES('نائب'), ('نائبة'), ('مستشار'), ('مستشارة'),
        ('المستشار'), ('المستشارة'),
        ('مساعد'), ('مساعدة'), ('مبعوث'), ('المتحدث باسم'),
        ('المتحدثة باسم'), ('الناطق باسم'), ('الناطقة باسم'),
        ('المتحدث الرسمي باسم'), ('الناطق الرسمي باسم'), ('مدير مكتب'),
        ('مديرة مكتب'), ('رئيس مكتب'), ('رئيس ديوان'), ('سكرتير')) v
      WHERE object GLOB column1 || ' *') AND EXISTS(SELECT 1 FROM mention m
        WHERE m.article = temp.claim.article AND m.field = temp.claim.field
          AND m.type = 'PERSON' AND m.start + m.length
            BETWEEN temp.claim.start - 2 AND temp.claim.start));
