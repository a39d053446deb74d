/* quotes_names.c - who the speakers are.
**
** A register holds every person and body of the text so far and every
** speaker, with the words of the phrase.  A phrase whose words all stand in
** an earlier phrase means the same (الوزير، الشاهد، الحزب: وزير … يوسف
** الشاهد، حزب …); a bare paper (البيان) or المصدر ذاته means the last
** speaker.  A report with no subject takes the speaker before it in its
** sentence, else the last one whose gender and number fit the verb.  What is
** still a short form at the end is looked up once more, so that a headline's
** surname gets the full name of the article.
** The index keeps for each word the last entry that has it: linear.
*/
#include "speech/quotes_int.h"
#include "base/hash.h"
#include "base/rc.h"
#include <string.h>

#define MAXW 40

struct q_who {
  uint32_t s0, s1;     /* its words */
  uint32_t w0, w1;     /* with the title before or behind the name */
  uint32_t ment;       /* or 0 */
  uint32_t same;       /* a fuller entry + 1, or 0 */
  char gender, number;
  uint8_t spoke;
  uint8_t person;
  uint8_t body;
};

/* ---- words of a phrase ---- */

/* A word without article and joined prepositions. */
static uint64_t bare(const qx *x, uint32_t i, int first) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  if (first && n > 6 && q_starts(w, Q_LAM Q_LAM)) w += 4, n -= 4;
  if (n > 6 && q_starts(w, Q_AL)) w += 4, n -= 4;
  else if (n > 8 && (q_starts(w, Q_LAM Q_AL) || q_starts(w, Q_BA Q_AL)))
    w += 6, n -= 6;
  else if (n > 6 && q_starts(w, Q_LAM Q_LAM)) w += 4, n -= 4;
  /* gender and نسبة: وزيرة is وزير, النرويجي is النرويج */
  if (n > 6 && memcmp(w + n - 2, Q_HA, 2) == 0) n -= 2;
  if (n > 6 && memcmp(w + n - 2, Q_YA, 2) == 0) n -= 2;
  return csto_hash(w, n, 7) | 1;
}

static int counts(const qx *x, uint32_t i) {
  return q_is_word(x, i) && !(x->t[i].cls & (QW_PREP | QW_SAME | QW_REL));
}

static size_t phrase_words(const qx *x, uint32_t s0, uint32_t s1,
                           uint64_t *w) {
  size_t n = 0;
  uint32_t i;
  for (i = s0; i < s1 && n < MAXW; i++) {
    if (!counts(x, i)) continue;
    if (i + 1 < s1 && (csto_q_noun(x, i) & QN_COURTESY)) continue;
    w[n++] = bare(x, i, i == s0);
  }
  return n;
}

/* ---- the register ---- */

static uint32_t *slot(qx *x, uint64_t w) {
  uint32_t i = (uint32_t)(csto_mix64(w)) & (x->nslot - 1);
  uint32_t tag = (uint32_t)(w >> 32);
  for (;; i = (i + 1) & (x->nslot - 1)) {
    uint32_t *s = &x->slots[i * 2];
    if (!s[1] || s[0] == tag) {
      s[0] = tag;
      return &s[1];
    }
  }
}

/* The words of an entry's title that another noun governs (مساعدة الأمين
** العام) begin at the token that is returned. */
static uint32_t governed(const qx *x, const q_who *q) {
  uint32_t i;
  for (i = q->w0 + 1; i < q->w1; i++) {
    if (i >= q->s0 && i <= q->s1 && q->person) continue;
    if ((csto_q_noun(x, i) & QN_PERSON) &&
        (csto_q_noun(x, i - 1) & QN_PERSON) &&
        q_starts(x->tk[i].norm, Q_AL) && !q_starts(x->tk[i - 1].norm, Q_AL))
      return i;
  }
  return q->w1;
}

/* strong: over entries that have spoken, too. */
static void index_words(qx *x, uint32_t e, int strong) {
  const q_who *q = &x->who[e];
  uint64_t w[MAXW];
  uint32_t g = governed(x, q);
  size_t k, n = phrase_words(x, q->w0, q->w1, w);
  size_t own = g < q->w1 ? phrase_words(x, q->w0, g, w) : n;
  if (own < n) n = phrase_words(x, q->w0, q->w1, w);
  for (k = 0; k < n; k++) {
    uint32_t *s = slot(x, w[k]);
    if (*s && x->who[*s - 1].spoke && !strong) continue;
    if (*s && k >= own) continue;
    *s = e + 1;
  }
}

/* Is token i a title that stands by itself, with no preposition joined? */
static int title(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n;
  if (!(csto_q_noun(x, i) & QN_PERSON)) return 0;
  if (!q_starts(w, Q_LAM) && !q_starts(w, Q_BA)) return 1;
  return csto_table_match(&csto_table_speech_sources, x->d, i, 0, NULL, &n)
         != 0;
}

/* Takes in the title beside a person's name: وزير … فلان، فلان الكاتب …. */
static void widen(const qx *x, q_who *q) {
  uint32_t b, k;
  q->w0 = q->s0;
  q->w1 = q->s1;
  if (!q->person) return;
  for (b = q->s0; b > 0 && b + 9 > q->s0 && !q_bound(x, b); b--) {
    const q_tok *t = &x->t[b - 1];
    if (t->mark == QM_COMMA && b == q->s0) continue;
    if (t->mark || t->verb || t->attr || t->cls) break;
    if (title(x, b - 1)) q->w0 = b - 1;
  }
  k = q->s1;
  if (k < x->n && x->t[k].mark == QM_COMMA) k++;
  if (k >= x->n || q_bound(x, k) || !q_is_word(x, k) || x->t[k].cls) return;
  if (!title(x, k) && (k == q->s1 || !q_starts(x->tk[k].norm, Q_AL))) return;
  for (b = k; b < x->n && b < k + 8 && !q_bound(x, b); b++) {
    uint32_t m = x->t[b].ment;
    if (x->t[b].mark || x->t[b].verb || x->t[b].cls) break;
    if (m && x->m[m - 1].type == CSTO_PERSON) break;
    /* وفلان is another, والتجارة is not */
    if (b > k && q_starts(x->tk[b].norm, Q_WAW) &&
        !q_starts(x->tk[b].norm, Q_WAW Q_AL)) break;
  }
  q->w1 = b;
}

static q_who *who_add(qx *x, uint32_t s0, uint32_t s1, uint32_t ment,
                      int strong) {
  q_who *q = csto_arena_grow(&x->d->arena, x->who, x->nwho, &x->whocap,
                             sizeof *q);
  if (!q) return NULL;
  x->who = q;
  q += x->nwho++;
  memset(q, 0, sizeof *q);
  q->s0 = s0;
  q->s1 = s1;
  q->ment = ment;
  if (ment) {
    const csto_mention *m = &x->m[ment - 1];
    q->person = m->type == CSTO_PERSON;
    q->body = m->type == CSTO_ORG || m->type == CSTO_GPE;
    q->gender = m->gender == 1 ? 'm' : m->gender == 2 ? 'f' : 0;
    q->number = q->person ? 's' : 0;
  }
  widen(x, q);
  index_words(x, (uint32_t)x->nwho - 1, strong);
  return q;
}

/* Can the common noun w, the head of a phrase, mean entry e?  Not when it is
** governed there: مساعدة الأمين العام is no أمين عام, nor is متحدث باسم
** الرئيس a president. */
static int head_fits(const qx *x, uint64_t w, const q_who *e) {
  uint32_t i;
  for (i = e->w0; i < e->w1; i++) {
    uint32_t p = i - 1;
    if (!counts(x, i) || bare(x, i, i == e->w0) != w) continue;
    if (i == e->w0 || (i >= e->s0 && e->person && i < e->s1)) return 1;
    if (!q_is_word(x, p)) return 1;
    if (x->t[p].cls & QW_PREP) continue;
    if (!(csto_q_noun(x, p) & (QN_PERSON | QN_PEOPLE)) ||
        q_starts(x->tk[p].norm, Q_AL)) {
      if (p < e->s0 || p >= e->s1 || !e->person) {
        if (!(csto_q_noun(x, i) & QN_PERSON)) continue;
        if (!(csto_q_noun(x, e->w0) & QN_PERSON) && e->w0 == e->s0 &&
            !e->person) continue;
      }
      return 1;
    }
  }
  return 0;
}

/* Do the words of the entry hold the n words w?  One of three or more may
** be missing when the entry is a person (الرئيس الفرنسي الشاب). */
static int all_in(const qx *x, const uint64_t *w, size_t n, const q_who *e) {
  uint64_t v[MAXW];
  size_t i, j, m = phrase_words(x, e->w0, e->w1, v), missing = 0;
  if (n > m) return 0;
  for (i = 0; i < n; i++) {
    for (j = 0; j < m && v[j] != w[i]; j++) {}
    if (j == m && (i == 0 || ++missing > (e->person && n > 2))) return 0;
  }
  return 1;
}

/* The entry whose words hold all words of the phrase + 1, the last one
** first; `but` is left out. */
static uint32_t known(qx *x, uint32_t s0, uint32_t s1, char gender,
                      uint32_t but) {
  uint64_t w[MAXW];
  size_t k, n = phrase_words(x, s0, s1, w);
  uint32_t best = 0, h = s0;
  int common;
  while (h < s1 && (!counts(x, h) || (h + 1 < s1 && (csto_q_noun(x, h) &
                                                     QN_COURTESY)))) h++;
  common = h < s1 && (csto_q_noun(x, h) & (QN_PERSON | QN_PEOPLE | QN_BODY));
  for (k = 0; k < n; k++) {
    uint32_t e = *slot(x, w[k]);
    if (!e || e == but || e <= best) continue;
    if (x->who[e - 1].gender && gender && x->who[e - 1].gender != gender &&
        x->who[e - 1].person) continue;
    if (common && !head_fits(x, w[0], &x->who[e - 1])) continue;
    if (all_in(x, w, n, &x->who[e - 1])) best = e;
  }
  while (best && x->who[best - 1].same) best = x->who[best - 1].same;
  return best;
}

/* Gives entry e the words of a phrase with more words than its own. */
static void also_known(qx *x, uint32_t s0, uint32_t s1, uint32_t e) {
  uint64_t w[MAXW];
  size_t n = phrase_words(x, s0, s1, w);
  q_who *q;
  if (n < 2 || all_in(x, w, n, &x->who[e - 1])) return;
  q = who_add(x, s0, s1, 0, 1);
  if (!q) return;
  q->same = e;
  q->gender = x->who[e - 1].gender;
}

/* A person or body named at token i. */
static void named(qx *x, uint32_t i, uint32_t ment) {
  const csto_mention *m = &x->m[ment - 1];
  uint32_t e = known(x, i, m->tokend, 0, 0);
  if (!e) {
    who_add(x, i, m->tokend, ment, 0);
  } else if (m->type == CSTO_PERSON) {
    q_who q;
    memset(&q, 0, sizeof q);
    q.s0 = i;
    q.s1 = m->tokend;
    q.person = 1;
    widen(x, &q);
    if (q.w0 < q.s0 || q.w1 > q.s1) also_known(x, q.w0, q.w1, e);
  }
}

/* ---- resolving ---- */

typedef struct last {
  uint32_t any, m, f, p;  /* entries + 1 */
} last;

static void spoke(qx *x, last *l, uint32_t e, char gender, char number) {
  q_who *q = &x->who[e - 1];
  q->spoke = 1;
  if (!q->gender) q->gender = gender;
  if (!q->number) q->number = number;
  l->any = e;
  if (q->number == 'p') {
    l->p = e;
    return;
  }
  if (gender == 'm' || q->gender == 'm') l->m = e;
  if (gender == 'f' || q->gender == 'f') l->f = e;
}

static int fits(const q_who *q, const q_rep *r) {
  if (!r->gender || (r->number != 's')) return 1;
  if (q->number == 'p') return 0;
  if (q->gender && q->gender != r->gender) return 0;
  return 1;
}

static uint32_t last_fitting(const qx *x, const last *l, const q_rep *r) {
  uint32_t e = l->any;
  if (r->number == 'p' || r->number == 'd') return l->p ? l->p : e;
  if (e && fits(&x->who[e - 1], r)) return e;
  if (r->gender == 'f' && l->f) return l->f;
  if (r->gender == 'm' && l->m) return l->m;
  return e;
}

/* The subject of the sentence before the cue: its first person or body that
** fits. */
static uint32_t sentence_subject(const qx *x, const q_rep *r) {
  uint32_t i = x->d->sentences[x->tk[r->cue].sentence].tok, k;
  uint32_t far = i + 60 < r->cue ? i + 60 : r->cue;
  for (k = i; k < far && k < i + 8; k++)       /* a byline: … متابعة: */
    if (x->t[k].mark == QM_COLON) i = k + 1;
  for (; i < far; i++) {
    const csto_mention *m = x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
    if (!m || m->tok != i) continue;
    if (m->type != CSTO_PERSON && m->type != CSTO_ORG &&
        m->type != CSTO_GPE) continue;
    if (m->gender && r->gender && r->number == 's' &&
        (m->gender == 1) != (r->gender == 'm')) continue;
    return x->t[i].ment;
  }
  return 0;
}

/* The person or body that a sentence is about, when it stands at its head or
** right behind its verb (وكان فلان قد …، وقال): its mention + 1. */
static uint32_t head_subject(const qx *x, const q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok, to, ment, k;
  while (s + 1 < r->cue && (!q_is_word(x, s) ||
                            (x->t[s].cls & (QW_JOIN | QW_AUX)))) s++;
  for (k = s; k < s + 2 && k + 1 < r->cue; k++) {
    const csto_mention *m;
    if (!q_is_word(x, k) || (x->t[k].cls & ~(unsigned)QW_AUX)) return 0;
    if (!x->t[k].ment && !(csto_q_noun(x, k) & QN_PERSON)) continue;
    if (!csto_q_phrase(x, k, r->cue, &to, &ment) || !ment) return 0;
    m = &x->m[ment - 1];
    if (m->type != CSTO_PERSON) return 0;
    return m->gender && r->gender && r->number == 's' &&
           (m->gender == 1) != (r->gender == 'm') ? 0 : ment;
  }
  return 0;
}

/* A paper, or المصدر ذاته: what speaks for somebody named before. */
static int stands_in(const qx *x, const q_rep *r) {
  uint32_t i, words = 0;
  int same = 0;
  if (r->s1 == r->s0 + 1 && (csto_q_noun(x, r->s0) & QN_HIM)) return 1;
  for (i = r->s0; i < r->s1; i++) {
    if (x->t[i].cls & QW_SAME) same = 1;
    else words += (uint32_t)q_is_word(x, i);
  }
  if (words != 1) return 0;
  if (same) return 1;
  return q_starts(x->tk[r->s0].norm, Q_AL) &&
         (csto_q_noun(x, r->s0) & QN_STAND) != 0;
}

/* The body or person a paper belongs to: بيان لوزارة … */
static uint32_t owner(const qx *x, const q_rep *r) {
  uint32_t i;
  if (r->s1 <= r->s0 + 1 || !(csto_q_noun(x, r->s0) & QN_PAPER)) return 0;
  for (i = r->s0 + 1; i < r->s1; i++) {
    const csto_mention *m = x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
    if (m && (m->type == CSTO_ORG || m->type == CSTO_PERSON))
      return x->t[i].ment;
  }
  return 0;
}

/* نقابة، منظمات: a body whose noun is feminine. */
static int feminine_body(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  if (!(csto_q_noun(x, i) & QN_BODY) || n < 8) return 0;
  return memcmp(w + n - 2, Q_HA, 2) == 0 ||
         memcmp(w + n - 4, "\xd8\xa7\xd8\xaa", 4) == 0;
}

/* The noun phrase behind a verb with an addressee may be the addressee. */
static int is_addressee(qx *x, const last *l, const q_rep *r, uint32_t e) {
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (!strchr(r->pat, '+') || r->s0 < r->cueend) return 0;
  if (m && m->type == CSTO_PERSON && m->gender && r->gender &&
      (m->gender == 1) != (r->gender == 'm')) return 1;
  if (e && x->who[e - 1].spoke) return 0;
  if (m && m->type == CSTO_PERSON) return 0;
  if (r->gender == 'f' && feminine_body(x, r->s0)) return 0;
  if (!l->any || !fits(&x->who[l->any - 1], r)) return 0;
  return x->t[r->cue].pre ||                            /* كما دعا */
         (!q_bound(x, r->cue) &&
          csto_doc_is(x->d, r->cue - 1, "\xd9\x83\xd9\x85\xd8\xa7"));
}

/* المتحدث، المسؤول: a bare definite noun that no phrase had before means the
** person who spoke last. */
static uint32_t same_person(const qx *x, const last *l, const q_rep *r) {
  const q_who *q = l->any ? &x->who[l->any - 1] : NULL;
  if (!q || r->ment || r->s1 != r->s0 + 1) return 0;
  if (!q_starts(x->tk[r->s0].norm, Q_AL)) return 0;
  if (!(csto_q_noun(x, r->s0) & QN_PERSON) ||
      (csto_q_noun(x, r->s0) & QN_ANYBODY)) return 0;
  if (!q->person && !(csto_q_noun(x, q->s0) & QN_PERSON)) return 0;
  return fits(q, r) ? l->any : 0;
}

/* The last person named that fits, of the last few. */
static uint32_t last_person(const qx *x, const q_rep *r) {
  uint32_t e = (uint32_t)x->nwho, far = e > 12 ? e - 12 : 0;
  for (; e > far; e--)
    if (x->who[e - 1].person && fits(&x->who[e - 1], r)) return e;
  return 0;
}

static void explicit_speaker(qx *x, last *l, q_rep *r) {
  uint32_t e, own;
  if (stands_in(x, r)) {
    e = known(x, r->s0, r->s1, 0, 0);
    if (csto_q_noun(x, r->s0) & QN_HIM) e = 0;
    if (!e || !x->who[e - 1].spoke) e = l->any;
    if (!e) e = last_person(x, r);
    if (e) {
      r->who = e;
      return;
    }
  }
  own = owner(x, r);
  if (own) r->ment = own;
  e = known(x, r->s0, r->s1, r->s0 >= r->cueend ? r->gender : 0, 0);
  if (!e) e = same_person(x, l, r);
  if (e && r->ment && x->m[r->ment - 1].type == CSTO_ORG &&
      x->who[e - 1].person) e = 0;
  if (e && r->ment && x->m[r->ment - 1].type == CSTO_ORG &&
      (csto_q_noun(x, x->who[e - 1].s0) & QN_PERSON)) e = 0;
  if (e && x->who[e - 1].person && (csto_q_noun(x, r->s0) & QN_BODY) &&
      !(csto_q_noun(x, r->s0) & QN_PERSON)) e = 0;
  if (e && r->ment && x->m[r->ment - 1].type == CSTO_GPE &&
      (!x->who[e - 1].ment || strcmp(x->m[x->who[e - 1].ment - 1].name,
                                     x->m[r->ment - 1].name))) e = 0;
  if (is_addressee(x, l, r, e)) {
    r->s0 = r->s1 = r->ment = 0;
    r->dropped = 1;
    return;
  }
  if (r->ment && x->m[r->ment - 1].type == CSTO_PERSON &&
      (!e || !x->who[e - 1].person)) e = 0;
  if (!e || r->many) {
    if (!who_add(x, r->s0, r->s1, r->many ? 0 : r->ment, 1)) return;
    e = (uint32_t)x->nwho;
  } else {
    index_words(x, e - 1, 1);
    also_known(x, r->s0, r->s1, e);
  }
  r->who = e;
  x->who[e - 1].spoke = 1;
  if (!r->nested && (r->rule[0] != 's' || x->who[e - 1].person ||
                     (csto_q_noun(x, r->s0) & QN_PERSON)))
    spoke(x, l, e, r->s0 >= r->cueend ? r->gender : 0,
          (csto_q_noun(x, r->s0) & QN_PEOPLE) || r->many ? 'p' : r->number);
}

/* The subject of a verb at the head of the sentence when it is no name: عدد
** من المواطنين. */
static uint32_t unnamed_subject(qx *x, last *l, const q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok + 1, to, ment;
  uint32_t simple;
  if (s >= r->cue || !(csto_q_noun(x, s) & (QN_PEOPLE | QN_PERSON | QN_BODY)))
    return 0;
  if (!csto_q_phrase(x, s, r->cue, &to, &ment)) return 0;
  to = csto_q_before_name(x, s, to, &ment);
  if ((!ment || x->m[ment - 1].type == CSTO_ROLE) &&
      (simple = csto_q_simple(x, s, to)) != 0) to = simple;
  if (!who_add(x, s, to, ment, 1)) return 0;
  spoke(x, l, (uint32_t)x->nwho, r->gender, r->number);
  return (uint32_t)x->nwho;
}

/* وجد الباحثون …. وأوضحوا: the people named last, when nobody spoke whom a
** plural could mean. */
static uint32_t people_before(qx *x, last *l, const q_rep *r) {
  uint32_t i = r->cue, far = i > 90 ? i - 90 : 0, to, ment;
  for (; i > far; i--) {
    if (!(csto_q_noun(x, i - 1) & QN_PEOPLE) ||
        !q_starts(x->tk[i - 1].norm, Q_AL)) continue;
    if (!csto_q_phrase(x, i - 1, r->cue, &to, &ment)) return 0;
    if (!ment && to > i && (far = csto_q_simple(x, i - 1, to)) != 0) to = far;
    if (ment && x->m[ment - 1].type == CSTO_PERSON) {
      while (to < r->cue && x->t[to].ment &&           /* فلان وفلان */
             x->m[x->t[to].ment - 1].tok == to &&
             q_starts(x->tk[to].norm, Q_WAW))
        to = x->m[x->t[to].ment - 1].tokend;
      ment = 0;
    }
    if (!who_add(x, i - 1, to, ment, 1)) return 0;
    spoke(x, l, (uint32_t)x->nwho, r->gender, 'p');
    return (uint32_t)x->nwho;
  }
  return 0;
}

static void dropped_speaker(qx *x, last *l, q_rep *r, uint32_t prev) {
  uint32_t e = 0, m;
  r->implicit = 1;
  if (prev && x->r[prev - 1].who &&
      x->tk[x->r[prev - 1].cue].sentence == x->tk[r->cue].sentence) {
    e = x->r[prev - 1].who;
    if (!fits(&x->who[e - 1], r)) e = 0;
  }
  if (!e && r->part && (m = sentence_subject(x, r)) != 0) {
    const csto_mention *p = &x->m[m - 1];
    e = known(x, p->tok, p->tokend, 0, 0);
    if (e && !r->nested) spoke(x, l, e, r->gender, r->number);
  }
  if (!e && !r->part && r->number == 's' && (m = head_subject(x, r)) != 0) {
    const csto_mention *p = &x->m[m - 1];
    e = known(x, p->tok, p->tokend, 0, 0);
    if (e && !r->nested) spoke(x, l, e, r->gender, r->number);
  }
  if (!e && !r->part && r->number != 's' && r->number && !l->p)
    e = people_before(x, l, r);
  if (!e && (!l->any || r->part)) e = unnamed_subject(x, l, r);
  if (!e) e = last_fitting(x, l, r);
  if (!e && (m = sentence_subject(x, r)) != 0)
    e = known(x, x->m[m - 1].tok, x->m[m - 1].tokend, 0, 0);
  if (!e) e = last_person(x, r);
  r->who = e;
}

/* ---- names ---- */

size_t csto_q_lam(const qx *x, const q_rep *r) {
  const char *w = x->tk[r->s0].norm;
  if (r->rule[0] != 's' || r->s0 == 0 || !q_starts(w, Q_LAM)) return 0;
  if (!x->t[r->cue].attr || r->s0 != r->cue + x->t[r->cue].alen) return 0;
  if (csto_table_cell(&csto_table_attributions, x->t[r->cue].attr - 1u,
                      1)[0] != 'l') return 0;
  return q_starts(w, Q_LAM Q_LAM) ? 4 : 2;
}

/* The words of a phrase; one joined to لـ without it, للوزير as الوزير. */
static const char *text_of(qx *x, uint32_t s0, uint32_t s1) {
  uint32_t a = x->tk[s0].start, b = x->tk[s1 - 1].end, at;
  char *s;
  int lam = s0 > 0 && x->t[s0 - 1].attr &&
            csto_table_cell(&csto_table_attributions, x->t[s0 - 1].attr - 1u,
                            1)[0] == 'l' && q_starts(x->tk[s0].norm, Q_LAM);
  if (x->t[s0].mark == QM_OPEN && x->t[s0].pair == s1) {  /* a name in marks */
    a = x->tk[s0 + x->t[s0].clen].start;
    b = x->tk[s1 - 1].start;
  }
  if (!lam) return csto_arena_str(&x->d->arena, x->d->text + a, b - a);
  if (!q_starts(x->tk[s0].norm, Q_LAM Q_LAM)) {
    a = csto_doc_offset(x->d, s0, 2);
    return csto_arena_str(&x->d->arena, x->d->text + a, b - a);
  }
  at = csto_doc_offset(x->d, s0, 4);
  s = csto_arena_alloc(&x->d->arena, b - at + 5);
  if (!s) return NULL;
  memcpy(s, Q_AL, 4);
  memcpy(s + 4, x->d->text + at, b - at);
  s[b - at + 4] = 0;
  return s;
}

/* A short form gets the fuller entry that came later. */
static void fuller(qx *x, q_who *q) {
  uint32_t e, self = (uint32_t)(q - x->who) + 1;
  if (q->ment && x->m[q->ment - 1].type == CSTO_PERSON &&
      strchr(x->m[q->ment - 1].name, ' ')) return;
  e = known(x, q->s0, q->s1, q->gender, self);
  if (e && e != self && !x->who[e - 1].same) q->same = e;
}

static const char *name_of(qx *x, uint32_t e) {
  const q_who *q;
  int hops = 0;
  while (x->who[e - 1].same && hops++ < 4) e = x->who[e - 1].same;
  q = &x->who[e - 1];
  if (q->ment && x->m[q->ment - 1].type != CSTO_ROLE)
    return x->m[q->ment - 1].name;
  return text_of(x, q->s0, q->s1);
}

/* Has the country that mention ment names spoken, of the first entries? */
static int country_spoke(const qx *x, const q_rep *r) {
  size_t k, far = x->nwho < 200 ? x->nwho : 200;
  for (k = 0; k < far; k++)
    if (x->who[k].spoke && x->who[k].ment &&
        strcmp(x->m[x->who[k].ment - 1].name, x->m[r->ment - 1].name) == 0)
      return 1;
  return 0;
}

/* Does the article confirm that the words before a headline's colon speak?*/
static int headline_speaks(qx *x, q_rep *r) {
  uint32_t e;
  const csto_mention *m = r->ment ? &x->m[r->ment - 1] : NULL;
  if (m && m->type == CSTO_GPE) return country_spoke(x, r);
  e = known(x, r->s0, r->s1, 0, 0);
  if (e && m && m->type == CSTO_ORG && x->who[e - 1].person) e = 0;
  if (e) r->who = e;
  if (m && m->type == CSTO_PERSON) return 1;
  if (e && x->who[e - 1].spoke && r->s1 - r->s0 < 7) return 1;
  if (m && m->type == CSTO_ORG && r->s1 - r->s0 < 6) return 1;
  return (csto_q_noun(x, r->s0) & (QN_PERSON | QN_PEOPLE)) != 0;
}

/* A thing that is said to show something is no speaker (هذا الإجراء يؤكد
** حرصها، الواقع يقول), nor is one inside what another says. */
static int thing(qx *x, const q_rep *r) {
  uint32_t e;
  if (r->nested && r->kind == QK_QUOTE && x->t[r->comp].mark != QM_COLON)
    return 1;
  if (r->nested && r->dropped &&
      (r->kind == QK_PREP || r->kind == QK_OBJECT)) return 1;
  if (r->relative && r->dropped && (r->kind == QK_PREP ||
                                    r->kind == QK_OBJECT ||
                                    r->relative == 2)) return 1;
  if (r->dropped && !r->part && !x->t[r->cue].object &&
      strchr(r->pat, 'Z')) return 1;
  if (r->s1 <= r->s0) return 0;
  if (csto_q_can_speak(x, r->s0, r->s1, r->ment)) return 0;
  if (r->homograph) return 1;
  if (r->kind == QK_OBJECT ||
      (x->nm && strchr(r->pat, 'W') && r->s1 > r->s0 + 2) ||
      (r->nested && r->kind == QK_PREP) ||
      (r->front && (r->nested || r->kind == QK_PREP ||
                    (r->s1 == r->s0 + 1 &&
                     q_starts(x->tk[r->s0].norm, Q_AL))))) {
    e = known(x, r->s0, r->s1, 0, 0);
    return !e || !x->who[e - 1].spoke;
  }
  return 0;
}

/* One report, in the order of the cues. */
static void one_report(qx *x, last *l, uint32_t ri, uint32_t *prev,
                       uint32_t *outer) {
  q_rep *r = &x->r[ri - 1];
  r->nested = r->cue < *outer && r->kind != QK_BEFORE;
  if (thing(x, r)) {
    r->c1 = r->c0;
    r->s0 = r->s1 = 0;
    return;
  }
  if (r->maybe) {
    uint32_t e = known(x, r->s0, r->s1, 0, 0);
    if (!e || !x->who[e - 1].spoke) {
      r->c1 = r->c0;
      return;
    }
  }
  if (r->s1 > r->s0) explicit_speaker(x, l, r);
  if (r->dropped) dropped_speaker(x, l, r, *prev);
  if (r->nested) return;
  *prev = ri;
  if (r->kind != QK_BEFORE) *outer = r->c1;
}

int csto_q_names(qx *x) {
  uint32_t i, prev = 0, outer = 0;
  size_t k;
  last l;
  memset(&l, 0, sizeof l);
  for (x->nslot = 64; x->nslot < x->n * 2; x->nslot *= 2) {}
  x->slots = csto_arena_zalloc(&x->d->arena,
                               (size_t)x->nslot * 2 * sizeof *x->slots);
  if (!x->slots) return CSTO_NOMEM;
  for (i = 0; i < x->n && x->d->arena.rc == CSTO_OK; i++) {
    uint32_t mi = x->t[i].ment, ri = x->t[i].rep;
    if (mi && x->m[mi - 1].tok == i &&
        (x->m[mi - 1].type == CSTO_PERSON || x->m[mi - 1].type == CSTO_ORG))
      named(x, i, mi);
    if (!ri || x->r[ri - 1].cue != i || x->r[ri - 1].rule[0] == 'h') continue;
    one_report(x, &l, ri, &prev, &outer);
  }
  if (x->d->arena.rc) return x->d->arena.rc;
  for (k = 0; k < x->nwho; k++) fuller(x, &x->who[k]);
  for (k = 0; k < x->nr; k++) {
    q_rep *r = &x->r[k];
    if (r->rule[0] == 'h') {
      if (!headline_speaks(x, r)) {
        r->c1 = r->c0;
        continue;
      }
    }
    if (r->who) r->speaker = name_of(x, r->who);
    else if (r->ment) r->speaker = x->m[r->ment - 1].name;
    else if (r->s1 > r->s0) r->speaker = text_of(x, r->s0, r->s1);
    else r->speaker = "";
    if (!r->speaker) return CSTO_NOMEM;
  }
  return CSTO_OK;
}
