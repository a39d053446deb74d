/* quantity.c - numbers with a unit, percentages, money; see date.h.
**
** HOW IT WORKS.  A number in digits or words (number.c) and behind it a
** phrase of data/currencies.tsv or data/units.tsv; a currency sign may also
** stand before it; a dual (طنين, دولاران) is its own number.  A length of
** time that is told from today (قبل ثلاثة أيام) belongs to a date and is left
** out.  Money that several states share (ريال) has its bare name for a unit,
** unless the text names one state of it in another place.  Cost: linear, two
** look-ups a number.
*/
#include "base/buf.h"
#include "base/rc.h"
#include "morph/clitics.h"
#include "text/letters.h"
#include "time/rules.h"
#include <string.h>

CSTO_TABLE(units);
CSTO_TABLE(currencies);

typedef struct unit {
  const char *code;
  const char *noun;   /* money whose owner is not said: its bare name; money
                         whose owner is: the bare name of its kind */
  const char *rule;
  size_t tokens;      /* how many it takes */
  int dual, time;
} unit;

/* The longest unit that begins at token t. */
static int unit_at(const csto_doc *d, size_t t, unit *u) {
  size_t nc = 0, nu = 0;
  csto_hit c, m;
  uint32_t row;
  if (t >= d->ntokens) return 0;
  c = csto_table_match(&csto_table_currencies, d, t, 0, NULL, &nc);
  m = csto_table_match(&csto_table_units, d, t, 0, NULL, &nu);
  memset(u, 0, sizeof *u);
  if (c && (!m || nc >= nu)) {
    row = csto_table_row(&csto_table_currencies, c);
    u->code = csto_table_cell(&csto_table_currencies, row, 1);
    u->dual = csto_table_cell(&csto_table_currencies, row, 2)[0] == '2';
    u->rule = "money";
    u->tokens = nc;
    c = csto_table_find(&csto_table_currencies, d->tokens[t].norm,
                        d->tokens[t].nnorm);
    if (c) u->noun = csto_table_cell(&csto_table_currencies,
                csto_table_row(&csto_table_currencies, c), 1);
    return 1;
  }
  if (!m) return 0;
  row = csto_table_row(&csto_table_units, m);
  u->code = csto_table_cell(&csto_table_units, row, 1);
  u->dual = csto_table_cell(&csto_table_units, row, 3)[0] == '2';
  u->tokens = nu;
  switch (csto_table_cell(&csto_table_units, row, 2)[0]) {
    case '%': u->rule = "percent"; break;
    case 't': u->rule = "duration"; u->time = 1; break;
    case 'c': u->rule = "count"; break;
    default: u->rule = "measure";
  }
  return 1;
}

static void put_number(csto_buf *b, const csto_num *n) {
  char digits[24];
  int k = 0, i;
  int64_t v = n->mant;
  do digits[k++] = (char)('0' + v % 10);
  while ((v /= 10) > 0);
  while (k <= n->scale) digits[k++] = '0';
  for (i = k - 1; i >= 0; i--) {
    csto_buf_putc(b, digits[i]);
    if (i == n->scale && i > 0) csto_buf_putc(b, '.');
  }
}

#define KINDS 16

/* A kind of money that several states share, and whose the text says. */
typedef struct money {
  const char *noun, *code;
  int several;
} money;

typedef struct sink {
  csto_doc *d;
  csto_quantity *q;
  const char **noun;      /* of each quantity, or NULL */
  csto_num *num;          /* of each quantity */
  size_t n, cap, ncap, mcap;
  money kinds[KINDS];
  size_t nkinds;
  csto_buf b;
} sink;

/* ISO 4217 codes are ASCII, bare names are not. */
static int is_code(const char *s) { return (unsigned char)s[0] < 0x80; }

static void learn(sink *s, const unit *u) {
  size_t k;
  if (!u->noun || is_code(u->noun) || !is_code(u->code)) return;
  for (k = 0; k < s->nkinds && strcmp(s->kinds[k].noun, u->noun); k++) {}
  if (k == KINDS) return;
  if (k == s->nkinds) {
    s->kinds[k].noun = u->noun;
    s->kinds[k].code = u->code;
    s->kinds[k].several = 0;
    s->nkinds++;
  } else if (strcmp(s->kinds[k].code, u->code)) {
    s->kinds[k].several = 1;
  }
}

static int write_value(sink *s, const csto_num *n, const char *code,
                       const char **value) {
  csto_buf_clear(&s->b);
  put_number(&s->b, n);
  csto_buf_putc(&s->b, ' ');
  csto_buf_puts(&s->b, code);
  if (s->b.rc) return s->b.rc;
  *value = csto_arena_str(&s->d->arena, s->b.data, s->b.size);
  return *value ? CSTO_OK : CSTO_NOMEM;
}

/* A bare ريال in a text that elsewhere says which one, and only one. */
static int complete(sink *s) {
  size_t i, k;
  int rc = CSTO_OK;
  for (i = 0; s->nkinds && i < s->n && rc == CSTO_OK; i++) {
    if (!s->noun[i]) continue;
    for (k = 0; k < s->nkinds && strcmp(s->kinds[k].noun, s->noun[i]); k++) {}
    if (k == s->nkinds || s->kinds[k].several) continue;
    rc = write_value(s, &s->num[i], s->kinds[k].code, &s->q[i].value);
    s->q[i].rule = "money-elsewhere";
  }
  return rc;
}

static int add(sink *s, uint32_t start, uint32_t tok, uint32_t tokend,
               const csto_num *n, const unit *u) {
  csto_quantity *q;
  int rc;
  s->q = csto_arena_grow(&s->d->arena, s->q, s->n, &s->cap, sizeof *s->q);
  s->noun = csto_arena_grow(&s->d->arena, s->noun, s->n, &s->ncap,
                            sizeof *s->noun);
  s->num = csto_arena_grow(&s->d->arena, s->num, s->n, &s->mcap,
                           sizeof *s->num);
  if (!s->q || !s->noun || !s->num) return CSTO_NOMEM;
  q = &s->q[s->n];
  s->noun[s->n] = is_code(u->code) ? NULL : u->code;
  s->num[s->n] = *n;
  learn(s, u);
  rc = write_value(s, n, u->code, &q->value);
  if (rc != CSTO_OK) return rc;
  q->start = start;
  q->end = s->d->tokens[tokend - 1].end;
  q->tok = tok;
  q->tokend = tokend;
  q->rule = u->rule;
  s->n++;
  return CSTO_OK;
}

/* Digits that go on before item i: 3/5 or 10:30. */
static int inside(const csto_lex *x, size_t i) {
  return i > 1 && !x->it[i].space && csto_lex_is(x, i - 1, '.') &&
         !x->it[i - 1].space && csto_lex_is(x, i - 2, '1') &&
         (x->it[i - 1].punct == '/' || x->it[i - 1].punct == ':' ||
          x->it[i - 1].punct == '.');
}

/* The number at i, also نصف مليون; returns the item after it. */
static size_t amount(const csto_lex *x, size_t i, csto_num *n) {
  size_t j;
  int half = csto_lex_is(x, i, 'U') && csto_lex_has(x, i, 'U', 's')
                 ? (int)csto_lex_val(x, i, 'U', 0, NULL) : 0;
  if ((half == 9 || half == 10) && csto_lex_has(x, i + 1, 'N', 'k')) {
    j = csto_number(x, i + 1, n);
    if (!j) return 0;
    n->mant = half == 10 ? n->mant / 2 : n->mant / 4;
    return j;
  }
  if (!csto_lex_is(x, i, '1') && !csto_lex_is(x, i, 'N')) return 0;
  return csto_number(x, i, n);
}

/* قبل ثلاثة أيام, ثلاثة أيام مقبلة: part of a date. */
static int told_from_now(const csto_lex *x, size_t i, size_t j) {
  return (csto_lex_is(x, i - 1, 'A') && !csto_lex_is(x, i - 1, 'F') &&
          (csto_lex_val(x, i - 1, 'A', 0, NULL) < 0 || x->it[i].ahead ||
           x->bare)) || csto_lex_is(x, j, 'R') ||
         csto_lex_is(x, i - 1, 'L');
}

/* One quantity at item i; *next is the item to go on from. */
static int quantity(sink *s, const csto_lex *x, size_t i, size_t *next) {
  const csto_item *it = &x->it[i];
  csto_num n;
  unit u;
  size_t from = i, j, t;
  int sign = 0;
  *next = i + 1;
  if (it->punct && it->punct != '$' && it->punct != 'o') return CSTO_OK;
  if (it->punct) {                       /* $3.5 */
    if (!csto_lex_is(x, i + 1, '1') || x->it[i + 1].space ||
        !unit_at(s->d, it->tok, &u) || strcmp(u.rule, "money"))
      return CSTO_OK;
    sign = 1;
    i++;
  }
  if (inside(x, i)) return CSTO_OK;
  j = amount(x, i, &n);
  if (!j) return CSTO_OK;
  t = x->it[j - 1].tokend;
  if (sign) {
    *next = j;
    return add(s, it->start, it->tok, (uint32_t)t, &n, &u);
  }
  if (t >= s->d->ntokens || s->d->tokens[t].newline) return CSTO_OK;
  if (csto_lex_is(x, j, 'F') && n.big) {  /* ملايين من الدولارات */
    if (!unit_at(s->d, t + 1, &u) || strcmp(u.rule, "money"))
      return CSTO_OK;
    t++;
  } else if (!unit_at(s->d, t, &u)) {
    return CSTO_OK;
  }
  if (u.dual) return CSTO_OK;
  for (; j < x->n && x->it[j].tok < t + u.tokens; j++) {}
  if (u.time && told_from_now(x, from, j)) return CSTO_OK;
  *next = j;
  return add(s, it->start, it->tok, (uint32_t)(t + u.tokens), &n, &u);
}

/* طنين: a word in ان or ين that is the dual of a unit. */
static int dual(sink *s, const csto_lex *x, size_t item, size_t t) {
  const csto_token *w = &s->d->tokens[t];
  const char *end = w->norm + w->nnorm;
  static const csto_num two = {2, 0, 0, 0};
  unit u;
  if (w->kind != CSTO_T_WORD || w->nnorm < 8 ||
      memcmp(end - 2, NOON, 2) ||
      (memcmp(end - 4, ALEF, 2) && memcmp(end - 4, YEH, 2)))
    return CSTO_OK;
  if (!unit_at(s->d, t, &u) || !u.dual) return CSTO_OK;
  if (u.time && item < x->n && x->it[item].tok == t &&
      told_from_now(x, item, item + 1)) return CSTO_OK;
  return add(s, w->start, (uint32_t)t, (uint32_t)(t + u.tokens), &two, &u);
}

int csto_lex_quantities(const csto_lex *x, csto_quantity **out,
                        size_t *nout) {
  csto_doc *d = x->d;
  sink s;
  size_t i = 0, t = 0;
  int rc = CSTO_OK;
  memset(&s, 0, sizeof s);
  s.d = d;
  csto_buf_init(&s.b);
  while (rc == CSTO_OK && t < d->ntokens) {
    size_t had = s.n, next;
    while (i < x->n && (x->it[i].tokend <= t || !x->it[i].kinds) &&
           x->it[i].tok <= t) i++;
    if (i < x->n && x->it[i].tok == t && x->it[i].kinds) {
      rc = quantity(&s, x, i, &next);
      if (s.n > had) {
        t = s.q[s.n - 1].tokend;
        continue;
      }
    }
    if (rc == CSTO_OK) rc = dual(&s, x, i, t);
    t = s.n > had ? s.q[s.n - 1].tokend : t + 1;
  }
  if (rc == CSTO_OK) rc = complete(&s);
  csto_buf_free(&s.b);
  csto_arena_drop(&s.d->arena, s.noun);
  csto_arena_drop(&s.d->arena, s.num);
  *out = s.q;
  *nout = s.n;
  return rc;
}

int csto_quantities(csto_doc *d, csto_quantity **out, size_t *nout) {
  csto_lex x;
  int rc = csto_lex_open(&x, d);
  *out = NULL;
  *nout = 0;
  if (rc == CSTO_OK) rc = csto_lex_quantities(&x, out, nout);
  csto_lex_close(&x);
  return rc;
}
