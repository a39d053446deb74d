/* relations_frame.c - whether a relation is stated at all, and how: held,
** planned, former.
**
** The words before and behind the trigger decide: a negation or an open
** condition drops the row; سـ, سوف, من المقرر make it planned; a verb after
** a bare أن is wished, not stated.
** Cost: a window of at most 24 tokens a match.
*/
#include <string.h>
#include "speech/relations_int.h"

#define BEFORE 6
#define DENIED 14
#define ABSENT 9

static const char *word_cell(uint32_t row, uint32_t col) {
  return row == CSTO_NONE ? ""
                          : csto_table_cell(&csto_table_relation_words, row,
                                            col);
}

/* Where the person's name that ends at token i begins, or i: no word in it
** (بنية) says anything. */
static uint32_t before_name(const csto_rel *r, uint32_t i) {
  uint32_t k;
  for (k = r->ending[i]; k != CSTO_NONE; k = r->np[k].nextend) {
    const csto_np *p = &r->np[k];
    if (p->kinds & CSTO_NP_PERSON && p->m != CSTO_NONE &&
        r->m[p->m].tokend == i) return r->m[p->m].tok;
  }
  return i;
}

/* True if a phrase of the class ends at or before `end`, at most `back`
** tokens before it in the same clause; *gap gets the tokens between. */
int csto_rel_before(const csto_rel *r, uint32_t end, uint32_t back,
                    const char *cls, uint32_t *gap) {
  uint32_t i, name;
  size_t n;
  for (i = end; i > 0 && end - i < back; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1)) return 0;
    name = before_name(r, i);
    if (name < i) {
      i = name + 1;
      continue;
    }
    if (csto_rel_class(r, i - 1, cls, &n) && i - 1 + n <= end &&
        csto_rel_starting(r, i - 1, CSTO_NP_DATE) == CSTO_NONE) {
      if (gap) *gap = end - (i - 1) - (uint32_t)n;
      return 1;
    }
  }
  return 0;
}

static int before(const csto_rel *r, uint32_t end, uint32_t back,
                  const char *cls, uint32_t *gap) {
  return csto_rel_before(r, end, back, cls, gap);
}

static int is_word(const csto_rel *r, uint32_t i, const char *cls) {
  return csto_rel_class(r, i, cls, NULL);
}

/* Is the day of `value` later than the day of publication? */
static int later(const csto_rel *r, const char *value) {
  size_t n = value ? strcspn(value, "/") : 0;
  if (!r->published || !n || value[0] < '0' || value[0] > '9') return 0;
  if (n > 10) n = 10;
  if (strlen(r->published) < n) return 0;
  return strncmp(value, r->published, n) > 0;
}

uint32_t csto_rel_starting(const csto_rel *r, uint32_t i, uint32_t kinds) {
  uint32_t k;
  for (k = r->at[i]; k != CSTO_NONE; k = r->np[k].next) {
    if (r->np[k].kinds & kinds) return k;
  }
  return CSTO_NONE;
}

int csto_rel_verb_form(const csto_rel *r, uint32_t i) {
  const char *t = csto_rel_tense(r, i);
  return !strcmp(t, "past") || !strcmp(t, "pres");
}

/* A noun's verb behind it: الاجتماع الذي سيعقد, الزيارة ستبدأ, also behind a
** comma. */
static int announced(const csto_rel *r, const csto_match *x) {
  uint32_t i, end = x->hi;
  if (!csto_rel_start(r, end) && csto_rel_comma(r, end) &&
      is_word(r, end + 1, "begin")) end++;
  for (i = x->trigend; i <= end && !csto_rel_start(r, i); i++) {
    if (is_word(r, i, "will")) return 1;
    if (i < x->hi && is_word(r, i, "plan")) return 1;
    if (r->word[i].pre & CSTO_PRE_SIN &&
        (csto_rel_verb_form(r, i) || is_word(r, i, "bringing") ||
         is_word(r, i, "visitadj") || is_word(r, i, "headedby"))) return 1;
  }
  return 0;
}

/* Does a word of what is to come stand by the trigger or by its date? */
static int to_come(const csto_rel *r, const csto_match *x, uint32_t wordrow,
                   uint32_t when) {
  uint32_t i;
  for (i = wordrow == CSTO_NONE ? x->trig : x->trigend;
       i < x->hi + 1 && i < x->trigend + 7; i++) {
    if (i > x->trig && csto_rel_start(r, i)) break;
    if (is_word(r, i, "next")) return 1;
  }
  if (when == CSTO_NONE) return 0;
  for (i = r->np[when].tok; i <= r->np[when].tokend; i++) {
    if (i > r->np[when].tok && csto_rel_start(r, i)) break;
    if (is_word(r, i, "next")) return 1;
  }
  return 0;
}

/* يجمع, تجمع: of a verb whose tense the table does not give. */
static int is_present(const csto_token *t) {
  return !memcmp(t->norm, YEH, 2) || !memcmp(t->norm, TEH, 2);
}

/* The verb of an event's clause, where the event itself is the trigger:
** اجتماع عقد في جدة has a past one, الذي سيعقد none; المنعقد is one, too. */
static int happened(const csto_rel *r, const csto_match *x,
                    const char *date) {
  uint32_t i, n;
  for (i = x->trigend; i < x->hi; i += n) {
    n = r->word[i].ntok ? r->word[i].ntok : 1u;   /* المقرر عقده */
    if (is_word(r, i, "ongoing") && !later(r, date) &&
        !to_come(r, x, CSTO_NONE, CSTO_NONE)) {
      return 1;
    }
    if (is_word(r, i, "bringing") && !r->word[i].pre &&
        !is_present(&r->d->tokens[i])) return 1;
    if (!csto_rel_verb_form(r, i) || r->word[i].pre) continue;
    return !strcmp(csto_rel_tense(r, i), "past");
  }
  return 0;
}

/* احتفالات لن تقام في الساحة, لن يعقد اللقاء بحضور فلان */
static int is_negated(const csto_rel *r, const csto_match *x) {
  uint32_t i = x->lo;
  if (i > 1 && !csto_rel_start(r, i) && !csto_rel_start(r, i - 1) &&
      (is_word(r, i - 1, "held") || is_word(r, i - 1, "takeplace")) &&
      is_word(r, i - 2, "neg")) return 1;
  for (i = x->trigend; i < x->hi; i++) {
    if (is_word(r, i, "neg")) return 1;
  }
  return 0;
}

/* اتفقا على عقد قمة, تستعد لعقد لقاء: what is to be held, behind a word that
** looks ahead.  بعد عقد لقاء looks back. */
static int to_be_held(const csto_rel *r, uint32_t t) {
  uint32_t i = t;
  while (i > 0 && t - i < 3 && !csto_rel_start(r, i) &&
         !is_word(r, i - 1, "holding")) i--;
  if (i == 0 || csto_rel_start(r, i) || !is_word(r, i - 1, "holding")) {
    return 0;
  }
  i--;
  if (r->word[i].pre & CSTO_PRE_LAM) return 1;
  return i > 0 && !csto_rel_start(r, i) &&
         (is_word(r, i - 1, "to") || is_word(r, i - 1, "ahead"));
}

/* ستعقد هذه السنة ورشة عمل: does the verb before an event look ahead?  Not
** in ستقام البطولة بعد لقاء كذا. */
static int will_be_held(const csto_rel *r, uint32_t t) {
  uint32_t i;
  for (i = t; i > 0 && t - i < 9 && !csto_rel_start(r, i) &&
              !csto_rel_border(r, i - 1); i--) {
    if (is_word(r, i - 1, "after")) return 0;
    if (!csto_rel_verb_form(r, i - 1)) continue;
    return (is_word(r, i - 1, "held") || is_word(r, i - 1, "takeplace")) &&
           (r->word[i - 1].pre & CSTO_PRE_SIN ||
            (i > 1 && is_word(r, i - 2, "will")) ||
            before(r, i - 1, 4, "plan", NULL));
  }
  return 0;
}

/* إن لقاء بين فلان وفلان، من المقرر أن يعقد: the verb behind the match, in no
** other clause. */
static int verb_ahead(const csto_rel *r, const csto_match *x) {
  uint32_t i, n;
  for (i = x->hi; i < x->hi + 12 && !csto_rel_start(r, i); i += n) {
    n = r->word[i].ntok ? r->word[i].ntok : 1u;
    if (csto_rel_border(r, i) || is_word(r, i, "stop") ||
        is_word(r, i, "newclause") || is_word(r, i, "that") ||
        is_word(r, i, "also")) break;
    if (!csto_rel_verb_form(r, i)) continue;
    return (is_word(r, i, "held") || is_word(r, i, "takeplace")) &&
           !(r->word[i].pre & CSTO_PRE_WA) &&
           (r->word[i].pre & CSTO_PRE_SIN || before(r, i, 3, "plan", NULL) ||
            before(r, i, 2, "will", NULL));
  }
  return 0;
}

/* سيشارك في البطولة, سيلقي كلمة: who takes part does so in time to come. */
static int will_be_joined(const csto_rel *r, uint32_t t) {
  uint32_t i;
  for (i = t; i > 0 && t - i < BEFORE && !csto_rel_start(r, i) &&
              !csto_rel_border(r, i - 1) && !csto_rel_comma(r, i - 1); i--) {
    if (is_word(r, i - 1, "join") || is_word(r, i - 1, "attend") ||
        is_word(r, i - 1, "deliver")) {
      return r->word[i - 1].pre & CSTO_PRE_SIN ||
             (i > 1 && (is_word(r, i - 2, "will") ||
                        is_word(r, i - 2, "willnot")));
    }
  }
  return 0;
}

/* يدعو فلانا إلى حضور القمة; مؤشرات بانعقاد قمة; سيكون اللقاء: what the words
** before an event wait for. */
static int is_awaited(const csto_rel *r, uint32_t t) {
  if (t == 0 || csto_rel_start(r, t)) return 0;
  if (will_be_joined(r, t)) return 1;
  if (before(r, t, 4, "willbe", NULL)) return 1;
  if ((is_word(r, t - 1, "holding") || is_word(r, t - 1, "attached")) &&
      before(r, t - 1, 3, "signs", NULL)) return 1;
  return before(r, t, 3, "attending", NULL) &&
         (before(r, t, 12, "invite", NULL) ||
          before(r, t, 12, "invitation", NULL));
}

/* احتفالات في الساحة خلال الأيام القادمة, مؤتمر في جدة في وقت لاحق: the time
** behind the match is to come. */
static int is_soon(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->hi; i < x->hi + 4 && !csto_rel_start(r, i); i++) {
    if (is_word(r, i, "later")) return 1;
    if (i > x->hi + 1 && is_word(r, i, "next") &&
        is_word(r, x->hi, "during") && !is_word(r, x->hi, "anchor")) return 1;
    if (csto_rel_border(r, i) || csto_rel_comma(r, i) ||
        csto_rel_verb_form(r, i)) break;
  }
  return 0;
}

/* الإعلان في مارس عن قمة; قمة في جدة، والتي ستعقد في مايو: an event that is
** to come by what stands before its match or behind it. */
static int is_ahead(const csto_rel *r, const csto_match *x) {
  uint32_t t = x->trig, i = x->hi;
  if (is_awaited(r, t) || verb_ahead(r, x) || is_soon(r, x)) return 1;
  if (t > 0 && !csto_rel_start(r, t) && is_word(r, t - 1, "about") &&
      before(r, t - 1, BEFORE, "announcing", NULL)) return 1;
  if (!csto_rel_start(r, i) && csto_rel_comma(r, i)) i++;
  return !csto_rel_start(r, i) && is_word(r, i, "rel") &&
         !csto_rel_start(r, i + 1) && r->word[i + 1].pre & CSTO_PRE_SIN &&
         csto_rel_verb_form(r, i + 1);
}

/* أرجئ, ألغيت behind the match: it did not come to that; قد تعقد: it may. */
static int is_called_off(const csto_rel *r, const csto_match *x) {
  uint32_t i = x->hi;
  if (before(r, x->trig, 6, "cancel", NULL)) return 1;
  if (!csto_rel_start(r, i) && is_word(r, i, "maybe") &&
      (is_word(r, i + 1, "held") || is_word(r, i + 1, "takeplace")) &&
      strcmp(csto_rel_tense(r, i + 1), "past")) return 1;
  for (i = x->hi; i < x->hi + 4 && !csto_rel_start(r, i); i++) {
    if (csto_rel_border(r, i)) break;
    if (is_word(r, i, "calledoff")) return 1;
  }
  return 0;
}

/* Does the value give a day or a month, as it does where it is written out? */
static int is_spelled_out(const char *date) {
  return date && strlen(date) > 6 && date[5] != 'X' && date[4] == '-';
}

/* تستضيفه في وقت لاحق: a verb of now, and a time after it; تستضيفه في 5 مايو,
** where no day of publication is known: such a day is one to come, unless it
** is told by the way (الذي يزور). */
static int is_later(const csto_rel *r, const csto_match *x, const char *date,
                    uint32_t when) {
  uint32_t i;
  int now = 0, day = !r->published &&
                     (is_spelled_out(date) ||
                      (when != CSTO_NONE &&
                       !strcmp(r->m[r->np[when].m].rule, "weekday")));
  for (i = x->trig; i < x->hi + 4; i++) {
    if (i > x->trig && csto_rel_start(r, i)) break;
    if (now && is_word(r, i, "later")) return 1;
    if (i < x->hi && csto_rel_verb_form(r, i)) {
      now = !strcmp(csto_rel_tense(r, i), "pres");
      if (now && day && !(i > 0 && is_word(r, i - 1, "rel"))) return 1;
    }
  }
  return 0;
}

/* قد يعقبها اجتماع: left open. */
static int is_possible(const csto_rel *r, uint32_t t) {
  uint32_t i;
  for (i = t; i > 1 && t - i < 3 && !csto_rel_start(r, i - 1); i--) {
    const char *next = r->d->tokens[i - 1].norm;
    if (is_word(r, i - 2, "maybe") && (!memcmp(next, YEH, 2) ||
                                       !memcmp(next, TEH, 2))) {
      return !csto_rel_start(r, i);
    }
  }
  return 0;
}

/* ، على أن تنتقل: what comes then. */
static int is_provided(const csto_rel *r, uint32_t t) {
  return t > 2 && is_word(r, t - 2, "provided") &&
         csto_rel_comma(r, t - 3);
}

/* يدعو إلى إضراب غدا: what is to come is in the words that are called for. */
static int has_text(const csto_match *x) {
  const csto_slot *o = &x->slot[CSTO_SLOT_O], *t = &x->slot[CSTO_SLOT_T];
  return o->end > o->start || t->end > t->start;
}

/* توجه إلى كذا حيث يجري محادثات: what he does there; not حيث تنعقد القمة. */
static int is_on_the_way(const csto_rel *r, uint32_t t) {
  return t > 1 && is_word(r, t - 1, "whither") && !is_word(r, t, "held") &&
         (before(r, t - 1, 24, "arrive", NULL) ||
          before(r, t - 1, 24, "histrip", NULL));
}

/* قبيل زيارته: not yet. */
static int is_ere(const csto_rel *r, uint32_t t, const char *tense) {
  return !tense[0] && t > 0 && !csto_rel_start(r, t) &&
         is_word(r, t - 1, "ere");
}

/* 1: planned; 0: not; -1: wished, denied or left open. */
static int planned(const csto_rel *r, const csto_match *x, uint32_t wordrow,
                   int past, const char *date, uint32_t when) {
  const char *tense = word_cell(wordrow, 2);
  uint32_t t = x->trig, gap = 0;
  int pres = !strcmp(tense, "pres"), plan;
  plan = strcmp(tense, "part") &&
         (before(r, t, BEFORE, "plan", &gap) ||
          (!is_word(r, t, "appointing") &&        /* that is done by it */
           !is_word(r, t, "underchair") &&
           before(r, t, BEFORE, "decide", &gap))) &&
         (!past || gap == 0 || is_word(r, t, "holding")) &&   /* عقد */
         !(is_word(r, t, "at") && before(r, x->lo, 3, "expects", NULL));
  if (!tense[0] && is_possible(r, t)) return -1;
  if (!plan && before(r, t, BEFORE, "open", &gap) &&
      (gap == 0 || !(r->word[t].pre & CSTO_PRE_WA))) {
    return !tense[0] && before(r, t, BEFORE, "anchor", NULL) &&
                   to_come(r, x, wordrow, CSTO_NONE) ? 1 : -1;
  }
  if (past && t > 0 && is_word(r, t - 1, "inorder")) return 1;  /* بهدف عقد */
  if (!strcmp(tense, "past") &&
      r->word[t].pre & (CSTO_PRE_LAM | CSTO_PRE_BA)) return -1;
  if (pres && !plan && !is_provided(r, t)) {
    if (r->word[t].pre & CSTO_PRE_LAM) return -1;
    if (t > 0 && (is_word(r, t - 1, "that") || is_word(r, t - 1, "maybe") ||
                  is_word(r, t - 1, "whenever"))) return -1;
  }
  if (r->word[t].pre & CSTO_PRE_SIN) return 1;
  if (t > 0 && is_word(r, t - 1, "will")) return 1;
  if (pres ? is_on_the_way(r, t) : is_ere(r, t, tense)) return 1;
  if (plan || is_provided(r, t)) return 1;
  if (!tense[0] && (announced(r, x) || to_be_held(r, t) ||
                    (!past && will_be_held(r, t)))) return 1;
  if (is_word(r, t, "pass") && to_come(r, x, wordrow, CSTO_NONE)) return 1;
  return !past && !csto_rel_until(r, when) &&
         ((!has_text(x) && to_come(r, x, wordrow, when)) || later(r, date));
}

/* 2010/2014, over by now: years that both stand there, not a season.  past:
** the verb is; where no day of publication is known it tells that much. */
static int is_over(const csto_rel *r, const char *date, int past) {
  const char *end = date ? strchr(date, '/') : NULL;
  size_t n;
  if (!end || end - date > 7 || !strncmp(date, end + 1, 4)) return 0;
  if (!r->published) return past;
  n = strlen(end + 1);
  if (n < 4 || strlen(r->published) < n) return 0;
  return strncmp(end + 1, r->published, n) < 0;
}

/* يزور فلان كذا على رأس وفد: what goes along is as the verb before it. */
static const char *along(const csto_rel *r, const csto_match *x) {
  uint32_t i = x->lo;
  if (before(r, i, 4, "neg", NULL) || before(r, i, BEFORE, "open", NULL) ||
      before(r, i, DENIED, "deny", NULL)) return NULL;
  if (before(r, i, BEFORE, "plan", NULL) || before(r, i, 3, "will", NULL)) {
    return "planned";
  }
  for (; i <= x->hi && (i == x->lo || !csto_rel_start(r, i)); i++) {
    if (r->word[i].pre & CSTO_PRE_SIN && csto_rel_verb_form(r, i)) {
      return "planned";
    }
    if (is_word(r, i, "neg")) return NULL;
  }
  i = x->lo;
  return i > 0 && !csto_rel_start(r, i) && r->word[i - 1].pre & CSTO_PRE_SIN &&
         csto_rel_verb_form(r, i - 1) ? "planned" : "held";
}

/* The status by the trigger itself; see csto_rel_status. */
static const char *status_of(const csto_rel *r, const csto_match *x,
                             const char *manner, uint32_t wordrow,
                             const char *date, uint32_t when) {
  int past = !strcmp(word_cell(wordrow, 2), "past"), plan;
  int event = !word_cell(wordrow, 2)[0] && !strcmp(manner, "event");
  if (!strcmp(manner, "post")) return csto_rel_post_status(r, x);
  if (!strcmp(manner, "along")) return along(r, x);
  if (is_word(r, x->trig, "capital")) return "current";
  if (before(r, x->trig, 2, "neg", NULL)) return NULL;
  if (before(r, x->trig, DENIED, "deny", NULL)) return NULL;
  if (!strcmp(manner, "fact")) {
    return csto_rel_was_capital(r, x) ? "former" : "current";
  }
  if (event) {                         /* a noun: its verb stands behind it */
    if (is_negated(r, x)) return NULL;
    past = happened(r, x, date);
  }
  if (!strcmp(manner, "event") && is_called_off(r, x)) return NULL;
  plan = event && past
             ? -before(r, x->trig, BEFORE, "open", NULL)
             : planned(r, x, wordrow, past, date, when);
  if (!plan && !past && !strcmp(manner, "event")) {
    plan = is_later(r, x, date, when) || (event && is_ahead(r, x));
  }
  if (plan < 0) return NULL;
  if (!strcmp(manner, "former")) return plan ? NULL : "former";
  if (!strcmp(manner, "was")) {
    return past || before(r, x->trig, 3, "was", NULL) ||
                   is_over(r, date, past)
               ? "former" : "current";
  }
  if (!strcmp(manner, "once")) {
    return when != CSTO_NONE && r->np[when].tok > 0 &&
                   is_word(r, r->np[when].tok - 1, "since") ? "current"
                                                            : "former";
  }
  if (plan || !strcmp(manner, "planned") ||
      (!strcmp(manner, "state") && later(r, date) &&
       !csto_rel_until(r, when))) {
    return "planned";
  }
  if (!strcmp(manner, "event")) {
    return !past && !date && csto_rel_is_about_to(r, x, wordrow) ? "planned"
                                                             : "held";
  }
  return is_over(r, date, past) ||
                 (past && csto_rel_is_spent(r, x, date, when))
             ? "former" : "current";
}

/* لم يقم فلان بزيارة, سيجري محادثات: the verb that a noun goes with tells for
** it.  Into *y, with the verb for a trigger; its row, or CSTO_NONE. */
static uint32_t verb_of_noun(const csto_rel *r, const csto_match *x,
                             csto_match *y) {
  static const char *const cls[] = {"does", "begin", "conduct"};
  uint32_t i, row;
  size_t k;
  for (i = x->lo; i < x->trig; i++) {
    for (k = 0; k < sizeof cls / sizeof *cls; k++) {
      row = csto_rel_row(r, i, cls[k]);
      if (row == CSTO_NONE || !word_cell(row, 2)[0]) continue;
      *y = *x;
      y->trig = i;
      y->trigend = i + r->word[i].ntok;
      return row;
    }
  }
  return CSTO_NONE;
}

/* لم يشارك اللاعب فلان والحارس فلان في التدريبات, عدم مشاركة فلان في كذا */
static int is_absent(const csto_rel *r, const csto_match *x) {
  uint32_t gap;
  return is_word(r, x->trig, "at") &&
         (before(r, x->lo, ABSENT, "join", &gap) ||
          before(r, x->lo, ABSENT, "joining", &gap)) &&
         before(r, x->lo - gap, 3, "neg", NULL);
}

/* The word before the person whom a match begins with, a verb most often; its
** token, or CSTO_NONE. */
static uint32_t verb_before(const csto_rel *r, const csto_match *x) {
  const csto_slot *s = &x->slot[CSTO_SLOT_S];
  const csto_np *p = s->nnp ? &r->np[s->np[0]] : NULL;
  uint32_t i;
  if (!p || p->tok >= x->trig ||
      !(p->kinds & (CSTO_NP_PERSON | CSTO_NP_ROLE))) return CSTO_NONE;
  i = r->np[r->ending[p->tokend]].tok;       /* the name before the office */
  while (i > 1 && !csto_rel_start(r, i) && r->soft[i - 1]) i--;
  if (i < 1 || csto_rel_start(r, i) ||
      csto_rel_starting(r, i - 1, ~0u) != CSTO_NONE) return CSTO_NONE;
  return i - 1;
}

/* لم يشارك فلان في القمة, قد يشارك, لو شارك, إلى أن يشارك: does the verb before
** the subject of a match that has none say that it was not, or leave it
** open? */
static int subject_denied(const csto_rel *r, const csto_match *x) {
  uint32_t verb = verb_before(r, x);
  if (is_absent(r, x)) return 1;
  if (verb == CSTO_NONE) return 0;
  if (is_word(r, verb, "fail")) return 1;            /* فشل فلان في لقاء */
  if (csto_rel_start(r, verb)) return 0;
  return is_word(r, verb - 1, "neg") ||
         ((is_word(r, verb - 1, "maybe") || is_word(r, verb - 1, "that")) &&
          csto_rel_letter(&r->d->tokens[verb], 0, YEH)) ||
         before(r, verb, 2, "open", NULL) || before(r, verb, 2, "deny", NULL);
}

/* رفض فلان عقد اجتماع: a noun that looks like a verb (class holding), behind
** one that says no or leaves it open. */
static int is_refused(const csto_rel *r, const csto_match *x) {
  uint32_t verb = is_word(r, x->trig, "holding") ? verb_before(r, x)
                                                 : CSTO_NONE;
  return verb != CSTO_NONE &&
         (is_word(r, verb, "neg") || is_word(r, verb, "open") ||
          is_word(r, verb, "deny"));
}

/* لا يعتزم زيارة كذا, ليس من المقرر أن يزور: a plan that there is none of. */
static int is_unplanned(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->trig; i > 0 && x->trig - i < DENIED; i--) {
    if (csto_rel_start(r, i) || csto_rel_border(r, i - 1)) break;
    if (is_word(r, i - 1, "plan") && i > 1 && !csto_rel_start(r, i - 1) &&
        is_word(r, i - 2, "neg")) return 1;
  }
  return 0;
}

/* إذا زار كذا فسيلتقي فلانا: what would follow. */
static int would_follow(const csto_rel *r, const csto_match *x) {
  return csto_rel_letter(&r->d->tokens[x->trig], 0, FEH) &&
         r->word[x->trig].pre & CSTO_PRE_SIN &&
         before(r, x->trig, DENIED, "open", NULL);
}

/* أن تعقد القمة, طالب بعقد القمة: an event that is wished for; planned ones
** are told before this is asked. */
static int is_wished(const csto_rel *r, uint32_t t) {
  if (t < 2 || csto_rel_start(r, t) || csto_rel_start(r, t - 1)) return 0;
  if (is_word(r, t - 1, "holding")) {
    return before(r, t - 1, 4, "demand", NULL) ||
           before(r, t - 1, 4, "call", NULL);
  }
  return is_word(r, t - 2, "that") &&
         (is_word(r, t - 1, "held") || is_word(r, t - 1, "takeplace")) &&
         !strcmp(csto_rel_tense(r, t - 1), "pres") &&
         !before(r, t - 1, BEFORE, "plan", NULL);
}

/* لم تعلن كذا دعمها: a side that nobody took. */
static int is_unsaid(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->lo; i < x->trig; i++) {
    if (is_word(r, i, "express") && before(r, i, 2, "neg", NULL)) return 1;
  }
  return 0;
}

const char *csto_rel_status(const csto_rel *r, const csto_match *x,
                            const char *manner, uint32_t wordrow,
                            const char *date, uint32_t when) {
  csto_match y;
  int noun = !strcmp(manner, "event") && !word_cell(wordrow, 2)[0];
  uint32_t row = noun ? verb_of_noun(r, x, &y) : CSTO_NONE;
  if (noun && row == CSTO_NONE && subject_denied(r, x)) return NULL;
  if (is_word(r, x->trig, "held") && is_word(r, x->trig, "holding") &&
      to_be_held(r, x->trigend)) {      /* اتفقوا على عقد القمة: a noun */
    return is_wished(r, x->trigend) ? NULL : "planned";
  }
  if (is_refused(r, x) || is_unsaid(r, x) || is_unplanned(r, x) ||
      would_follow(r, x) || (noun && is_wished(r, x->trig))) return NULL;
  return row == CSTO_NONE ? status_of(r, x, manner, wordrow, date, when)
                          : status_of(r, &y, manner, row, date, when);
}

int csto_rel_in_relative(const csto_rel *r, const csto_match *x) {
  uint32_t i;
  for (i = x->lo; i < x->trig; i++) if (is_word(r, i, "rel")) return 1;
  return 0;
}
