/* extent.c - where the names of the model begin and end, seen by grammar.
**
** Before the spans are merged:
**   - a name that holds an opening quotation mark takes the closing one;
**   - persons joined by و are parted (... وإيليزا كامبل);
**   - a proclitic left before a known forename goes (لسيرغي);
**   - what goes on with ل behind a name or an office (المؤيد للقرار) goes;
**   - an everyday word with ب at the end goes (منظمة التحرير بالتحرك);
**   - a name of the lexicon that the model ran on from ends where it does;
**   - what it goes on with is taken in (growth.c); what is of another type, or
**     no name, is put right (kinds.c; of persons' names: bearer.c).
** Cost: a few look-ups a span.
*/
#include "text/letters.h"
#include "entity/work.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include <string.h>

#define ABD "عبد"

CSTO_TABLE(lexicon);
CSTO_TABLE(stopwords);

static const csto_token *token(const csto_ework *w, size_t i) {
  return &w->d->tokens[i];
}

/* ---- quotation marks ---- */

int csto_opens(const csto_token *t) {
  return t->kind == CSTO_T_PUNCT &&
         (t->norm[0] == '"' || !strcmp(t->norm, GUILLEMET_OPEN) ||
          t->norm[0] == '(');
}

int csto_closes(const csto_token *t, const csto_token *open) {
  if (t->kind != CSTO_T_PUNCT) return 0;
  if (open->norm[0] == '"') return t->norm[0] == '"';
  if (open->norm[0] == '(') return t->norm[0] == ')';
  return !strcmp(t->norm, GUILLEMET_CLOSE);
}

/* Is t one of the marks that open or close a quotation? */
static int is_quote(const csto_token *t) {
  return t->kind == CSTO_T_PUNCT &&
         (t->norm[0] == '"' || !strcmp(t->norm, GUILLEMET_OPEN) ||
          !strcmp(t->norm, GUILLEMET_CLOSE));
}

/* A mark inside takes its partner; one at an end without a partner goes. */
static void balance_quotes(csto_ework *w, csto_span *s) {
  size_t i;
  const csto_token *open = NULL;
  for (i = s->m.tok; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (open && csto_closes(t, open)) open = NULL;
    else if (i + 1 == s->m.tokend && is_quote(t) && i > s->m.tok) break;
    else if (!open && csto_opens(t)) open = t;
  }
  if (i < s->m.tokend) {                   /* a closing mark alone */
    csto_span_cut(w, s, i);
  } else if (open && i < w->d->ntokens && csto_closes(token(w, i), open) &&
             open != token(w, s->m.tok)) {
    csto_span_cut(w, s, i + 1);
  } else if (open == token(w, s->m.tok) && s->m.tokend - s->m.tok > 1) {
    s->m.tok++;
    s->m.start = token(w, s->m.tok)->start;
  }
}

/* رؤساء الدول معاهدة الصداقة, وزير التعليم يترأس, الأمين العام مع الرئيس:
** behind a definite word neither a paper nor a verb nor who is with him is
** part of an office. */
static int ends_role(const csto_ework *w, const csto_span *s, size_t i) {
  const csto_token *t = token(w, i);
  csto_head h;
  csto_gaz g;
  if (s->m.type != CSTO_ROLE || !(w->cls[i - 1] & CSTO_W_AL)) return 0;
  if (csto_token_is(w, i, "cap")) return 1;        /* زار الوزير العاصمة */
  if (csto_token_is(w, i, "weekday")) return 1;    /* not إمام الجمعة */
  if (i >= s->m.tok + 2u && csto_token_is(w, i, "object")) return 1;
  if (i < s->m.tok + 2u || w->cls[i] & CSTO_W_AL || t->kind != CSTO_T_WORD)
    return 0;
  if (csto_head_at(w, i, &h) && !h.skip)
    return h.kind == CSTO_H_DOC || h.kind == CSTO_H_EVENT;
  if (csto_doc_is(w->d, i, "مع"))
    return csto_head_at(w, i + 1, &h) && h.kind == CSTO_H_ROLE;
  return t->nnorm >= 8 && !memcmp(t->norm, YEH, 2) && !csto_gaz_at(w, i, &g);
}

/* الشرق إلا درنة: no function word stands in a person's or place's name. */
static void cut_function(csto_ework *w, csto_span *s) {
  size_t i;
  if (s->m.type != CSTO_PERSON && s->m.type != CSTO_GPE &&
      s->m.type != CSTO_LOC && s->m.type != CSTO_ROLE) return;
  for (i = s->m.tok + 1u; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if ((s->m.type == CSTO_ROLE && csto_token_is(w, i, "day")) ||
        ends_role(w, s, i)) {
      csto_span_cut(w, s, i);              /* وزير الدفاع أمس المملكة */
      return;
    }
    if (t->kind == CSTO_T_WORD && !(w->cls[i] & CSTO_W_GIVEN) &&
        (t->nnorm >= 6 || w->cls[i] & CSTO_W_PREP) &&   /* بان كي مون */
        (s->m.type != CSTO_ROLE || !csto_token_is(w, i, "inrole")) &&
        csto_table_find(&csto_table_stopwords, t->norm, t->nnorm)) {
      csto_span_cut(w, s, i);
      return;
    }
  }
}

/* عمر وأحمد سيجريان: what two of them will do is no part of a name, where
** another one stands before it with و. */
static int is_future(const csto_ework *w, const csto_span *s, size_t i) {
  const csto_token *t = token(w, i);
  size_t k;
  if (t->kind != CSTO_T_WORD || t->nnorm < 12 || w->cls[i] & CSTO_W_GIVEN ||
      memcmp(t->norm, SEEN YEH, 4) ||
      memcmp(t->norm + t->nnorm - 4, ALEF NOON, 4)) return 0;
  for (k = s->m.tok; k > 0 && k + 6 > s->m.tok; k--) {
    const csto_token *p = token(w, k);
    if (p->newline || p->sentence != p[-1].sentence) break;
    if (!memcmp(p->norm, WAW, 2)) return 1;
  }
  return 0;
}

/* زار فلان كوريا الشمالية: does a place of several words begin at token i of
** the name and end it? */
static int ends_in_place(const csto_ework *w, const csto_span *s, size_t i) {
  csto_gaz g;
  csto_etype type;
  if (i < s->m.tok + 2u || !csto_gaz_at(w, i, &g) || g.skip || g.ntok < 2 ||
      i + g.ntok != s->m.tokend) return 0;
  type = csto_gaz_type(g.table, g.row);
  return type == CSTO_GPE || type == CSTO_LOC;
}

/* المساعد الأول للمغربي + فلان: ل and the nationality of somebody named behind
** an office are none of it. */
static void cut_owner(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at];
  size_t last = s->m.tokend - 1, skip, n;
  uint32_t norp;
  if (s->m.type != CSTO_ROLE || last <= s->m.tok ||
      strncmp(token(w, last)->norm, LAM LAM, 4) ||
      memcmp(token(w, last)->norm + token(w, last)->nnorm - 2, YEH, 2)) return;
  norp = csto_norp_at(w, last, &skip, &n);
  if (!norp || !skip ||
      !*csto_table_cell(&csto_table_lexicon, norp - 1, 3)) return;
  while (++at < w->nspans && w->spans[at].m.tok <= last) {}
  if (at < w->nspans && w->spans[at].m.type == CSTO_PERSON &&
      w->spans[at].m.tok == last + 1) csto_span_cut(w, s, last);
}

/* أحمد السالمي + المؤيد للقرار: a participle that goes on with ل or من. */
static int is_participle(const csto_ework *w, size_t i) {
  const csto_token *next;
  if (!csto_token_is(w, i, "sided") || i + 1 >= w->d->ntokens) return 0;
  next = token(w, i + 1);
  return !next->newline &&
         (!memcmp(next->norm, LAM, 2) ||
          csto_doc_is(w->d, i + 1, "من"));
}

/* هادي المنتخبة, سيرغي #, سلمان يحفظه الله: what ends no person's name. */
static void cut_person(csto_ework *w, csto_span *s) {
  size_t last = s->m.tokend - 1, i;
  csto_head h;
  if (s->m.type != CSTO_PERSON) return;
  for (i = s->m.tok + 1u; i <= last; i++)
    if (csto_blessing(w, i) || is_future(w, s, i) || ends_in_place(w, s, i) ||
        is_participle(w, i))
      last = i - 1;
  while (last > s->m.tok && (w->cls[last] & CSTO_W_QUAL ||
         csto_token_is(w, last, "noname") ||
         (token(w, last)->kind == CSTO_T_PUNCT &&
          token(w, last)->norm[0] != '.' && token(w, last)->norm[0] != ')' &&
          !is_quote(token(w, last))))) last--;
  for (i = s->m.tok + 1u; i <= last; i++)      /* ... وأمين المدينة ... */
    if (token(w, i)->kind == CSTO_T_WORD && !(w->cls[i] & CSTO_W_GIVEN) &&
        !memcmp(token(w, i)->norm, WAW, 2) && csto_head_at(w, i, &h) &&
        h.skip >= 2 && h.kind == CSTO_H_ROLE) last = i - 1;
  if (last + 1u < s->m.tokend) csto_span_cut(w, s, last + 1);
}

/* ---- clitics ---- */

static int given(const char *s, size_t n) {
  return (csto_word_class(s, n) & CSTO_W_GIVEN) != 0;
}

/* الركن صادق, البوسني إدين: a rank or a nationality before a name. */
static void drop_before(csto_ework *w, csto_span *s) {
  size_t i = s->m.tok, skip, n;
  uint32_t norp;
  csto_head h;
  if (s->m.type != CSTO_PERSON || s->m.tokend - i < 2 ||
      s->m.start != token(w, i)->start || !(w->cls[i] & CSTO_W_AL) ||
      w->cls[i] & CSTO_W_GIVEN) return;
  norp = csto_norp_at(w, i, &skip, &n);
  if (!(csto_head_at(w, i, &h) && csto_head_flag(h.row, "rank")) &&
      !(norp && !skip && n == 1 && !(w->cls[i + 1] & CSTO_W_AL) &&
        *csto_table_cell(&csto_table_lexicon, norp - 1, 3))) return;
  s->m.tok++;
  s->m.start = token(w, i + 1)->start;
}

/* A person's name that begins with a proclitic and a known forename. */
static void drop_proclitic(csto_ework *w, csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  csto_split split[CSTO_SPLITS];
  int i, n;
  if (s->m.type != CSTO_PERSON || s->m.start != t->start ||
      t->kind != CSTO_T_WORD || given(t->norm, t->nnorm)) return;
  n = csto_proclitics(t->norm, t->nnorm, split, CSTO_SPLITS);
  for (i = 1; i < n; i++) {
    size_t k = split[i].skip;
    if (split[i].pre_al || split[i].clitics & CSTO_PC_SEEN) continue;
    if (t->nnorm < k + 6 || !given(t->norm + k, t->nnorm - k)) continue;
    s->m.start = csto_doc_offset(w->d, s->m.tok, k);
    return;
  }
}

/* لكأس الملك: a proclitic before a head word; but بعيد, لقمة are words of their
** own and no name begins with them: 0. */
static int drop_before_head(csto_ework *w, csto_span *s) {
  const csto_token *t = token(w, s->m.tok);
  csto_head h;
  size_t conj = 0;
  if (s->m.type == CSTO_PERSON || s->m.type == CSTO_NORP ||
      s->m.start != t->start ||
      !csto_head_at(w, s->m.tok, &h) || !h.skip || h.al) return 1;
  if (h.skip > 2) conj = 2;
  if (memcmp(t->norm + conj, WAW, 2) &&
      csto_word_class(t->norm + conj, t->nnorm - conj) & CSTO_W_COMMON)
    return 0;
  s->m.start = csto_doc_offset(w->d, s->m.tok, h.skip);
  return 1;
}

/* A person's name right behind another begins with و: and. */
static void drop_and(csto_ework *w, csto_span *s, const csto_span *before) {
  const csto_token *t = token(w, s->m.tok);
  if (s->m.type != CSTO_PERSON || before->m.type != CSTO_PERSON ||
      before->m.tokend != s->m.tok || s->m.start != t->start) return;
  if (t->kind != CSTO_T_WORD || t->nnorm < 8 || memcmp(t->norm, WAW, 2) ||
      given(t->norm, t->nnorm)) return;
  s->m.start = csto_doc_offset(w->d, s->m.tok, 2);
}

/* روبرت مورفي + وريجي براون: two words on either side, and و before letters
** that it does not begin a name with. */
static int is_other(const csto_token *t, size_t before, size_t behind) {
  if (t->nnorm > 14 && !memcmp(t->norm + 2, ABD AL, 10)) return 1;
  return before >= 2 && behind >= 2 && t->nnorm >= 10 &&
         memcmp(t->norm + 2, ALEF, 2) && memcmp(t->norm + 2, WAW, 2) &&
         memcmp(t->norm + 2, YEH, 2) && memcmp(t->norm + 2, LAM, 2);
}

/* القاسمي + والعوادي: two families. */
static int both_al(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i), *p = token(w, i - 1);
  return t->nnorm >= 12 && !memcmp(t->norm + 2, AL, 4) && p->nnorm >= 10 &&
         !memcmp(p->norm, AL, 4);
}

/* إيمرسون بروكينغ وإيليزا كامبل are two. */
static int split_and(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at], *x;
  size_t i, end = s->m.tokend;
  double score = s->m.score;
  const char *rule = s->m.rule;
  if (s->m.type != CSTO_PERSON) return CSTO_OK;
  for (i = s->m.tok + 1u; i < end; i++) {
    const csto_token *t = token(w, i);
    if (t->kind != CSTO_T_WORD || t->nnorm < 8 || memcmp(t->norm, WAW, 2) ||
        given(t->norm, t->nnorm) ||
        !(given(t->norm + 2, t->nnorm - 2) || both_al(w, i) ||
          is_other(t, i - s->m.tok, end - i)))
      continue;
    x = csto_ework_span(w, CSTO_PERSON, i, end, 2, CSTO_S_TAG, rule, score);
    if (!x) return CSTO_NOMEM;
    csto_span_cut(w, &w->spans[at], i);
    return CSTO_OK;
  }
  return CSTO_OK;
}

/* May token i be a word of a person's name behind an office? */
static int is_name_word(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  size_t skip, n;
  if (t->kind != CSTO_T_WORD || t->nnorm < 6) return 0;
  if (w->cls[i] & CSTO_W_GIVEN) return 1;
  return memcmp(t->norm, WAW, 2) && memcmp(t->norm, LAM LAM, 4) &&
         memcmp(t->norm, BEH AL, 6) &&
         !(w->cls[i] & (CSTO_W_AL | CSTO_W_COMMON | CSTO_W_END |
                        CSTO_W_QUAL | CSTO_W_PREP | CSTO_W_ADJ)) &&
         !csto_norp_at(w, i, &skip, &n);
}

/* بالخطوة, في موسكو: ب and a definite noun, or a preposition, no part of the
** name before it. */
static int is_joined(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  return w->cls[i] & CSTO_W_PREP ||
         (t->nnorm > 8 && !memcmp(t->norm, BEH AL, 6));
}

/* للمنظمة | فلان: does a body named before, by its noun alone, stand at token
** i? */
static int is_known_body(const csto_ework *w, size_t i) {
  csto_head h;
  return csto_head_at(w, i, &h) && h.kind == CSTO_H_ORG && h.ntok == 1 &&
         (h.al || w->cls[i] & CSTO_W_AL) && csto_head_flag(h.row, "nom");
}

/* The token behind the person's name that begins at token i, or i: one of the
** lexicon, or what can be one; a place is none. */
static size_t name_end(const csto_ework *w, size_t i, size_t end) {
  csto_gaz g;
  csto_head h;
  if (i < end && csto_gaz_at(w, i, &g) && !g.skip) {
    int person = csto_gaz_type(g.table, g.row) == CSTO_PERSON;
    return person && i + g.ntok <= end ? i + g.ntok : i;
  }
  while (i < end && is_name_word(w, i) && !csto_head_at(w, i, &h)) i++;
  return i;
}

/* The token behind the country or the body of an office, or the span's end. */
static size_t behind_office(const csto_ework *w, const csto_span *s) {
  size_t i;
  csto_gaz g;
  for (i = s->m.tok + 1u; i + 2 < s->m.tokend; i++) {
    if (is_known_body(w, i)) return i + 1;
    if (s->m.type == CSTO_ROLE && csto_gaz_at(w, i, &g) && !g.skip &&
        csto_gaz_type(g.table, g.row) == CSTO_GPE) return i + g.ntok;
  }
  return s->m.tokend;
}

/* رئيس وزراء أرمينيا | نيكول باشينيان: two words or more behind the country or
** body of an office are its holder's name. */
static int split_holder(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at];
  size_t i, k, end = s->m.tokend;
  if (s->src != CSTO_S_TAG || s->drop || s->m.tokend < s->m.tok + 4u ||
      (s->m.type != CSTO_ROLE && s->m.type != CSTO_ORG)) return CSTO_OK;
  i = behind_office(w, s);
  k = name_end(w, i, end);
  if (k < i + 2 || k > i + 4 || (k < end && !is_joined(w, k))) return CSTO_OK;
  csto_span_cut(w, s, i);
  return csto_ework_span(w, CSTO_PERSON, i, k, 0, CSTO_S_RULE,
                         "behind the office", 0.7) ? CSTO_OK : CSTO_NOMEM;
}

/* تاسماغامبيتوف البيلاروسي | فلان: a nationality right before another name is
** his, and alone no name. */
static void cut_nation(csto_ework *w, size_t at) {
  csto_span *s = &w->spans[at];
  size_t last = s->m.tokend - 1u, first = s->m.tok, next = at + 1, skip, n;
  if (s->m.type != CSTO_PERSON || last > first + 1) return;
  while (next < w->nspans && w->spans[next].m.tok <= last) next++;
  if (next == w->nspans || w->spans[next].m.type != CSTO_PERSON ||
      w->spans[next].m.tok != s->m.tokend ||
      !(w->cls[last] & CSTO_W_AL) || !csto_norp_at(w, last, &skip, &n) ||
      skip || n != 1) return;
  if (last == first) s->drop = 1;
  else if (!(w->cls[first] & CSTO_W_GIVEN)) csto_span_cut(w, s, last);
}

/* The last word is ب + an everyday word, no place. */
static void drop_last(csto_ework *w, csto_span *s) {
  size_t last = s->m.tokend - 1;
  const csto_token *t = token(w, last);
  csto_gaz g;
  if (s->m.type != CSTO_ORG || last < s->m.tok + 2u || t->nnorm < 8 ||
      t->kind != CSTO_T_WORD || memcmp(t->norm, BEH AL, 6)) return;
  if (!(csto_word_class(t->norm + 2, t->nnorm - 2) & CSTO_W_COMMON))
    return;
  if (csto_gaz_at(w, last, &g)) return;
  csto_span_cut(w, s, last);
}

/* فهد بالدمام: ب and a place are none of a person's name. */
static void drop_town(csto_ework *w, csto_span *s) {
  size_t i;
  csto_gaz g;
  if (s->m.type != CSTO_PERSON) return;
  for (i = s->m.tok + 1u; i < s->m.tokend; i++) {
    const csto_token *t = token(w, i);
    if (t->kind != CSTO_T_WORD || t->nnorm < 8 || memcmp(t->norm, BEH, 2) ||
        w->cls[i] & CSTO_W_GIVEN) continue;
    if (memcmp(t->norm + 2, AL, 4) && t->nnorm < 10) continue;  /* بنيس */
    if (!csto_gaz_at(w, i, &g) ? !csto_gaz_city(w, i, 2, 1, &g)
                               : g.skip != 2 || csto_gaz_type(g.table,
                                     g.row) != CSTO_GPE) continue;
    csto_span_cut(w, s, i);
    return;
  }
}

/* A full stop behind a word of three letters or more is none of the name. */
static void drop_stop(csto_ework *w, csto_span *s) {
  size_t last = s->m.tokend - 1;
  if (last == s->m.tok || (token(w, last)->kind != CSTO_T_PUNCT ||
      token(w, last)->norm[0] != '.') ||
      token(w, last - 1)->nnorm < 6) return;
  csto_span_cut(w, s, last);
}

/* ---- names of the lexicon inside ---- */

/* May token i follow inside a longer proper name? */
static int goes_on(const csto_ework *w, size_t i) {
  const csto_token *t = token(w, i);
  csto_gaz g;
  csto_head h;
  size_t skip, n;
  if (t->kind != CSTO_T_WORD) return 1;
  if (w->conj[i]) return 0;
  if (csto_head_at(w, i, &h) && !h.skip && h.kind == CSTO_H_DOC) return 0;
  if (w->cls[i] & CSTO_W_AL)
    return !(w->cls[i] & CSTO_W_COMMON) || w->cls[i] & CSTO_W_ADJ ||
           csto_norp_at(w, i, &skip, &n);
  if (t->nnorm > 6 && (!memcmp(t->norm, LAM, 2) || !memcmp(t->norm, BEH, 2)))
    return 1;
  return !(w->cls[i] & CSTO_W_COMMON) || csto_gaz_at(w, i, &g);
}

/* قرغيزستان ولأوزبكستان: و and another place of the lexicon. */
static int is_next_place(const csto_ework *w, size_t i) {
  csto_gaz g;
  return csto_gaz_at(w, i, &g) && g.skip;
}

/* دعم حزب الله لحركة حماس: ل and another organization of the lexicon. */
static int is_next_org(const csto_ework *w, size_t i) {
  csto_gaz g;
  return !memcmp(token(w, i)->norm, LAM, 2) && csto_gaz_at(w, i, &g) &&
         g.skip && csto_gaz_type(g.table, g.row) == CSTO_ORG;
}

/* منظمة معاهدة الأمن الجماعي مستعدة: the lexicon's name is the whole. */
static void cut_to_lexicon(csto_ework *w, csto_span *s) {
  csto_gaz g;
  csto_etype type;
  size_t next;
  if ((s->m.type != CSTO_ORG && s->m.type != CSTO_GPE &&
       s->m.type != CSTO_LOC) || !csto_gaz_at(w, s->m.tok, &g)) return;
  next = s->m.tok + g.ntok;
  type = csto_gaz_type(g.table, g.row);
  if (next >= s->m.tokend) return;
  if (type == CSTO_LOC) {                  /* آسيا + الخامسة */
    if (s->m.type == CSTO_LOC && csto_token_is(w, next, "ordinal"))
      csto_span_cut(w, s, next);
    return;
  }
  if (type == CSTO_GPE && is_next_place(w, next)) s->m.type = CSTO_GPE;
  else if (type != CSTO_ORG || s->m.type != CSTO_ORG || g.ntok < 2 ||
           (goes_on(w, next) && !is_next_org(w, next))) return;
  csto_span_cut(w, s, next);
}

/* الأزهر إيران, اللجنة الأممية المغرب: a country behind a definite word is of
** no genitive, but what the verb before is about; not الخطوط السعودية. */
static void cut_land(csto_ework *w, csto_span *s) {
  size_t i = s->m.tokend - 1u;
  const csto_token *t = token(w, i);
  csto_gaz g;
  if (s->m.type != CSTO_ORG || i <= s->m.tok || w->conj[i] ||
      !(w->cls[i - 1] & CSTO_W_AL) || !csto_gaz_at(w, i, &g) || g.skip ||
      g.ntok != 1 || csto_gaz_type(g.table, g.row) != CSTO_GPE ||
      strlen(csto_table_cell(g.table, g.row, 3)) != 2) return;  /* a code */
  if (t->nnorm > 4 && !memcmp(t->norm + t->nnorm - 4, YEH HEH, 4))
    return;
  csto_span_cut(w, s, i);
}

int csto_extent_spans(csto_ework *w) {
  size_t i;
  for (i = 0; i < w->nspans; i++) {
    csto_span *s = &w->spans[i];
    csto_span_use(w, s);
    if (s->src != CSTO_S_TAG) continue;
    balance_quotes(w, s);
    cut_function(w, s);
    cut_person(w, s);
    cut_owner(w, i);
    drop_before(w, s);
    drop_proclitic(w, s);
    if (!drop_before_head(w, s)) s->drop = 1;
    if (i) drop_and(w, s, s - 1);
    drop_last(w, s);
    drop_town(w, s);
    drop_stop(w, s);
    cut_to_lexicon(w, s);
    csto_span_grow(w, s);
    cut_land(w, s);
    if (!csto_span_kind(w, s, i + 1 < w->nspans ? s + 1 : NULL)) s->drop = 1;
    csto_span_bearer(w, i);
    cut_nation(w, i);
    if (split_and(w, i) || split_holder(w, i)) return CSTO_NOMEM;
  }
  return CSTO_OK;
}
