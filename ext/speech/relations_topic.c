/* relations_topic.c - whom a sentence goes on about that names nobody.
**
**   وأوضح أنه عقد مع نظيره لقاء.      he who says it
**   وأضاف خلال حضوره اجتماعا أن …
**   زار الوزير القاهرة. والتقى نظيره.   the subject of the sentence before
**
** Who says a thing is what the quotations tell (quotes_names.c).  The subject
** of the sentence before is that of its row, its speaker, or the name behind
** its first words; where these differ there is none.
** Cost: a look back of 300 tokens and 16 rows.
*/
#include <string.h>
#include "speech/relations_int.h"

#define BACK 300
#define FIRST 8

/* The last phrase of the person before token i, or CSTO_NONE. */
uint32_t csto_rel_named(const csto_rel *r, const char *name, uint32_t i) {
  uint32_t k, from = i > BACK ? i - BACK : 0;
  for (; i > from; i--) {
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (r->np[k].kinds & CSTO_NP_PERSON && r->np[k].m != CSTO_NONE &&
          !strcmp(r->m[r->np[k].m].name, name)) return k;
    }
  }
  return CSTO_NONE;
}

/* The first quotation that ends behind byte b. */
size_t csto_rel_quote_from(const csto_rel *r, uint32_t b) {
  size_t lo = 0, hi = r->nq;
  while (lo < hi) {
    size_t mid = lo + (hi - lo) / 2;
    if (r->q[mid].end > b) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}

/* أنه عقد, إنها التقت: the pronoun is the speaker's. */
static int is_pronoun(const csto_rel *r, uint32_t i) {
  while (i > 0 && !csto_rel_start(r, i) && r->soft[i - 1]) i--;
  return i > 0 && !csto_rel_start(r, i) &&
         csto_rel_class(r, i - 1, "hethat", NULL);
}

/* The quotation that byte b stands in, or NULL. */
static const csto_quote *quote_at(const csto_rel *r, uint32_t b) {
  size_t i = csto_rel_quote_from(r, b);
  return i < r->nq && r->q[i].start <= b ? &r->q[i] : NULL;
}

/* The phrase of these kinds of him or of what says q, as it is written there;
** or CSTO_NONE. */
uint32_t csto_rel_source(const csto_rel *r, const csto_quote *q, uint32_t i,
                       uint32_t kinds) {
  uint32_t k, from = i > BACK ? i - BACK : 0;
  if (q->sp_end <= q->sp_start) return CSTO_NONE;
  for (; i > from && r->d->tokens[i - 1].start >= q->sp_start; i--) {
    for (k = r->at[i - 1]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].start == q->sp_start && r->np[k].kinds & kinds &&
          r->np[k].m != CSTO_NONE) return k;
    }
  }
  return CSTO_NONE;
}

uint32_t csto_rel_reported(const csto_rel *r, const csto_match *x) {
  const csto_quote *q = quote_at(r, r->d->tokens[x->trig].start);
  uint32_t i = x->trig;
  if (!q || csto_rel_source(r, q, i, CSTO_NP_ORG | CSTO_NP_GPE) != CSTO_NONE) {
    return 0;
  }
  while (i > 0 && r->d->tokens[i - 1].start >= q->start) i--;
  return i;
}

/* Who says what the match is in, or in whose words of introduction it
** stands. */
static uint32_t speaker(const csto_rel *r, const csto_match *x, int goes) {
  uint32_t at = r->d->tokens[x->trig].start;
  size_t i = csto_rel_quote_from(r, at);
  const csto_quote *q;
  uint32_t k;
  if (i == r->nq || !r->q[i].speaker[0]) return CSTO_NONE;
  q = &r->q[i];
  if (q->start > at) {
    if (q->verb_start > at) return CSTO_NONE;
  } else if (q->direct || (goes && !is_pronoun(r, x->trig))) {
    return CSTO_NONE;
  }
  k = csto_rel_named(r, q->speaker, x->trig);
  return k != CSTO_NONE ? k : csto_rel_source(r, q, x->trig, CSTO_NP_ROLE);
}

/* Does nothing but small words stand between the sentence's first token and
** the trigger: كما, وقد, في سياق متصل،? */
int csto_rel_opens(const csto_rel *r, uint32_t i) {
  for (; !csto_rel_start(r, i); i--) {
    if (!r->soft[i - 1] && !csto_rel_class(r, i - 1, "goeson", NULL)) return 0;
  }
  return 1;
}

/* جاء ذلك خلال زيارته كذا حيث التقى: does the sentence that token i is in say
** on which occasion he spoke, and name nobody before it? */
static int on_occasion(const csto_rel *r, uint32_t i) {
  for (; !csto_rel_start(r, i); i--) {
    if (csto_rel_starting(r, i - 1, CSTO_NP_PERSON | CSTO_NP_ROLE) !=
        CSTO_NONE) return 0;
  }
  return csto_rel_class(r, i, "camethat", NULL);
}

/* One of two phrases of the same person, or the one that there is. */
static uint32_t same(csto_rel *r, uint32_t a, uint32_t b, int *clash) {
  if (a == CSTO_NONE) return b;
  if (b != CSTO_NONE && strcmp(csto_rel_name(r, &r->np[a]),
                               csto_rel_name(r, &r->np[b]))) *clash = 1;
  return a;
}

/* The name, or the office whose holder is named, behind the first words of
** the sentence that begins at token i: زار الوزير فلان …, فلان زار …; not one
** behind مع or ل. */
static uint32_t first_name(csto_rel *r, uint32_t i, uint32_t end) {
  uint32_t k, to = i + FIRST < end ? i + FIRST : end;
  for (; i < to; i++) {
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (!(r->np[k].kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) continue;
      if (r->np[k].pre & ~CSTO_PRE_WA || r->np[k].norp != CSTO_NONE ||
          (i > 0 && csto_rel_class(r, i - 1, "towards", NULL))) {
        return CSTO_NONE;
      }
      return r->np[k].m != CSTO_NONE && csto_rel_who(r, k) ? k : CSTO_NONE;
    }
  }
  return CSTO_NONE;
}

/* Whom the sentence before the one that begins at token `end` is about. */
static uint32_t subject_before(csto_rel *r, uint32_t end) {
  uint32_t sentence, from = end, k = CSTO_NONE;
  int clash = 0;
  size_t i;
  if (end == 0) return CSTO_NONE;
  sentence = r->d->tokens[end - 1].sentence;
  while (from > 0 && r->d->tokens[from - 1].sentence == sentence) from--;
  for (i = r->nout; i > 0 && r->nout - i < 16; i--) {
    const csto_relation *p = &r->out[i - 1];
    if (p->sentence != sentence || !strcmp(p->relation, "holds_post")) continue;
    if (strcmp(p->relation, "met_with") && strcmp(p->relation, "visits") &&
        strcmp(p->relation, "participates_in")) continue;
    k = same(r, k, csto_rel_named(r, p->subject, end), &clash);
  }
  i = csto_rel_quote_from(r, r->d->tokens[from].start);
  for (; i < r->nq && r->q[i].start < r->d->tokens[end - 1].end; i++) {
    if (r->q[i].speaker[0]) {
      uint32_t who = csto_rel_named(r, r->q[i].speaker, end);
      if (who == CSTO_NONE) return CSTO_NONE;
      k = same(r, k, who, &clash);
    }
  }
  k = same(r, k, first_name(r, from, end), &clash);
  return clash ? CSTO_NONE : k;
}

uint32_t csto_rel_topic(csto_rel *r, const csto_match *x, int goes) {
  uint32_t i = x->trig, k = speaker(r, x, goes);
  const csto_quote *q = quote_at(r, r->d->tokens[i].start);
  if (k != CSTO_NONE || (q && q->direct) ||
      (!csto_rel_opens(r, i) && !on_occasion(r, i))) return k;
  while (!csto_rel_start(r, i)) i--;
  return subject_before(r, i);
}
