/* infer.c - which lines of a page are its article, and what its other lines
** say of it.
**
** No layout is known by name.  The block of prose is the run of lines with
** the largest sum of words, where short lines, menus and heads of other
** lists cost (a maximum subarray).  The headline is the short line before
** (or, if it is repeated or claimed, inside) that block which has most for
** it: copies, words in common with the prose, the page's own claims, its
** address, its place.  Then the block is sought again behind the headline,
** and the lines around it give date, byline, source, picture and lead, each
** piece of evidence with a weight.  Linear in the lines.
*/
#include <stdio.h>
#include <string.h>
#include "article/page.h"
#include "article/vocab.h"
#include "article/when.h"
#include "base/hash.h"
#include "base/rc.h"
#include "text/table.h"

CSTO_TABLE(article_labels);

typedef struct work {
  csto_page *p;
  csto_article *a;
  csto_vocab v;
  csto_vocab claimed, address;    /* words of the claimed title, of the url */
  size_t b, e;        /* block: first line, line after the last */
  size_t title;       /* its first copy, or nlines */
  size_t head;        /* its last copy before the prose, or `title` */
  size_t first;       /* first prose line of the block, or e */
  int furniture;      /* lines of menus and buttons */
  int clean;          /* the page has none at all */
} work;

static csto_str piece(const csto_page *p, uint32_t from, uint32_t to) {
  csto_str s;
  while (to > from && (p->text[from] == ' ' || p->text[from] == '\t')) from++;
  while (to > from && (p->text[to - 1] == ' ' || p->text[to - 1] == '\t'))
    to--;
  s.s = to > from ? p->text + from : NULL;
  s.n = to - from;
  return s;
}

static int byline(const work *w, size_t i);
static int is_clean(const csto_page *p);
static int closes(const csto_page *p, size_t i);

/* ---- copies ---- */

/* Marks lines that repeat an earlier one. */
static int find_copies(csto_page *p) {
  size_t n = 64, i, j;
  uint32_t *slot;
  while (n < p->nlines * 2) n *= 2;
  slot = csto_arena_zalloc(p->arena, n * sizeof *slot);
  if (!slot) return CSTO_NOMEM;
  for (i = 0; i < p->nlines; i++) {
    csto_line *l = &p->lines[i];
    if (l->letters == 0) continue;
    j = (size_t)l->hash & (n - 1);
    while (slot[j] && p->lines[slot[j] - 1].hash != l->hash)
      j = (j + 1) & (n - 1);
    if (slot[j]) {
      csto_line *f = &p->lines[slot[j] - 1];
      l->copy = 1;
      if (f->copies < 250) f->copies++;
      l->copies = f->copies;
    } else {
      slot[j] = (uint32_t)i + 1;
      l->copies = 1;
    }
  }
  return CSTO_OK;
}

/* ---- the block of prose ---- */

static int worth(const csto_line *l) {
  switch (l->cls) {
    case CSTO_K_PROSE: {
      int w = l->words < 80 ? (int)l->words : 80;
      if (l->copy) return 0;
      if (l->link > 40) return -8;
      return w + 4;
    }
    case CSTO_K_TEXT:
      if (l->tag == CSTO_G_CELL && l->link < 30) return -1;
      if (l->tag == CSTO_G_ITEM && l->link < 30) return -2;
      return l->bullet ? -3 : -6;
    case CSTO_K_TICKER: return -20;
    case CSTO_K_RELATED: return -18;
    case CSTO_K_END: return -30;
    case CSTO_K_NAV: return l->tag == CSTO_G_NAV ? -12 : -8;
    case CSTO_K_FIELD:
      return l->field == CSTO_F_RELATED ? -6 : l->field == CSTO_F_SKIP ? -10
                                                                       : -4;
    default: return -5;
  }
}

static void find_block(work *w, size_t from) {
  const csto_page *p = w->p;
  long best = 0, sum = 0;
  size_t i, start = from;
  w->b = w->e = from;
  for (i = from; i < p->nlines; i++) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += worth(&p->lines[i]);
    if (sum > best) {
      best = sum;
      w->b = start;
      w->e = i + 1;
    }
  }
  for (w->first = w->b; w->first < w->e; w->first++)
    if (p->lines[w->first].cls == CSTO_K_PROSE) break;
}

static int make_vocab(work *w) {
  size_t i, ended = 0, longest = 0, bytes = 0;
  int rc = csto_vocab_init(&w->v, w->p->arena, 600);
  if (rc) return rc;
  for (i = w->b; i < w->e; i++)
    if (w->p->lines[i].cls == CSTO_K_PROSE) {
      ended += w->p->lines[i].ends;
      if (w->p->lines[i].words > longest) longest = w->p->lines[i].words;
    }
  for (i = w->b; i < w->e && bytes < 3000; i++) {
    const csto_line *l = &w->p->lines[i];
    size_t n = csto_line_n(l) < 3000 ? csto_line_n(l) : 3000;
    /* lines without a stop may be teasers of something else */
    if (l->cls == CSTO_K_PROSE &&
        (ended ? l->ends : l->words * 2 >= longest)) {
      csto_vocab_add(&w->v, csto_line_s(w->p, l), n);
      bytes += n;
    }
  }
  return CSTO_OK;
}

/* A short line that begins as its neighbour does, and ends before it, is the
** same picture's line, cut off. */
static void pairs(csto_page *p) {
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

/* Lines above the text that are whole rows of other headlines. */
static void tickers(work *w) {
  csto_page *p = w->p;
  size_t i;
  unsigned all, hit;
  for (i = w->b; i < w->e; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_PROSE && l->ends) break;
    if (l->cls != CSTO_K_PROSE || l->copies > 1) continue;
    hit = csto_vocab_share(&w->v, csto_line_s(p, l), csto_line_n(l), &all);
    if (l->words >= 25 && !l->dots && hit * 4 < all) l->cls = CSTO_K_TICKER;
  }
}

/* ---- the headline ---- */

static int same_letters(const csto_page *p, const csto_line *l,
                        const csto_str *s, uint64_t hash) {
  (void)p;
  return s->s && hash == l->hash;
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

static int claim_vocab(csto_page *p, csto_vocab *v, int field) {
  int rc = csto_vocab_init(v, p->arena, 64);
  if (rc == CSTO_OK && p->claim[field].s)
    csto_vocab_add(v, p->claim[field].s, p->claim[field].n);
  return rc;
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
  if (l->letters <= l->digits * 2u) return 0;
  return 1;
}

/* Does the line open the page, with its copy next, or with no other short
** line before it? */
static int opens(const work *w, size_t i) {
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
  return l->cls == CSTO_K_PROSE && l->ends && s[n - 1] == '.' && !l->dots;
}

static int title_score(work *w, size_t i, const uint64_t *claim) {
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
static int is_clean(const csto_page *p) {
  size_t i;
  for (i = 0; i < p->nlines; i++) {
    int c = p->lines[i].cls;
    if (c == CSTO_K_NAV || c == CSTO_K_END || c == CSTO_K_RELATED ||
        (c == CSTO_K_TICKER && i == 0))
      return 0;
  }
  return !p->markup;
}

/* Then long lines without a stop are text too, and the text goes on to the
** last line that is not of another kind. */
static void clean_page(work *w) {
  csto_page *p = w->p;
  size_t i, from = w->title < p->nlines ? w->title + 1 : 0;
  for (i = from; i < p->nlines; i++)
    if (p->lines[i].cls == CSTO_K_TICKER) p->lines[i].cls = CSTO_K_PROSE;
  find_block(w, from);
  if (w->first >= w->e) return;
  for (i = w->e; i < p->nlines; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_PROSE ||
        (l->cls == CSTO_K_TEXT && l->words >= 2 && !closes(p, i))) {
      l->used = l->cls == CSTO_K_TEXT;
      w->e = i + 1;
    }
  }
}

/* A section's name with its blurb above the headline: two words of the name
** and none of the blurb recur in the text below. */
static size_t blurb(work *w, size_t t) {
  csto_page *p = w->p;
  size_t i, u, q = p->nlines;
  csto_vocab v;
  unsigned all, hu, ht, hp;
  for (i = t + 1; i < w->e && p->lines[i].cls != CSTO_K_PROSE;) i++;
  if (i >= w->e || p->lines[t].words > 6 || p->lines[i].words > 70) return t;
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
static size_t bare(work *w, size_t t) {
  csto_page *p = w->p;
  const csto_line *l = &p->lines[t];
  size_t i, n;
  for (i = t + 1; i < w->e && i < t + 400; i++) {
    const csto_line *b = &p->lines[i];
    n = csto_line_n(b);
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

static void find_title(work *w) {
  csto_page *p = w->p;
  uint64_t claim[1];
  size_t i, j, best = p->nlines;
  int top = -1000, sentences = 0;
  claim[0] = hash_of(p, p->claim[CSTO_F_TITLE]);
  w->title = p->nlines;
  for (i = 0; i < w->e; i++) {
    csto_line *l = &p->lines[i];
    int s, in = sentences;
    /* after whole sentences of the block a short line is a sub-heading */
    if (i >= w->b && l->cls == CSTO_K_PROSE && l->ends) sentences = 1;
    if (l->copy || !may_be_title(p, l)) continue;
    if (in && l->copies < 2 && !same_letters(p, l, &p->claim[CSTO_F_TITLE],
                                             claim[0]))
      continue;
    s = title_score(w, i, claim);
    if (in) s -= l->copies > 2 ? 4 : 12;
    /* of two that are nearly alike the first is the headline */
    if (s > (top >= 3 ? top + 4 : top)) {
      top = s;
      best = i;
    }
  }
  if (top >= 3) {
    w->title = bare(w, blurb(w, best));
  } else if (w->first < p->nlines && !p->markup) {
    /* nothing speaks for it but its place: the one short line above the
    ** text, with nothing but its date between */
    size_t n = 0, at = p->nlines;
    for (i = 0; i < w->first; i++) {
      int c = p->lines[i].cls;
      if (c == CSTO_K_TEXT && p->lines[i].words >= 2 &&
          (n == 0 || !byline(w, i)))
        n++, at = i;
      else if (c != CSTO_K_DATE && c != CSTO_K_FIELD && c != CSTO_K_URL) n = 9;
    }
    /* a page that is all article opens with its headline */
    for (i = 0; n != 1 && is_clean(p) && i < p->nlines; i++) {
      const csto_line *l = &p->lines[i];
      if (l->cls == CSTO_K_URL || l->cls == CSTO_K_FIELD ||
          (l->cls == CSTO_K_DATE && l->value < 2))
        continue;
      if ((l->cls == CSTO_K_TEXT || l->cls == CSTO_K_DATE) && l->words >= 3 && i + 1 < p->nlines &&
          p->lines[i + 1].cls != CSTO_K_RELATIVE && may_be_title(p, l) &&
          l->latin * 2u < l->letters)
        n = 1, at = i;
      break;
    }
    if (n == 1 && p->text[p->lines[at].end - 1] != ':') w->title = at;
    /* a long line without a stop that opens the file */
    if (n == 0 && w->first == 0 && p->lines[0].cls == CSTO_K_PROSE &&
        !p->lines[0].ends && p->lines[0].words <= 34 && p->nlines > 1 &&
        p->lines[1].cls == CSTO_K_PROSE && p->lines[1].ends)
      w->title = 0;
  }
  if (w->title == p->nlines) {
    w->head = w->b;
    return;
  }
  find_block(w, w->title + 1);
  w->head = w->title;
  for (j = w->title + 1; j < w->first; j++)
    if (p->lines[j].hash == p->lines[w->title].hash) w->head = j;
}

/* ---- the date ---- */

/* Where a label of the field stands inside a line: *to is behind its colon.
** 0: nowhere. */
static int label_inside(const char *s, size_t n, int field, size_t *from,
                        size_t *to) {
  const char *c = s, *b;
  char buf[1400];
  csto_words w;
  while ((c = memchr(c, ':', n - (size_t)(c - s))) != NULL) {
    int words;
    for (words = 0, b = c; b > s && words < 2; words++) {
      csto_hit h;
      while (b > s && b[-1] == ' ') b--;
      while (b > s && b[-1] != ' ' && b[-1] != '(' && b[-1] != '|' &&
             (b[-1] < '0' || b[-1] > '9'))
        b--;
      csto_words_cut(&w, b, (size_t)(c - b), 1, 4, buf, sizeof buf);
      if (!w.n || w.more) break;
      h = csto_table_find(&csto_table_article_labels, w.text,
                          w.end[w.n - 1]);
      if (h && csto_field_named(csto_table_cell(
                   &csto_table_article_labels,
                   csto_table_row(&csto_table_article_labels, h), 1)) ==
                   field) {
        *from = (size_t)(b - s);
        *to = (size_t)(c - s) + 1;
        return 1;
      }
    }
    c++;
  }
  return 0;
}



typedef struct choice {
  int score;
  csto_when w;
  csto_str text;
} choice;

static void offer(choice *best, int score, const csto_when *w, const char *s) {
  if (w->agrees < 0) return;
  if (w->agrees > 0) score++;
  if (w->time) score++;
  if (score <= best->score) {
    /* the same day with its hour, stated elsewhere */
    if (best->score > 0 && score > 3 && w->time && !best->w.time &&
        w->y == best->w.y && w->m == best->w.m && w->d == best->w.d) {
      best->w = *w;
      best->text.s = s + w->start;
      best->text.n = w->end - w->start;
    }
    return;
  }
  if (best->score > 0 && best->w.time && !w->time && w->y == best->w.y &&
      w->m == best->w.m && w->d == best->w.d) {
    best->score = score;
    return;
  }
  best->score = score;
  best->w = *w;
  best->text.s = s + w->start;
  best->text.n = w->end - w->start;
}

/* Is the line one of those that show the visitor's day: a Hijri date, the
** weather, a city's clock? */
static int clock_like(const csto_page *p, size_t i) {
  const csto_line *l = &p->lines[i];
  char buf[1400];
  csto_words w;
  size_t k;
  if (l->words > 8) return 0;
  if (memmem(csto_line_s(p, l), csto_line_n(l), "°", 2)) return 1;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 8, buf,
                 sizeof buf);
  for (k = 0; k < w.n; k++)
    if (l->digits >= 5 &&
        csto_marked(w.text + w.at[k], w.end[k] - w.at[k], "hijri"))
      return 1;
  if (w.n >= 3 && w.n <= 4 && l->digits >= 3 && l->digits <= 4 &&
      memchr(csto_line_s(p, l), ':', csto_line_n(l)))
    return 1;
  return 0;
}

static int day_of_visit(const work *w, size_t i) {
  size_t j, lo = i > 4 ? i - 4 : 0, hi = i + 4;
  const csto_page *p = w->p;
  for (j = lo; j <= hi && j < p->nlines && j < w->first; j++)
    if (j != i && clock_like(p, j)) return 1;
  return 0;
}

/* "place, date (agency) -": the head of a wire story. */
static int wire(const char *s, size_t n, const csto_when *d) {
  size_t i, spaces = 0;
  if (d->start > 60) return 0;
  for (i = 0; i < d->start; i++) {
    if (s[i] == ' ') spaces++;
    if (s[i] == ':' || s[i] == '*') return 0;
  }
  if (spaces > 4) return 0;
  i = d->end;
  while (i < n && s[i] == ' ') i++;
  return i < n && (s[i] == '(' || s[i] == '/' || s[i] == '-' || s[i] == ':' ||
                   memcmp(s + i, "–", n - i < 3 ? n - i : 3) == 0);
}

/* Where a word that means the article's own day begins in s[from..n); n:
** nowhere. */
static size_t today(const char *s, size_t from, size_t n) {
  char buf[2600];
  csto_words w;
  size_t i;
  do {
    csto_words_cut(&w, s + from, n - from, 0, 16, buf, sizeof buf);
    for (i = 0; i < w.n; i++)
      if (csto_marked(w.text + w.at[i], w.end[i] - w.at[i], "today"))
        return from + w.to[i];
    if (w.n) from += w.to[w.n - 1];
  } while (w.more && w.n);
  return n;
}

/* Dates in running text that are the article's own day: "today" beside the
** date, or the date at the line's start with a time or after a place. */
static void dateline(work *w, size_t i, choice *best, int today_too) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l) < 700 ? csto_line_n(l) : 700, from = 0;
  csto_when d;
  if (l->digits < 5) return;
  if (csto_when_read(s, n < 160 ? n : 160, &d) &&
      (d.start == 0 ? d.time : today_too && wire(s, n, &d)))
    offer(best, 5, &d, s);
  while (today_too && from < n && (from = today(s, from, n)) < n) {
    size_t left = csto_line_n(l) - from;
    if (csto_when_read(s + from, left < 110 ? left : 110, &d) &&
        d.start < 60 && d.word)
      offer(best, d.weekday ? 6 : 5, &d, s + from);
  }
}

static void find_date(work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  choice best, upd;
  csto_when d;
  size_t i, hi = w->e + 12 < p->nlines ? w->e + 12 : p->nlines, lo;
  size_t from = w->title < p->nlines ? w->title : w->b;
  int ended = 0;
  csto_str c = p->claim[CSTO_F_PUBLISHED];
  memset(&best, 0, sizeof best);
  memset(&upd, 0, sizeof upd);
  if (c.s && csto_when_read(c.s, c.n, &d))
    offer(&best, 9 + p->weight[CSTO_F_PUBLISHED], &d, c.s);
  c = p->claim[CSTO_F_UPDATED];
  if (c.s && csto_when_read(c.s, c.n, &d)) offer(&upd, 20, &d, c.s);
  c = p->claim[CSTO_F_URL];
  if (c.s && csto_when_url(c.s, c.n, &d)) offer(&best, 9, &d, c.s);
  lo = from > 12 ? from - 12 : 0;
  for (i = lo; i < hi; i++) {
    const csto_line *l = &p->lines[i];
    const char *s = csto_line_s(p, l);
    size_t n = csto_line_n(l);
    int score = 0;
    if (i >= w->first && (l->cls == CSTO_K_END || l->cls == CSTO_K_RELATED))
      ended = 1;
    if (l->tag == CSTO_G_NAV) continue;
    if (l->cls == CSTO_K_FIELD &&
        (l->field == CSTO_F_PUBLISHED || l->field == CSTO_F_UPDATED)) {
      size_t lf, lt;
      const char *v = p->text + l->value;
      size_t k = l->end > l->value ? l->end - l->value : 0;
      if (k == 0 && i + 1 < p->nlines && p->lines[i + 1].cls == CSTO_K_DATE) {
        v = csto_line_s(p, &p->lines[i + 1]);
        k = csto_line_n(&p->lines[i + 1]);
      }
      if (!csto_when_read(v, k, &d)) continue;
      if (label_inside(v, k, CSTO_F_UPDATED, &lf, &lt) && lf > d.start) {
        csto_when u;
        if (csto_when_read(v + lt, k - lt, &u)) offer(&upd, 9, &u, v + lt);
      }
      if (l->field == CSTO_F_PUBLISHED)
        offer(&best, ended ? 4 : i < from ? 9 : 11, &d, v);
      else
        offer(&upd, 10, &d, v);
      continue;
    }
    if (l->cls == CSTO_K_DATE && i != w->title && i >= from) {
      size_t lf, lt;
      if (label_inside(s, n, CSTO_F_UPDATED, &lf, &lt) && lf > 0 &&
          csto_when_read(s + lt, n - lt, &d))
        offer(&upd, 9, &d, s + lt);
    }
    if (l->cls == CSTO_K_DATE && i != w->title) {
      if (!csto_when_read(s, n, &d)) continue;
      if (i > from && i < w->first + 1) score = 8;
      else if (i < from)
        score = day_of_visit(w, i) ? 1
                : !w->furniture && w->title == p->nlines ? 6
                : i + 2 >= from && w->furniture <= 2 ? 6
                : i + 1 == from && !w->furniture ? 6
                : i + 1 == from && d.time ? 5 : 1;
      else if (i < w->e) score = 2;
      else if (!ended && i < w->e + 4) score = 4;
      if (l->tag == CSTO_G_DATE && i >= from && !ended) score += 1;
      if (l->value >= 2) score -= 2;
      if (score > 1) offer(&best, score, &d, s);
      continue;
    }
    if (l->cls == CSTO_K_PROSE && i >= from)
      dateline(w, i, &best, i < w->first + 3);
    if (l->cls == CSTO_K_CAPTION && i >= from && i < w->first &&
        l->digits >= 7 && csto_when_read(s, n, &d))
      offer(&best, 3, &d, s);
  }
  if (best.score >= 4) {
    char *copy = csto_arena_str(p->arena, best.w.value, strlen(best.w.value));
    if (copy) {
      a->published.s = copy;
      a->published.n = strlen(copy);
      a->published_text = best.text;
    }
  }
  if (upd.score > 0) {
    char *copy = csto_arena_str(p->arena, upd.w.value, strlen(upd.w.value));
    if (copy) {
      a->updated.s = copy;
      a->updated.n = strlen(copy);
    }
  }
}

/* ---- byline, source, picture ---- */

static csto_str trim(csto_str s) {
  static const char cut[] = " \t:;-|/,.*";
  for (;;) {
    if (s.n && strchr(cut, s.s[0])) s.s++, s.n--;
    else if (s.n > 1 && memcmp(s.s, "،", 2) == 0) s.s += 2, s.n -= 2;
    else break;
  }
  while (s.n && strchr(cut, s.s[s.n - 1])) s.n--;
  if (s.n && s.s[s.n - 1] == ')' && !memchr(s.s, '(', s.n)) s.n--;
  if (s.n == 0) s.s = NULL;
  return s;
}

/* A byline without the Latin words of buttons before it. */
static csto_str name_of(csto_str s) {
  size_t i = 0;
  while (i < s.n && (unsigned char)s.s[i] < 128) i++;
  if (i == s.n) return trim(s);
  if (memchr(s.s, '(', i)) return trim(s);
  s.s += i;
  s.n -= i;
  return trim(s);
}

static void value_of(const csto_page *p, size_t i, csto_str *out) {
  const csto_line *l = &p->lines[i];
  csto_str v = trim(piece(p, l->value, l->end));
  if (!v.s && i + 1 < p->nlines && p->lines[i + 1].cls == CSTO_K_TEXT &&
      p->lines[i + 1].words <= 6)
    v = trim(piece(p, p->lines[i + 1].start, p->lines[i + 1].end));
  if (v.s && v.n < 300 && !out->s) *out = v;
}

/* Parts of a picture's line: caption / credit, © credit, (photo: credit). */
static void picture(csto_page *p, const csto_line *l, csto_article *a) {
  const char *s = csto_line_s(p, l), *t;
  size_t n = csto_line_n(l);
  csto_str cap = {NULL, 0}, cred = {NULL, 0};
  size_t from, to;
  if (n > 2 && memcmp(s, "©", 2) == 0) {
    t = memmem(s, n, " / ", 3);
    cred.s = s + 2;
    cred.n = (t ? (size_t)(t - s) : n) - 2;
  } else if ((t = memmem(s, n, "©", 2)) != NULL) {
    cap.s = s;
    cap.n = (size_t)(t - s);
    cred.s = t + 2;
    cred.n = n - cap.n - 2;
  } else if (s[n - 1] != ')' && label_inside(s, n, CSTO_F_CREDIT, &from, &to)) {
    cap.s = s;
    cap.n = from;
    cred.s = s + to;
    cred.n = n - to;
  } else if ((t = memmem(s, n, " / ", 3)) != NULL) {
    cap.s = s;
    cap.n = (size_t)(t - s);
    cred.s = t + 3;
    cred.n = n - cap.n - 3;
  } else if (s[n - 1] == ')' && (t = memrchr(s, '(', n)) != NULL) {
    size_t in = (size_t)(t - s) + 1;
    const char *c = memchr(t, ':', n - in);
    csto_words w;
    char buf[1400];
    csto_words_cut(&w, s + in, n - in - 1, 0, 6, buf, sizeof buf);
    if (c) {
      cap.s = s;
      cap.n = in - 1;
      cred.s = c + 1;
      cred.n = n - 1 - (size_t)(c + 1 - s);
    } else if (w.n &&
               csto_marked(w.text, w.end[w.n - 1], "agency")) {
      cap.s = s;
      cap.n = in - 1;
      cred.s = s + in;
      cred.n = n - in - 1;
    } else {
      cap.s = s;
      cap.n = n;
    }
  } else {
    cap.s = s;
    cap.n = n;
  }
  cap = cap.s ? trim(cap) : cap;
  cred = cred.s ? trim(cred) : cred;
  if (cap.s && !a->caption.s) a->caption = cap;
  if (cred.s && !a->credit.s) a->credit = cred;
}

/* A name alone on its line between headline and text. */
static int bare_name(const work *w, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  unsigned all, hit;
  if (l->words < 2 || l->words > 4 || l->digits || l->copies > 1 || l->ends ||
      l->commas || memchr(s, ':', csto_line_n(l)) ||
      memchr(s, '"', csto_line_n(l)) || memchr(s, '/', csto_line_n(l)))
    return 0;
  if (csto_line_n(l) > 4 && memcmp(s, "ال", 4) == 0) return 0;
  hit = csto_vocab_share(&w->v, s, csto_line_n(l), &all);
  return hit == 0 && all > 0;
}

/* "place: names", "place - agency": a byline as papers print it. */
static int byline(const work *w, size_t i) {
  const csto_page *p = w->p;
  const csto_line *l = &p->lines[i];
  const char *s = csto_line_s(p, l);
  size_t n = csto_line_n(l);
  unsigned all, hit;
  const char *c = memchr(s, ':', n);
  if (l->words < 2 || l->words > 9 || l->digits || l->copies > 1 || l->ends ||
      l->bullet)
    return 0;
  if (!c && !memmem(s, n, " - ", 3) && !memmem(s, n, " – ", 5)) return 0;
  hit = csto_vocab_share(&w->v, s, n, &all);
  if (c == s + n - 1 && !memmem(s, n, " - ", 3) && !memmem(s, n, " – ", 5))
    return 0;
  if (i >= w->first || i + 6 < w->first) return 0;
  if (c && l->words <= 5 && hit <= 1 && !memchr(s, ' ', (size_t)(c - s)))
    return 1;
  return hit * 4 <= all ||
         (hit <= 1 && (!c || c == s + n - 1) && l->words <= 6);
}

static int agency_line(const csto_page *p, const csto_line *l, csto_str *out) {
  char buf[ 1400];
  csto_words w;
  size_t k, i;
  if (l->words > 5 || l->digits) return 0;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 6, buf,
                 sizeof buf);
  for (i = 0; i < w.n; i++)
    for (k = 3; k > 0; k--) {
      if (i + k > w.n) continue;
      if (csto_marked(w.text + w.at[i], w.end[i + k - 1] - w.at[i],
                      "agency")) {
        out->s = csto_line_s(p, l) + w.from[i];
        out->n = (w.to[i] - w.from[i] > 8 && k == 1 && i + 1 < w.n
                      ? csto_line_n(l) : w.to[i + k - 1]) - w.from[i];
        *out = trim(*out);
        return 1;
      }
    }
  return 0;
}

/* "newspaper X", "agency Y" above the headline. */
static int masthead(const csto_page *p, const csto_line *l) {
  char buf[400];
  csto_words w;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 1, buf,
                 sizeof buf);
  return w.n && csto_marked(w.text, w.end[0], "masthead");
}

static void around(work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  size_t i, from = w->title < p->nlines ? w->title : w->b;
  size_t lo = from > 6 ? from - 6 : 0;
  size_t hi = w->e + 10 < p->nlines ? w->e + 10 : p->nlines;
  for (i = lo; i < hi; i++) {
    csto_line *l = &p->lines[i];
    csto_str got = {NULL, 0};
    if (i >= w->e && (l->cls == CSTO_K_END)) break;
    if (l->tag == CSTO_G_NAV) continue;
    if (l->cls == CSTO_K_FIELD) {
      switch (l->field) {
        case CSTO_F_AUTHOR: value_of(p, i, &a->author); break;
        case CSTO_F_AGENCY: value_of(p, i, &a->agency); break;
        case CSTO_F_CREDIT: value_of(p, i, &a->credit); break;
        case CSTO_F_CAPTION: value_of(p, i, &a->caption); break;
        case CSTO_F_SITE: value_of(p, i, &a->site); break;
        default: break;
      }
    } else if (l->cls == CSTO_K_TEXT && i < from && !a->site.s &&
               l->words >= 2 && l->words <= 5 && masthead(p, l)) {
      a->site = piece(p, l->start, l->end);
    } else if (l->cls == CSTO_K_CAPTION && i >= from) {
      picture(p, l, a);
    } else if (l->cls == CSTO_K_DATE) {
      size_t lf, lt;
      if (!a->agency.s && label_inside(csto_line_s(p, l), csto_line_n(l),
                                       CSTO_F_AGENCY, &lf, &lt)) {
        got.s = csto_line_s(p, l) + lt;
        got.n = csto_line_n(l) - lt;
        a->agency = trim(got);
      }
    } else if (l->cls == CSTO_K_TEXT && i > w->head && i < w->first) {
      int by = w->title < p->nlines && byline(w, i);
      if (!a->agency.s && agency_line(p, l, &got)) {
        a->agency = got;
        l->cls = CSTO_K_LABEL;
        if (by && !a->author.s) a->author = trim(piece(p, l->start, l->end));
      } else if (!a->author.s && by) {
        a->author = name_of(piece(p, l->start, l->end));
        l->cls = CSTO_K_AUTHOR;
      } else if (!a->author.s && w->title < p->nlines && bare_name(w, i)) {
        a->author = trim(piece(p, l->start, l->end));
        l->cls = CSTO_K_AUTHOR;
      }
    } else if (l->cls == CSTO_K_AUTHOR && i < w->first && !a->author.s &&
               (i > w->head || w->title == p->nlines) && !w->furniture) {
      a->author = trim(piece(p, l->start, l->end));
    }
  }
}

/* A name that closes the page above its source or picture lines, apart from
** the text. */
static int closes(const csto_page *p, size_t i) {
  const csto_line *l = &p->lines[i];
  size_t k = i, n = csto_line_n(l);
  const char *s = csto_line_s(p, l);
  if (l->cls != CSTO_K_TEXT || l->words < 2 || l->words > 9 || l->digits ||
      l->ends || l->commas || l->bullet || memchr(s, ':', n) || i == 0 ||
      i + 1 >= p->nlines || p->lines[i + 1].cls != CSTO_K_FIELD ||
      (p->lines[i + 1].field != CSTO_F_AGENCY &&
       p->lines[i + 1].field != CSTO_F_CREDIT))
    return 0;
  while (k > 0 && i - k < 20 && p->lines[k - 1].cls != CSTO_K_PROSE) k--;
  return masthead(p, l) ||
         (l->blank >= 2 && k > 0 && l->blank > p->lines[k - 1].blank);
}

static void signature(work *w) {
  csto_page *p = w->p;
  size_t i;
  if (w->a->site.s) return;
  for (i = w->e; i < p->nlines && i < w->e + 3; i++)
    if (closes(p, i)) {
      w->a->site = piece(p, p->lines[i].start, p->lines[i].end);
      return;
    }
}

/* ---- the lines of lead and body ---- */

/* Words that captions have and leads have not. */
static int pictured(const csto_page *p, const csto_line *l) {
  char buf[2600];
  csto_words w;
  size_t i, k;
  csto_words_cut(&w, csto_line_s(p, l), csto_line_n(l), 0, 16, buf,
                 sizeof buf);
  if (l->ends || l->words > 14) return 0;
  for (i = 0; i < w.n; i++)
    for (k = 1; k <= 2 && i + k <= w.n; k++)
      if (csto_marked(w.text + w.at[i], w.end[i + k - 1] - w.at[i],
                      "pictured"))
        return 1;
  return 0;
}

/* Lines between headline and text: a lead, or nothing of the article. */
static void find_lead(work *w) {
  csto_page *p = w->p;
  size_t i, lead = p->nlines;
  unsigned all, hit;
  int apart = 0;
  if (w->title == p->nlines || w->first >= w->e) return;
  for (i = w->head + 1; i < w->first; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls != CSTO_K_TEXT || l->words < 4 || l->bullet || l->tag > 9 ||
        l->hash == p->lines[w->title].hash)
      continue;
    hit = csto_vocab_share(&w->v, csto_line_s(p, l), csto_line_n(l), &all);
    if (w->clean && p->text[l->end - 1] == ':') {
      l->used = 1;                       /* it opens the text */
      continue;
    }
    if (pictured(p, l)) {
      if (!w->a->caption.s) w->a->caption = piece(p, l->start, l->end);
      continue;
    }
    if ((hit * 3 >= all && hit >= 2) || (w->clean && lead == p->nlines))
      lead = i;
  }
  if (lead < p->nlines) {
    p->lines[lead].used = 2;
    return;
  }
  /* the first paragraph, when it stands again below or apart from the rest */
  for (i = w->first + 1; i < w->e; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_PROSE) break;
    if (l->cls == CSTO_K_CAPTION || l->hash == p->lines[w->title].hash ||
        l->cls == CSTO_K_DATE ||
        (l->cls == CSTO_K_FIELD &&
         (l->field == CSTO_F_AUTHOR || l->field == CSTO_F_CREDIT ||
          l->field == CSTO_F_PUBLISHED)))
      apart = 1;
  }
  for (; i < w->e && !apart; i++)
    if (p->lines[i].hash == p->lines[w->first].hash ||
        (p->lines[i].open == p->lines[w->first].open &&
         p->lines[w->first].letters > 40))
      apart = 1;
  if (apart && p->lines[w->first].words <= 70 &&
      p->lines[w->first].glued < 2 &&
      !(p->lines[w->first].dots && !p->lines[w->first].ends))
    p->lines[w->first].used = 2;
}

/* Chooses the lines of the body inside the block. */
static void choose(work *w) {
  csto_page *p = w->p;
  size_t i, j, run;
  unsigned all, hit;
  long before = 0, after = 0;
  int list = 0;
  for (i = w->first; i < w->e; i++)
    if (p->lines[i].cls == CSTO_K_PROSE) after += (long)p->lines[i].words;
  for (i = w->first; i < w->e; i++) {
    csto_line *l = &p->lines[i];
    if (l->used) continue;
    if (l->cls == CSTO_K_PROSE) {
      l->used = 1;
      list = 0;
      before += (long)l->words;
      after -= (long)l->words;
    } else if (l->cls == CSTO_K_NUMBER && l->tag == CSTO_G_CELL && before) {
      l->used = 1;
    } else if (l->cls == CSTO_K_RELATED) {
      list = 1;
    } else if (l->cls == CSTO_K_FIELD) {
      if (l->field == CSTO_F_RELATED && l->end - l->value < 4) list = 1;
    } else if (l->cls == CSTO_K_END) {
      if (after < before) {
        w->e = i;
        break;
      }
    } else if (l->cls == CSTO_K_TEXT && !list && before) {
      for (run = 0; i + run < w->e; run++)
        if (p->lines[i + run].cls != CSTO_K_TEXT) break;
      for (j = i; j < i + run; j++) {
        csto_line *t = &p->lines[j];
        if (w->title < p->nlines && t->hash == p->lines[w->title].hash)
          continue;
        if (t->copies > 1 || (t->words < 2 && !t->bullet &&
                              t->tag != CSTO_G_CELL && t->tag != CSTO_G_ITEM &&
                              !(t->blank && before > 40 &&
                                j + 1 < w->e && p->lines[j + 1].blank &&
                                p->lines[j + 1].cls == CSTO_K_PROSE)))
          continue;
        hit = csto_vocab_share(&w->v, csto_line_s(p, t), csto_line_n(t),
                               &all);
        if (run <= 2 || w->clean || t->bullet || t->ends || t->tag == CSTO_G_P ||
            t->tag == CSTO_G_ITEM || t->tag == CSTO_G_CELL || (hit * 10 >= all * 3 && hit))
          t->used = 1;
      }
      i += run - 1;
    }
  }
}

/* A page with no prose: its lines are the text. */
static void all_lines(work *w) {
  csto_page *p = w->p;
  size_t i, start = w->title < p->nlines ? w->title + 1 : 0, used = 0;
  for (i = start; i < p->nlines; i++) {
    csto_line *l = &p->lines[i];
    if ((l->cls == CSTO_K_TEXT || l->cls == CSTO_K_PROSE) &&
        ((!l->bullet && l->words >= 4 && l->tabs < 3) || w->clean) &&
        (w->title == p->nlines || l->hash != p->lines[w->title].hash))
      l->used = 1;
    used += l->used;
  }
  for (i = start; i < p->nlines && !used; i++)
    p->lines[i].used = p->lines[i].cls == CSTO_K_TICKER &&
                       p->lines[i].tabs < 3 && !p->markup;
  w->b = w->first = start;
  w->e = p->nlines;
}

static void from_claims(work *w) {
  csto_page *p = w->p;
  csto_article *a = w->a;
  if (p->claim[CSTO_F_AUTHOR].s) a->author = p->claim[CSTO_F_AUTHOR];
  if (p->claim[CSTO_F_AGENCY].s) a->agency = p->claim[CSTO_F_AGENCY];
  if (p->claim[CSTO_F_SITE].s && !(p->markup && p->claim[CSTO_F_URL].s))
    a->site = p->claim[CSTO_F_SITE];
  if (p->claim[CSTO_F_CAPTION].s) a->caption = p->claim[CSTO_F_CAPTION];
  if (p->claim[CSTO_F_CREDIT].s) a->credit = p->claim[CSTO_F_CREDIT];
  a->url = p->claim[CSTO_F_URL];
}

/* The host of the address, without www. */
static void host(csto_article *a) {
  const char *s, *t;
  size_t n;
  if (a->site.s || !a->url.s) return;
  s = memmem(a->url.s, a->url.n, "://", 3);
  if (!s) return;
  s += 3;
  n = a->url.n - (size_t)(s - a->url.s);
  for (t = s; t < s + n && *t != '/' && *t != '?' && *t != '#' && *t != ':';)
    t++;
  n = (size_t)(t - s);
  if (n > 4 && memcmp(s, "www.", 4) == 0) s += 4, n -= 4;
  if (n > 2) {
    a->site.s = s;
    a->site.n = n;
  }
}

/* An address on a line of its own near the headline. */
static void address(work *w) {
  csto_page *p = w->p;
  size_t i, n = w->first < 12 ? w->first : 12;
  if (p->claim[CSTO_F_URL].s || p->markup) return;
  for (i = 0; i < n && i < p->nlines; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_URL) {
      p->claim[CSTO_F_URL] = piece(p, l->start, l->end);
      return;
    }
    if (l->cls == CSTO_K_FIELD && l->field == CSTO_F_URL) {
      csto_str v = piece(p, l->value, l->end);
      if (v.s && memmem(v.s, v.n, "://", 3)) {
        p->claim[CSTO_F_URL] = v;
        return;
      }
    }
  }
}

static void labelled_title(work *w) {
  csto_page *p = w->p;
  size_t i;
  if (p->claim[CSTO_F_TITLE].s) return;
  for (i = 0; i < p->nlines && i < 20; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_FIELD && l->field == CSTO_F_TITLE &&
        l->end > l->value + 4) {
      p->claim[CSTO_F_TITLE] = piece(p, l->value, l->end);
      p->weight[CSTO_F_TITLE] = 4;
      return;
    }
  }
}

/* A page with no furniture that opens with its one short line (once, or
** twice running) and goes on with prose: no need to weigh words. */
static int only_title(work *w) {
  const csto_page *p = w->p;
  size_t i, at = p->nlines;
  if (!w->clean || w->first >= w->e || p->claim[CSTO_F_TITLE].s) return 0;
  for (i = 0; i < w->first; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_URL || (l->cls == CSTO_K_DATE && l->value < 2) ||
        (l->cls == CSTO_K_FIELD && l->field != CSTO_F_RELATED))
      continue;
    if (l->cls != CSTO_K_TEXT) return 0;
    if (at == p->nlines) at = i;
    else if (l->hash != p->lines[at].hash) return 0;
  }
  if (at == p->nlines || !may_be_title(p, &p->lines[at]) ||
      p->lines[at].words < 3 || p->text[p->lines[at].end - 1] == ':' ||
      p->lines[at].latin * 2u > p->lines[at].letters || p->lines[at].bullet)
    return 0;
  w->title = at;
  return 1;
}

/* "headline | site" without the site. */
static csto_str without_site(csto_str t) {
  size_t i, spaces = 0;
  for (i = t.n; i-- > 12;) {
    spaces += t.s[i] == ' ';
    if (t.s[i] == '|' && spaces <= 5 && i > t.n - i) {
      t.n = i;
      return trim(t);
    }
  }
  return t;
}

int csto_page_infer(csto_page *p, csto_article *a) {
  work w;
  size_t i;
  int rc, plain;
  memset(&w, 0, sizeof w);
  w.p = p;
  w.a = a;
  if ((rc = csto_page_classify(p)) != CSTO_OK) return rc;
  if ((rc = find_copies(p)) != CSTO_OK) return rc;
  labelled_title(&w);
  find_block(&w, 0);
  address(&w);
  pairs(p);
  w.clean = is_clean(p);
  plain = !p->declared && only_title(&w);
  if (plain) rc = csto_vocab_init(&w.v, p->arena, 8);
  else rc = make_vocab(&w);
  if (rc == CSTO_OK) rc = claim_vocab(p, &w.claimed, CSTO_F_TITLE);
  if (rc == CSTO_OK) rc = claim_vocab(p, &w.address, CSTO_F_URL);
  if (rc != CSTO_OK) return rc;
  if (!p->declared && !plain) tickers(&w);
  if (plain) {
    find_block(&w, w.title + 1);
    w.head = w.title;
  } else if (p->declared) {
    w.title = p->nlines;
    w.b = w.head = 0;
    w.e = p->nlines;
    for (w.first = 0; w.first < w.e; w.first++)
      if (p->lines[w.first].cls == CSTO_K_PROSE) break;
    if (w.first == w.e) w.first = 0;
  } else {
    find_title(&w);
  }
  if (!p->declared && w.clean) clean_page(&w);
  for (i = 0; i < w.first && i < p->nlines; i++)
    w.furniture += p->lines[i].cls == CSTO_K_NAV ||
                   p->lines[i].cls == CSTO_K_TICKER ||
                   p->lines[i].bullet;
  from_claims(&w);
  around(&w);
  signature(&w);
  find_date(&w);
  host(a);
  if (p->claim[CSTO_F_TITLE].s &&
      (w.title == p->nlines || p->weight[CSTO_F_TITLE] >= 4))
    a->title = p->claim[CSTO_F_TITLE];
  else if (w.title < p->nlines)
    a->title = without_site(
        piece(p, p->lines[w.title].start, p->lines[w.title].end));
  if (p->declared) {
    for (i = 0; i < p->nlines; i++) {
      csto_line *l = &p->lines[i];
      int c = l->cls;
      l->used = c != CSTO_K_SHARE && c != CSTO_K_RELATED && c != CSTO_K_NUMBER
          && c != CSTO_K_END && c != CSTO_K_NAV && c != CSTO_K_MORE &&
          !(c == CSTO_K_FIELD && l->field != CSTO_F_TITLE);
    }
  } else if (w.first >= w.e) {
    all_lines(&w);
  } else {
    find_lead(&w);
    choose(&w);
  }
  return csto_page_body(p, w.b, w.e, a);
}
