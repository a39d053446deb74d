/* relations_when.c - the day and the place that a match is dated by.
**
** They are looked for inside the match, then after it, then before it, up to
** the end of the clause.  A year that belongs to a name (رؤية 2030), a plan
** or a budget (خطة لعام 2024), or that stands inside quoted words dates
** nothing.  Days told by another one (في اليوم التالي, من العام نفسه) count
** from the date before.
** Cost: a window of at most 24 tokens a match; 80 back for such a day.
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "speech/relations_int.h"
#include "time/calendar.h"
#include "time/date.h"

#define WINDOW 16

static int is_word(const csto_rel *r, uint32_t i, const char *cls) {
  return csto_rel_class(r, i, cls, NULL);
}

static uint32_t date_at(const csto_rel *r, uint32_t i) {
  return csto_rel_starting(r, i, CSTO_NP_DATE);
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

/* رؤية 2030, مونديال 2018, خطة لعام 2024: a year that belongs to a name, or
** to what a paper is about. */
static int is_number_of(const csto_rel *r, uint32_t k) {
  const csto_np *p = &r->np[k];
  if (p->pre & CSTO_PRE_LAM || (p->tok > 0 && !csto_rel_start(r, p->tok) &&
      is_word(r, p->tok - 1, "year"))) return 1;
  return p->tokend == p->tok + 1 && p->tok > 0 &&
         r->d->tokens[p->tok].kind == CSTO_T_NUMBER &&
         !csto_rel_start(r, p->tok) && !r->soft[p->tok - 1] &&
         r->d->tokens[p->tok - 1].kind == CSTO_T_WORD &&
         !is_word(r, p->tok - 1, "datepre") && !is_word(r, p->tok - 1, "in");
}

/* The date at token i that may date the match: of a chairmanship also رئاسة
** المنظمة لعام 2024, of nothing what stands inside its words. */
static uint32_t dating(const csto_rel *r, uint32_t row, const csto_match *x,
                       uint32_t i) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O], *t = &x->slot[CSTO_SLOT_T];
  uint32_t k = date_at(r, i), start;
  int period = csto_rel_option(row, "period");
  if (k != CSTO_NONE && r->np[k].tok > 0 &&
      is_word(r, r->np[k].tok - 1, "since") &&
      !strcmp(csto_rel_cell(row, CSTO_P_MANNER), "event")) return CSTO_NONE;
  if (k == CSTO_NONE || (!period && is_number_of(r, k))) return CSTO_NONE;
  start = r->np[k].start;
  if (start >= o->start && start < o->end) return CSTO_NONE;
  if (period && start >= t->start && start < t->end) return CSTO_NONE;
  return k;
}

/* مؤتمر صحفي عقده أمس, ندوة انتظمت اليوم: a verb that belongs to an event. */
static int is_its_verb(const csto_rel *r, uint32_t i) {
  uint32_t k;
  if (is_word(r, i, "heldby")) return 1;
  if (!is_word(r, i, "held") && !is_word(r, i, "takeplace")) return 0;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_EVENT) return 1;
  }
  return 0;
}

/* زيارة الرئيس إلى كذا، ستبدأ الثلاثاء: behind the comma at i the verb of the
** noun before it, with its day. */
static int goes_on(const csto_rel *r, uint32_t i) {
  return !csto_rel_start(r, i + 1) && is_word(r, i + 1, "begin") &&
         !csto_rel_start(r, i + 2) &&
         (date_at(r, i + 2) != CSTO_NONE || r->soft[i + 2]);
}

/* Does the clause of the match end before token i? */
static int ends_before(const csto_rel *r, uint32_t i, int inside) {
  if (csto_rel_border(r, i) || csto_rel_mark(r, i)) return 1;
  if (is_word(r, i, "that") && (csto_rel_start(r, i + 1) ||
      date_at(r, i + 1) == CSTO_NONE)) return 1;
  if (is_word(r, i, "newclause")) return 1;
  if (csto_rel_comma(r, i) && (inside || (!csto_rel_start(r, i + 1) &&
      !r->soft[i + 1] && !is_word(r, i + 1, "rel") &&
      !is_word(r, i + 1, "signed") && !goes_on(r, i)))) return 1;
  if (is_word(r, i, "anchor") && (csto_rel_start(r, i + 1) ||
      date_at(r, i + r->word[i].ntok) == CSTO_NONE)) return 1;
  if (is_word(r, i, "stop") && !is_word(r, i, "rel")) return 1;
  return csto_rel_verb_form(r, i) && !is_word(r, i, "begin") &&
         !is_its_verb(r, i);
}

static uint32_t date_after(const csto_rel *r, uint32_t row,
                           const csto_match *x) {
  uint32_t i, k, end = x->hi + WINDOW;
  int inside = csto_rel_in_relative(r, x);
  for (i = x->hi; i < end && !csto_rel_start(r, i); i++) {
    if (r->over[i] == 1) continue;     /* the mark behind a name */
    if (ends_before(r, i, inside)) break;
    if (is_word(r, i, "rel")) {
      uint32_t j = skip_relative(r, i);
      if (j == i || csto_rel_start(r, j)) break;
      end += j - i;
      i = j;
      if (is_word(r, i, "stop") || csto_rel_verb_form(r, i) ||
          csto_rel_mark(r, i)) break;
    }
    if ((k = dating(r, row, x, i)) != CSTO_NONE) return k;
  }
  return CSTO_NONE;
}

static uint32_t date_before(const csto_rel *r, uint32_t row,
                            const csto_match *x) {
  uint32_t i, k;
  for (i = x->lo; i > 0 && x->lo - i < WINDOW; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1)) break;
    if (is_word(r, i - 1, "stop") || is_word(r, i - 1, "that") ||
        (csto_rel_verb_form(r, i - 1) && !is_word(r, i - 1, "begin"))) break;
    if (!r->soft[i - 1] && !is_word(r, i - 1, "opener") &&
        x->lo - i > 2) break;
    if ((k = dating(r, row, x, i - 1)) != CSTO_NONE) return k;
  }
  return CSTO_NONE;
}

/* كأس العالم 2018: the year in the name of an event, or CSTO_NONE. */
static uint32_t named_year(const csto_rel *r, const csto_slot *s) {
  const csto_np *p = s->nnp == 1 ? &r->np[s->np[0]] : NULL;
  uint32_t i, k;
  if (!p || !(p->kinds & CSTO_NP_EVENT)) return CSTO_NONE;
  for (i = p->tok + 1; i < p->tokend; i++) {
    if ((k = date_at(r, i)) != CSTO_NONE) return k;
  }
  return CSTO_NONE;
}

uint32_t csto_rel_date(const csto_rel *r, uint32_t row, const csto_match *x) {
  uint32_t i, k, after, year = named_year(r, &x->slot[CSTO_SLOT_S]);
  if (year == CSTO_NONE) year = named_year(r, &x->slot[CSTO_SLOT_O]);
  for (i = x->lo; i < x->hi; i++) {
    k = dating(r, row, x, i);
    if (k != CSTO_NONE && k != year) return k;
  }
  after = date_after(r, row, x);
  if (after != CSTO_NONE) {
    const char *v = r->m[r->np[after].m].value;
    if (year == CSTO_NONE || (v && strlen(v) > 4)) return after;
  }
  if (year != CSTO_NONE || csto_rel_in_relative(r, x)) return year;
  return date_before(r, row, x);
}

/* Does the value give a day, a month or a year? */
static int dated(const char *v) {
  return v && *v != 'T' && strncmp(v, "XXXX-XX-XX", 10) &&
         strpbrk(v, "0123456789") != NULL;
}

/* The value of the last date before token tok, in its line, that has its
** first n characters: 4 a year, 10 a whole day; or NULL. */
static const char *date_from(const csto_rel *r, uint32_t tok, size_t n) {
  uint32_t i, k;
  for (i = tok; i > 0 && tok - i < 80; i--) {
    const char *v;
    if (r->d->tokens[i].newline) break;
    k = date_at(r, i - 1);
    if (k == CSTO_NONE || r->np[k].m == CSTO_NONE) continue;
    v = r->m[r->np[k].m].value;
    if (dated(v) && strlen(v) >= n && !strchr(v, '/') && !strchr(v, 'X')) {
      return v;
    }
  }
  return NULL;
}

/* في اليوم التالي: counted from the day before. */
static const char *day_from(csto_rel *r, uint32_t tok) {
  uint32_t row = csto_rel_row(r, tok, "sameday");
  const char *base;
  char out[16];
  csto_day day;
  int y, m, d;
  if (row == CSTO_NONE || !(base = date_from(r, tok, 10))) return NULL;
  if (csto_day_parse(base, 10, &day)) return NULL;
  csto_jdn_date(day.jdn + (int32_t)atoi(csto_table_cell(
      &csto_table_relation_words, row, 4)), &y, &m, &d);
  if (y < 0 || y > 9999) return NULL;
  (void)snprintf(out, sizeof out, "%04d-%02d-%02d", y, m, d);
  return csto_arena_str(&r->d->arena, out, strlen(out));
}

/* 4 أبريل من ذلك العام: the year of the date before. */
static const char *of_that_year(csto_rel *r, const csto_np *p,
                                const char *v) {
  const char *base = date_from(r, p->tok, 4);
  char out[16];
  size_t n = strlen(v);
  if (!base || n < 7 || n > 10) return NULL;
  memcpy(out, base, 4);
  memcpy(out + 4, v + 4, n - 4);
  return csto_arena_str(&r->d->arena, out, n);
}

const char *csto_rel_day(csto_rel *r, uint32_t np) {
  const csto_np *p = &r->np[np];
  const char *v = r->m[p->m].value;
  uint32_t k;
  if (csto_rel_start(r, p->tokend)) k = CSTO_NONE;
  else {
    if (dated(v) && is_word(r, p->tokend, "thatyear")) {
      return of_that_year(r, p, v);
    }
    k = date_at(r, p->tokend);
  }
  if (dated(v)) return v;
  if (k != CSTO_NONE && dated(r->m[r->np[k].m].value)) {
    return r->m[r->np[k].m].value;
  }
  return day_from(r, p->tok);
}

/* والرئيس, ويقع, وتضم: another one, or another clause. */
static int begins_clause(const csto_token *t) {
  return csto_rel_letter(t, 0, CSTO_WA) &&
         (csto_rel_al(t, 2) || (t->nnorm > 6 &&
          (!memcmp(t->norm + 2, "\xD8\xAA", 2) ||
           !memcmp(t->norm + 2, "\xD9\x8A", 2))));
}

/* سيزور القاهرة الأحد: a weekday read backwards is the one ahead; another
** date that is over is none of what is planned. */
const char *csto_rel_ahead(csto_rel *r, uint32_t np, const char *v) {
  const char *last = v ? strchr(v, '/') : NULL;
  size_t n;
  csto_day day;
  char out[16];
  int y, m, d;
  last = last ? last + 1 : v;
  if (!v || !r->published || !strchr("0123456789", *last)) return v;
  n = strlen(last) < 10 ? strlen(last) : 10;
  if (strlen(r->published) < n || strncmp(last, r->published, n) >= 0) {
    return v;
  }
  if (last != v || n < 10 || strcmp(r->m[r->np[np].m].rule, "weekday") ||
      csto_day_parse(v, 10, &day)) return NULL;
  csto_jdn_date(day.jdn + 7, &y, &m, &d);
  if (y < 0 || y > 9999) return NULL;
  (void)snprintf(out, sizeof out, "%04d-%02d-%02d", y, m, d);
  if (strncmp(out, r->published, 10) < 0) return NULL;
  return csto_arena_str(&r->d->arena, out, strlen(out));
}

/* يقوم الاثنين بزيارة, told on a Sunday: a weekday that would lie four days
** back or more, and a verb of now or later, mean the one to come. */
int csto_rel_is_near(const csto_rel *r, const csto_match *x, uint32_t np) {
  const csto_mention *m = &r->m[r->np[np].m];
  const csto_table *t = &csto_table_relation_words;
  csto_day day, now;
  uint32_t i;
  if (!r->published || !m->value || strcmp(m->rule, "weekday") ||
      strlen(m->value) != 10 || strlen(r->published) < 10 ||
      csto_day_parse(m->value, 10, &day) ||
      csto_day_parse(r->published, 10, &now)) return 0;
  if (now.jdn - day.jdn < 4 || now.jdn - day.jdn > 6) return 0;
  for (i = x->lo; i < x->hi; i++) {
    csto_hit h = r->word[i].hit;
    if (!csto_rel_verb_form(r, i)) continue;
    return !strcmp(csto_table_cell(t, csto_table_row(t, h), 2), "pres");
  }
  return 0;
}

static int place_at(const csto_rel *r, uint32_t i, uint32_t *out) {
  uint32_t k = csto_rel_starting(r, i, CSTO_NP_GPE | CSTO_NP_LOC);
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

/* Behind a relative clause between commas that begins at i. */
static uint32_t over_relative(const csto_rel *r, uint32_t i, uint32_t end) {
  uint32_t j;
  if (!is_word(r, i, "rel")) return i;
  for (j = i + 1; j < end; j++) if (csto_rel_comma(r, j)) return j;
  return i;
}

/* رئيس البرلمان في الشيشان: is the place one of the office that is told of? */
static int is_inside(const csto_rel *r, const csto_match *x, uint32_t k) {
  uint32_t s, i;
  for (s = CSTO_SLOT_S; s <= CSTO_SLOT_O; s++) {
    for (i = 0; i < x->slot[s].nnp; i++) {
      const csto_np *p = &r->np[x->slot[s].np[i]];
      if (p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE) &&
          r->np[k].tok > p->tok && r->np[k].tokend <= p->tokend) return 1;
    }
  }
  return 0;
}

/* A place inside the match: behind its trigger, not in a clause of another
** (شركة، التي تعمل في كذا،) nor in what stands before the verb. */
static uint32_t place_within(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t i = x->lo, k = CSTO_NONE;
  int first = s->nnp && r->np[s->np[0]].tok < x->trig;
  if (first) {
    const csto_np *p = &r->np[s->np[0]];
    i = p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE) ? p->tokend : x->trig;
    if (i < x->lo) i = x->lo;
  }
  for (; i < x->hi; i++) {
    i = over_relative(r, i, x->hi);
    if (!place_at(r, i, &k) || is_inside(r, x, k)) continue;
    if (!first || i >= x->trig || !(r->np[k].pre & CSTO_PRE_BA)) return k;
  }
  return CSTO_NONE;
}

uint32_t csto_rel_place(const csto_rel *r, const csto_match *x) {
  uint32_t i, k = place_within(r, x), n = (uint32_t)r->d->ntokens;
  int with = 0;                        /* مع بنك كذا بالأردن: the bank's */
  if (k != CSTO_NONE) return k;
  for (i = x->hi; i < n && i < x->hi + 10; i++) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i) ||
        csto_rel_mark(r, i)) break;
    if (is_word(r, i, "stop") ||
        (csto_rel_verb_form(r, i) && !is_its_verb(r, i))) break;
    if (is_word(r, i, "that") || begins_clause(&r->d->tokens[i])) break;
    if (is_word(r, i, "towards")) with = 1;
    if (place_at(r, i, &k) && !r->np[k].post &&
        !(with && r->np[k].pre & CSTO_PRE_BA)) return k;
  }
  return CSTO_NONE;
}
