/* relations_frame.c - when and where a relation holds, and whether it is
** stated at all.
**
** The words before and behind the trigger decide: a negation or an open
** condition drops the row; سـ, سوف, من المقرر make it planned; a verb after
** a bare أن is wished, not stated.  Dates and places are looked for inside
** the match, then after it, then before it, up to the end of the clause.
** Cost: a window of at most 24 tokens a match.
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "speech/relations_int.h"
#include "time/calendar.h"
#include "time/date.h"

#define BEFORE 6
#define DENIED 14
#define WINDOW 16

static const char *word_cell(uint32_t row, uint32_t col) {
  return row == CSTO_NONE ? ""
                          : csto_table_cell(&csto_table_relation_words, row,
                                            col);
}

/* True if a phrase of the class ends at or before `end`, at most `back`
** tokens before it in the same clause; *gap gets the tokens between. */
static int before(const csto_rel *r, uint32_t end, uint32_t back,
                  const char *cls, uint32_t *gap) {
  uint32_t i;
  size_t n;
  for (i = end; i > 0 && end - i < back; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1)) return 0;
    if (csto_rel_class(r, i - 1, cls, &n) && i - 1 + n <= end) {
      if (gap) *gap = end - (i - 1) - (uint32_t)n;
      return 1;
    }
  }
  return 0;
}

static int is_word(const csto_rel *r, uint32_t i, const char *cls) {
  return csto_rel_class(r, i, cls, NULL);
}

/* Is the day of `value` later than the day of publication? */
static int later(const csto_rel *r, const char *value) {
  size_t n = 10;
  if (!r->published || !value || value[0] < '0' || value[0] > '9') return 0;
  if (strlen(value) < n) n = strlen(value);
  if (strlen(r->published) < n) return 0;
  return strncmp(value, r->published, n) > 0;
}

static uint32_t first_of(const csto_rel *r, uint32_t i, uint32_t kinds) {
  uint32_t k;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & kinds) return k;
  }
  return CSTO_NONE;
}

static int is_verb(const csto_rel *r, uint32_t i) {
  csto_hit h = r->word[i].hit;
  const char *t;
  if (!h) return 0;
  t = word_cell(csto_table_row(&csto_table_relation_words, h), 2);
  return !strcmp(t, "past") || !strcmp(t, "pres");
}

/* A noun's verb behind it: الاجتماع الذي سيعقد, الزيارة ستبدأ. */
static int announced(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->trigend; i <= x->hi && i < r->d->ntokens; i++) {
    if (is_word(r, i, "will")) return 1;
    if (r->word[i].pre & CSTO_PRE_SIN && is_verb(r, i)) return 1;
  }
  return 0;
}

/* An office is held unless its words say former or to be. */
static const char *post_status(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->lo; i <= x->hi; i++) {
    if (i == x->hi && csto_rel_start(r, i)) break;
    if (is_word(r, i, "former")) return "former";
    if (i > x->lo && is_word(r, i, "elect") &&
        (csto_rel_article(r, i - 1) || r->word[i].ntok > 1) &&
        (csto_rel_start(r, i + r->word[i].ntok) ||
         csto_rel_comma(r, i + r->word[i].ntok) ||
         first_of(r, i + r->word[i].ntok, CSTO_NP_PERSON) != CSTO_NONE)) {
      return "planned";
    }
  }
  return "current";
}

const char *csto_rel_status(const csto_rel *r, const csto_match *x,
                            const char *manner, uint32_t wordrow,
                            const char *date, uint32_t when) {
  const char *tense = word_cell(wordrow, 2);
  uint32_t t = x->trig, gap = 0;
  int past = !strcmp(tense, "past"), pres = !strcmp(tense, "pres");
  int planned = 0, sin = (r->word[t].pre & CSTO_PRE_SIN) != 0;
  if (!strcmp(manner, "post")) return post_status(r, x);
  if (before(r, t, 2, "neg", &gap)) return NULL;
  if (before(r, t, DENIED, "deny", NULL)) return NULL;
  if (!strcmp(manner, "fact")) return "current";
  if (strcmp(tense, "part") && before(r, t, BEFORE, "plan", &gap) &&
      (!past || gap == 0)) {
    planned = 1;
  }
  if (!planned && before(r, t, BEFORE, "open", &gap) &&
      (gap == 0 || !(r->word[t].pre & CSTO_PRE_WA))) {
    return NULL;
  }
  if (past && r->word[t].pre & (CSTO_PRE_LAM | CSTO_PRE_BA)) return NULL;
  if (pres && !planned) {
    if (t > 0 && is_word(r, t - 1, "that")) return NULL;
    if (r->word[t].pre & CSTO_PRE_LAM) return NULL;
    if (t > 0 && is_word(r, t - 1, "maybe")) return NULL;
    if (t > 0 && is_word(r, t - 1, "whenever")) return NULL;
  }
  if (sin || (t > 0 && is_word(r, t - 1, "will"))) planned = 1;
  for (gap = wordrow == CSTO_NONE ? x->trig : x->trigend;
       !past && gap < x->hi + 1 && gap < x->trig + 7; gap++) {
    if (gap > x->trig && csto_rel_start(r, gap)) break;
    if (is_word(r, gap, "next")) planned = 1;
  }
  for (gap = when == CSTO_NONE || past ? 1 : r->np[when].tok;
       when != CSTO_NONE && !past && gap <= r->np[when].tokend; gap++) {
    if (gap > r->np[when].tok && csto_rel_start(r, gap)) break;
    if (is_word(r, gap, "next")) planned = 1;
  }
  if (!tense[0] && announced(r, x)) planned = 1;
  if (!past && later(r, date)) planned = 1;
  if (!strcmp(manner, "former")) return planned ? NULL : "former";
  if (!strcmp(manner, "was")) {
    return past || before(r, t, 3, "was", NULL) ? "former" : "current";
  }
  if (planned || !strcmp(manner, "planned")) return "planned";
  return !strcmp(manner, "event") ? "held" : "current";
}

/* Is the match inside a relative clause: التي تترأس المنظمة? */
static int in_relative(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->lo; i < x->trig; i++) if (is_word(r, i, "rel")) return 1;
  return 0;
}

/* Token after the comma that closes the relative clause that begins at i, or
** i when none does. */
static uint32_t skip_relative(const csto_rel *r, uint32_t i) {
  uint32_t j;
  for (j = i + 1; j < i + 12 && !csto_rel_start(r, j); j++) {
    if (csto_rel_comma(r, j)) return j + 1;
  }
  return i;
}

/* رؤية 2030, مونديال 2018: a year that belongs to a name. */
static int is_number_of(const csto_rel *r, uint32_t k) {
  const csto_np *p = &r->np[k];
  return p->tokend == p->tok + 1 && p->tok > 0 &&
         r->d->tokens[p->tok].kind == CSTO_T_NUMBER &&
         !csto_rel_start(r, p->tok) && !r->soft[p->tok - 1] &&
         r->d->tokens[p->tok - 1].kind == CSTO_T_WORD &&
         !is_word(r, p->tok - 1, "datepre") && !is_word(r, p->tok - 1, "in");
}

static uint32_t date_after(const csto_rel *r, const csto_match *x) {
  uint32_t i, k, end = x->hi + WINDOW;
  int inside = in_relative(r, x);
  for (i = x->hi; i < end && !csto_rel_start(r, i); i++) {
    if (csto_rel_border(r, i)) break;
    if (is_word(r, i, "that") && (csto_rel_start(r, i + 1) ||
        first_of(r, i + 1, CSTO_NP_DATE) == CSTO_NONE)) break;
    if (inside && csto_rel_comma(r, i)) break;
    if (csto_rel_comma(r, i) && !csto_rel_start(r, i + 1) &&
        !r->soft[i + 1] && !is_word(r, i + 1, "rel") &&
        !is_word(r, i + 1, "signed")) break;
    if (is_word(r, i, "anchor") && (csto_rel_start(r, i + 1) ||
        first_of(r, i + r->word[i].ntok, CSTO_NP_DATE) == CSTO_NONE)) break;
    if (is_word(r, i, "rel")) {
      uint32_t j = skip_relative(r, i);
      if (j == i || csto_rel_start(r, j)) break;
      end += j - i;
      i = j;
    }
    if (is_word(r, i, "stop")) break;
    if (is_verb(r, i) && !is_word(r, i, "begin")) break;
    if (csto_rel_mark(r, i)) break;
    if ((k = first_of(r, i, CSTO_NP_DATE)) != CSTO_NONE &&
        !is_number_of(r, k)) return k;
  }
  return CSTO_NONE;
}

uint32_t csto_rel_date(const csto_rel *r, const csto_match *x) {
  uint32_t i, k;
  for (i = x->lo; i < x->hi; i++) {
    if ((k = first_of(r, i, CSTO_NP_DATE)) != CSTO_NONE) return k;
  }
  k = date_after(r, x);
  if (k != CSTO_NONE) return k;
  for (i = x->lo; i > 0 && x->lo - i < WINDOW; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1)) break;
    if (is_word(r, i - 1, "stop") || is_verb(r, i - 1)) break;
    if (is_word(r, i - 1, "that")) break;
    if (!r->soft[i - 1] && !is_word(r, i - 1, "opener") &&
        x->lo - i > 2) break;
    if ((k = first_of(r, i - 1, CSTO_NP_DATE)) != CSTO_NONE) return k;
  }
  return CSTO_NONE;
}

/* Does the value give a day, a month or a year? */
static int dated(const char *v) {
  return v && *v != 'T' && strncmp(v, "XXXX-XX-XX", 10) &&
         strpbrk(v, "0123456789") != NULL;
}

/* The last whole day named before token tok, in its line. */
static const char *day_before(const csto_rel *r, uint32_t tok) {
  uint32_t i, k;
  for (i = tok; i > 0 && tok - i < 80; i--) {
    if (r->d->tokens[i].newline) break;
    k = first_of(r, i - 1, CSTO_NP_DATE);
    if (k == CSTO_NONE || r->np[k].m == CSTO_NONE) continue;
    if (dated(r->m[r->np[k].m].value) &&
        strlen(r->m[r->np[k].m].value) >= 10 &&
        !strchr(r->m[r->np[k].m].value, '/') &&
        !strchr(r->m[r->np[k].m].value, 'X')) {
      return r->m[r->np[k].m].value;
    }
  }
  return NULL;
}

const char *csto_rel_day(csto_rel *r, uint32_t np) {
  const csto_np *p = &r->np[np];
  const char *v = r->m[p->m].value, *base;
  char out[16];
  uint32_t row, k;
  csto_day day;
  int y, m, d;
  if (dated(v)) return v;
  k = csto_rel_start(r, p->tokend) ? CSTO_NONE
                                   : first_of(r, p->tokend, CSTO_NP_DATE);
  if (k != CSTO_NONE && dated(r->m[r->np[k].m].value)) {
    return r->m[r->np[k].m].value;
  }
  row = csto_rel_row(r, p->tok, "sameday");
  if (row == CSTO_NONE || !(base = day_before(r, p->tok))) return NULL;
  if (csto_day_parse(base, 10, &day)) return NULL;
  csto_jdn_date(day.jdn + (int32_t)atoi(word_cell(row, 4)), &y, &m, &d);
  if (y < 0 || y > 9999) return NULL;
  (void)snprintf(out, sizeof out, "%04d-%02d-%02d", y, m, d);
  return csto_arena_str(&r->d->arena, out, strlen(out));
}

static int place_at(const csto_rel *r, uint32_t i, uint32_t *out) {
  uint32_t k = first_of(r, i, CSTO_NP_GPE | CSTO_NP_LOC);
  uint32_t j = i, steps;
  if (k == CSTO_NONE || !r->soft[i]) return 0;
  for (steps = 0; steps < 4 && j > 0; steps++) {
    if (r->np[k].pre & CSTO_PRE_BA || is_word(r, j - 1, "in")) {
      *out = k;
      return 1;
    }
    if (csto_rel_start(r, j)) return 0;
    j--;
  }
  return 0;
}

uint32_t csto_rel_place(const csto_rel *r, const csto_match *x) {
  uint32_t i, k = CSTO_NONE, n = (uint32_t)r->d->ntokens;
  for (i = x->lo; i < x->hi; i++) if (place_at(r, i, &k)) return k;
  for (i = x->hi; i < n && i < x->hi + 10; i++) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i)) break;
    if (is_word(r, i, "stop") || is_verb(r, i)) break;
    if (csto_rel_letter(&r->d->tokens[i], 0, CSTO_WA) &&
        csto_rel_al(&r->d->tokens[i], 2)) break;
    if (place_at(r, i, &k) && !r->np[k].post) return k;
  }
  return CSTO_NONE;
}
