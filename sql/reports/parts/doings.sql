-- doings.sql - of temp.claim, what is held, signed, wanted and refused: events
-- and their status, papers cut short, what only points back, demands and
-- stances that run on into the next sentence.
--
-- Read by claims.sql, which has made the table.

-- The day of the week of an event still to come, read as that of last week.
DELETE FROM temp.claim AS c WHERE relation = 'event_at' AND length(date) = 10
  AND status = 'held' AND EXISTS(SELECT 1 FROM relation r
    WHERE r.article = c.article AND r.relation = 'event_at'
      AND r.status = 'planned' AND r.date = date(c.date, '+7 days')
      AND substr(r.subject, 1, instr(r.subject || ' ', ' '))
        = substr(c.subject, 1, instr(c.subject || ' ', ' ')));
-- What the verb before it did to a document is none of the document's name
-- (نقل الميثاق المعاهدة الموقعة).
UPDATE temp.claim SET subject = substr(subject, instr(subject, column1) + 1)
  FROM (VALUES(' المعاهدة'), (' الاتفاقية'), (' المذكرة'), (' الوثيقة'))
  WHERE relation = 'signed_at' AND subject GLOB 'ال*' || column1 || '*'
    AND substr(subject, 1, instr(subject, ' ')) IN ('الميثاق ', 'البروتوكول ',
      'القانون ', 'الدستور ', 'القرار ');
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
    OR object GLOB '* السماح *' OR object GLOB '* التدخل *'
    OR object GLOB '* للتحرك' OR object GLOB '* لوقف' OR object GLOB '* للتدخل'
    OR detail GLOB 'المناسبة *' OR object GLOB 'المناسبة *'
    OR detail GLOB 'ال* إلى *' OR instr(evidence, ' من ' || object || ' إلى '));
-- A paper or a place is for nothing ("an agreement against ...").
DELETE FROM temp.claim WHERE relation IN ('supports', 'opposes', 'demands')
  AND substr(subject, 1, instr(subject || ' ', ' ') - 1) IN ('اتفاق',
    'اتفاقية', 'معاهدة', 'ميثاق', 'بروتوكول', 'قانون', 'قرار', 'مشروع',
    'ميناء', 'مطار', 'طريق', 'كأس', 'بطولة');
-- What the text goes on with is none of what was asked for or refused.
UPDATE temp.claim SET detail = substr(detail, 1, at - 1) FROM (
    SELECT id AS of_, min(instr(detail, column1)) AS at
      FROM temp.claim, (VALUES(' ودعت '), (' ودعا '), (' وطالبت '),
        (' وطالب '), (' وقالت '), (' وقال '), (' وأكدت '), (' وأكد '),
        (' وأضاف '), (' وأضافت '), (' نافيا '), (' نافية '), (' مؤكدا '),
        (' مؤكدة '), (' مشددا '), (' مشددة '), (' محذرا '), (' محذرة '),
        (' معتبرا '), (' معتبرة '), (' مشيرا '), (' مشيرة '), (' متهما '),
        (' متهمة '), (' خلال جلسة '), (' خلال لقاء '), (' خلال مؤتمر '))
     WHERE relation IN ('supports', 'opposes', 'demands')
       AND instr(detail, column1) > 12
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
UPDATE temp.claim SET object = rtrim(substr(object, 1, length(object) - 5))
  WHERE relation IN ('supports', 'opposes')
    AND substr(object, -5) IN (' كذلك', ' أيضا', ' ايضا');
