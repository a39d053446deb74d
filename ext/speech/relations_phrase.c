/* relations_phrase.c - the words and noun phrases that patterns see.
**
** Words: the longest phrase of data/relation_words.tsv at each token, also
** behind the proclitics و ف س ب ل ك.  Phrases: every mention; a name together
** with the office before or after it (وزير الخارجية الروسي سيرغي لافروف;
** سيرغي شويغو، سكرتير مجلس الأمن); common-noun phrases that begin with the
** head of an event, a document, an office or an organ (اجتماع مجلس وزراء
** الخارجية), cut by the grammar of the genitive: indefinite nouns, then a
** definite one or a name, then its adjectives, then ل and another such
** phrase.  Adverbials (dates, في and a place, commas) are marked soft.
** Cost: a few table look-ups a token; phrases are of at most 16 tokens.
*/
#include "speech/relations_int.h"
#include <string.h>
#include "base/buf.h"
#include "base/rc.h"
#include "text/fold.h"

#define PHRASE_MAX 16

CSTO_TABLE(relation_words);
CSTO_TABLE(countries);

/* ---- words */

static int is_letter(const csto_token *t, size_t at, const char *two) {
  return t->nnorm > at + 2 && !memcmp(t->norm + at, two, 2);
}

#define WA "\xD9\x88"
#define FA "\xD9\x81"
#define SIN "\xD8\xB3"
#define BA "\xD8\xA8"
#define LAM "\xD9\x84"
#define KAF "\xD9\x83"
#define AL "\xD8\xA7\xD9\x84"

static int lookup(csto_rel *r, size_t i, size_t skip, const char *pre,
                  uint8_t clitics) {
  size_t n = 0;
  csto_hit h = csto_table_match(&csto_table_relation_words, r->d, i, skip,
                                pre, &n);
  if (!h) return 0;
  r->word[i].hit = h;
  r->word[i].ntok = (uint8_t)(n > 255 ? 255 : n);
  r->word[i].pre = clitics;
  return 1;
}

/* The longest phrase at token i, with the fewest proclitics taken off. */
static void find_word(csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  size_t at = 0;
  uint8_t pre = 0;
  if (lookup(r, i, 0, NULL, 0)) return;
  if (t->kind != CSTO_T_WORD) return;
  if (is_letter(t, 0, WA) || is_letter(t, 0, FA)) {
    at = 2;
    pre = CSTO_PRE_WA;
    if (lookup(r, i, at, NULL, pre)) return;
  }
  if (is_letter(t, at, SIN)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_SIN);
  } else if (is_letter(t, at, BA)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_BA);
  } else if (is_letter(t, at, LAM)) {
    if (is_letter(t, at + 2, LAM)) {
      lookup(r, i, at + 4, AL, pre | CSTO_PRE_LAM);
    } else {
      lookup(r, i, at + 2, NULL, pre | CSTO_PRE_LAM);
    }
  } else if (is_letter(t, at, KAF)) {
    lookup(r, i, at + 2, NULL, pre | CSTO_PRE_KAF);
  }
}

uint32_t csto_rel_row(const csto_rel *r, size_t i, const char *cls) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h;
  if (i >= r->d->ntokens) return CSTO_NONE;
  for (h = r->word[i].hit; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    const char *have = csto_table_cell(t, row, 1);
    if (have[0] == cls[0] && !strcmp(have, cls)) return row;
  }
  return CSTO_NONE;
}

int csto_rel_class(const csto_rel *r, size_t i, const char *cls,
                   size_t *ntok) {
  if (csto_rel_row(r, i, cls) == CSTO_NONE) return 0;
  if (ntok) *ntok = r->word[i].ntok;
  return 1;
}

int csto_rel_verb(const csto_rel *r, size_t i) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h = r->word[i].hit;
  return h && r->word[i].pre & CSTO_PRE_WA &&
         csto_table_cell(t, csto_table_row(t, h), 2)[0];
}

static int is_punct(const csto_rel *r, size_t i, const char *set) {
  const csto_token *t = &r->d->tokens[i];
  return t->kind == CSTO_T_PUNCT && t->norm[0] &&
         strstr(set, t->norm) != NULL;
}

int csto_rel_start(const csto_rel *r, size_t i) {
  const csto_token *t = r->d->tokens;
  if (i >= r->d->ntokens || i == 0) return 1;
  return t[i].newline || t[i].sentence != t[i - 1].sentence;
}

int csto_rel_border(const csto_rel *r, size_t i) {
  return i < r->d->ntokens &&
         is_punct(r, i, ". ; : ? ! \xD8\x9B \xD8\x9F \xE2\x80\xA6 |");
}

int csto_rel_comma(const csto_rel *r, size_t i) {
  return i < r->d->ntokens && is_punct(r, i, ", \xD8\x8C");
}

static int has_article(const csto_token *t, size_t at) {
  return t->nnorm > at + 4 && !memcmp(t->norm + at, AL, 4);
}

int csto_rel_article(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  return has_article(t, 0) || (is_letter(t, 0, WA) && has_article(t, 2)) ||
         (is_letter(t, 0, BA) && has_article(t, 2));
}

/* ---- phrases */

static csto_np *add_np(csto_rel *r) {
  csto_np *p = csto_arena_grow(&r->d->arena, r->np, r->nnp, &r->npcap,
                               sizeof *p);
  if (!p) return NULL;
  r->np = p;
  p += r->nnp++;
  memset(p, 0, sizeof *p);
  p->m = p->role = p->norp = p->next = p->nextend = CSTO_NONE;
  return p;
}

/* The proclitics between the start of a token and byte `start`. */
static void read_proclitics(const csto_rel *r, csto_np *p) {
  const csto_token *t = &r->d->tokens[p->tok];
  uint32_t i;
  int lams = 0;
  for (i = t->start; i + 1 < p->start && i < t->end; i++) {
    const char *c = r->d->text + i;
    if (!memcmp(c, WA, 2) || !memcmp(c, FA, 2)) p->pre |= CSTO_PRE_WA;
    else if (!memcmp(c, BA, 2)) p->pre |= CSTO_PRE_BA;
    else if (!memcmp(c, KAF, 2)) p->pre |= CSTO_PRE_KAF;
    else if (!memcmp(c, LAM, 2)) { p->pre |= CSTO_PRE_LAM; lams++; }
  }
  p->article = lams > 1;
}

static uint32_t kinds_of(csto_etype t) {
  switch (t) {
    case CSTO_PERSON: return CSTO_NP_PERSON;
    case CSTO_ROLE: return CSTO_NP_ROLE | CSTO_NP_POST;
    case CSTO_GPE: return CSTO_NP_GPE;
    case CSTO_LOC: return CSTO_NP_LOC;
    case CSTO_ORG: return CSTO_NP_ORG;
    case CSTO_EVENT: return CSTO_NP_EVENT;
    case CSTO_DOC_: return CSTO_NP_DOC;
    case CSTO_NORP: return CSTO_NP_NORP;
    case CSTO_DATE: return CSTO_NP_DATE;
    default: return 0;
  }
}

static void link_np(csto_rel *r, uint32_t k) {
  csto_np *p = &r->np[k];
  uint32_t *at = &r->at[p->tok], *en = &r->ending[p->tokend];
  while (*at != CSTO_NONE && r->np[*at].tokend >= p->tokend) {
    at = &r->np[*at].next;
  }
  p->next = *at;
  *at = k;
  while (*en != CSTO_NONE && r->np[*en].tok <= p->tok) {
    en = &r->np[*en].nextend;
  }
  p->nextend = *en;
  *en = k;
}

static void mention_phrases(csto_rel *r) {
  size_t i;
  for (i = 0; i < r->nm; i++) {
    const csto_mention *m = &r->m[i];
    uint32_t kinds = kinds_of(m->type);
    csto_np *p;
    if (!kinds || m->tok >= m->tokend || m->tokend > r->d->ntokens) continue;
    if (!(p = add_np(r))) return;
    p->tok = m->tok;
    p->tokend = m->tokend;
    p->start = m->start;
    p->end = m->end;
    p->kinds = kinds;
    p->m = (uint32_t)i;
    if (kinds & CSTO_NP_EVENT && csto_rel_class(r, p->tok, "event", NULL)) {
      p->kinds |= CSTO_NP_MEETING;
    }
    if (kinds & CSTO_NP_ORG && csto_rel_class(r, p->tok, "body", NULL)) {
      p->kinds |= CSTO_NP_BODY;
    }
    if (kinds & CSTO_NP_ORG && csto_rel_class(r, p->tok, "paper", NULL)) {
      p->kinds |= CSTO_NP_DOC;
    }
    read_proclitics(r, p);
    link_np(r, (uint32_t)r->nnp - 1);
  }
}

/* The longest phrase of these kinds that starts at token i with no
** proclitic, or CSTO_NONE. */
static uint32_t plain_at(const csto_rel *r, size_t i, uint32_t kinds) {
  uint32_t k;
  if (i >= r->d->ntokens) return CSTO_NONE;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & kinds && !r->np[k].pre) return k;
  }
  return CSTO_NONE;
}

static size_t skip_class(const csto_rel *r, size_t i, const char *cls) {
  size_t n;
  while (!csto_rel_start(r, i) && !r->word[i].pre &&
         csto_rel_class(r, i, cls, &n)) {
    i += n;
  }
  return i;
}

static void add_holder(csto_rel *r, uint32_t np) {
  uint32_t *h = csto_arena_grow(&r->d->arena, r->holder, r->nholder,
                                &r->holdercap, sizeof *h);
  if (!h) return;
  r->holder = h;
  h[r->nholder++] = np;
}

static void add_person(csto_rel *r, const csto_np *a, const csto_np *b,
                       uint32_t person, uint32_t role) {
  csto_np first = *a, last = *b, *p = add_np(r);
  if (!p) return;
  *p = first;
  p->next = p->nextend = CSTO_NONE;
  p->tokend = last.tokend;
  p->end = last.end;
  p->kinds = CSTO_NP_PERSON;
  p->m = r->np[person].m;
  p->role = role;
  link_np(r, (uint32_t)r->nnp - 1);
  add_holder(r, (uint32_t)r->nnp - 1);
}

/* أمينها العام فلان: a person with the office of an organization that the
** text has named before. */
static void pronoun_office(csto_rel *r, size_t i) {
  uint32_t row = csto_rel_row(r, i, "hisoffice"), k, role;
  const char *alias = csto_table_cell(&csto_table_relation_words, row, 4);
  size_t j = i + r->word[i].ntok;
  csto_buf b;
  csto_np *p;
  if (csto_rel_start(r, j)) return;
  if (csto_rel_comma(r, j)) j++;
  if (!csto_rel_start(r, j)) j = skip_class(r, j, "honor");
  if (csto_rel_start(r, j)) return;
  k = plain_at(r, j, CSTO_NP_PERSON);
  if (k == CSTO_NONE || !(p = add_np(r))) return;
  role = (uint32_t)r->nnp - 1;
  p->tok = (uint32_t)i;
  p->tokend = (uint32_t)(i + r->word[i].ntok);
  p->start = r->d->tokens[i].start;
  p->end = r->d->tokens[p->tokend - 1].end;
  csto_buf_init(&b);
  csto_fold(&b, alias, strlen(alias));
  p->alias = b.rc ? NULL : csto_arena_str(&r->d->arena, b.data, b.size);
  if (b.rc) r->d->arena.rc = b.rc;
  csto_buf_free(&b);
  if (p->alias) add_person(r, p, &r->np[k], k, role);
}

/* نظيره الأرميني أرارات ميرزويان: a person whose office is the other's. */
static void counterpart(csto_rel *r, size_t i) {
  size_t j = i + r->word[i].ntok;
  uint32_t norp = CSTO_NONE, k;
  csto_np *p;
  if (csto_rel_start(r, j)) return;
  k = plain_at(r, j, CSTO_NP_NORP);
  if (k != CSTO_NONE) {
    norp = r->np[k].m;
    j = r->np[k].tokend;
  }
  if (csto_rel_comma(r, j)) j++;
  if (!csto_rel_start(r, j)) j = skip_class(r, j, "honor");
  if (csto_rel_start(r, j)) return;
  k = plain_at(r, j, CSTO_NP_PERSON);
  if (k == CSTO_NONE || !(p = add_np(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = r->np[k].tokend;
  p->end = r->np[k].end;
  p->pre = r->word[i].pre;
  p->start = r->d->tokens[i].start;
  p->kinds = CSTO_NP_PERSON;
  p->m = r->np[k].m;
  p->norp = norp;
  link_np(r, (uint32_t)r->nnp - 1);
}

/* Offices with their names: ROLE [،] [honorific] PERSON; PERSON ، ROLE. */
static void person_phrases(csto_rel *r) {
  size_t n = r->nnp, k;
  for (k = 0; k < r->d->ntokens; k++) {
    if (r->word[k].hit && csto_rel_class(r, k, "counterpart", NULL)) {
      counterpart(r, k);
    } else if (r->word[k].hit && csto_rel_class(r, k, "hisoffice", NULL)) {
      pronoun_office(r, k);
    }
  }
  for (k = 0; k < n; k++) {
    size_t i = r->np[k].tokend;
    uint32_t other;
    int comma;
    if (r->np[k].kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) {
      if (csto_rel_class(r, r->np[k].tok, "counterpart", NULL)) continue;
      i = skip_class(r, i, "former");
      comma = csto_rel_comma(r, i) && !csto_rel_start(r, i + 1);
      if (comma) i++;
      i = skip_class(r, i, "honor");
      if (csto_rel_start(r, i)) continue;
      other = plain_at(r, i, CSTO_NP_PERSON);
      if (other == CSTO_NONE) continue;
      if (comma && r->np[other].role != CSTO_NONE &&
          r->np[r->np[other].role].tok == r->np[other].tok) continue;
      add_person(r, &r->np[k], &r->np[other], other, (uint32_t)k);
    } else if (r->np[k].kinds & CSTO_NP_PERSON) {
      if (csto_rel_start(r, i) || !csto_rel_comma(r, i)) continue;
      i++;
      if (csto_rel_start(r, i)) continue;
      other = plain_at(r, i, CSTO_NP_ROLE | CSTO_NP_POST);
      if (other == CSTO_NONE) continue;
      if (plain_at(r, r->np[other].tokend, CSTO_NP_PERSON) != CSTO_NONE) {
        continue;
      }
      add_person(r, &r->np[k], &r->np[other], (uint32_t)k, other);
    }
  }
}

/* ---- common-noun phrases */

/* يسمح, نقله: more likely a verb than an adjective. */
static int is_verb_like(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = r->d->text + t->end;
  if (t->nnorm < 6) return 0;
  if (t->end - t->start >= 2 && !memcmp(end - 2, "\xD9\x87", 2)) return 1;
  return !memcmp(t->norm, "\xD9\x8A", 2) &&
         memcmp(t->norm + t->nnorm - 2, "\xD9\x8A", 2) &&
         memcmp(t->norm + t->nnorm - 2, "\xD9\x87", 2);
}

/* A word that may follow inside a genitive or as an adjective. */
static int is_noun_like(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  csto_hit h = r->word[i].hit;
  if (t->kind != CSTO_T_WORD) return 0;
  if (h) {
    const char *c = csto_table_cell(&csto_table_relation_words,
                                    csto_table_row(&csto_table_relation_words,
                                                   h), 3);
    return !strcmp(c, "noun");
  }
  return 1;
}

/* Where the definite adjectives that begin at i end: السياسية والأمنية. */
static size_t adjectives(const csto_rel *r, size_t i, size_t max) {
  while (i < max && !csto_rel_start(r, i)) {
    const csto_token *t = &r->d->tokens[i];
    if (csto_rel_class(r, i, "verbish", NULL)) break;
    if (t->kind != CSTO_T_WORD || r->at[i] != CSTO_NONE) {
      uint32_t k = plain_at(r, i, CSTO_NP_NORP);
      if (k == CSTO_NONE) break;
      i = r->np[k].tokend;
      continue;
    }
    if (!has_article(t, 0) && !(is_letter(t, 0, WA) && has_article(t, 2))) {
      break;
    }
    if (!is_noun_like(r, i)) break;
    i++;
  }
  return i < max ? i : max;
}

#define NAMES (CSTO_NP_ORG | CSTO_NP_GPE | CSTO_NP_LOC | CSTO_NP_EVENT | \
               CSTO_NP_DOC)

/* A phrase that a name or a definite noun ends: from i, the token after the
** head.  Returns the token after the phrase, or i when there is none. */
static size_t genitive(const csto_rel *r, size_t i, size_t max,
                       uint32_t names) {
  size_t from = i;
  while (i < max && !csto_rel_start(r, i)) {
    uint32_t k = plain_at(r, i, names);
    if (k != CSTO_NONE) return adjectives(r, r->np[k].tokend, max);
    if (!is_noun_like(r, i) || r->at[i] != CSTO_NONE) {
      if (plain_at(r, i, CSTO_NP_NORP) == CSTO_NONE) break;
    }
    if (has_article(&r->d->tokens[i], 0)) return adjectives(r, i + 1, max);
    if (i - from >= 3 || is_verb_like(r, i)) break;
    i++;
  }
  return from;
}

/* ل and a phrase: لمجلس الأمن, للأمم المتحدة. */
static size_t dative(const csto_rel *r, size_t i, size_t max) {
  uint32_t k;
  if (i >= max || csto_rel_start(r, i)) return i;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    const csto_np *p = &r->np[k];
    if (p->pre == CSTO_PRE_LAM && p->kinds & (CSTO_NP_ORG | CSTO_NP_GPE |
                                              CSTO_NP_EVENT)) {
      return p->tokend;
    }
  }
  if (r->word[i].pre == CSTO_PRE_LAM) {
    size_t end = genitive(r, i + 1, max, NAMES);
    if (end > i + 1) return end;
  }
  if (is_letter(&r->d->tokens[i], 0, LAM) && !r->word[i].hit &&
      is_letter(&r->d->tokens[i], 2, LAM) && r->at[i] == CSTO_NONE) {
    return adjectives(r, i + 1, max);
  }
  return i;
}

/* سفيرا في قطر: the place of an office. */
static size_t posting(const csto_rel *r, size_t i, size_t max) {
  uint32_t k;
  if (i + 1 >= max || csto_rel_start(r, i) || csto_rel_start(r, i + 1) ||
      !csto_rel_class(r, i, "seated", NULL)) {
    return i;
  }
  k = plain_at(r, i + 1, NAMES);
  return k == CSTO_NONE ? i : r->np[k].tokend;
}

/* رؤساء روسيا وأرمينيا: the names that go on with و. */
static size_t and_names(const csto_rel *r, size_t i, size_t max) {
  while (i < max && !csto_rel_start(r, i)) {
    uint32_t k = r->at[i];
    while (k != CSTO_NONE && !(r->np[k].pre == CSTO_PRE_WA &&
                               r->np[k].kinds & CSTO_NP_GPE)) {
      k = r->np[k].next;
    }
    if (k == CSTO_NONE) break;
    i = r->np[k].tokend;
  }
  return i;
}

static void head_phrase(csto_rel *r, size_t i, uint32_t kinds) {
  const csto_token *t = &r->d->tokens[i];
  size_t j = i + r->word[i].ntok, max = i + PHRASE_MAX, end, at = 0;
  uint8_t pre = r->word[i].pre;
  csto_np *p;
  int lams = 0, definite;
  if (max > r->d->ntokens) max = r->d->ntokens;
  if (pre & CSTO_PRE_WA) at += 2;
  if (pre & ~CSTO_PRE_WA) at += 2;
  if (pre & CSTO_PRE_LAM && is_letter(t, at, LAM)) { lams = 1; at += 2; }
  definite = lams || has_article(t, at);
  if (definite) end = adjectives(r, j, max);
  else {
    end = genitive(r, j, max, kinds & CSTO_NP_POST ? NAMES
                                                   : NAMES | CSTO_NP_PERSON);
    if (end == j && j < max && !csto_rel_start(r, j) &&
        is_noun_like(r, j) && r->at[j] == CSTO_NONE && !r->word[j].hit &&
        !is_verb_like(r, j)) {
      end = j + 1;
    }
  }
  if (kinds & CSTO_NP_POST && end == j) end = posting(r, end, max);
  if (!(kinds & CSTO_NP_BODY)) {
    size_t to = csto_rel_class(r, end, "his", NULL) ? end + 1 : end;
    if (to < max && dative(r, to, max) > to) end = dative(r, to, max);
    end = dative(r, end, max);
  }
  if (kinds & CSTO_NP_PEOPLE) end = and_names(r, end, max);
  if (!(p = add_np(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = (uint32_t)end;
  p->start = pre ? csto_doc_offset(r->d, i, at) : t->start;
  p->end = r->d->tokens[end - 1].end;
  p->kinds = kinds;
  p->pre = pre;
  p->article = (uint8_t)lams;
  link_np(r, (uint32_t)r->nnp - 1);
}

/* Classes of relation_words that are heads, and what they make. */
static const struct head { const char *cls; uint32_t kinds; } HEADS[] = {
  {"address", CSTO_NP_EVENT | CSTO_NP_ADDRESS},
  {"event", CSTO_NP_EVENT | CSTO_NP_MEETING},
  {"paper", CSTO_NP_DOC},
  {"office", CSTO_NP_POST},
  {"body", CSTO_NP_BODY},
  {"presidency", CSTO_NP_CHAIR},
  {"people", CSTO_NP_PEOPLE},
};

static void head_phrases(csto_rel *r) {
  size_t i, h, until = 0;   /* an office goes on up to there */
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    uint32_t k;
    size_t inside = until;
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].kinds & CSTO_NP_POST && r->np[k].tokend > until) {
        until = r->np[k].tokend;
      }
    }
    if (!r->word[i].hit) continue;
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].tokend > i + 1 && r->np[k].kinds &
          (CSTO_NP_EVENT | CSTO_NP_DOC | CSTO_NP_ORG | CSTO_NP_ROLE)) break;
    }
    if (k != CSTO_NONE && !(r->np[k].kinds & CSTO_NP_BODY)) continue;
    for (h = 0; h < sizeof HEADS / sizeof *HEADS; h++) {
      if (!csto_rel_class(r, i, HEADS[h].cls, NULL)) continue;
      if (HEADS[h].kinds & CSTO_NP_POST && i < inside) break;
      head_phrase(r, i, HEADS[h].kinds);
      if (HEADS[h].kinds & CSTO_NP_POST && r->nnp &&
          r->np[r->nnp - 1].tokend > until) {
        until = r->np[r->nnp - 1].tokend;
      }
      break;
    }
  }
}

/* القمة العربية الحادية والثلاثون: a mention with the adjectives behind. */
static void extend_events(csto_rel *r) {
  size_t n = r->nnp, k;
  for (k = 0; k < n; k++) {
    csto_np e = r->np[k], *p;
    size_t max = e.tokend + 4, end;
    if (!(e.kinds & CSTO_NP_MEETING)) continue;
    if (max > r->d->ntokens) max = r->d->ntokens;
    end = adjectives(r, e.tokend, max);
    if (end == e.tokend || !(p = add_np(r))) continue;
    *p = e;
    p->tokend = (uint32_t)end;
    p->end = r->d->tokens[end - 1].end;
    p->m = CSTO_NONE;
    p->next = p->nextend = CSTO_NONE;
    link_np(r, (uint32_t)r->nnp - 1);
  }
}

/* ---- adverbials */

static void soften(csto_rel *r, size_t i, size_t end) {
  for (; i < end && i < r->d->ntokens; i++) r->soft[i] = 1;
}

/* في العاصمة الروسية موسكو: back from the place to the preposition. */
static void soften_place(csto_rel *r, const csto_np *p) {
  size_t i = p->tok;
  int steps;
  if (p->pre & CSTO_PRE_BA) { soften(r, p->tok, p->tokend); return; }
  for (steps = 0; steps < 4 && i > 0 && !csto_rel_start(r, i); steps++) {
    i--;
    if (csto_rel_class(r, i, "in", NULL)) {
      soften(r, i, p->tokend);
      return;
    }
    if (!csto_rel_class(r, i, "city", NULL) &&
        plain_at(r, i, CSTO_NP_NORP) == CSTO_NONE) {
      return;
    }
  }
}

static void mark_soft(csto_rel *r) {
  size_t i, n, open;
  for (i = 0; i < r->nnp; i++) {
    const csto_np *p = &r->np[i];
    if (p->kinds & CSTO_NP_DATE) {
      int in = p->tok > 0 && !csto_rel_start(r, p->tok) &&
               csto_rel_class(r, p->tok - 1, "in", NULL);
      soften(r, p->tok - (size_t)in, p->tokend);
    }
    if (p->kinds & (CSTO_NP_GPE | CSTO_NP_LOC)) soften_place(r, p);
  }
  for (i = 0; i < r->d->ntokens; i++) {
    if (csto_rel_class(r, i, "adv", &n)) soften(r, i, i + n);
    else if (is_punct(r, i, ", \xD8\x8C - ")) r->soft[i] = 1;
    else if (is_punct(r, i, "(")) {
      for (open = i; open < i + 8 && open < r->d->ntokens; open++) {
        if (is_punct(r, open, ")")) { soften(r, i, open + 1); break; }
      }
    }
  }
}

int csto_rel_phrases(csto_rel *r) {
  csto_doc *d = r->d;
  size_t i, n = d->ntokens;
  r->word = csto_arena_zalloc(&d->arena, (n + 1) * sizeof *r->word);
  r->at = csto_arena_alloc(&d->arena, (n + 1) * sizeof *r->at);
  r->ending = csto_arena_alloc(&d->arena, (n + 1) * sizeof *r->ending);
  r->soft = csto_arena_zalloc(&d->arena, n + 1);
  r->country = csto_arena_zalloc(&d->arena, 26 * 26 * sizeof *r->country);
  if (!r->country || !r->word || !r->at || !r->ending || !r->soft) return CSTO_NOMEM;
  memset(r->at, 0xFF, (n + 1) * sizeof *r->at);
  memset(r->ending, 0xFF, (n + 1) * sizeof *r->ending);
  for (i = 0; i < n; i++) {
    if (d->tokens[i].kind != CSTO_T_PUNCT) find_word(r, i);
  }
  mention_phrases(r);
  extend_events(r);
  head_phrases(r);
  person_phrases(r);
  mark_soft(r);
  return d->arena.rc;
}

/* ---- what a row says */

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

static int same_office(csto_rel *r, csto_np *a, csto_np *b) {
  const csto_token *t = r->d->tokens;
  uint32_t na, nb, i;
  find_seat(r, a);
  find_seat(r, b);
  na = (a->land ? r->np[a->seat].tok : a->tokend) - a->tok;
  nb = (b->land ? r->np[b->seat].tok : b->tokend) - b->tok;
  if (b->alias) return spells_alias(r, a->tok, a->tok + na, b->alias);
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

const char *csto_rel_name(csto_rel *r, const csto_np *p) {
  if (p->kinds & (CSTO_NP_ROLE | CSTO_NP_POST) && p->role == CSTO_NONE) {
    uint32_t m = holder_of(r, &r->np[p - r->np]);
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

static int is_country(const csto_mention *norp) {
  const char *s = norp->id;
  return s && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z' &&
         !s[2];
}


/* The first spelling of the country's row; looked up once a document. */
const char *csto_rel_country(const csto_rel *r, const csto_mention *norp) {
  const csto_table *t = &csto_table_countries;
  const char *id = norp->id, **cached;
  uint32_t row;
  if (norp->type != CSTO_NORP || !is_country(norp)) return norp->name;
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
      if (p->kinds & CSTO_NP_NORP && !is_country(&r->m[p->m])) continue;
      if (best == CSTO_NONE ||
          (r->np[best].kinds & CSTO_NP_NORP && !(p->kinds & CSTO_NP_NORP))) {
        best = k;
      }
    }
  }
  if (best == CSTO_NONE) return NULL;
  return csto_rel_land(r, &r->np[best]);
}
