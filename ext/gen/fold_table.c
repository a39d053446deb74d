/* fold_table.c - prints ext/text/fold_table.c from utf8proc's Unicode data.
**
**   build/gen/fold_table > ext/text/fold_table.c     (make unicode)
**
** The output is checked in, so the tokenizer's format depends on no library
** of the machine it runs on.  Every code point gets a class (enum csto_class)
** and a fold: compatibility decomposition, case folding, accents and Arabic
** marks removed, then the rules of ext/data/fold.tsv, repeated until nothing
** changes, then canonical composition (so that Hangul and kana stay whole).
*/
#include "text/fold.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define NCP 0x110000
#define BLOCK 128

static int32_t rule[NCP];       /* from fold.tsv: 0 none, -1 drop, else cp */

static void die(const char *what) {
  fprintf(stderr, "fold_table: %s\n", what);
  exit(1);
}

/* Lines "cp<TAB>cp or -<TAB>comment", hexadecimal. */
static void read_rules(const char *path) {
  char line[512];
  FILE *f = fopen(path, "r");
  if (!f) die("cannot open the rules");
  while (fgets(line, sizeof line, f)) {
    char to[32];
    unsigned long from;
    if (line[0] == '#' || line[0] == '\n') continue;
    if (sscanf(line, "%lx\t%31s", &from, to) != 2 || from >= NCP) die(line);
    rule[from] = to[0] == '-' ? -1 : (int32_t)strtol(to, NULL, 16);
  }
  fclose(f);
}

static int in(uint32_t c, uint32_t a, uint32_t b) { return c >= a && c <= b; }

/* Combining marks that searching ignores; vowel signs of Indic scripts and
** kana voicing are letters to their readers and stay. */
static int is_accent(uint32_t c) {
  const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)c);
  if (p->category != UTF8PROC_CATEGORY_MN &&
      p->category != UTF8PROC_CATEGORY_ME) return 0;
  return in(c, 0x300, 0x36f) || in(c, 0x483, 0x489) || in(c, 0x591, 0x5c7) ||
         in(c, 0x610, 0x61a) || in(c, 0x64b, 0x65f) || c == 0x670 ||
         in(c, 0x6d6, 0x6ed) || in(c, 0x711, 0x74a) || in(c, 0x898, 0x8ff) ||
         in(c, 0x1ab0, 0x1aff) || in(c, 0x1dc0, 0x1dff) ||
         in(c, 0x20d0, 0x20ff) || in(c, 0xfe00, 0xfe0f) ||
         in(c, 0xfe20, 0xfe2f) || in(c, 0x10efd, 0x10eff);
}

static int is_arabic(uint32_t c) {
  return in(c, 0x600, 0x6ff) || in(c, 0x750, 0x77f) || in(c, 0x870, 0x8ff) ||
         in(c, 0xfb50, 0xfdff) || in(c, 0xfe70, 0xfefc) ||
         in(c, 0x1ee00, 0x1eeff);
}

static int is_latin(uint32_t c) {
  return in(c, 'A', 'Z') || in(c, 'a', 'z') || c == 0xaa || c == 0xba ||
         in(c, 0xc0, 0x24f) || in(c, 0x250, 0x2af) || in(c, 0x1e00, 0x1eff) ||
         in(c, 0x2160, 0x2188) || in(c, 0x2c60, 0x2c7f) ||
         in(c, 0xa720, 0xa7ff) || in(c, 0xfb00, 0xfb06) ||
         in(c, 0xff21, 0xff3a) || in(c, 0xff41, 0xff5a);
}

/* Scripts written without spaces: one character a word. */
static int is_ideo(uint32_t c) {
  return in(c, 0xe00, 0xeff) || in(c, 0x1000, 0x109f) ||
         in(c, 0x1780, 0x17ff) || in(c, 0x2e80, 0x2fdf) ||
         in(c, 0x3005, 0x3007) || in(c, 0x3041, 0x30ff) ||
         in(c, 0x31f0, 0x31ff) ||
         in(c, 0x3400, 0x4dbf) || in(c, 0x4e00, 0x9fff) ||
         in(c, 0xf900, 0xfaff) || in(c, 0xff66, 0xff9f) ||
         in(c, 0x20000, 0x3ffff);
}

static int class_of(uint32_t c) {
  const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)c);
  int cat = p->category;
  if (c == '\n' || c == '\r' || c == 0xb || c == 0xc || c == 0x85 ||
      c == 0x2028 || c == 0x2029) return CSTO_C_NEWLINE;
  if (c == '\t' || cat == UTF8PROC_CATEGORY_ZS) return CSTO_C_SPACE;
  if (c == 0x640 || is_accent(c)) return CSTO_C_MARK;
  if (c == 0xad || c == 0x61c || c == 0x180e || in(c, 0x200b, 0x200f) ||
      in(c, 0x202a, 0x202e) || in(c, 0x2060, 0x206f) || c == 0xfeff ||
      in(c, 0xe0000, 0xe0fff)) return CSTO_C_IGNORE;
  if (cat == UTF8PROC_CATEGORY_ND) return CSTO_C_DIGIT;
  if (cat == UTF8PROC_CATEGORY_NO) {
    utf8proc_int32_t d[8];
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, d, 8,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, NULL);
    return n == 1 && d[0] >= '0' && d[0] <= '9' ? CSTO_C_DIGIT : CSTO_C_SEP;
  }
  if (cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LL ||
      cat == UTF8PROC_CATEGORY_LT || cat == UTF8PROC_CATEGORY_LM ||
      cat == UTF8PROC_CATEGORY_LO || cat == UTF8PROC_CATEGORY_NL ||
      cat == UTF8PROC_CATEGORY_MN || cat == UTF8PROC_CATEGORY_MC ||
      cat == UTF8PROC_CATEGORY_ME) {
    if (is_arabic(c)) return CSTO_C_ARABIC;
    if (is_ideo(c)) return CSTO_C_IDEO;
    if (is_latin(c)) return CSTO_C_LATIN;
    return CSTO_C_LETTER;
  }
  return CSTO_C_SEP;
}

static int digit_value(uint32_t c) {
  /* Decimal digits stand in runs of ten that begin at a zero. */
  uint32_t z = c;
  while (z > 0 && c - z < 9 &&
         utf8proc_get_property((utf8proc_int32_t)(z - 1))->category ==
             UTF8PROC_CATEGORY_ND) z--;
  if (c >= 0x1d7ce && c <= 0x1d7ff) return (int)((c - 0x1d7ce) % 10);
  return (int)(c - z) % 10;
}

/* One round; returns the number of code points in out (at most 32). */
static int fold_once(const int32_t *src, int n, int32_t *out) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    utf8proc_int32_t d[32];
    utf8proc_ssize_t m = utf8proc_decompose_char(src[i], d, 32,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);
    if (m < 0 || m > 32) die("decomposition");
    for (int j = 0; j < (int)m; j++) {
      uint32_t c = (uint32_t)d[j];
      int cls = class_of(c);
      if (rule[c] == -1) continue;
      if (rule[c]) c = (uint32_t)rule[c];
      else if (cls == CSTO_C_MARK || cls == CSTO_C_IGNORE) continue;
      else if (cls == CSTO_C_DIGIT) c = (uint32_t)('0' + digit_value(c));
      if (k >= 32) die("fold too long");
      out[k++] = (int32_t)c;
    }
  }
  return k;
}

static int fold(uint32_t cp, int32_t *out) {
  int32_t a[32], b[32];
  int n = 1, m, round;
  a[0] = (int32_t)cp;
  if (rule[cp] > 0) a[0] = rule[cp];
  if (rule[cp] == -1) return 0;
  for (round = 0; round < 8; round++) {
    m = fold_once(a, n, b);
    if (m == n && memcmp(a, b, (size_t)n * sizeof a[0]) == 0) break;
    memcpy(a, b, (size_t)m * sizeof a[0]);
    n = m;
  }
  if (n > 1) {
    utf8proc_ssize_t c = utf8proc_normalize_utf32(a, n, UTF8PROC_COMPOSE);
    if (c < 0) die("composition");
    n = (int)c;
  }
  for (m = 0; m < n; m++) out[m] = a[m];
  return n;
}

static uint32_t value[NCP];
static char pool[1 << 18];
static int npool;

static int pool_add(const char *s, int n) {
  int i;
  for (i = 0; i + n < npool; i++)
    if ((unsigned char)pool[i] == n && memcmp(pool + i + 1, s, (size_t)n) == 0)
      return i;
  if (npool + n + 1 > (int)sizeof pool) die("pool");
  pool[npool] = (char)n;
  memcpy(pool + npool + 1, s, (size_t)n);
  i = npool;
  npool += n + 1;
  return i;
}

static void compute(void) {
  for (uint32_t cp = 0; cp < NCP; cp++) {
    int cls = in(cp, 0xd800, 0xdfff) ? CSTO_C_SEP : class_of(cp);
    int32_t f[32];
    int n;
    uint32_t v = (uint32_t)cls << 24;
    if (cls == CSTO_C_SEP || cls == CSTO_C_SPACE || cls == CSTO_C_NEWLINE ||
        in(cp, 0xd800, 0xdfff)) {
      value[cp] = v;               /* kept as it is */
      continue;
    }
    n = fold(cp, f);
    if (n == 0) v |= 1u << 22;     /* dropped */
    else if (n == 1 && (uint32_t)f[0] != cp) v |= (uint32_t)f[0];
    else if (n > 1) {
      char s[160];
      int k = 0;
      for (int i = 0; i < n; i++)
        if (f[i] != ' ')
          k += (int)utf8proc_encode_char(f[i], (utf8proc_uint8_t *)s + k);
      if (k > CSTO_FOLD_MAX) die("fold longer than CSTO_FOLD_MAX");
      v |= 1u << 23 | (uint32_t)pool_add(s, k);
    }
    value[cp] = v;
  }
}

int main(int argc, char **argv) {
  static uint32_t blocks[NCP];
  static uint16_t index[NCP / BLOCK];
  int nb = 0;
  if (argc != 2) die("usage: fold_table fold.tsv");
  read_rules(argv[1]);
  compute();
  for (int b = 0; b < NCP / BLOCK; b++) {
    int k;
    for (k = 0; k < nb; k++)
      if (!memcmp(blocks + k * BLOCK, value + b * BLOCK, BLOCK * 4)) break;
    if (k == nb) memcpy(blocks + nb++ * BLOCK, value + b * BLOCK, BLOCK * 4);
    index[b] = (uint16_t)k;
  }
  printf("/* fold_table.c - generated by ext/gen/fold_table.c from Unicode %s"
         "\n** through utf8proc %s; do not edit.  Unicode data: see NOTICE.\n"
         "*/\n#include \"text/fold_table.h\"\n\n",
         utf8proc_unicode_version(), utf8proc_version());
  printf("const char csto_fold_unicode[] = \"%s\";\n",
         utf8proc_unicode_version());
  printf("const char csto_fold_utf8proc[] = \"%s\";\n\n", utf8proc_version());
  printf("const uint16_t csto_fold_index[%d] = {", NCP / BLOCK);
  for (int b = 0; b < NCP / BLOCK; b++)
    printf("%s%d,", b % 16 ? "" : "\n", index[b]);
  printf("\n};\n\nconst uint32_t csto_fold_block[%d][%d] = {", nb, BLOCK);
  for (int b = 0; b < nb; b++) {
    printf("\n{");
    for (int i = 0; i < BLOCK; i++)
      printf("%s0x%x,", i % 8 ? "" : "\n", blocks[b * BLOCK + i]);
    printf("\n},");
  }
  printf("\n};\n\nconst unsigned char csto_fold_pool[%d] = {", npool);
  for (int i = 0; i < npool; i++)
    printf("%s%u,", i % 16 ? "" : "\n", (unsigned char)pool[i]);
  printf("\n};\n");
  return 0;
}
