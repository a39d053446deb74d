-- views.sql - what people query: plain views, no csto call in them.

DROP VIEW IF EXISTS news;
DROP VIEW IF EXISTS name;
DROP VIEW IF EXISTS named;
DROP VIEW IF EXISTS said;
DROP VIEW IF EXISTS claim;
DROP VIEW IF EXISTS fact;
DROP VIEW IF EXISTS disagreement;
DROP VIEW IF EXISTS dated;
DROP VIEW IF EXISTS called;

-- What a name is called: as the analyst wants it (alias), else the spelling
-- that most articles write.
CREATE VIEW called AS
  SELECT name, canonical FROM alias
  UNION ALL
  SELECT s.name, coalesce(a.canonical, s.canonical)
  FROM same_name s LEFT JOIN alias a ON a.name = s.canonical
  WHERE s.name NOT IN (SELECT name FROM alias);

-- The pages as they stand now.
CREATE VIEW news AS
  SELECT id, path, version, site, url, agency, author, published,
    substr(published, 1, 10) AS day, updated, lang, words, story, error,
    title, lead, body, caption, credit
  FROM article WHERE state = 'current';

-- An entity under the name it is called by, else its own.
CREATE VIEW name AS
  SELECT e.id AS entity, e.type, coalesce(a.canonical, e.name) AS name,
    e.name AS own, e.name_en, e.ref
  FROM entity e LEFT JOIN called a ON a.name = e.name;

-- Every mention of an entity in the pages as they stand now.
CREATE VIEW named AS
  SELECT k.name, k.type, k.name_en, k.ref, m.text, m.article, a.path, a.site,
    a.published, a.title, m.field, m.start, m.length, m.sentence, m.score,
    m.rule, m.entity
  FROM name k JOIN appearance p ON p.entity = k.entity
    JOIN article a ON a.id = p.article AND a.state = 'current'
    JOIN mention m ON m.article = a.id AND m.entity = k.entity;

-- Who said what.
CREATE VIEW said AS
  SELECT coalesce(s.canonical, q.speaker) AS speaker, q.speaker_text, q.verb,
    q.quote, q.direct, q.implicit, q.article, a.path, a.site, a.published,
    a.title, q.field, q.start, q.length, q.sentence, q.rule, q.id, a.story
  FROM quote q JOIN article a ON a.id = q.article AND a.state = 'current'
    LEFT JOIN called s ON s.name = q.speaker;

-- What each article states, the analyst's refusals left out.
CREATE VIEW claim AS
  SELECT r.relation, coalesce(s.canonical, r.subject) AS subject,
    coalesce(o.canonical, r.object) AS object, r.date, r.place, r.status,
    r.detail, r.evidence, r.article, a.path, a.site, a.published, a.title,
    a.story, r.field, r.start, r.length, r.sentence, r.rule, r.id
  FROM relation r JOIN article a ON a.id = r.article AND a.state = 'current'
    LEFT JOIN called s ON s.name = r.subject
    LEFT JOIN called o ON o.name = r.object
  WHERE NOT EXISTS(SELECT 1 FROM reject x WHERE x.relation = r.relation
    AND x.subject IN (r.subject, coalesce(s.canonical, r.subject))
    AND x.object IN (coalesce(r.object, ''),
                     coalesce(o.canonical, r.object, ''))
    AND x.article IN ('', a.path));

-- The same statement of all articles together.  stories: copies count once.
-- accepted: 1 where the analyst confirmed it.
CREATE VIEW fact AS
  SELECT c.relation, c.subject, c.object, c.status,
    count(DISTINCT c.article) AS articles, count(DISTINCT c.story) AS stories,
    count(DISTINCT c.site) AS sites, min(c.published) AS first_seen,
    max(c.published) AS last_seen,
    group_concat(DISTINCT c.date) AS dates,
    group_concat(DISTINCT c.place) AS places,
    group_concat(DISTINCT c.detail) AS details, min(c.id) AS sample,
    EXISTS(SELECT 1 FROM accept x WHERE x.relation = c.relation
      AND x.subject = c.subject AND x.object = coalesce(c.object, ''))
      AS accepted
  FROM (SELECT * FROM claim ORDER BY date, place, detail) c
  GROUP BY c.relation, c.subject, c.object, c.status;

-- Statements that do not go together, side by side.  The short and the full
-- form of a name, and a country beside its capital, are no contradiction.
CREATE VIEW disagreement AS
  WITH c AS MATERIALIZED (
    SELECT id, relation, subject, object, status, date, published FROM claim
     WHERE relation IN ('member_of', 'part_of', 'chair_of', 'founded_on',
       'capital_of'))
  -- member now, and member no more
  SELECT 'status' AS kind, a.relation, a.subject AS about, a.object AS of_,
    a.status AS one, b.status AS other, a.id AS claim_one, b.id AS claim_other
  FROM c a JOIN c b ON b.relation = a.relation
    AND b.subject = a.subject AND b.object = a.object
    AND a.status = 'current' AND b.status = 'former'
    -- written before the end came, or of a time after it: no contradiction
    AND (b.date IS NULL OR a.published IS NULL
      OR substr(a.published, 1, length(b.date)) >= b.date)
    AND (a.date IS NULL OR b.date IS NULL OR a.date <= b.date)
  WHERE a.relation IN ('member_of', 'part_of')
  UNION ALL
  -- two holders of one chair in one period
  SELECT 'holder', a.relation, a.object, a.date, a.subject, b.subject,
    a.id, b.id
  FROM c a JOIN c b ON b.relation = a.relation
    AND b.object = a.object AND b.subject > a.subject
    AND substr(b.date, 1, 4) = substr(a.date, 1, 4)
  WHERE a.relation = 'chair_of' AND a.date GLOB '[0-9][0-9][0-9][0-9]*'
    AND a.status IS NOT 'former' AND b.status IS NOT 'former'
    AND NOT instr(a.subject, b.subject) AND NOT instr(b.subject, a.subject)
    AND NOT EXISTS(SELECT 1 FROM c x WHERE x.relation = 'capital_of'
      AND x.subject IN (a.subject, b.subject)
      AND x.object IN (a.subject, b.subject))
  UNION ALL
  -- two founding documents or two dates of one
  SELECT 'founding', a.relation, a.subject, NULL,
    coalesce(a.object || ' ', '') || coalesce(a.date, ''),
    coalesce(b.object || ' ', '') || coalesce(b.date, ''), a.id, b.id
  FROM c a JOIN c b ON b.relation = a.relation
    AND b.subject = a.subject AND b.date > a.date
    AND substr(b.date, 1, length(a.date)) <> a.date
  WHERE a.relation = 'founded_on'
  UNION ALL
  -- two capitals of one country
  SELECT 'capital', a.relation, a.object, NULL, a.subject, b.subject,
    a.id, b.id
  FROM c a JOIN c b ON b.relation = a.relation
    AND b.object = a.object AND b.subject > a.subject
    AND NOT instr(a.subject, b.subject) AND NOT instr(b.subject, a.subject)
  WHERE a.relation = 'capital_of';

-- What happened when, apart from when it was published.
CREATE VIEW dated AS
  SELECT substr(date, 1, 10) AS day, date, relation, subject, object, place,
    status, detail, evidence, article, path, site, published, title, story, id
  FROM claim
  WHERE relation IN ('event_at', 'signed_at', 'adopted', 'met_with',
    'participates_in', 'visits', 'chair_of', 'founded_on')
    AND date GLOB '[0-9][0-9][0-9][0-9]*';
