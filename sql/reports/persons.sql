-- Question: who holds or held which office?
-- Parameters: :person (a name), :post (words of the office), :limit (200).
-- Output: SAMPLE
.read sql/reports/need.sql

SELECT subject AS person, object AS post, details AS institution, status,
    dates, stories, sites, substr(first_seen, 1, 10) AS first,
    substr(last_seen, 1, 10) AS last,
    iif(accepted, 'yes', '') AS accepted,
    (SELECT path || ' ' || field || ' ' || start FROM claim
      WHERE claim.id = fact.sample) AS evidence
  FROM fact
  WHERE relation = 'holds_post'
    AND (:person IS NULL OR subject = :person)
    AND (:post IS NULL OR instr(object, :post))
  ORDER BY stories DESC, person, post, status LIMIT coalesce(:limit, 200);
