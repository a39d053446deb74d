/* relations_where.c - the place of a match, and whether it is the event's.
**
** It is looked for inside the match, then behind it, up to the end of the
** clause or to the words for a topic (لبحث الوضع في سوريا).  A place that
** stands in another clause, in a topic or in the name of a part of the event
** is none of the event's; nobody visits the country of his own office, and
** who is meant by زيارته not its capital either (data/cities.tsv).
** Cost: a window of at most 24 tokens a match.
*/
#include "speech/relations_int.h"

CSTO_TABLE(cities);
CSTO_TABLE(world_cities);

static int is_word(const csto_rel *r, uint32_t i, const char *cls) {
  return csto_rel_class(r, i, cls, NULL);
}

/* ---- found */

/* اتحاد عمال المغرب العربي: part of an organization's name. */
static int ends_name(const csto_rel *r, const csto_np *p) {
  uint32_t k;
  if (p->pre) return 0;
  for (k = r->ending[p->tokend]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_ORG && r->np[k].tok < p->tok &&
        r->np[k].m != CSTO_NONE) return 1;
  }
  return 0;
}

static int place_at(const csto_rel *r, uint32_t i, uint32_t *out) {
  uint32_t k = csto_rel_starting(r, i, CSTO_NP_GPE | CSTO_NP_LOC);
  uint32_t j = i, steps;
  if (k == CSTO_NONE || !r->soft[i] || ends_name(r, &r->np[k])) return 0;
  for (steps = 0; steps < 4 && j > 0; steps++) {
    if (r->np[k].pre & CSTO_PRE_BA || is_word(r, j - 1, "in")) {
      *out = k;
      return 1;
    }
    if (csto_rel_start(r, j) ||
        (!r->soft[j - 1] && !is_word(r, j - 1, "city"))) return 0;
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
  for (s = CSTO_SLOT_S; s <= CSTO_SLOT_T; s++) {
    for (i = 0; i < x->slot[s].nnp; i++) {
      const csto_np *p = &r->np[x->slot[s].np[i]];
      uint32_t kinds = CSTO_NP_PERSON | CSTO_NP_ROLE |
                       (s == CSTO_SLOT_T ? CSTO_NP_ORG : 0u);
      if (p->kinds & kinds &&
          r->np[k].tok > p->tok && r->np[k].tokend <= p->tokend) return 1;
    }
  }
  return 0;
}

/* مع بنك كذا بالأردن, مع شركات في كذا: whose place it is, not the event's;
** with: the token behind مع, or 0. */
static int is_partners(const csto_rel *r, uint32_t with, const csto_np *p) {
  if (!with || p->tok < with) return 0;
  if (p->pre & CSTO_PRE_BA) return 1;
  return p->tok == with + 2 && r->at[with] == CSTO_NONE &&
         !csto_rel_article(r, with);
}

/* استقبل فلان رئيس البلدية بكذا: behind an office with no seat and no name
** stands where it is held. */
static int is_of_office(const csto_rel *r, const csto_match *x,
                        const csto_np *place) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  const csto_np *q = o->nnp ? &r->np[o->np[o->nnp - 1]] : NULL;
  uint32_t i;
  if (!q || !(q->kinds & CSTO_NP_ROLE) || q->kinds & CSTO_NP_PERSON ||
      place->tok != q->tokend || !(place->pre & CSTO_PRE_BA)) return 0;
  for (i = q->tok; i < q->tokend; i++) {
    if (csto_rel_starting(r, i, CSTO_NP_NORP | CSTO_NP_GPE | CSTO_NP_ORG) !=
        CSTO_NONE) return 0;
  }
  return 1;
}

/* جلسة لدراسة التنمية في كذا: is the place one of the event's topic? */
static int is_of_topic(const csto_rel *r, const csto_match *x, uint32_t k) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  const csto_np *q = o->nnp ? &r->np[o->np[0]] : NULL;
  uint32_t i;
  if (!q || !(q->kinds & CSTO_NP_EVENT) || r->np[k].tok < q->tok ||
      r->np[k].tokend > q->tokend) return 0;
  for (i = q->tok + 1; i < r->np[k].tok; i++) {
    if (is_word(r, i, "topic")) return 1;
  }
  return 0;
}

/* A place inside the match: behind its trigger, not in a clause of another
** (شركة، التي تعمل في كذا،) nor in what stands before the verb. */
static uint32_t place_within(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t i = x->lo, k = CSTO_NONE, with = 0;
  int first = s->nnp && r->np[s->np[0]].tok < x->trig;
  if (first) {
    const csto_np *p = &r->np[s->np[0]];
    i = p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE) ? p->tokend : x->trig;
    if (i < x->lo) i = x->lo;
  }
  for (; i < x->hi; i++) {
    i = over_relative(r, i, x->hi);
    if (i >= x->trig && is_word(r, i, "together")) with = i + 1;
    if (!place_at(r, i, &k) || is_inside(r, x, k) || is_of_topic(r, x, k) ||
        is_partners(r, with, &r->np[k])) continue;
    if (!first || i >= x->trig || !(r->np[k].pre & CSTO_PRE_BA)) return k;
  }
  return CSTO_NONE;
}

/* لتعزيز التعاون في كذا, لإقامة قاعدة في كذا: what something is for; of a
** paper also يسمح ببناء كذا. */
static int is_purpose(const csto_rel *r, const csto_match *x, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *s = r->d->text + t->start;
  const csto_slot *o = &x->slot[CSTO_SLOT_S];
  if (is_word(r, i, "topic")) return 1;
  if (r->soft[i] || r->at[i] != CSTO_NONE || t->nnorm < 8) return 0;
  if (!memcmp(s, LAM, 2)) {
    return !memcmp(s + 2, ALEF_BELOW, 2) || !memcmp(s + 2, TEH, 2) ||
           !memcmp(s + 2, YEH, 2);
  }
  return o->nnp && r->np[o->np[0]].kinds & CSTO_NP_DOC &&
         (!memcmp(s, YEH, 2) || !memcmp(s, BEH, 2));
}

uint32_t csto_rel_place(const csto_rel *r, const csto_match *x) {
  uint32_t i, k = place_within(r, x), n = (uint32_t)r->d->ntokens;
  uint32_t with = 0;
  if (k != CSTO_NONE) return k;
  for (i = x->hi; i < n && i < x->hi + 10; i++) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i) ||
        csto_rel_mark(r, i)) break;
    if (is_word(r, i, "stop") ||
        (csto_rel_verb_form(r, i) && !csto_rel_its_verb(r, i, 0))) break;
    if (is_purpose(r, x, i)) break;
    if (is_word(r, i, "that") || csto_rel_goes_on_anew(&r->d->tokens[i])) break;
    if (is_word(r, i, "towards")) with = i + 1;
    if (place_at(r, i, &k) && !r->np[k].post && !is_inside(r, x, k) &&
        !is_of_office(r, x, &r->np[k]) &&
        !is_partners(r, with, &r->np[k])) return k;
  }
  return CSTO_NONE;
}

/* ---- fit */

/* The code of the country whose capital the phrase names, or NULL. */
static const char *capital_of(const csto_rel *r, const csto_np *p) {
  size_t at = (p->pre & CSTO_PRE_WA ? 2u : 0u) +
              (p->pre & ~CSTO_PRE_WA ? 2u : 0u), n;
  csto_hit h = csto_table_match(&csto_table_cities, r->d, p->tok, at, NULL, &n);
  for (; h && n == p->tokend - p->tok;
       h = csto_table_next(&csto_table_cities, h)) {
    uint32_t row = csto_table_row(&csto_table_cities, h);
    if (!strcmp(csto_table_cell(&csto_table_cities, row, 4), "cap")) {
      return csto_table_cell(&csto_table_cities, row, 5);
    }
  }
  return NULL;
}

/* The office that tells where person k is at home, or CSTO_NONE. */
static uint32_t home_office(csto_rel *r, uint32_t k) {
  uint32_t office = r->np[k].role;
  if (office == CSTO_NONE || !csto_rel_seated(r, &r->np[office])) {
    office = csto_rel_office(r, k);
  }
  return office != CSTO_NONE && csto_rel_seated(r, &r->np[office]) ? office
                                                                   : CSTO_NONE;
}

int csto_rel_is_capital(csto_rel *r, uint32_t k, const csto_np *place) {
  uint32_t office = home_office(r, k), seat;
  const char *code = place->kinds & CSTO_NP_GPE ? capital_of(r, place) : NULL;
  if (!code || office == CSTO_NONE) return 0;
  seat = r->np[office].seat;
  return r->np[seat].kinds & CSTO_NP_NORP && r->m[r->np[seat].m].id &&
         !strcmp(r->m[r->np[seat].m].id, code);
}

int csto_rel_is_home(csto_rel *r, uint32_t k, const csto_np *land) {
  const char *name;
  uint32_t office;
  if (land->post) return 1;
  name = land->norp == CSTO_NONE ? csto_rel_name(r, land)
                                 : csto_rel_country(r, &r->m[land->norp]);
  office = home_office(r, k);
  return office != CSTO_NONE && !strcmp(r->np[office].land, name);
}

/* Does the clause end at token i, or does another place stand there? */
static int leaves_clause(const csto_rel *r, uint32_t i, uint32_t end,
                         const csto_np *place) {
  uint32_t k;
  if (csto_rel_comma(r, i) && i + 1 < end && !r->soft[i + 1]) return 1;
  if (!place || i >= place->tok) return 0;
  k = csto_rel_starting(r, i, CSTO_NP_GPE);   /* not نظمته روسيا في كذا */
  return k != CSTO_NONE && !is_word(r, i - 1, "heldby") &&
         !csto_rel_class(r, i - 1, "presidency", NULL);
}

/* بعد مفاوضات، أن القمة ستعقد في كذا; المعرض التي تستضيفها جدة بعد محطة في
** كذا; جلسة عقدتها في مارس، قضت المحكمة في كذا: the place of another event. */
static int is_other_clause(const csto_rel *r, uint32_t row,
                           const csto_match *x, const csto_np *p,
                           const csto_np *q) {
  int verb = 0, one = csto_rel_option(row, "oneclause");
  uint32_t i;
  for (i = p->tokend; i < x->hi; i++) {
    if (one && leaves_clause(r, i, x->hi, q)) return 1;
    if (q && csto_rel_comma(r, i) && i + r->over[i] > q->tok &&
        i + 3 < q->tok) return 1;      /* ، على مساعدة الناس في كذا، */
    if (is_word(r, i, "newclause")) return 1;
    if (is_word(r, i, "heldby")) verb = 1;
    if (verb && q && i < q->tok && is_word(r, i, "anchor")) {
      return 1;
    }
  }
  return 0;
}

/* اجتماع تحضيري للقمة التي تستضيفها كذا: the relative pronoun is not of the
** gender of the event's head, but may mean what the event's phrase ends
** with. */
static int is_of_inner(const csto_rel *r, const csto_np *p) {
  const csto_token *t = r->d->tokens;
  const char *last = r->d->text + t[p->tok].end;
  uint32_t i = p->tokend, k;
  size_t at;
  if (!csto_rel_start(r, i) && csto_rel_comma(r, i)) i++;
  if (csto_rel_start(r, i) || !is_word(r, i, "rel") ||
      !is_word(r, p->tok, "event")) return 0;
  at = csto_rel_al(&t[i], 0) ? 4 : 6;
  if (t[i].nnorm < at + 2 || !memcmp(last - 4, ALEF TEH, 4) ||
      !memcmp(t[i].norm + at, TEH, 2) ==
          !memcmp(last - 2, MARBUTA, 2)) return 0;
  for (k = r->ending[p->tokend]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].tok > p->tok &&
        r->np[k].kinds & CSTO_NP_EVENT) return 1;
  }
  return 0;
}

/* الجولة العاشرة من بطولة كذا في ملعب كذا: the place of a match. */
static int is_ground(const csto_rel *r, const csto_np *p, const csto_np *q) {
  return q && is_word(r, p->tok, "league") &&
         is_word(r, q->tok, "ground");
}

/* الندوة الوطنية حول المرأة في تونس: a country may be of the topic. */
static int has_topic(const csto_rel *r, const csto_np *p, const csto_np *q) {
  uint32_t i;
  if (!q || (q->m != CSTO_NONE && !csto_rel_has_code(&r->m[q->m]) &&
             !(q->kinds & CSTO_NP_LOC))) return 0;
  for (i = p->tok + 1; i < p->tokend; i++) {
    if (is_word(r, i, "topic")) return 1;
  }
  return 0;
}

/* المباراة النهائية للبطولة, قرعة البطولة: where a part of it is. */
static int is_part(const csto_rel *r, const csto_np *p) {
  uint32_t i = p->tok;
  if (i == 0 || csto_rel_start(r, i)) return 0;
  return is_word(r, i - 1, "final") ||
         (i > 1 && !csto_rel_start(r, i - 1) && is_word(r, i - 2, "final") &&
          csto_rel_al(&r->d->tokens[i - 1], 0));
}

/* ندوة نظمتها جمعية كذا بسوسة: the place may be the organizer's; not in
** ندوة نظمتها اليوم بسوسة, بمقر كذا بسوسة. */
static int is_holders(const csto_rel *r, const csto_np *p, const csto_np *q) {
  uint32_t i;
  if (!q || !(q->pre & CSTO_PRE_BA) || q->tok <= p->tokend ||
      r->soft[q->tok - 1] || is_word(r, q->tok - 1, "heldby")) return 0;
  for (i = q->tok; i > p->tokend; i--) {
    if (is_word(r, i - 1, "venue")) return 0;
    if (is_word(r, i - 1, "heldby")) return 1;
  }
  return 0;
}

/* المفاوضات في كذا أو أي مكان آخر: here or there; لقاء قمة في ملعب كذا: a
** match; الدورة: of what, is not told; مع الجهات العاملة في كذا: where they
** are;
** وزراء كذا في العالم الإسلامي: who meets. */
static int is_open(const csto_rel *r, const csto_np *p, const csto_np *q) {
  uint32_t i;
  if (csto_rel_named_else(r, p->tok)) return 1;
  if (csto_rel_untold(r, p) && !is_word(r, p->tok, "league")) return 1;
  if (!q) return 0;
  if (!csto_rel_start(r, q->tokend) && is_word(r, q->tokend, "elsewhere")) {
    return 1;
  }
  i = q->tok - (q->pre & CSTO_PRE_BA || q->tok == 0 ? 0u : 1u);
  if (i > p->tokend && is_word(r, i - 1, "located")) return 1;
  return is_word(r, q->tok, "wideworld") ||
         (is_word(r, p->tok, "thesummit") && is_word(r, q->tok, "ground"));
}

/* العاصمة الكونغولية برازافيل: a nationality of two countries, read as the one
** whose capital it is not. */
static int is_other_capital(const csto_rel *r, const csto_np *city,
                            const csto_np *land) {
  static const csto_table *const tables[] = {&csto_table_cities,
                                             &csto_table_world_cities};
  uint32_t m = land ? land->m : CSTO_NONE, k;
  int elsewhere = 0;
  if (m == CSTO_NONE || !csto_rel_has_code(&r->m[m])) return 0;
  for (k = 0; k < 2; k++) {
    size_t n;
    csto_hit h = csto_table_match(tables[k], r->d, city->tok, 0, NULL, &n);
    for (; h && n == city->tokend - city->tok;
         h = csto_table_next(tables[k], h)) {
      const char *code =
          csto_table_cell(tables[k], csto_table_row(tables[k], h), 5);
      if (!strcmp(code, r->m[m].id)) return 0;
      elsewhere |= *code != 0;
    }
  }
  return elsewhere;
}

int csto_rel_misplaced(const csto_rel *r, uint32_t row, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  const csto_np *q = o->nnp ? &r->np[o->np[0]] : NULL;
  const char *relation = csto_rel_cell(row, CSTO_P_RELATION);
  if (p && !strcmp(relation, "capital_of")) return is_other_capital(r, p, q);
  if (!p || strcmp(relation, "event_at")) return 0;
  if (is_other_clause(r, row, x, p, q) || is_of_inner(r, p) ||
      is_holders(r, p, q) || is_open(r, p, q)) return 1;
  return csto_rel_option(row, "weak") &&
         (is_ground(r, p, q) || has_topic(r, p, q) || is_part(r, p));
}
