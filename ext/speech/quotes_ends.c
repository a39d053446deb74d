/* quotes_ends.c - where the thing said ends.
**
** Direct speech ends at the partner of its mark; when the sentence goes on
** behind it, and the mark stood behind أن or a preposition, it is the
** beginning of a longer report.  Reported speech ends with the sentence,
** before the next report of the same rank, or before an attribution (على حد
** قوله).  Cost: linear.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

#define TAIL 150u    /* tokens of a report that are read through */
#define LINE 30u     /* tokens of a headline */

/* ، لكن المتخصصين يرون أن …: people or a body behind a connector and a comma,
** right before the verb at i: where the connector stands, or 0. */
static uint32_t but_people(const qx *x, uint32_t i) {
  const unsigned can = QN_PEOPLE | QN_BODY | QN_PERSON;
  uint32_t k;
  for (k = i; k > 1 && k + 4 > i && q_is_word(x, k - 1) && !q_bound(x, k - 1);
       k--) {
    const q_tok *t = &x->t[k - 1];
    if ((t->cls & QW_JOIN) && !(t->cls & (QW_REL | QW_AUX)) && k < i) {
      const char *w = x->tk[k].norm;
      size_t n = x->tk[k].nnorm;
      return x->t[k - 2].mark == QM_COMMA && x->tk[k - 1].nnorm >= 6 &&
                     q_starts(w, AL) &&
                     ((csto_q_noun(x, k) & can) ||
                      (n >= 14 && !memcmp(w + n - 4, YEH NOON, 4)))
                 ? k - 1 : 0;
    }
    if (t->cls || t->verb) return 0;
  }
  return 0;
}

/* Does the sentence of token j begin with بينما، في حين? */
static int opposed(const qx *x, uint32_t j) {
  uint32_t s = x->d->sentences[x->tk[j].sentence].tok;
  return s < j && j < s + 60 && (x->t[s].cls & QW_JOIN) && q_is_word(x, s) &&
         x->tk[s].nnorm > 6;
}

/* لكن فلان رأى أن …: a name behind a connector right before the verb at i. */
static int but_somebody(const qx *x, uint32_t i) {
  const csto_mention *m = q_ment(x, i - 1);
  return m && m->type == CSTO_PERSON && m->tokend == i && m->tok > 1 &&
         !q_bound(x, m->tok) && (x->t[m->tok - 1].cls & QW_JOIN) &&
         !(x->t[m->tok - 1].cls & (QW_REL | QW_AUX)) &&
         x->t[m->tok - 2].mark == QM_COMMA;
}

/* فلان يرحب بالحوار وفلانة تشكك في …: in a title, a name joined by و right
** before the verb at j begins another clause. */
static int and_somebody(const qx *x, uint32_t j) {
  const csto_mention *m = q_ment(x, j - 1);
  return m && m->tokend == j && x->tk[j].sentence == 0 && m->tok > 0 &&
         !q_bound(x, m->tok) && q_starts(x->tk[m->tok].norm, WAW) &&
         m->start > x->tk[m->tok].start && csto_q_imperfect(x, j);
}

/* Does the reporter resume at token j with a cue that had a complement? */
static int next_report(const qx *x, uint32_t j) {
  const q_tok *t = &x->t[j];
  const q_rep *r;
  uint32_t i = j;
  if (!t->rep) return 0;
  r = &x->r[t->rep - 1];
  if (r->cue != j) return 0;
  if (r->part) return 1;
  if (t->pre) return 1;                        /* وأضاف أن */
  if (i == 0) return 0;
  if (x->t[i - 1].cls & QW_AUX) i--;
  if (i == 0) return 0;
  if (i < j && q_starts(x->tk[i].norm, WAW) &&
      x->t[i - 1].mark == QM_COMMA) return 1;  /* ، وقد أكد */
  if (x->t[i - 1].cls & QW_REL) return 0;
  if (but_somebody(x, i) || and_somebody(x, i) || but_people(x, i)) return 1;
  if (x->t[i - 1].mark == QM_COMMA && r->kind != QK_BEFORE && i == j &&
      q_person_from(x, j + 1) && !csto_q_imperfect(x, j) && opposed(x, j))
    return 1;                            /* بينما قال …، رأى فلان أن … */
  return (x->t[i - 1].cls & (QW_JOIN | QW_ADD | QW_OTHER)) != 0;
}

/* Where the words that lead to the cue at j begin: كما أكد، من جهته قال. */
static uint32_t lead_in(const qx *x, uint32_t j, uint32_t from) {
  if (j > from + 1 && (but_somebody(x, j) || and_somebody(x, j)))
    j = q_ment(x, j - 1)->tok;
  if (x->t[j].rep && but_people(x, j) > from) j = but_people(x, j);
  if (x->t[j].rep && x->r[x->t[j].rep - 1].rule[0] == 'n') {
    const q_rep *r = &x->r[x->t[j].rep - 1];     /* فلان حرص على القول */
    if (r->s1 > r->s0 && r->s1 <= j && r->s0 > from + 1) j = r->s0;
  }
  while (j > from && (x->t[j - 1].cls & (QW_JOIN | QW_ADD | QW_AUX |
                                         QW_OTHER)) &&
         !(x->t[j - 1].cls & QW_REL)) j--;
  return j;
}

/* ، وكان فلان قد …: the reporter tells what was before. */
static int background(const qx *x, uint32_t j) {
  return j > 0 && j + 1 < x->n && x->t[j - 1].mark == QM_COMMA &&
         (x->t[j].cls & QW_AUX) && q_starts(x->tk[j].norm, WAW) &&
         q_person_from(x, j + 1) && x->tk[j].nnorm >= 8;
}

/* Does a report that began before token j end at j? */
static int stops(const qx *x, uint32_t j) {
  const q_tok *t = &x->t[j];
  if (q_bound(x, j)) return 1;
  if (t->mark == QM_CLOSE) return t->pair || x->tk[j].space;
  if (next_report(x, j)) return 1;
  if (t->cls & QW_END) return 1;
  if (background(x, j)) return 1;
  if ((t->cls & QW_BREAK) && j > 0 && x->t[j - 1].mark == QM_COMMA) return 1;
  return t->attr &&
         (t->rep || t->asource ||
          csto_table_cell(&csto_table_attributions, t->attr - 1u, 1)[0] ==
          'p');
}

/* For every token the first one at or behind it where a report ends; pairs
** of marks are stepped over, so a closing mark met is one whose opening mark
** stands before the report.  One pass from the end. */
int csto_q_stops(qx *x) {
  uint32_t j = x->n;
  x->stop = csto_arena_alloc(&x->d->arena, (x->n + 1u) * sizeof *x->stop);
  if (!x->stop) return CSTO_NOMEM;
  x->stop[j] = j;
  while (j-- > 0) {
    if (stops(x, j)) x->stop[j] = j;
    else if (x->t[j].mark == QM_OPEN && x->t[j].pair)
      x->stop[j] = x->stop[x->t[j].pair];
    else x->stop[j] = x->stop[j + 1];
  }
  return CSTO_OK;
}

/* The first token behind the report that begins at c0. */
static uint32_t clause_end(const qx *x, uint32_t c0) {
  uint32_t j;
  if (c0 >= x->n) return x->n;
  j = x->t[c0].mark == QM_OPEN && x->t[c0].pair ? x->stop[x->t[c0].pair]
                                                : x->stop[c0 + 1];
  return j < x->n && !q_bound(x, j) ? lead_in(x, j, c0) : j;
}

/* Strips what is not content from the end. */
static uint32_t trim(const qx *x, uint32_t c0, uint32_t c1) {
  while (c1 > c0) {
    const q_tok *t = &x->t[c1 - 1];
    if (q_is_word(x, c1 - 1)) {
      if ((t->cls & QW_JOIN) && !(t->cls & QW_REL)) c1--;
      else break;
    } else if (t->mark == QM_PARENEND && !x->tk[c1 - 1].space) {
      break;
    } else if (t->mark == QM_CLOSE && t->pair && t->pair - 1 >= c0) {
      break;
    } else if (strcmp(x->tk[c1 - 1].norm, "%") == 0) {
      break;
    } else {
      c1--;
    }
  }
  return c1;
}

/* ووضعت، وأطلقوا، فردت: و or ف before a verb in the past, by its ending. */
static int and_verb(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  size_t n = x->tk[i].nnorm;
  if (n < 8 || (!q_starts(w, WAW) && !q_starts(w, FEH)) ||
      q_starts(w + 2, AL) || x->t[i].ment)
    return 0;
  if (!memcmp(w + n - 4, WAW ALEF, 4)) return 1;
  return !memcmp(w + n - 2, TEH, 2) && memcmp(w + n - 4, ALEF, 2) &&
         !csto_q_noun(x, i);
}

/* True if the reporter's clause goes on at token j, behind a closing mark. */
static int goes_on(const qx *x, uint32_t j) {
  if (j < x->n && x->t[j].mark == QM_PAREN) {      /* «…» (…) الذي */
    uint32_t k = j;
    while (k < x->n && k < j + 12 && x->t[k].mark != QM_PARENEND) k++;
    if (k < x->n && k < j + 12) j = k + 1;
  }
  if (j >= x->n || q_bound(x, j) || !q_is_word(x, j)) return 0;
  if (x->t[j].attr || next_report(x, j) || (x->t[j].cls & (QW_BREAK | QW_END)))
    return 0;
  if ((x->t[j].cls & (QW_DAY | QW_JOIN | QW_ADD)) || and_verb(x, j) ||
      (x->t[j].verb && x->t[j].pre && !x->t[j].cls)) return 0;
  if ((x->t[j].cls & QW_HARD) && !q_starts(x->tk[j].norm, BEH)) return 0;
  return !x->t[j].rep;
}

/* Words in marks that open behind token a - 1. */
static uint32_t quoted_words(const qx *x, uint32_t a, uint32_t b) {
  return x->t[a].quoted ? 0 : x->sum[b].quoted - x->sum[a].quoted;
}

/* Do marks among the tokens a to b hold the speaker's own words, indefinite
** ("غير طبيعية"), and no name of a thing or a person? */
static int own_words(const qx *x, uint32_t a, uint32_t b) {
  uint32_t i, k, far = b < a + TAIL ? b : a + TAIL;
  for (i = a; i < far; i++) {
    uint32_t p = x->t[i].mark == QM_OPEN ? x->t[i].pair : 0;
    if (!p || p > far) continue;
    for (k = i + x->t[i].clen; k + 1 < p; k++)
      if (x->t[k].ment || x->t[k].named || x->tk[k].kind != CSTO_T_WORD)
        break;
    if (k + 1 >= p && i > 0 && x->t[i - 1].ment == 0 &&
        x->tk[i - 1].nnorm > 2 &&                        /* بـ «عين الوادي» */
        !q_starts(x->tk[i + x->t[i].clen].norm, AL) &&
        !(csto_q_noun(x, i - 1) & (QN_TITLED | QN_BODY))) return 1;
    i = p - 1;
  }
  return 0;
}

/* Does token i speak of the speaker (نحن، لاعبينا)? */
static int first_person(const qx *x, uint32_t i) {
  const csto_token *t = &x->tk[i];
  if (x->t[i].cls & QW_FIRST) return 1;
  return t->nnorm >= 10 && !x->t[i].ment &&
         memcmp(t->norm + t->nnorm - 4, NOON ALEF, 4) == 0 &&
         memcmp(t->norm + t->nnorm - 6, ALEF, 2) != 0;  /* بيانا */
}

/* وإن، وأنه: what is said goes on. */
static int and_that(const qx *x, uint32_t i) {
  return q_starts(x->tk[i].norm, WAW ALEF NOON) &&
         x->tk[i].nnorm <= 10;
}

/* The sentences of a paragraph from token e on, up to one that holds a report
** or a mark, `more` at the most; own: up to the last one in the first
** person. */
static uint32_t sentences_on(const qx *x, uint32_t e, int more, int own) {
  uint32_t j, last = e;
  while (more-- > 0 && e < x->n && q_bound(x, e) && !x->tk[e].newline) {
    int first = !own || and_that(x, e);
    for (j = e; j < e + 80 && j < x->n && (j == e || !q_bound(x, j)); j++) {
      if (x->t[j].rep || (!own && (x->t[j].mark == QM_OPEN ||
                                   x->t[j].mark == QM_CLOSE))) return last;
      first |= first_person(x, j);
    }
    if (j == e + 80) break;
    e = j;
    if (first) last = e;
  }
  return last;
}

/* Is the reporter's own the clause that begins at token i?  Not وهي أن، وهي
** السلم, which say what the object is, nor ما يعرفه. */
static int own_clause(const qx *x, uint32_t i) {
  const char *w = x->tk[i].norm;
  uint32_t k = i + 1;
  if (k >= x->n || q_bound(x, k)) return 0;
  if (q_starts(w, WAW) && (x->t[i].cls & (QW_NEG | QW_THIS)))
    return 1;                                      /* ولم، وهذا، وذلك */
  if (!(x->t[i].cls & QW_OWN)) return 0;
  if (q_starts(w, WAW HEH) && x->tk[i].nnorm == 6)
    return x->tk[k].kind == CSTO_T_WORD && !x->t[k].cls &&
           !q_starts(x->tk[k].norm, AL);
  return x->tk[i].nnorm > 4 || (!q_starts(x->tk[k].norm, YEH) &&
                                !q_starts(x->tk[k].norm, TEH));
}

/* What follows the object of a verb (اتهمه بالسعي إلى …، وهذا ما ينفيه …): when
** it is longer than the object itself, the reporter speaks again. */
static uint32_t without_tail(const qx *x, const q_rep *r) {
  uint32_t j, far = r->c1 < r->c0 + TAIL ? r->c1 : r->c0 + TAIL;
  if ((r->kind != QK_PREP && r->kind != QK_OBJECT) || r->rule[0] == 's')
    return r->c1;
  for (j = r->c0 + 2; j < far; j++) {
    uint32_t head = q_words(x, r->c0, j);
    int comma = x->t[j - 1].mark == QM_COMMA;
    if (x->t[j].mark == QM_OPEN && x->t[j].pair && x->t[j].pair < r->c1)
      j = x->t[j].pair;
    if (!q_is_word(x, j) || head < 2) continue;
    if (!(comma && and_verb(x, j)) &&
        !((comma || (x->t[j].cls & QW_JOIN) ||
           csto_doc_is(x->d, j, WAW "ذلك")) &&
          own_clause(x, j))) continue;
    if (q_words(x, j, r->c1) > head) return trim(x, r->c0, j);
  }
  return r->c1;
}

/* Behind a quotation that never closes. */
static uint32_t never_closed(const qx *x, uint32_t in) {
  return sentences_on(x, clause_end(x, in), 3, 0);
}

/* فلان: لن نتراجع.. وسنفوز: a headline is his to the end of its line. */
static uint32_t line_end(const qx *x, uint32_t c0, uint32_t end) {
  uint32_t far = c0 + LINE < x->n ? c0 + LINE : x->n, j = end;
  while (j < far && !x->tk[j].newline && !x->t[j].rep && !x->t[j].attr &&
         x->t[j].mark != QM_OPEN && x->t[j].mark != QM_CLOSE) j++;
  return j == x->n || (j < far && x->tk[j].newline) ? j : end;
}

/* دعا "كل القوى" التي … إلى …: the marks hold only who is called upon. */
static int addressee(const qx *x, const q_rep *r, uint32_t end) {
  uint32_t j = end + x->t[end].clen;
  if (!strchr(r->pat, '+') || j + 1 >= x->n) return 0;
  if (x->t[j].mark == QM_COMMA) j++;
  return (x->t[j].cls & (QW_REL | QW_PREP)) != 0;
}

/* "إن السوق" قادرة على …: the marks hold only the beginning. */
static int fragment(const qx *x, uint32_t in, uint32_t end) {
  return (x->t[in].cls & QW_THAT) && end - in < 6;
}

/* جاء في البيان: "نسيم" هي الراعي الجديد: a name in marks begins what is said
** behind the colon. */
static int name_first(const qx *x, const q_rep *r, uint32_t in, uint32_t end) {
  uint32_t j = end + x->t[end].clen;
  uint32_t words = q_words(x, in, end);
  return r->c0 > 0 && x->t[r->c0 - 1].mark == QM_COLON && words &&
         words < 3 && j < x->n && q_is_word(x, j) &&
         !q_starts(x->tk[j].norm, WAW) && !x->t[j].verb;
}

/* أن "الأمر"، بحسب وصفه، "خطير": the mark behind an aside between commas that
** follows the closing mark at token end, or 0. */
static uint32_t behind_aside(const qx *x, uint32_t end) {
  uint32_t j = end + x->t[end].clen, k;
  if (j + 4 >= x->n || x->t[j].mark != QM_COMMA || !x->t[j + 1].attr ||
      csto_table_cell(&csto_table_attributions, x->t[j + 1].attr - 1u,
                      1)[0] != 'p') return 0;
  k = j + 1 + x->t[j + 1].alen;
  return k + 1 < x->n && !q_bound(x, k + 1) && x->t[k].mark == QM_COMMA &&
         x->t[k + 1].mark == QM_OPEN && x->t[k + 1].pair ? k + 1 : 0;
}

void csto_q_end(qx *x, q_rep *r) {
  const q_tok *t = &x->t[r->c0];
  uint32_t in, end;
  if (r->kind == QK_BEFORE) {
    if (x->t[r->c0].mark == QM_OPEN) r->c0 += x->t[r->c0].clen;
    return;
  }
  if (t->mark != QM_OPEN) {
    while (x->t[r->c0].mark == QM_COMMA) r->c0++;
    end = clause_end(x, r->rule[0] == 's' && r->kind == QK_OBJECT
                            ? r->s1 : r->c0);      /* in the middle */
    if (r->kind == QK_COLON && x->t[r->comp].mark == QM_COLON &&
        r->rule[0] != 's' && r->rule[0] != 'h')
      end = sentences_on(x, end, 4, 1);
    if (r->rule[0] == 'h' && q_bound(x, end)) end = line_end(x, r->c0, end);
    r->c1 = trim(x, r->c0, end);
    if (r->c1 <= r->c0) return;
    r->c1 = without_tail(x, r);
    in = quoted_words(x, r->c0, r->c1);
    r->direct = in >= 4 || in * 2 >= q_words(x, r->c0, r->c1) ||
                (in && own_words(x, r->c0, r->c1));
    return;
  }
  in = r->c0 + t->clen;
  r->direct = 1;
  if (!t->pair) {
    r->c0 = in;
    r->c1 = trim(x, in, never_closed(x, in));
    return;
  }
  end = t->pair - 1;
  if ((in = behind_aside(x, end)) != 0 && r->kind != QK_QUOTE) {
    r->c1 = trim(x, r->c0, clause_end(x, in));
    return;
  }
  in = r->c0 + t->clen;
  if ((r->kind != QK_QUOTE || addressee(x, r, end) || fragment(x, in, end) ||
       name_first(x, r, in, end)) &&
      goes_on(x, end + x->t[end].clen)) {
    uint32_t far = clause_end(x, end + x->t[end].clen);
    far = trim(x, in, far);
    if (q_words(x, end, far) > 1) {
      r->direct = quoted_words(x, r->c0, far) >= 3;
      if (q_words(x, in, end) > 2) r->c0 = in;   /* a name keeps its marks */
      r->c1 = far;
      return;
    }
  }
  r->c0 = in;
  r->c1 = trim(x, in, end);
}
