/* merge.c - one set of spans out of lexicon, rules, tagger and values.
**
** Spans are put in order of place, the longer first; then
**   - of two equal spans the better source stays;
**   - of two that cross, the one with the lower rank goes;
**   - inside another span stay only what the annotation rules allow: a
**     nationality anywhere but in a fossil name, a place at the end of an
**     institution or office, an institution or place inside an office.
** Cost: sorting; each span is compared with those open at its start, which
** are bounded by the longest name.
*/
#include "entity/work.h"
#include "base/rc.h"
#include <stdlib.h>
#include <string.h>

#define TAG_DOUBT 0.5

static int by_place(const void *a, const void *b) {
  const csto_span *x = a, *y = b;
  if (x->m.start != y->m.start) return x->m.start < y->m.start ? -1 : 1;
  if (x->m.end != y->m.end) return x->m.end > y->m.end ? -1 : 1;
  if (x->src != y->src) return x->src > y->src ? -1 : 1;
  return (int)x->m.type - (int)y->m.type;
}

/* A nationality inside a name: a country's in an institution, any in an
** office or event, none in a fossil name (الاتحاد الأوروبي). */
static int norp_nests(const csto_span *out, const csto_span *in) {
  if (out->after) return 0;                /* جامع الإمام تركي ... */
  switch (out->m.type) {
    case CSTO_GPE: return 0;
    case CSTO_LOC:
      return !out->table || csto_gaz_flag(out->table, out->row, "nest");
    case CSTO_ORG:
      return !in->table || *csto_table_cell(in->table, in->row, 3);
    default: return 1;
  }
}

/* Does the inner span stay inside the outer one? */
static int nests(const csto_span *out, const csto_span *in) {
  csto_etype o = out->m.type, t = in->m.type;
  int tail = in->m.end == out->m.end;
  if (in->src == CSTO_S_USER) return 1;
  if (o == CSTO_DATE || o == CSTO_QUANTITY || o == CSTO_NORP) return 0;
  if (o == CSTO_PERSON) return 0;
  if (t == CSTO_NORP) return norp_nests(out, in);
  if (o == CSTO_ROLE)
    return t == CSTO_ORG || t == CSTO_GPE ||
           (t == CSTO_LOC &&                   /* not in خادم الحرمين */
            !(in->table && csto_gaz_flag(in->table, in->row, "fossil")));
  if (o == CSTO_ORG)
    return (t == CSTO_GPE && tail && !out->table) ||
           (t == CSTO_ORG && tail && !out->table &&
            in->m.tok > out->m.tok + 1u);      /* not in نادي ليفربول */
  if (o == CSTO_EVENT || o == CSTO_DOC_)
    return t == CSTO_ORG || t == CSTO_GPE || t == CSTO_DATE ||
           (t == CSTO_LOC && in->table) || (t == CSTO_PERSON && !out->after);
  if (o == CSTO_LOC) return t == CSTO_GPE && tail && !out->table;
  return 0;
}

/* Which of two conflicting spans stays: the source, a doubtful span of the
** model behind the lexicon, then the length. */
static int rank(const csto_span *s) {
  int src = s->src;
  if (src == CSTO_S_TAG && s->m.score < TAG_DOUBT) src = CSTO_S_RULE;
  return src * 1000 + (int)(s->m.tokend - s->m.tok);
}

static int lexical(csto_etype t) {
  return t != CSTO_DATE && t != CSTO_QUANTITY;
}

/* A name of several words of the lexicon, no person's. */
static int phrase(const csto_span *s) {
  return s->src == CSTO_S_GAZ && s->m.tokend - s->m.tok > 1 &&
         s->m.type != CSTO_PERSON && s->m.type != CSTO_NORP;
}

/* Two readings of the same words: the better one stays, with the lexicon's
** row where the types agree. */
static void same_place(csto_span *a, csto_span *b) {
  csto_span *win = rank(b) > rank(a) ? b : a, *lose = win == a ? b : a;
  if (win->src == CSTO_S_TAG && !win->titled &&
      (lose->titled || (win->m.type == CSTO_PERSON && phrase(lose)))) {
    csto_span *x = win;                    /* كوكب زحل */
    win = lose;
    lose = x;
  }
  int place = (win->m.type == CSTO_GPE || win->m.type == CSTO_LOC) &&
              (lose->m.type == CSTO_GPE || lose->m.type == CSTO_LOC);
  lose->drop = 1;
  if (place && lose->table) win->m.type = lose->m.type;
  if (!win->table && lose->table &&
      (win->m.type == lose->m.type || place)) {
    win->table = lose->table;
    win->row = lose->row;
    win->al = lose->al;
    if (win->m.score < lose->m.score) win->m.score = lose->m.score;
  }
  if (!win->head && lose->head) win->head = lose->head;
}

/* The same words; a proclitic may be in one and not in the other, when the
** lexicon or a head word says where the name begins. */
static int same_words(csto_span *o, csto_span *s) {
  if (o->m.end != s->m.end) return 0;
  if (o->m.start == s->m.start) return 1;
  if (o->m.tok != s->m.tok || o->src != CSTO_S_TAG ||
      (s->src != CSTO_S_GAZ && !s->after) || s->m.type == CSTO_NORP) return 0;
  o->m.start = s->m.start;
  return 1;
}

/* مدير مطار الملك + مطار الملك فهد: an office or institution goes on with the
** name that it ends in. */
static int goes_on(csto_span *o, const csto_span *s) {
  if ((!s->after && !s->grown) || s->m.end <= o->m.end ||
      s->m.tok <= o->m.tok ||
      o->src != CSTO_S_TAG ||
      (o->m.type != CSTO_ROLE && o->m.type != CSTO_ORG)) return 0;
  o->m.end = s->m.end;
  o->m.tokend = s->m.tokend;
  return 1;
}

/* عيد الفطر is a day and a feast. */
static int feast(const csto_span *o, const csto_span *s) {
  return (o->m.type == CSTO_DATE && s->m.type == CSTO_EVENT) ||
         (o->m.type == CSTO_EVENT && s->m.type == CSTO_DATE);
}

/* s begins at or after the open span o and overlaps it. */
static void settle(csto_span *o, csto_span *s) {
  if (feast(o, s)) return;
  if (goes_on(o, s)) {
    if (!nests(o, s)) s->drop = 1;
  } else if (same_words(o, s)) {
    same_place(o, s);
  } else if (s->m.end <= o->m.end) {
    if (nests(o, s)) return;
    if (s->src == CSTO_S_USER || (o->src == CSTO_S_RULE &&
        s->src > CSTO_S_RULE && lexical(s->m.type))) o->drop = 1;
    else s->drop = 1;
  } else if (rank(s) > rank(o)) {
    o->drop = 1;
  } else {
    s->drop = 1;
  }
}

/* The share of lexicon names and nationalities that are right where the model
** does not say the same, read against annotated news. */
static double alone(csto_etype t) {
  switch (t) {
    case CSTO_NORP: case CSTO_EVENT: return 0.85;
    case CSTO_PERSON: return 0.8;
    default: return 0.7;
  }
}

#define OPEN_MAX_ 32
#define FEW 8

/* Most often they are in order, or all but a few at the end are: these are
** put in their places one by one. */
void csto_sort_spans(csto_ework *w) {
  csto_span *s = w->spans, x;
  size_t i, j, n = w->nspans;
  for (i = 1; i < n && by_place(s + i - 1, s + i) <= 0; i++) {}
  if (i + FEW < n) {
    qsort(s, n, sizeof *s, by_place);
    return;
  }
  for (; i < n; i++) {
    x = s[i];
    for (j = i; j > 0 && by_place(s + j - 1, &x) > 0; j--) {}
    memmove(s + j + 1, s + j, (i - j) * sizeof *s);
    s[j] = x;
  }
}

int csto_merge_spans(csto_ework *w) {
  csto_span *open[OPEN_MAX_];
  size_t nopen = 0, i, j, k;
  csto_sort_spans(w);
  for (i = 0; i < w->nspans; i++) {
    csto_span *s = &w->spans[i];
    if (s->drop) continue;
    for (j = k = 0; j < nopen; j++)        /* forget those that ended */
      if (!open[j]->drop && open[j]->m.end > s->m.start) open[k++] = open[j];
    nopen = k;
    for (j = 0; j < nopen && !s->drop; j++)
      if (!open[j]->drop && !s->drop) settle(open[j], s);
    if (!s->drop && nopen < OPEN_MAX_) open[nopen++] = s;
  }
  for (i = k = 0; i < w->nspans; i++) {
    csto_span *s = &w->spans[i];
    if (s->drop) continue;
    if (s->src == CSTO_S_GAZ) s->m.score = alone(s->m.type);
    w->spans[k++] = *s;
  }
  w->nspans = k;
  return CSTO_OK;
}
