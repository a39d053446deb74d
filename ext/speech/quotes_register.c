/* quotes_register.c - the register of those who may speak.
**
** It holds every person and body of the text so far and every speaker, with
** the words of the phrase and of the title beside a name.  A phrase whose
** words all stand in an earlier entry means the same, unless its head noun is
** governed there.  The index keeps for each word the last entry that has it.
** Cost: linear in the words of the phrases.
*/
#include "speech/quotes_int.h"
#include "base/hash.h"
#include <string.h>

#define MAXW 40      /* words of a phrase that are compared */

/* ---- words of a phrase ---- */

int csto_q_and_noun(const qx *x, uint32_t i) {
  size_t n;
  return q_starts(x->tk[i].norm, WAW) && csto_q_noun(x, i) &&
         !csto_table_match(&csto_table_speech_sources, x->d, i, 0, NULL, &n);
}

/* A word without article and joined prepositions. */
static uint64_t bare(const qx *x, uint32_t i, int first) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  if (n > 8 && q_starts(w, WAW) && (first || q_starts(w, WAW AL)) &&
      csto_q_and_noun(x, i)) w += 2, n -= 2;
  if (first && n > 6 && q_starts(w, LAM LAM)) w += 4, n -= 4;
  if (n > 6 && q_starts(w, AL)) w += 4, n -= 4;
  else if (n > 8 && (q_starts(w, LAM AL) || q_starts(w, BEH AL)))
    w += 6, n -= 6;
  else if (n > 6 && q_starts(w, LAM LAM)) w += 4, n -= 4;
  /* gender and نسبة: وزيرة is وزير, النرويجي is النرويج */
  if (n > 6 && memcmp(w + n - 2, HEH, 2) == 0) n -= 2;
  if (n > 6 && memcmp(w + n - 2, YEH, 2) == 0) n -= 2;
  if (n > 10 && memcmp(w + n - 4, NOON ALEF, 4) == 0 &&
      (csto_q_noun(x, i) & QN_PERSON)) n -= 4;               /* مراسلنا */
  return csto_hash(w, n, 7) | 1;
}

int csto_q_same_word(const qx *x, uint32_t i, uint32_t k) {
  return bare(x, i, 1) == bare(x, k, 1);
}

static int counts(const qx *x, uint32_t i) {
  return q_is_word(x, i) && !(x->t[i].cls & (QW_PREP | QW_SAME | QW_REL |
                                             QW_THIS));
}

/* Is token i of the phrase that ends at s1 a title before a name (العميد فلان,
** not عميد المعهد)? */
static int courtesy(const qx *x, uint32_t i, uint32_t s1) {
  unsigned noun = i + 1 < s1 ? csto_q_noun(x, i) : 0;
  return (noun & QN_COURTESY) &&
         !((noun & QN_CHIEF) && (csto_q_noun(x, i + 1) & QN_BODY));
}

/* Is token i a word of the phrase that ends at s1, by which it is known? */
static int named(const qx *x, uint32_t i, uint32_t s1) {
  return counts(x, i) && !courtesy(x, i, s1);
}

static size_t phrase_words(const qx *x, uint32_t s0, uint32_t s1,
                           uint64_t *w) {
  size_t n = 0;
  uint32_t i;
  for (i = s0; i < s1 && n < MAXW; i++) {
    if (!named(x, i, s1)) continue;
    w[n++] = bare(x, i, i == s0);
  }
  return n;
}

int csto_q_origin(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  return q_is_word(x, i) && n >= 10 && q_starts(w, AL) &&
         (!memcmp(w + n - 2, YEH, 2) || !memcmp(w + n - 4, YEH HEH, 4));
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
        q_starts(x->tk[i].norm, AL) && !q_starts(x->tk[i - 1].norm, AL))
      return i;
  }
  return q->w1;
}

/* مدير المعهد فلان: the body that a person's office belongs to. */
static int office_of(const qx *x, const q_who *q, uint32_t i) {
  return q->person && i > q->w0 && (i < q->s0 || i >= q->s1) &&
         (csto_q_noun(x, i) & (QN_BODY | QN_PERSON)) == QN_BODY;
}

/* سلف فلان، فلان; فلان مدير … في …: a name in the title that is not the
** person's own, and what stands behind a preposition there. */
static int of_another(const qx *x, const q_who *q, uint32_t i) {
  const csto_mention *m = q_ment(x, i);
  uint32_t k;
  if (!q->person) return 0;
  if (m && m->type == CSTO_PERSON && x->t[i].ment != q->ment &&
      (!q->ment || strcmp(m->name, x->m[q->ment - 1].name))) return 1;
  for (k = i; k > q->s1; k--)
    if (x->t[k - 1].cls & QW_PREP) return 1;
  return 0;
}

/* strong: over entries that have spoken, too. */
void csto_q_index(qx *x, uint32_t e, int strong) {
  const q_who *q = &x->who[e];
  uint32_t i, n = 0, g = governed(x, q);
  for (i = q->w0; i < q->w1 && n < MAXW; i++) {
    uint32_t *s;
    if (!named(x, i, q->w1)) continue;
    n++;
    s = slot(x, bare(x, i, i == q->w0));
    if (*s && x->who[*s - 1].spoke && !strong) continue;
    if (*s && (i >= g || office_of(x, q, i))) continue;
    if (of_another(x, q, i)) continue;
    *s = e + 1;
  }
}

/* Is token i a title that stands by itself, with no preposition joined? */
static int title(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n;
  if (!(csto_q_noun(x, i) & QN_PERSON)) return 0;
  if (!q_starts(w, LAM) && !q_starts(w, BEH)) return 1;
  return csto_table_match(&csto_table_speech_sources, x->d, i, 0, NULL, &n)
         != 0;
}

/* رئيس لجنة … لدى مكتب …: a preposition inside the title that began at k. */
static int inside_title(const qx *x, uint32_t k, uint32_t b) {
  const q_tok *t = &x->t[b];
  return b > k && b < k + 6 && !(t->cls & ~(uint32_t)(QW_PREP | QW_GOVERN)) &&
         (!t->prep || t->prep == 'f') && b + 1 < x->n && !q_bound(x, b + 1) &&
         q_is_word(x, b + 1) && !x->t[b + 1].cls && title(x, k);
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
    if (t->ment && x->m[t->ment - 1].type == CSTO_PERSON &&
        x->m[t->ment - 1].tokend <= q->s0) break;
    if (title(x, b - 1)) q->w0 = b - 1;
  }
  k = q->s1;
  if (k < x->n && x->t[k].mark == QM_COMMA) k++;
  if (k >= x->n || q_bound(x, k) || !q_is_word(x, k) || x->t[k].cls) return;
  if (csto_q_and_noun(x, k)) return;             /* …، ومدير …: another */
  if (!title(x, k) && (k == q->s1 || !q_starts(x->tk[k].norm, AL))) return;
  for (b = k; b < x->n && b < k + 10 && !q_bound(x, b); b++) {
    uint32_t m = x->t[b].ment;
    if (x->t[b].mark || (x->t[b].verb && !q_starts(x->tk[b].norm, AL)))
      break;
    if (x->t[b].cls && !inside_title(x, k, b)) break;
    if (m && x->m[m - 1].type == CSTO_PERSON) break;
    /* وفلان is another, والتجارة is not */
    if (b > k && q_starts(x->tk[b].norm, WAW) &&
        !q_starts(x->tk[b].norm, WAW AL)) break;
  }
  q->w1 = b;
}

q_who *csto_q_who_add(qx *x, uint32_t s0, uint32_t s1, uint32_t ment,
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
  csto_q_index(x, (uint32_t)x->nwho - 1, strong);
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
        q_starts(x->tk[p].norm, AL)) {
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

static int one_of(const qx *x, uint32_t i, const uint64_t *w, size_t n) {
  size_t k = 0;
  while (k < n && w[k] != bare(x, i, 0)) k++;
  return k < n;
}

/* Has the title of the entry behind the name, with one of the n words w, an
** adjective of origin that is none of them (التحالف الدولي)? */
static int other_origin(const qx *x, const uint64_t *w, size_t n,
                        const q_who *e) {
  uint32_t i;
  for (i = e->s1 + 1; i < e->w1; i++) {
    const char *t = x->tk[i].norm;
    size_t len = x->tk[i].nnorm;
    if (len >= 10 && q_starts(t, AL) && !memcmp(t + len - 2, YEH, 2) &&
        one_of(x, i - 1, w, n) && !one_of(x, i, w, n)) return 1;
  }
  return 0;
}

/* Equal for الأميركي and الأمريكي. */
static unsigned letters_of(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  unsigned sum = 0;
  for (; *w; w++) sum += (unsigned char)*w;
  return sum;
}

/* Does the title before the name of a person say that he is from elsewhere
** than the word at token o (وزير الخارجية القطري فلان، الوزير المصري)? */
static int other_land(const qx *x, uint32_t o, const uint64_t *w, size_t n,
                      const q_who *e) {
  uint32_t i, name = e->ment ? x->m[e->ment - 1].tok : e->s0;
  int other = 0;
  if (!e->person || !csto_q_origin(x, o)) return 0;
  for (i = e->w0; i < e->w1; i++) {
    if (bare(x, i, i == e->w0) == bare(x, o, 0)) return 0;
    if (i == e->w0 || i >= name || !csto_q_origin(x, i)) continue;
    if (letters_of(x, i) == letters_of(x, o)) return 0;
    other |= !one_of(x, i, w, n);
  }
  return other;
}

/* Do the words of the entry hold the n words w?  2: all of them; 1: one of
** three or more is missing, which may be when the entry is a person (الرئيس
** الفرنسي الشاب), but not when they are a name (all), nor the last of a few
** behind باسم that says of what country. */
static int all_in(const qx *x, const uint64_t *w, size_t n, int of_origin,
                  int all, const q_who *e) {
  uint64_t v[MAXW];
  size_t i, j, m = phrase_words(x, e->w0, e->w1, v), missing = 0;
  if (n > m) return 0;
  for (i = 0; i < n; i++) {
    for (j = 0; j < m && v[j] != w[i]; j++) {}
    if (j == m && (i == 0 || ++missing > (e->person && n > 2 && !all)))
      return 0;
    if (j == m && n < 5 && i + 1 == n && of_origin) return 0;
  }
  return !missing ? 2 : !other_origin(x, w, n, e);
}

/* The entry whose words hold all words of the phrase + 1, the last one
** first; `but` is left out. */
uint32_t csto_q_known(qx *x, uint32_t s0, uint32_t s1, char gender,
                      uint32_t but) {
  uint64_t w[MAXW];
  size_t k, n = phrase_words(x, s0, s1, w);
  uint32_t best = 0, loose = 0, h = s0;
  const csto_mention *m = q_ment(x, s0);
  int common, of_origin = 0;
  int all = m && m->type == CSTO_PERSON && m->tok == s0 && m->tokend == s1 &&
            s0 + 1 < s1 && (x->t[s0 + 1].cls & QW_SON);    /* فلان بن فلان */
  for (k = s0; k < s1 && csto_q_origin(x, s1 - 1); k++)
    of_origin |= (x->t[k].cls & QW_PREP) != 0;
  while (h < s1 && !named(x, h, s1)) h++;
  if (s1 == h + 1 && (csto_q_noun(x, h) & QN_SOME)) return 0;
  common = h < s1 && (csto_q_noun(x, h) & (QN_PERSON | QN_PEOPLE | QN_BODY));
  for (k = 0; k < n; k++) {
    uint32_t e = *slot(x, w[k]);
    int in;
    if (!e || e == but || e <= best) continue;
    if (x->who[e - 1].gender && gender && x->who[e - 1].gender != gender &&
        x->who[e - 1].person) continue;
    if (common && !head_fits(x, w[0], &x->who[e - 1])) continue;
    in = all_in(x, w, n, of_origin, all, &x->who[e - 1]);
    if (!in || other_land(x, s1 - 1, w, n, &x->who[e - 1])) continue;
    if (in == 2) best = e;
    else if (e > loose) loose = e;
  }
  if (!best) best = loose;
  while (best && x->who[best - 1].same) best = x->who[best - 1].same;
  return best;
}

/* Gives entry e the words of a phrase with more words than its own. */
void csto_q_also_known(qx *x, uint32_t s0, uint32_t s1, uint32_t e) {
  uint64_t w[MAXW];
  size_t n = phrase_words(x, s0, s1, w);
  q_who *q;
  if (n < 2 || all_in(x, w, n, 0, 0, &x->who[e - 1])) return;
  q = csto_q_who_add(x, s0, s1, 0, 1);
  if (!q) return;
  q->same = e;
  q->gender = x->who[e - 1].gender;
}

/* A person or body named at token i. */
void csto_q_named(qx *x, uint32_t i, uint32_t ment) {
  const csto_mention *m = &x->m[ment - 1];
  uint32_t e = csto_q_known(x, i, m->tokend, 0, 0);
  if (!e) {
    csto_q_who_add(x, i, m->tokend, ment, 0);
  } else if (m->type == CSTO_PERSON) {
    q_who q;
    memset(&q, 0, sizeof q);
    q.s0 = i;
    q.s1 = m->tokend;
    q.person = 1;
    widen(x, &q);
    if (q.w0 < q.s0 || q.w1 > q.s1) csto_q_also_known(x, q.w0, q.w1, e);
  }
}

/* ---- who spoke ---- */

void csto_q_spoke(qx *x, q_last *l, uint32_t e, char gender, char number) {
  q_who *q = &x->who[e - 1];
  q->spoke = 1;
  if (!q->gender) q->gender = gender;
  if (!q->number) q->number = number;
  if (q->s1 == q->s0 + 1 &&             /* الله: a verse is no turn of his */
      csto_doc_is(x->d, q->s0, "الله"))
    return;
  l->any = e;
  if (q->person || !(csto_q_noun(x, q->s0) & QN_PAPER)) l->solid = e;
  if (q->number == 'p') {
    l->p = e;
    return;
  }
  if (gender == 'm' || q->gender == 'm') l->m = e;
  if (gender == 'f' || q->gender == 'f') l->f = e;
}

int csto_q_fits(const q_who *q, const q_rep *r) {
  if (!r->gender || (r->number != 's')) return 1;
  if (q->number == 'p') return 0;
  if (q->gender && q->gender != r->gender) return 0;
  return 1;
}

/* The last person named that fits, of the last few. */
uint32_t csto_q_last_person(const qx *x, const q_rep *r) {
  uint32_t e = (uint32_t)x->nwho, far = e > 12 ? e - 12 : 0;
  for (; e > far; e--)
    if (x->who[e - 1].person && csto_q_fits(&x->who[e - 1], r)) return e;
  return 0;
}

/* ---- names ---- */

/* The words of a phrase; one joined to لـ without it, للوزير as الوزير. */
const char *csto_q_text(qx *x, uint32_t s0, uint32_t s1) {
  uint32_t a = x->tk[s0].start, b = x->tk[s1 - 1].end, at;
  char *s;
  int lam = s0 > 0 && q_starts(x->tk[s0].norm, LAM) &&
            ((x->t[s0 - 1].attr &&
              csto_table_cell(&csto_table_attributions,
                              x->t[s0 - 1].attr - 1u, 1)[0] == 'l') ||
             (csto_q_noun(x, s0 - 1) & QN_PAPER));    /* بلاغ للمكتب */
  if (x->t[s0].mark == QM_OPEN && x->t[s0].pair == s1) {  /* a name in marks */
    a = x->tk[s0 + x->t[s0].clen].start;
    b = x->tk[s1 - 1].start;
  }
  if (!lam) return csto_arena_str(&x->d->arena, x->d->text + a, b - a);
  if (!q_starts(x->tk[s0].norm, LAM LAM)) {
    a = csto_doc_offset(x->d, s0, 2);
    return csto_arena_str(&x->d->arena, x->d->text + a, b - a);
  }
  at = csto_doc_offset(x->d, s0, 4);
  s = csto_arena_alloc(&x->d->arena, b - at + 5);
  if (!s) return NULL;
  memcpy(s, AL, 4);
  memcpy(s + 4, x->d->text + at, b - at);
  s[b - at + 4] = 0;
  return s;
}

/* د. فلان الفلاني, when no mention names him: where the name begins. */
static uint32_t past_courtesy(const qx *x, const q_who *q) {
  uint32_t i = q->s0;
  if (!(csto_q_noun(x, i) & QN_COURTESY)) return i;
  i++;
  if (i >= q->s1 || strcmp(x->tk[i].norm, ".")) return q->s0;
  i++;
  return i + 1 < q->s1 && q_is_word(x, i) && q_is_word(x, i + 1) &&
         !q_starts(x->tk[i].norm, AL) && !csto_q_noun(x, i) &&
         !x->t[i].cls ? i : q->s0;
}

const char *csto_q_name(qx *x, uint32_t e) {
  const q_who *q;
  int hops = 0;
  while (x->who[e - 1].same && hops++ < 4) e = x->who[e - 1].same;
  q = &x->who[e - 1];
  if (q->ment && x->m[q->ment - 1].type != CSTO_ROLE)
    return x->m[q->ment - 1].name;
  return csto_q_text(x, past_courtesy(x, q), q->s1);
}
