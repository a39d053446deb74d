-- events.sql - temp.event: what happened or is to happen on a day that the
-- text gives, one row an event.
--
-- A meeting of two is one whoever is named first; an event that some articles
-- announce and others report has both states; one told by the year here and
-- by the day there, or here with its place and there without, is one when it
-- can be no other.  Left out: events and documents
-- without a name of their own ("the agreement"), and an office in the place
-- of its holder where the same is told of him by name.  temp.happened: the
-- statements of each.  Needs claims.sql and offices.sql.

DROP TABLE IF EXISTS temp.happened;
CREATE TEMP TABLE happened AS
  SELECT id AS claim, article, story, published, date, relation, status,
      CASE WHEN relation = 'met_with' AND object < subject THEN object
        ELSE subject END AS subject,
      CASE WHEN relation IN ('event_at', 'signed_at', 'visits') THEN NULL
        WHEN relation = 'met_with' AND object < subject THEN subject
        ELSE object END AS object,
      CASE WHEN relation IN ('event_at', 'signed_at', 'visits')
        THEN coalesce(object, place) ELSE place END AS place, 0 AS event
    FROM claim
    WHERE relation IN ('event_at', 'signed_at', 'adopted', 'met_with',
        'participates_in', 'visits', 'chair_of', 'founded_on')
      AND date GLOB '[0-9][0-9][0-9][0-9]*' AND subject NOTNULL
      AND (relation NOT IN ('event_at', 'signed_at') OR instr(subject, ' '))
      AND (relation NOT IN ('adopted', 'participates_in')
        OR instr(object, ' '));
CREATE INDEX temp.happened_to ON happened(subject, relation);
UPDATE temp.happened AS h SET date = (
    SELECT max(x.date) FROM temp.happened x
     WHERE x.subject = h.subject AND x.relation = h.relation
       AND x.object IS h.object AND x.place IS h.place
       AND substr(x.date, 1, length(h.date)) = h.date)
  WHERE length(date) < 10 AND 2 = (
    SELECT count(DISTINCT x.date) FROM temp.happened x
     WHERE x.subject = h.subject AND x.relation = h.relation
       AND x.object IS h.object AND x.place IS h.place
       AND substr(x.date, 1, length(h.date)) = h.date);
UPDATE temp.happened AS h SET place = (
    SELECT iif(min(x.place) = max(x.place), min(x.place), NULL)
      FROM temp.happened x
     WHERE x.subject = h.subject AND x.relation = h.relation
       AND x.object IS h.object AND x.date = h.date)
  WHERE place IS NULL;
-- The longer name of an event, of one day and one place.
UPDATE temp.happened AS h SET subject = (
    SELECT x.subject FROM temp.happened x
     WHERE x.relation = h.relation AND x.date = h.date AND x.place IS h.place
       AND instr(' ' || x.subject || ' ', ' ' || h.subject || ' ')
     ORDER BY length(x.subject) DESC, x.subject LIMIT 1)
  WHERE relation = 'event_at';
UPDATE temp.happened AS h SET event = r.event FROM (
    SELECT claim, dense_rank() OVER (
      ORDER BY date, relation, subject, object, place) AS event
      FROM temp.happened) r
  WHERE r.claim = h.claim;
DROP TABLE IF EXISTS temp.event;
CREATE TEMP TABLE event AS
  SELECT event AS n, date, substr(date, 1, 10) AS day, relation, subject,
    object, place,
    trim(iif(sum(status = 'planned'), 'planned ', '')
      || iif(sum(status = 'held'), 'held ', '')
      || iif(sum(status = 'current'), 'current ', '')
      || iif(sum(status = 'former'), 'former', '')) AS states,
    count(DISTINCT story) AS stories,
    min(substr(published, 1, 10)) AS told, min(claim) AS claim,
    max(claim IN (SELECT claim FROM temp.confirmed)) AS accepted,
    iif(count(speaker) = count(*), min(speaker), NULL) AS told_by
  FROM temp.happened LEFT JOIN temp.told_by USING(claim)
  GROUP BY event, date, relation, subject, object, place;
CREATE INDEX temp.event_day ON event(date, relation);
DELETE FROM temp.event WHERE EXISTS(
  SELECT 1 FROM temp.event f JOIN temp.title_ t ON t.subject = f.subject
   WHERE f.date = event.date AND f.relation = event.relation
     AND f.object IS event.object AND f.place IS event.place
     AND t.object = event.subject);
