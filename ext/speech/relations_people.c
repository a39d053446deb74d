/* relations_people.c - people with what the text calls them: the office
** before or behind a name, نظيره, أمينها العام, the honours in front.
**
** Offices are gone through from the end of the text, so that the inner one
** of العاهل السعودي الملك فلان is there when the outer one asks.
** Cost: a few steps an office, a name or an honour.
*/
#include <string.h>
#include "base/buf.h"
#include "speech/relations_int.h"
#include "text/fold.h"

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
  csto_np first = *a, last = *b, *p = csto_rel_add(r);
  if (!p) return;
  *p = first;
  p->next = p->nextend = CSTO_NONE;
  p->tokend = last.tokend;
  p->end = last.end;
  p->kinds = CSTO_NP_PERSON;
  p->m = r->np[person].m;
  p->role = role;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
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
  k = csto_rel_plain(r, j, CSTO_NP_PERSON);
  if (k == CSTO_NONE || !(p = csto_rel_add(r))) return;
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

/* ... والتركي فلان: more of them, behind نظيريه الروسي فلان. */
static void other_counterparts(csto_rel *r, size_t j) {
  while (!csto_rel_start(r, j)) {
    uint32_t k = r->at[j], man;
    csto_np norp, *p;
    while (k != CSTO_NONE && !(r->np[k].kinds & CSTO_NP_NORP &&
                               r->np[k].pre == CSTO_PRE_WA)) {
      k = r->np[k].next;
    }
    if (k == CSTO_NONE) return;
    norp = r->np[k];
    j = norp.tokend;
    if (!csto_rel_start(r, j) && csto_rel_comma(r, j)) j++;
    if (!csto_rel_start(r, j)) j = skip_class(r, j, "honor");
    man = csto_rel_plain(r, j, CSTO_NP_PERSON);
    if (man == CSTO_NONE || !(p = csto_rel_add(r))) return;
    *p = r->np[man];
    p->next = p->nextend = CSTO_NONE;
    p->tok = norp.tok;
    p->start = norp.start;
    p->pre = CSTO_PRE_WA;
    p->norp = norp.m;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
    j = p->tokend;
  }
}

/* نظيره المصري سامح شكري: a person whose office is the other's. */
static void counterpart(csto_rel *r, size_t i) {
  size_t j = i + r->word[i].ntok;
  uint32_t norp = CSTO_NONE, k;
  csto_np *p;
  if (csto_rel_start(r, j)) return;
  k = csto_rel_plain(r, j, CSTO_NP_NORP);
  if (k != CSTO_NONE) {
    norp = r->np[k].m;
    j = r->np[k].tokend;
  }
  if (csto_rel_comma(r, j)) j++;
  if (!csto_rel_start(r, j)) j = skip_class(r, j, "honor");
  if (csto_rel_start(r, j)) return;
  k = csto_rel_plain(r, j, CSTO_NP_PERSON);
  if (k == CSTO_NONE || !(p = csto_rel_add(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = r->np[k].tokend;
  p->end = r->np[k].end;
  p->pre = r->word[i].pre;
  p->start = r->d->tokens[i].start;
  p->kinds = CSTO_NP_PERSON;
  p->m = r->np[k].m;
  p->norp = norp;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
  if (norp != CSTO_NONE) other_counterparts(r, p->tokend);
}

/* عقد مع نظيره الروسي لقاء: the office of the other over there, whose holder
** may be named elsewhere (relations_names.c). */
static void nameless_counterpart(csto_rel *r, size_t i) {
  size_t j = i + r->word[i].ntok, at = r->word[i].pre & CSTO_PRE_WA ? 2u : 0u;
  uint32_t norp, k;
  csto_np *p;
  if (csto_rel_start(r, j)) return;
  norp = csto_rel_plain(r, j, CSTO_NP_NORP);
  if (norp == CSTO_NONE || !csto_rel_has_code(&r->m[r->np[norp].m])) return;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & CSTO_NP_PERSON) return;
    if (r->np[k].kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) r->np[k].kinds = 0;
  }
  if (!(p = csto_rel_add(r))) return;
  if (r->word[i].pre & ~CSTO_PRE_WA) at += 2;
  p->tok = (uint32_t)i;
  p->tokend = r->np[norp].tokend;
  p->start = csto_doc_offset(r->d, (uint32_t)i, at);
  p->end = r->np[norp].end;
  p->pre = r->word[i].pre;
  p->kinds = CSTO_NP_ROLE;
  p->norp = r->np[norp].m;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

/* رئيس الوزراء "فلان": the name that a pair of marks at token i holds, with
** them; 0: none. */
static int name_in_marks(const csto_rel *r, size_t i, uint32_t *person,
                         csto_np *out) {
  if (!csto_rel_mark(r, i) || csto_rel_start(r, i + 1)) return 0;
  *person = csto_rel_plain(r, i + 1, CSTO_NP_PERSON);
  if (*person == CSTO_NONE) return 0;
  *out = r->np[*person];
  if (csto_rel_start(r, out->tokend) || !csto_rel_closes(r, out->tokend))
    return 0;
  out->tokend++;
  return 1;
}

/* Verbs and prepositions behind which a bare office after a name is the
** name's own: those that take nobody for an object. */
static int takes_nobody(const csto_rel *r, size_t i) {
  static const char *const cls[] = {
      "saying", "visit", "arrive", "join", "attend", "does", "begin",
      "conduct", "express", "resign", "sign", "leave", "discuss", "gather",
      "chair", "adopt", "ratify", "tender", "takechair", "takepost", "trip",
      "doing", "governs", "deliver", "represent", "alight", "reach",
      "accede", "rel"};
  size_t k;
  if (csto_rel_class(r, i, "prep", NULL) || csto_rel_comma(r, i)) return 1;
  for (k = 0; k < sizeof cls / sizeof *cls; k++) {
    if (csto_rel_class(r, i, cls[k], NULL)) return 1;
  }
  return 0;
}

/* Where the honours and titles that end at token i begin. */
static size_t before_honors(const csto_rel *r, size_t i) {
  size_t n, back = 1;
  while (back < 5 && back <= i && !csto_rel_start(r, i - back + 1)) {
    if ((csto_rel_class(r, i - back, "honor", &n) ||
         csto_rel_class(r, i - back, "title", &n)) && n == back) {
      i -= back;
      back = 0;
    }
    back++;
  }
  return i;
}

/* The longest office that ends at token i, with no letter before it. */
static uint32_t office_ending(const csto_rel *r, uint32_t i) {
  uint32_t k, best = CSTO_NONE;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    const csto_np *p = &r->np[k];
    if (p->kinds & (CSTO_NP_ROLE | CSTO_NP_POST) && !p->pre &&
        (best == CSTO_NONE || p->tok < r->np[best].tok)) best = k;
  }
  return best;
}

/* Does a verb that takes nobody for an object, or one of meeting, stand before
** the name at token i? */
static int is_subject(const csto_rel *r, size_t i) {
  i = before_honors(r, i);
  return !csto_rel_start(r, i) &&
         (takes_nobody(r, i - 1) || csto_rel_class(r, i - 1, "meet", NULL));
}

int csto_rel_follows_name(const csto_rel *r, const csto_np *office,
                          const csto_np *holder) {
  uint32_t q, i = office->tok, n;
  if (holder->role == CSTO_NONE || office->pre ||
      r->np[holder->role].tok != holder->tok ||
      r->np[holder->role].tokend < holder->tok + 2) return 0;
  for (n = 0; n < 4 && !csto_rel_start(r, i); n++) {
    for (q = r->ending[i]; q != CSTO_NONE; q = r->np[q].nextend) {
      if (r->np[q].kinds & CSTO_NP_PERSON && r->np[q].m != CSTO_NONE) {
        return is_subject(r, r->np[q].tok);
      }
    }
    q = office_ending(r, i);
    if (q == CSTO_NONE) return 0;
    i = r->np[q].tok;
  }
  return 0;
}

/* ROLE [former] [، or -] [honorific] PERSON; the person may have an office in
** front, but not behind a comma, a dash or an honour: that is another one's. */
static void office_before(csto_rel *r, uint32_t k) {
  size_t i = skip_class(r, r->np[k].tokend, "former");
  uint32_t other;
  csto_np marked;
  int honor, comma = (csto_rel_comma(r, i) || csto_rel_dash(r, i)) &&
                     !csto_rel_start(r, i) && !csto_rel_start(r, i + 1);
  if (csto_rel_class(r, r->np[k].tok, "counterpart", NULL)) return;
  if (csto_rel_class(r, r->np[k].tok, "offices", NULL)) return;
  if (comma) i++;
  honor = !csto_rel_start(r, i) && csto_rel_class(r, i, "honor", NULL);
  i = skip_class(r, skip_class(r, i, "honor"), "title");
  if (csto_rel_start(r, i)) return;
  if (!comma && name_in_marks(r, i, &other, &marked)) {
    add_person(r, &r->np[k], &marked, other, k);
    return;
  }
  other = csto_rel_plain(r, i, CSTO_NP_PERSON);
  if (other == CSTO_NONE ||
      csto_rel_class(r, r->np[other].tok, "counterpart", NULL)) return;
  if ((comma || honor) && r->np[other].role != CSTO_NONE &&
      r->np[r->np[other].role].tok == r->np[other].tok) {
    return;
  }
  if (!comma && !honor &&
      csto_rel_follows_name(r, &r->np[k], &r->np[other])) return;
  add_person(r, &r->np[k], &r->np[other], other, k);
}

/* الأمير فلان مستشار الملك أمير منطقة كذا رئيس اللجنة: the first of several
** offices one behind the other is that of the name before them, which has an
** honour in front (but اتهم فلان وزير كذا وزير كذا). */
static int begins_chain(const csto_rel *r, const csto_np *office) {
  uint32_t k, n;
  size_t i = office->tokend;
  if (csto_rel_al(&r->d->tokens[office->tok], 0)) return 0;
  for (n = 0; n < 4 && !csto_rel_start(r, i); n++) {
    k = csto_rel_plain(r, i, CSTO_NP_ROLE | CSTO_NP_POST);
    if (k == CSTO_NONE || r->np[k].tokend < r->np[k].tok + 2) break;
    i = r->np[k].tokend;
  }
  i = skip_class(r, i, "honor");
  return n && (csto_rel_start(r, i) ||
               csto_rel_plain(r, i, CSTO_NP_PERSON) == CSTO_NONE);
}

/* Verbs that ask or meet somebody. */
static int takes_somebody(const csto_rel *r, size_t i) {
  static const char *const cls[] = {"demand", "call", "invite", "meet", "ask",
                                    "appeal", "dismiss", "succeed"};
  size_t k;
  for (k = 0; k < sizeof cls / sizeof *cls; k++) {
    if (csto_rel_class(r, i, cls[k], NULL)) return 1;
  }
  return 0;
}

/* رئيسا, مديرة لكذا: what somebody is made. */
static int is_accusative(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  if (t->nnorm > 4 && !memcmp(t->norm + t->nnorm - 2, ALEF, 2)) return 1;
  if (csto_rel_letter(t, 0, KAF) && csto_rel_begins(r, i, 2, "office")) {
    return 1;                                                  /* كمدير */
  }
  return !csto_rel_pronoun(r->d->text, t) && !csto_rel_al(t, 0) &&
         !csto_rel_start(r, i + 1) &&
         csto_rel_letter(&t[1], 0, LAM);
}

/* May the word at token i have the person behind it for its object, or that
** one's office: a verb of asking or meeting, اتهم, هنأ, تعيين? */
static int may_take(const csto_rel *r, size_t i) {
  static const char *const cls[] = {
      "takesone", "appoint", "appointing", "become", "dismissing", "entrust",
      "support", "oppose", "freeze", "was", "receive", "welcomeof"};
  size_t k;
  if (takes_somebody(r, i) || r->d->tokens[i].kind != CSTO_T_WORD) return 1;
  for (k = 0; k < sizeof cls / sizeof *cls; k++) {
    if (csto_rel_class(r, i, cls[k], NULL)) return 1;
  }
  return 0;
}

/* الرئيس فلان رئيس جمهورية كذا: the office that the title tells already. */
static int is_title_of(const csto_rel *r, const csto_np *title,
                       const csto_np *office) {
  const csto_token *t = &r->d->tokens[title->tok];
  const csto_token *u = &r->d->tokens[office->tok];
  return title->tokend == title->tok + 1 && csto_rel_al(t, 0) &&
         t->nnorm == u->nnorm + 4u && !memcmp(t->norm + 4, u->norm, u->nnorm);
}

/* قال فلان وزير الخارجية, but not التقى فلان وزير الخارجية, whose office may be
** another's: may the office behind person k, no comma between, be k's? */
static int is_apposed(const csto_rel *r, uint32_t k, uint32_t office) {
  const csto_np *p = &r->np[k], *o = &r->np[office];
  size_t i = p->tok;
  uint32_t q;
  if (p->tokend < p->tok + 2 || o->tokend < o->tok + 2) return 0;
  for (q = r->ending[i]; q != CSTO_NONE; q = r->np[q].nextend) {
    if (!(r->np[q].kinds & (CSTO_NP_ROLE | CSTO_NP_POST))) continue;
    return is_title_of(r, &r->np[q], o);
  }
  if (p->pre) return 1;
  i = before_honors(r, i);
  if (i < p->tok && begins_chain(r, o)) return 1;
  if (csto_rel_start(r, i)) return 0;
  if (csto_rel_class(r, i - 1, "was", NULL)) {     /* كان فلان وزير كذا قد */
    return !csto_rel_start(r, o->tokend) &&
           csto_rel_class(r, o->tokend, "maybe", NULL);
  }
  return takes_nobody(r, i - 1) ||
         (o->tokend > o->tok + 2 && !is_accusative(r, o->tok) &&
          !may_take(r, i - 1));
}

int csto_rel_inserted(const csto_rel *r, const csto_np *p) {
  uint32_t k, i = p->m == CSTO_NONE ? p->tok : r->m[p->m].tok;
  if (p->pre || i < 2 || csto_rel_start(r, i) || csto_rel_start(r, i - 1) ||
      !csto_rel_comma(r, i - 1)) return 0;
  for (k = r->ending[i - 1]; k != CSTO_NONE; k = r->np[k].nextend) {
    const csto_np *office = &r->np[k];
    if (office->kinds & (CSTO_NP_ROLE | CSTO_NP_POST) && office->tok > 0 &&
        takes_somebody(r, office->tok - 1)) return 1;
  }
  return 0;
}

/* Does another office of several words begin at token i, with no name behind
** it? */
static int ends_before_office(const csto_rel *r, size_t i) {
  uint32_t k = csto_rel_plain(r, i, CSTO_NP_ROLE | CSTO_NP_POST);
  return k != CSTO_NONE && r->np[k].tokend > r->np[k].tok + 1 &&
         (csto_rel_start(r, r->np[k].tokend) ||
          csto_rel_plain(r, skip_class(r, r->np[k].tokend, "honor"),
                         CSTO_NP_PERSON) == CSTO_NONE);
}

/* ... أمير منطقة كذا رئيس اللجنة: the other offices of a chain behind person k,
** whose first is `office`; the last one is his where a comma or the end of the
** clause comes behind it. */
static void more_offices(csto_rel *r, uint32_t k, uint32_t office) {
  uint32_t other, n;
  for (n = 0; n < 4; n++) {
    size_t i = r->np[office].tokend;
    if (csto_rel_start(r, i)) return;
    other = csto_rel_plain(r, i, CSTO_NP_ROLE | CSTO_NP_POST);
    if (other == CSTO_NONE || r->np[other].tokend < r->np[other].tok + 2 ||
        (csto_rel_al(&r->d->tokens[i], 0) &&
         r->np[other].tokend < r->np[other].tok + 3)) return;
    i = r->np[other].tokend;
    if (csto_rel_plain(r, skip_class(r, i, "honor"), CSTO_NP_PERSON) !=
            CSTO_NONE ||
        (!csto_rel_start(r, i) && !csto_rel_comma(r, i) &&
         !csto_rel_border(r, i) && !ends_before_office(r, i) &&
         !csto_rel_verb(r, i, 0) && !csto_rel_class(r, i, "prep", NULL)))
      return;
    add_person(r, &r->np[k], &r->np[other], k, other);
    office = other;
  }
}

/* PERSON ، ROLE, unless the office is that of a name behind it. */
static void office_after(csto_rel *r, uint32_t k) {
  size_t i = r->np[k].tokend;
  uint32_t other;
  int comma = csto_rel_comma(r, i);
  if (csto_rel_start(r, i) || csto_rel_start(r, i + 1)) return;
  if (comma && csto_rel_inserted(r, &r->np[k])) return;
  if (comma) i++;
  other = csto_rel_plain(r, i, CSTO_NP_ROLE | CSTO_NP_POST);
  if (other == CSTO_NONE ||
      csto_rel_class(r, r->np[other].tok, "counterpart", NULL)) return;
  i = skip_class(r, r->np[other].tokend, "honor");
  if (csto_rel_plain(r, i, CSTO_NP_PERSON) != CSTO_NONE) return;
  if (!comma && !is_apposed(r, k, other)) return;
  add_person(r, &r->np[k], &r->np[other], k, other);
  if (!comma) more_offices(r, k, other);
}

/* Where the office that ends at token i goes on with the place that somebody
** is sent to, or i: المبعوث الأممي إلى اليمن. */
static size_t over_place(const csto_rel *r, const csto_np *p, size_t i) {
  size_t n;
  uint32_t where;
  if (!csto_rel_class(r, p->tok, "envoy", NULL) ||
      !csto_rel_class(r, i, "posted", &n) || csto_rel_start(r, i + n)) return i;
  where = csto_rel_plain(r, i + n, CSTO_NP_GPE | CSTO_NP_LOC | CSTO_NP_ORG);
  return where == CSTO_NONE ? i : r->np[where].tokend;
}

/* With an adjective, where an honour stands behind it: رئيس الديوان الملكي
** الهاشمي الدكتور فلان. */
static size_t over_adjective(const csto_rel *r, size_t i) {
  if (r->word[i].hit || r->at[i] != CSTO_NONE ||
      !csto_rel_al(&r->d->tokens[i], 0) || csto_rel_start(r, i + 1) ||
      r->word[i + 1].pre || !csto_rel_class(r, i + 1, "honor", NULL)) return i;
  return i + 1;
}

/* بحضور, بعد, من: not with what an office goes on. */
static int is_no_part(const csto_rel *r, size_t i) {
  static const char *const cls[] = {"stop", "that", "with", "headedby",
                                    "governs", "underchair", "anchor", "to",
                                    "where"};
  size_t k;
  for (k = 0; k < sizeof cls / sizeof *cls; k++) {
    if (csto_rel_class(r, i, cls[k], NULL)) return 1;
  }
  return csto_rel_class(r, i, "prep", NULL) &&
         !csto_rel_class(r, i, "in", NULL);
}

/* With what it is in, up to the rank of its holder: المتحدث الرسمي بمديرية
** الدفاع بمنطقة كذا العقيد فلان, الأمين بالإنابة المهندس فلان. */
static size_t over_words(const csto_rel *r, size_t from) {
  size_t i;
  if (!csto_rel_letter(&r->d->tokens[from], 0, BEH)) return from;
  for (i = from; i < from + 9 && !csto_rel_start(r, i); i++) {
    if (r->d->tokens[i].kind != CSTO_T_WORD || csto_rel_verb(r, i, 0) ||
        is_no_part(r, i) ||
        csto_rel_starting(r, (uint32_t)i,
                          CSTO_NP_PERSON | CSTO_NP_DATE) != CSTO_NONE) break;
    if (i > from && !r->word[i].pre && csto_rel_class(r, i, "honor", NULL)) {
      return i > from + 1 || csto_rel_class(r, from, "acting", NULL) ? i : from;
    }
  }
  return from;
}

/* An office that is longer than it was read, when a name comes behind it. */
static void posting(csto_rel *r, uint32_t k) {
  csto_np p = r->np[k], *out;
  size_t i = p.tokend, end;
  if (csto_rel_start(r, i)) return;
  end = over_place(r, &p, i);
  if (end == i) end = over_adjective(r, i);
  if (end == i) end = over_words(r, i);
  if (!csto_rel_start(r, end) && csto_rel_class(r, end, "acting", NULL)) end++;
  if (end == i || csto_rel_start(r, end)) return;
  i = csto_rel_comma(r, end) && !csto_rel_start(r, end + 1) ? end + 1 : end;
  i = skip_class(r, i, "honor");
  if (csto_rel_plain(r, i, CSTO_NP_PERSON) == CSTO_NONE) return;
  if (!(out = csto_rel_add(r))) return;
  *out = p;
  out->tokend = (uint32_t)end;
  out->end = r->d->tokens[end - 1].end;
  out->m = out->next = out->nextend = CSTO_NONE;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

/* ومعالي وزير النقل فلان, لسمو ولي العهد: what the honours in front of a name
** or an office are joined to is joined to the person. */
static void honored(csto_rel *r, size_t i) {
  size_t n, j;
  uint32_t k;
  csto_np *p;
  if (!csto_rel_class(r, i, "honor", &n) || csto_rel_start(r, i + n)) return;
  j = skip_class(r, i + n, "honor");
  if (csto_rel_start(r, j)) return;
  k = csto_rel_plain(r, j, CSTO_NP_PERSON);
  if (k == CSTO_NONE) k = csto_rel_plain(r, j, CSTO_NP_ROLE);
  if (k == CSTO_NONE || !(p = csto_rel_add(r))) return;
  *p = r->np[k];
  p->tok = (uint32_t)i;
  p->pre = r->word[i].pre;
  p->next = p->nextend = CSTO_NONE;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

/* The phrases of people that begin at token i. */
static void people_at(csto_rel *r, size_t i) {
  uint32_t k;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & CSTO_NP_ROLE) {
      csto_rel_owned(r, k);
      posting(r, k);
    }
  }
  if (csto_rel_class(r, i, "counterpart", NULL)) {
    counterpart(r, i);
    nameless_counterpart(r, i);
  } else if (csto_rel_class(r, i, "hisoffice", NULL) &&
             csto_rel_pronoun(r->d->text, &r->d->tokens[i])) {
    pronoun_office(r, i);
  }
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) {
      office_before(r, k);
    } else if (r->np[k].kinds & CSTO_NP_PERSON &&
               r->np[k].role == CSTO_NONE) {
      office_after(r, k);
    }
  }
}

void csto_rel_people(csto_rel *r) {
  size_t i;
  for (i = r->d->ntokens; i-- > 0;) people_at(r, i);
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    if (r->word[i].pre) honored(r, i);
  }
}
