/* quotes_turns.c - the answers of an interview.
**
** A line that ends in a question mark and the lines behind it up to the next
** question are a turn.  Only a row of turns makes an interview: questions
** and answers that begin with signs of their own (* and -, س: and ج:), or
** questions that stand by themselves before answers in the first person.
** Each answer is direct speech of the person interviewed, the one before the
** headline's colon or the only one met before the first question; the
** questions are nobody's.
** Cost: linear.
*/
#include "speech/quotes_int.h"
#include "base/rc.h"
#include <string.h>

#define FEW 3u        /* turns, when both sides are marked */
#define MANY 4u       /* when they are not */
#define LONG 120u     /* tokens of a question */

typedef struct line {
  uint32_t a, b;      /* its tokens, behind the sign */
  uint8_t sign;       /* index in signs + 1, or 0 */
  uint8_t asks;
} line;

static const char *const signs[] = {
    "*", "-", "\xe2\x80\xa2", "\xe2\x97\x8f", EN_DASH, "\xe2\x96\xa0",
    SEEN, JEEM};            /* • ● – ■ س ج */
enum { NSIGNS = sizeof signs / sizeof *signs, LETTERS = 6 };

static int is_colon(const qx *x, uint32_t i) {
  return x->t[i].mark == QM_COLON || strcmp(x->tk[i].norm, "-") == 0;
}

/* Reads the sign at the head of a line. */
static void read_sign(const qx *x, line *l) {
  uint32_t a = l->a, k;
  for (k = 0; k < NSIGNS; k++) {
    if (strcmp(x->tk[a].norm, signs[k])) continue;
    if (k >= LETTERS && (a + 1 >= l->b || !is_colon(x, a + 1))) return;
    l->sign = (uint8_t)(k + 1);
    l->a = a + (k >= LETTERS ? 2 : 1);
    break;
  }
  while (l->a < l->b && l->sign && !q_is_word(x, l->a) &&
         x->t[l->a].mark != QM_OPEN) l->a++;
}

static int question_mark(const qx *x, uint32_t i) {
  return strcmp(x->tk[i].norm, QUESTION) == 0 ||
         strcmp(x->tk[i].norm, "?") == 0;
}

/* Does the line end in a question mark? */
static int asks(const qx *x, const line *l) {
  uint32_t e = l->b;
  if (l->b - l->a > LONG) return 0;
  while (e > l->a && !q_is_word(x, e - 1) && !question_mark(x, e - 1)) e--;
  return e > l->a + 1 && question_mark(x, e - 1);
}

/* The lines of the text; 0: no memory. */
static line *lines(qx *x, size_t *n) {
  line *v;
  uint32_t i, from = 0;
  size_t k = 1;
  for (i = 1; i < x->n; i++) k += x->tk[i].newline;
  v = csto_arena_zalloc(&x->d->arena, k * sizeof *v);
  *n = 0;
  if (!v) return NULL;
  for (i = 1; i <= x->n; i++) {
    line *l = &v[*n];
    if (i < x->n && !x->tk[i].newline) continue;
    l->a = from;
    l->b = i;
    read_sign(x, l);
    l->asks = (uint8_t)asks(x, l);
    if (l->a < l->b) ++*n;
    else memset(l, 0, sizeof *l);
    from = i;
  }
  return v;
}

/* Does somebody speak of himself in the line, outside quotation marks? */
static int own_person(const qx *x, const line *l) {
  uint32_t i;
  for (i = l->a; i < l->b; i++)
    if ((x->t[i].cls & QW_FIRST) && !x->t[i].quoted) return 1;
  return 0;
}

/* Does the line begin with a label (فلان: …)? */
static int labelled(const qx *x, const line *l) {
  uint32_t i;
  for (i = l->a; i < l->b && i < l->a + 6; i++)
    if (x->t[i].mark == QM_COLON) return 1;
  return 0;
}

/* The sign that most questions have; 0 when they have none. */
static uint8_t sign_of_questions(const line *v, size_t n) {
  size_t count[NSIGNS + 1] = {0}, k;
  uint8_t best = 0;
  for (k = 0; k < n; k++) count[v[k].sign] += v[k].asks;
  for (k = 1; k <= NSIGNS; k++)
    if (count[k] > count[best]) best = (uint8_t)k;
  return best;
}

/* Is line k a question of the interview whose questions have the sign? */
static int question(const line *v, size_t k, uint8_t sign) {
  return v[k].sign == sign && (v[k].asks || sign == LETTERS + 1);
}

/* Do the turns make an interview? */
static int interview(const qx *x, const line *v, size_t n, uint8_t sign) {
  size_t k, turns = 0, marked = 0, own = 0, labels = 0;
  for (k = 1; k + 1 < n; k++) {
    if (!question(v, k, sign) || question(v, k + 1, sign)) continue;
    turns++;
    marked += v[k + 1].sign && v[k + 1].sign != sign;
    own += (size_t)own_person(x, &v[k + 1]);
    labels += (size_t)(labelled(x, &v[k]) || labelled(x, &v[k + 1]));
  }
  if (labels * 3 > turns) return 0;                /* several persons talk */
  if (sign && marked >= FEW && marked * 2 > turns) return 1;
  if (sign == LETTERS + 1) return marked >= 2;
  return turns >= MANY && own * (sign ? 3 : 2) >= turns;
}

/* Is the last line of an answer a heading before the next question? */
static int heading(const qx *x, const line *l) {
  return l->b - l->a < 8 && q_is_word(x, l->b - 1);
}

/* The answer in lines k to e, behind the question q. */
static void answer(qx *x, const line *v, const line *q, size_t k, size_t e) {
  q_rep *r;
  uint32_t i, cue = q->b - 1, end;
  while (e > k + 1 && heading(x, &v[e - 1])) e--;
  end = v[e - 1].b;
  i = v[k].a;
  if (x->t[cue].rep) return;
  while (end > i && !q_is_word(x, end - 1) && x->t[end - 1].mark != QM_CLOSE &&
         x->t[end - 1].mark != QM_PARENEND) end--;
  if (end - i < 2) return;
  if (x->t[i].mark == QM_OPEN && x->t[i].pair == end) i++, end--;
  r = csto_q_add(x);
  if (!r) return;
  r->cue = cue;
  r->cueend = cue + 1;
  r->comp = r->cueend;
  r->c0 = i;
  r->c1 = end;
  r->kind = QK_BEFORE;
  r->rule = "interview";
  r->direct = r->dropped = 1;
  x->t[cue].rep = (uint32_t)x->nr;
}

int csto_q_turns(qx *x) {
  size_t n, k, e;
  uint8_t sign;
  line *v;
  if (x->n < 20) return CSTO_OK;
  v = lines(x, &n);
  if (!v) return CSTO_NOMEM;
  sign = sign_of_questions(v, n);
  if (n < 5 || !interview(x, v, n, sign)) return CSTO_OK;
  for (k = 1; k + 1 < n; k = e) {
    e = k + 1;
    if (!question(v, k, sign)) continue;
    while (e < n && !question(v, e, sign) && (!sign || v[e].sign != sign)) e++;
    if (e == k + 1) continue;
    /* of the last answer only the paragraph is sure */
    answer(x, v, &v[k], k + 1, e == n ? k + 2 : e);
  }
  return x->d->arena.rc;
}

/* ---- the person interviewed ---- */

/* The person whom entry e names, or NULL. */
static const char *person_name(const qx *x, uint32_t e) {
  const q_who *q;
  while (x->who[e - 1].same) e = x->who[e - 1].same;
  q = &x->who[e - 1];
  return q->person && q->ment ? x->m[q->ment - 1].name : NULL;
}

/* The only person named so far who has spoken (spoke: 1) or at all, of the
** first entries; 0: none, or several. */
static uint32_t only_person(const qx *x, int spoke) {
  uint32_t e, found = 0, far = x->nwho < 200 ? (uint32_t)x->nwho : 200;
  for (e = 1; e <= far; e++) {
    const char *name = person_name(x, e);
    if (!name || (spoke && !x->who[e - 1].spoke)) continue;
    if (found && strcmp(name, person_name(x, found))) return 0;
    found = e;
  }
  return found;
}

/* The person before the colon of the headline, when nobody else spoke. */
static uint32_t headline_person(const qx *x, uint32_t before) {
  size_t k;
  uint32_t e, far = x->nwho < 200 ? (uint32_t)x->nwho : 200;
  for (k = 0; k < x->nr; k++) {
    const q_rep *r = &x->r[k];
    if (r->rule[0] != 'h' || r->cue > before || !r->ment ||
        x->m[r->ment - 1].type != CSTO_PERSON) continue;
    for (e = 1; e <= far; e++) {
      const char *name = person_name(x, e);
      if (name && !strcmp(name, x->m[r->ment - 1].name)) return e;
    }
  }
  return 0;
}

uint32_t csto_q_guest(const qx *x, uint32_t before) {
  uint32_t e = headline_person(x, before);
  if (!e) e = only_person(x, 1);
  return e ? e : only_person(x, 0);
}
