/* sounds.c - letters to sounds, and the guess whether a name is of Arabic
** origin; see sounds.h.
** Only words of names come here, so memory is bounded by the longest name.
**
** A word counts as foreign unless it is in data/arabic_names.tsv, is short
** (under five letters), has the article, or holds a letter that
** transliterations into Arabic avoid (ع ح ض ظ ذ).  A short word without such
** a letter is of unknown origin: its neighbours decide.  A foreign word with at
** least four consonants is long: its vowels may be dropped without danger of
** meeting another name.
*/
#include "morph/sounds.h"
#include "base/rc.h"
#include "text/doc.h"
#include "text/fold.h"
#include "text/table.h"
#include "text/utf8.h"
#include <string.h>

CSTO_TABLE(name_letters);
CSTO_TABLE(latin_sounds);
CSTO_TABLE(arabic_names);
CSTO_TABLE(name_particles);

static void add(csto_sounds *s, char native, char foreign, int vowel) {
  if (s->n >= CSTO_SOUNDS_MAX) return;
  s->native[s->n] = native;
  s->foreign[s->n] = foreign;
  s->vowel[s->n++] = (unsigned char)vowel;
}

static void latin(csto_sounds *s, const char *w, size_t n) {
  size_t i = 0;
  s->latin = 1;
  while (i < n) {
    size_t k = n - i < 4 ? n - i : 4;
    csto_hit h = 0;
    const char *p;
    char first = w[i];
    uint32_t row;
    int vowel;
    for (; k > 0 && !h; k--) h = csto_table_find(&csto_table_latin_sounds,
                                                 w + i, k);
    if (!h) {
      if (w[i] >= '0' && w[i] <= '9') add(s, w[i], w[i], 0);
      i++;
      continue;
    }
    i += k + 1;
    row = csto_table_row(&csto_table_latin_sounds, h);
    vowel = csto_table_cell(&csto_table_latin_sounds, row, 2)[0] == 'v';
    p = csto_table_cell(&csto_table_latin_sounds, row, 1);
    for (; *p && *p != '-'; p++)      /* of a G the letter is kept */
      add(s, *p == 'G' ? first : *p, *p, vowel);
  }
}

static void arabic(csto_sounds *s, const char *w, size_t n) {
  const unsigned char *p = (const unsigned char *)w, *end = p + n;
  while (p < end) {
    size_t k;
    uint32_t row;
    csto_hit h;
    (void)csto_utf8_get(p, end, &k);
    h = csto_table_find(&csto_table_name_letters, (const char *)p, k);
    p += k;
    if (!h) continue;
    row = csto_table_row(&csto_table_name_letters, h);
    add(s, csto_table_cell(&csto_table_name_letters, row, 1)[0],
        csto_table_cell(&csto_table_name_letters, row, 2)[0],
        csto_table_cell(&csto_table_name_letters, row, 3)[0] == 'v');
  }
}

/* تش is one sound in foreign names. */
static void join_ch(csto_sounds *s) {
  size_t i, k = 0;
  for (i = 0; i < s->n; i++, k++) {
    s->native[k] = s->native[i];
    s->foreign[k] = s->foreign[i];
    s->vowel[k] = s->vowel[i];
    if (s->native[i] == 't' && i + 1 < s->n && s->native[i + 1] == 'S') {
      s->native[k] = s->foreign[k] = 'C';
      i++;
    }
  }
  s->n = k;
}

/* عبدالله, ابوبكر, بنعلي, نورالدين: a particle with its name. */
static int is_particle(const char *w, size_t n) {
  uint32_t r;
  for (r = 0; r < csto_table_name_particles.nrow; r++) {
    const char *p = csto_table_cell(&csto_table_name_particles, r, 1);
    size_t k = strlen(p);
    int next = csto_table_cell(&csto_table_name_particles, r, 2)[0] == 'n';
    if (k > 4 && n > k &&       /* بن begins too many other words */
        !memcmp(next ? w : w + n - k, p, k)) return 1;
  }
  return 0;
}

static int origin(const csto_sounds *s, const char *w, size_t n) {
  static const char al[] = "\xd8\xa7\xd9\x84";
  size_t i, consonants = 0, g = 0;
  if (csto_table_find(&csto_table_arabic_names, w, n)) return CSTO_NATIVE;
  if (is_particle(w, n)) return CSTO_NATIVE;
  if (s->n > 4 && strncmp(w, al, 4) == 0) return CSTO_NATIVE;
  for (i = 0; i < s->n; i++) {
    if (strchr("EHBZD", s->native[i])) return CSTO_NATIVE;
    consonants += !s->vowel[i];
    g += s->foreign[i] == 'G';
  }
  if (s->n < 5 && !(s->n == 4 && g >= 2)) return CSTO_UNKNOWN;
  return consonants >= 4 ? CSTO_FOREIGN : CSTO_FOREIGN_SHORT;
}

/* A hamza between ا and a consonant sounds like ي (قائد, قايد). */
static void soften(csto_sounds *s) {
  size_t i;
  for (i = 1; i + 1 < s->n; i++)
    if (s->native[i] == '\'' && s->native[i - 1] == 'a' && !s->vowel[i + 1]) {
      s->native[i] = 'y';
      s->foreign[i] = 'i';
    }
}

/* The one spelling of a name of several; itself when there is none. */
static const char *one_spelling(const char *norm, size_t *n) {
  csto_hit h = csto_table_find(&csto_table_arabic_names, norm, *n);
  const char *c;
  if (!h) return norm;
  c = csto_table_cell(&csto_table_arabic_names,
                      csto_table_row(&csto_table_arabic_names, h), 1);
  if (!c[0]) return norm;
  *n = strlen(c);
  return c;
}

void csto_sounds_of(csto_sounds *s, const char *norm, size_t n) {
  memset(s, 0, sizeof *s);
  if (n && (unsigned char)norm[0] < 0x80) {
    latin(s, norm, n);
    s->origin = CSTO_FOREIGN;
    return;
  }
  norm = one_spelling(norm, &n);
  arabic(s, norm, n);
  s->origin = origin(s, norm, n);
  soften(s);
  if (s->origin > CSTO_UNKNOWN) join_ch(s);
}

/* ---- the words of a name ---- */

#define JOINED 240     /* bytes of a word with its particles */

/* The one form of a particle that joins `where`, or NULL. */
static const char *particle(const csto_token *t, const char *where) {
  csto_hit h = csto_table_find(&csto_table_name_particles, t->norm, t->nnorm);
  uint32_t row;
  if (!h) return NULL;
  row = csto_table_row(&csto_table_name_particles, h);
  if (strcmp(csto_table_cell(&csto_table_name_particles, row, 2), where))
    return NULL;
  return csto_table_cell(&csto_table_name_particles, row, 1);
}

static void append(char *w, size_t *n, const char *s, size_t k) {
  if (*n + k > JOINED) return;
  memcpy(w + *n, s, k);
  *n += k;
}

/* The token after i that is a word, or NULL. */
static const csto_token *word_after(const csto_doc *d, size_t i) {
  for (i++; i < d->ntokens; i++)
    if (d->tokens[i].kind != CSTO_T_PUNCT && d->tokens[i].nnorm)
      return &d->tokens[i];
  return NULL;
}

static void settle(csto_sounds *w, size_t n) {
  size_t i;
  int foreign = 0;
  for (i = 0; i < n; i++) foreign |= w[i].origin > CSTO_UNKNOWN;
  for (i = 0; i < n; i++) {
    if (w[i].origin != CSTO_UNKNOWN) continue;
    w[i].origin = foreign ? CSTO_FOREIGN_SHORT : CSTO_NATIVE;
    if (foreign) join_ch(&w[i]);
  }
}

int csto_name_words(const char *s, size_t n, csto_sounds *w, size_t max,
                    size_t *nw) {
  csto_doc d;
  size_t i;
  int rc = csto_doc_open(&d, s, n);
  *nw = 0;
  if (rc) return rc;
  for (i = 0; i < d.ntokens && *nw < max;) {
    char joined[JOINED];
    size_t k = 0;
    int open = 1;      /* the next word belongs to this one */
    for (; open && i < d.ntokens; i++) {
      const csto_token *t = &d.tokens[i], *after;
      const char *p;
      if (t->kind == CSTO_T_PUNCT || !t->nnorm) continue;
      after = word_after(&d, i);
      p = after && after->kind == t->kind ? particle(t, "next") : NULL;
      if (p) {
        append(joined, &k, p, strlen(p));
      } else {
        size_t m = t->nnorm;
        const char *one = one_spelling(t->norm, &m);
        append(joined, &k, one, m);
      }
      open = p || (after && particle(after, "prev"));
    }
    if (!k) continue;
    csto_sounds_of(&w[*nw], joined, k);
    if (w[*nw].n) ++*nw;
  }
  csto_doc_close(&d);
  settle(w, *nw);
  return CSTO_OK;
}
