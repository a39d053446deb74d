/* headline.c - which line is the headline.
**
** Every short line before the prose has a score: copies of it, words in
** common with the prose, the page's own claims, its address, its place and
** length.  A line needs one strong reason, or to be the only one.  Pages
** without furniture that open with one short line need no weighing.
*/
#include <string.h>
#include "article/infer.h"
#include "base/rc.h"

/* A short line that begins as its neighbour does, and ends before it, is the
** same picture's line, cut off. */
void csto_infer_pairs(csto_page *p) {
  size_t i;
  for (i = 0; i + 1 < p->nlines; i++) {
    csto_line *a = &p->lines[i], *b = &p->lines[i + 1];
    size_t n = csto_line_n(a);
    if (a->cls != CSTO_K_TEXT || b->cls != CSTO_K_TEXT || a->words < 2 ||
        a->hash == b->hash || n >= csto_line_n(b) || b->words > 12 ||
        a->copies > 1 || b->copies > 1 || b->blank)
      continue;
    if (memcmp(csto_line_s(p, a), csto_line_s(p, b), n) == 0 &&
        p->text[b->start + n] == ' ')
      a->cls = CSTO_K_LABEL, b->cls = CSTO_K_CAPTION;
  }
}

/* Hash of a string as lines are hashed. */
static uint64_t hash_of(csto_page *p, csto_str s) {
  csto_page one;
  if (!s.s) return 0;
  memset(&one, 0, sizeof one);
  one.arena = p->arena;
  one.text = s.s;
  one.bytes = s.n;
  if (csto_page_lines(&one) || one.nlines == 0) return 0;
  return one.lines[0].hash;
}

/* Share of the line's content words that v has, 0 to 100. */
static unsigned words_in(const csto_page *p, const csto_line *l,
                         const csto_vocab *v) {
  unsigned hit, all;
  hit = csto_vocab_share(v, csto_line_s(p, l), csto_line_n(l), &all);
  return all ? hit * 100 / all : 0;
}

int csto_infer_claim_vocab(csto_page *p, csto_vocab *v, int field) {
  int rc = csto_vocab_init(v, p->arena, 64);
  if (rc == CSTO_OK && p->claim[field].s)
    csto_vocab_add(v, p->claim[field].s, p->claim[field].n);
  return rc;
}

int csto_infer_only_agency(const csto_page *p, const csto_line *l) {
  char buf[1400];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l), i;
  csto_words w;
  csto_words_cut(&w, s, n, 0, 6, buf, sizeof buf);
  if (!w.n || w.more) return 0;
  if (csto_marked(w.text, w.end[w.n - 1], "agency")) return 1;
  /* place-agency, place (agency) */
  for (i = 1; i < w.n; i++)
    if (memchr("-/(", s[w.from[i] - 1], 3) ||
        (w.from[i] > 1 && memchr("-/", s[w.from[i] - 2], 2)))
      return csto_marked(w.text + w.at[i], w.end[w.n - 1] - w.at[i],
                         "agency");
  return 0;
}

/* In Latin letters alone, as names of stations and buttons are, on a page
** that is not. */
static int foreign(const csto_page *p, const csto_line *l) {
  size_t i, letters = 0, latin = 0;
  if (l->latin + l->digits < l->letters || l->words > 4) return 0;
  for (i = 0; i < p->nlines && letters < 4000; i++) {
    letters += p->lines[i].letters;
    latin += p->lines[i].latin;
  }
  return latin * 2 < letters;
}

/* "name / office": a byline may be written so, a headline hardly. */
static int slashed(const csto_page *p, const csto_line *l) {
  return l->words <= 5 && memchr(csto_line_s(p, l), '/', csto_line_n(l));
}

static int may_be_title(const csto_page *p, const csto_line *l) {
  size_t n = csto_line_n(l);
  const char *s = p->text + l->start;
  if (l->words < 2 && l->copies > 1 && l->letters > 3 && l->latin == 0)
    return l->cls == CSTO_K_TEXT;
  if (l->words < 2 || l->words > 40 || n > 700) return 0;
  if (!memchr(s, ' ', n)) return 0;
  if (l->cls == CSTO_K_DATE)
    return l->value >= 2 && l->words >= 5 && l->tag != CSTO_G_DATE;
  if (l->cls == CSTO_K_CAPTION) return l->copies > 1 || l->tag == CSTO_G_H1;
  if (l->cls != CSTO_K_TEXT && l->cls != CSTO_K_PROSE) return 0;
  if (l->cls == CSTO_K_TEXT && l->value == 9) return 0;
  if (l->letters <= l->digits * 2u) return 0;
  if (l->words <= 3 && l->copies < 2 && csto_infer_masthead(p, l)) return 0;
  if (l->words <= 12 && csto_infer_host_line(p, l)) return 0;
  if (l->words <= 4 && csto_infer_only_agency(p, l)) return 0;
  if (foreign(p, l)) return 0;
  return 1;
}

/* Does the line open the page, with its copy next, or with no other short
** line before it? */
static int opens(const csto_work *w, size_t i) {
  size_t j;
  if (i > 20) return 0;
  for (j = 0; j < i; j++) {
    int c = w->p->lines[j].cls;
    if (c != CSTO_K_DATE && c != CSTO_K_URL && c != CSTO_K_FIELD) return 0;
  }
  return !w->p->markup;
}

/* A sentence with its full stop is no headline. */
static int sentence(const csto_page *p, const csto_line *l) {
  size_t n = csto_line_n(l);
  const char *s = csto_line_s(p, l);
  if (l->cls != CSTO_K_PROSE) return 0;
  return (l->ends && s[n - 1] == '.' && !l->dots) ||
         (l->words >= 20 && l->commas + l->stops >= 3);
}

static int title_score(csto_work *w, size_t i, const uint64_t *claim) {
  csto_page *p = w->p;
  csto_line *l = &p->lines[i];
  unsigned all, hit;
  int s = 0, strong = 0;
  hit = csto_vocab_share(&w->v, csto_line_s(p, l), csto_line_n(l), &all);
  if (all) s += (int)(hit * 12 / all);
  if (all && hit * 3 >= all && hit >= 2) strong = 1;
  if (i == 0 && hit && l->words >= 4) strong = 1;
  if (l->copies > 1 && (hit || opens(w, i))) {
    s += l->copies < 5 ? 5 * (l->copies - 1) : 20;
    if (opens(w, i)) s += 6;
    strong = 1;
  }
  if (claim[0] && l->hash == claim[0]) s += 24, strong = 1;
  else if (p->claim[CSTO_F_TITLE].s &&
           words_in(p, l, &w->claimed) >= 80 && all >= 3)
    s += 18, strong = 1;
  if (p->claim[CSTO_F_URL].s && all >= 2) {
    unsigned u = words_in(p, l, &w->address);
    if (u >= 50) s += (int)u / 10, strong = 1;
  }
  if (l->tag == CSTO_G_H1) s += 10, strong = 1;
  else if (l->tag == CSTO_G_HEAD) s += 3;
  if (i == 0) s += 3;
  if (l->words < 5) s -= 3;
  if (l->words < 4) s -= 3;
  if (l->words < 3) s -= 3;
  if (l->words >= 7 && l->words <= 20) s += 2;
  if (l->words > 24) s -= 4;
  if (l->bullet) s -= 5;
  if (l->cls == CSTO_K_DATE) s -= 2;
  if (l->cls == CSTO_K_CAPTION) s -= 8;
  if (p->text[l->end - 1] == ':') s -= 6;
  if (l->link > 50 && l->tag != CSTO_G_H1) s -= 8;
  if (i < w->first && w->first - i <= 3) s += 2;
  if (sentence(p, l) && l->hash != claim[0]) s -= 100;
  return strong ? s : s - 100;
}

/* A text with no furniture at all holds nothing but its article. */
int csto_infer_is_clean(const csto_page *p) {
  size_t i;
  for (i = 0; i < p->nlines; i++) {
    int c = p->lines[i].cls;
    if ((c == CSTO_K_NAV && !p->lines[i].bullet) || c == CSTO_K_END ||
        c == CSTO_K_RELATED || c == CSTO_K_INSET || c == CSTO_K_OTHER ||
        (c == CSTO_K_TICKER && i == 0))
      return 0;
  }
  return !p->markup;
}

/* Then long lines without a stop are text too, and the text goes on to the
** last line that is not of another kind. */
void csto_infer_clean_page(csto_work *w) {
  csto_page *p = w->p;
  size_t i, from = w->title < p->nlines ? w->title + 1 : 0;
  for (i = from; i < p->nlines; i++)
    if (p->lines[i].cls == CSTO_K_TICKER) p->lines[i].cls = CSTO_K_PROSE;
  csto_infer_find_block(w, from);
  if (w->first >= w->e) return;
  for (i = w->e; i < p->nlines; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_PROSE ||
        (l->cls == CSTO_K_TEXT && l->words >= 2 && !csto_infer_closes(p, i) &&
         !csto_infer_only_agency(p, l) && !foreign(p, l))) {
      l->used = l->cls == CSTO_K_TEXT;
      w->e = i + 1;
    }
  }
}

/* A section's name with its blurb above the headline: two words of the name
** and none of the blurb recur in the text below. */
static size_t blurb(csto_work *w, size_t t) {
  csto_page *p = w->p;
  size_t i, u, q = p->nlines;
  csto_vocab v;
  unsigned all, hu, ht, hp;
  for (i = t + 1; i < w->e && p->lines[i].cls != CSTO_K_PROSE;) i++;
  if (i >= w->e || p->lines[t].words > 6 || p->lines[i].words > 70) return t;
  /* said more often than the section's name */
  for (u = i + 1; u < p->nlines && u < i + 3; u++)
    if (p->lines[u].cls == CSTO_K_TEXT && p->lines[u].words >= 5 &&
        p->lines[u].copies > p->lines[t].copies && p->lines[u].copies > 2)
      return u;
  for (u = i + 1; u < w->e && u < i + 3; u++)
    if (p->lines[u].cls == CSTO_K_TEXT && p->lines[u].words >= 6) {
      q = u;
      break;
    } else if (p->lines[u].cls == CSTO_K_PROSE) {
      return t;
    }
  if (q == p->nlines || csto_vocab_init(&v, p->arena, 600)) return t;
  for (u = q + 1; u < w->e; u++)
    if (p->lines[u].cls == CSTO_K_PROSE)
      csto_vocab_add(&v, csto_line_s(p, &p->lines[u]),
                     csto_line_n(&p->lines[u]));
  hu = csto_vocab_share(&v, csto_line_s(p, &p->lines[q]),
                        csto_line_n(&p->lines[q]), &all);
  hu = all ? hu * 100 / all : 0;
  ht = csto_vocab_share(&v, csto_line_s(p, &p->lines[t]),
                        csto_line_n(&p->lines[t]), &all);
  ht = all ? ht * 100 / all : 0;
  hp = csto_vocab_share(&v, csto_line_s(p, &p->lines[i]),
                        csto_line_n(&p->lines[i]), &all);
  hp = all ? hp * 100 / all : 0;
  return hu >= 40 && hu >= ht + 10 && hp < 30 ? q : t;
}

/* The headline without the site's name, if it stands so elsewhere. */
static size_t bare(csto_work *w, size_t t) {
  csto_page *p = w->p;
  const csto_line *l = &p->lines[t];
  size_t i, n;
  for (i = t + 1; i < w->e && i < t + 400; i++) {
    const csto_line *b = &p->lines[i];
    n = csto_line_n(b);
    /* a headline cut off, and whole further down */
    if (l->dots && b->open == l->open && b->letters > l->letters &&
        b->cls == CSTO_K_TEXT && !b->dots)
      return i;
    if (b->open == l->open && b->letters < l->letters && b->letters >= 16 &&
        b->cls == CSTO_K_TEXT && l->letters - b->letters < 30 &&
        l->words - b->words <= 5 && n > 8) {
      size_t k = n < csto_line_n(l) ? n : csto_line_n(l);
      if (memcmp(p->text + b->end - 4, p->text + l->start + k - 4, 4) == 0 ||
          memchr(csto_line_s(p, l), '|', csto_line_n(l)) ||
          memmem(csto_line_s(p, l), csto_line_n(l), " - ", 3))
        return i;
    }
  }
  return t;
}

/* "report: ...", "watch: ...": the one line before the text has a label but
** is its headline. */
static void labelled(csto_work *w) {
  csto_page *p = w->p;
  size_t i, at = p->nlines;
  for (i = 0; i < w->first && i < 12; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_FIELD && l->words >= 5 &&
        (l->field == CSTO_F_AUTHOR || l->field == CSTO_F_RELATED ||
         (i == 0 && (l->field == CSTO_F_AGENCY ||
                     l->field == CSTO_F_CREDIT)))) {
      if (at < p->nlines && l->hash != p->lines[at].hash) return;
      if (at == p->nlines) at = i;
    } else if (l->cls != CSTO_K_DATE && l->cls != CSTO_K_URL) {
      return;
    }
  }
  if (at == p->nlines || w->first >= w->e) return;
  for (i = at; i < w->first; i++)
    if (p->lines[i].cls == CSTO_K_FIELD) p->lines[i].cls = CSTO_K_TEXT;
  w->title = at;
}

/* The line before or in the block with the highest score; nlines: none that
** may be the headline. */
static size_t best_line(csto_work *w, int *score) {
  csto_page *p = w->p;
  uint64_t claim[1];
  size_t i, best = p->nlines, prose = 0;
  int sentences = 0, s;
  claim[0] = hash_of(p, p->claim[CSTO_F_TITLE]);
  *score = -1000;
  for (i = 0; i < p->nlines && prose < 2; i++)
    prose += p->lines[i].cls == CSTO_K_PROSE && !p->lines[i].copy;
  for (i = 0; i < w->e; i++) {
    csto_line *l = &p->lines[i];
    int in = sentences;
    /* after whole sentences of the block a short line is a sub-heading */
    if (i >= w->b && l->cls == CSTO_K_PROSE && l->ends) sentences = 1;
    if (l->copy || !may_be_title(p, l)) continue;
    /* the only paragraph is the text */
    if (l->cls == CSTO_K_PROSE && l->copies < 2 && l->hash != claim[0] &&
        (prose < 2 || (l->words > 24 && i > 0)))
      continue;
    if (in && l->copies < 2 &&
        !(p->claim[CSTO_F_TITLE].s && l->hash == claim[0]))
      continue;
    s = title_score(w, i, claim);
    if (in) s -= l->copies > 2 ? 4 : 12;
    /* of two that are nearly alike the first is the headline */
    if (s > (*score >= 3 ? *score + 4 : *score)) {
      *score = s;
      best = i;
    }
  }
  return best;
}

/* The one short line above the text, with nothing but its date between. */
static size_t only_short_line(const csto_work *w) {
  const csto_page *p = w->p;
  size_t i, n = 0, at = p->nlines;
  for (i = 0; i < w->first; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_TEXT && csto_infer_host_line(p, l)) continue;
    if (l->cls == CSTO_K_TEXT && l->words >= 2 &&
        ((n == 0 && !slashed(p, l)) || !csto_infer_byline(w, i)))
      n++, at = i;
    else if (l->cls != CSTO_K_DATE && l->cls != CSTO_K_FIELD &&
             l->cls != CSTO_K_URL)
      return p->nlines;
  }
  return n == 1 ? at : p->nlines;
}

/* The line that opens a page which is all article. */
static size_t opening_line(const csto_work *w) {
  const csto_page *p = w->p;
  size_t i;
  if (!csto_infer_is_clean(p)) return p->nlines;
  for (i = 0; i < p->nlines; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_URL || l->cls == CSTO_K_FIELD ||
        (l->cls == CSTO_K_DATE && l->value < 2))
      continue;
    if ((l->cls == CSTO_K_TEXT || l->cls == CSTO_K_DATE) && l->words >= 3 &&
        i + 1 < p->nlines && p->lines[i + 1].cls != CSTO_K_RELATIVE &&
        may_be_title(p, l) && l->latin * 2u < l->letters &&
        !(slashed(p, l) && csto_infer_byline(w, i)))
      return i;
    break;
  }
  return p->nlines;
}

/* Nothing speaks for a line but its place. */
static size_t by_place(const csto_work *w) {
  const csto_page *p = w->p;
  size_t at = only_short_line(w);
  if (at == p->nlines) at = opening_line(w);
  if (at < p->nlines && p->text[p->lines[at].end - 1] != ':' &&
      may_be_title(p, &p->lines[at]))
    return at;
  /* a long line without a stop that opens the file */
  if (w->first == 0 && p->lines[0].cls == CSTO_K_PROSE &&
      !p->lines[0].ends && p->lines[0].words <= 34 && p->nlines > 1 &&
      !sentence(p, &p->lines[0]) && p->lines[1].cls == CSTO_K_PROSE &&
      p->lines[1].ends)
    return 0;
  return p->nlines;
}

void csto_infer_find_title(csto_work *w) {
  csto_page *p = w->p;
  size_t best, j;
  int score;
  w->title = p->nlines;
  best = best_line(w, &score);
  if (score >= 3) w->title = bare(w, blurb(w, best));
  else if (w->first < p->nlines && !p->markup) w->title = by_place(w);
  if (w->title == p->nlines && !p->markup) labelled(w);
  if (w->title == p->nlines) {
    w->head = w->b;
    return;
  }
  csto_infer_find_block(w, w->title + 1);
  w->head = w->title;
  for (j = w->title + 1; j < w->first; j++)
    if (p->lines[j].hash == p->lines[w->title].hash) w->head = j;
}

/* A page with no furniture that opens with its one short line (once, or
** twice running) and goes on with prose: no need to weigh words. */
int csto_infer_only_title(csto_work *w) {
  const csto_page *p = w->p;
  size_t i, at = p->nlines;
  if (!w->clean || p->claim[CSTO_F_TITLE].s || p->nlines < 2) return 0;
  if (w->first >= w->e && !(p->lines[0].cls == CSTO_K_TEXT &&
                            p->lines[0].words <= 24))
    return 0;
  for (i = 0; i < w->first; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_URL || (l->cls == CSTO_K_DATE && l->value < 2) ||
        (l->cls == CSTO_K_FIELD && l->field != CSTO_F_RELATED))
      continue;
    if (l->cls != CSTO_K_TEXT) return 0;
    if (at == p->nlines) at = i;
    else if (l->hash != p->lines[at].hash) {
      /* apart from what follows it, the first line is the headline */
      if (at || !p->lines[1].blank || (p->nlines > 2 && p->lines[2].blank))
        return 0;
      break;
    }
  }
  if (at == 0 && p->lines[1].blank && p->lines[0].words < 3 &&
      p->lines[0].letters > 2 && !p->lines[0].latin && !p->lines[0].digits &&
      w->first < w->e && !csto_infer_masthead(p, &p->lines[0]) &&
      !csto_infer_only_agency(p, &p->lines[0]) &&
      p->text[p->lines[0].end - 1] != ':') {
    w->title = 0;                    /* a word or two apart from the text */
    return 1;
  }
  if (w->first >= w->e) at = 0;      /* no prose: the lines are the text */
  if (at == p->nlines || !may_be_title(p, &p->lines[at]) ||
      p->lines[at].words < 3 || p->text[p->lines[at].end - 1] == ':' ||
      p->lines[at].latin * 2u > p->lines[at].letters || p->lines[at].bullet ||
      slashed(p, &p->lines[at]))
    return 0;
  w->title = at;
  return 1;
}

/* "headline | site" without the site. */
csto_str csto_infer_without_site(csto_str t, csto_str site) {
  size_t i, spaces = 0;
  const char *url = memmem(t.s, t.n, " http", 5);
  if (url && url > t.s + 12) t.n = (size_t)(url - t.s);
  if (site.s && site.n + 12 < t.n &&
      memcmp(t.s + t.n - site.n, site.s, site.n) == 0) {
    csto_str bare = t;
    bare.n -= site.n;
    bare = csto_infer_trim(bare);
    if (bare.s && bare.n + site.n + 1 < t.n) return bare;
  }
  for (i = t.n; i-- > 12;) {
    spaces += t.s[i] == ' ';
    if (t.s[i] == '|' && spaces <= 5 && i > t.n - i) {
      t.n = i;
      return csto_infer_trim(t);
    }
  }
  return t;
}
