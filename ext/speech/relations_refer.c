/* relations_refer.c - phrases that say a thing once for several, or by
** what the text has said before.
**
** Offices shared out: الرئيسان السوري فلان والروسي فلان, وزيرا خارجية مصر
** فلان والأردن فلان, الرئيسان الروسي والتركي فلان وفلان.  Each person gets
** the office in the singular, with the seat of his own.
** نظيره الأرميني فلان: the office of the person before, over there.
** بلاده: the country of the office before.
** Cost: a constant a word of these classes; a look back of 40 tokens.
*/
#include "base/arena.h"
#include "base/buf.h"
#include "speech/relations_int.h"

#define BACK 40
#define SHARED_MAX 6

/* The singular of a word for several office-holders, or NULL. */
static const char *singular(const csto_rel *r, size_t i) {
  uint32_t row = csto_rel_row(r, i, "offices");
  return row == CSTO_NONE ? NULL
                          : csto_table_cell(&csto_table_relation_words, row,
                                            4);
}

static size_t skip_honors(const csto_rel *r, size_t i) {
  size_t n;
  while (!csto_rel_start(r, i) && !r->word[i].pre &&
         (csto_rel_class(r, i, "honor", &n) ||
          csto_rel_class(r, i, "title", &n))) {
    i += n;
  }
  return i;
}

/* A phrase of these kinds at i, written with و alone or with nothing. */
static uint32_t joined_at(const csto_rel *r, size_t i, uint32_t kinds,
                          uint8_t pre) {
  uint32_t k;
  if (csto_rel_start(r, i)) return CSTO_NONE;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & kinds && r->np[k].pre == pre) return k;
  }
  return CSTO_NONE;
}

typedef struct shared {
  uint32_t seat[SHARED_MAX], person[SHARED_MAX], n;
} shared;

/* seat person, seat person, ...; or seat seat ... person person ... */
static int read_pairs(const csto_rel *r, size_t i, shared *out) {
  size_t j = i;
  uint32_t k, np;
  out->n = 0;
  while (out->n < SHARED_MAX) {
    if (out->n && csto_rel_comma(r, j)) j++;
    k = joined_at(r, j, CSTO_NP_NORP | CSTO_NP_GPE,
                  out->n ? CSTO_PRE_WA : 0);
    if (k == CSTO_NONE) break;
    j = r->np[k].tokend;
    if (csto_rel_class(r, j, "former", NULL)) return 0;
    if (csto_rel_comma(r, j)) j++;
    np = joined_at(r, skip_honors(r, j), CSTO_NP_PERSON, 0);
    if (np == CSTO_NONE) break;
    out->seat[out->n] = k;
    out->person[out->n++] = np;
    j = r->np[np].tokend;
  }
  return out->n > 1;
}

static int read_rows(const csto_rel *r, size_t i, shared *out) {
  size_t j = i;
  uint32_t k, n = 0;
  while (n < SHARED_MAX) {
    k = joined_at(r, j, CSTO_NP_NORP | CSTO_NP_GPE, n ? CSTO_PRE_WA : 0);
    if (k == CSTO_NONE) break;
    out->seat[n++] = k;
    j = r->np[k].tokend;
  }
  if (n < 2) return 0;
  if (csto_rel_comma(r, j)) j++;
  for (out->n = 0; out->n < n; out->n++) {
    size_t to = out->n ? j : skip_honors(r, j);
    k = joined_at(r, to, CSTO_NP_PERSON, out->n ? CSTO_PRE_WA : 0);
    if (k == CSTO_NONE) return 0;
    out->person[out->n] = k;
    j = r->np[k].tokend;
  }
  return 1;
}

/* "الرئيس" + words between + seat, as one string of the arena. */
static const char *office_name(csto_rel *r, const char *head, size_t from,
                               size_t to, const csto_np *seat) {
  const char *text = r->d->text, *out;
  csto_buf b;
  csto_buf_init(&b);
  csto_buf_puts(&b, head);
  csto_buf_puts(&b, " ");
  if (from < to) {
    uint32_t a = r->d->tokens[from].start, e = r->d->tokens[to - 1].end;
    csto_buf_add(&b, text + a, e - a);
    csto_buf_puts(&b, " ");
  }
  csto_buf_add(&b, text + seat->start, seat->end - seat->start);
  if (b.rc) r->d->arena.rc = b.rc;
  out = b.rc ? NULL : csto_arena_str(&r->d->arena, b.data, b.size);
  csto_buf_free(&b);
  return out;
}

/* Offices read as one man's are none: وزيرا الخارجية الروسي. */
static void drop_offices(csto_rel *r, size_t i) {
  uint32_t k;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) r->np[k].kinds = 0;
  }
}

/* Returns the token after the last person, or 0. */
static size_t shared_offices(csto_rel *r, size_t i, const char *head) {
  size_t from = i + r->word[i].ntok, to = from, end = 0;
  shared s;
  uint32_t k;
  while (to < from + 4 && !csto_rel_start(r, to) &&
         joined_at(r, to, CSTO_NP_NORP | CSTO_NP_GPE, 0) == CSTO_NONE) {
    if (r->d->tokens[to].kind != CSTO_T_WORD ||
        csto_rel_class(r, to, "copula", NULL) ||
        csto_rel_class(r, to, "prep", NULL)) return 0;
    to++;
  }
  if (!read_pairs(r, to, &s) && !read_rows(r, to, &s)) return 0;
  drop_offices(r, i);
  for (k = 0; k < s.n; k++) {
    csto_np seat = r->np[s.seat[k]], man = r->np[s.person[k]];
    csto_np *p = csto_rel_add(r);
    if (!p) return 0;
    p->tok = !k ? (uint32_t)i
             : seat.tok > r->np[s.person[k - 1]].tok ? seat.tok : man.tok;
    p->tokend = man.tokend;
    p->start = r->d->tokens[p->tok].start;
    p->end = man.end;
    p->kinds = CSTO_NP_PERSON;
    p->pre = k ? CSTO_PRE_WA : r->word[i].pre;
    p->m = man.m;
    p->post = office_name(r, head, from, to, &seat);
    p->land = csto_rel_land(r, &seat);
    p->from = (uint32_t)i;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
    end = man.tokend;
  }
  return end;
}

/* The office of a phrase: its own, or the one that the text names the person
** with; one with a nationality or a country in it where there is one. */
uint32_t csto_rel_office(csto_rel *r, uint32_t k) {
  const csto_np *p = &r->np[k];
  size_t i, from = r->nholder > 64 ? r->nholder - 64 : 0;
  uint32_t plain = CSTO_NONE;
  if (p->kinds & CSTO_NP_ROLE && p->m != CSTO_NONE) {
    if (p->tokend > p->tok + 1) return k;
    plain = k;                         /* الوزير: which the text has named */
  } else if (!(p->kinds & CSTO_NP_PERSON) || p->m == CSTO_NONE) {
    return CSTO_NONE;
  }
  if (p->role != CSTO_NONE && !r->np[p->role].alias) {
    plain = p->role;
    if (csto_rel_seated(r, &r->np[plain])) return plain;
  }
  for (i = from; i < r->nholder; i++) {
    const csto_np *q = &r->np[r->holder[i]];
    uint32_t m = plain == k ? r->np[q->role].m : q->m;
    if (m == CSTO_NONE || strcmp(r->m[m].name, r->m[p->m].name)) continue;
    if (r->np[q->role].alias) continue;
    if (csto_rel_seated(r, &r->np[q->role])) return q->role;
    if (plain == CSTO_NONE) plain = q->role;
  }
  return plain;
}

/* مع فلان, لنظيره فلان, خلال استقباله فلانا: not he who speaks. */
static int is_spoken_to(const csto_rel *r, const csto_np *p) {
  if (p->norp != CSTO_NONE || p->pre & ~CSTO_PRE_WA) return 1;
  if (csto_rel_start(r, p->tok)) return 0;
  return csto_rel_class(r, p->tok - 1, "towards", NULL) ||
         csto_rel_class(r, p->tok - 1, "hismeet", NULL);
}

uint32_t csto_rel_office_before(csto_rel *r, uint32_t tok) {
  uint32_t i, k, office;
  for (i = tok; i > 0 && tok - i < BACK && !csto_rel_start(r, i); i--) {
    for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (!(r->np[k].kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) continue;
      if (is_spoken_to(r, &r->np[k])) {
        i = r->np[k].tok + 1;
        break;
      }
      if (r->np[k].post) return CSTO_NONE;
      office = csto_rel_office(r, k);
      if (office != CSTO_NONE) return office;
      if (r->np[k].kinds & CSTO_NP_PERSON) return CSTO_NONE;
    }
  }
  return CSTO_NONE;
}

/* وزارة الخارجية الروسية، التي تتولى بلادها كذا: the country's nationality
** in the institution of a government that ends before token i, or CSTO_NONE. */
static uint32_t government_before(const csto_rel *r, size_t i) {
  uint32_t k, n, from;
  for (from = (uint32_t)i; from > 0 && i - from < 5; from--) {
    if (csto_rel_start(r, from)) return CSTO_NONE;
    for (k = r->ending[from]; k != CSTO_NONE; k = r->np[k].nextend) {
      if (!(r->np[k].kinds & CSTO_NP_ORG)) continue;
      if (!csto_rel_class(r, r->np[k].tok, "ministry", NULL)) return CSTO_NONE;
      n = csto_rel_starting(r, r->np[k].tokend - 1, CSTO_NP_NORP);
      return n;
    }
  }
  return CSTO_NONE;
}

/* بلاده, بلادها: a country, that of the office before. */
static void his_country(csto_rel *r, size_t i) {
  uint32_t office = csto_rel_office_before(r, (uint32_t)i), seat;
  csto_np *p;
  const char *land;
  if (office == CSTO_NONE) {
    seat = government_before(r, i);
    if (seat == CSTO_NONE || !csto_rel_has_code(&r->m[r->np[seat].m])) return;
    land = csto_rel_land(r, &r->np[seat]);
  } else {
    if (!csto_rel_seated(r, &r->np[office])) return;
    land = r->np[office].land;
    seat = r->np[office].seat;
  }
  if (!land || r->np[seat].kinds & CSTO_NP_ORG) return;
  if (!(p = csto_rel_add(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = (uint32_t)i + 1;
  p->end = r->d->tokens[i].end;
  p->pre = r->word[i].pre;
  p->start = csto_doc_offset(r->d, (uint32_t)i, p->pre ? 2 : 0);
  p->kinds = CSTO_NP_GPE;
  p->m = r->np[seat].m;
  p->post = land;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

void csto_rel_shared(csto_rel *r) {
  size_t i;
  const char *head;
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    size_t end;
    if ((head = singular(r, i)) == NULL || r->word[i].ntok != 1) continue;
    end = shared_offices(r, i, head);
    if (end > i) i = end - 1;
  }
}

void csto_rel_lands(csto_rel *r) {
  size_t i;
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    if (csto_rel_class(r, i, "land", NULL) &&
        csto_rel_pronoun(r->d->text, &r->d->tokens[i])) {
      his_country(r, i);
    }
  }
}
