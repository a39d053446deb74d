-- schema.sql - the tables of a news database.
--
-- What it owns: the plain tables that hold articles and what was found in
-- them.  Nothing here calls csto and no trigger needs it, so that any tool
-- with SQLite alone can open, query, write and back up the file.  The search
-- index is made by index.sql, the views by views.sql.
--
-- How it works: every statement is IF NOT EXISTS; running it again changes
-- nothing.  The tables of the analyst (own_name, alias, accept, reject,
-- correction) are never written by a build.

-- key/value: versions, hashes, the folder.
CREATE TABLE IF NOT EXISTS csto_meta(
  key   TEXT PRIMARY KEY,
  value TEXT
) WITHOUT ROWID;

-- One row for each version of each page.  state: 'current'; 'earlier' (the
-- page was edited since: a later version follows); 'deleted' (the page is no
-- longer in the folder).  Rows are never removed, evidence never overwritten.
CREATE TABLE IF NOT EXISTS article(
  id             INTEGER PRIMARY KEY,
  path           TEXT NOT NULL,            -- relative to the folder
  version        INTEGER NOT NULL DEFAULT 1,
  state          TEXT NOT NULL DEFAULT 'current'
                 CHECK(state IN ('current', 'earlier', 'deleted')),
  site           TEXT,
  url            TEXT,
  agency         TEXT,
  author         TEXT,
  published      TEXT,                     -- ISO 8601, as precise as stated
  published_text TEXT,                     -- the words it was read from
  updated        TEXT,
  lang           TEXT,
  words          INTEGER,
  encoding       TEXT,
  layout         TEXT,
  size           INTEGER,                  -- bytes of the file
  mtime          TEXT,
  hash           TEXT,                     -- of the raw bytes
  error          TEXT,                     -- why it could not be read
  simhash        INTEGER,                  -- of the body
  story          INTEGER,                  -- id of the earliest copy of it
  text_hash      TEXT,                     -- of title, lead, body as indexed
  engine         TEXT,                     -- which csto found its facts
  title          TEXT,
  caption        TEXT,
  credit         TEXT,
  lead           TEXT,
  body           TEXT,
  UNIQUE(path, version)
);

-- People, places, institutions, ... : one row a name and type.
CREATE TABLE IF NOT EXISTS entity(
  id      INTEGER PRIMARY KEY,
  type    TEXT NOT NULL,
  name    TEXT NOT NULL,
  name_en TEXT,
  ref     TEXT NOT NULL DEFAULT '',        -- ISO 3166 code, Wikidata QID
  UNIQUE(name, type, ref)
);

-- Where each was named.  substr(field's text, start, length) = text.
CREATE TABLE IF NOT EXISTS mention(
  article  INTEGER NOT NULL REFERENCES article(id),
  field    TEXT NOT NULL,                  -- title, lead, body
  n        INTEGER NOT NULL,               -- 1, 2, 3 ... in the field
  type     TEXT NOT NULL,
  entity   INTEGER REFERENCES entity(id),  -- NULL for DATE and QUANTITY
  text     TEXT NOT NULL,
  start    INTEGER NOT NULL,               -- 1-based, characters
  length   INTEGER NOT NULL,
  value    TEXT,                           -- DATE (EDTF), QUANTITY
  sentence INTEGER,
  score    REAL,
  rule     TEXT,
  PRIMARY KEY(article, field, n)
) WITHOUT ROWID;

-- How often each entity is named in each article.
CREATE TABLE IF NOT EXISTS appearance(
  entity  INTEGER NOT NULL REFERENCES entity(id),
  article INTEGER NOT NULL REFERENCES article(id),
  n       INTEGER NOT NULL,
  PRIMARY KEY(entity, article)
) WITHOUT ROWID;

-- Who said what.  start, length: of the quotation.
CREATE TABLE IF NOT EXISTS quote(
  id           INTEGER PRIMARY KEY,
  article      INTEGER NOT NULL REFERENCES article(id),
  field        TEXT NOT NULL,
  n            INTEGER NOT NULL,
  speaker      TEXT,                       -- canonical name
  speaker_text TEXT,                       -- as written
  verb         TEXT,
  quote        TEXT NOT NULL,
  direct       INTEGER,                    -- 1: inside quotation marks
  implicit     INTEGER,                    -- 1: no subject beside the verb
  start        INTEGER NOT NULL,
  length       INTEGER NOT NULL,
  sentence     INTEGER,
  rule         TEXT,
  UNIQUE(article, field, n)
);

-- What the texts state.  start, length: of the evidence.
CREATE TABLE IF NOT EXISTS relation(
  id       INTEGER PRIMARY KEY,
  article  INTEGER NOT NULL REFERENCES article(id),
  field    TEXT NOT NULL,
  n        INTEGER NOT NULL,
  relation TEXT NOT NULL,
  subject  TEXT,
  object   TEXT,
  date     TEXT,
  place    TEXT,
  status   TEXT,                           -- current, former, planned, held
  detail   TEXT,
  evidence TEXT NOT NULL,
  start    INTEGER NOT NULL,
  length   INTEGER NOT NULL,
  sentence INTEGER,
  rule     TEXT,
  UNIQUE(article, field, n)
);

-- A bounded sample of the word shingles of each body, for near-copies.
CREATE TABLE IF NOT EXISTS shingle(
  article INTEGER NOT NULL REFERENCES article(id),
  shingle INTEGER NOT NULL,
  PRIMARY KEY(article, shingle)
) WITHOUT ROWID;

-- Pairs of near-copies, article < other; shared: shingles in common, of the
-- shorter sample's `sample`; distance: differing bits of the simhashes.
CREATE TABLE IF NOT EXISTS copy(
  article  INTEGER NOT NULL REFERENCES article(id),
  other    INTEGER NOT NULL REFERENCES article(id),
  shared   INTEGER NOT NULL,
  sample   INTEGER NOT NULL,
  distance INTEGER,
  PRIMARY KEY(article, other)
) WITHOUT ROWID;

-- One name in several spellings, a person's short and full name: found anew
-- by each run (finish.sql).  canonical: the one that most articles write.
CREATE TABLE IF NOT EXISTS same_name(
  name      TEXT PRIMARY KEY,
  canonical TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS article_state
  ON article(state, published, site, story);
CREATE INDEX IF NOT EXISTS quote_speaker ON quote(speaker);
CREATE INDEX IF NOT EXISTS relation_object ON relation(relation, object);

-- The analyst's own tables: yours to fill; no build touches them. ----------

-- Names that the extraction must know (then: the next run reads them).
CREATE TABLE IF NOT EXISTS own_name(
  name      TEXT NOT NULL,
  type      TEXT NOT NULL,                 -- PERSON, ORG, GPE, ...
  canonical TEXT,
  ref       TEXT,
  note      TEXT,
  PRIMARY KEY(name, type)
) WITHOUT ROWID;

-- Two names of one entity, merged in every view and report at once.
CREATE TABLE IF NOT EXISTS alias(
  name      TEXT PRIMARY KEY,
  canonical TEXT NOT NULL,
  note      TEXT
) WITHOUT ROWID;

-- Facts looked at and confirmed (shown as such), or refused (shown nowhere).
-- object '' stands for none.  article: the path, or '' for every article.
CREATE TABLE IF NOT EXISTS accept(
  relation TEXT NOT NULL,
  subject  TEXT NOT NULL,
  object   TEXT NOT NULL DEFAULT '',
  note     TEXT,
  PRIMARY KEY(relation, subject, object)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reject(
  relation TEXT NOT NULL,
  subject  TEXT NOT NULL,
  object   TEXT NOT NULL DEFAULT '',
  article  TEXT NOT NULL DEFAULT '',
  note     TEXT,
  PRIMARY KEY(relation, subject, object, article)
) WITHOUT ROWID;

-- A field of a page set right by hand: field is published, site, title,
-- author or agency; the next run applies it and reads the page again.
CREATE TABLE IF NOT EXISTS correction(
  path  TEXT NOT NULL,
  field TEXT NOT NULL
        CHECK(field IN ('published', 'site', 'title', 'author', 'agency')),
  value TEXT,
  note  TEXT,
  PRIMARY KEY(path, field)
) WITHOUT ROWID;

INSERT OR IGNORE INTO csto_meta VALUES('schema', '1');
