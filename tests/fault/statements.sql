-- one statement a line; `-- setup` lines run before each, without failures
SELECT csto_normalize('مُحَمَّد أحمد ﻻ'), csto_key('سيرغي لافروف'), csto_similarity('غورباتشوف', 'Gorbachev'), csto_transliterate('الرياض', 'bgn')
CREATE VIRTUAL TABLE f USING fts5(b, tokenize='csto'); INSERT INTO f VALUES('في مانشيستر وشيكاجو'); SELECT count(*) FROM f WHERE f MATCH csto_query('مانشستر شيكاغو طالبان OR عملة OR وزير', 'variants')
SELECT csto_transliterate('ﻣﺼﺮ مُدَرِّسَة', 'bgn'), csto_similarity('Mohammed Hassan', 'محمد حسن'), csto_query('طالبان عملة الإمام مسؤول')
SELECT csto_simhash('نص من كلمات'), csto_debug()
SELECT count(*) FROM csto_shingles('واحد اثنان ثلاثة أربعة خمسة')
SELECT * FROM csto_sentences('قال نعم.عاد الولد. انتهى')
SELECT csto_sentences('قال نعم.عاد الولد. انتهى')
SELECT w FROM (SELECT 'ب' AS w UNION SELECT 'ا' UNION SELECT 'ت') ORDER BY w COLLATE csto
SELECT csto_dates('في 5 مايو 2020 وأمس', '2020-06-01')
SELECT * FROM csto_entities('قال وزير الخارجية الروسي سيرغي لافروف في موسكو إن الوضع صعب', '2026-01-01')
SELECT csto_entities('التقى زيد في واسط', NULL, '[["زيد","PERSON","زيد الأول","Q1"]]')
SELECT csto_quotes('قال سيرغي لافروف: "لن نتراجع". وأضاف أن الوضع صعب.')
SELECT csto_relations('تضم منظمة معاهدة الأمن الجماعي أرمينيا وروسيا وبيلاروسيا.', '2026-01-01')
SELECT csto_query('وزارة «الأمن الجماعي» -لبنان محم*'), csto_stem('والمدرسون')
SELECT * FROM csto_tokens('والمدرسون في الوزارات 12 G20')
CREATE VIRTUAL TABLE f USING fts5(b, tokenize='csto'); INSERT INTO f VALUES('قالت وزارة الخارجية'); SELECT highlight(f,0,'[',']') FROM f WHERE f MATCH csto_query('وزاره الخارجيه') ORDER BY csto_rank(f)
SELECT count(*) FROM csto_lexicon
SELECT title, published, body FROM csto_article('عنوان الخبر هنا' || char(10) || char(10) || '12 مايو 2020' || char(10) || char(10) || 'قال الوزير إن الوضع صعب جدا في هذه الأيام، وإن الحكومة ستعمل على حله قريبا.')
SELECT title, published, body FROM csto_article('<html><head><title>عنوان</title></head><body><h1>عنوان</h1><p>نص طويل بما يكفي ليكون متنا للخبر، وفيه فاصلة ونقطة.</p></body></html>')
SELECT path, error FROM csto_articles('tests/articles', '*.txt') LIMIT 2
SELECT path, size FROM csto_articles('tests/articles') WHERE path GLOB '0*'
SELECT csto_html('<a & "b">'), csto_date('أمس', '2020-01-02')
SELECT csto_stem('والمدرسون'), csto_query('وزارة الخارجية', 'variants'), csto_query('ماذا قال الوزير', 'any'), csto_query('"أمن', 'exact')
SELECT csto_distance(csto_simhash('نص من كلمات'), csto_simhash('نص آخر من كلمات')), csto_version()
SELECT csto_transliterate('مدرّسة', 'simple'), csto_transliterate('مدرّسة', 'iso233'), csto_transliterate('مدرّسة', 'buckwalter')
SELECT * FROM csto_dates('من 3 إلى 5 رمضان 1445 وقبل ثلاثة أيام', '2024-06-01')
SELECT * FROM csto_quotes('وقال الوزير: "سنعمل على ذلك قريبا"، مضيفا أن الحل ممكن.', '2026-01-01')
SELECT * FROM csto_relations('التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأرميني في يريفان أمس.', '2026-01-01')
SELECT csto_tokens('والمدرسون في 12'), csto_shingles('واحد اثنان ثلاثة أربعة') FROM (SELECT 1) WHERE 0
SELECT csto_article('عنوان' || char(10) || 'نص الخبر الطويل هنا.', 'a.txt')
SELECT name, type FROM csto_lexicon WHERE name = 'روسيا'
SELECT title, body FROM csto_article('{"title": "عنوان الخبر", "articleBody": "نص الخبر الأول. ونصه الثاني.", "datePublished": "2024-05-06"}', 'a.json')
SELECT title, body FROM csto_article('<rss><channel><item><title>عنوان</title><description>نص &amp; نص.</description></item></channel></rss>', 'a.rss')
SELECT title, body, site, error FROM csto_article('{"status":"ok","articles":[{"title":"عنوان أول","content":"نص الخبر الأول، وفيه ما يكفي من الكلمات هنا.","source":{"name":"صحيفة"}},{"title":"عنوان ثان","content":"نص الخبر الثاني، وفيه ما يكفي من الكلمات هنا."}]}', 'a.jsonl')
SELECT title, body FROM csto_article('<?xml version="1.0"?><own><headline>عنوان</headline><text>نص الخبر الأول، وفيه ما يكفي من الكلمات.</text><id>X_20220510.1</id></own>', 'a.xml')
SELECT title, body, url FROM csto_article('MIME-Version: 1.0' || char(10) || 'Content-Type: text/html' || char(10) || 'Content-Transfer-Encoding: base64' || char(10) || char(10) || 'PGh0bWw+PGgxPkE8L2gxPjxwPkIgQyBEIEUgRi48L3A+PC9odG1sPg==')
SELECT title, encoding FROM csto_article(CAST('Ù…Ø¬Ù„Ø³ Ø§Ù„Ù…Ø¯ÙŠÙ†Ø© ÙŠÙ‚Ø± Ø®Ø·Ø©' AS BLOB))
SELECT title, body FROM csto_article('<html><head><title>عنوان الخبر هنا - صحيفة المدينة</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان الخبر هنا","articleBody":"نص الخبر الأول، وفيه ما يكفي من الكلمات هنا وهناك. نص الخبر الأول، وفيه ما يكفي من الكلمات هنا وهناك. نص الخبر الأول، وفيه ما يكفي من الكلمات هنا وهناك. "}</script></head><body><p>x</p></body></html>')
SELECT csto_normalize(x'c7e1dfcac7c8'), length(body), encoding FROM csto_article(x'c7e1dfcac7c820c7e1cce3edd10ac7e1dfcac7c820c7e1cce3edd12e')
CREATE VIRTUAL TABLE g USING fts5(b, tokenize='csto version 1 stem 0 stop 1'); INSERT INTO g VALUES('في وزارة الخارجية'); SELECT count(*) FROM g WHERE g MATCH csto_query('الخارجية', 'exact')
CREATE VIRTUAL TABLE temp.a USING csto_articles('tests/articles', '*.html'); SELECT count(*), sum(words) FROM a
SELECT count(*) FROM csto_relations('التقى الرئيسان السوري بشار الأسد والروسي فلاديمير بوتين أمس، وأكد بوتين لنظيره المصري عبد الفتاح السيسي في اليوم التالي أن بلاده جمدت عضويتها في جامعة الدول العربية', '2020-08-12');
SELECT title, body, url FROM csto_article('WARC/1.0' || char(10) || 'WARC-Type: response' || char(10) || 'WARC-Target-URI: https://site.example/1' || char(10) || 'Content-Length: 200' || char(10) || char(10) || 'HTTP/1.1 200 OK' || char(10) || 'Content-Type: text/html; charset=utf-8' || char(10) || char(10) || '<h1>عنوان الخبر هنا</h1><article><p>نص الخبر الأول، وفيه ما يكفي من الكلمات.</p></article>')
SELECT title, published, body FROM csto_article('Subject: =?utf-8?B?2LnZhtmI2KfZhg==?= A' || char(10) || 'Date: Sun, 26 Nov 2023 08:00:00 +0100' || char(10) || 'MIME-Version: 1.0' || char(10) || 'Content-Type: text/plain; charset=utf-8' || char(10) || char(10) || 'نص الخبر الأول، وفيه ما يكفي من الكلمات هنا.')
SELECT title, body FROM csto_article('عنوان الخبر هنا' || char(10) || 'قالت' || char(10) || 'وزارة الصحة' || char(10) || '، الأحد، إن الحملة' || char(10) || 'في' || char(10) || 'المدارس' || char(10) || '، كما أعلنت، تبدأ غدا.')
SELECT title, body, author, agency FROM csto_article('عنوان الخبر هنا' || char(10) || 'سامي الأحمد 26 نوفمبر 2023' || char(10) || 'المدينة - (رويترز) - قال الوزير إن الوضع صعب جدا في هذه الأيام الطويلة، وإن الحكومة ستعمل على حله قريبا مع كل الشركاء، وإنها لن تترك أحدا وحده في هذه المحنة التي طالت كثيرا على الناس في القرى والمدن، ولن تقبل أي عذر بعد اليوم من أي جهة كانت، كما قال مساء أمس في العاصمة.' || char(10) || 'انطلاق معرض الكتب بمشاركة أربعين دارا من الخارج' || char(10) || 'تراجع أسعار الخضر والفواكه داخل الأسواق المحلية قبيل العيد' || char(10) || 'فريق الوحدة يفوز على ضيفه الاتحاد بهدفين دون رد' || char(10) || 'وأضاف أن العمل سيبدأ غدا.')
