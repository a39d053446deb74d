/* infer.c - which lines of a page are its article.
**
** No layout is known by name.  The block of prose is the run of lines with
** the largest sum of words, where short lines, menus and heads of other
** lists cost (a maximum subarray).  headline.c finds the headline before (or,
** if it is repeated or claimed, inside) that block; then the block is sought
** again behind it, facts.c reads the lines around it, and the lines of lead
** and body are chosen here and joined by body.c.  Linear in the lines.
*/
#include <string.h>
#include "article/infer.h"
#include "base/rc.h"
#include "text/table.h"

csto_str csto_infer_piece(const csto_page *p, uint32_t from, uint32_t to) {
  csto_str s;
  while (to > from && (p->text[from] == ' ' || p->text[from] == '\t')) from++;
  while (to > from && (p->text[to - 1] == ' ' || p->text[to - 1] == '\t'))
    to--;
  s.s = to > from ? p->text + from : NULL;
  s.n = to - from;
  return s;
}

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
      if (l->tag == CSTO_G_HEAD && l->link < 30) return -3;
      return l->bullet ? -3 : -6;
    case CSTO_K_TICKER: return -20;
    case CSTO_K_OTHER: return -3;
    case CSTO_K_RELATED: return -18;
    case CSTO_K_END: return -30;
    case CSTO_K_NAV: return l->tag == CSTO_G_NAV ? -12 : -8;
    case CSTO_K_FIELD:
      return l->field == CSTO_F_RELATED ? -6 : l->field == CSTO_F_SKIP ? -10
                                                                       : -4;
    default: return -5;
  }
}

#define INSET 20              /* lines of a list set into the text */

void csto_infer_find_block(csto_work *w, size_t from) {
  const csto_page *p = w->p;
  long best = 0, sum = 0;
  size_t i, start = from, inset = 0;
  w->b = w->e = from;
  for (i = from; i < p->nlines; i++) {
    const csto_line *l = &p->lines[i];
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    if (l->cls == CSTO_K_INSET) inset = INSET;
    else if (inset) inset = l->cls == CSTO_K_PROSE ? 0 : inset - 1;
    sum += inset ? -1 : worth(l);
    if (sum > best) {
      best = sum;
      w->b = start;
      w->e = i + 1;
    }
  }
  for (w->first = w->b; w->first < w->e; w->first++)
    if (p->lines[w->first].cls == CSTO_K_PROSE) break;
}

int csto_infer_vocab(csto_work *w) {
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

/* A line with its source in brackets whose copy stands beside it: a picture's
** text and its caption. */
static int twice(const csto_page *p, size_t i) {
  if (p->text[p->lines[i].end - 1] != ')') return 0;
  return (i > 0 && p->lines[i - 1].hash == p->lines[i].hash) ||
         (i + 1 < p->nlines && p->lines[i + 1].hash == p->lines[i].hash);
}

/* Is the first paragraph set apart by the empty lines: none before it, one
** behind it, none in the text that follows? */
static int set_apart(const csto_work *w) {
  const csto_line *l = &w->p->lines[w->first];
  return w->first > 0 && w->first + 3 < w->e && w->p->lines[w->first].words <=
         40 && l[0].blank == 0 && w->head + 1 == w->first && l[1].blank > 0 &&
         l[2].blank == 0 && l[3].blank == 0 && l[1].cls == CSTO_K_PROSE &&
         l[2].cls == CSTO_K_PROSE;
}

/* Is line i, between headline and text, text of some words? */
static int between(const csto_work *w, size_t i, unsigned words) {
  const csto_line *l = &w->p->lines[i];
  return l->cls == CSTO_K_TEXT && l->words >= words && l->value != 9 &&
         l->tag <= CSTO_G_DATE && l->hash != w->p->lines[w->title].hash;
}

/* The short line between headline and text that is a lead; nlines: none.
** Pictures' lines there become the caption; *several: a page of nothing but
** text has more than one. */
static size_t short_lead(csto_work *w, int *several) {
  csto_page *p = w->p;
  size_t i, lead = p->nlines;
  unsigned all, hit;
  for (i = w->head + 1; i < w->first; i++) {
    csto_line *l = &p->lines[i];
    if (!between(w, i, 4) || l->bullet) continue;
    if (w->clean && p->text[l->end - 1] == ':') {
      l->used = 1;                       /* it opens the text */
      continue;
    }
    if (pictured(p, l) || twice(p, i)) {
      if (!w->a->caption.s)
        w->a->caption = csto_infer_piece(p, l->start, l->end);
      continue;
    }
    hit = csto_vocab_share(&w->v, csto_line_s(p, l), csto_line_n(l), &all);
    if (w->clean && lead < p->nlines) *several = 1;
    if ((hit * 3 >= all && hit >= 2) || (w->clean && lead == p->nlines))
      lead = i;
  }
  return lead;
}

/* Does the first paragraph stand again below, or apart from the rest? */
static int lead_paragraph(const csto_work *w) {
  const csto_page *p = w->p;
  const csto_line *f = &p->lines[w->first];
  size_t i;
  if (set_apart(w)) return 1;
  for (i = w->first + 1; i < w->e; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_PROSE) break;
    if (l->cls == CSTO_K_CAPTION || l->hash == p->lines[w->title].hash ||
        l->cls == CSTO_K_DATE ||
        (l->cls == CSTO_K_FIELD &&
         (l->field == CSTO_F_AUTHOR || l->field == CSTO_F_CREDIT ||
          l->field == CSTO_F_PUBLISHED)))
      return 1;
  }
  for (; i < w->e; i++)
    if (p->lines[i].hash == f->hash ||
        (p->lines[i].open == f->open && f->letters > 40))
      return 1;
  return 0;
}

/* Lines between headline and text: a lead, or nothing of the article. */
static void find_lead(csto_work *w) {
  csto_page *p = w->p;
  csto_line *f;
  size_t i, lead;
  int several = 0;
  if (w->title == p->nlines || w->first >= w->e) return;
  lead = short_lead(w, &several);
  if (several) {                 /* nothing but text: all of it counts */
    for (i = w->head + 1; i < w->first; i++)
      if (between(w, i, 3)) p->lines[i].used = 1;
    return;
  }
  if (lead < p->nlines) {
    p->lines[lead].used = 2;
    return;
  }
  f = &p->lines[w->first];
  if (f->words <= 70 && f->glued < 2 && !(f->dots && !f->ends) &&
      lead_paragraph(w))
    f->used = 2;
}

/* Lines i to i + run - 1, short ones inside the text: sub-headings, items,
** verses belong to it, teasers and buttons do not. */
static void choose_short(csto_work *w, size_t i, size_t run, long before) {
  csto_page *p = w->p;
  unsigned all, hit;
  size_t j;
  for (j = i; j < i + run; j++) {
    csto_line *t = &p->lines[j];
    int below = j + 1 < w->e && p->lines[j + 1].cls == CSTO_K_PROSE;
    int marked = t->bullet || t->tag == CSTO_G_ITEM || t->tag == CSTO_G_CELL;
    if (w->title < p->nlines && t->hash == p->lines[w->title].hash) continue;
    if (t->copies > 1 ||
        (t->words < 2 && !marked &&
         !(t->blank && before > 40 && below && p->lines[j + 1].blank)))
      continue;
    hit = csto_vocab_share(&w->v, csto_line_s(p, t), csto_line_n(t), &all);
    if (run <= 2 || w->clean || (t->inside && t->link < 30) ||
        (t->tag == CSTO_G_HEAD && t->link < 30 && below) || marked ||
        t->ends || t->tag == CSTO_G_P || (hit * 10 >= all * 3 && hit))
      t->used = 1;
  }
}

/* Chooses the lines of the body inside the block. */
static void choose(csto_work *w) {
  csto_page *p = w->p;
  size_t i, run;
  long before = 0, after = 0;
  int list = 0;                  /* in a list of other stories */
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
    } else if (l->cls == CSTO_K_RELATED || l->cls == CSTO_K_INSET ||
               (l->cls == CSTO_K_FIELD && l->field == CSTO_F_RELATED &&
                l->end - l->value < 4)) {
      list = 1;
    } else if (l->cls == CSTO_K_END && after < before) {
      w->e = i;
      break;
    } else if (l->cls == CSTO_K_TEXT && before &&
               (!list || (l->words >= 6 && !l->link &&
                          p->text[l->end - 1] == ':'))) {
      list = 0;
      for (run = 1; i + run < w->e; run++)
        if (p->lines[i + run].cls != CSTO_K_TEXT) break;
      choose_short(w, i, run, before);
      i += run - 1;
    }
  }
}

/* A page with no prose: its lines are the text. */
static void all_lines(csto_work *w) {
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

/* What stands behind the block and belongs to it: in markup what is inside the
** element of the text; where paragraphs have no full stops, short ones that
** speak of the same story. */
static void extend(csto_work *w) {
  csto_page *p = w->p;
  size_t i, prose = 0, ended = 0;
  unsigned all, hit;
  for (i = w->b; i < w->e; i++)
    if (p->lines[i].cls == CSTO_K_PROSE) {
      prose++;
      ended += p->lines[i].ends;
    }
  /* what the markup says is in the text: lists and tables at its end */
  for (i = w->e; i < p->nlines && p->lines[i].inside; i++) {
    const csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_RELATED || l->cls == CSTO_K_END ||
        l->cls == CSTO_K_SHARE || l->cls == CSTO_K_NAV ||
        (l->cls == CSTO_K_FIELD && l->field != CSTO_F_TITLE))
      break;
    if (l->link < 30 && (l->tag == CSTO_G_ITEM || l->tag == CSTO_G_CELL ||
                         l->cls == CSTO_K_PROSE ||
                         (l->cls == CSTO_K_TEXT && l->words >= 4)))
      w->e = i + 1;
  }
  if (prose < 2 || ended * 3 > prose) return;
  while (w->e < p->nlines) {
    const csto_line *l = &p->lines[w->e];
    if (l->cls != CSTO_K_TEXT || l->words < 6 || l->bullet || l->copies > 1 ||
        l->link > 30 || l->blank > p->lines[w->e - 1].blank + 1)
      return;
    hit = csto_vocab_share(&w->v, csto_line_s(p, l), csto_line_n(l), &all);
    if (hit < 2 || hit * 5 < all) return;
    w->e++;
  }
}

static void from_claims(csto_work *w) {
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

static void labelled_title(csto_work *w) {
  csto_page *p = w->p;
  size_t i;
  if (p->claim[CSTO_F_TITLE].s) return;
  for (i = 0; i < p->nlines && i < 20; i++) {
    csto_line *l = &p->lines[i];
    if (l->cls == CSTO_K_FIELD && l->field == CSTO_F_TITLE &&
        l->end > l->value + 4) {
      p->claim[CSTO_F_TITLE] = csto_infer_piece(p, l->value, l->end);
      p->weight[CSTO_F_TITLE] = 4;
      return;
    }
  }
}

/* Headline and block of a page: w->title, b, e, first. */
static int find_article(csto_work *w) {
  csto_page *p = w->p;
  int rc = CSTO_OK, plain = !p->declared && csto_infer_only_title(w);
  if (!w->v.slots)
    rc = plain ? csto_vocab_init(&w->v, p->arena, 8) : csto_infer_vocab(w);
  if (rc == CSTO_OK) rc = csto_infer_claim_vocab(p, &w->claimed, CSTO_F_TITLE);
  if (rc == CSTO_OK) rc = csto_infer_claim_vocab(p, &w->address, CSTO_F_URL);
  if (rc != CSTO_OK) return rc;
  if (p->declared) {
    w->title = p->nlines;
    w->b = w->head = 0;
    w->e = p->nlines;
    for (w->first = 0; w->first < w->e; w->first++)
      if (p->lines[w->first].cls == CSTO_K_PROSE) break;
    if (w->first == w->e) w->first = 0;
    return CSTO_OK;
  }
  if (plain) {
    csto_infer_find_block(w, w->title + 1);
    w->head = w->title;
  } else {
    csto_infer_tickers(w);
    csto_infer_find_title(w);
  }
  if (w->clean) csto_infer_clean_page(w);
  else if (w->first < w->e) extend(w);
  return csto_infer_teasers(w);
}

static void set_title(csto_work *w) {
  const csto_page *p = w->p;
  if (p->claim[CSTO_F_TITLE].s &&
      (w->title == p->nlines || p->weight[CSTO_F_TITLE] >= 4)) {
    w->a->title = p->claim[CSTO_F_TITLE];
  } else if (w->title < p->nlines) {
    const csto_line *l = &p->lines[w->title];
    w->a->title = csto_infer_without_site(
        csto_infer_piece(p, l->start, l->end), w->a->site);
  }
}

/* Of a text that is the article by declaration only what is surely none of it
** is left out. */
static void all_declared(csto_page *p) {
  size_t i;
  for (i = 0; i < p->nlines; i++) {
    csto_line *l = &p->lines[i];
    int c = l->cls;
    l->used = c != CSTO_K_SHARE && c != CSTO_K_RELATED && c != CSTO_K_INSET &&
              c != CSTO_K_NUMBER && c != CSTO_K_END && c != CSTO_K_NAV &&
              c != CSTO_K_MORE &&
              !(c == CSTO_K_FIELD && l->field != CSTO_F_TITLE);
  }
}

int csto_page_infer(csto_page *p, csto_article *a) {
  csto_work w;
  size_t i;
  int rc;
  memset(&w, 0, sizeof w);
  w.p = p;
  w.a = a;
  if ((rc = csto_page_classify(p)) != CSTO_OK) return rc;
  if (!p->markup && (rc = csto_page_rejoin(p)) != CSTO_OK) return rc;
  if ((rc = find_copies(p)) != CSTO_OK) return rc;
  labelled_title(&w);
  csto_infer_find_block(&w, 0);
  csto_infer_address(&w);
  csto_infer_pairs(p);
  if (!p->declared && (rc = csto_infer_rows(&w)) != CSTO_OK) return rc;
  w.clean = csto_infer_is_clean(p);
  if ((rc = find_article(&w)) != CSTO_OK) return rc;
  for (i = 0; i < w.first && i < p->nlines; i++)
    w.furniture += p->lines[i].cls == CSTO_K_NAV ||
                   p->lines[i].cls == CSTO_K_TICKER ||
                   p->lines[i].bullet;
  from_claims(&w);
  csto_infer_around(&w);
  csto_infer_signature(&w);
  csto_infer_find_date(&w);
  csto_infer_host(a);
  csto_infer_site(&w);
  set_title(&w);
  if (p->declared) {
    all_declared(p);
  } else if (w.first >= w.e) {
    all_lines(&w);
  } else {
    find_lead(&w);
    choose(&w);
  }
  return csto_page_body(p, w.b, w.e, a);
}
