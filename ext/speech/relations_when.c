/* relations_when.c - the day that a match is dated by.
**
** It is looked for inside the match, then after it, then before it, up to
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

/* تقرير شهر فبراير, اتفاق 23 سبتمبر: the date of a paper or of an event that
** the clause only speaks of; behind في or يوم it is its own. */
static int is_of_noun(const csto_rel *r, const csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  uint32_t i = p->tok;
  if (i > 0 && !csto_rel_start(r, i) && is_word(r, i - 1, "period")) i--;
  else if (t->kind != CSTO_T_NUMBER && !is_word(r, i, "period")) return 0;
  return i > 0 && !csto_rel_start(r, i) && is_word(r, i - 1, "ofdate") &&
         !csto_rel_article(r, i - 1);
}

/* رؤية 2030, مونديال 2018, خطة لعام 2024: a year that belongs to a name, or
** to what a paper is about. */
static int is_number_of(const csto_rel *r, uint32_t k) {
  const csto_np *p = &r->np[k];
  if (is_of_noun(r, p)) return 1;
  if (p->pre & CSTO_PRE_LAM || (p->tok > 0 && !csto_rel_start(r, p->tok) &&
      is_word(r, p->tok - 1, "year"))) return 1;
  return p->tokend == p->tok + 1 && p->tok > 0 &&
         r->d->tokens[p->tok].kind == CSTO_T_NUMBER &&
         !csto_rel_start(r, p->tok) && !r->soft[p->tok - 1] &&
         r->d->tokens[p->tok - 1].kind == CSTO_T_WORD &&
         !is_word(r, p->tok - 1, "datepre") && !is_word(r, p->tok - 1, "in");
}

/* حتى عام 2025, حتى نهاية 2024 */
int csto_rel_until(const csto_rel *r, uint32_t np) {
  uint32_t i = np == CSTO_NONE ? 0 : r->np[np].tok;
  return (i > 0 && is_word(r, i - 1, "until")) ||
         (i > 1 && is_word(r, i - 2, "until") && !csto_rel_start(r, i - 1));
}

/* تأسس الحزب الذي يترأسه فلان عام 2004: when it was founded. */
static int is_founding(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  if (!is_word(r, x->trig, "chairit")) return 0;
  for (i = x->lo; i > 0 && x->lo - i < 6 && !csto_rel_start(r, i); i--) {
    if (is_word(r, i - 1, "found")) return 1;
  }
  return 0;
}

/* The date at token i that may date the match: of a chairmanship also رئاسة
** المنظمة لعام 2024, of nothing what stands inside its words. */
static uint32_t dating(const csto_rel *r, uint32_t row, const csto_match *x,
                       uint32_t i) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O], *t = &x->slot[CSTO_SLOT_T];
  uint32_t k = date_at(r, i), start;
  int period = csto_rel_option(row, "period");
  if (k != CSTO_NONE && is_founding(r, x)) return CSTO_NONE;
  if (k != CSTO_NONE && r->np[k].tok > 0 &&
      (is_word(r, r->np[k].tok - 1, "since") || csto_rel_until(r, k)) &&
      !strcmp(csto_rel_cell(row, CSTO_P_MANNER), "event")) return CSTO_NONE;
  if (k == CSTO_NONE || (!period && is_number_of(r, k))) return CSTO_NONE;
  start = r->np[k].start;
  if (start >= o->start && start < o->end) return CSTO_NONE;
  if (period && start >= t->start && start < t->end) return CSTO_NONE;
  return k;
}

/* Does the match tell of an event: where it is, who is there, who meets? */
static int tells_event(const csto_rel *r, uint32_t row, const csto_match *x) {
  const char *relation = csto_rel_cell(row, CSTO_P_RELATION);
  return !strcmp(relation, "event_at") ||
         !strcmp(relation, "participates_in") ||
         (!strcmp(relation, "met_with") && !csto_rel_verb_form(r, x->trig));
}

/* مؤتمر صحفي عقده أمس, ندوة انتظمت اليوم: a verb that belongs to an event;
** ours: to the one that the row tells of, though words stand between. */
int csto_rel_its_verb(const csto_rel *r, uint32_t i, int ours) {
  uint32_t k;
  if (is_word(r, i, "heldby")) return 1;
  if (is_word(r, i, "doesit") && i > 0 && is_word(r, i - 1, "rel")) return 1;
  if (!is_word(r, i, "held") && !is_word(r, i, "takeplace")) return 0;
  if (ours && !(r->word[i].pre & CSTO_PRE_WA)) return 1;
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

/* والرئيس, ويقع, وتضم: another one, or another clause. */
int csto_rel_goes_on_anew(const csto_token *t) {
  return csto_rel_letter(t, 0, WAW) &&
         (csto_rel_al(t, 2) || (t->nnorm > 6 &&
          (!memcmp(t->norm + 2, TEH, 2) ||
           !memcmp(t->norm + 2, YEH, 2))));
}

/* وفي عام 2015, والنقاط, ويتقابل: another clause, or another noun; not one
** more of the people or places that the match lists. */
static int goes_elsewhere(const csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  if (!csto_rel_letter(t, 0, WAW)) return 0;
  if (is_word(r, i, "andhas")) return 1;
  if (csto_rel_al(t, 2) && !csto_rel_start(r, i + 1) &&
      csto_rel_starting(r, i + 1, CSTO_NP_PERSON | CSTO_NP_NORP) !=
          CSTO_NONE) return 0;
  if (csto_rel_starting(r, i, CSTO_NP_PERSON | CSTO_NP_ROLE | CSTO_NP_GPE |
                              CSTO_NP_LOC | CSTO_NP_ORG | CSTO_NP_DATE |
                              CSTO_NP_PEOPLE) != CSTO_NONE) return 0;
  return r->word[i].pre & CSTO_PRE_WA || csto_rel_goes_on_anew(t);
}

/* الإضراب المقرر غدا: of what a paper is about, not of the paper. */
static int is_of_another(const csto_rel *r, uint32_t row, uint32_t i) {
  const char *relation = csto_rel_cell(row, CSTO_P_RELATION);
  return (!strcmp(relation, "signed_at") || !strcmp(relation, "adopted")) &&
         (is_word(r, i, "heldpart") || is_word(r, i, "next"));
}

/* Does the clause of the match end before token i? */
static int ends_before(const csto_rel *r, uint32_t row, uint32_t i,
                       int inside, int ours) {
  if (csto_rel_border(r, i) || csto_rel_mark(r, i)) return 1;
  if (is_of_another(r, row, i)) return 1;
  if (is_word(r, i, "that") && (csto_rel_start(r, i + 1) ||
      date_at(r, i + 1) == CSTO_NONE)) return 1;
  if (is_word(r, i, "newclause")) return 1;
  if (csto_rel_comma(r, i) && (inside || (!csto_rel_start(r, i + 1) &&
      !r->soft[i + 1] && !is_word(r, i + 1, "rel") &&
      !is_word(r, i + 1, "signed") && !goes_on(r, i)))) return 1;
  if (is_word(r, i, "anchor") && (csto_rel_start(r, i + 1) ||
      date_at(r, i + r->word[i].ntok) == CSTO_NONE)) return 1;
  if (is_word(r, i, "stop") && !is_word(r, i, "rel")) {
    return csto_rel_start(r, i + 1) || !r->soft[i + 1] ||
           !is_word(r, i, "andthat");
  }
  return csto_rel_verb_form(r, i) && !is_word(r, i, "begin") &&
         !csto_rel_its_verb(r, i, ours);
}

/* داخل "برج السلام" في 12 ديسمبر: behind a name in marks that opens at i, or
** i where none does. */
static uint32_t over_name(const csto_rel *r, uint32_t i) {
  uint32_t j;
  if (!csto_rel_mark(r, i)) return i;
  for (j = i + 1; j < i + 8 && !csto_rel_start(r, j); j++) {
    if (csto_rel_closes(r, j)) return j > i + 1 ? j + 1 : i;
  }
  return i;
}

/* والذي سيعقد في مايو: a relative clause that tells the event itself; of a
** visit التي أجراها الأحد, والتي تبدأ غدا. */
static int is_own_clause(const csto_rel *r, const csto_match *x, uint32_t i,
                         int ours) {
  if (!is_word(r, i, "rel") || csto_rel_start(r, i + 1)) return 0;
  if (ours) return is_word(r, i + 1, "held") || is_word(r, i + 1, "takeplace");
  return (is_word(r, x->trig, "trip") || is_word(r, x->trig, "histrip")) &&
         (is_word(r, i + 1, "doesit") || is_word(r, i + 1, "begin"));
}

/* own: also inside a relative clause of the row's own event. */
static uint32_t date_after(const csto_rel *r, uint32_t row,
                           const csto_match *x, int own) {
  uint32_t i, k, end = x->hi + WINDOW;
  int inside = csto_rel_in_relative(r, x), with = 0, its;
  int ours = tells_event(r, row, x);
  if (x->slot[CSTO_SLOT_T].end > x->slot[CSTO_SLOT_T].start &&
      csto_rel_option(row, "abroad")) return CSTO_NONE;   /* of the purpose */
  for (i = x->hi; i < end && !csto_rel_start(r, i); i++) {
    uint32_t over;
    if (r->over[i] == 1) continue;     /* the mark behind a name */
    over = over_name(r, i);
    if (over > i) { end += over - i; i = over; }
    if (ours && is_word(r, i, "plan") && r->word[i].ntok > 1) {
      i += r->word[i].ntok - 1u;       /* من المقرر أن */
      continue;
    }
    if (csto_rel_start(r, i) || ends_before(r, row, i, inside, ours)) break;
    if (is_word(r, x->trig, "underchair") && !r->soft[i]) break;
    if (is_word(r, i, "towards")) with = 1;
    its = own && is_own_clause(r, x, i, ours);
    if (!its && goes_elsewhere(r, i) &&
        !((with || i == x->hi) && csto_rel_al(&r->d->tokens[i], 2))) {
      break;                           /* بين إيران والقوى الكبرى عام 2015 */
    }
    if (csto_rel_starting(r, i, CSTO_NP_EVENT) != CSTO_NONE) ours = 0;
    if (is_word(r, i, "rel") && !its) {
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

/* True if token i belongs to a phrase of the class. */
static int is_inside_word(const csto_rel *r, uint32_t i, const char *cls) {
  return is_word(r, i, cls) ||
         (i > 0 && r->word[i - 1].ntok > 1 && is_word(r, i - 1, cls));
}

/* خلال, على هامش, في أثناء انعقاد: what leads to an event. */
static int leads_to(const csto_rel *r, uint32_t i) {
  return is_inside_word(r, i, "during") || is_inside_word(r, i, "aside") ||
         is_word(r, i, "in") || is_word(r, i, "holding") ||
         is_word(r, i, "works") || is_word(r, i, "attached");
}

/* أكد السبت مشاركة كذا, الإعلان في مارس عن قمة: does a word of saying stand
** before token i in its clause?  The date is that of the words, then; not in
** قال خلال زيارته السبت. */
static int is_told_of(const csto_rel *r, uint32_t i) {
  uint32_t from = i;
  for (; i > 0 && from - i < 20; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1) ||
        is_word(r, i - 1, "newclause")) return 0;
    if (is_inside_word(r, i - 1, "aside") || is_word(r, i - 1, "holding") ||
        is_word(r, i - 1, "hisjoin")) return 0;
    if (is_word(r, i - 1, "saying") || is_word(r, i - 1, "express") ||
        is_word(r, i - 1, "announcing")) return 1;
  }
  return 0;
}

/* The token where the adverbials before token i begin. */
static uint32_t adverbials(const csto_rel *r, uint32_t i) {
  while (i > 0 && !csto_rel_start(r, i) && r->soft[i - 1] &&
         !csto_rel_comma(r, i - 1)) i--;
  return i;
}

/* Does a clause begin before token i, adverbials and a verb left aside?  Not
** in وقبل وصوله إلى القاهرة في 2009، زار. */
static int begins_before(const csto_rel *r, uint32_t i) {
  i = adverbials(r, i);
  if (i < 2 || csto_rel_start(r, i) || csto_rel_start(r, i - 1)) return 1;
  return csto_rel_border(r, i - 1) || csto_rel_comma(r, i - 1) ||
         csto_rel_verb_form(r, i - 1) || is_word(r, i - 1, "opener") ||
         is_word(r, i - 1, "stop") || is_word(r, i - 1, "that") ||
         is_word(r, i - 1, "newclause");
}

/* Is the date at token i, before the match, the day of what it tells? */
static int dates_what_follows(const csto_rel *r, uint32_t row,
                              const csto_match *x, uint32_t i) {
  const char *relation = csto_rel_cell(row, CSTO_P_RELATION);
  if (csto_rel_option(row, "prev=") || csto_rel_option(row, "agent") ||
      csto_rel_option(row, "speaker") || !strcmp(relation, "chair_of") ||
      !strcmp(relation, "holds_post")) return 1;
  return csto_rel_verb_form(r, x->trig) ? begins_before(r, i)
                                        : !is_told_of(r, i);
}

/* قبيل زيارته: what is before it is told of another day. */
static int is_before_it(const csto_rel *r, const csto_match *x) {
  return x->trig > 0 && !csto_rel_start(r, x->trig) &&
         is_word(r, x->trig - 1, "ere");
}

/* الاتفاق المبرم is part of another clause, وقمة كذا stands beside another
** noun, يسافر غدا للمشاركة في كذا tells of the way there: what is before dates
** none of them. */
static int stands_apart(const csto_rel *r, uint32_t row,
                        const csto_match *x) {
  return csto_rel_option(row, "traveller") || is_word(r, x->trig, "signed") ||
         is_before_it(r, x) ||
         (!csto_rel_start(r, x->lo) && goes_elsewhere(r, x->lo));
}

/* Behind other words than those that lead to it, a date of the match stands
** at the beginning: في أبريل، تعهد اجتماع كذا. */
static uint32_t date_before(const csto_rel *r, uint32_t row,
                            const csto_match *x) {
  uint32_t i, k;
  int words = 0, apart = 0, led = 0;
  if (stands_apart(r, row, x)) return CSTO_NONE;
  for (i = x->lo; i > 0 && x->lo - i < WINDOW; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1)) break;
    if (is_word(r, i - 1, "stop") || is_word(r, i - 1, "that") ||
        is_word(r, i - 1, "maybe") ||
        (csto_rel_verb_form(r, i - 1) && !is_word(r, i - 1, "begin"))) break;
    if (words && csto_rel_comma(r, i - 1)) apart = 1;
    if (!r->soft[i - 1] && !is_word(r, i - 1, "opener")) {
      if (x->lo - i > 2) break;
      words |= !leads_to(r, i - 1);
    }
    led |= is_inside_word(r, i - 1, "during") && !is_word(r, i - 1, "in");
    if ((k = dating(r, row, x, i - 1)) == CSTO_NONE) continue;
    if (apart && !csto_rel_start(r, adverbials(r, i - 1))) break;
    return led || dates_what_follows(r, row, x, i - 1) ? k : CSTO_NONE;
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

/* كأس العالم 2018, where no date is told apart in the name: the year that the
** name of the event ends with. */
const char *csto_rel_year(csto_rel *r, const csto_match *x) {
  uint32_t s;
  for (s = CSTO_SLOT_S; s <= CSTO_SLOT_O; s++) {
    const csto_slot *e = &x->slot[s];
    const csto_np *p = e->nnp == 1 ? &r->np[e->np[0]] : NULL;
    const csto_token *t;
    const char *v;
    if (!p || !(p->kinds & CSTO_NP_EVENT)) continue;
    t = &r->d->tokens[p->tokend - 1];
    v = r->d->text + t->start;
    if (t->kind != CSTO_T_NUMBER ||
        t->end - t->start != 4 || (memcmp(v, "19", 2) && memcmp(v, "20", 2))) {
      continue;
    }
    return csto_rel_text(r, t->start, t->end, 0);
  }
  return NULL;
}

uint32_t csto_rel_date(const csto_rel *r, uint32_t row, const csto_match *x) {
  uint32_t i, k, after, year = named_year(r, &x->slot[CSTO_SLOT_S]);
  if (year == CSTO_NONE) year = named_year(r, &x->slot[CSTO_SLOT_O]);
  for (i = is_before_it(r, x) ? x->trig : x->lo; i < x->hi; i++) {
    k = dating(r, row, x, i);
    if (k != CSTO_NONE && k != year) return k;
  }
  after = date_after(r, row, x, 1);
  if (after == CSTO_NONE) after = date_after(r, row, x, 0);
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

/* v, a day, moved by so many; in the arena, or NULL. */
static const char *moved(csto_rel *r, const char *v, int32_t days) {
  csto_day day;
  char out[16];
  int y, m, d;
  if (csto_day_parse(v, 10, &day)) return NULL;
  csto_jdn_date(day.jdn + days, &y, &m, &d);
  if (y < 0 || y > 9999) return NULL;
  (void)snprintf(out, sizeof out, "%04d-%02d-%02d", y, m, d);
  return csto_arena_str(&r->d->arena, out, strlen(out));
}

/* في اليوم التالي: counted from the day before. */
static const char *day_from(csto_rel *r, uint32_t tok) {
  uint32_t row = csto_rel_row(r, tok, "sameday");
  const char *base;
  if (row == CSTO_NONE || !(base = date_from(r, tok, 10))) return NULL;
  return moved(r, base, (int32_t)atoi(csto_table_cell(
      &csto_table_relation_words, row, 4)));
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

/* أن الزيارة ستبدأ الثلاثاء 25 نوفمبر, told a few days later: was the day of
** value v, written with its month, not more than a month ago? */
static int is_lately(const csto_rel *r, uint32_t np, const char *v) {
  csto_day day, now;
  return !strcmp(r->m[r->np[np].m].rule, "day-month") && strlen(v) == 10 &&
         !csto_day_parse(v, 10, &day) &&
         !csto_day_parse(r->published, 10, &now) && now.jdn - day.jdn <= 31;
}

/* سيزور القاهرة الأحد: a weekday read backwards is the one ahead; another
** date that is over is none of what is planned, but what was then. */
const char *csto_rel_ahead(csto_rel *r, const csto_match *x, uint32_t np,
                           const char *v) {
  const char *last = v ? strchr(v, '/') : NULL;
  size_t n;
  last = last ? last + 1 : v;
  if (!v || !r->published || !strchr("0123456789", *last)) return v;
  n = strlen(last) < 10 ? strlen(last) : 10;
  if (strlen(r->published) < n || strncmp(last, r->published, n) >= 0) {
    return v;
  }
  if (r->np[np].tok > x->trig && is_lately(r, np, v)) return v;
  if (last != v || n < 10 || strcmp(r->m[r->np[np].m].rule, "weekday")) {
    return NULL;
  }
  v = moved(r, v, 7);
  return v && strncmp(v, r->published, 10) < 0 ? NULL : v;
}

/* Is the date phrase a weekday that the day of publication resolves? */
static int is_weekday(const csto_rel *r, uint32_t np) {
  const csto_mention *m = &r->m[r->np[np].m];
  return r->published && strlen(r->published) >= 10 && m->value &&
         strlen(m->value) == 10 && !strcmp(m->rule, "weekday");
}

/* القمة العربية الأحد في الرياض: a title with no verb; does the match stand
** in one? */
static int is_verbless(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  if (csto_rel_verb_form(r, x->trig)) return 0;
  for (i = 0; i < r->d->ntokens && (!i || !r->d->tokens[i].newline); i++) {
    if (csto_rel_verb_form(r, i) || is_word(r, i, "saying")) return 0;
  }
  return x->trig < i;
}

/* يقوم الاثنين بزيارة, told on a Sunday: a weekday that would lie four days
** back or more, and a verb of now or later, or a title without one, mean the
** one to come. */
int csto_rel_is_near(const csto_rel *r, const csto_match *x, uint32_t np) {
  csto_day day, now;
  uint32_t i;
  if (!is_weekday(r, np) || csto_day_parse(r->m[r->np[np].m].value, 10, &day) ||
      csto_day_parse(r->published, 10, &now)) return 0;
  if (now.jdn - day.jdn < 4 || now.jdn - day.jdn > 6) return 0;
  for (i = x->lo; i < x->hi; i++) {
    if (!csto_rel_verb_form(r, i)) continue;
    return !strcmp(csto_rel_tense(r, i), "pres");
  }
  return is_verbless(r, x);
}

/* A span (سنتين), a year before that of publication and not behind منذ. */
int csto_rel_is_spent(const csto_rel *r, const csto_match *x, const char *date,
                      uint32_t when) {
  uint32_t i;
  if (!csto_rel_class(r, x->trig, "chair", NULL)) return 0;
  if (csto_rel_class(r, x->hi, "span", NULL)) return !csto_rel_start(r, x->hi);
  if (!date || strlen(date) != 4 || !r->published || when == CSTO_NONE ||
      strncmp(date, r->published, 4) >= 0) return 0;
  for (i = r->np[when].tok; i > 0 && r->np[when].tok - i < 2; i--) {
    if (csto_rel_class(r, i - 1, "since", NULL)) return 0;
  }
  return 1;
}
