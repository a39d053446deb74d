-- sayings.sql - temp.word: who said what, the sayings that a page shows.
--
-- The twelve most quoted (temp.speaker), and of each three sayings of three
-- stories: whole direct ones of readable length with the speaker beside the
-- verb first, then the latest.  A saying that copies of a story
-- repeat counts once.  temp.utterance: all that counts as a saying, of the forty
-- names that most stories quote.  Needs temp.top, the names with their stories.

-- hers: 1 where the verb is a woman's, 0 a man's, NULL where it is neither.
-- Left out is what ends before it begins ("that"), a noun without its verb
-- ("the man who"), words of a third behind a denial ("denied this; the embassy
-- wrote: ..."), a line of a list ("NATO: expelled seven"), the first half
-- of a sentence ("after the attack", according to somebody); who posted on a
-- platform is not the platform.
-- A word for any body is nobody's name.
DROP TABLE IF EXISTS temp.any_;
CREATE TEMP TABLE any_(name PRIMARY KEY) WITHOUT ROWID;
INSERT INTO temp.any_ VALUES('الاتحاد'), ('النقابة'), ('المنظمة'), ('الحزب'),
  ('الحركة'), ('المجلس'), ('الجمعية'), ('اللجنة'), ('الهيئة'), ('الوزارة'),
  ('الحكومة'), ('البرلمان'), ('المحكمة'), ('الشركة'), ('النادي'), ('الصحيفة'),
  ('الوكالة'), ('القناة'), ('الجامعة'), ('التكتل'), ('القائمة'), ('الجيش'),
  ('المركز'), ('المؤسسة'), ('البنك'), ('الرابطة'), ('التحالف'), ('السلطة'),
  ('المنظمة الدولية'), ('المنظمة الأممية'), ('المنظمة العالمية'),
  ('الأمانة العامة'), ('الهيئة الدولية'), ('الوكالة الدولية'),
  ('الاتحاد الدولي'),
  ('الصحيفة البريطانية'), ('الصحيفة الأمريكية'), ('الصحيفة الأميركية');
DROP TABLE IF EXISTS temp.often;
CREATE TEMP TABLE often(speaker PRIMARY KEY) WITHOUT ROWID;
INSERT INTO temp.often
  SELECT speaker FROM said WHERE speaker IN (SELECT name FROM temp.top)
     AND speaker NOT IN (SELECT name FROM temp.any_)
     AND speaker NOT GLOB 'وأ*' AND speaker NOT GLOB '* معالي *'
   GROUP BY speaker ORDER BY count(DISTINCT story) DESC, count(*) DESC, speaker
   LIMIT 40;
DROP TABLE IF EXISTS temp.utterance;
CREATE TEMP TABLE utterance AS SELECT *, CASE
    WHEN csto_normalize(verb) GLOB '*حسب*' OR csto_normalize(verb) GLOB '*وفق*'
      OR csto_normalize(verb) NOT GLOB '[^ :]*' THEN NULL
    WHEN verb IN ('لفت', 'ألفت', 'أثبت', 'اثبت', 'ثبت', 'بتّ') THEN 0
    ELSE verb GLOB '*[تة]' OR verb GLOB '*ها' OR verb IN ('تقول', 'تؤكد',
      'تشير', 'تعتقد', 'تنفي', 'تدعو', 'تظهر', 'تفيد', 'ترى', 'تضيف', 'تعلن',
      'تعتبر', 'تطالب', 'تشدد', 'تذكر', 'توضح', 'تزعم', 'تحذر', 'تتحدى',
      'تتوقع', 'تكشف', 'تطلب', 'ترفض') END AS hers
  FROM said
  WHERE speaker IN (SELECT speaker FROM temp.often)
    AND NOT (implicit AND speaker IN ('فيسبوك', 'تويتر', 'يوتيوب',
    'إنستغرام', 'واتساب', 'تيك توك', 'تلغرام'))
    AND NOT EXISTS(SELECT 1 FROM (VALUES(' أن'), (' أنه'), (' أنها'), (' إن'),
        (' إنه'), (' إنها')) v
      WHERE substr(rtrim(quote), -length(column1)) = column1)
    AND (direct OR NOT EXISTS(SELECT 1 FROM (VALUES('الذي '), ('التي '),
        ('الذين ')) v WHERE substr(quote, 1, length(column1)) = column1))
    AND NOT (verb = ':' AND NOT direct AND field = 'body' AND speaker NOT IN (
      SELECT name FROM temp.top WHERE type = 'PERSON'))
    AND NOT (verb = ':' AND quote GLOB 'ال*' AND (quote GLOB '* الذي *'
      OR quote GLOB '* التي *') AND min(instr(quote || ' الذي ', ' الذي '),
        instr(quote || ' التي ', ' التي ')) < 30)
    AND NOT (NOT direct AND (verb GLOB '*حسب*' OR verb GLOB '*وفق*')
      AND EXISTS(SELECT 1 FROM (VALUES('منذ '), ('بعد '), ('قبل '),
          ('خلال '), ('عقب '), ('إثر '), ('وسط ')) v
        WHERE substr(ltrim(quote, 'و'), 1, length(column1)) = column1));
DELETE FROM temp.utterance WHERE field = 'body'
  AND article IN (SELECT article FROM temp.rumour);
DELETE FROM temp.utterance WHERE direct AND field = 'body'
  AND verb IN ('نفى', 'نفت', 'ينفي', 'تنفي', 'أنكر', 'أنكرت', 'رفض', 'رفضت',
    'استبعد', 'استبعدت')
  AND EXISTS(SELECT 1 FROM article a WHERE a.id = utterance.article
     AND substr(rtrim(substr(a.body, max(1, utterance.start - 6),
       min(6, utterance.start - 1)), ' "“”«»'), -1) = ':');
-- What many say ("they believe") is no saying of one person.  A surname behind
-- other words is the speaker's where these are his office or a title, not
-- where they are somebody who names him (ناشد وزير التجارة ترامب) or belong to
-- him (معارضو ترامب); nor with a letter before it (المعارضين لأردوغان).
DROP TABLE IF EXISTS temp.title_word;
CREATE TEMP TABLE title_word(word PRIMARY KEY) WITHOUT ROWID;
INSERT INTO temp.title_word VALUES('سيد'), ('سيده'), ('دكتور'), ('دكتوره'),
  ('شيخ'), ('امير'), ('اميره'), ('ملك'), ('ملكه'), ('سفير'), ('سفيره'),
  ('استاذ'), ('استاذه'), ('مهندس'), ('محامي'), ('محاميه'), ('ناءب'),
  ('ناءبه'), ('عقيد'), ('عميد'), ('لواء'), ('فريق'), ('جنرال'), ('كاتب'),
  ('كاتبه'), ('باحث'), ('باحثه'), ('خبير'), ('خبيره'), ('صحفي'), ('صحافي'),
  ('ناشط'), ('ناشطه'), ('مدرب'), ('لاعب'), ('نجم'), ('فنان'), ('فنانه'),
  ('مخرج'), ('مخرجه'), ('مرشح'), ('مرشحه'), ('محلل'), ('قيادي'), ('قياديه'),
  ('نظير'), ('بابا');
DROP TABLE IF EXISTS temp.called_by;
CREATE TEMP TABLE called_by AS
  WITH t AS (
    SELECT u.id, u.speaker, u.verb, csto_normalize(u.speaker) AS name,
      csto_normalize(ltrim(u.speaker_text, 'و')) AS text
    FROM temp.utterance u
   WHERE u.speaker IN (SELECT name FROM temp.top WHERE type = 'PERSON')),
  w AS (
    SELECT *, rtrim(rtrim(text, replace(text, ' ', ''))) AS before,
      substr(text, length(rtrim(text, replace(text, ' ', ''))) + 1) AS last,
      substr(name, length(rtrim(name, replace(name, ' ', ''))) + 1)
        AS surname FROM t)
  SELECT id, speaker, verb, before, replace(name, ' ', '') AS name,
    last = surname AS his, last IN ('ل' || surname, 'و' || surname)
      OR text GLOB '* [لو]' || name AS joined
  FROM w WHERE verb GLOB '[يت]*ون' OR before <> '';
-- What stands before the surname: its words, the last three for the forenames.
DROP TABLE IF EXISTS temp.behind;
CREATE TEMP TABLE behind AS
  WITH a AS (
    SELECT id, speaker, name, before, iif(before GLOB 'ال*', substr(before, 3),
        before) AS b, substr(before, length(rtrim(before,
        replace(before, ' ', ''))) + 1) AS p1 FROM temp.called_by WHERE his),
  c AS (SELECT *, rtrim(substr(before, 1, length(before) - length(p1))) AS b2
    FROM a),
  d AS (SELECT *, substr(b2, length(rtrim(b2, replace(b2, ' ', ''))) + 1)
      AS p2 FROM c)
  SELECT id, speaker, substr(b, 1, instr(b || ' ', ' ') - 1) AS head,
    instr(before, ' ') > 0 AS long,
    instr(name, p1) OR p2 <> '' AND instr(name, p2)
      OR csto_key(p1) = csto_key(substr(speaker, 1,
        instr(speaker || ' ', ' ') - 1)) AS forename
  FROM d;
DELETE FROM temp.utterance WHERE id IN (
  SELECT id FROM temp.called_by WHERE verb GLOB '[يت]*ون' OR joined
  UNION ALL
  SELECT id FROM temp.behind b WHERE head IN ('اداره', 'حكومه', 'حمله', 'حزب',
      'انصار', 'معارضو', 'معارضي', 'منتقدو', 'منتقدي', 'خصوم', 'مءيدو',
      'مءيدي', 'اسره', 'عاءله', 'والد', 'والده', 'شقيق', 'زوجه', 'نجل', 'ابنه')
    OR NOT forename AND (head IN ('فريق', 'ابن')
    OR long AND head NOT IN (SELECT word FROM temp.title_word)
      AND NOT EXISTS(SELECT 1 FROM claim o
        WHERE o.relation = 'holds_post' AND o.subject = b.speaker
          AND substr(replace(' ' || csto_normalize(o.object) || ' ', ' ال',
            ' '), 1, length(head) + 2) = ' ' || head || ' ')));
DROP TABLE temp.called_by;
DROP TABLE temp.behind;
-- She did not say what a man says elsewhere; nor did a body whose verbs are of
-- the other gender, where it is itself that speaks and not its statement.
DROP TABLE IF EXISTS temp.itself;
CREATE TEMP TABLE itself(id INTEGER PRIMARY KEY, speaker, hers);
INSERT INTO temp.itself
  SELECT id, speaker, hers FROM temp.utterance u WHERE hers NOTNULL
     AND (implicit OR speaker IN (
         SELECT name FROM temp.top WHERE type = 'PERSON')
       OR instr(ltrim(speaker_text, 'و'), substr(speaker, 1,
         instr(speaker || ' ', ' ') - 1)) = 1);
DELETE FROM temp.utterance WHERE id IN (
  SELECT id FROM temp.itself JOIN (
    SELECT speaker, 2 * sum(hers) > count(hers) AS usual FROM temp.itself
     GROUP BY 1 HAVING abs(2 * sum(hers) - count(hers)) > 1) USING(speaker)
  WHERE hers <> usual
  UNION ALL SELECT id FROM temp.itself JOIN temp.top t ON t.name = speaker
   WHERE NOT hers AND t.type <> 'PERSON'
     AND substr(speaker, 1, instr(speaker || ' ', ' ') - 1) GLOB '*ة'
  UNION ALL SELECT id FROM temp.itself WHERE hers AND speaker IN ('المغرب',
    'العراق', 'لبنان', 'الأردن', 'السودان', 'اليمن', 'الصومال'));
DROP TABLE temp.itself;

DROP TABLE IF EXISTS temp.speaker;
CREATE TEMP TABLE speaker AS
  SELECT speaker, count(*) AS quotes, sum(direct) AS direct,
      count(DISTINCT story) AS stories
    FROM (SELECT speaker, story, max(direct) AS direct FROM temp.utterance
       GROUP BY speaker, story, quote)
   GROUP BY speaker ORDER BY stories DESC, quotes DESC, speaker LIMIT 12;
-- A shred of less than three words, four when it is reported, is left out, so
-- are words that say nothing without whom they were said of (accused of, held
-- responsible for, described as), and those without a subject beside the verb
-- where the speaker is not named in that sentence or the two before it.
-- before: the text up to the words.  sure: the speaker is named beside the
-- verb, which asks nobody, and a mark or "that" leads to his words; of what is less sure one
-- saying is shown, where there is no better and the speaker stands close to it.
DROP TABLE IF EXISTS temp.word_;
CREATE TEMP TABLE word_ AS
  WITH w AS (
    SELECT *, 3 * (NOT implicit) + 4 * direct
        + 2 * (length BETWEEN 50 AND 320)
        + (quote NOT GLOB '*["“”«»]*') AS fit
      FROM temp.utterance u
     WHERE speaker IN (SELECT speaker FROM temp.speaker)
       AND trim(quote) GLOB iif(direct, '* * *', '* * * *') AND NOT EXISTS(
         SELECT 1 FROM (VALUES('تهم'), ('حمل'), ('وصف'), ('يصف'), ('تصف'),
             ('نذر'), ('تباه'), ('تفاخر')) v
          WHERE instr(csto_normalize(verb), column1))
       AND (NOT implicit OR EXISTS(
         SELECT 1 FROM mention m JOIN name k USING(entity)
          WHERE m.article = u.article AND m.field = u.field
            AND k.name = u.speaker
            AND m.sentence BETWEEN u.sentence - 2 AND u.sentence))),
  n AS (
    SELECT *, row_number() OVER (PARTITION BY speaker ORDER BY fit DESC,
      published IS NULL, published DESC, path, field, start) AS k FROM w)
  SELECT n.*, rtrim(replace(substr(x, max(1, start - 160),
      min(160, start - 1)), char(1617), ''),
      ' "“”«»#''' || char(10, 160)) AS before
    FROM (SELECT n.*, CASE n.field WHEN 'title' THEN a.title
        WHEN 'lead' THEN a.lead ELSE a.body END AS x
      FROM n JOIN article a ON a.id = n.article WHERE k <= 60) n;
DROP TABLE IF EXISTS temp.word;
CREATE TEMP TABLE word AS
  WITH s AS (
    SELECT *, NOT implicit AND NOT EXISTS(SELECT 1 FROM (VALUES('طالب'),
          ('ناشد'), ('نصح'), ('ابلغ'), ('اخبر'), ('اوصي'), ('هدد')) v
        WHERE instr(csto_normalize(verb), column1)) AND (NOT person OR instr(csto_normalize(
          speaker_text), surname)) AND iif(
        iif(last GLOB 'ب*', substr(last, 2), last) IN ('ان', 'انه', 'انها',
          'انهم', 'انهما', 'انهن', 'انني', 'اننا'), 1,
        direct AND verb NOT GLOB '* *' AND csto_normalize(verb) GLOB '[^ :]*'
          AND instr(before, bare) AND last NOT IN ('علي', 'الي', 'عن', 'من',
            'في', 'ب', 'ل') AND (NOT person
            OR instr(csto_normalize(substr(before, instr(before, bare))),
              surname))) AS sure
    FROM (SELECT w.*, replace(verb, char(1617), '') AS bare,
        csto_normalize(rtrim(substr(before, length(rtrim(before,
          replace(before, ' ', ''))) + 1), '،,:')) AS last,
        csto_normalize(substr(speaker, length(rtrim(speaker,
          replace(speaker, ' ', ''))) + 1)) AS surname,
        speaker IN (SELECT name FROM temp.top WHERE type = 'PERSON') AS person
      FROM temp.word_ w)),
  o AS (
    SELECT *, row_number() OVER (PARTITION BY speaker, story
      ORDER BY sure DESC, fit DESC, path, field, start) AS once FROM s),
  t AS (   -- one text once, though several articles carry it
    SELECT *, row_number() OVER (PARTITION BY speaker,
        substr(csto_normalize(quote), 1, 20)
      ORDER BY published IS NULL, published, path, field, start) AS told
    FROM o WHERE once = 1),
  r AS (
    SELECT *, row_number() OVER (PARTITION BY speaker
      ORDER BY sure DESC, fit DESC, published IS NULL, published DESC, path,
        start) AS rank FROM t WHERE told = 1)
  SELECT row_number() OVER (ORDER BY k.stories DESC, k.quotes DESC, k.speaker,
      r.published IS NULL, r.published DESC, r.path, r.start) AS n, r.*
  FROM temp.speaker k JOIN r USING(speaker)
 WHERE r.rank <= 3 AND (r.sure OR r.rank = 1 AND NOT r.implicit
   AND instr(csto_normalize(substr(before, -24 - length(surname))), surname));
DROP TABLE temp.word_;

-- Where the reporter goes on in his own words ("... , which X denies"), a
-- reported saying ends.
UPDATE temp.word SET quote = rtrim(substr(quote, 1, at - 1), ' ،,') || ' …'
  FROM (SELECT n AS key, min(instr(quote, column1)) AS at FROM temp.word,
      (VALUES('، وهو ما '), ('، وهي '), ('، فيما '), ('، في حين '),
        ('، بينما '), (' بينما '), ('، متحدثا '), ('، ملقيا '),
        ('، إلا أن '), ('، غير أن '), ('، وهو الأمر '),
        ('، وأضاف '), ('، وأضافت '), ('، وقال '), ('، وقالت '))
     WHERE instr(quote, column1) > 40
       AND NOT (direct AND quote NOT GLOB '*["“”«»]*')
     GROUP BY n)
  WHERE key = n;

-- The day of the saying at its end is none of it.
UPDATE temp.word SET quote = substr(quote, 1, length(quote) - length(column1))
  FROM (VALUES('، الاثنين'), ('، الإثنين'), ('، الثلاثاء'), ('، الأربعاء'),
    ('، الخميس'), ('، الجمعة'), ('، السبت'), ('، الأحد'))
  WHERE NOT direct AND substr(quote, -length(column1)) = column1;

-- led: the verb with the particle between it and the words (دعا إلى, حذر من
-- أن), as the text has it; "according to" and "it stands in" say no more than
-- the speaker's name does.
ALTER TABLE temp.word ADD COLUMN led;
UPDATE temp.word SET led = CASE
    WHEN csto_normalize(verb) NOT GLOB '[^ :]*' OR verb GLOB '* في'
      OR verb GLOB '[أذقحصو]*ه' AND verb NOT IN ('وجه', 'أوجه')
      OR EXISTS(SELECT 1 FROM (VALUES('بحسب*'), ('حسب*'), ('وفق*'),
        ('طبق*')) v WHERE csto_normalize(verb) GLOB column1) THEN ''
    ELSE csto_html(verb || coalesce(' ' || particle, ':')) END
  FROM (SELECT w.n AS key, (
      SELECT substr(before, -length(column1)) FROM (VALUES('من أن'),
          ('من أنه'), ('من أنها'), ('إلى أن'), ('إلى أنه'), ('إلى أنها'),
          ('على أن'), ('على أنه'), ('على أنها'), ('عن أن'), ('أن'), ('أنه'),
          ('أنها'), ('أنهم'), ('أنهن'),
          ('أنهما'), ('أننا'), ('أنني'), ('إن'), ('إنه'), ('إنها'), ('إنهم'), ('بأن'),
          ('بأنه'), ('بأنها'), ('إلى'), ('على'), ('عن'), ('من'), ('في'),
          ('لأن')) v
        WHERE csto_normalize(substr(before, -length(column1)))
            = csto_normalize(column1)
          AND substr(before, -length(column1) - 1, 1) IN (' ', char(160),
            char(10))
        ORDER BY length(column1) DESC LIMIT 1) AS particle
    FROM (SELECT n, iif(instr(before, bare), before, '') AS before
      FROM temp.word) w)
  WHERE key = n;
