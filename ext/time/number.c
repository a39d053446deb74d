/* number.c - numbers in digits and in words; see number.h.
**
** A spelled-out number is a chain of groups, each at most 999 and then a
** multiplier (ألف, مليون ..): total += group * multiplier, multipliers falling.
** Inside a group come hundreds, units, tens, each once, joined by و; the
** teens are a unit and عشر with no و; a unit before مئة multiplies it.  The
** dual of a multiplier is two of it.  Grammar: the counting system of Modern
** Standard Arabic (Wright, A Grammar of the Arabic Language, I 318-328).
*/
#include "time/number.h"
#include "morph/clitics.h"
#include <string.h>

#define MAXITEMS 24
#define LIMIT 1000000000000000000LL

static int pow10_mul(int64_t *v, int64_t by) {
  if (by != 0 && *v > LIMIT / by) return 0;
  *v *= by;
  return 1;
}

static void trim(csto_num *n) {
  while (n->scale > 0 && n->mant % 10 == 0) {
    n->mant /= 10;
    n->scale--;
  }
}

static int multiply(csto_num *n, int64_t by) {
  while (n->scale > 0 && by % 10 == 0) {
    by /= 10;
    n->scale--;
  }
  return pow10_mul(&n->mant, by);
}

int64_t csto_num_int(const csto_num *n, int64_t max) {
  return n->scale == 0 && n->mant <= max ? n->mant : -1;
}

static int tight(const csto_lex *x, size_t i) {
  return i < x->n && x->it[i].kinds && !x->it[i].space;
}

/* Item i and i + 1 are a mark and digits written close up. */
static int tail(const csto_lex *x, size_t i, char mark) {
  return csto_lex_mark(x, i, mark) && tight(x, i) &&
         csto_lex_is(x, i + 1, '1') && tight(x, i + 1);
}

size_t csto_number_digits(const csto_lex *x, size_t i, csto_num *out) {
  const csto_item *it;
  int64_t v;
  size_t j = i + 1;
  if (!csto_lex_is(x, i, '1')) return 0;
  it = &x->it[i];
  memset(out, 0, sizeof *out);
  if (it->num < 0) return 0;
  v = it->num;
  if (it->ndig <= 3)            /* 1,200,000 or 1.200.000 */
    while (j + 1 < x->n && j - i < 8) {
      char m = tail(x, j, ',') ? ',' : tail(x, j, '.') ? '.' : 0;
      if (!m || x->it[j + 1].ndig != 3) break;
      /* one dot and three digits may be a fraction: 3.125 */
      if (m == '.' && !tail(x, j + 2, '.') && j == i + 1) break;
      if (!pow10_mul(&v, 1000)) return 0;
      v += x->it[j + 1].num;
      j += 2;
    }
  out->mant = v;
  if ((tail(x, j, '.') || (tail(x, j, ',') && x->it[j + 1].ndig <= 2)) &&
      x->it[j + 1].num >= 0 && x->it[j + 1].ndig <= 6) {
    int k;
    for (k = 0; k < x->it[j + 1].ndig; k++)
      if (!pow10_mul(&out->mant, 10)) return 0;
    out->mant += x->it[j + 1].num;
    out->scale = x->it[j + 1].ndig;
    j += 2;
    /* 1.2.3 is a version or a date, not a number */
    if (tail(x, j, '.')) return 0;
  }
  trim(out);
  return j;
}

/* Item i is joined to what stands before it by و.  وأحد عشر folds to واحد
** عشر, which means nothing else. */
static int joined_at(const csto_lex *x, size_t i) {
  if (x->it[i].clitics & CSTO_PC_CONJ) return 1;
  return csto_lex_has(x, i, 'N', 'u') && csto_lex_has(x, i + 1, 'N', 't') &&
         csto_lex_val(x, i, 'N', 'u', NULL) == 1 &&
         x->it[i].end - x->it[i].start > 6;
}

/* One group under a thousand, in words, at item i.  *and0: it must be joined
** to what stands before it by و. */
static size_t group(const csto_lex *x, size_t i, int and0, int64_t *value) {
  int have_unit = 0, have_ten = 0, have_hundred = 0, first = !and0;
  int64_t v = 0;
  size_t j = i, start = i;
  while (j < x->n && j - start < 8) {
    const char *f;
    size_t k = j;
    int joined = joined_at(x, j);
    int64_t n;
    if (csto_lex_is(x, k, '&')) joined = 1, k++;
    if (!csto_lex_is(x, k, 'N')) break;
    n = csto_lex_val(x, k, 'N', 0, &f);
    if (strchr(f, 'k')) break;
    if (strchr(f, 't') && have_unit && !have_ten && !joined) {
      v += 10;                              /* خمسة عشر */
      have_ten = 2;
      j = k + 1;
      continue;
    }
    if (strchr(f, 'h') && n == 100 && have_unit && !have_hundred &&
        !have_ten && !joined && v < 10) {
      v *= 100;                             /* ثلاث مئة */
      have_hundred = 1;
      have_unit = 0;
      j = k + 1;
      continue;
    }
    if (!first && !joined) break;
    if (strchr(f, 'h')) {
      if (have_hundred || have_unit || have_ten) break;
      have_hundred = 1;
    } else if (strchr(f, 'T') || strchr(f, 't')) {
      if (have_ten || (strchr(f, 't') && have_unit)) break;
      have_ten = 1;
    } else {
      if (have_unit || have_ten) break;
      have_unit = 1;
    }
    v += n;
    first = 0;
    j = k + 1;
  }
  *value = v;
  return j > start ? j : 0;
}

/* ونصف, وربع after a multiplier: adds that part of it. */
static size_t fraction(const csto_lex *x, size_t i, int64_t by,
                       csto_num *out) {
  int64_t part;
  size_t j = i;
  if (!csto_lex_is(x, i, 'f') || csto_lex_has(x, i, 'f', 'm')) return i;
  part = csto_lex_val(x, i, 'f', 0, NULL) == 30 ? by / 2 : by / 4;
  if (csto_lex_val(x, i, 'f', 0, NULL) == 20 || out->scale) return i;
  out->mant += part;
  j = i + 1;
  if (csto_lex_has(x, j, 'N', 'k') && !csto_lex_has(x, j, 'N', '2') &&
      !x->it[j].clitics && csto_lex_val(x, j, 'N', 'k', NULL) == by)
    j++;                            /* مليون ونصف المليون, ونصف مليون */
  return j;
}

/* One group of a number at item k (digits, words to 999, or none before a
** multiplier) with the multipliers behind it; *by is their product, 0: none.
** The next item, 0: no group, -1: too large. */
static long one_group(const csto_lex *x, size_t k, csto_num *g, int64_t *by) {
  const char *f = "";
  size_t e = csto_number_digits(x, k, g);
  *by = 0;
  if (!e) {
    e = group(x, k, 0, &g->mant);
    g->words = e != 0;
  }
  if (!e && (!csto_lex_has(x, k, 'N', 'k') ||
             csto_lex_has(x, k, 'N', 'p'))) return 0;   /* آلاف: how many? */
  if (!e) {                               /* a multiplier alone: ألف */
    e = k;
    g->mant = 1;
  }
  while (csto_lex_has(x, e, 'N', 'k') &&
         !(x->it[e].clitics && e > k)) {  /* مئة ألف مليون */
    int64_t m = csto_lex_val(x, e, 'N', 'k', &f);
    /* ألفا alone is the dual before its noun, after tens the accusative */
    int two = strchr(f, '2') || (strchr(f, 'c') && e == k);
    if (!multiply(g, two ? 2 * m : m)) return -1;
    *by = *by ? *by * m : m;
    g->words = 1;
    e++;
    if (*by > LIMIT / 1000000 || strchr(f, '2')) break;
  }
  return (long)e;
}

size_t csto_number(const csto_lex *x, size_t i, csto_num *out) {
  csto_num total = {0, 0, 0, 0};
  int64_t last = INT64_MAX, by;
  size_t j = i;
  int any = 0;
  if (!csto_lex_is(x, i, '1') && !csto_lex_is(x, i, 'N')) return 0;
  while (j < x->n && j - i < MAXITEMS) {
    csto_num g = {0, 0, 0, 0};
    size_t k = j;
    int joined = joined_at(x, j);
    long e;
    if (any && csto_lex_is(x, k, '&')) joined = 1, k++;
    if (any && !joined) break;
    e = one_group(x, k, &g, &by);
    if (e < 0) return 0;
    if (!e) break;
    if (any && (g.scale || total.scale || (by && by >= last) ||
                (!by && last == 1) || g.mant >= last)) break;
    if (any && !g.words && !total.words) break;   /* 5 و 6 */
    if (total.mant > LIMIT - g.mant) return 0;
    total.mant += g.mant;
    total.scale = any ? total.scale : g.scale;
    total.words |= g.words;
    total.big = by != 0;
    last = by ? by : 1;
    any = 1;
    j = (size_t)e;
    if (!by) break;
    j = fraction(x, j, by, &total);
    if (j != (size_t)e) break;
  }
  if (!any) return 0;
  *out = total;
  return j;
}
