-- Question: what is in this folder of news?  One page to read and print.
-- Parameters: :org (organization of the profile: Arabic or English name or
--   identifier; left: the one of which most is stated), :lang ('ar', or 'en'
--   for English labels), :title.
-- Output: one self-contained HTML page, right to left, nothing from a network.
--   sqlite3 -bail -init /dev/null news.db ".load build/csto" \
--     ".read sql/reports/html.sql" > report.html
.read sql/reports/need.sql
.headers off
.read sql/reports/html/labels.sql
.read sql/reports/html/choose.sql
.read sql/reports/html/head.sql
.read sql/reports/html/overview.sql
.read sql/reports/html/names.sql
.read sql/reports/html/organization.sql
.read sql/reports/html/speech.sql
.read sql/reports/html/positions.sql
.read sql/reports/html/events.sql
.read sql/reports/html/offices.sql
.read sql/reports/html/disagreements.sql
.read sql/reports/html/network.sql
.read sql/reports/html/texts.sql
