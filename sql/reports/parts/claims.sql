-- claims.sql - temp.claim: the view claim, worked out once for a report;
-- temp.confirmed: those that the analyst accepted; temp.told_by: those that
-- stand in the words of somebody else than their subject, with him who says
-- them, the innermost one ('?' where that is no name).
--
-- The parts that follow name `claim` and so find this table first.

DROP TABLE IF EXISTS temp.claim;
CREATE TEMP TABLE claim AS SELECT * FROM main.claim;
-- A last word that leads to nothing ("and", "to") goes.
DROP TABLE IF EXISTS temp.dangling;
CREATE TEMP TABLE dangling(word PRIMARY KEY) WITHOUT ROWID;
INSERT INTO temp.dangling VALUES('و'), ('بـ'), ('ب'), ('لـ'), ('في'), ('من'),
  ('على'), ('إلى'), ('الى'), ('عن'), ('أن'), ('ان'), ('مع');
UPDATE temp.claim SET detail = rtrim(rtrim(detail, replace(detail, ' ', '')))
  WHERE substr(detail, length(rtrim(detail, replace(detail, ' ', ''))) + 1)
    IN (SELECT word FROM temp.dangling);
UPDATE temp.claim SET object = rtrim(rtrim(object, replace(object, ' ', '')))
  WHERE substr(object, length(rtrim(object, replace(object, ' ', ''))) + 1)
    IN (SELECT word FROM temp.dangling);
-- A name that has swallowed the verb behind it, or where somebody went.
DELETE FROM temp.claim WHERE EXISTS(SELECT 1 FROM (VALUES(' فقال'), (' قال'),
      (' وقال'), (' أكد'), (' يقول'), (' أعلن'), (' ظل'), (' كان'), (' وكان'),
      (' فقد')) v
    WHERE substr(subject, -length(column1)) = column1)
  OR subject GLOB '* ل*' AND substr(subject, length(rtrim(subject,
      replace(subject, ' ', ''))) + 1, 1) = 'ل'
    AND substr(subject, length(rtrim(subject, replace(subject, ' ', ''))) + 2)
      IN (SELECT name FROM entity WHERE type = 'GPE');
-- What was cut before the words that it led to ("what he described as").
DELETE FROM temp.claim WHERE relation IN ('supports', 'opposes', 'demands',
    'priority_of') AND EXISTS(SELECT 1 FROM (VALUES('ما وصفه'),
      ('ما وصفته'), ('ما سماه'), ('ما أسماه'), ('ما اعتبره'),
      ('ما اعتبرته'), ('ما يسمى')) v
    WHERE substr(coalesce(detail, object, ''), -length(column1)) = column1);
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
  WHERE relation = 'holds_post'
    AND substr(object || ' ', 1, length(column1) + 2) = column1 || 'ا ';
UPDATE temp.claim SET object = replace(object || ' ', column1, column2)
  FROM (VALUES('يا ', 'ي '), (' أولا ', ' أول '), (' عاما ', ' عام '),
    (' جديدا ', ' جديد '), (' مؤقتا ', ' مؤقت '), (' خاصا ', ' خاص '),
    (' مساعدا ', ' مساعد '), (' أمميا ', ' أممي '), (' سابقا ', ' سابق '))
  WHERE relation = 'holds_post' AND (
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
DELETE FROM temp.claim WHERE relation = 'holds_post' AND EXISTS(
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
    SELECT 1 FROM (VALUES('مكتب'), ('ديوان'), ('حملة'), ('حرس'), ('طاقم'),
        ('حكومة'), ('إدارة'), ('عهد')) v,
        (VALUES('الرئيس'), ('الملك'), ('الأمير'), ('الوزير'),
          ('رئيس الوزراء'), ('رئيس الحكومة')) w
     WHERE object GLOB '* ' || v.column1 || ' ' || w.column1)
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
-- What the verb before it did to a document is none of the document's name
-- (نقل الميثاق المعاهدة الموقعة).
UPDATE temp.claim SET subject = substr(subject, instr(subject, column1) + 1)
  FROM (VALUES(' المعاهدة'), (' الاتفاقية'), (' المذكرة'), (' الوثيقة'))
  WHERE relation = 'signed_at' AND subject GLOB 'ال*' || column1 || '*'
    AND substr(subject, 1, instr(subject, ' ')) IN ('الميثاق ', 'البروتوكول ',
      'القانون ', 'الدستور ', 'القرار ');
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
-- The day of the week of an event still to come, read as that of last week.
DELETE FROM temp.claim AS c WHERE relation = 'event_at' AND length(date) = 10
  AND status = 'held' AND EXISTS(SELECT 1 FROM relation r
    WHERE r.article = c.article AND r.relation = 'event_at'
      AND r.status = 'planned' AND r.date = date(c.date, '+7 days')
      AND substr(r.subject, 1, instr(r.subject || ' ', ' '))
        = substr(c.subject, 1, instr(c.subject || ' ', ' ')));
-- A paper that is cut before what it decides, or is only called new.
DELETE FROM temp.claim WHERE relation IN ('signed_at', 'adopted')
  AND EXISTS(SELECT 1 FROM (VALUES(' فرض'), (' إلغاء'), (' حظر'), (' رفع'),
      (' منع'), (' وقف'), (' تمديد'), (' تعيين'), (' إنشاء'), (' تاريخي'),
      (' تاريخية'), (' مهم'), (' مهمة'), (' جديد'), (' جديدة'), (' مماثل'),
      (' مماثلة')) v
    WHERE iif(relation = 'adopted', object, subject) GLOB '* *'
      AND iif(relation = 'adopted', object, subject) NOT GLOB '* * *'
      AND substr(iif(relation = 'adopted', object, subject),
        -length(column1)) = column1);
UPDATE temp.claim SET object = column1 || substr(object, length(column1) + 2)
  FROM (VALUES('اتفاق'), ('قرار'), ('مشروع'), ('اقتراح'), ('قانون'))
  WHERE relation IN ('supports', 'opposes')
    AND substr(object || ' ', 1, length(column1) + 2) = column1 || 'ا ';
-- A thing that only points back ("the said meeting", "the Kingdom") names
-- nothing.
DELETE FROM temp.claim WHERE relation IN ('event_at', 'signed_at', 'adopted',
    'participates_in') AND (subject GLOB '*المشار إلي*'
    OR subject GLOB '* المذكور*' OR object GLOB '*المشار إلي*'
    OR subject GLOB 'ال* المرتقب*' OR subject GLOB 'ال* المقبل*'
    OR object GLOB '* المذكور*');
DELETE FROM temp.claim
  WHERE relation IN ('supports', 'opposes', 'demands', 'requests_help')
    AND object IN ('المملكة', 'الجمهورية', 'البلاد', 'الدولة', 'الحكومة',
      'السلطات', 'المنظمة', 'الحزب', 'الحركة', 'التكتل', 'القائمة', 'الاتحاد',
      'المجلس', 'الرئيس', 'الوزير') AND coalesce(detail, '') = '';
DELETE FROM temp.claim WHERE relation = 'demands'
  AND (object GLOB '* للمضي *' OR object GLOB '* إلى *'
    OR object GLOB '* لمواصلة' OR object GLOB '* للعمل' OR object GLOB '* لاتخاذ'
    OR object GLOB '* للتحرك' OR object GLOB '* لوقف' OR object GLOB '* للتدخل'
    OR detail GLOB 'المناسبة *' OR object GLOB 'المناسبة *'
    OR detail GLOB 'ال* إلى *' OR instr(evidence, ' من ' || object || ' إلى '));
-- What the text goes on with is none of what was asked for or refused.
UPDATE temp.claim SET detail = substr(detail, 1, at - 1) FROM (
    SELECT id AS of_, min(instr(detail, column1)) AS at
      FROM temp.claim, (VALUES(' ودعت '), (' ودعا '), (' وطالبت '),
        (' وطالب '), (' وقالت '), (' وقال '), (' وأكدت '), (' وأكد '),
        (' وأضاف '), (' وأضافت '))
     WHERE relation IN ('supports', 'opposes', 'demands')
       AND instr(detail, column1) > 20
     GROUP BY id)
  WHERE id = of_;
UPDATE temp.claim SET object = substr(object, 1, at - 1) FROM (
    SELECT id AS of_, min(instr(object, column1)) AS at
      FROM temp.claim, (VALUES(' ودعت '), (' ودعا '), (' وطالبت '),
        (' وطالب '), (' وقالت '), (' وقال '), (' وأكدت '), (' وأكد '))
     WHERE relation IN ('supports', 'opposes') AND instr(object, column1) > 20
     GROUP BY id)
  WHERE id = of_;
-- An event is planned where somebody is to take part in it ("will attend a
-- meeting ..."), also where the article has no day.
UPDATE temp.claim AS c SET status = 'planned'
  WHERE relation = 'event_at' AND status = 'held' AND EXISTS(
    SELECT 1 FROM relation r WHERE r.article = c.article
       AND r.field = c.field AND r.relation = 'participates_in'
       AND r.status = 'planned' AND r.start <= c.start
       AND r.start + r.length >= c.start + c.length);
-- "A meeting" as the object of a verb: as it is called (اجتماعا).
UPDATE temp.claim SET
    subject = iif(relation = 'event_at',
      column1 || substr(subject, length(column1) + 2), subject),
    object = iif(relation = 'participates_in',
      column1 || substr(object, length(column1) + 2), object)
  FROM (VALUES('اجتماع'), ('مؤتمر'), ('ملتقى'), ('منتدى'), ('لقاء'), ('حفل'),
    ('معرض'), ('مهرجان'), ('مجلس'), ('احتفال'))
  WHERE relation IN ('event_at', 'participates_in')
    AND substr(iif(relation = 'event_at', subject, object) || ' ', 1,
      length(column1) + 2) IN (column1 || 'ا ', column1 || 'ً ');
-- The year in which a body was founded is not that of its chairman.
UPDATE temp.claim AS c SET date = NULL
  WHERE relation = 'chair_of' AND length(date) = 4 AND rule GLOB 'chair.it*'
    AND EXISTS(SELECT 1 FROM article a, (VALUES('تأسس'), ('أسس'), ('تأسيس'),
        ('أنشئ'), ('تشكل')) v
      WHERE a.id = c.article AND instr(substr(CASE c.field
          WHEN 'title' THEN a.title WHEN 'lead' THEN a.lead ELSE a.body END,
        max(1, c.start - 24), min(24, c.start - 1)), column1));
CREATE INDEX temp.claim_object ON claim(relation, object);
CREATE INDEX temp.claim_subject ON claim(relation, subject);
CREATE UNIQUE INDEX temp.claim_id ON claim(id);
DROP TABLE IF EXISTS temp.confirmed;
CREATE TEMP TABLE confirmed(claim INTEGER PRIMARY KEY);
INSERT INTO temp.confirmed
  SELECT c.id FROM accept a JOIN claim c ON c.relation = a.relation
     AND c.subject = a.subject AND coalesce(c.object, '') = a.object;
DROP TABLE IF EXISTS temp.told_by;
CREATE TEMP TABLE told_by(claim INTEGER PRIMARY KEY, speaker);
INSERT INTO temp.told_by
  SELECT id, iif((instr(speaker, ' ') OR speaker IN (SELECT name FROM name))
      AND speaker NOT GLOB '* لم' AND speaker NOT GLOB '* لا'
      AND speaker NOT GLOB '* قد' AND speaker NOT GLOB 'وأ*', speaker, '?')
    FROM (SELECT c.id, q.speaker, min(q.length * 4294967296 + q.id)
      FROM claim c CROSS JOIN said q ON q.article = c.article
       AND q.field = c.field AND q.start <= c.start
       AND q.start + q.length >= c.start + c.length
     WHERE c.relation <> 'holds_post'
     GROUP BY c.id HAVING sum(q.speaker IS c.subject) = 0);
