-- summary.sql - what the database holds now, in a few lines.

SELECT printf('%d articles (%d stories) of %d sites, %s to %s; %d words',
    count(*), count(DISTINCT story), count(DISTINCT site),
    coalesce(min(substr(published, 1, 10)), '?'),
    coalesce(max(substr(published, 1, 10)), '?'), coalesce(sum(words), 0))
  FROM main.article WHERE state = 'current';
SELECT printf('%d mentions of %d names, %d quotations, %d statements',
    (SELECT count(*) FROM main.mention), (SELECT count(*) FROM main.entity),
    (SELECT count(*) FROM main.quote), (SELECT count(*) FROM main.relation));
SELECT printf('%d could not be read (column error), %d have no safe date',
    sum(error NOTNULL), sum(published IS NULL AND error IS NULL))
  FROM main.article WHERE state = 'current' HAVING sum(error NOTNULL) > 0
    OR sum(published IS NULL) > 0;
SELECT printf('kept: %d earlier versions, %d deleted pages',
    sum(state = 'earlier'), sum(state = 'deleted'))
  FROM main.article HAVING sum(state <> 'current') > 0;
