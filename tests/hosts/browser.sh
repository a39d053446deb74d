# The report in a real browser: headless Chromium, axe-core, Arabic and
# English labels, paper.  Skipped where Chromium or the npm packages cannot be
# had.
W=$B/browser
mkdir -p "$W" && cd "$W" || exit 1
chrome=$(command -v chromium || command -v chromium-browser ||
  command -v google-chrome)
if [ -z "$chrome" ] && [ "$(id -u)" = 0 ]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium \
    > apt.log 2>&1
  chrome=$(command -v chromium)
fi
[ -d node_modules/puppeteer-core ] && [ -d node_modules/axe-core ] ||
  timeout 240 npm i axe-core puppeteer-core --no-audit --no-fund > npm.log 2>&1
if [ -z "$chrome" ] || [ ! -d node_modules/puppeteer-core ]; then
  echo "ok - report in a browser # SKIP no Chromium or no npm here"
  exit 0
fi
cd "$TOP" || exit 1
for lang in ar en; do
  REPORT_LANG=$lang CSTO=$B/csto sh sql/run.sh tests/articles "$W/news.db" \
    "$W/$lang.html" > "$W/run.log" 2>&1
done
# A folder of few texts, with names and words that are no HTML.
rm -rf "$W/odd" "$W/odd.db" && mkdir "$W/odd"
odd="it's \"a\" <b>&
خبر 😀.txt"
printf '%s\n\n%s\n' 'الوزير يفتتح <i>سدا</i>' 'قال وزير المياه سامي الحداد: "<script>
alert(1)</script> السد جاهز للعمل". وأضاف الحداد أن الماء وصل.' \
  > "$W/odd/$odd"
: > "$W/odd/empty.txt"
printf '{"title": "x"' > "$W/odd/cut.json"
CSTO=$B/csto sh sql/run.sh "$W/odd" "$W/odd.db" "$W/odd.html" \
  >> "$W/run.log" 2>&1
cat > "$W/page.mjs" <<'J'
import puppeteer from 'puppeteer-core';
import { readFileSync, statSync } from 'node:fs';
const [, , chrome, dir] = process.argv;
const axe = readFileSync(dir + '/node_modules/axe-core/axe.min.js', 'utf8');
const browser = await puppeteer.launch({ executablePath: chrome,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update',
    '--disable-sync'] });
const say = (ok, name, more) => {
  console.log((ok ? 'ok - ' : 'not ok - ') + name);
  if (!ok && more) console.log('# ' + JSON.stringify(more).slice(0, 600));
};
for (const lang of ['ar', 'en', 'odd']) {
  const page = await browser.newPage();
  const asked = [], errors = [], full = lang !== 'odd';
  page.on('request', r => asked.push(r.url()));
  page.on('dialog', d => { errors.push(d.message()); d.dismiss(); });
  page.on('pageerror', e => errors.push(String(e)));
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(`file://${dir}/${lang}.html`);
  say(asked.length === 1 && !errors.length, `${lang}: asks for nothing else`,
    asked);
  const d = await page.evaluate(() => ({
    lang: document.documentElement.lang, dir: document.documentElement.dir,
    svg: document.querySelectorAll('svg[role=img] > title').length,
    tables: document.querySelectorAll('table').length,
    captions: document.querySelectorAll('table > caption').length,
    dead: [...document.querySelectorAll('a[href^="#"]')]
      .filter(a => !document.getElementById(a.hash.slice(1))).length,
    refs: document.querySelectorAll('.ref a').length,
    marks: document.querySelectorAll('article.src li mark').length,
    ids: [...document.querySelectorAll('[id]')].map(e => e.id)
      .filter((x, i, a) => a.indexOf(x) !== i).length,
    wide: document.documentElement.scrollWidth <= innerWidth,
    empty: [...document.querySelectorAll('section, table, ul, ol')]
      .filter(e => !e.querySelector('td, li, p, circle')).length,
  }));
  say(d.lang === (lang === 'en' ? 'en' : 'ar')
    && d.dir === (lang === 'en' ? 'ltr' : 'rtl'),
    `${lang}: language and direction`, d);
  say(d.svg === (full ? 3 : 0), `${lang}: drawings with titles`, d);
  say(d.tables > (full ? 5 : 2) && d.tables === d.captions && !d.empty,
    `${lang}: captions, no heading without a row`, d);
  say(d.refs > (full ? 20 : 1) && d.marks > (full ? 20 : 1) && !d.dead
    && !d.ids, `${lang}: each reference leads to its evidence`, d);
  say(d.wide, `${lang}: nothing runs out of the page`, d);
  await page.evaluate(axe);
  const found = await page.evaluate(async () =>
    (await axe.run(document, { resultTypes: ['violations'] })).violations
      .map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160)]));
  say(found.length === 0, `${lang}: axe-core finds nothing`, found);
  await page.screenshot({ path: `${dir}/${lang}.png`, fullPage: true });
  await page.setViewport({ width: 390, height: 800 });
  const narrow = await page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth + 1);
  say(narrow, `${lang}: fits a telephone`);
  await page.emulateMediaFeatures(
    [{ name: 'prefers-color-scheme', value: 'dark' }]);
  const dark = await page.evaluate(async () =>
    (await axe.run(document, { resultTypes: ['violations'] })).violations
      .map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160)]));
  say(dark.length === 0, `${lang}: axe-core, dark on a telephone`, dark);
  await page.emulateMediaFeatures([]);
  await page.pdf({ path: `${dir}/${lang}.pdf`, preferCSSPageSize: true });
  say(statSync(`${dir}/${lang}.pdf`).size > 20000, `${lang}: prints`);
  await page.close();
}
await browser.close();
J
node "$W/page.mjs" "$chrome" "$W" 2>&1
