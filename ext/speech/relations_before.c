/* relations_before.c - what a clause leaves out, from what stands before it.
**
** وأجرى محادثات مع فلان: the subject is the last person that is no object;
** تحت شعار, من الأولويات: the chairmanship last stated; وستنتقل الرئاسة: what
** was last said to be chaired.  Which of these a pattern asks for stands in
** its options.
** Cost: 40 tokens back in the sentence, 64 rows back in the text.
*/
#include "base/buf.h"
#include "speech/relations_int.h"

/* "رئاسة " */
#define CHAIRMANSHIP "رئاسة "

/* نقل الموقع عن فلان: he whose words begin at token i is handed on speaks. */
static int is_source(const csto_rel *r, uint32_t i) {
  uint32_t n;
  for (n = 0; n < 10 && i > 0 && !csto_rel_start(r, i); n++, i--) {
    if (csto_rel_class(r, i - 1, "quoting", NULL)) return 1;
  }
  return 0;
}

/* Is the person the object of something: مع فلان, لنظيره فلان, or the other
** one of the row before? */
int csto_rel_is_object(const csto_rel *r, uint32_t k) {
  const csto_np *p = &r->np[k];
  const csto_span *last = &r->last;
  uint32_t from = p->tok;
  if (!(p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) return 0;
  if (p->norp != CSTO_NONE || p->pre & ~CSTO_PRE_WA) return 1;
  if (p->tok >= last->lo && p->tokend <= last->hi) {
    const csto_np *q = last->np == CSTO_NONE ? p : &r->np[last->np];
    return p->tok >= q->tokend || p->tokend <= q->tok;
  }
  if (p->role != CSTO_NONE && r->np[p->role].tokend == from) {
    from = r->np[p->role].tok;              /* مع وزير الخارجية فلان */
  }
  return from > 0 && !csto_rel_start(r, from) &&
         csto_rel_class(r, from - 1, "towards", NULL) && !is_source(r, from);
}

/* أن المجلس أقر: a clause of another subject begins at token i. */
static int is_new_clause(const csto_rel *r, uint32_t i) {
  return csto_rel_class(r, i - 1, "newclause", NULL) &&
         csto_rel_starting(r, i, CSTO_NP_ORG | CSTO_NP_GPE |
                                 CSTO_NP_PEOPLE) != CSTO_NONE;
}

/* الذي يشغل: where what the relative pronoun right before the verb stands for
** ends, or CSTO_NONE. */
static uint32_t antecedent(const csto_rel *r, const csto_match *x) {
  uint32_t i = x->trig, n;
  for (n = 0; n < 3 && i > 0 && !csto_rel_start(r, i); n++, i--) {
    if (!csto_rel_class(r, i - 1, "rel", NULL)) continue;
    for (i--; i > 0 && csto_rel_comma(r, i - 1);) i--;
    return i;
  }
  return CSTO_NONE;
}

/* خلال زيارته لواشنطن is not said of the American president. */
static int is_at_home(csto_rel *r, uint32_t row, const csto_match *x,
                      uint32_t k) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O];
  const csto_np *place = o->nnp ? &r->np[o->np[0]] : NULL;
  return place && csto_rel_option(row, "abroad") &&
         (csto_rel_is_home(r, k, place) || csto_rel_is_capital(r, k, place));
}

int csto_rel_is_kin(const csto_rel *r, uint32_t k) {
  uint32_t i = r->np[k].tok;
  if (r->np[k].kinds & CSTO_NP_PERSON && r->np[k].role != CSTO_NONE &&
      r->np[r->np[k].role].tok < i) i = r->np[r->np[k].role].tok;
  if (i > 0 && !csto_rel_start(r, i) && csto_rel_comma(r, i - 1)) i--;
  for (; i > 0 && r->np[k].tok - i < 5 && !csto_rel_start(r, i); i--) {
    if (csto_rel_class(r, i - 1, "kin", NULL)) return 1;
    if (csto_rel_verb_form(r, i - 1) || csto_rel_comma(r, i - 1)) return 0;
  }
  return 0;
}

/* قمة كذا، التقى خلالها فلانا: whose summit it was, nobody says. */
static int is_at_event(const csto_rel *r, const csto_match *x, uint32_t k) {
  uint32_t i;
  if (!csto_rel_class(r, x->trig, "meetpast", NULL) &&
      !csto_rel_class(r, x->trig, "meetpres", NULL)) return 0;
  for (i = r->np[k].tokend; i < x->trig; i++) {
    if (csto_rel_starting(r, i, CSTO_NP_MEETING) != CSTO_NONE) return 1;
  }
  return 0;
}

/* الرئيس وزوجته فلانة، حيث استقبلهما: she stands beside another one. */
static int is_beside(const csto_rel *r, uint32_t k) {
  uint32_t i = r->np[k].tok;
  return i > 0 && !csto_rel_start(r, i) &&
         csto_rel_class(r, i - 1, "hiskin", NULL);
}

/* ثمن فلان دور فلان، وذلك خلال استقباله فلانا: behind وذلك a sentence goes on
** about whom it began with.  That phrase, or CSTO_NONE where it is another
** construction; *first tells that it is this one. */
static uint32_t begun_with(csto_rel *r, const csto_match *x, int *first) {
  uint32_t i = x->lo, k;
  if (i == 0 || csto_rel_start(r, i) ||
      !csto_rel_class(r, i - 1, "andthat", NULL)) return CSTO_NONE;
  *first = 1;
  while (!csto_rel_start(r, i) && x->lo - i < 60) i--;
  for (; i < x->lo; i++) {
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (!(r->np[k].kinds & CSTO_NP_PERSON) || r->np[k].m == CSTO_NONE) {
        continue;
      }
      return csto_rel_is_object(r, k) || csto_rel_is_kin(r, k) ? CSTO_NONE : k;
    }
  }
  return CSTO_NONE;
}

/* The nearest phrase of these kinds before the match, at most 40 tokens
** back in its sentence: the subject that a later clause leaves out.  Of a
** relative clause about a person it is the antecedent and nobody else.
** *other is set when one was passed over. */
static uint32_t previous(csto_rel *r, uint32_t row, const csto_match *x,
                         uint32_t kinds, int *other) {
  uint32_t i, k, of = kinds & CSTO_NP_PERSON ? antecedent(r, x) : CSTO_NONE;
  uint32_t inside = kinds & CSTO_NP_PERSON ? csto_rel_reported(r, x) : 0;
  int first = 0;
  if (kinds & CSTO_NP_PERSON) {
    i = begun_with(r, x, &first);
    if (first) {
      *other = 1;
      return i != CSTO_NONE && is_at_home(r, row, x, i) ? CSTO_NONE : i;
    }
  }
  if (of != CSTO_NONE) {
    for (k = r->ending[of]; k != CSTO_NONE; k = r->np[k].nextend)
      if (r->np[k].kinds & kinds && r->np[k].m != CSTO_NONE) return k;
    return CSTO_NONE;
  }
  for (i = x->lo; i > 0 && x->lo - i < 40; i--) {
    if (csto_rel_start(r, i) || i < inside) break;
    if (!(kinds & CSTO_NP_ORG) && i < x->lo && is_new_clause(r, i)) break;
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (r->np[k].kinds & CSTO_NP_ROLE && r->np[k].tokend < r->np[k].tok + 2)
        continue;
      if (!(r->np[k].kinds & kinds) ||
          (r->np[k].m == CSTO_NONE && kinds != CSTO_NP_PEOPLE)) continue;
      if (csto_rel_is_object(r, k) || is_at_home(r, row, x, k)) {
        *other = 1;
        i = r->np[k].tok + 1;
        break;
      }
      if (csto_rel_is_kin(r, k) || is_beside(r, k) || is_at_event(r, x, k)) {
        *other = 1;
        return CSTO_NONE;
      }
      return k;
    }
  }
  return CSTO_NONE;
}

/* رئاسة روسيا: the chairmanship last stated, as the subject of a slogan or
** a priority that names none; in that sentence or anywhere. */
static const char *last_chair(csto_rel *r, uint32_t sentence) {
  size_t i;
  for (i = r->nout; i > 0 && r->nout - i < 64; i--) {
    const csto_relation *p = &r->out[i - 1];
    csto_buf b;
    char *s;
    if (strcmp(p->relation, "chair_of") || !strcmp(p->status, "held")) continue;
    if (sentence != CSTO_NONE && p->sentence != sentence) return NULL;
    csto_buf_init(&b);
    csto_buf_puts(&b, CHAIRMANSHIP);
    csto_buf_puts(&b, p->subject);
    s = b.rc ? NULL : csto_arena_str(&r->d->arena, b.data, b.size);
    csto_buf_free(&b);
    return s;
  }
  return NULL;
}

/* What was last said to be chaired, in that sentence or the one before. */
static const char *last_chaired(const csto_rel *r, uint32_t sentence) {
  size_t i;
  for (i = r->nout; i > 0 && r->nout - i < 16; i--) {
    const csto_relation *p = &r->out[i - 1];
    if (p->sentence + 1 < sentence) break;
    if (!strcmp(p->relation, "chair_of")) return p->object;
  }
  return NULL;
}

/* Who was last said to visit, in that sentence or anywhere. */
static const char *last_visitor(const csto_rel *r, uint32_t sentence) {
  size_t i;
  for (i = r->nout; i > 0 && r->nout - i < 16; i--) {
    if (sentence != CSTO_NONE && r->out[i - 1].sentence != sentence) break;
    if (!strcmp(r->out[i - 1].relation, "visits")) {
      return r->out[i - 1].subject;
    }
  }
  return NULL;
}

/* A subject that no phrase of the match gives; 0: there is none. */
static int find_subject(csto_rel *r, uint32_t row, csto_match *x,
                        uint32_t wordrow, const char **subject) {
  csto_slot *s = &x->slot[CSTO_SLOT_S];
  uint32_t k, sentence = r->d->tokens[x->trig].sentence;
  int goes, other = 0;
  uint32_t kinds = csto_rel_option(row, "prev=O") ? CSTO_NP_ORG
                   : csto_rel_option(row, "prev=K") ? CSTO_NP_PEOPLE
                   : csto_rel_option(row, "prev=P")
                       ? CSTO_NP_PERSON | CSTO_NP_ROLE : 0;
  if (csto_rel_option(row, "chair")) {
    *subject = last_chair(r, csto_rel_option(row, "near") ? sentence
                                                          : CSTO_NONE);
  } else if (csto_rel_option(row, "visitor")) {
    *subject = last_visitor(r, CSTO_NONE);
  } else if (csto_rel_option(row, "traveller")) {
    *subject = last_visitor(r, sentence);
  }
  if (*subject) return 1;
  k = previous(r, row, x, kinds, &other);
  goes = csto_rel_option(row, "goes");
  if (k == CSTO_NONE && kinds & CSTO_NP_PERSON &&
      antecedent(r, x) == CSTO_NONE &&
      (goes || !other || !csto_rel_reported(r, x))) {
    k = csto_rel_topic(r, x, goes || csto_rel_option(row, "unsaid"));
  }
  if (k == CSTO_NONE && csto_rel_option(row, "topic")) {
    k = csto_rel_topic_org(r, x, wordrow);
  }
  if (k == CSTO_NONE || !csto_rel_fits_suffix(r, x, k) ||
      is_at_home(r, row, x, k)) return 0;
  if (goes && !csto_rel_goes_on(r, x, k, wordrow)) return 0;
  if (!strcmp(csto_rel_cell(row, CSTO_P_RELATION), "holds_post") &&
      !csto_rel_who(r, k)) return 0;
  s->np[0] = k;
  s->nnp = 1;
  return 1;
}

/* روسيا والصين، إضافة إلى ألمانيا: one more who does not belong to them. */
static void without_guests(const csto_rel *r, const csto_match *x,
                           csto_slot *s) {
  uint32_t i, k;
  for (i = x->lo; i < x->hi; i++) {
    if (r->word[i].ntok < 2 || !csto_rel_class(r, i, "also", NULL)) continue;
    for (k = 1; k < s->nnp && r->np[s->np[k]].tok < i; k++) {}
    if (s->nnp > k) s->nnp = k;
    return;
  }
}

/* Does a word that something is done at, or that tells of its being held, stand
** before token i? */
static int takes_place(const csto_rel *r, uint32_t i) {
  return csto_rel_class(r, i - 1, "at", NULL) ||
         csto_rel_class(r, i - 1, "attached", NULL) ||
         (i > 1 && r->word[i - 2].ntok == 2 &&
          (csto_rel_class(r, i - 2, "at", NULL) ||
           csto_rel_class(r, i - 2, "during", NULL)));
}

/* قمة الرياض, اجتماع جنيف: the town that an event's own words end with, or
** CSTO_NONE; a land there is who meets (قمة فرنسا), and so are two towns
** (اجتماع واشنطن وموسكو).  Something must tell that it takes place: في, خلال,
** بانعقاد. */
static uint32_t its_city(const csto_rel *r, const csto_np *event) {
  uint32_t at = event->tok + 1, k;
  if (!csto_rel_class(r, event->tok, "summit", NULL) ||
      csto_rel_start(r, at) || csto_rel_start(r, event->tok) ||
      !takes_place(r, event->tok)) return CSTO_NONE;
  k = csto_rel_plain(r, at, CSTO_NP_GPE);
  if (k == CSTO_NONE || r->np[k].m == CSTO_NONE ||
      (csto_rel_has_code(&r->m[r->np[k].m]) &&
       !csto_rel_class(r, at, "citystate", NULL))) return CSTO_NONE;
  at = r->np[k].tokend;
  if (at < r->d->ntokens && !csto_rel_start(r, at)) {
    if (csto_rel_starting(r, at, CSTO_NP_GPE | CSTO_NP_ORG) != CSTO_NONE ||
        csto_rel_class(r, at, "towards", NULL)) return CSTO_NONE;
  }
  return k;
}

/* خلال لقائهما: the only two people that the sentence has named before the
** match.  0: they are not two. */
static int last_two(csto_rel *r, csto_match *x) {
  uint32_t i = x->lo, k, found[3], n = 0;
  for (; i > 0 && n < 3 && x->lo - i < 40 && !csto_rel_start(r, i); i--) {
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (r->np[k].kinds & CSTO_NP_PERSON && r->np[k].m != CSTO_NONE) break;
    }
    if (k == CSTO_NONE) continue;
    found[n++] = k;
    i = r->np[k].tok + 1;
  }
  if (n != 2 || csto_rel_reported(r, x) > r->np[found[1]].tok) return 0;
  x->slot[CSTO_SLOT_S].np[0] = found[1];
  x->slot[CSTO_SLOT_O].np[0] = found[0];
  x->slot[CSTO_SLOT_S].nnp = x->slot[CSTO_SLOT_O].nnp = 1;
  return 1;
}

/* المدعومة من كذا، والقائد فلان: behind a comma another noun of the clause. */
static void to_comma(const csto_rel *r, csto_slot *s) {
  uint32_t k;
  for (k = 1; k < s->nnp; k++) {
    if (csto_rel_comma(r, r->np[s->np[k]].tok - 1)) s->nnp = k;
  }
}

/* انضمت إليه كذا: the verb is not that of what the pronoun stands for; its row
** where it is (وتضم كذا). */
static uint32_t owns(uint32_t row, uint32_t wordrow) {
  return csto_rel_option(row, "pronoun") ? CSTO_NONE : wordrow;
}

/* دولها كذا وكذا، وانضمت إليها كذا, اتفاق انسحبت كذا منه, الاتفاقيات التي انضمت
** إليها كذا: the pronoun stands for what is nearer than the organization. */
static int is_for_nearer(const csto_rel *r, const csto_match *x, uint32_t k) {
  uint32_t i = x->lo, lands = 0, j;
  if (x->trig > 0 && !csto_rel_start(r, x->trig) &&
      csto_rel_class(r, x->trig - 1, "rel", NULL)) {
    i = x->trig - 1;
    if (i > 0 && csto_rel_comma(r, i - 1)) i--;
    return r->np[k].tokend != i;
  }
  while (i > r->np[k].tokend && !csto_rel_start(r, i)) {
    i--;
    if (csto_rel_class(r, i, "paper", NULL)) return 1;
    for (j = r->at[i]; j != CSTO_NONE; j = r->np[j].next) {
      if (r->np[j].kinds & CSTO_NP_DOC) return 1;
      if (r->np[j].kinds & CSTO_NP_GPE && r->np[j].m != CSTO_NONE) {
        lands++;
        break;
      }
    }
  }
  return lands > 1;
}

int csto_rel_complete(csto_rel *r, uint32_t row, csto_match *x,
                      uint32_t wordrow, const char **subject,
                      const char **object) {
  csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  uint32_t k;
  int other = 0;
  if (csto_rel_option(row, "expressed") && !csto_rel_teller(r, x, wordrow)) {
    return 0;
  }
  if (csto_rel_option(row, "prev=Q")) {
    *subject = csto_rel_teller(r, x, wordrow);
    if (!*subject || csto_rel_mistold(r, x, wordrow, *subject)) return 0;
  } else if (!s->nnp && csto_rel_option(row, "prev=") &&
      !find_subject(r, row, x, wordrow, subject)) return 0;
  if (csto_rel_option(row, "lasttwo") && !last_two(r, x)) return 0;
  if (csto_rel_option(row, "lastchair")) {
    *object = last_chaired(r, r->d->tokens[x->trig].sentence);
    if (*object) return 1;
    k = csto_rel_option(row, "league") ? csto_rel_league(r, x->lo) : CSTO_NONE;
    if (k == CSTO_NONE) return 0;
    o->np[0] = k;
    o->nnp = 1;
  }
  if (csto_rel_option(row, "lastorg")) {
    k = csto_rel_option(row, "topic")
            ? csto_rel_topic_org(r, x, owns(row, wordrow))
            : previous(r, row, x, CSTO_NP_ORG, &other);
    if (k == CSTO_NONE) return 0;
    if (!strcmp(csto_rel_cell(row, CSTO_P_RELATION), "member_of") &&
        (csto_rel_class(r, x->trig, "accede", NULL) ||
         csto_rel_class(r, x->trig, "leave", NULL)) &&
        is_for_nearer(r, x, k)) return 0;
    o->np[0] = k;
    o->nnp = 1;
  }
  if (csto_rel_option(row, "onlythey")) without_guests(r, x, s);
  if (csto_rel_option(row, "onelist")) to_comma(r, s);
  if (csto_rel_option(row, "itscity")) {
    k = its_city(r, &r->np[s->np[0]]);
    if (k == CSTO_NONE) return 0;
    o->np[0] = k;
    o->nnp = 1;
  }
  if (csto_rel_option(row, "hisown")) {
    k = s->nnp ? r->np[s->np[0]].role : CSTO_NONE;
    if (k == CSTO_NONE || r->np[k].alias) return 0;
    o->np[0] = k;
    o->nnp = 1;
  }
  return 1;
}
