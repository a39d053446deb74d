/* quotes_cues.c - where the thing said begins after a verb of speech.
**
** From each verb the tokens that follow are read until its complement: أن،
** one of its prepositions (patterns of data/speech_patterns.tsv), quotation
** marks, a colon, or an object that stands for speech.  The reading stops at
** the end of the sentence, at the next verb of speech and after REACH
** tokens, so the cost is linear.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include "text/fold.h"
#include "text/utf8.h"
#include <string.h>

#define REACH 70u

q_rep *csto_q_add(qx *x) {
  q_rep *r = csto_arena_grow(&x->d->arena, x->r, x->nr, &x->rcap, sizeof *r);
  if (!r) return NULL;
  x->r = r;
  r += x->nr++;
  memset(r, 0, sizeof *r);
  r->pat = "";
  return r;
}

const char *csto_q_pattern(const char *lemma) {
  char w[CSTO_FOLD_ROOM(64)];
  size_t n = strlen(lemma);
  csto_hit h;
  if (n > 64) return "";
  n = csto_fold_word(lemma, n, w);
  h = csto_table_find(&csto_table_speech_patterns, w, n);
  if (!h) return "";
  return csto_table_cell(&csto_table_speech_patterns,
                         csto_table_row(&csto_table_speech_patterns, h), 1);
}

/* After the complementizer or preposition at j: a mark right behind it is
** the beginning of a direct quotation. */
static void found_at(const qx *x, q_rep *r, int kind, uint32_t j, uint32_t c0) {
  if (c0 < x->n && x->t[c0].mark == QM_COLON) c0++;
  q_found(r, kind, j, c0);
}

static int participle(const qx *x, uint32_t j) {
  char c = csto_table_cell(&csto_table_speech_verbs, x->t[j].verb - 1u, 2)[0];
  return c == 'p' || c == 'P';
}

/* Does the everyday word at j introduce speech (وسأل: "…")? */
static int own_words(const qx *x, uint32_t j) {
  uint32_t k = j + 1;
  return k < x->n && !q_bound(x, k) &&
         (x->t[k].mark == QM_COLON || x->t[k].mark == QM_OPEN);
}

/* صرح فلان، بعد أن جلسا أمام الصحافيين، بأن …؛ فلان، التي تحدثت إليهم، أن: the
** comma behind the clause at token j that أن follows, or 0. */
static uint32_t over_clause(const qx *x, uint32_t j, uint32_t end) {
  uint32_t k, far = j + 25 < end ? j + 25 : end;
  if (j == 0 || x->t[j - 1].mark != QM_COMMA) return 0;
  for (k = j + 1; k + 1 < far && !q_bound(x, k); k++) {
    uint32_t e = k;
    if (x->t[k].mark != QM_COMMA) continue;
    while (e + 2 < far && (x->t[e + 1].cls & QW_DAY)) e++;
    return q_that(x, e + 1) ? e : 0;
  }
  return 0;
}

/* The colon at token *j: 1 when the complement of r begins there, -1 when it
** ends the reading; else it is passed over. */
static int colon(const qx *x, q_rep *r, uint32_t *j, int weak) {
  uint32_t i = *j;
  const q_tok *next = &x->t[i + 1];
  if (i > 0 && x->tk[i - 1].kind == CSTO_T_NUMBER && i + 1 < x->n &&
      x->tk[i + 1].kind == CSTO_T_NUMBER) return 0;           /* 11:59 */
  if (!q_has(r, 'q') || i + 1 >= x->n) return -1;
  if (i > r->cueend && (csto_q_noun(x, i - 1) & QN_TITLED) &&
      !q_starts(x->tk[i - 1].norm, AL) &&
      !(next->mark == QM_OPEN && next->pair > i + 10)) {
    if (next->mark == QM_OPEN && next->pair)
      *j = next->pair - 1;                          /* بعنوان: "…" */
    return 0;
  }
  if (weak && i > r->cueend + 6 &&
      (i > r->cueend + 20 || next->mark != QM_OPEN || !next->pair)) return -1;
  if (next->mark == QM_OPEN) return q_found(r, QK_QUOTE, i, i + 1), 1;
  if (q_bound(x, i + 1)) return -1;
  if (q_that(x, i + 1)) return q_found(r, QK_THAT, i, i + 2), 1;
  return q_found(r, QK_COLON, i, i + 1), 1;
}

/* What is known at one token of the reading. */
typedef struct reading {
  uint32_t j, end;       /* the token; where the reading must end */
  uint32_t comma;        /* the first one */
  uint32_t obj, min, ba, la;  /* an object, من، ب، ل: for want of better */
  uint32_t source;       /* behind the attribution met last */
  uint8_t sure;          /* of ba */
  uint8_t other, hard;   /* behind another clause, a circumstance */
  uint8_t weak;          /* an everyday word (W) */
  uint8_t that_first;    /* أن is the first choice, ب the second */
  uint8_t joined;        /* behind كما، فيما: a clause of its own */
} reading;

enum { GO_ON, FOUND, OVER };

/* ومشروعات "تنمية الميناء": an indefinite word before the mark at j, of which
** the marks give the name. */
static int plain_before(const qx *x, uint32_t j) {
  const q_tok *t = &x->t[j - 1];
  return q_is_word(x, j - 1) && !t->ment && !t->cls && !csto_q_noun(x, j - 1) &&
         !q_starts(x->tk[j - 1].norm, AL);
}

/* A comma, a colon, a quotation mark. */
static int at_mark(const qx *x, q_rep *r, reading *g) {
  uint32_t j = g->j;
  const q_tok *t = &x->t[j];
  int k;
  switch (t->mark) {
    case QM_COMMA:
      if (!g->comma) g->comma = j;
      g->hard = 0;
      if (j + 1 < g->end && x->t[j + 1].prep && csto_q_prep(x, r, j + 1))
        return GO_ON;                              /* عبر …، فلان، عن */
      return g->weak && !q_has(r, 'x') &&
             j > r->cueend + (q_has(r, 'T') ? 6u : 12u) &&
             !q_that(x, j + 1) ? OVER : GO_ON;
    case QM_COLON:
      k = colon(x, r, &g->j, g->weak);
      return k > 0 ? FOUND : k < 0 ? OVER : GO_ON;
    case QM_OPEN:
      if (q_has(r, 'b') && t->pair && !g->ba && !g->obj &&
          csto_q_joined(x, j + t->clen, BEH) > 1 &&
          csto_q_short(x, j)) return q_found(r, QK_PREP, j, j), FOUND;
      if ((q_has(r, 'q') || (q_has(r, 't') && q_that(x, j + t->clen))) &&
          (!g->weak || j <= r->cueend + 6 ||
           (j <= r->cueend + (q_person_from(x, r->cueend) ? 45u : 20u) &&
            t->pair > j + 5)) &&
          (!g->obj || x->t[j - 1].mark == QM_COLON) && csto_q_opens(x, r, j))
        return q_found(r, QK_QUOTE, j, j), FOUND;
      if (q_has(r, 'x') && !g->obj && j > r->cueend && t->pair &&
          !plain_before(x, j) && csto_q_object(x, r, j + t->clen))
        g->obj = j;                        /* أعلن فلان "انتهاء الأزمة" مع … */
      if (t->pair && t->pair <= g->end) g->j = t->pair - 1;
      return GO_ON;
    case QM_CLOSE:
      return t->pair ? GO_ON : OVER;
    default:             /* a sentence inside quotation marks ends */
      return t->quoted && j + 1 < x->n && x->tk[j + 1].space &&
             strcmp(x->tk[j].norm, ".") == 0 ? OVER : GO_ON;
  }
}

/* صرح مساعد … بالمحكمة …، فلان، أن: the noun with ب is inside the subject,
** whose name stands behind it. */
static int inside_subject(const qx *x, const q_rep *r, const reading *g) {
  uint32_t i = g->ba;
  if (!(csto_q_noun(x, r->cueend) & QN_PERSON)) return 0;
  for (; i < g->j; i++)
    if (q_person_from(x, i) && x->t[i - 1].mark == QM_COMMA) return 1;
  return 0;
}

static int at_that(const qx *x, q_rep *r, const reading *g) {
  uint32_t j = g->j;
  if (g->weak && (g->joined || (j > r->cueend + 10 && !x->t[r->cueend].ment &&
                                x->t[j - 1].mark != QM_COMMA &&
                                !csto_q_noun(x, r->cueend)))) return OVER;
  int with_ba = g->ba && !g->sure && q_starts(x->tk[j].norm, BEH);
  if (g->obj && (g->comma > g->obj || j > g->obj + 12)) return OVER;
  if (g->obj && j == g->obj + 1 && x->t[g->obj].verb)
    return OVER;                               /* أكد رفضه أن … */
  if (g->ba && !with_ba && (g->comma > g->ba || j > g->ba + 25) &&
      !q_has(r, 'Z') && !inside_subject(x, r, g)) return OVER;
  if (!q_has(r, 't') && !q_has(r, 'T') && !q_has(r, 'b')) return OVER;
  if (q_has(r, 'e') && !q_has(r, 't')) return OVER;
  return found_at(x, r, QK_THAT, j, j + 1), FOUND;
}

/* تحدث عن الحادث: "…": what it is about, and then the words. */
static int only_topic(const qx *x, const q_rep *r, uint32_t j) {
  uint32_t k, far = j + 12 < x->n ? j + 12 : x->n;
  if (x->t[j].prep != 'a' || !q_has(r, 'q')) return 0;
  for (k = j + 1; k + 1 < far && !q_bound(x, k) && !x->t[k].verb; k++) {
    if (x->t[k].mark == QM_COLON)
      return x->t[k + 1].mark == QM_OPEN && x->t[k + 1].pair;
    if (x->t[k].mark) return 0;
  }
  return 0;
}

/* A preposition of the pattern. */
static int at_prep(const qx *x, q_rep *r, reading *g) {
  uint32_t j = g->j;
  uint32_t p = j + 1 < x->n && x->t[j + 1].mark == QM_OPEN
                   ? x->t[j + 1].pair : 0;
  if (g->obj) return OVER;
  if (j > r->cueend + 1 && q_behind_name(x, j - 1) && !q_has(r, '+') &&
      q_starts(x->tk[j - 1].norm, AL MEEM) &&
      !csto_q_noun(x, j - 1))
    return GO_ON;                              /* فلانة المتحصلة على … أن */
  if (p && p < j + 8 && q_that(x, p)) {        /* على "القناة" أن … */
    g->j = p - 1;
    return GO_ON;
  }
  if (q_that(x, j + 1)) return found_at(x, r, QK_THAT, j, j + 2), FOUND;
  if (x->t[j].cls & QW_REL) return q_found(r, QK_PREP, j, j), FOUND; /* مما */
  if (q_has(r, 'm') && x->t[j].prep == 'm') {
    if (!g->min) g->min = j;
    return GO_ON;
  }
  if (g->min) return OVER;
  if (only_topic(x, r, j)) return GO_ON;
  return found_at(x, r, QK_PREP, j, j + 1), FOUND;
}

/* أهاب بالمواطنين، بجميع السائقين: who is called upon stands behind ب. */
static int to_people(const qx *x, uint32_t j) {
  const char *w = x->tk[j].norm;
  size_t n = x->tk[j].nnorm;
  if (csto_q_noun(x, j) == QN_SOME && j + 1 < x->n && !q_bound(x, j + 1)) {
    w = x->tk[++j].norm;
    n = x->tk[j].nnorm + 2;
    return (csto_q_noun(x, j) & QN_PEOPLE) ||
           (n >= 16 && !memcmp(w + n - 6, YEH NOON, 4));
  }
  if (csto_q_noun(x, j) & QN_PEOPLE) return 1;
  return n >= 16 && q_starts(w, BEH AL) &&
         !memcmp(w + n - 4, YEH NOON, 4);
}

/* A noun with ب joined to it; 1 when it ends the reading. */
static int at_ba(const qx *x, const q_rep *r, reading *g) {
  uint32_t j = g->j;
  const q_tok *t = &x->t[j];
  int look = csto_q_joined(x, j, BEH);
  if (look == 0 && j == r->cueend && q_starts(x->tk[j].norm, BEH) &&
      (r->part || t->pre || !(x->t[r->cue].pre || q_bound(x, r->cue))) &&
      x->tk[j].nnorm > 8 && !t->cls && !t->ment && !csto_q_noun(x, j))
    look = 1;
  if (look == 1 && j == r->cueend && r->part) look = 2;
  if ((g->weak && look < 3) || g->joined) look = 0;
  if (q_has(r, '+') && look < 3 && to_people(x, j)) look = 0;
  if (j > r->cueend && x->t[j - 1].verb && x->t[j - 1].object)
    look = 0;                            /* من وصفتهم بـ"…" */
  if (g->ba && csto_doc_is(x->d, j, BEH)) look = 0; /* بسرقة … بـ"المدينة" */
  if (look >= 2 || (look && !g->ba)) g->ba = j;
  if (look >= 2) g->sure = 1;
  return look >= 2 && !q_has(r, 'Z') && (!g->that_first || j == r->cueend);
}

/* مصدر برلماني تحدث لهسبريس أن …: a clause about the indefinite noun behind
** the cue. */
static int about_subject(const qx *x, const q_rep *r, uint32_t j) {
  uint32_t k = r->cueend;
  if (j + 1 >= x->n || x->t[j].pre || j > k + 3 || j == k || participle(x, j) ||
      !(csto_q_noun(x, k) & (QN_PERSON | QN_PEOPLE | QN_PAPER))) return 0;
  for (; k < j; k++)
    if (!q_is_word(x, k) || x->t[k].cls || x->t[k].ment ||
        q_starts(x->tk[k].norm, AL)) return 0;
  return csto_q_joined(x, j + 1, LAM) || csto_q_to_name(x, j + 1) ||
         (x->t[j + 1].cls & (QW_HARD | QW_DAY)) || x->t[j + 1].prep == 'e';
}

/* قبل توقيع مذكرة تجارية "…": a noun that looks like a participle (P), with
** nothing said behind it. */
static int plain_noun(const qx *x, uint32_t j) {
  const q_tok *next = j + 1 < x->n ? &x->t[j + 1] : NULL;
  return csto_table_cell(&csto_table_speech_verbs, x->t[j].verb - 1u,
                         2)[0] == 'P' &&
         x->t[j - 1].mark != QM_COMMA && next && !next->prep &&
         !next->mark && !(next->cls & QW_THAT);
}

/* Another verb of speech ends the reading, but not an everyday word or the
** verb of a source (شدد، وفقا لما نقلته وكالة، على). */
static int at_verb(const qx *x, const q_rep *r, const reading *g) {
  uint32_t j = g->j;
  const q_tok *t = &x->t[j];
  const char *p;
  if (!t->verb || j <= r->cueend || j == g->source ||
      (!t->pre && t->cls && !participle(x, j))) return GO_ON;
  if ((x->t[j - 1].cls & (QW_NEG | QW_GOVERN | QW_HARD | QW_PREP)) && !t->pre &&
      !(x->t[j - 1].cls & (QW_DAY | QW_ADD | QW_JOIN)))
    return GO_ON;                             /* عدم كشف، عبر مذكرة */
  if (q_behind_name(x, j) && !t->pre && !participle(x, j))
    return GO_ON;                             /* وصف فلان تذرع … بأنه */
  if (about_subject(x, r, j) || plain_noun(x, j)) return GO_ON;
  if (t->object && (x->t[j - 1].cls & QW_JOIN))
    return GO_ON;                             /* فيما نقلته الوكالة: */
  if (participle(x, j)) {
    if (j + 1 < x->n && only_topic(x, r, j + 1))
      return GO_ON;                           /* أضاف متحدثا عن …: "…" */
    if (x->t[j - 1].mark == QM_COMMA) return OVER;
  }
  p = csto_q_pattern(csto_table_cell(&csto_table_speech_verbs,
                                     t->verb - 1u, 1));
  return !strchr(p, 'W') || own_words(x, j) ? OVER : GO_ON;
}

static int at_word(const qx *x, q_rep *r, reading *g) {
  uint32_t j = g->j;
  const q_tok *t = &x->t[j];
  /* الذي يوصف بأنه … */
  if ((t->cls & QW_THAT) && j > r->cueend + 2 && !q_has(r, 'b') &&
      (x->t[j - 2].cls & QW_REL) && q_starts(x->tk[j].norm, BEH)) return GO_ON;
  if ((t->cls & QW_THAT) && !q_has(r, 'X')) return at_that(x, r, g);
  if (t->cls & (QW_OTHER | QW_REL)) {
    uint32_t k = over_clause(x, j, g->end);
    if (k) g->j = k;
    if (k || (t->cls & QW_OTHER)) return k ? GO_ON : OVER;
  }
  if ((j == r->cueend || q_behind_name(x, j)) && (t->cls & QW_FIRST) &&
      !(t->cls & QW_DAY) &&
      strcmp(r->pat, "tq") == 0 && !r->part)
    return q_found(r, QK_COLON, j, j), FOUND;          /* قال نحن نعمل … */
  if ((t->cls & QW_REL) && q_has(r, 'b') && j < r->cueend + 6 && !g->ba &&
      csto_doc_is(x->d, j, "بما"))
    return q_found(r, QK_PREP, j, j), FOUND;           /* أشاد بما … */
  if (csto_q_prep(x, r, j)) return at_prep(x, r, g);
  if (q_has(r, 'b') && (!g->ba || !g->sure) && at_ba(x, r, g)) return OVER;
  if (q_has(r, 'l') && !g->la && csto_q_joined(x, j, LAM)) g->la = j;
  if ((q_has(r, 'x') || q_has(r, 'X') || q_has(r, 'R')) && !g->obj &&
      !g->other && !g->hard && csto_q_object(x, r, j)) g->obj = j;
  if (((t->cls & QW_REL) && j > r->cueend) || t->attr) g->other = 1;
  if ((t->cls & QW_HARD) && !csto_q_to_whom(x, j)) g->hard = 1;
  if ((t->cls & QW_JOIN) && (t->cls & QW_HARD)) g->joined = 1;
  if (t->cls & (QW_DAY | QW_ADD)) g->hard = 0;
  if (t->attr) g->source = j + t->alen;
  return at_verb(x, r, g);
}

/* Reads on from the cue; 1 when the complement of r was found. */
static int complement(const qx *x, q_rep *r) {
  reading g;
  const char *that = strchr(r->pat, 't'), *ba = strchr(r->pat, 'b');
  memset(&g, 0, sizeof g);
  g.end = r->cueend + REACH < x->n ? r->cueend + REACH : x->n;
  g.weak = (uint8_t)q_has(r, 'W');
  g.that_first = (uint8_t)(that && ba && that < ba);
  for (g.j = r->cueend; g.j < g.end && !q_bound(x, g.j); g.j++) {
    int k = q_is_word(x, g.j) ? at_word(x, r, &g) : at_mark(x, r, &g);
    if (k == FOUND) return 1;
    if (k == OVER) break;
  }
  if (g.ba)
    return q_found(r, QK_PREP, g.ba,
                   csto_doc_is(x->d, g.ba, BEH) ? g.ba + 1 : g.ba), 1;
  if (g.la) return q_found(r, QK_PREP, g.la, g.la), 1;
  if (g.min) return found_at(x, r, QK_PREP, g.min, g.min + 1), 1;
  if (g.obj) return q_found(r, QK_OBJECT, g.obj, g.obj), 1;
  if (q_has(r, 'X') || (q_has(r, 'Y') && r->part))
    return csto_q_any_object(x, r, g.j);
  return 0;
}

/* «…»، قال فلان: the speech stands before a verb that has none after it.
** Only right behind the closing mark. */
static int before(qx *x, q_rep *r) {
  uint32_t i = r->cue, p;
  int comma = i > 0 && x->t[i - 1].mark == QM_COMMA;
  while (i > 0 && !q_bound(x, i) && (x->t[i - 1].cls & QW_ADD)) i--;
  comma |= i > 0 && x->t[i - 1].mark == QM_COMMA;   /* «…»، هكذا قال فلان */
  while (i > 0 && x->t[i - 1].mark == QM_COMMA) i--;
  if (x->t[r->cue].pre) return 0;            /* "…" وأوردت … */
  if (i == 0 || r->part || q_has(r, 'W') || !q_has(r, 'q')) return 0;
  if (x->t[i - 1].mark != QM_CLOSE) {
    if (i < 2 || x->t[i - 2].mark != QM_CLOSE) return 0;
    i--;                                    /* the second of '' or )) */
  }
  p = x->t[i - 1].pair;
  if (!p || x->tk[r->cue].newline) return 0;
  p--;
  if (p > 0 && (csto_q_noun(x, p - 1) & QN_TITLED)) return 0;
  if (q_words(x, p, i - 1) < (q_bound(x, p) && comma ? 2u : 4u) ||
      x->t[p].rep)
    return 0;
  r->kind = QK_BEFORE;
  r->comp = r->cueend;
  r->c0 = p;
  r->c1 = i - 1;
  r->direct = 1;
  return 1;
}

/* ، يقول البلاغ، فإن …: a cue between commas. */
static int between(qx *x, q_rep *r) {
  uint32_t j, end = r->cueend + 12 < x->n ? r->cueend + 12 : x->n;
  if (r->cue == 0 || x->t[r->cue - 1].mark != QM_COMMA || r->part) return 0;
  if (!q_has(r, 'q')) return 0;
  for (j = r->cueend; j < end && !q_bound(x, j); j++) {
    if (x->t[j].mark != QM_COMMA) continue;
    if (j + 1 >= x->n || q_bound(x, j + 1) || x->t[j + 1].verb) return 0;
    if (!(x->t[j + 1].cls & QW_SO)) return 0;
    q_found(r, QK_COLON, j, j + 2);
    return 1;
  }
  return 0;
}

/* لجأت الشركات …، يقول فلان، إلى …: the clause before the verb is said. */
static int aside(const qx *x, q_rep *r) {
  uint32_t s = x->d->sentences[x->tk[r->cue].sentence].tok, j, to, ment;
  const char *w = x->tk[r->cue].norm;
  if (r->cue == 0 || x->t[r->cue - 1].mark != QM_COMMA || r->part ||
      q_has(r, 'W') || !q_has(r, 'q') || x->t[r->cue].pre ||
      (!q_starts(w, YEH) && !q_starts(w, TEH)) || r->cue - s > REACH ||
      q_words(x, s, r->cue) < 6) return 0;
  for (j = s; j < r->cue; j++)
    if (x->t[j].rep || x->t[j].quoted || (x->t[j].cls & QW_THAT)) return 0;
  j = r->cueend + 14 < x->n ? r->cueend + 14 : x->n;
  if (!csto_q_phrase(x, r->cueend, j, &to, &ment) || to >= x->n ||
      !csto_q_can_speak(x, r->cueend, to, ment)) return 0;
  if (!q_bound(x, to) && q_is_word(x, to) && !(x->t[to].cls & QW_HARD))
    return 0;
  while (s < r->cue && !q_is_word(x, s)) s++;
  r->kind = QK_BEFORE;
  r->comp = r->cueend;
  r->c0 = s;
  r->c1 = r->cue - 1;
  return 1;
}

int csto_q_imperfect(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm + x->t[i].pre;
  const char *lemma = csto_table_cell(&csto_table_speech_verbs,
                                      x->t[i].verb - 1u, 1);
  if (q_starts(w, YEH)) return 1;
  return q_starts(w, TEH) && (!q_starts(lemma, TEH) ||
                               q_starts(w, TEH TEH));
}

/* نقلت الوكالة عن فلان أن …: his words, without قوله. */
static int handed_on(const qx *x, q_rep *r) {
  uint32_t j, to, ment, far = r->cueend + 20 < x->n ? r->cueend + 20 : x->n;
  if (r->part || x->t[r->cue].object) return 0;
  for (j = r->cueend; j + 2 < far && !q_bound(x, j); j++) {
    if (x->t[j].verb || (x->t[j].cls & QW_THAT)) return 0;
    if (x->t[j].prep != 'a') continue;
    for (to = j + 1; to < far && !q_that(x, to); to++)
      if (q_bound(x, to) || x->t[to].verb || x->t[to].attr) return 0;
    far = to;
    if (!q_that(x, far) || !csto_q_phrase(x, j + 1, far, &to, &ment) ||
        !csto_q_can_speak(x, j + 1, to, ment)) return 0;
    r->s0 = j + 1;
    r->s1 = to;
    r->ment = ment;
    r->rule = "verb";
    r->gender = r->number = 0;               /* the verb is the agency's */
    found_at(x, r, QK_THAT, far, far + 1);
    return r->c0 < x->n && !q_bound(x, r->c0);
  }
  return 0;
}

/* علمت الصحيفة من مصادر أن …: the sources, or the medium when none is named. */
static int learnt(const qx *x, q_rep *r) {
  uint32_t j = r->cueend, to, ment, far = j + 20 < x->n ? j + 20 : x->n, that;
  for (that = j; that < far && !q_bound(x, that) && !q_that(x, that); that++)
    if (x->t[that].verb || x->t[that].attr) return 0;
  if (that >= far || q_bound(x, that) || that == j ||
      !csto_q_phrase(x, j, that, &to, &ment)) return 0;
  if (x->t[j].mark != QM_OPEN && !(csto_q_noun(x, j) & QN_BODY) &&
      !(ment && x->m[ment - 1].type == CSTO_ORG)) return 0;
  for (to = j; to < that && x->t[to].prep != 'm'; to++) {}
  if (to < that) j = to + 1;
  if (!csto_q_phrase(x, j, that, &to, &ment)) return 0;
  r->s0 = j;
  r->s1 = to;
  r->ment = ment;
  r->rule = "verb";
  found_at(x, r, QK_THAT, that, that + 1);
  return r->c0 < x->n && !q_bound(x, r->c0);
}

static void put(qx *x, const q_rep *r) {
  q_rep *p = csto_q_add(x);
  if (!p) return;
  *p = *r;
  x->t[r->cue].rep = (uint32_t)x->nr;
  if (r->kind == QK_BEFORE) x->t[r->c0].rep = (uint32_t)x->nr;
}

/* ووزارة الداخلية إذ تعلن ذلك لتؤكد حرص …: ل begins what إذ leads to. */
static int after_idh(const qx *x, uint32_t i) {
  uint32_t k = i - 1, far = i > 12 ? i - 12 : 0;
  for (; k > far && !q_bound(x, k); k--)
    if (csto_doc_is(x->d, k - 1, "اذ") ||
        csto_doc_is(x->d, k - 1, "واذ"))
      return x->t[k].verb && csto_q_imperfect(x, k);
  return 0;
}

static void verb_at(qx *x, uint32_t i) {
  const csto_table *v = &csto_table_speech_verbs;
  q_rep r;
  const char *agree;
  memset(&r, 0, sizeof r);
  r.cue = i;
  r.cueend = i + 1;
  r.pat = csto_q_pattern(csto_table_cell(v, x->t[i].verb - 1u, 1));
  agree = csto_table_cell(v, x->t[i].verb - 1u, 2);
  r.noun = agree[0] == 'P';
  r.part = agree[0] == 'p' || r.noun;
  if (r.part) agree++;
  r.gender = agree[0];
  r.number = agree[0] ? agree[1] : 0;
  if (!r.pat[0]) return;
  if (q_has(&r, 'N')) {
    if (handed_on(x, &r)) put(x, &r);
    return;
  }
  if (q_has(&r, 'K')) {
    if (csto_q_verb_here(x, i, 0) && learnt(x, &r)) put(x, &r);
    return;
  }
  if (x->t[i].lam && !after_idh(x, i) &&
      (i == 0 || (x->t[i - 1].cls & QW_GOVERN) ||
       (!q_that(x, i + 1) && i + 1 < x->n && x->t[i + 1].mark != QM_OPEN)))
    return;
  if (x->t[i].object && (q_has(&r, 'W') || q_has(&r, 'X') ||
                         (i > 0 && (x->t[i - 1].cls & QW_REL)))) return;
  if (!r.part && !x->t[i].pre && !q_bound(x, i) &&
      (x->t[i - 1].cls & QW_GOVERN) &&          /* but بعد ذلك قال */
      (i < 2 || !csto_doc_is(x->d, i - 1, "ذلك") ||
       !(x->t[i - 2].cls & (QW_GOVERN | QW_HARD)))) return;
  if (!csto_q_verb_here(x, i, r.part)) return;
  r.homograph = (x->t[i].cls & (QW_HARD | QW_PREP)) && !r.part;
  r.rule = r.part ? "participle" : "verb";
  if (!complement(x, &r) && !before(x, &r) && !between(x, &r) &&
      !aside(x, &r)) return;
  if (csto_q_no_report(x, &r)) return;
  if (r.homograph && !x->t[i].pre && r.kind == QK_QUOTE &&
      r.comp == r.cueend && x->t[r.comp].mark == QM_OPEN) return;
  if (r.kind != QK_BEFORE && (r.c0 >= x->n || q_bound(x, r.c0))) return;
  put(x, &r);
}

int csto_q_cues(qx *x) {
  uint32_t i;
  for (i = 0; i < x->n && x->d->arena.rc == CSTO_OK; i++)
    if (x->t[i].verb) verb_at(x, i);
  return x->d->arena.rc;
}
