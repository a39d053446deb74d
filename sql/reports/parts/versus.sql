-- versus.sql - temp.versus: statements that contradict each other, each pair
-- once, with the number of the earliest that says it.
--
-- Two spellings of one name are no contradiction.

DROP TABLE IF EXISTS temp.versus;
CREATE TEMP TABLE versus AS
  SELECT row_number() OVER (ORDER BY kind, about, of_, one, other) AS n, *
    FROM (SELECT kind, relation, about, of_, one, other,
        min(claim_one) AS claim_one, claim_other
      FROM disagreement
      WHERE kind NOT IN ('holder', 'capital')
         OR csto_similarity(one, other) < 0.75
      GROUP BY kind, relation, about, of_, one, other);
