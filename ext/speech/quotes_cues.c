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

static int has(const q_rep *r, char c) { return strchr(r->pat, c) != NULL; }

/* The pattern of a lemma as written in the table of verbs. */
static const char *pattern(const char *lemma) {
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

static int is(const qx *x, uint32_t i, const char *w) {
  return csto_doc_is(x->d, i, w);
}

static int that_at(const qx *x, uint32_t i) {
  return i < x->n && !x->tk[i].newline && (x->t[i].cls & QW_THAT);
}

/* A noun that introduces a name in quotation marks, not speech. */
static int names_thing(const qx *x, uint32_t i) {
  return (csto_q_noun(x, i) & (QN_TITLED | QN_BODY)) != 0;
}

/* Is the clause over at token i, behind a few words in marks right after a
** verb?  If not they are its subject or object (أكدت "…" أن، مثمنا "…" دور). */
static int ends_clause(const qx *x, const q_rep *r, uint32_t i) {
  uint32_t k, far = i + 16 < x->n ? i + 16 : x->n;
  if (q_bound(x, i) || x->t[i].attr || x->t[i].verb) return 1;
  if (is(x, i, Q_WAW Q_HA Q_WAW) || is(x, i, Q_WAW Q_HA Q_YA) ||
      (x->t[i].cls & QW_REL)) return 0;        /* يروي "…" وهو فيلم */
  if (q_is_word(x, i)) return q_starts(x->tk[i].norm, Q_WAW) && !r->part;
  if (x->t[i].mark != QM_COMMA) return x->t[i].mark == QM_OTHER;
  for (k = i + 1; k < far && !q_bound(x, k) && !x->t[k].verb; k++)
    if ((x->t[k].cls & QW_THAT) || x->t[k].mark == QM_COLON ||
        x->t[k].prep == 'a') return 0;
  return 1;
}

/* True if the mark at j, reached from the cue of r, opens its speech. */
static int opens_speech(const qx *x, const q_rep *r, uint32_t j) {
  uint32_t p = x->t[j].pair, after, words;
  uint32_t in = j + x->t[j].clen;
  if (in >= x->n) return 0;
  if (p == 0) {                    /* it never closes: only right here */
    return j == r->cueend || x->t[j - 1].mark == QM_COLON ||
           (q_words(x, in, in + 12 < x->n ? in + 12 : x->n) > 4 &&
            !names_thing(x, j - 1));
  }
  p--;
  after = p + x->t[p].clen;
  words = q_words(x, in, p);
  if (words == 0) return 0;
  if (x->t[j - 1].mark == QM_COLON) return 1;
  if (j > r->cueend && (x->t[j - 1].cls & QW_PREP)) return 0;
  if (that_at(x, in)) return 1;
  if (!x->tk[j].space && q_is_word(x, j - 1) && j > r->cueend) return 0;
  if (names_thing(x, j - 1) && words < 6) return 0;
  if (after < x->n && !q_bound(x, after)) {
    uint32_t k = after, far = after + 12 < x->n ? after + 12 : x->n;
    if (words < 7)
      for (; k < far && !q_bound(x, k) && !x->t[k].verb; k++)
        if (x->t[k].cls & QW_THAT) return 0;
  }
  if (j == r->cueend && words < 6 && !ends_clause(x, r, after)) return 0;
  if (words >= 4) return 1;
  return j == r->cueend && (words > 1 || r->part);
}

/* Is token i a noun with ب or ل joined to it, as the argument of a verb?
** 2 surely, 1 by the look of it (بتخيل: the noun may begin with ب). */
static int joined_prep(const qx *x, uint32_t i, const char *prep) {
  static const char *const heads[] = {
      "\xd8\xaa", "\xd8\xa7", "\xd8\xb9\xd8\xaf\xd9\x85", "\xd9\x85"};
  const char *w = x->tk[i].norm;
  const csto_mention *m = x->t[i].ment ? &x->m[x->t[i].ment - 1] : NULL;
  size_t n, k, np = strlen(prep);
  if (!q_starts(w, prep) || (x->t[i].cls & (QW_HARD | QW_DAY))) return 0;
  if ((x->t[i].cls & QW_PREP) && w[np]) return 0;                /* باسم */
  if (m && m->start == x->tk[i].start) return 0;
  if (m && m->tok < i && m->type != CSTO_ROLE) return 0;
  if (w[np] == 0) return 2;
  w += np;
  if (strcmp(prep, Q_LAM) == 0 && q_starts(w, Q_LAM) && strlen(w) > 6)
    return csto_table_match(&csto_table_speech_nouns, x->d, i, 4, NULL, &n)
           ? 2 : 0;
  if (csto_table_match(&csto_table_speech_nouns, x->d, i, np, NULL, &n))
    return 2;
  if (strcmp(prep, Q_BA))
    return strlen(w) > 8 && (q_starts(w, heads[0]) || q_starts(w, heads[1]));
  if (q_starts(w, Q_AL)) return strlen(w) > 6 ? 2 : 0;
  if (strlen(w) < 6) return 0;
  for (k = 0; k < sizeof heads / sizeof *heads; k++)
    if (q_starts(w, heads[k])) return 1;
  return 0;
}

/* Is the preposition at j part of a title before it (النائب عن … عن)?  Only
** when the complement comes later: the same word, or أن. */
static int in_title(const qx *x, uint32_t j, const q_rep *r) {
  uint32_t k, far = j + 30 < x->n ? j + 30 : x->n;
  if (j == r->cueend || x->t[j].prep == 'o') return 0;
  if (!(csto_q_noun(x, j - 1) & (QN_PERSON | QN_PEOPLE))) return 0;
  for (k = j + 1; k < far && !q_bound(x, k) && !x->t[k].verb; k++)
    if ((x->t[k].cls & QW_THAT) || is(x, k, x->tk[j].norm)) return 1;
  return 0;
}

static int in_person(const qx *x, uint32_t j) {
  return (x->t[j].ment && x->m[x->t[j].ment - 1].type == CSTO_PERSON) ||
         (j + 1 < x->n && (x->t[j + 1].cls & QW_SON));
}

/* The complement is a preposition of the pattern at token j. */
static int prep_at(const qx *x, const q_rep *r, uint32_t j) {
  char c = x->t[j].prep;
  if (!c || (x->t[j].cls & (QW_HARD | QW_DAY))) return 0;
  if (in_person(x, j)) return 0;                     /* علي بن موسى */
  if (!has(r, c)) return c == 'e' && has(r, 'E') && that_at(x, j + 1);
  return c == 'e' || that_at(x, j + 1) || !in_title(x, j, r);
}

/* Is token j surely behind the subject: at a participle, behind a name, a
** comma or an adverb? */
static int after_subject(const qx *x, const q_rep *r, uint32_t j) {
  const q_tok *t = &x->t[j - 1];
  if (j == r->cueend)
    return r->part || (x->t[r->cue - (r->cue > 0)].cls & QW_JOIN);
  return t->mark == QM_COMMA || (t->cls & (QW_ADD | QW_SAME)) ||
         (t->ment && x->m[t->ment - 1].type == CSTO_PERSON);
}

/* A medium with ل (للصحيفة): the object may stand behind it. */
static int to_whom(const qx *x, uint32_t j) {
  return x->t[j].clen == 1 && q_starts(x->tk[j].norm, Q_LAM) &&
         (csto_q_noun(x, j) & QN_BODY);
}

/* A noun of speech or act with a pronoun (ثقته، رغبتها، أملهم). */
static int noun_of_his(const qx *x, uint32_t j) {
  static const char *const tails[] = {"\xd9\x87\xd8\xa7",
                                      "\xd9\x87\xd9\x85", "\xd9\x87"};
  const char *w = x->tk[j].norm;
  char f[64];
  size_t k, n = x->tk[j].nnorm;
  if (n < 8 || n > 40 || (unsigned char)x->d->text[x->tk[j].end - 1] == 0xa9)
    return 0;
  for (k = 0; k < 3; k++) {
    size_t m = strlen(tails[k]);
    if (memcmp(w + n - m, tails[k], m)) continue;
    if (csto_table_find(&csto_table_speech_nouns, w, n - m)) return 1;
    if (memcmp(w + n - m - 2, Q_TA, 2)) continue;
    memcpy(f, w, n - m);
    memcpy(f + n - m - 2, Q_HA, 2);
    if (csto_table_find(&csto_table_speech_nouns, f, n - m)) return 1;
  }
  return 0;
}

/* Does the object that stands for speech begin at token j? */
static int object_at(const qx *x, const q_rep *r, uint32_t j) {
  size_t n;
  const csto_mention *m = x->t[j].ment ? &x->m[x->t[j].ment - 1] : NULL;
  if ((x->t[j].cls & QW_WHAT) && after_subject(x, r, j))
    return 1;                                   /* نفى ما تردد */
  if (!q_is_word(x, j) || x->t[j].cls || x->t[j].rep) return 0;
  if (has(r, 'R'))                               /* حمله المسؤولية */
    return strstr(x->tk[j].norm, "\xd9\x85\xd8\xb3\xd8\xa1\xd9\x88"
                  "\xd9\x84\xd9\x8a") != NULL && j > r->cueend;
  if (m && (m->tok < j || m->type == CSTO_PERSON)) return 0;
  if ((x->t[j - 1].cls & (QW_PREP | QW_HARD)) && !to_whom(x, j - 1)) return 0;
  if (csto_table_match(&csto_table_speech_nouns, x->d, j, 0, NULL, &n))
    return r->part || j > r->cueend || !csto_q_noun(x, j); /* أكدت دراسة … */
  if (q_starts(x->tk[j].norm, Q_AL) && after_subject(x, r, j) &&
      csto_table_match(&csto_table_speech_nouns, x->d, j, 4, NULL, &n))
    return 1;
  if (!has(r, 'x') || x->t[j].verb) return 0;
  if (noun_of_his(x, j)) return 1;
  if (!csto_q_pronoun(x, j) || csto_q_noun(x, j)) return 0;
  if (q_starts(x->tk[j].norm, Q_AL) || q_starts(x->tk[j].norm, Q_WAW)) return 0;
  return j > r->cueend || r->part ||
         (!x->t[r->cue].pre && !q_bound(x, r->cue));
}

static void found(q_rep *r, int kind, uint32_t comp, uint32_t c0) {
  r->kind = (uint8_t)kind;
  r->comp = comp;
  r->c0 = c0;
}

uint32_t csto_q_simple(const qx *x, uint32_t j, uint32_t stop) {
  uint32_t k = j + 1;
  if (j >= stop || !q_is_word(x, j) || !q_starts(x->tk[j].norm, Q_AL) ||
      !(csto_q_noun(x, j) & (QN_PERSON | QN_PEOPLE | QN_BODY))) return 0;
  while (k < stop && q_is_word(x, k) && q_starts(x->tk[k].norm, Q_AL)) {
    const char *w = x->tk[k].norm;
    size_t n = x->tk[k].nnorm;
    if (strcmp(w + n - 2, Q_YA) &&
        (n < 8 || strcmp(w + n - 4, Q_YA Q_HA))) break;
    k++;
  }
  return k < stop ? k : 0;
}

/* Is token i an adverb or a comma, so that the phrase before it is over? */
static int ends_sure(const qx *x, uint32_t i) {
  return i < x->n && ((x->t[i].cls & (QW_DAY | QW_ADD | QW_HARD)) ||
                      x->t[i].mark == QM_COMMA);
}

/* X: the object is whatever follows the speaker. */
static int any_object(const qx *x, q_rep *r, uint32_t stop) {
  uint32_t j = r->cueend, to, ment;
  while (j < stop && (x->t[j].cls & (QW_ADD | QW_DAY | QW_HARD))) {
    uint32_t k = j + x->t[j].clen;
    if (x->t[j].cls & QW_HARD) while (k < stop && x->t[k].mark != QM_COMMA &&
                                      k < j + 3) k++;
    j = k;
  }
  if (!r->part) {
    if (csto_q_phrase(x, j, stop, &to, &ment) && (ment || ends_sure(x, to)))
      j = to;
    else if (x->t[r->cue].pre || q_bound(x, r->cue)) {
      if (!(j = csto_q_simple(x, j, stop))) return 0;
    }
  }
  while (j < stop && x->t[j].mark == QM_COMMA) j++;
  if (j < stop && x->t[j - 1].mark == QM_COMMA &&
      (csto_q_noun(x, j) & QN_PERSON)) {            /* فلان، عضو …، الحصار */
    uint32_t k = j;
    while (k < stop && x->t[k].mark != QM_COMMA) k++;
    if (k + 1 < stop) j = k + 1;
  }
  while (j < stop && (x->t[j].cls & (QW_ADD | QW_DAY | QW_HARD))) {
    while (j < stop && x->t[j].mark != QM_COMMA) j++;
    while (j < stop && x->t[j].mark == QM_COMMA) j++;
  }
  if (j < stop && x->t[j].mark == QM_OPEN && x->t[j].pair) return
    found(r, QK_OBJECT, j, j), 1;
  if (j >= stop || !q_is_word(x, j) ||
      (x->t[j].cls & (QW_PREP | QW_HARD | QW_DAY))) return 0;
  r->comp = r->c0 = j;
  r->kind = QK_OBJECT;
  return 1;
}

/* After the complementizer or preposition at j: a mark right behind it is
** the beginning of a direct quotation. */
static void found_at(const qx *x, q_rep *r, int kind, uint32_t j, uint32_t c0) {
  if (c0 < x->n && x->t[c0].mark == QM_COLON) c0++;
  found(r, kind, j, c0);
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

/* صرح فلان، بعد أن جلسا أمام الصحافيين، بأن …: the comma behind the clause at
** token j that أن follows, or 0. */
static uint32_t over_clause(const qx *x, uint32_t j, uint32_t end) {
  uint32_t k, far = j + 25 < end ? j + 25 : end;
  if (j == 0 || x->t[j - 1].mark != QM_COMMA) return 0;
  for (k = j + 1; k + 1 < far && !q_bound(x, k); k++)
    if (x->t[k].mark == QM_COMMA) return that_at(x, k + 1) ? k : 0;
  return 0;
}

/* The colon at token *j: 1 when the complement of r begins there, -1 when it
** ends the reading; else it is passed over. */
static int colon(qx *x, q_rep *r, uint32_t *j, int weak) {
  uint32_t i = *j;
  const q_tok *next = &x->t[i + 1];
  if (!has(r, 'q') || i + 1 >= x->n) return -1;
  if (i > r->cueend && (csto_q_noun(x, i - 1) & QN_TITLED) &&
      !q_starts(x->tk[i - 1].norm, Q_AL)) {
    if (next->mark == QM_OPEN && next->pair)
      *j = next->pair - 1;                          /* بعنوان: "…" */
    return 0;
  }
  if (weak && i > r->cueend + 6 &&
      (i > r->cueend + 20 || next->mark != QM_OPEN || !next->pair)) return -1;
  if (next->mark == QM_OPEN) return found(r, QK_QUOTE, i, i + 1), 1;
  if (q_bound(x, i + 1)) return -1;
  if (that_at(x, i + 1)) return found(r, QK_THAT, i, i + 2), 1;
  return found(r, QK_COLON, i, i + 1), 1;
}

/* Reads on from the cue; 1 when the complement of r was found. */
static int complement(qx *x, q_rep *r) {
  uint32_t j, obj = 0, comma = 0, min = 0, ba = 0, la = 0;
  int sure = 0, other = 0, hard = 0;
  uint32_t end = r->cueend + REACH < x->n ? r->cueend + REACH : x->n;
  int weak = has(r, 'W');
  int that_first = strchr(r->pat, 't') &&
                   strchr(r->pat, 't') < strchr(r->pat, 'b');
  for (j = r->cueend; j < end && !q_bound(x, j); j++) {
    const q_tok *t = &x->t[j];
    if (t->mark == QM_COMMA) {
      if (!comma) comma = j;
      hard = 0;
      if (weak && !has(r, 'x') && j > r->cueend + 12 && !that_at(x, j + 1))
        break;
      continue;
    }
    if (t->mark == QM_COLON) {
      int k = colon(x, r, &j, weak);
      if (k > 0) return 1;
      if (k < 0) break;
      continue;
    }
    if (t->mark == QM_OPEN) {
      if (has(r, 'q') && !(weak && j > r->cueend + 6) &&
          opens_speech(x, r, j)) return found(r, QK_QUOTE, j, j), 1;
      if (t->pair && t->pair <= end) j = t->pair - 1;
      continue;
    }
    if (t->mark == QM_CLOSE && !t->pair) break;
    if (!q_is_word(x, j)) continue;
    /* الذي يوصف بأنه … */
    if ((t->cls & QW_THAT) && j > r->cueend + 2 && !has(r, 'b') &&
        (x->t[j - 2].cls & QW_REL) && q_starts(x->tk[j].norm, Q_BA)) continue;
    if ((t->cls & QW_THAT) && !has(r, 'X')) {
      if (obj && (comma > obj || j > obj + 12)) break;
      if (ba && (comma > ba || j > ba + 25) && !has(r, 'Z')) break;
      if (has(r, 't') || has(r, 'T') || has(r, 'b')) {
        if (has(r, 'e') && !has(r, 't')) break;
        found_at(x, r, QK_THAT, j, j + 1);
        return 1;
      }
      break;
    }
    if (t->cls & QW_OTHER) {
      uint32_t k = over_clause(x, j, end);
      if (!k) break;
      j = k;
      continue;
    }
    if (prep_at(x, r, j)) {
      uint32_t p = j + 1 < x->n && x->t[j + 1].mark == QM_OPEN
                       ? x->t[j + 1].pair : 0;
      if (obj) break;
      if (p && p < j + 8 && that_at(x, p)) {   /* على "القناة" أن … */
        j = p - 1;
        continue;
      }
      if (that_at(x, j + 1)) return found_at(x, r, QK_THAT, j, j + 2), 1;
      if (has(r, 'm') && t->prep == 'm') {
        if (!min) min = j;
        continue;
      }
      if (min) break;
      return found_at(x, r, QK_PREP, j, j + 1), 1;
    }
    if (has(r, 'b') && !weak && (!ba || !sure)) {
      int look = joined_prep(x, j, Q_BA);
      if (look == 0 && j == r->cueend && (r->part || t->pre) &&
          q_starts(x->tk[j].norm, Q_BA) && x->tk[j].nnorm > 8 && !t->cls &&
          !t->ment) look = 1;
      if (look == 1 && j == r->cueend && r->part) look = 2;
      if (ba && is(x, j, Q_BA)) look = 0;        /* بسرقة … بـ"المدينة" */
      if (look == 2 || (look && !ba)) ba = j;
      if (look == 2) sure = 1;
      if (look == 2 && !has(r, 'Z') &&
          (!that_first || j == r->cueend)) break;
    }
    if (has(r, 'l') && !la && joined_prep(x, j, Q_LAM)) la = j;
    if ((has(r, 'x') || has(r, 'X') || has(r, 'R')) && !obj && !other &&
        !hard && object_at(x, r, j)) obj = j;
    if (((t->cls & QW_REL) && j > r->cueend) || t->attr) other = 1;
    if ((t->cls & QW_HARD) && !to_whom(x, j)) hard = 1;
    if (t->cls & (QW_DAY | QW_ADD)) hard = 0;
    if (t->verb && j > r->cueend &&
        (t->pre || t->cls == 0 || participle(x, j))) {
      const char *p = pattern(csto_table_cell(&csto_table_speech_verbs,
                                              t->verb - 1u, 1));
      if (!strchr(p, 'W') || own_words(x, j)) break;
    }
  }
  if (ba) return found(r, QK_PREP, ba, is(x, ba, Q_BA) ? ba + 1 : ba), 1;
  if (la) return found(r, QK_PREP, la, la), 1;
  if (min) return found_at(x, r, QK_PREP, min, min + 1), 1;
  if (obj) return found(r, QK_OBJECT, obj, obj), 1;
  if (has(r, 'X') || (has(r, 'Y') && r->part)) return any_object(x, r, j);
  return 0;
}

/* «…»، قال فلان: the speech stands before a verb that has none after it.
** Only right behind the closing mark. */
static int before(qx *x, q_rep *r) {
  uint32_t i = r->cue, p;
  int comma = i > 0 && x->t[i - 1].mark == QM_COMMA;
  while (i > 0 && x->t[i - 1].mark == QM_COMMA) i--;
  if (x->t[r->cue].pre) return 0;            /* "…" وأوردت … */
  if (i == 0 || r->part || has(r, 'W') || !has(r, 'q')) return 0;
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
  if (!has(r, 'q')) return 0;
  for (j = r->cueend; j < end && !q_bound(x, j); j++) {
    if (x->t[j].mark != QM_COMMA) continue;
    if (j + 1 >= x->n || q_bound(x, j + 1) || x->t[j + 1].verb) return 0;
    if (!(x->t[j + 1].cls & QW_SO)) return 0;
    found(r, QK_COLON, j, j + 2);
    return 1;
  }
  return 0;
}

/* A verb that is no report: negated, or impersonal with no subject. */
static int no_report(const qx *x, const q_rep *r) {
  uint32_t i = r->cue;
  if (i > 0 && !q_bound(x, i) && !x->t[i].pre &&
      (x->t[i - 1].cls & QW_NEG) && !(x->t[i - 1].cls & QW_REL)) return 1;
  if (r->noun && i > 0 && x->tk[i - 1].kind == CSTO_T_NUMBER) return 1;
  if (r->noun && r->kind == QK_COLON) return 1;
  /* طفلة مهددة بالعمى */
  if (r->part && r->gender == 'f' && has(r, '+') && r->kind == QK_PREP &&
      i > 0 && x->t[r->comp].prep == 0 && q_is_word(x, i - 1) && !x->t[i].pre &&
      !x->t[i - 1].rep) return 1;
  if (r->noun && r->comp > r->cueend + (has(r, 'e') ? 5u : 0u) && i > 0 &&
      x->t[i - 1].mark != QM_COMMA && x->t[i - 1].mark != QM_CLOSE) return 1;
  if (has(r, 'I') && !r->part && r->comp > r->cueend + 5 &&
      (q_starts(x->tk[i].norm + x->t[i].pre, Q_YA) ||
       q_starts(x->tk[i].norm + x->t[i].pre, Q_TA))) return 1;
  if (has(r, 'S') && !r->part && r->comp == r->cueend &&
      q_starts(x->tk[i].norm + x->t[i].pre, Q_YA))
    return q_bound(x, i) || x->t[i].pre ||
           (!(x->t[i - 1].cls & (QW_REL | QW_AUX)) && !x->t[i - 1].ment);
  return 0;
}

/* u behind the first letter makes a perfect passive (دُعوا), and the
** imperfect of verbs that begin with ت or ا (يُتوقع). */
static int passive(const qx *x, uint32_t i, const char *w) {
  const char *lemma = csto_table_cell(&csto_table_speech_verbs,
                                      x->t[i].verb - 1u, 1);
  if (!q_starts(w, "\xd9") && !q_starts(w, "\xd8")) return 0;
  if (x->d->text + x->tk[i].end < w + 4 || !q_starts(w + 2, "\xd9\x8f"))
    return 0;
  if (q_starts(w, Q_YA) || q_starts(w, Q_TA))
    return q_starts(lemma, Q_TA) || q_starts(lemma, "\xd8\xa7");
  return !q_starts(w, "\xd9\x85");                 /* مُشيرا */
}

/* A verb that is also a small word (بيّن/بين، عبّر/عبر) must begin its clause
** or have أن behind it. */
static int verb_here(const qx *x, uint32_t i, int participle) {
  const q_tok *t = &x->t[i];
  const char *w = x->d->text + csto_doc_offset(x->d, i, t->pre);
  if (q_starts(w, "\xd8\xa5")) return 0;     /* إدانته: no verb begins so */
  if (passive(x, i, w)) return 0;
  /* أعتقد, not اعتقد: the first person */
  if (q_starts(w, "\xd8\xa3") && !participle &&
      q_starts(csto_table_cell(&csto_table_speech_verbs, t->verb - 1u, 1),
               "\xd8\xa7")) return 0;
  /* نادى, not نادي: a perfect does not end in ي */
  if (memcmp(x->d->text + x->tk[i].end - 2, Q_YA, 2) == 0 &&
      !q_starts(w, Q_YA) && !q_starts(w, Q_TA)) return 0;
  if (t->cls & ~(unsigned)(QW_HARD | QW_AUX | QW_PREP | QW_GOVERN)) return 0;
  if (!(t->cls & (QW_HARD | QW_PREP))) return 1;
  if (participle) return 1;
  return t->pre || q_bound(x, i) || that_at(x, i + 1) ||
         ((x->t[i - 1].cls & (QW_JOIN | QW_DAY | QW_ADD)) &&
          !x->t[i - 1].pre);
}

static void verb_at(qx *x, uint32_t i) {
  const csto_table *v = &csto_table_speech_verbs;
  q_rep r, *put;
  const char *agree;
  memset(&r, 0, sizeof r);
  r.cue = i;
  r.cueend = i + 1;
  r.pat = pattern(csto_table_cell(v, x->t[i].verb - 1u, 1));
  agree = csto_table_cell(v, x->t[i].verb - 1u, 2);
  r.noun = agree[0] == 'P';
  r.part = agree[0] == 'p' || r.noun;
  if (r.part) agree++;
  r.gender = agree[0];
  r.number = agree[0] ? agree[1] : 0;
  if (!r.pat[0] || has(&r, 'N')) return;
  if (x->t[i].lam && (i == 0 || (x->t[i - 1].cls & QW_GOVERN) ||
                      (!that_at(x, i + 1) && i + 1 < x->n &&
                       x->t[i + 1].mark != QM_OPEN))) return;
  if (x->t[i].object && (has(&r, 'W') || has(&r, 'X') ||
                         (i > 0 && (x->t[i - 1].cls & QW_REL)))) return;
  if (!r.part && !x->t[i].pre && !q_bound(x, i) &&
      (x->t[i - 1].cls & QW_GOVERN) &&          /* but بعد ذلك قال */
      (i < 2 || !is(x, i - 1, "\xd8\xb0\xd9\x84\xd9\x83") ||
       !(x->t[i - 2].cls & (QW_GOVERN | QW_HARD)))) return;
  if (!verb_here(x, i, r.part)) return;
  r.homograph = (x->t[i].cls & (QW_HARD | QW_PREP)) && !r.part;
  r.rule = r.part ? "participle" : "verb";
  if (!complement(x, &r) && !before(x, &r) && !between(x, &r)) return;
  if (no_report(x, &r)) return;
  if (r.homograph && !x->t[i].pre && r.kind == QK_QUOTE &&
      r.comp == r.cueend && x->t[r.comp].mark == QM_OPEN) return;
  if (r.kind != QK_BEFORE && (r.c0 >= x->n || q_bound(x, r.c0))) return;
  put = csto_q_add(x);
  if (!put) return;
  *put = r;
  x->t[i].rep = (uint32_t)x->nr;
  if (r.kind == QK_BEFORE) x->t[r.c0].rep = (uint32_t)x->nr;
}

int csto_q_cues(qx *x) {
  uint32_t i;
  for (i = 0; i < x->n && x->d->arena.rc == CSTO_OK; i++)
    if (x->t[i].verb) verb_at(x, i);
  return x->d->arena.rc;
}
