-- versus.sql - temp.versus: statements that contradict each other, each pair
-- once, with the number of the earliest that says it.
--
-- Two spellings of a name, its short and its full form, and a country beside
-- its capital are no contradiction.

DROP TABLE IF EXISTS temp.versus;
CREATE TEMP TABLE versus AS
  SELECT row_number() OVER (ORDER BY kind, about, of_, one, other) AS n, *
    FROM (SELECT kind, relation, about, of_, one, other,
        min(claim_one) AS claim_one, claim_other
      FROM disagreement
      WHERE kind NOT IN ('holder', 'capital')
         OR csto_similarity(one, other) < 0.75 AND NOT instr(one, other)
            AND NOT instr(other, one)
            AND NOT EXISTS(SELECT 1 FROM claim c
              WHERE c.relation = 'capital_of' AND kind = 'holder'
                AND c.subject IN (one, other) AND c.object IN (one, other))
      GROUP BY kind, relation, about, of_, one, other);
