/* relations_aside.c - what may stand between the words of a statement.
**
** Asides are passed over wherever a pattern looks for its next element:
** brackets, slashes and dashes with what they enclose ((الكرملين),
** /الأربعاء/, - أمس -), words between commas behind a preposition (، في بيان
** صحفي،) and the quotation marks of a name ("رابطة الجبال").  Adverbials
** (dates, في and a place, commas) are soft: a pattern's .. takes them.
** Cost: a window of at most 12 tokens at each mark.
*/
#include "speech/relations_int.h"

#define ASIDE 12
#define THIS "هذه"

/* ---- asides */

static int is_glued(const csto_rel *r, size_t i) {
  return i + 1 < r->d->ntokens &&
         r->d->tokens[i].end == r->d->tokens[i + 1].start;
}

/* Token after the mark of `set` that closes what token i opens, or i. */
static size_t closed_by(const csto_rel *r, size_t i, const char *set,
                        size_t max) {
  size_t j;
  for (j = i + 1; j < i + max && !csto_rel_start(r, j); j++) {
    if (csto_rel_punct(r, j, set)) return j > i + 1 ? j + 1 : i;
    if (csto_rel_border(r, j)) break;
  }
  return i;
}

/* ، في بيان صحفي، : a preposition and its words, no verb and nobody. */
static size_t between_commas(const csto_rel *r, size_t i) {
  size_t j;
  if (csto_rel_start(r, i + 1) || !csto_rel_class(r, i + 1, "insert", NULL)) {
    return i;
  }
  for (j = i + 1; j < i + ASIDE && !csto_rel_start(r, j); j++) {
    if (csto_rel_comma(r, j)) return j + 1;
    if (csto_rel_border(r, j) || csto_rel_mark(r, j) ||
        csto_rel_verb(r, j, 0) || csto_rel_class(r, j, "stop", NULL) ||
        csto_rel_class(r, j, "that", NULL) ||
        csto_rel_starting(r, (uint32_t)j, CSTO_NP_PERSON) != CSTO_NONE) break;
  }
  return i;
}

/* - حسب البيان - , but not the name in الرئيس الروسي - فلان. */
static size_t between_dashes(const csto_rel *r, size_t i) {
  size_t j;
  if (csto_rel_starting(r, (uint32_t)i + 1, CSTO_NP_PERSON) != CSTO_NONE) {
    return i;
  }
  for (j = i + 1; j < i + ASIDE && !csto_rel_start(r, j); j++) {
    if (csto_rel_dash(r, j)) return j > i + 1 ? j + 1 : i;
    if (csto_rel_border(r, j) || csto_rel_comma(r, j)) break;
  }
  return i;
}

/* Where the aside that begins at token i ends, or i. */
static size_t aside_end(const csto_rel *r, size_t i) {
  size_t end;
  int apart = i > 0 && !csto_rel_start(r, i) && !is_glued(r, i - 1);
  if (csto_rel_punct(r, i, "(")) return closed_by(r, i, ")", 8);
  if (csto_rel_punct(r, i, "[")) return closed_by(r, i, "]", 8);
  if (csto_rel_comma(r, i)) return between_commas(r, i);
  if (!apart) return i;
  if (csto_rel_punct(r, i, "/") && is_glued(r, i)) {
    end = closed_by(r, i, "/", 6);
    return end > i && is_glued(r, end - 2) && !is_glued(r, end - 1) ? end : i;
  }
  return csto_rel_dash(r, i) ? between_dashes(r, i) : i;
}

static void set_aside(csto_rel *r, size_t i, size_t end) {
  r->over[i] = (uint8_t)(end - i);
  r->back[end] = (uint8_t)(end - i);
}

/* "رابطة الجبال": each mark by itself, where nothing but a name stands
** between them. */
static void quoted_names(csto_rel *r) {
  size_t i;
  for (i = 0; i < r->nnp; i++) {
    const csto_np *p = &r->np[i];
    if (p->tok == 0 || csto_rel_start(r, p->tok) ||
        csto_rel_start(r, p->tokend) || !csto_rel_mark(r, p->tok - 1) ||
        !csto_rel_closes(r, p->tokend)) continue;
    set_aside(r, p->tok - 1, p->tok);
    set_aside(r, p->tokend, p->tokend + 1);
  }
}

/* شركة بترول أبوظبي "أدنوك": the short name behind the mark at token i, behind
** an institution of several words. */
static void short_name(csto_rel *r, size_t i) {
  uint32_t k;
  size_t j;
  if (csto_rel_start(r, i) || csto_rel_start(r, i + 1) ||
      !csto_rel_mark(r, i) || is_glued(r, i - 1) || r->word[i + 1].hit ||
      csto_rel_starting(r, (uint32_t)i + 1, CSTO_NP_PERSON) != CSTO_NONE) {
    return;
  }
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    if (r->np[k].kinds & CSTO_NP_ORG && r->np[k].tokend > r->np[k].tok + 1) {
      break;
    }
  }
  if (k == CSTO_NONE) return;
  for (j = i + 2; j < i + 4 && !csto_rel_start(r, j); j++) {
    if (!csto_rel_closes(r, j)) continue;
    if (!csto_rel_start(r, j + 1)) set_aside(r, i, j + 1);
    return;
  }
}

void csto_rel_asides(csto_rel *r) {
  size_t i, end;
  for (i = 0; i < r->d->ntokens; i++) {
    if (r->d->tokens[i].kind != CSTO_T_PUNCT) continue;
    end = aside_end(r, i);
    if (end > i) set_aside(r, i, end);
  }
  quoted_names(r);
  for (i = 0; i < r->d->ntokens; i++) {
    if (r->d->tokens[i].kind == CSTO_T_PUNCT) short_name(r, i);
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
        csto_rel_plain(r, i, CSTO_NP_NORP) == CSTO_NONE) {
      return;
    }
  }
}

/* على هامش القمة: on which occasion. */
static void soften_event(csto_rel *r, size_t i, size_t event) {
  uint32_t k;
  if (csto_rel_start(r, event)) return;
  k = csto_rel_plain(r, event, CSTO_NP_EVENT);
  if (k != CSTO_NONE) soften(r, i, r->np[k].tokend);
}

/* اجتمع سمو الأمير فلان, فخامة الرئيس فلان: what goes before a name. */
static void soften_honors(csto_rel *r, size_t i) {
  size_t n, end = i;
  while (end < i + 6 && !csto_rel_start(r, end + (end == i ? 1 : 0)) &&
         csto_rel_class(r, end, "honor", &n)) end += n;
  if (end > i && end < r->d->ntokens && !csto_rel_start(r, end) &&
      csto_rel_plain(r, end, CSTO_NP_PERSON) != CSTO_NONE) {
    soften(r, i, end);
  }
}

/* الهيئة التابعة لمنظمة فلان: whose it is, behind a name. */
static void soften_owner(csto_rel *r, size_t i) {
  uint32_t k;
  if (i == 0 || csto_rel_start(r, i) || csto_rel_start(r, i + 1) ||
      r->ending[i] == CSTO_NONE) return;
  for (k = r->at[i + 1]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].pre == CSTO_PRE_LAM && r->np[k].kinds & CSTO_NP_ORG) {
      soften(r, i, r->np[k].tokend);
      return;
    }
  }
}

/* القمة العربية في دورتها السابعة والعشرين: which one it is. */
static void soften_session(csto_rel *r, size_t i, size_t end) {
  size_t max = end + 4;
  while (end < max && !csto_rel_start(r, end) &&
         (r->d->tokens[end].kind == CSTO_T_NUMBER ||
          csto_rel_article(r, end))) {
    end++;
  }
  soften(r, i, end);
}

/* في مقر الرئاسة, بقصر المؤتمرات: a house that is no place by its name. */
static void soften_venue(csto_rel *r, size_t i) {
  size_t from = i, end = i + 1, max = i + 4;
  if (!(r->word[i].pre & CSTO_PRE_BA)) {
    if (i == 0 || csto_rel_start(r, i) ||
        !csto_rel_class(r, i - 1, "in", NULL)) return;
    from = i - 1;
  }
  if (!csto_rel_start(r, end)) {
    uint32_t k = csto_rel_plain(r, end, CSTO_NP_ORG);
    if (k != CSTO_NONE) end = max = r->np[k].tokend;
  }
  while (end < max && !csto_rel_start(r, end) && csto_rel_article(r, end)) {
    end++;
  }
  if (end > i + 1) soften(r, from, end);
}

/* خلال الزيارة, خلال زيارته إلى القاهرة: on which journey. */
static void soften_trip(csto_rel *r, size_t i, size_t trip) {
  size_t end = trip + 1, n;
  uint32_t k;
  int his;
  if (!csto_rel_start(r, trip) && csto_doc_is(r->d, (uint32_t)trip, THIS)) {
    trip++;
    end++;
  }
  if (csto_rel_start(r, trip) || r->word[trip].pre) return;
  his = csto_rel_class(r, trip, "histrip", NULL);
  if (!his && !(csto_rel_class(r, trip, "trip", NULL) &&
                csto_rel_article(r, trip))) return;
  while (!csto_rel_start(r, end) &&
         csto_rel_class(r, end, "visitadj", &n)) end += n;
  if (his && !csto_rel_start(r, end)) {
    size_t at = csto_rel_class(r, end, "to", NULL) ? end + 1 : end;
    k = csto_rel_start(r, at) ? CSTO_NONE
        : at > end ? csto_rel_plain(r, at, CSTO_NP_GPE | CSTO_NP_LOC)
                   : csto_rel_starting(r, (uint32_t)at, CSTO_NP_GPE);
    if (k != CSTO_NONE && (at > end || r->np[k].pre == CSTO_PRE_LAM))
      end = r->np[k].tokend;
  }
  soften(r, i, end);
}

/* وصل على رأس وفد وزاري رفيع، إلى القاهرة: with whom, up to the comma or the
** place. */
static void with_party(csto_rel *r, size_t i, size_t end) {
  size_t j;
  for (j = end; j < end + 7 && !csto_rel_start(r, j); j++) {
    if (csto_rel_comma(r, j) || csto_rel_class(r, j, "to", NULL)) {
      set_aside(r, i, j);
      return;
    }
    if (csto_rel_border(r, j) || csto_rel_verb(r, j, 0) ||
        csto_rel_class(r, j, "stop", NULL) ||
        csto_rel_class(r, j, "that", NULL) ||
        csto_rel_starting(r, (uint32_t)j, CSTO_NP_PERSON) != CSTO_NONE) return;
  }
}

/* Dates, places and occasions with their prepositions. */
static void soften_phrases(csto_rel *r) {
  size_t i, n;
  for (i = 0; i < r->nnp; i++) {
    const csto_np *p = &r->np[i];
    if (p->kinds & CSTO_NP_DATE) {
      size_t from = p->tok;      /* في 2 مارس, منذ عام 2019 */
      int steps;
      for (steps = 1; steps <= 3 && from == p->tok; steps++) {
        if ((size_t)steps > p->tok ||
            csto_rel_start(r, p->tok - (size_t)steps + 1)) break;
        if (csto_rel_class(r, p->tok - (size_t)steps, "datepre", &n) &&
            (int)n == steps) {
          from -= n;
        }
      }
      soften(r, from, p->tokend);
    }
    if (p->kinds & (CSTO_NP_GPE | CSTO_NP_LOC)) soften_place(r, p);
  }
}

void csto_rel_soften(csto_rel *r) {
  size_t i, n;
  soften_phrases(r);
  for (i = 0; i < r->d->ntokens; i++) {
    if (csto_rel_class(r, i, "aside", &n) || csto_rel_class(r, i, "in", &n)) {
      soften_event(r, i, i + n);
    }
    if (csto_rel_class(r, i, "during", &n)) soften_trip(r, i, i + n);
    if (csto_rel_class(r, i, "withparty", &n)) with_party(r, i, i + n);
    if (csto_rel_class(r, i, "session", &n)) soften_session(r, i, i + n);
    if (csto_rel_class(r, i, "under", NULL)) soften_owner(r, i);
    if (csto_rel_class(r, i, "venue", NULL)) soften_venue(r, i);
    if (i > 0 && csto_rel_closes(r, i) && is_glued(r, i - 1) &&
        csto_rel_class(r, i + 1, "rel", NULL)) soften(r, i, i + 1);
    if (csto_rel_class(r, i, "honor", NULL)) soften_honors(r, i);
    if (csto_rel_class(r, i, "adv", &n)) soften(r, i, i + n);
    else if (csto_rel_punct(r, i, ", " COMMA " - ")) r->soft[i] = 1;
    if (r->over[i]) soften(r, i, i + r->over[i]);
  }
}
