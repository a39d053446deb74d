/* pattern.c - matches a pattern of relation_patterns around a trigger.
**
** A match is found by trying, to the right and then to the left of the
** trigger, each way to fill optional elements and gaps, shortest first.
** Recursion goes over the elements of one pattern (at most 20), never over
** the text, and every attempt has a budget of steps, so that the cost of one
** trigger is constant.
*/
#include "speech/pattern.h"
#include "text/letters.h"
#include <string.h>

#define BUDGET 600
#define SOFT_MAX 24

typedef struct matcher {
  csto_rel *r;
  const csto_compiled *p;
  csto_match *x;
  int step;                /* +1 to the right, -1 to the left */
  int phrase;              /* the trigger is a phrase, not a word */
  int budget;
} matcher;

static int match_from(matcher *t, int k, uint32_t pos);

int csto_pattern_word(const csto_token *tok, const char *s, uint32_t n) {
  const char *end = s + n;
  while (s < end) {
    const char *bar = memchr(s, '|', (size_t)(end - s));
    size_t len = (size_t)((bar ? bar : end) - s);
    if (len == tok->nnorm && !memcmp(s, tok->norm, len)) return 1;
    if (!bar) break;
    s = bar + 1;
  }
  return 0;
}

static int match_words(matcher *t, const csto_element *e, int k,
                       uint32_t pos) {
  csto_doc *d = t->r->d;
  uint32_t at = t->step > 0 ? pos : pos - 1;
  if (t->step > 0 ? pos >= d->ntokens : pos == 0) return 0;
  if (e->kind == CSTO_EL_NUMBER
          ? d->tokens[at].kind != CSTO_T_NUMBER &&
                !csto_rel_class(t->r, at, "number", NULL)
          : !csto_pattern_word(&d->tokens[at], e->s, e->n)) {
    return 0;
  }
  return match_from(t, k + t->step, t->step > 0 ? pos + 1 : at);
}

static int match_class(matcher *t, const csto_element *e, int k,
                       uint32_t pos) {
  size_t n = 0;
  uint32_t back;
  if (t->step > 0) {
    if (e->list && pos < t->r->d->ntokens && t->r->word[pos].pre) return 0;
    return csto_rel_class(t->r, pos, e->cls, &n) &&
           match_from(t, k + 1, pos + (uint32_t)n);
  }
  for (back = 1; back <= 4 && back <= pos; back++) {
    if (csto_rel_class(t->r, pos - back, e->cls, &n) && n == back) {
      if (k > 0 && t->r->word[pos - back].pre & CSTO_PRE_WA &&
          csto_rel_verb_form(t->r, pos - back)) return 0;   /* فلان وعبر */
      return match_from(t, k - 1, pos - back);
    }
  }
  return 0;
}

/* Does the clause end between pos and the next position? */
static int blocked(const matcher *t, uint32_t pos) {
  const csto_rel *r = t->r;
  if (csto_rel_start(r, pos)) return 1;
  return t->step > 0 ? csto_rel_border(r, pos)
                     : csto_rel_border(r, pos - 1);
}

/* May the gap take the token between pos and the next position? */
static int gap_takes(matcher *t, const csto_element *e, uint32_t pos) {
  csto_rel *r = t->r;
  uint32_t at = t->step > 0 ? pos : pos - 1, np;
  if (t->step > 0 ? pos >= r->d->ntokens : pos == 0) return 0;
  if (blocked(t, pos)) return 0;
  if (e->kind == CSTO_EL_SOFT) return r->soft[at];
  for (np = r->at[at]; np != CSTO_NONE; np = r->np[np].next) {
    if (r->np[np].kinds & CSTO_NP_PERSON) return 0;
  }
  return !csto_rel_class(r, at, "stop", NULL) && !csto_rel_verb(r, at, 1);
}

/* Behind a relative clause, where one begins at pos, behind a comma or a name:
** the comma that closes it. */
static uint32_t over_clause(const csto_rel *r, uint32_t pos) {
  uint32_t i;
  if (csto_rel_start(r, pos) || !csto_rel_class(r, pos, "rel", NULL) ||
      r->word[pos].pre) return pos;
  for (i = pos + 1; i < pos + 14 && !csto_rel_start(r, i); i++) {
    if (csto_rel_comma(r, i)) return i;
    if (csto_rel_border(r, i)) break;
  }
  return pos;
}

static int match_gap(matcher *t, const csto_element *e, int k,
                     uint32_t pos) {
  int i, max = e->kind == CSTO_EL_SOFT ? SOFT_MAX : e->max;
  for (i = 0; i <= max; i++) {
    if (match_from(t, k + t->step, pos)) return 1;
    if (e->kind == CSTO_EL_SOFT && t->step > 0) pos = over_clause(t->r, pos);
    if (i == max || !gap_takes(t, e, pos)) return 0;
    if (e->kind == CSTO_EL_SOFT && t->step > 0 && t->r->over[pos]) {
      if (match_from(t, k + 1, pos + 1)) return 1;
      pos += t->r->over[pos];          /* an aside is left as a whole */
    } else {
      pos = t->step > 0 ? pos + 1 : pos - 1;
    }
  }
  return 0;
}

static int np_fits(const csto_element *e, const csto_np *np) {
  if (!(np->kinds & e->kinds)) return 0;
  if (e->anypre) return !(np->pre & CSTO_PRE_WA);
  return e->pre ? (np->pre & e->pre) != 0 : np->pre == 0;
}

/* The item that follows a list's item: with و, or after a comma. */
static uint32_t next_item(matcher *t, const csto_element *e, uint32_t end,
                          int *comma) {
  csto_rel *r = t->r;
  csto_doc *d = r->d;
  uint32_t pos = end, np;
  size_t n;
  int sep = 0;
  *comma = 0;
  if (csto_rel_start(r, pos) || csto_rel_border(r, pos)) return CSTO_NONE;
  if (e->kinds & CSTO_NP_PERSON) {
    np = csto_rel_plain(r, pos, CSTO_NP_ROLE | CSTO_NP_POST);
    if (np != CSTO_NONE) pos = r->np[np].tokend;   /* فلان وزير كذا، وفلان */
    if (csto_rel_start(r, pos)) return CSTO_NONE;
  }
  while (pos < d->ntokens && r->over[pos]) pos += r->over[pos];
  np = csto_rel_start(r, pos) ? CSTO_NONE
                              : csto_rel_starting(r, pos, CSTO_NP_DATE);
  if (np != CSTO_NONE) pos = r->np[np].tokend;            /* فلان اليوم وفلان */
  if (csto_rel_start(r, pos)) return CSTO_NONE;
  if (csto_rel_comma(r, pos)) { pos++; *comma = sep = 1; }
  if (csto_rel_class(r, pos, "also", &n)) {
    pos += (uint32_t)n;
    sep = 1;
    *comma = 0;
  }
  if (e->kinds & CSTO_NP_GPE && r->word[pos].ntok > 1 &&
      csto_rel_class(r, pos, "each", &n)) {    /* إضافة إلى كذا كلا من: كذا */
    pos += (uint32_t)n;
    if (!csto_rel_start(r, pos) && !strcmp(d->tokens[pos].norm, ":")) pos++;
    sep = 1;
    *comma = 0;
  }
  if (csto_rel_start(r, pos) || csto_rel_border(r, pos)) return CSTO_NONE;
  for (np = r->at[pos]; np != CSTO_NONE; np = r->np[np].next) {
    const csto_np *p = &r->np[np];
    if (!(p->kinds & e->kinds)) continue;
    if (p->pre == CSTO_PRE_WA || (p->pre & CSTO_PRE_WA && e->pre)) {
      *comma = 0;
      return np;
    }
    if (sep && (p->pre == 0 || p->pre == e->pre)) return np;
  }
  return CSTO_NONE;
}

/* Adds the items that follow; returns the token after the last one.  Items
** after a comma alone count for people only where و closes the list. */
static uint32_t take_list(matcher *t, const csto_element *e, csto_slot *s,
                          uint32_t end) {
  uint32_t kept = s->nnp, keptend = end;
  for (;;) {
    int comma;
    uint32_t np = next_item(t, e, end, &comma);
    if (np == CSTO_NONE || s->nnp == CSTO_LIST_MAX) break;
    s->np[s->nnp++] = np;
    end = t->r->np[np].tokend;
    if (!comma || !(e->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) {
      kept = s->nnp;
      keptend = end;
    }
  }
  s->nnp = kept;
  return keptend;
}

/* Does a phrase of these kinds, with no proclitic, stand right there? */
static int phrase_here(const matcher *t, const csto_element *e,
                       uint32_t pos) {
  const csto_rel *r = t->r;
  uint32_t np;
  if (csto_rel_start(r, pos)) return 0;
  if (e->cls[0]) {
    uint32_t at = t->step > 0 ? pos : pos - 1;
    return csto_rel_class(r, at, e->cls, NULL) && !(e->list && r->word[at].pre);
  }
  for (np = t->step > 0 ? r->at[pos] : r->ending[pos]; np != CSTO_NONE;
       np = t->step > 0 ? r->np[np].next : r->np[np].nextend) {
    if (np_fits(e, &r->np[np])) return 1;
  }
  return 0;
}

/* A name with its office is never taken apart. */
static int is_people(const csto_np *p) {
  return (p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE)) != 0;
}

static int match_phrase(matcher *t, const csto_element *e, int k,
                        uint32_t pos) {
  csto_rel *r = t->r;
  csto_slot *s = &t->x->slot[e->slot];
  uint32_t np;
  if (t->step > 0) {
    if (pos >= r->d->ntokens) return 0;
    for (np = r->at[pos]; np != CSTO_NONE; np = r->np[np].next) {
      uint32_t end = r->np[np].tokend;
      if (!np_fits(e, &r->np[np])) continue;
      s->np[0] = np;
      s->nnp = 1;
      if (e->list) end = take_list(t, e, s, end);
      if (match_from(t, k + 1, end)) return 1;
      s->nnp = 0;
      if (is_people(&r->np[np])) return 0;
    }
    return 0;
  }
  for (np = r->ending[pos]; np != CSTO_NONE; np = r->np[np].nextend) {
    const csto_np *p = &r->np[np];
    uint32_t start = p->tok;
    if (!(p->kinds & e->kinds)) continue;
    if (!e->anypre && e->pre && !(p->pre & e->pre)) continue;
    if (!e->anypre && !e->pre && p->pre & ~CSTO_PRE_WA) continue;
    s->np[0] = np;
    s->nnp = 1;
    while (e->list && s->nnp < CSTO_LIST_MAX &&
           r->np[s->np[s->nnp - 1]].pre & CSTO_PRE_WA) {
      uint32_t q = r->ending[start];
      while (q != CSTO_NONE && !(r->np[q].kinds & e->kinds)) {
        q = r->np[q].nextend;
      }
      if (q == CSTO_NONE || (e->pre & CSTO_PRE_WA &&
                             !(r->np[q].pre & CSTO_PRE_WA))) break;
      s->np[s->nnp++] = q;
      start = r->np[q].tok;
    }
    if (match_from(t, k - 1, start)) return 1;
    s->nnp = 0;
    if (is_people(p)) return 0;
  }
  return 0;
}

/* يدعو فلانا للرد على كذا: the words before على are what he is called on to. */
static int is_purpose(const csto_rel *r, uint32_t pos, uint32_t end) {
  if (csto_rel_start(r, end) ||
      !csto_pattern_word(&r->d->tokens[end],
                         "علي|نحو",
                         13)) return 0;
  for (pos++; pos < end; pos++) {
    if (csto_rel_letter(&r->d->tokens[pos], 0, LAM)) return 1;
  }
  return 0;
}

/* A noun phrase of some words, the fewest first. */
static int match_noun(matcher *t, csto_slot *s, int k, uint32_t pos) {
  const csto_token *tok = t->r->d->tokens;
  uint32_t n, max;
  if (t->step < 0) {
    n = csto_pattern_noun_before(t->r, pos);
    if (n == pos || !match_from(t, k - 1, n)) return 0;
    s->start = tok[n].start;
    s->end = tok[pos - 1].end;
    s->article = 0;
    return 1;
  }
  max = csto_pattern_noun(t->r, pos, &n);
  for (; max && n <= max; n++) {
    if (is_purpose(t->r, pos, pos + n) ||
        csto_rel_class(t->r, pos + n - 1, "in", NULL) ||
        !match_from(t, k + 1, pos + n)) continue;
    s->start = tok[pos].start;
    s->end = tok[pos + n - 1].end;
    s->article = 0;
    return 1;
  }
  return 0;
}

/* مفتي كذا الشيخ فلان: does a name that begins before token `end` go on behind
** it? */
static int goes_beyond(const csto_rel *r, uint32_t pos, uint32_t end) {
  uint32_t k;
  for (; pos < end; pos++) {
    k = csto_rel_starting(r, pos, CSTO_NP_PERSON | CSTO_NP_ORG);
    if (k != CSTO_NONE && r->np[k].tokend > end) return 1;
  }
  return 0;
}

/* Behind the words of him who speaks, which stand behind the trigger or do
** not. */
static int match_speaker(matcher *t, int k, uint32_t pos) {
  csto_rel *r = t->r;
  const csto_token *tok = r->d->tokens;
  const csto_quote *q = csto_rel_introduced(r, t->x->trig);
  uint32_t from;
  if (!q || t->step < 0) return 0;
  if (q->sp_end > q->sp_start && q->sp_start > tok[t->x->trig].start) {
    if (csto_rel_start(r, pos) || q->sp_start < tok[pos].start ||
        q->sp_start >= tok[pos].end) return 0;
    from = pos;
    while (pos < r->d->ntokens && tok[pos].start < q->sp_end) pos++;
    if (goes_beyond(r, from, pos)) return 0;
  }
  t->x->q = q;
  return match_from(t, k + 1, pos);
}

/* Free text: pattern_text.c. */
static int match_text(matcher *t, const csto_element *e, int k,
                      uint32_t pos) {
  csto_slot *s = &t->x->slot[e->slot];
  uint32_t next;
  if (e->text == 'Y') return match_noun(t, s, k, pos);
  if (!csto_pattern_text(t->r, e, pos, t->step, s, &next)) return 0;
  if (match_from(t, k + t->step, next)) return 1;
  s->end = s->start;
  return 0;
}

/* Does nothing but adverbials stand between pos and the clause's end? */
static int clause_ends(const csto_rel *r, uint32_t pos) {
  uint32_t i;
  for (i = pos; i < pos + SOFT_MAX; i++) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i)) return 1;
    if (csto_rel_comma(r, i) || csto_rel_verb(r, i, 1)) return 1;
    if (csto_rel_class(r, i, "stop", NULL)) return 1;
    if (!r->soft[i]) return 0;
  }
  return 0;
}

/* Does a clause begin at pos? */
static int clause_begins(const csto_rel *r, uint32_t pos) {
  return csto_rel_start(r, pos) || csto_rel_border(r, pos - 1) ||
         csto_rel_comma(r, pos - 1) ||
         csto_rel_class(r, pos - 1, "that", NULL);
}

/* The position behind the aside at pos, or pos.  An office and its holder are
** not parted by words between commas. */
static uint32_t past_aside(const matcher *t, uint32_t pos) {
  const csto_rel *r = t->r;
  uint32_t n;
  if (csto_rel_start(r, pos)) return pos;
  n = t->step > 0 ? r->over[pos] : r->back[pos];
  if (n && t->phrase && csto_rel_comma(r, t->step > 0 ? pos : pos - n)) {
    return pos;
  }
  return t->step > 0 ? pos + n : pos - n;
}

/* Element k, right at pos, and those behind it. */
static int match_one(matcher *t, const csto_element *e, int k, uint32_t pos) {
  if (csto_rel_start(t->r, pos)) return 0;
  if (e->kind == CSTO_EL_WORDS || e->kind == CSTO_EL_NUMBER) {
    return match_words(t, e, k, pos);
  }
  if (blocked(t, pos)) return 0;
  if (e->kind == CSTO_EL_CLASS) return match_class(t, e, k, pos);
  return e->text ? match_text(t, e, k, pos) : match_phrase(t, e, k, pos);
}

/* Matches elements k, k + step, ... from position pos: the next token is pos
** to the right, pos - 1 to the left. */
static int match_from(matcher *t, int k, uint32_t pos) {
  const csto_element *e;
  uint32_t next;
  if (k < 0 || k == t->p->n) {
    if (t->step > 0) t->x->hi = pos;
    else t->x->lo = pos;
    return 1;
  }
  if (--t->budget < 0) return 0;
  e = &t->p->el[k];
  if (e->kind == CSTO_EL_SOFT || e->kind == CSTO_EL_GAP) {
    return match_gap(t, e, k, pos);
  }
  if (e->kind == CSTO_EL_END) {
    return (t->step > 0 ? clause_ends(t->r, pos)
                        : clause_begins(t->r, pos)) &&
           match_from(t, k + t->step, pos);
  }
  if (e->kind == CSTO_EL_SPEAKER) return match_speaker(t, k, pos);
  if (e->kind == CSTO_EL_NOT || e->kind == CSTO_EL_AHEAD) {
    return phrase_here(t, e, pos) == (e->kind == CSTO_EL_AHEAD) &&
           match_from(t, k + t->step, pos);
  }
  if (match_one(t, e, k, pos)) return 1;
  next = past_aside(t, pos);
  if (next != pos && (e->opt ? match_one(t, e, k, next)
                             : match_from(t, k, next))) return 1;
  return e->opt && match_from(t, k + t->step, pos);
}

int csto_pattern_match(csto_rel *r, uint32_t row, uint32_t trig,
                       uint32_t trigend, uint32_t np, csto_match *out) {
  matcher t;
  int i;
  t.r = r;
  t.p = csto_pattern_of(r, row);
  t.x = out;
  t.phrase = np != CSTO_NONE;
  if (!t.p || !t.p->n) return 0;
  for (i = 0; i <= CSTO_SLOT_NONE; i++) {
    out->slot[i].nnp = 0;
    out->slot[i].start = out->slot[i].end = 0;
  }
  out->q = NULL;
  out->trig = trig;
  out->trigend = trigend;
  if (t.p->trigger > 0 && np == CSTO_NONE &&
      r->word[trig].pre & ~CSTO_PRE_SIN &&
      !csto_rel_option(row, "clitic")) {
    return 0;
  }
  if (np == CSTO_NONE) {
    if (t.p->el[t.p->trigger].kind != CSTO_EL_TRIGGER) return 0;
  } else {
    const csto_element *e = &t.p->el[t.p->trigger];
    if (e->kind != CSTO_EL_SLOT || !(r->np[np].kinds & e->kinds)) return 0;
    if (!e->anypre && t.p->trigger > 0 && r->np[np].pre) return 0;
    out->slot[e->slot].np[0] = np;
    out->slot[e->slot].nnp = 1;
  }
  t.step = 1;
  t.budget = BUDGET;
  if (!match_from(&t, t.p->trigger + 1, trigend)) return 0;
  t.step = -1;
  t.budget = BUDGET;
  return match_from(&t, t.p->trigger - 1, trig);
}
