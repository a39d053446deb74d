/* relations.c - facts that the text states, as rows.
**
** Every word of a class that stands in data/relation_patterns.tsv, and every
** phrase of a kind that stands there, is a trigger: its patterns are tried
** in the order of the file, and each row's first match yields one row for
** every pair of subject and object.  What a row says comes from the mentions
** of the text alone; nothing is filled in from a list of facts.
** Cost: linear; a trigger costs a constant, most words cost one look-up.
*/
#include <string.h>
#include "base/buf.h"
#include "base/rc.h"
#include "speech/pattern.h"
#include "text/letters.h"

typedef struct filler {
  const char *text;
  const csto_np *np;       /* or NULL */
} filler;

static filler fill(csto_rel *r, const csto_slot *s, uint32_t k,
                   int written) {
  filler f = {NULL, NULL};
  if (s->nnp) {
    f.np = &r->np[s->np[k]];
    if (f.np->kinds & CSTO_NP_NORP) {
      f.text = csto_rel_land(r, f.np);
      if (r->m[f.np->m].id == NULL) f.text = NULL;
      return f;
    }
    f.text = written ? csto_rel_written(r, f.np) : csto_rel_name(r, f.np);
  } else if (s->end > s->start) {
    f.text = csto_rel_text(r, s->start, s->end, s->article);
  }
  return f;
}

/* The names of a list, between commas. */
static const char *joined(csto_rel *r, const csto_slot *s) {
  csto_buf b;
  uint32_t i;
  const char *out;
  if (s->nnp < 2) return fill(r, s, 0, 0).text;
  csto_buf_init(&b);
  for (i = 0; i < s->nnp; i++) {
    const char *name = fill(r, s, i, 0).text;
    if (i) csto_buf_puts(&b, COMMA " ");
    csto_buf_puts(&b, name ? name : "");
  }
  if (b.rc) r->d->arena.rc = b.rc;
  out = b.rc ? NULL : csto_arena_str(&r->d->arena, b.data, b.size);
  csto_buf_free(&b);
  return out;
}

/* The first word of an office as long as it is said of him or of her: وزير,
** وزيرة; *cut: bytes of it to take, *add: to write ة behind them. */
static void of_her(const csto_rel *r, const csto_np *m,
                   const csto_mention *norp, size_t *cut, int *add) {
  const char *text = r->d->text, *ta = MARBUTA;
  size_t n = strcspn(text + m->start, " ");
  int her = n > 2 && !memcmp(text + m->start + n - 2, ta, 2);
  int wanted = !memcmp(text + norp->end - 2, ta, 2);
  *add = wanted && !her;
  *cut = her && !wanted ? n - 2 : n;
}

/* Words of an office up to byte `end` with another nationality or country
** behind them: وزير الخارجية الأرميني, وزيرة الخارجية الأرمينية. */
static const char *in_other_land(csto_rel *r, const csto_np *m,
                                 const csto_mention *n, uint32_t end,
                                 const char *land) {
  const char *text = r->d->text, *out;
  size_t word = strcspn(text + m->start, " "), cut;
  csto_buf b;
  int add;
  if (m->start + word >= end) word = end - m->start;
  of_her(r, m, n, &cut, &add);
  csto_buf_init(&b);
  csto_buf_add(&b, text + m->start, cut < word ? cut : word);
  if (add) csto_buf_puts(&b, MARBUTA);
  csto_buf_add(&b, text + m->start + word, end - m->start - word);
  if (end == m->end) csto_buf_puts(&b, " ");
  if (land) csto_buf_puts(&b, land);
  else csto_buf_add(&b, text + n->start, n->end - n->start);
  if (b.rc) r->d->arena.rc = b.rc;
  out = b.rc ? NULL : csto_arena_str(&r->d->arena, b.data, b.size);
  csto_buf_free(&b);
  return out;
}

/* The office m over there: its nationality, or its country (وزير خارجية مصر),
** exchanged, or put behind one that has none (وزير الخارجية). */
static const char *other_office(csto_rel *r, const csto_np *m,
                                uint32_t norp) {
  const csto_mention *n = &r->m[norp];
  uint32_t i, k;
  for (i = m->tok; i <= m->tokend; i++) {
    if (i == m->tokend && csto_rel_start(r, i)) break;
    if (csto_rel_class(r, i, "former", NULL)) return NULL;
  }
  for (i = m->tokend; i > m->tok; i--) {
    for (k = r->at[i - 1]; k != CSTO_NONE; k = r->np[k].next) {
      const csto_np *p = &r->np[k];
      if (p->end != m->end) continue;
      if (p->kinds & CSTO_NP_NORP) {
        return in_other_land(r, m, n, p->start, NULL);
      }
      if (p->kinds & CSTO_NP_GPE && p->start > m->start && !p->pre &&
          csto_rel_class(r, m->tok, "exchanged", NULL)) {
        return in_other_land(r, m, n, p->start, csto_rel_country(r, n));
      }
    }
  }
  if (csto_rel_seated(r, &r->np[m - r->np]) || m->norp != CSTO_NONE ||
      !csto_rel_al(&r->d->tokens[m->tokend - 1], 0)) return NULL;
  return in_other_land(r, m, n, m->end, NULL);
}

/* The office of phrase k: its own words', or those the text names him with. */
static uint32_t own_office(csto_rel *r, uint32_t k) {
  const csto_np *p = &r->np[k];
  if (!(p->kinds & CSTO_NP_PERSON)) {
    uint32_t whole = csto_rel_office(r, k);
    return whole == CSTO_NONE ? k : whole;
  }
  if (p->role == CSTO_NONE) return csto_rel_office(r, k);
  return r->np[p->role].alias ? CSTO_NONE : p->role;
}

typedef struct frame {
  const char *relation, *rule, *date, *place, *status, *detail;
  uint32_t start, end, sentence;
  int weak;                /* gives way to a row of the same subject */
} frame;

/* Does a row with that relation and subject stand in the sentence? */
static int stated(const csto_rel *r, const frame *f, const char *subject) {
  size_t i;
  for (i = r->nout; i > 0 && r->nout - i < 16; i--) {
    const csto_relation *p = &r->out[i - 1];
    if (p->sentence != f->sentence) break;
    if (!strcmp(p->relation, f->relation) && !strcmp(p->subject, subject)) {
      return 1;
    }
  }
  return 0;
}

/* قمة المنظمة, where قمة المنظمة الطارئة is told already. */
static int shorter(const csto_relation *p, const frame *f,
                   const char *subject) {
  return !strcmp(f->relation, "event_at") && strstr(p->subject, subject);
}

/* One stance in two lengths (مقترح الوزارة, مقترح الوزارة المتعلق بكذا): the
** longer stays. */
static int is_told_longer(csto_relation *p, const char *object,
                          const char *detail) {
  size_t a = p->object ? strlen(p->object) : 0, b = object ? strlen(object) : 0;
  size_t n = a < b ? a : b;
  if ((strcmp(p->relation, "supports") && strcmp(p->relation, "opposes") &&
       strcmp(p->relation, "demands")) || !n || p->detail || detail ||
      strncmp(p->object, object, n) || (a < b ? object : p->object)[n] != ' ') {
    return 0;
  }
  if (a < b && object[n + 1] != '"') p->object = object;
  return 1;
}

static void add_row(csto_rel *r, const frame *f, const char *subject,
                    const char *object, const char *detail) {
  csto_relation *p;
  size_t i;
  if (!subject || (object && !strcmp(subject, object))) return;
  if (f->weak && stated(r, f, subject)) return;
  for (i = r->nout; i > 0 && r->nout - i < 64; i--) {
    p = &r->out[i - 1];
    if (p->end <= f->start) break;
    if (strcmp(p->relation, f->relation) ||
        (strcmp(p->subject, subject) && !shorter(p, f, subject))) {
      continue;
    }
    if ((!p->object && !object) ||
        (p->object && object && !strcmp(p->object, object))) {
      if (!strcmp(f->status, "former")) p->status = f->status;
      return;
    }
    if (is_told_longer(p, object, detail)) {
      if (f->end > p->end) p->end = f->end;
      return;
    }
  }
  p = csto_arena_grow(&r->d->arena, r->out, r->nout, &r->outcap, sizeof *p);
  if (!p) return;
  r->out = p;
  p += r->nout++;
  memset(p, 0, sizeof *p);
  p->relation = f->relation;
  p->subject = subject;
  p->object = object;
  p->date = f->date;
  p->place = f->place;
  p->status = f->status;
  p->detail = detail;
  p->start = f->start;
  p->end = f->end;
  p->sentence = f->sentence;
  p->rule = f->rule;
}

static void cover(csto_match *x, const csto_np *p) {
  if (p->tok < x->lo && x->lo - p->tok <= 12) x->lo = p->tok;
  if (p->tokend > x->hi && p->tokend - x->hi <= 12) x->hi = p->tokend;
}

/* Adverbials that the match ends with do not belong to the evidence. */
static void trim(const csto_rel *r, csto_match *x) {
  while (x->hi > x->lo + 1 &&
         r->d->tokens[x->hi - 1].kind == CSTO_T_PUNCT &&
         csto_rel_comma(r, x->hi - 1)) {
    x->hi--;
  }
  while (x->lo + 1 < x->hi &&
         (csto_rel_comma(r, x->lo) ||
          !strcmp(r->d->tokens[x->lo].norm, WAW))) x->lo++;
}

/* What a word stands for: أمينها العام, الأمين العام. */
static const char *word_value(uint32_t wordrow) {
  return csto_table_cell(&csto_table_relation_words, wordrow, 4);
}

/* n bytes of a noun, its last letter, and whose it is: جلس + ة, المجلس. */
static const char *noun_of(csto_rel *r, const char *noun, size_t n,
                           const char *last, const char *who) {
  csto_buf b;
  const char *out;
  csto_buf_init(&b);
  csto_buf_add(&b, noun, n);
  csto_buf_puts(&b, last);
  csto_buf_puts(&b, " ");
  csto_buf_puts(&b, who);
  if (b.rc) r->d->arena.rc = b.rc;
  out = b.rc ? NULL : csto_arena_str(&r->d->arena, b.data, b.size);
  csto_buf_free(&b);
  return out;
}

/* اجتماعهم, جلسته المقبلة: the event by its noun and who holds it; NULL: no
** pronoun says that it is theirs. */
static const char *held_by(csto_rel *r, const csto_np *event,
                           const csto_slot *who) {
  static const char *const pronouns[] = {HEH MEEM ALEF,
      HEH MEEM, HEH ALEF, HEH};
  const csto_token *t = &r->d->tokens[event->tok];
  const char *noun = r->d->text + event->start, *name;
  size_t n = t->end - event->start, i = 0;
  int she;
  const csto_np *last;
  if (!who->nnp || n < 10 || !csto_rel_pronoun(r->d->text, t)) return NULL;
  while (i < 4 && memcmp(noun + n - strlen(pronouns[i]), pronouns[i],
                         strlen(pronouns[i]))) i++;
  if (i == 4) return NULL;
  n -= strlen(pronouns[i]);
  last = &r->np[who->np[who->nnp - 1]];
  name = who->nnp == 1 ? csto_rel_written(r, last)
                       : csto_rel_text(r, r->np[who->np[0]].start, last->end,
                                       0);
  if (!name) return NULL;
  she = !memcmp(noun + n - 2, TEH, 2) &&
        memcmp(noun + n - 4, ALEF, 2);            /* جلسته */
  return noun_of(r, noun, she ? n - 2 : n, she ? MARBUTA : "", name);
}

/* اجتمع وزراء الخارجية: their meeting, by the noun of the verb's row. */
static const char *deed(csto_rel *r, uint32_t wordrow, const char *who) {
  const char *noun = word_value(wordrow);
  return who ? noun_of(r, noun, strlen(noun), "", who) : NULL;
}

/* X met نظيره الأرميني Y: Y holds X's office over there. */
static void counterparts(csto_rel *r, const csto_match *x, const frame *f) {
  const csto_slot *a = &x->slot[CSTO_SLOT_S], *b = &x->slot[CSTO_SLOT_O];
  uint32_t office = a->nnp ? own_office(r, a->np[0]) : CSTO_NONE, i;
  frame g = *f;
  if (office == CSTO_NONE) return;
  g.relation = "holds_post";
  g.rule = "post.counterpart";
  g.status = "current";
  g.date = g.place = g.detail = NULL;
  for (i = 0; i < b->nnp; i++) {
    csto_np *q = &r->np[b->np[i]];
    const char *post;
    if (!(q->kinds & CSTO_NP_PERSON) || q->norp == CSTO_NONE || q->seated) {
      continue;
    }
    post = other_office(r, &r->np[office], q->norp);
    if (!post) continue;
    q->seated = 1;
    add_row(r, &g, r->m[q->m].name, post,
            csto_rel_country(r, &r->m[q->norp]));
  }
}

/* A row of holds_post that a person's phrase gives by itself. */
static void add_post(csto_rel *r, const csto_np *p, const char *post,
                     const char *seat, const char *rule, uint32_t from) {
  frame f;
  if (!post || p->m == CSTO_NONE) return;
  memset(&f, 0, sizeof f);
  f.relation = "holds_post";
  f.rule = rule;
  f.status = "current";
  f.start = r->d->tokens[from].start;
  f.end = p->end;
  f.sentence = r->d->tokens[from].sentence;
  add_row(r, &f, r->m[p->m].name, post, seat);
}

/* Offices that the person's own phrase tells: one shared out, or that of
** نظيره, whose other one stands before. */
static void own_posts(csto_rel *r, uint32_t k) {
  csto_np *p = &r->np[k];
  uint32_t office;
  if (!(p->kinds & CSTO_NP_PERSON)) return;
  if (p->post) {
    add_post(r, p, p->post, p->land, "post.shared", p->from);
  } else if (p->norp != CSTO_NONE && !p->seated) {
    p->seated = 1;
    office = csto_rel_office_before(r, p->tok);
    if (office == CSTO_NONE) return;
    add_post(r, p, other_office(r, &r->np[office], p->norp),
             csto_rel_country(r, &r->m[p->norp]), "post.counterpart", p->tok);
  }
}

/* A frozen membership is one, and its date is neither since nor until when
** it is one: what was done, and when, is said in its own words, up to the
** token `end` or the date. */
static void frozen(csto_rel *r, const csto_match *x, uint32_t end,
                   uint32_t when, frame *f) {
  const csto_token *t = r->d->tokens;
  uint32_t from = t[x->trig].start, to = t[end - 1].end;
  if (f->date) {
    if (r->np[when].start < from) from = r->np[when].start;
    if (r->np[when].end > to) to = r->np[when].end;
    f->date = NULL;
  }
  f->detail = csto_rel_text(r, from, to, 0);
}

/* When, where, whether and what else; the match grows over what it took
** them from.  0: the text denies it, or a date it must have is missing. */
static int frame_of(csto_rel *r, uint32_t row, csto_match *x,
                    uint32_t wordrow, frame *f) {
  const csto_slot *s = x->slot;
  uint32_t k, when = CSTO_NONE, end = x->hi;
  memset(f, 0, sizeof *f);
  f->relation = csto_rel_cell(row, CSTO_P_RELATION);
  f->rule = csto_rel_cell(row, CSTO_P_RULE);
  f->weak = csto_rel_option(row, "weak");
  if (!csto_rel_option(row, "nodate")) {
    k = s[CSTO_SLOT_D].nnp ? s[CSTO_SLOT_D].np[0] : csto_rel_date(r, row, x);
    if (k != CSTO_NONE && r->np[k].m != CSTO_NONE) {
      f->date = csto_rel_day(r, k);
      when = k;
      cover(x, &r->np[k]);
    }
    if (!f->date) f->date = csto_rel_year(r, x);
  }
  if (s[CSTO_SLOT_L].nnp) {
    f->place = fill(r, &s[CSTO_SLOT_L], 0, 0).text;
  } else if (csto_rel_option(row, "place")) {
    k = csto_rel_place(r, x);
    if (k != CSTO_NONE) {
      f->place = csto_rel_name(r, &r->np[k]);
      cover(x, &r->np[k]);
    }
  }
  f->status = csto_rel_status(r, x, csto_rel_cell(row, CSTO_P_MANNER),
                              wordrow, f->date, when);
  if (!f->status) return 0;
  if (when != CSTO_NONE && !strcmp(f->status, "held") &&
      csto_rel_is_near(r, x, when)) {
    f->status = "planned";
  }
  if (!strcmp(f->status, "planned") && csto_rel_option(row, "spoken")) {
    f->status = "held";
    f->date = NULL;
  } else if (when != CSTO_NONE && !strcmp(f->status, "planned")) {
    f->date = csto_rel_ahead(r, x, when, f->date);
  }
  if (csto_rel_option(row, "holder")) {
    f->detail = NULL;
  } else if (s[CSTO_SLOT_T].nnp || s[CSTO_SLOT_T].end) {
    f->detail = joined(r, &s[CSTO_SLOT_T]);
  } else if (!strcmp(f->relation, "priority_of")) {
    f->detail = csto_rel_stater(r, x);
  }
  if (csto_rel_option(row, "frozen")) frozen(r, x, end, when, f);
  if (csto_rel_option(row, "dated") && !f->date && !f->place) return 0;
  trim(r, x);
  f->start = r->d->tokens[x->lo].start;
  f->end = r->d->tokens[x->hi - 1].end;
  f->sentence = r->d->tokens[x->lo].sentence;
  return 1;
}

/* وسيسافر تشونغ, where the name was read with its verb: the name alone. */
static const char *without_verb(const csto_rel *r, const csto_match *x,
                                const char *name) {
  const csto_token *t = &r->d->tokens[x->trig];
  const char *verb = r->d->text + t->start;
  size_t n = t->end - t->start;
  if (!name) return NULL;
  if (r->word[x->trig].pre & CSTO_PRE_WA && n > 2) {
    verb += 2;
    n -= 2;
  }
  return !strncmp(name, verb, n) && name[n] == ' ' ? name + n + 1 : name;
}

/* The rows of a match: one for every pair of its subjects and objects; 0
** when it yields none by the pattern's options. */
static int emit(csto_rel *r, uint32_t row, csto_match *x,
                uint32_t wordrow) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S], *o = &x->slot[CSTO_SLOT_O];
  const char *subject = NULL, *object = NULL;
  int post = !strcmp(csto_rel_cell(row, CSTO_P_RELATION), "holds_post");
  frame f;
  uint32_t i, j, ns, no;
  if (!csto_rel_fits(r, row, x, wordrow)) return 0;
  if (!csto_rel_complete(r, row, x, wordrow, &subject, &object)) return 0;
  if (!csto_rel_option(row, "free") && !csto_rel_agrees(r, x, wordrow)) {
    return 0;
  }
  if (!frame_of(r, row, x, wordrow, &f)) return 0;
  if (s->nnp == 1) {
    for (j = 0; j < o->nnp; j++) {
      csto_rel_counterpart_of(r, o->np[j], s->np[0]);
    }
  }
  counterparts(r, x, &f);
  if (!post) {                     /* an office is not gone on about */
    r->last.lo = x->lo;
    r->last.hi = x->hi;
    r->last.np = s->nnp ? s->np[0] : CSTO_NONE;
  }
  ns = s->nnp ? s->nnp : 1;
  no = o->nnp ? o->nnp : 1;
  for (i = 0; i < ns; i++) {
    filler a = fill(r, s, i, 0);
    if (subject) a.text = subject;
    else if (a.np && !csto_rel_whole(r, x, a.np)) continue;
    else if (a.np && a.np->kinds & CSTO_NP_PERSON && wordrow != CSTO_NONE) {
      a.text = without_verb(r, x, a.text);
    }
    if (csto_rel_option(row, "noun")) {
      a.text = deed(r, wordrow, a.np ? csto_rel_written(r, a.np) : NULL);
    }
    if (csto_rel_option(row, "holder") && a.np) {
      const char *held = held_by(r, a.np, &x->slot[CSTO_SLOT_T]);
      if (held) a.text = held;
    }
    for (j = 0; j < no; j++) {
      filler b = fill(r, o, j, post);
      const char *detail = f.detail;
      if (object) b.text = object;
      if (csto_rel_option(row, "office")) b.text = word_value(wordrow);
      if ((!b.text || (b.np && !object && !csto_rel_whole(r, x, b.np))) &&
          (o->nnp || o->end)) continue;
      if (!b.text && csto_rel_option(row, "object")) b.text = f.place;
      if (post && !detail) {
        detail = b.np ? csto_rel_seat(r, b.np) : csto_rel_owner(r, x->trig);
      }
      add_row(r, &f, a.text, b.text, detail);
    }
  }
  return 1;
}

/* Tries a class's patterns, of which h is the first; np is the trigger phrase,
** or CSTO_NONE. */
static void try_class(csto_rel *r, csto_hit h, uint32_t trig,
                      uint32_t trigend, uint32_t np, uint32_t wordrow) {
  const csto_table *t = &csto_table_relation_patterns;
  const char *done = NULL;
  for (; h; h = csto_table_next(t, h)) {
    csto_match x;
    uint32_t row = csto_table_row(t, h);
    if (done && !csto_rel_option(row, "too") &&
        !strcmp(done, csto_rel_cell(row, CSTO_P_RELATION))) {
      continue;
    }
    if (!csto_pattern_match(r, row, trig, trigend, np, &x)) continue;
    if (csto_rel_option(row, "lines") && !csto_rel_lines(r, &x)) continue;
    if (emit(r, row, &x, wordrow)) done = csto_rel_cell(row, CSTO_P_RELATION);
  }
}

static void try_token(csto_rel *r, uint32_t i) {
  const csto_table *t = &csto_table_relation_words;
  csto_hit h;
  uint32_t k;
  h = r->word[i].classes & CSTO_REL_TRIGGER ? r->word[i].hit : 0;
  for (; h; h = csto_table_next(t, h)) {
    uint32_t row = csto_table_row(t, h);
    try_class(r, r->patterns->word[row].first, i, i + r->word[i].ntok,
              CSTO_NONE, row);
  }
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    uint32_t b, kinds = r->np[k].kinds;
    own_posts(r, k);
    for (b = 0; kinds; b++, kinds >>= 1) {
      if (kinds & 1)
        try_class(r, r->patterns->kind[b], r->np[k].tok, r->np[k].tokend, k,
                  CSTO_NONE);
    }
  }
}

/* By start; equal ones keep their order. */
static void sort_rows(csto_relation *p, size_t n) {
  size_t i;
  for (i = 1; i < n; i++) {
    csto_relation x = p[i];
    size_t j = i;
    while (j > 0 && p[j - 1].start > x.start) { p[j] = p[j - 1]; j--; }
    p[j] = x;
  }
}

/* What only the search needed. */
static void done(csto_rel *r) {
  csto_arena *a = &r->d->arena;
  csto_arena_drop(a, r->word);
  csto_arena_drop(a, r->at);
  csto_arena_drop(a, r->ending);
  csto_arena_drop(a, r->soft);
  csto_arena_drop(a, r->over);
  csto_arena_drop(a, r->back);
  csto_arena_drop(a, r->np);
  csto_arena_drop(a, r->holder);
}

int csto_relations(csto_doc *d, const char *published,
                   const csto_mention *m, size_t nm,
                   const csto_quote *q, size_t nq,
                   csto_relation **out, size_t *nout) {
  csto_rel r;
  uint32_t i;
  *out = NULL;
  *nout = 0;
  memset(&r, 0, sizeof r);
  r.d = d;
  r.m = m;
  r.nm = nm;
  r.published = published;
  r.q = q;
  r.nq = nq;
  r.last.np = CSTO_NONE;
  if (csto_patterns_open(&r) || csto_rel_phrases(&r)) return CSTO_NOMEM;
  for (i = 0; i < d->ntokens && !d->arena.rc; i++) {
    if (r.word[i].classes & CSTO_REL_TRIGGER || r.at[i] != CSTO_NONE) {
      try_token(&r, i);
    }
  }
  if (d->arena.rc) return CSTO_NOMEM;
  csto_rel_title(&r);
  done(&r);
  sort_rows(r.out, r.nout);
  *out = r.out;
  *nout = r.nout;
  return CSTO_OK;
}
