-- head.sql - head, style, title and contents.

SELECT '<!DOCTYPE html>
<html lang="' || lang || '" dir="' || iif(rtl, 'rtl', 'ltr') || '">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>' || csto_html(coalesce(title, (SELECT t FROM temp.l
  WHERE k = 'title'))) || '</title>
<style>' FROM temp.p;
SELECT '@font-face { font-family: Latin; unicode-range: U+20-24F, U+2010-2026;
  src: local("Noto Sans Regular"), local("NotoSans-Regular"),
    local("Noto Sans"), local("Segoe UI"), local("Helvetica Neue"),
    local("Arial"), local("DejaVu Sans"); }
@font-face { font-family: Latin; font-weight: 700;
  unicode-range: U+20-24F, U+2010-2026;
  src: local("Noto Sans Bold"), local("Segoe UI Bold"),
    local("Helvetica Neue Bold"), local("Arial Bold"),
    local("DejaVu Sans Bold"); }
:root {
  color-scheme: light dark;
  --ink: #1d2a2e; --soft: #55646a; --line: #d9d3c5; --paper: #fffdf8;
  --wash: #f4efe3; --deep: #0f4c4a; --mid: #2f7f79; --pale: #bcd8d3;
  --gold: #8a5a12; --mark: #ffe9a8; --PERSON: #8a3b12; --ORG: #0f4c4a;
  --GPE: #3d4f8f; --link: #0b5a7a; --card: #fff; --band: #0f4c4a;
  --now: #e6eeec; --past: #eee7dd; --pastink: #6b4a1a; --plan: #e8e9f5;
  --planink: #39457f; --edge: #c9a24b;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e9e5da; --soft: #aab6b8; --line: #3b4749; --paper: #1c2527;
    --wash: #131a1c; --deep: #93d2cb; --mid: #4fa59d; --pale: #2d4b49;
    --gold: #e0b468; --mark: #5c4b13; --PERSON: #e39167; --ORG: #6fc3bb;
    --GPE: #9aaaf0; --link: #86c6e6; --card: #1c2527; --band: #0d3a39;
    --now: #24403e; --past: #42351f; --pastink: #ecc98e; --plan: #2b3159;
    --planink: #c3ccff;
  }
  svg [fill="#0f4c4a"] { fill: #6fc3bb; }
  svg [fill="#bcd8d3"] { fill: #35605c; }
  svg [fill="#8a3b12"] { fill: #e39167; }
  svg [fill="#3d4f8f"] { fill: #9aaaf0; }
  svg [fill="#fffdf8"] { fill: #1c2527; }
  svg [stroke="#0f4c4a"] { stroke: #6fc3bb; }
  svg [stroke="#8a3b12"] { stroke: #e39167; }
  svg [stroke="#3d4f8f"] { stroke: #9aaaf0; }
  svg [stroke="#8c7a4f"] { stroke: #b9a878; }
  svg [stroke="#d9d3c5"] { stroke: #3b4749; }
  svg [stroke="#55646a"] { stroke: #aab6b8; }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body {
  margin: 0; background: var(--wash); color: var(--ink); line-height: 1.75;
  font: 17px/1.75 Latin, "Noto Naskh Arabic", "Amiri", "Scheherazade New",
    "Geeza Pro", "Segoe UI", "Noto Sans Arabic", Tahoma, serif;
}
a { color: var(--link); text-decoration-thickness: 1px;
  text-underline-offset: 3px; }
.skip { position: absolute; inset-inline-start: -999em; }
.skip:focus { inset-inline-start: 1em; background: var(--card); padding: .3em 1em; }
header.top { background: var(--band); color: #fff;
  padding: 3rem 1.5rem 2.2rem;
  border-bottom: 6px solid var(--edge); }
header.top > div, main, footer, nav > ol { max-width: 68rem; margin: 0 auto; }
h1 { font-size: 2.3rem; line-height: 1.3; margin: 0 0 .4rem; }
header.top p { margin: .2rem 0; color: #e3efec; max-width: 52rem; }
nav { background: var(--card); border-bottom: 1px solid var(--line); }
nav > ol { list-style: none; display: flex; flex-wrap: wrap;
  gap: .2rem 1.2rem; padding: .7rem 1.5rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
main { padding: 1rem 1.5rem 3rem; }
section { background: var(--paper); border: 1px solid var(--line);
  border-radius: 10px; padding: 1.2rem 1.6rem 1.5rem; margin: 1.4rem 0; }
h2 { color: var(--deep); font-size: 1.55rem; line-height: 1.4;
  margin: 0 0 .6rem; padding-bottom: .3rem;
  border-bottom: 2px solid var(--pale); }
h3 { color: var(--gold); font-size: 1.15rem; margin: 1.3rem 0 .3rem; }
p.note { color: var(--soft); margin: .2rem 0 .8rem; font-size: .95rem; }
.cards { display: grid; gap: .8rem; margin: .8rem 0; padding: 0;
  grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
.cards div { background: var(--wash); border-radius: 8px; padding: .6rem 1rem;
  border-inline-start: 4px solid var(--mid); }
.cards dt { color: var(--soft); font-size: .9rem; }
.cards dd { margin: 0; font-size: 1.5rem; font-weight: 700;
  font-variant-numeric: tabular-nums; line-height: 1.4; }
.cards dd.small { font-size: 1.02rem; line-height: 1.9; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem;
  font-size: .96rem; }
caption { text-align: start; font-weight: 700; color: var(--gold);
  padding: .3rem 0; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem;
  border-bottom: 1px solid var(--line); }
thead th, thead td { background: var(--wash);
  border-bottom: 2px solid var(--pale); }
thead th { color: var(--deep); font-size: .9rem; }
tbody th { font-weight: 700; }
td.n, th.n { text-align: end; font-variant-numeric: tabular-nums;
  white-space: nowrap; }
td.d, td.d bdi, th bdi[dir], td bdi[dir] { white-space: nowrap; }
td.d { font-variant-numeric: tabular-nums; }
td.bar { width: 34%; min-width: 3rem; }
.three td.bar { width: 22%; }
td.bar span { display: block; height: .8rem; margin-top: .5rem;
  border-radius: 3px; background: var(--mid); }
.three { display: grid; gap: 0 2rem;
  grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
.two { display: grid; gap: 1rem 2rem; align-items: start;
  grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); }
.dot { display: inline-block; width: .8em; height: .8em; border-radius: 50%;
  margin-inline-start: .6em; }
.scroll { overflow-x: auto; }
figure { margin: .4rem 0 1rem; }
svg { width: 100%; height: auto; display: block; }
svg text { font-family: Latin, "Noto Naskh Arabic", "Amiri", "Noto Sans Arabic",
  Tahoma, sans-serif; fill: var(--ink); }
figcaption { color: var(--soft); font-size: .92rem; }
.ref { font-size: .78rem; white-space: nowrap; }
.ref a { background: var(--wash); border: 1px solid var(--line);
  border-radius: 4px; padding: 0 .35em; text-decoration: none;
  display: inline-block; min-width: 1.5em; text-align: center;
  line-height: 1.5rem; }
.ref a:hover { background: var(--mark); }
blockquote { margin: .5rem 0; padding: .1rem 1rem;
  border-inline-start: 3px solid var(--edge); }
blockquote p { margin: .2rem 0; }
.verb { color: var(--soft); }
blockquote footer { padding: 0; color: var(--soft); font-size: .9rem;
  max-width: none; margin: 0; background: none; text-align: start; }
.tag { font-size: .8rem; border-radius: 4px; padding: .05em .5em;
  background: var(--now); color: var(--deep); white-space: nowrap; }
.tag.former { background: var(--past); color: var(--pastink); }
.tag.planned { background: var(--plan); color: var(--planink); }
.chips { list-style: none; padding: 0; margin: .3rem 0; display: flex;
  flex-wrap: wrap; gap: .5rem; }
.chips li { background: var(--wash); border-radius: 8px;
  padding: .15rem .8rem; }
mark { background: var(--mark); color: inherit; padding: 0 .1em;
  border-radius: 2px; }
article.src { border-top: 1px solid var(--line); padding: .6rem 0 .8rem; }
article.src h3 { color: var(--ink); margin: .2rem 0; }
article.src ol { list-style: none; padding: 0; margin: .3rem 0; }
article.src li { display: flex; gap: .7rem; margin: .2rem 0; }
article.src li > span[dir] { flex: 1; min-width: 0; }
article.src li:target { outline: 2px solid var(--edge); border-radius: 4px; }
.num { flex: none; min-width: 2.2rem; text-align: center; color: var(--gold);
  font-weight: 700; font-variant-numeric: tabular-nums; }
.meta { color: var(--soft); font-size: .92rem; }
details { margin: .4rem 0; }
summary { cursor: pointer; color: var(--link); }
.body { white-space: pre-line; background: var(--card); border-radius: 6px;
  border: 1px solid var(--line); padding: .6rem 1rem; margin-top: .4rem; }
footer { color: var(--soft); padding: 0 1.5rem 2rem; font-size: .92rem;
  text-align: center; }
@media (max-width: 40rem) {
  body { font-size: 16px; }
  header.top { padding: 1.6rem 1rem 1.2rem; }
  main { padding: .2rem .6rem 2rem; }
  section { padding: .8rem .9rem 1rem; }
  .cards { grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); }
  table { font-size: .9rem; }
  th, td { padding: .3rem .3rem; }
  th.n, .ref { white-space: normal; }
  td.d { white-space: normal; min-width: 5.6em; }
  figure { overflow-x: auto; }
  #network svg, #timeline svg { min-width: 42rem; }
  #coverage svg { min-width: 36rem; }
}
@media print {
  @page { size: A4; margin: 16mm 14mm; }
  body { background: #fff; font-size: 10.5pt; }
  nav, .skip { display: none; }
  :root { color-scheme: light; }
  header.top { color: var(--deep); background: #fff; padding: 0 0 6mm; }
  header.top p { color: var(--soft); }
  main { padding: 0; max-width: none; }
  section { border: 0; padding: 0; margin: 0 0 8mm; border-radius: 0; }
  h2, h3, caption, thead, h2 + .note, article.src > .meta {
    break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  tr, figure, blockquote, .cards div, article.src li { break-inside: avoid; }
  .three { grid-template-columns: repeat(3, 1fr); gap: 0 6mm; }
  .three td.bar { min-width: 1rem; }
  details:not([open]) { display: none; }
  a { color: inherit; text-decoration: none; }
  td.bar span, mark, .tag, .dot, thead th, thead td, .cards div {
    print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>
</head>
<body>';
SELECT '<a class="skip" href="#main">' || t || '</a>' FROM temp.l
  WHERE k = 'skip';
-- How many there are, in words that agree with the number.
DROP TABLE IF EXISTS temp.many;
CREATE TEMP TABLE many(k PRIMARY KEY, t) WITHOUT ROWID;
INSERT INTO temp.many
  SELECT k, CASE WHEN NOT rtl THEN printf('%,d ', n) || iif(n = 1, en, ens)
    WHEN n = 1 THEN one WHEN n = 2 THEN two
    WHEN n % 100 BETWEEN 3 AND 10 THEN printf('%,d ', n) || few
    WHEN n % 100 BETWEEN 11 AND 99 THEN printf('%,d ', n) || many
    ELSE printf('%,d ', n) || hundred END
  FROM temp.noun JOIN (SELECT 'articles' AS k, count(*) AS n FROM news
      UNION ALL SELECT 'stories', count(DISTINCT story) FROM news
      UNION ALL SELECT 'sites', count(DISTINCT site) FROM news) USING(k),
    temp.p;
SELECT '<header class="top"><div><h1>' || csto_html(coalesce(title, (SELECT t
    FROM temp.l WHERE k = 'title'))) || '</h1>
<p>' || (SELECT t FROM temp.many WHERE k = 'articles') || ' ('
  || (SELECT t FROM temp.many WHERE k = 'stories') || ')'
  || iif((SELECT 2 * count(site) > count(*) FROM news), (SELECT l.t || m.t
      FROM temp.l l, temp.many m WHERE l.k = 'from_sites' AND m.k = 'sites'),
    '')
  || coalesce((SELECT ' · <bdi>' || min(day) || '</bdi>' || iif(max(day)
      <> min(day), ' – <bdi>' || max(day) || '</bdi>', '')
      || iif(2 * count(day) < count(*), printf(' (%s: %,d)', (SELECT t
        FROM temp.l WHERE k = 'undated'), count(*) - count(day)), '')
      FROM news), '')
  || '</p>
<p>' || (SELECT t FROM temp.l WHERE k = 'made') || '</p></div></header>'
  FROM temp.p;
SELECT '<nav aria-label="' || t || '"><ol>' FROM temp.l WHERE k = 'contents';
SELECT '<li><a href="#' || column1 || '">' || t || '</a></li>'
  FROM (VALUES('overview'), ('coverage'), ('top'), ('profile'), ('said'),
    ('positions'), ('timeline'), ('offices'), ('disagreements'), ('network'),
    ('copies'), ('texts')) v JOIN temp.l ON l.k = v.column1;
SELECT '</ol></nav>
<main id="main">';
