/* quotes_unsaid.c - verbs of speech that report nothing.
**
** A form that is another word here (بين, a passive, طالب وطالبة); a verb that
** is denied or wondered about; one that only points back to what الذي stands
** for.  Cost: a bounded number of tokens are read for each verb.
*/
#include "speech/quotes_int.h"
#include <string.h>

/* قد يقول قائل، عما إذا كانت الحركة تتهم …: nobody said it. */
static int not_said(const qx *x, const q_rep *r) {
  uint32_t i = r->cue, k;
  if (i == 0 || r->part || q_bound(x, i)) return 0;
  if ((x->t[i - 1].cls & QW_MAYBE) ||
      ((x->t[i - 1].cls & QW_AUX) && (x->t[i - 1].cls & QW_JOIN) &&
       csto_q_imperfect(x, i))) return 1;
  if (!csto_q_imperfect(x, i)) return 0;
  for (k = i; k > 0 && k + 6 > i && !q_bound(x, k); k--) {
    if (x->t[k - 1].cls & QW_WHETHER) return 1;
    if (!q_is_word(x, k - 1) || x->t[k - 1].verb) break;
  }
  return 0;
}

/* التقارير التي تطالب بها …، التصريحات التي أشار إليها: what is said stands
** before الذي, to which the pronoun behind the verb points. */
static int points_back(const qx *x, const q_rep *r) {
  uint32_t i = r->cue, j = r->cueend;
  const char *w = j < x->n ? x->tk[j].norm : "";
  size_t n = j < x->n ? x->tk[j].nnorm : 0;
  if (r->part || x->t[i].pre || i == 0 || q_bound(x, i) || j >= x->n ||
      !(x->t[i - 1].cls & QW_REL) || !q_starts(x->tk[i - 1].norm, AL) ||
      !(x->t[j].cls & QW_DAY) || x->t[j].clen > 1 || x->t[j].prep == 'f' ||
      n < 4 || n > 10 ||
      (unsigned char)x->d->text[x->tk[j].end - 1] == 0xa9) return 0;   /* ة */
  if (strcmp(w + n - 2, HEH) && strcmp(w + n - 4, HEH ALEF)) return 0;
  return strchr(r->pat, 'b') ? q_starts(w, BEH) : n > 4;
}

/* المرشحة التي يتوقع أن …: a masculine verb behind التي is nobody's. */
static int of_other(const qx *x, const q_rep *r) {
  uint32_t i = r->cue;
  return i > 0 && !q_bound(x, i) && r->gender == 'm' && r->number == 's' &&
         r->comp == r->cueend && (x->t[i - 1].cls & QW_REL) &&
         csto_doc_is(x->d, i - 1, "التي");
}

/* كشفت الشركة عن هاتف جديد: what is shown is a thing. */
static int shows_thing(const qx *x, const q_rep *r) {
  const csto_token *t = &x->tk[r->c0 < x->n ? r->c0 : 0];
  size_t skip = q_starts(t->norm, AL) ? 4 : 0;
  return r->kind == QK_PREP && x->t[r->comp].prep == 'a' && !r->part &&
         q_has(r, 't') && r->c0 == r->comp + 1 && r->c0 < x->n &&
         (csto_table_find(&csto_table_speech_things, t->norm, t->nnorm) ||
          csto_table_find(&csto_table_speech_things, t->norm + skip,
                          t->nnorm - skip));
}

/* شدد العقوبات على فنزويلا: a country is nothing to be stressed.  أظهرت بيانات
** انخفاض …: papers show, others only that something is so. */
static int no_content(const qx *x, const q_rep *r) {
  const csto_mention *m = r->c0 < x->n ? q_ment_from(x, r->c0) : NULL;
  if (r->kind == QK_OBJECT && strcmp(r->pat, "txW") == 0)
    return !(csto_q_noun(x, r->cueend) & QN_PAPER);
  return m && m->type == CSTO_GPE && r->kind == QK_PREP && !r->part &&
         x->t[r->comp].prep == 'o' && strcmp(r->pat, "otq") == 0 &&
         (m->tokend >= x->n || !q_is_word(x, m->tokend));
}

/* عربات معلقة "تلفريك"، أعضاء جدد "…"، سجل ثنائية "90+1 …": words in marks
** behind what only looks like a cue. */
static int marks_only(const qx *x, const q_rep *r) {
  uint32_t i = r->cue, in, p;
  if (r->kind != QK_QUOTE || x->t[r->c0].mark != QM_OPEN) return 0;
  in = r->c0 + x->t[r->c0].clen;
  p = x->t[r->c0].pair;
  if (strcmp(r->pat, "oqxW") == 0) return !r->part;                /* جدد */
  /* فرنسا توقع "مبادرة …"، تحدث ضررا في تقنيات "…" */
  if (((strcmp(r->pat, "tqxSY") == 0 && x->tk[i].sentence == 0) ||
       strcmp(r->pat, "aq") == 0) && !r->part && p &&
      q_words(x, in, p) < 6 && r->c0 > 0 &&
      x->t[r->c0 - 1].mark != QM_COLON) return 1;
  if (q_has(r, 'W') && in < x->n && r->c0 > r->cueend &&
      x->tk[in].norm[0] >= '0' && x->tk[in].norm[0] <= '9') return 1;
  return r->noun && p && q_words(x, in, p) < 4 && !q_bound(x, i) &&
         q_is_word(x, i - 1) && !x->t[i].pre &&
         x->t[r->c0 - 1].mark != QM_COLON;
}

/* A verb that is no report: negated, or impersonal with no subject. */
int csto_q_no_report(const qx *x, const q_rep *r) {
  uint32_t i = r->cue;
  if (i > 0 && !q_bound(x, i) && !x->t[i].pre &&
      (x->t[i - 1].cls & QW_NEG) && !(x->t[i - 1].cls & QW_REL)) return 1;
  if (not_said(x, r) || points_back(x, r) || shows_thing(x, r) ||
      no_content(x, r) || marks_only(x, r)) return 1;
  if (r->noun && i > 0 && x->tk[i - 1].kind == CSTO_T_NUMBER &&
      (i < 2 || !csto_doc_is(x->d, i - 2, "سنه")))
    return 1;                              /* but سنة 2012 داعين إلى */
  if (r->noun && r->kind == QK_COLON) return 1;
  /* تحدث كل … عن: it happens; nobody stands behind the verb */
  if (strcmp(r->pat, "aq") == 0 && r->kind == QK_PREP && !r->part &&
      r->comp > r->cueend && (x->t[r->cueend].cls & QW_GOVERN) &&
      !(x->t[r->cueend].cls & (QW_DAY | QW_ADD | QW_HARD)) &&
      !csto_q_noun(x, r->cueend + 1)) return 1;
  if (strcmp(r->pat, "otqW") == 0 && r->kind == QK_PREP &&
      !(x->t[r->comp].cls & QW_THAT) && csto_q_pronoun(x, r->c0))
    return 1;                              /* أصروا على مشاهدتها: an act */
  if (strcmp(r->pat, "atqW+") == 0 && r->cueend < x->n && /* يبلغ 450 ألفا */
      x->tk[r->cueend].kind == CSTO_T_NUMBER) return 1;
  /* طفلة مهددة بالعمى */
  if (r->part && r->gender == 'f' && q_has(r, '+') && r->kind == QK_PREP &&
      i > 0 && x->t[r->comp].prep == 0 && q_is_word(x, i - 1) && !x->t[i].pre &&
      !x->t[i - 1].rep) return 1;
  if (r->noun && r->comp > r->cueend + (q_has(r, 'e') ? 5u : 0u) && i > 0 &&
      x->t[i - 1].mark != QM_COMMA && x->t[i - 1].mark != QM_CLOSE) return 1;
  if (q_has(r, 'I') && !r->part && r->comp > r->cueend + 5 &&
      (q_starts(x->tk[i].norm + x->t[i].pre, YEH) ||
       q_starts(x->tk[i].norm + x->t[i].pre, TEH))) return 1;
  if (q_has(r, 'S') && !r->part && csto_q_imperfect(x, i) && of_other(x, r))
    return 1;
  if (q_has(r, 'S') && !r->part && r->comp == r->cueend &&
      q_starts(x->tk[i].norm + x->t[i].pre, YEH))
    return q_bound(x, i) || x->t[i].pre ||
           (!(x->t[i - 1].cls & (QW_REL | QW_AUX)) && !x->t[i - 1].ment);
  return 0;
}

/* u behind the first letter makes a perfect passive (دُعوا), and the
** imperfect of verbs that begin with ت or ا (يُتوقع). */
static int passive(const qx *x, uint32_t i, const char *w) {
  const char *lemma = csto_table_cell(&csto_table_speech_verbs,
                                      x->t[i].verb - 1u, 1);
  if (!q_starts(w, "\xd9") && !q_starts(w, "\xd8")) return 0;
  if (x->d->text + x->tk[i].end < w + 4 || !q_starts(w + 2, DAMMA))
    return 0;
  if (q_starts(w, YEH) || q_starts(w, TEH))
    return q_starts(lemma, TEH) || q_starts(lemma, ALEF);
  return !q_starts(w, MEEM);                 /* مُشيرا */
}

/* طالب وطالبة: two nouns. */
static int both_genders(const qx *x, uint32_t i) {
  const csto_token *a = &x->tk[i], *b = a + 1;
  return i + 1 < x->n && b->nnorm == a->nnorm + 4 &&
         q_starts(b->norm, WAW) && !memcmp(b->norm + 2, a->norm, a->nnorm) &&
         !strcmp(b->norm + b->nnorm - 2, HEH);
}

/* A verb that is also a small word (بيّن/بين، عبّر/عبر) must begin its clause
** or have أن behind it. */
int csto_q_verb_here(const qx *x, uint32_t i, int participle) {
  const q_tok *t = &x->t[i];
  const char *w = x->d->text + csto_doc_offset(x->d, i, t->pre);
  if (q_starts(w, ALEF_BELOW)) return 0;     /* إدانته: no verb begins so */
  if (passive(x, i, w) || both_genders(x, i)) return 0;
  if (!participle && !t->pre && q_behind_name(x, i)) {
    const csto_mention *m = q_ment(x, i - 1);    /* وصف فلان تذرع … */
    if (m->tok > 0 && x->t[m->tok - 1].verb) return 0;
  }
  /* أعتقد, not اعتقد: the first person */
  if (q_starts(w, ALEF_HAMZA) && !participle &&
      q_starts(csto_table_cell(&csto_table_speech_verbs, t->verb - 1u, 1),
               ALEF)) return 0;
  if (t->cls & ~(unsigned)(QW_HARD | QW_AUX | QW_PREP | QW_GOVERN)) return 0;
  if (!(t->cls & (QW_HARD | QW_PREP))) return 1;
  if (participle) return 1;
  return t->pre || q_bound(x, i) || q_that(x, i + 1) ||
         ((x->t[i - 1].cls & (QW_JOIN | QW_DAY | QW_ADD)) &&
          !x->t[i - 1].pre);
}
