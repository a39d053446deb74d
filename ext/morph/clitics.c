/* clitics.c - candidate splits of a folded word.
**
** What this file owns: the order in which proclitics attach,
**
**     [و ف] [ب ك ل س] [ال] WORD [pronoun]
**
** and the one spelling rule between them: ل before the article swallows its
** alef (ل + الجامعة = للجامعة), and a third lam (ل + اللجنة = للجنة).
** Which split is real is asked of the lexicon by the callers.
**
** HOW IT WORKS: every Arabic letter is two bytes in UTF-8, so a letter is
** compared as two bytes and only the first four letters are looked at.
**
** Source: W. Wright, A Grammar of the Arabic Language, I §§ 345, 355-366
** (the inseparable particles), § 185 (the pronominal suffixes).
*/
#include "morph/clitics.h"
#include <string.h>

static int is(const char *w, size_t n, size_t at, const char *letter) {
  return at + 2 <= n && memcmp(w + at, letter, 2) == 0;
}

static int one_of(const char *w, size_t n, size_t at, const char *letters) {
  for (; *letters; letters += 2)
    if (is(w, n, at, letters)) return 1;
  return 0;
}

static int has_al(const char *w, size_t n, size_t at) {
  return at + 4 < n && memcmp(w + at, "ال", 4) == 0;
}

struct list {
  csto_split *out;
  int n, max;
};

static void add(struct list *l, size_t skip, int al, int pre_al, int clitics) {
  csto_split *s;
  if (l->n >= l->max) return;
  s = &l->out[l->n++];
  s->skip = (uint8_t)skip;
  s->al = (uint8_t)al;
  s->pre_al = (uint8_t)pre_al;
  s->clitics = (uint8_t)clitics;
}

/* The splits of one preposition at byte `at`, after the conjunction bits. */
static void prepositions(struct list *l, const char *w, size_t n, size_t at,
                         int before) {
  size_t rest = at + 2;
  if (rest >= n) return;
  if (one_of(w, n, at, "بك")) {
    add(l, rest, has_al(w, n, rest), 0, before | CSTO_PC_PREP);
  } else if (is(w, n, at, "ل")) {
    add(l, rest, has_al(w, n, rest), 0, before | CSTO_PC_LAM);
    if (is(w, n, rest, "ل") && rest + 2 < n) {
      add(l, rest, 0, 1, before | CSTO_PC_LAM);      /* للجنه: اللجنه */
      add(l, rest + 2, 0, 1, before | CSTO_PC_LAM);  /* للجامعه: الجامعه */
    }
  } else if (is(w, n, at, "س") && one_of(w, n, rest, "يتنا")) {
    add(l, rest, 0, 0, before | CSTO_PC_SEEN);
  }
}

/* Few words begin with a letter that may be a clitic. */
static int may_begin(const char *w, size_t n) {
  const unsigned char *s = (const unsigned char *)w;
  if (n < 2) return 0;
  if (s[0] == 0xd9)      /* و ف ك ل */
    return s[1] == 0x88 || s[1] == 0x81 || s[1] == 0x83 || s[1] == 0x84;
  return s[0] == 0xd8 && (s[1] == 0xa8 || s[1] == 0xb3);       /* ب س */
}

int csto_proclitics(const char *norm, size_t n, csto_split *out, int max) {
  struct list l;
  l.out = out;
  l.n = 0;
  l.max = max;
  add(&l, 0, has_al(norm, n, 0), 0, 0);
  if (!may_begin(norm, n)) return l.n;
  prepositions(&l, norm, n, 0, 0);
  if (n > 2 && one_of(norm, n, 0, "وف")) {
    add(&l, 2, has_al(norm, n, 2), 0, CSTO_PC_CONJ);
    prepositions(&l, norm, n, 2, CSTO_PC_CONJ);
  }
  return l.n;
}
