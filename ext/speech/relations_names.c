/* relations_names.c - what a row says of a phrase: its name, as written, the
** seat of an office and the person who holds it.
**
** An office with no name beside it is its holder's where the text names one
** person with that office: the same words up to the seat (a country, an
** institution), and the same seat.  Cost: an office is compared with at most
** 64 holders, once.
*/
#include "base/arena.h"
#include "speech/relations_int.h"

CSTO_TABLE(countries);

const char *csto_rel_text(csto_rel *r, uint32_t start, uint32_t end,
                          int article) {
  size_t n = end - start;
  char *s;
  if (!article) return csto_arena_str(&r->d->arena, r->d->text + start, n);
  s = csto_arena_alloc(&r->d->arena, n + 5);
  if (!s) return NULL;
  memcpy(s, AL, 4);
  memcpy(s + 4, r->d->text + start, n);
  s[n + 4] = 0;
  return s;
}

const char *csto_rel_written(csto_rel *r, const csto_np *p) {
  return csto_rel_text(r, p->start, p->end, p->article);
}

/* The first name or nationality inside an office's words, or CSTO_NONE:
** روسيا in رئيس روسيا, الروسي in الرئيس الروسي. */
static uint32_t seat_at(const csto_rel *r, const csto_np *p) {
  uint32_t pass, i, k;
  for (pass = 0; pass < 2; pass++) {
    uint32_t kinds = pass ? CSTO_NP_ORG : CSTO_NP_GPE | CSTO_NP_NORP;
    for (i = p->tok + 1; i < p->tokend; i++) {
      for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
        if (r->np[k].kinds & kinds && r->np[k].m != CSTO_NONE &&
            r->np[k].end <= p->end) return k;
      }
    }
  }
  return CSTO_NONE;
}

/* The same word, with or without article or clitic. */
static int same_word(const char *a, size_t na, const char *b, size_t nb) {
  size_t n = na < nb ? na : nb;
  return n >= 6 && !memcmp(a + na - n, b + nb - n, n);
}

/* Are words i.. of the office, up to its seat, the words of the alias? */
static int spells_alias(const csto_rel *r, uint32_t i, uint32_t end,
                        const char *alias) {
  while (i < end && *alias) {
    const csto_token *t = &r->d->tokens[i++];
    size_t n = strcspn(alias, " ");
    if (!same_word(t->norm, t->nnorm, alias, n)) return 0;
    alias += n;
    while (*alias == ' ') alias++;
  }
  return i == end && !*alias;
}

/* Do two phrases name one office?  The same words up to the seat, and the
** same seat where both give one. */
static void find_seat(csto_rel *r, csto_np *p) {
  if (p->seated) return;
  p->seated = 1;
  p->seat = seat_at(r, p);
  p->land = p->seat == CSTO_NONE ? NULL : csto_rel_land(r, &r->np[p->seat]);
}

/* الوزير السعودي for وزير الخارجية السعودي, but not الرئيس for رئيس الوزراء. */
static int is_shortened(const csto_rel *r, const csto_np *a, uint32_t na,
                        const csto_np *b) {
  const csto_token *p = &r->d->tokens[a->tok], *q = &r->d->tokens[b->tok];
  return na == 1 && a->land && b->land && !b->alias &&
         !strcmp(a->land, b->land) &&
         csto_rel_class(r, a->tok, "shortened", NULL) &&
         same_word(p->norm, p->nnorm, q->norm, q->nnorm);
}

/* The country, or its nationality, that was named last before token i; NULL:
** none within 40 tokens. */
static const char *last_land(csto_rel *r, uint32_t i) {
  uint32_t k, from = i > 40 ? i - 40 : 0;
  for (; i > from; i--) {
    for (k = r->at[i - 1]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].kinds & (CSTO_NP_GPE | CSTO_NP_NORP) &&
          r->np[k].m != CSTO_NONE && csto_rel_has_code(&r->m[r->np[k].m])) {
        return csto_rel_land(r, &r->np[k]);
      }
    }
  }
  return NULL;
}

/* زعيم البلاد: the office of the country that was named last. */
static int is_of_the_land(csto_rel *r, const csto_np *a, const csto_np *b) {
  const csto_token *p = &r->d->tokens[a->tok], *q = &r->d->tokens[b->tok];
  const char *land;
  if (a->tokend != a->tok + 2 || !b->land || b->alias ||
      r->np[b->seat].tok != b->tok + 1 ||
      !csto_rel_class(r, a->tok + 1, "theland", NULL) ||
      !same_word(p->norm, p->nnorm, q->norm, q->nnorm)) return 0;
  land = last_land(r, a->tok);
  return land && !strcmp(land, b->land);
}

static int same_office(csto_rel *r, csto_np *a, csto_np *b) {
  const csto_token *t = r->d->tokens;
  uint32_t na, nb, i;
  if (a->m != CSTO_NONE && b->m != CSTO_NONE && a->tokend == a->tok + 1 &&
      !strcmp(r->m[a->m].name, r->m[b->m].name)) return 1;
  find_seat(r, a);
  find_seat(r, b);
  na = (a->land ? r->np[a->seat].tok : a->tokend) - a->tok;
  nb = (b->land ? r->np[b->seat].tok : b->tokend) - b->tok;
  if (b->alias) return spells_alias(r, a->tok, a->tok + na, b->alias);
  if (is_shortened(r, a, na, b) || is_of_the_land(r, a, b)) return 1;
  if (!a->land && na > 1 && nb == na + 1 &&    /* المبعوث الأممي إلى كذا */
      csto_rel_class(r, b->tok + na, "posted", NULL)) nb = na;
  if (na != nb || (!a->land && na < 2)) return 0;
  for (i = 0; i < na; i++) {
    const csto_token *p = &t[a->tok + i], *q = &t[b->tok + i];
    if (!same_word(p->norm, p->nnorm, q->norm, q->nnorm)) return 0;
  }
  if (!a->land || !b->land) return !a->land;
  return !strcmp(a->land, b->land);
}

/* The one person whom the text names with this office; the nearest 64
** holders are looked at. */
static uint32_t holder_of(csto_rel *r, csto_np *office) {
  size_t i, from = r->nholder > 64 ? r->nholder - 64 : 0;
  uint32_t found = CSTO_NONE;
  if (office->held) return office->holder;
  office->held = 1;
  office->holder = CSTO_NONE;
  for (i = from; i < r->nholder; i++) {
    const csto_np *p = &r->np[r->holder[i]];
    if (!same_office(r, office, &r->np[p->role])) continue;
    if (found != CSTO_NONE && strcmp(r->m[found].name, r->m[p->m].name)) {
      return CSTO_NONE;
    }
    found = p->m;
  }
  office->holder = found;
  return found;
}

/* نظيره الروسي: the one person named with that office, which is the other's,
** and that country. */
static void holder_there(csto_rel *r, csto_np *p, uint32_t other) {
  uint32_t found = CSTO_NONE;
  size_t i, from = r->nholder > 64 ? r->nholder - 64 : 0;
  csto_np office;
  if (other == CSTO_NONE || !csto_rel_seated(r, &r->np[other])) return;
  office = r->np[other];
  office.land = csto_rel_country(r, &r->m[p->norp]);
  office.m = CSTO_NONE;
  for (i = from; i < r->nholder; i++) {
    const csto_np *q = &r->np[r->holder[i]];
    if (!csto_rel_seated(r, &r->np[q->role]) ||
        !same_office(r, &office, &r->np[q->role])) continue;
    if (found != CSTO_NONE && strcmp(r->m[found].name, r->m[q->m].name)) return;
    found = q->m;
  }
  p->holder = found;
}

/* وزير الخارجية يلتقي نظيره المصري: is not the Egyptian minister whom the text
** names. */
static void not_there(csto_rel *r, csto_np *p, const char *land) {
  size_t i;
  if (p->kinds & CSTO_NP_PERSON || !p->held || p->holder == CSTO_NONE) return;
  for (i = 0; i < r->nholder; i++) {
    csto_np *q = &r->np[r->holder[i]];
    if (strcmp(r->m[q->m].name, r->m[p->holder].name) ||
        !csto_rel_seated(r, &r->np[q->role])) continue;
    if (!strcmp(r->np[q->role].land, land)) p->holder = CSTO_NONE;
    return;
  }
}

void csto_rel_counterpart_of(csto_rel *r, uint32_t k, uint32_t other) {
  csto_np *p = &r->np[k];
  if (p->norp == CSTO_NONE || !(p->kinds & CSTO_NP_ROLE)) return;
  (void)csto_rel_who(r, other);
  not_there(r, &r->np[other], csto_rel_country(r, &r->m[p->norp]));
  if (p->held && p->holder != CSTO_NONE) return;
  p->held = 1;
  p->holder = CSTO_NONE;
  holder_there(r, p, csto_rel_office(r, other));
}

/* The mention of who holds an office that stands alone, or CSTO_NONE. */
static uint32_t who_holds(csto_rel *r, csto_np *p) {
  if (p->norp == CSTO_NONE) return holder_of(r, p);
  if (!p->held) {
    p->held = 1;
    p->holder = CSTO_NONE;
    holder_there(r, p, csto_rel_office_before(r, p->tok));
  }
  return p->holder;
}

int csto_rel_seated(csto_rel *r, csto_np *office) {
  find_seat(r, office);
  return office->land != NULL;
}

int csto_rel_who(csto_rel *r, uint32_t k) {
  csto_np *p = &r->np[k];
  return p->kinds & CSTO_NP_PERSON || who_holds(r, p) != CSTO_NONE;
}

const char *csto_rel_name(csto_rel *r, const csto_np *p) {
  if (p->post && (p->kinds & CSTO_NP_GPE ||
                  (p->kinds & CSTO_NP_ORG && p->m == CSTO_NONE))) {
    return p->post;
  }
  if (p->kinds & (CSTO_NP_ROLE | CSTO_NP_POST) && p->role == CSTO_NONE) {
    uint32_t m = who_holds(r, &r->np[p - r->np]);
    if (m != CSTO_NONE) return r->m[m].name;
  }
  if (p->m == CSTO_NONE) return csto_rel_written(r, p);
  if (p->article && p->role == CSTO_NONE) {
    const char *s = r->d->text + p->start;  /* للحرس: الحرس */
    const char *name = r->m[p->m].name;
    if (strlen(name) == p->end - p->start &&
        !memcmp(s, name, p->end - p->start)) {
      return csto_rel_written(r, p);
    }
  }
  return r->m[p->m].name;
}

const char *csto_rel_owner(csto_rel *r, uint32_t i) {
  const csto_token *t = &r->d->tokens[i];
  uint32_t k, best = CSTO_NONE;
  int her, gender;
  if (!(r->word[i].pre & CSTO_PRE_WA) &&
      !csto_rel_letter(t, 0, WAW)) return NULL;
  her = t->nnorm > 4 && !memcmp(t->norm + t->nnorm - 2, ALEF, 2);
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    const csto_np *p = &r->np[k];
    if (p->kinds & (CSTO_NP_ORG | CSTO_NP_GPE) && p->m != CSTO_NONE &&
        (best == CSTO_NONE || p->tok < r->np[best].tok)) best = k;
  }
  if (best == CSTO_NONE) return NULL;
  gender = csto_rel_gender(r, &r->np[best]);
  if (gender && (gender == 2) != her) return NULL;
  return csto_rel_name(r, &r->np[best]);
}

int csto_rel_has_code(const csto_mention *norp) {
  const char *s = norp->id;
  return s && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' &&
         !s[2];
}

/* The first spelling of the country's row; looked up once a document. */
const char *csto_rel_country(const csto_rel *r, const csto_mention *norp) {
  const csto_table *t = &csto_table_countries;
  const char *id = norp->id, **cached;
  uint32_t row;
  if (norp->type != CSTO_NORP || !csto_rel_has_code(norp)) return norp->name;
  cached = &r->country[(id[0] - 'A') * 26 + (id[1] - 'A')];
  for (row = 0; !*cached && row < t->nrow; row++) {
    const char *s = csto_table_cell(t, row, 0);
    if (strcmp(csto_table_cell(t, row, 3), id)) continue;
    *cached = csto_arena_str(&r->d->arena, s, strcspn(s, "|"));
    if (!*cached) break;
  }
  if (!*cached) *cached = norp->name;
  return *cached;
}

const char *csto_rel_land(csto_rel *r, const csto_np *p) {
  if (p->m != CSTO_NONE && r->m[p->m].type == CSTO_NORP) {
    return csto_rel_country(r, &r->m[p->m]);
  }
  return csto_rel_name(r, p);
}

const char *csto_rel_seat(csto_rel *r, const csto_np *office) {
  uint32_t i, best = CSTO_NONE;
  for (i = office->tok; i < office->tokend; i++) {
    uint32_t k;
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      const csto_np *p = &r->np[k];
      if (p->end > office->end || p->start < office->start) continue;
      if (p->m == CSTO_NONE) continue;
      if (!(p->kinds & (CSTO_NP_ORG | CSTO_NP_GPE | CSTO_NP_NORP))) continue;
      if (p->kinds & CSTO_NP_NORP && !csto_rel_has_code(&r->m[p->m])) continue;
      if (best == CSTO_NONE ||
          (r->np[best].kinds & CSTO_NP_NORP && !(p->kinds & CSTO_NP_NORP))) {
        best = k;
      }
    }
  }
  if (best == CSTO_NONE) return NULL;
  return csto_rel_land(r, &r->np[best]);
}
