/* relations_heads.c - common-noun phrases: اجتماع مجلس وزراء الخارجية.
**
** A phrase begins with the head of an event, a document, an office, an organ
** (classes of data/relation_words.tsv) and is cut by the grammar of the
** genitive: indefinite nouns, then a definite one or a name, then its
** adjectives, then ل and another such phrase.
** Cost: phrases are of at most 16 tokens.
*/
#include "speech/relations_int.h"

#define PHRASE_MAX 16

/* يسمح, نقله: more likely a verb than an adjective. */
static int is_verb_like(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  const char *end = r->d->text + t->end;
  if (t->nnorm < 6) return 0;
  if (t->end - t->start >= 2 && !memcmp(end - 2, HEH, 2)) return 1;
  return !memcmp(t->norm, YEH, 2) &&
         memcmp(t->norm + t->nnorm - 2, YEH, 2) &&
         memcmp(t->norm + t->nnorm - 2, HEH, 2);
}

/* What the tables say of the word that matters to a phrase (column 4 of the
** first of its rows that is not marked free), or NULL. */
static const char *said_of(const csto_rel *r, size_t i) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h;
  for (h = r->word[i].hit; h; h = csto_table_next(t, h)) {
    const char *c = csto_table_cell(t, csto_table_row(t, h), 3);
    if (strcmp(c, "free")) return c;
  }
  return NULL;
}

/* True if they say nothing. */
static int is_free_word(const csto_rel *r, size_t i) {
  return said_of(r, i) == NULL;
}

/* A word that may follow inside a genitive or as an adjective. */
static int is_noun_like(const csto_rel *r, size_t i) {
  const char *said = said_of(r, i);
  return r->d->tokens[i].kind == CSTO_T_WORD &&
         (!said || !strcmp(said, "noun"));
}

/* القمة التاريخية, الزيارة الثانية: an adjective of the tables. */
static int describes(const csto_rel *r, size_t i) {
  return r->word[i].ntok == 1 && csto_rel_class(r, i, "visitadj", NULL) &&
         !csto_rel_class(r, i, "heldpart", NULL);
}

/* Where the definite adjectives that begin at i end: السياسية والأمنية. */
static size_t adjectives(const csto_rel *r, size_t i, size_t max) {
  size_t n;
  while (i < max && !csto_rel_start(r, i)) {
    const csto_token *t = &r->d->tokens[i];
    if (t->nnorm == 4 && !memcmp(t->norm, AL, 4) && i + 1 < max &&
        t[1].kind == CSTO_T_NUMBER && !csto_rel_start(r, i + 1)) {
      i += 2;                                    /* الـ29 */
      continue;
    }
    if (csto_rel_class(r, i, "verbish", NULL) ||
        csto_rel_class(r, i, "capital", NULL)) break;   /* زار الوزير العاصمة */
    if (csto_rel_class(r, i, "not", NULL) && i + 1 < max &&
        !csto_rel_start(r, i + 1) && csto_rel_al(&t[1], 0)) {
      i += 2;                                    /* غير العادية */
      continue;
    }
    if (i > 0 && (csto_rel_al(t - 1, 0) || csto_rel_al(t - 1, 2)) &&
        csto_rel_class(r, i, "teen", &n)) {
      i += n;                        /* الثالث عشر, الخامسة بعد المئة */
      continue;
    }
    if (csto_rel_class(r, i, "un", NULL) && i + 1 < max &&
        !csto_rel_start(r, i + 1) && csto_rel_al(&t[1], 0)) {
      i += 2;                                    /* غير الرسمي */
      continue;
    }
    if (t->kind != CSTO_T_WORD || r->at[i] != CSTO_NONE) {
      uint32_t k = csto_rel_plain(r, i, CSTO_NP_NORP);
      if (k == CSTO_NONE) break;
      i = r->np[k].tokend;
      continue;
    }
    if (!csto_rel_al(t, 0) &&
        !(csto_rel_letter(t, 0, WAW) && csto_rel_al(t, 2))) {
      break;
    }
    if ((!is_noun_like(r, i) && !csto_rel_class(r, i, "adjective", NULL) &&
         !describes(r, i)) || csto_rel_class(r, i, "matter", NULL)) break;
    i++;
  }
  return i < max ? i : max;
}

#define NAMES (CSTO_NP_ORG | CSTO_NP_GPE | CSTO_NP_LOC | CSTO_NP_EVENT | \
               CSTO_NP_DOC)

/* قادة الدول, رؤساء ست دول من الرابطة: the countries, counted or not, behind
** people; the token after them, or i. */
static size_t countries(const csto_rel *r, size_t i, size_t max) {
  size_t at = i, n = 0;
  uint32_t k;
  if (at < max && csto_rel_class(r, at, "number", NULL)) at++;
  if (at >= max || csto_rel_start(r, at) || r->word[at].pre ||
      !csto_rel_class(r, at, "countries", &n)) return i;
  at = adjectives(r, at + n, max);
  if (at + 1 >= max || csto_rel_start(r, at) ||
      !csto_doc_is(r->d, at, "من")) return at;
  k = csto_rel_plain(r, at + 1, CSTO_NP_ORG);
  return k == CSTO_NONE ? at : r->np[k].tokend;
}

/* A phrase that a name or a definite noun ends: from i, the token after the
** head.  Returns the token after the phrase, or i when there is none. */
static size_t genitive(const csto_rel *r, size_t i, size_t max,
                       uint32_t names) {
  size_t from = i;
  while (i < max && !csto_rel_start(r, i)) {
    uint32_t k = csto_rel_plain(r, i, names);
    if (k != CSTO_NONE) return adjectives(r, r->np[k].tokend, max);
    if (!is_noun_like(r, i) || r->at[i] != CSTO_NONE) {
      if (csto_rel_plain(r, i, CSTO_NP_NORP) == CSTO_NONE) break;
    }
    if (csto_rel_al(&r->d->tokens[i], 0)) return adjectives(r, i + 1, max);
    if (i - from >= 3 || is_verb_like(r, i) ||
        csto_rel_class(r, i, "press", NULL)) break;  /* مؤتمر صحفي أعقب القمة */
    i++;
  }
  return from;
}

/* ل and a phrase: لمجلس الأمن, للأمم المتحدة; behind another one no bare word
** (للتباحث), and no years (للفترة 2023-2024). */
static size_t dative(const csto_rel *r, size_t i, size_t max, int bare) {
  uint32_t k;
  if (i >= max || csto_rel_start(r, i) ||
      csto_rel_class(r, i, "year", NULL)) return i;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    const csto_np *p = &r->np[k];
    if (p->pre == CSTO_PRE_LAM && p->kinds & (CSTO_NP_ORG | CSTO_NP_GPE |
                                              CSTO_NP_EVENT | CSTO_NP_DOC)) {
      return p->tokend;
    }
  }
  if (r->word[i].pre == CSTO_PRE_LAM) {
    size_t end = genitive(r, i + 1, max, NAMES);
    if (end > i + 1) return end;
  }
  if (bare && csto_rel_letter(&r->d->tokens[i], 0, LAM) &&
      is_noun_like(r, i) &&
      csto_rel_letter(&r->d->tokens[i], 2, LAM) && r->at[i] == CSTO_NONE) {
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
  k = csto_rel_plain(r, i + 1, NAMES);
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

/* وزير البلدية المهندس فلان: a rank or title between an office and its holder
** is none of the office (but قائد الفريق: what a bare noun governs is). */
size_t csto_rel_untitled(const csto_rel *r, size_t tok, size_t end) {
  size_t k, n;
  for (k = tok + 1; k < end; k++) {
    if (r->word[k].pre || !csto_rel_class(r, k, "honor", &n) ||
        k + n != end) continue;
    if (k > tok + 1 || csto_rel_al(&r->d->tokens[tok], 0)) return k;
  }
  return end;
}

/* تدريبات "درع الأخوة": the name in marks behind a head, on its line. */
static size_t quoted(const csto_rel *r, size_t i, size_t max) {
  size_t k;
  if (i >= max || csto_rel_start(r, i) || !csto_rel_mark(r, i) ||
      csto_rel_class(r, i - 1, "press", NULL)) return i;
  for (k = i + 1; k < max && !r->d->tokens[k].newline; k++) {
    if (csto_rel_closes(r, k)) return k > i + 1 ? k + 1 : i;
  }
  return i;
}

/* قمة عربية, محادثات روسية وأمريكية: the nationalities of an indefinite
** head. */
static size_t nations(const csto_rel *r, size_t i, size_t max) {
  size_t n;
  for (n = 0; n < 3 && i < max && !csto_rel_start(r, i); n++) {
    uint32_t k = csto_rel_starting(r, (uint32_t)i, CSTO_NP_NORP);
    if (k == CSTO_NONE || csto_rel_article(r, i) ||
        r->np[k].pre & ~(n ? CSTO_PRE_WA : 0)) break;
    i = r->np[k].tokend;
  }
  return i;
}

/* العاصمة الروسية، موسكو: the town behind the comma at token i, or
** CSTO_NONE. */
static uint32_t town_behind(const csto_rel *r, size_t i) {
  uint32_t k;
  if (csto_rel_start(r, i) || !csto_rel_comma(r, i) ||
      csto_rel_start(r, i + 1)) return CSTO_NONE;
  k = csto_rel_plain(r, i + 1, CSTO_NP_GPE);
  return k == CSTO_NONE || r->np[k].m == CSTO_NONE ||
                 csto_rel_has_code(&r->m[r->np[k].m]) ? CSTO_NONE : k;
}

/* وصل إلى العاصمة الروسية: a capital that goes by its country, with its name
** behind a comma. */
static void capitals(csto_rel *r) {
  size_t i;
  uint32_t k;
  for (i = 0; i + 1 < r->d->ntokens && !r->d->arena.rc; i++) {
    size_t at = r->word[i].pre & CSTO_PRE_WA ? 2u : 0u;
    uint32_t town;
    int lams;
    csto_np *p;
    if (!csto_rel_class(r, i, "capital", NULL) || csto_rel_start(r, i + 1)) {
      continue;
    }
    if (r->word[i].pre & ~CSTO_PRE_WA) at += 2;
    lams = r->word[i].pre & CSTO_PRE_LAM &&
           csto_rel_letter(&r->d->tokens[i], at, LAM);
    if (lams) at += 2;
    k = csto_rel_plain(r, i + 1, CSTO_NP_NORP);
    if (k == CSTO_NONE || (r->np[k].tokend < r->d->ntokens &&
        csto_rel_plain(r, r->np[k].tokend,
                       CSTO_NP_GPE | CSTO_NP_LOC) != CSTO_NONE)) continue;
    if (!csto_rel_has_code(&r->m[r->np[k].m]) || !(p = csto_rel_add(r))) {
      continue;
    }
    town = town_behind(r, r->np[k].tokend);
    p->norp = r->np[k].m;
    if (town != CSTO_NONE) k = town;
    p->tok = (uint32_t)i;
    p->tokend = r->np[k].tokend;
    p->start = csto_doc_offset(r->d, (uint32_t)i, at);
    p->end = r->np[k].end;
    p->kinds = town == CSTO_NONE ? CSTO_NP_LOC : CSTO_NP_GPE;
    if (town != CSTO_NONE) p->m = r->np[town].m;
    p->pre = r->word[i].pre;
    p->article = (uint8_t)lams;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
  }
}

/* A word that may stand behind an indefinite head: none of the tables, or one
** of those that describe: مؤتمر صحفي, قمة تاريخية. */
static int is_plain(const csto_rel *r, size_t j) {
  if (!r->word[j].pre && describes(r, j)) return 1;
  return is_noun_like(r, j) &&
         (is_free_word(r, j) || csto_rel_class(r, j, "press", NULL) ||
          csto_rel_class(r, j, "holding", NULL));
}

/* الدورة 31 لمعرض كذا: behind the number of a session, what it is of. */
static size_t numbered(const csto_rel *r, size_t i, size_t max) {
  const csto_token *t = &r->d->tokens[i];
  size_t end;
  if (i + 1 >= max || csto_rel_start(r, i) || csto_rel_start(r, i + 1) ||
      t->kind != CSTO_T_NUMBER || t->end - t->start > 3) return i;
  end = dative(r, i + 1, max, 0);
  return end > i + 1 ? end : i;
}

/* اجتماعا مغلقا: the adjectives of an indefinite head in the accusative. */
static size_t accusatives(const csto_rel *r, size_t i, size_t max) {
  const csto_token *t = r->d->tokens;
  size_t from = i;
  if (memcmp(t[i - 1].norm + t[i - 1].nnorm - 2, ALEF, 2)) return i;
  while (i < max && i < from + 2 && !csto_rel_start(r, i) &&
         t[i].kind == CSTO_T_WORD && t[i].nnorm > 6 && !r->word[i].hit &&
         r->at[i] == CSTO_NONE && !csto_rel_letter(&t[i], 0, WAW) &&
         !memcmp(t[i].norm + t[i].nnorm - 2, ALEF, 2)) i++;
  return i;
}

/* بروتوكول إقامة علاقات: behind what a paper is to bring about, a noun that
** says of what. */
static size_t doing(const csto_rel *r, size_t j, size_t max) {
  size_t i = j + 1;
  if (csto_rel_class(r, j, "doing", NULL) && i < max &&
      !csto_rel_start(r, i) && r->at[i] == CSTO_NONE &&
      !csto_rel_letter(&r->d->tokens[i], 0, WAW) &&
      !csto_rel_letter(&r->d->tokens[i], 0, BEH) &&
      is_plain(r, i) && !is_verb_like(r, i)) i++;
  return i;
}

/* الرئاسة الروسية التحول: the adjectives of a noun in ة, tokens j..end, end
** before a word that is none of hers. */
static size_t of_hers(const csto_rel *r, size_t j, size_t end) {
  static const char *const hers[] = {HEH, YEH, ALEF,
                                     WAW NOON, YEH NOON};
  const csto_token *t = r->d->tokens;
  size_t i, k;
  if (memcmp(t[j - 1].norm + t[j - 1].nnorm - 2, HEH, 2)) return end;
  if (!memcmp(r->d->text + t[j - 1].start, ALEF_MADDA, 2)) return end;
  for (i = j; i < end; i++) {
    if (r->at[i] != CSTO_NONE || !csto_rel_article(r, i)) continue;
    for (k = 0; k < 5; k++) {
      size_t n = strlen(hers[k]);
      if (!memcmp(t[i].norm + t[i].nnorm - n, hers[k], n)) break;
    }
    if (k == 5) return i;
  }
  return end;
}

/* حضر الملتقى القاص الروسي فلان: are the words from j on those before a name, a
** nationality the last of them? */
static int is_title(const csto_rel *r, size_t j, size_t end, size_t max) {
  return end > j + 1 && end < max && !csto_rel_start(r, end) &&
         csto_rel_plain(r, end, CSTO_NP_PERSON) != CSTO_NONE &&
         csto_rel_plain(r, end - 1, CSTO_NP_NORP) != CSTO_NONE;
}

/* End of the phrase whose head ends at token j. */
static size_t head_end(const csto_rel *r, size_t j, size_t max, uint32_t kinds,
                       int definite) {
  size_t end;
  if (definite) {
    end = of_hers(r, j, adjectives(r, j, max));
    if (kinds & CSTO_NP_EVENT && is_title(r, j, end, max)) end = j;
    if (kinds & CSTO_NP_EVENT) end = numbered(r, end, max);
  } else {
    end = genitive(r, j, max, kinds & CSTO_NP_POST ? NAMES
                                                   : NAMES | CSTO_NP_PERSON);
    if (end == j && j < max && !csto_rel_start(r, j) &&
        r->at[j] == CSTO_NONE && is_plain(r, j) && !is_verb_like(r, j)) {
      end = j + 1;
      if (kinds & CSTO_NP_DOC) end = doing(r, j, max);
    }
    if (end == j && j < max && kinds & CSTO_NP_DOC && !csto_rel_start(r, j) &&
        csto_rel_class(r, j, "ofits", NULL)) return j + 1;
    if (end == j && kinds & (CSTO_NP_EVENT | CSTO_NP_DOC)) {
      end = nations(r, end, max);
    }
    if (end == j && kinds & CSTO_NP_EVENT) end = accusatives(r, j, max);
    if (end == j && kinds & CSTO_NP_PEOPLE) end = countries(r, j, max);
  }
  if (kinds & CSTO_NP_POST && end == j) end = posting(r, end, max);
  if (end > j && end < max && !csto_rel_start(r, end) && !r->word[end].pre &&
      !definite && csto_rel_class(r, end, "joint", NULL)) end++;
  if (kinds & (CSTO_NP_EVENT | CSTO_NP_DOC)) {
    size_t to = quoted(r, end, max);
    end = to > end ? adjectives(r, to, max) : end;
  }
  if (!(kinds & CSTO_NP_BODY)) {
    size_t to = csto_rel_class(r, end, "his", NULL) ? end + 1 : end;
    if (to < max && dative(r, to, max, 1) > to) end = dative(r, to, max, 1);
    end = dative(r, end, max, 0);
  }
  return end;
}

/* للجنة العليا, للقاء الثاني: its adjective tells. */
int csto_rel_definite_lam(const csto_rel *r, size_t next) {
  const csto_token *t = &r->d->tokens[next];
  const char *end;
  if (csto_rel_start(r, next) || !csto_rel_al(t, 0)) return 0;
  end = t->norm + t->nnorm - 2;
  return !memcmp(end, HEH, 2) || !memcmp(end, YEH, 2) ||
         !memcmp(end, ALEF, 2);
}

static void head_phrase(csto_rel *r, size_t i, uint32_t kinds) {
  const csto_token *t = &r->d->tokens[i];
  size_t j = i + r->word[i].ntok, max = i + PHRASE_MAX, end, at = 0;
  uint8_t pre = r->word[i].pre;
  csto_np *p;
  int lams = 0;
  if (max > r->d->ntokens) max = r->d->ntokens;
  if (pre & CSTO_PRE_WA) at += 2;
  if (pre & ~CSTO_PRE_WA) at += 2;
  if (pre & CSTO_PRE_LAM && csto_rel_letter(t, at, LAM)) {
    int own = csto_rel_begins(r, i, at, "lword");
    lams = !own || csto_rel_definite_lam(r, j);
    if (!own) at += 2;
  }
  end = head_end(r, j, max, kinds, lams || csto_rel_al(t, at));
  if (csto_rel_class(r, i, "declaration", NULL) &&
      csto_rel_plain(r, j, CSTO_NP_GPE | CSTO_NP_LOC) == CSTO_NONE) return;
  if (kinds & CSTO_NP_PEOPLE) end = and_names(r, end, max);
  if (kinds & CSTO_NP_POST) end = csto_rel_untitled(r, i, end);
  if (kinds & CSTO_NP_DOC && end > j && end > i + 1 &&
      csto_rel_class(r, end - 1, "pertaining", NULL)) end--;  /* الخاص بكذا */
  if (!(p = csto_rel_add(r))) return;
  p->tok = (uint32_t)i;
  p->tokend = (uint32_t)end;
  p->start = pre ? csto_doc_offset(r->d, i, at) : t->start;
  p->end = r->d->tokens[end - 1].end;
  p->kinds = kinds;
  if (kinds & CSTO_NP_POST && end > i + 1) p->kinds |= CSTO_NP_ROLE;
  p->pre = pre;
  p->article = (uint8_t)lams;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

/* وإلى folds like والي: an alef with a hamza below begins its word, so the
** letter before it is a proclitic. */
static int is_clitic_before(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  return !r->word[i].pre && t->end - t->start > 4 &&
         !memcmp(r->d->text + t->start + 2, ALEF_BELOW, 2);
}

/* إليه folds like آلية. */
static int is_to_him(const csto_rel *r, size_t i) {
  const csto_token *t = &r->d->tokens[i];
  return t->nnorm == 8 && !memcmp(r->d->text + t->start, ALEF_BELOW, 2) &&
         !memcmp(t->norm, "اليه", 8);
}

/* Classes of relation_words that are heads, and what they make. */
static const struct head { const char *cls; uint32_t kinds; } HEADS[] = {
  {"address", CSTO_NP_EVENT | CSTO_NP_ADDRESS},
  {"event", CSTO_NP_EVENT | CSTO_NP_MEETING},
  {"paper", CSTO_NP_DOC},
  {"office", CSTO_NP_POST},
  {"body", CSTO_NP_BODY},
  {"force", CSTO_NP_BODY},
  {"presidency", CSTO_NP_CHAIR},
  {"people", CSTO_NP_PEOPLE},
  {"declaration", CSTO_NP_DOC},
};

int csto_rel_is_head(const char *cls) {
  size_t h = 0, n = sizeof HEADS / sizeof *HEADS;
  while (h < n && strcmp(cls, HEADS[h].cls)) h++;
  return h < n;
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
    if (end > e.tokend) end = dative(r, end, r->d->ntokens, 0);
    if (end == e.tokend || !(p = csto_rel_add(r))) continue;
    *p = e;
    p->tokend = (uint32_t)end;
    p->end = r->d->tokens[end - 1].end;
    p->m = CSTO_NONE;
    p->next = p->nextend = CSTO_NONE;
    csto_rel_link(r, (uint32_t)r->nnp - 1);
  }
}

/* مفاوضات بين طالبان والحكومة: an event that goes by who takes part, longer
** than its head. */
static void between(csto_rel *r, const csto_np *head) {
  const uint32_t who = CSTO_NP_PERSON | CSTO_NP_GPE | CSTO_NP_ORG |
                       CSTO_NP_PEOPLE | CSTO_NP_NORP;
  csto_np e = *head, *p;
  size_t i = e.tokend;
  uint32_t k;
  if (!(e.kinds & CSTO_NP_MEETING) || e.m != CSTO_NONE ||
      csto_rel_start(r, i) || !csto_doc_is(r->d, i, "بين"))
    return;
  k = csto_rel_plain(r, i + 1, who);
  if (k == CSTO_NONE || csto_rel_start(r, i + 1)) return;
  i = r->np[k].tokend;
  if (csto_rel_start(r, i)) return;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & who && r->np[k].pre == CSTO_PRE_WA) break;
  }
  if (k == CSTO_NONE || !(p = csto_rel_add(r))) return;
  *p = e;
  p->tokend = r->np[k].tokend;
  p->end = r->np[k].end;
  p->next = p->nextend = CSTO_NONE;
  csto_rel_link(r, (uint32_t)r->nnp - 1);
}

void csto_rel_meetings(csto_rel *r) {
  size_t n = r->nnp, k;
  for (k = 0; k < n && !r->d->arena.rc; k++) between(r, &r->np[k]);
}

/* مساعد الرئيس, القائم بأعمال الوزير: an office of its own.  The office
** inside is somebody else's, also in زوجة الرئيس. */
void csto_rel_deputies(csto_rel *r) {
  size_t i, n;
  for (i = r->d->ntokens; i-- > 0 && !r->d->arena.rc;) {
    int deputy;
    uint32_t k;
    csto_np *p;
    deputy = csto_rel_class(r, i, "deputy", &n);
    if (!deputy && !csto_rel_class(r, i, "kin", &n)) continue;
    if (csto_rel_start(r, i + n)) continue;
    k = csto_rel_plain(r, i + n, CSTO_NP_ROLE | CSTO_NP_POST);
    if (k == CSTO_NONE) continue;
    if (deputy) {
      if (!(p = csto_rel_add(r))) return;
      *p = r->np[k];
      p->tok = (uint32_t)i;
      p->pre = r->word[i].pre;
      p->start = r->d->tokens[i].start;
      p->start = csto_doc_offset(r->d, (uint32_t)i,
                                 (p->pre & CSTO_PRE_WA ? 2u : 0u) +
                                     (p->pre & ~CSTO_PRE_WA ? 2u : 0u));
      p->kinds = CSTO_NP_ROLE | CSTO_NP_POST;
      p->m = CSTO_NONE;
      csto_rel_link(r, (uint32_t)r->nnp - 1);
    }
    for (; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].kinds & (CSTO_NP_ROLE | CSTO_NP_POST)) r->np[k].kinds = 0;
    }
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].tokend == i + n) r->np[k].kinds &= ~CSTO_NP_PERSON;
    }
  }
}

/* القمة الثانية لمنظمة كذا, read as an office: an event is none. */
static void no_office(csto_rel *r, size_t i) {
  uint32_t k;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    r->np[k].kinds &= ~(uint32_t)(CSTO_NP_ROLE | CSTO_NP_POST);
  }
}

void csto_rel_heads(csto_rel *r) {
  size_t i, h, until = 0;   /* an office goes on up to there */
  extend_events(r);
  csto_rel_organs(r);
  capitals(r);
  for (i = 0; i < r->d->ntokens && !r->d->arena.rc; i++) {
    uint32_t k;
    size_t inside = until;
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].kinds & CSTO_NP_POST && r->np[k].tokend > until) {
        until = r->np[k].tokend;
      }
    }
    if (!(r->word[i].classes & CSTO_REL_HEAD)) continue;
    if (csto_rel_class(r, i, "event", NULL)) no_office(r, i);
    for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
      if (r->np[k].tokend > i + 1 && r->np[k].kinds &
          (CSTO_NP_EVENT | CSTO_NP_DOC | CSTO_NP_ORG | CSTO_NP_ROLE)) break;
    }
    if (k != CSTO_NONE && !(r->np[k].kinds & CSTO_NP_BODY)) continue;
    for (h = 0; h < sizeof HEADS / sizeof *HEADS; h++) {
      if (!csto_rel_class(r, i, HEADS[h].cls, NULL)) continue;
      if (HEADS[h].kinds & CSTO_NP_BODY && is_to_him(r, i)) break;
      if (HEADS[h].kinds & CSTO_NP_EVENT && i > 0 && !csto_rel_start(r, i) &&
          !r->word[i].pre && csto_rel_class(r, i - 1, "venue", NULL)) break;
      if (HEADS[h].kinds & CSTO_NP_EVENT &&
          csto_rel_named_else(r, (uint32_t)i)) break;
      if (HEADS[h].kinds & CSTO_NP_POST &&
          (i < inside || is_clitic_before(r, i))) break;
      head_phrase(r, i, HEADS[h].kinds);
      if (HEADS[h].kinds & CSTO_NP_POST && r->nnp &&
          r->np[r->nnp - 1].tokend > until) {
        until = r->np[r->nnp - 1].tokend;
      }
      break;
    }
  }
}
