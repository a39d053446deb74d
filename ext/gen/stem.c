/* stem.c - turns data/stem/lexicon.tsv and affixes.tsv into C; see
** morph/lexicon.h.
**
**   build/gen/stem LEXICON AFFIXES > build/gen/s_lexicon.c
*/
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "morph/lexicon.h"

#define MAXPOOL (1u << 24)

typedef struct entry {
  char *word;
  char *stem[CSTO_LX_CLASSES];       /* NULL: not of that class */
  int weight[CSTO_LX_CLASSES];
  int function, name;
} entry;

static entry *entries;
static size_t nentry, capentry;
static uint32_t *slots, mask;
static unsigned char *pool;
static size_t npool;

static void die(const char *what) {
  fprintf(stderr, "stem: %s\n", what);
  exit(1);
}

static int class_of(const char *s) {
  static const char names[] = "NVIFP";
  const char *p = *s && !s[1] ? strchr(names, *s) : NULL;
  if (!p) die("class is not N, V, I, F or P");
  return (int)(p - names);
}

/* Cuts a line at its tabs; missing cells are empty. */
static int cells(char *line, char **cell, int max) {
  int n = 0;
  line[strcspn(line, "\r\n")] = 0;
  while (n < max) {
    char *tab = strchr(line, '\t');
    cell[n++] = line;
    if (!tab) break;
    *tab = 0;
    line = tab + 1;
  }
  while (n < max) cell[n++] = line + strlen(line);
  return n;
}

static char *copy(const char *s) {
  char *p = malloc(strlen(s) + 1);
  if (!p) die("out of memory");
  return strcpy(p, s);
}

static uint32_t hash(const char *s) {
  return csto_lex_mix(csto_lex_add(0, s, strlen(s)));
}

static entry *find(const char *word) {
  uint32_t h = hash(word);
  uint32_t i = h & mask;
  while (slots[i] && strcmp(entries[slots[i] - 1].word, word) != 0)
    i = (i + 1) & mask;
  if (!slots[i]) {
    if (nentry >= capentry) {
      capentry = capentry ? capentry * 2 : 65536;
      entries = realloc(entries, capentry * sizeof *entries);
      if (!entries) die("out of memory");
    }
    memset(&entries[nentry], 0, sizeof *entries);
    entries[nentry].word = copy(word);
    slots[i] = (uint32_t)++nentry;
  }
  if (nentry * 3 > (size_t)mask * 2) die("too many words for the table");
  return &entries[slots[i] - 1];
}

static void read_lexicon(const char *path) {
  char line[512], *cell[4];
  FILE *f = fopen(path, "r");
  if (!f) die(path);
  while (fgets(line, sizeof line, f)) {
    entry *e;
    int c;
    if (*line == '#' || *line == '\n') continue;
    cells(line, cell, 4);
    c = class_of(cell[0]);
    if (strlen(cell[1]) > 60 || strlen(cell[3]) > 60) die("word too long");
    e = find(cell[1]);
    if (c == CSTO_LX_F) {
      e->function = 1;
      continue;
    }
    if (c == CSTO_LX_P) {
      e->name = 1;
      continue;
    }
    e->weight[c] = atoi(cell[2]);
    e->stem[c] = copy(cell[3]);
  }
  fclose(f);
}

static void put(const void *p, size_t n) {
  if (npool + n > MAXPOOL) die("pool too large");
  memcpy(pool + npool, p, n);
  npool += n;
}

static void put_string(const char *s) {
  unsigned char n = (unsigned char)strlen(s);
  put(&n, 1);
  put(s, n);
}

static void write_bits(void) {
  static uint32_t bits[1u << (32 - CSTO_LEX_SHIFT - 5)];
  size_t i;
  for (i = 0; i < nentry; i++) {
    uint32_t b = hash(entries[i].word) >>
                 CSTO_LEX_SHIFT;
    bits[b >> 5] |= 1u << (b & 31);
  }
  printf("const uint32_t csto_lex_bits[%zu] = {\n",
         sizeof bits / sizeof *bits);
  for (i = 0; i < sizeof bits / sizeof *bits; i++)
    printf("%u,%s", bits[i], i % 12 == 11 ? "\n" : "");
  printf("};\n");
}

static int weight(const entry *e) {
  int c, w = 0;
  for (c = 0; c < CSTO_LX_CLASSES; c++)
    if (e->stem[c] && e->weight[c] > w) w = e->weight[c];
  return w;
}

static int by_weight(const void *a, const void *b) {
  const entry *x = &entries[*(const uint32_t *)a - 1];
  const entry *y = &entries[*(const uint32_t *)b - 1];
  if (weight(x) != weight(y)) return weight(y) - weight(x);
  return strcmp(x->word, y->word);
}

static void write_heaviest(void) {
  int most[32] = {0};
  size_t i, n;
  for (i = 0; i < nentry; i++) {
    n = strlen(entries[i].word) / 2;
    if (weight(&entries[i]) > most[n]) most[n] = weight(&entries[i]);
  }
  printf("const uint8_t csto_lex_heaviest[32] = {");
  for (i = 0; i < 32; i++) printf("%d,", most[i]);
  printf("};\n");
}

static void put_entry(const entry *e) {
  unsigned char has = 0, w;
  int c;
  put_string(e->word);
  for (c = 0; c < CSTO_LX_CLASSES; c++)
    if (e->stem[c]) has = (unsigned char)(has | 1 << c);
  if (e->function) has |= 1 << CSTO_LX_F;
  if (e->name) has |= 1 << CSTO_LX_P;
  put(&has, 1);
  for (c = 0; c < CSTO_LX_CLASSES; c++) {
    if (!e->stem[c]) continue;
    w = (unsigned char)e->weight[c];
    put(&w, 1);
    put_string(e->stem[c]);
  }
}

/* The pool holds frequent words first, so that they share cache lines. */
static void write_lexicon(void) {
  uint32_t *order = malloc(nentry * sizeof *order);
  uint32_t *place = malloc(nentry * sizeof *place);
  size_t i;
  pool = malloc(MAXPOOL);
  if (!pool || !order || !place) die("out of memory");
  for (i = 0; i < nentry; i++) order[i] = (uint32_t)i + 1;
  qsort(order, nentry, sizeof *order, by_weight);
  put("", 1);                           /* place 0 is no entry */
  for (i = 0; i < nentry; i++) {
    place[order[i] - 1] = (uint32_t)npool;
    put_entry(&entries[order[i] - 1]);
  }
  printf("#include \"morph/lexicon.h\"\n");
  printf("const uint32_t csto_lex_mask = %u;\n", mask);
  write_bits();
  write_heaviest();
  printf("const uint32_t csto_lex_slots[%u] = {\n", mask + 1);
  for (i = 0; i <= mask; i++) {
    uint32_t v = 0;
    if (slots[i])
      v = place[slots[i] - 1] | hash(entries[slots[i] - 1].word) >> 24 << 24;
    printf("%u,%s", v, i % 12 == 11 ? "\n" : "");
  }
  printf("};\nconst unsigned char csto_lex_pool[%zu] = {\n", npool);
  for (i = 0; i < npool; i++)
    printf("%u,%s", pool[i], i % 24 == 23 ? "\n" : "");
  printf("};\n");
}

typedef struct row {
  csto_ending e;
  char *rule;
} row;

static int by_last(const void *a, const void *b) {
  const row *x = a, *y = b;
  int p = x->e.text[x->e.ntext - 1] & 63, q = y->e.text[y->e.ntext - 1] & 63;
  if (p != q) return p - q;
  if (x->e.ntext != y->e.ntext) return y->e.ntext - x->e.ntext;
  if (x->e.cls != y->e.cls) return x->e.cls - y->e.cls;
  return strcmp(x->e.put, y->e.put);
}

static void write_endings(const char *path) {
  static row rows[1024];
  char line[512], *cell[6];
  size_t n = 0, i;
  int last;
  FILE *f = fopen(path, "r");
  if (!f) die(path);
  while (fgets(line, sizeof line, f)) {
    row *r = &rows[n];
    if (*line == '#' || *line == '\n') continue;
    if (n >= sizeof rows / sizeof *rows) die("too many endings");
    cells(line, cell, 6);
    if (!*cell[1] || strlen(cell[1]) > 14 || strlen(cell[2]) > 4)
      die("bad ending");
    strcpy(r->e.text, cell[1]);
    strcpy(r->e.put, cell[2]);
    r->e.ntext = (uint8_t)strlen(cell[1]);
    r->e.nput = (uint8_t)strlen(cell[2]);
    r->e.cls = (uint8_t)class_of(cell[0]);
    r->e.cost = (uint8_t)atoi(cell[3]);
    r->e.before = *cell[4] == 'a' ? CSTO_E_ARTICLE :
                  *cell[4] == 'f' ? CSTO_E_FUNCTION : 0;
    r->rule = copy(cell[5]);
    n++;
  }
  fclose(f);
  qsort(rows, n, sizeof *rows, by_last);
  printf("const csto_ending csto_endings[%zu] = {\n", n);
  for (i = 0; i < n; i++)
    printf("{\"%s\", \"%s\", %u, %u, %u, %u, %u, \"%s\", %lluu, %lluu},\n",
           rows[i].e.text, rows[i].e.put, rows[i].e.ntext, rows[i].e.nput,
           rows[i].e.cls, rows[i].e.cost, rows[i].e.before, rows[i].rule,
           (unsigned long long)csto_lex_tail(rows[i].e.text,
                                             rows[i].e.ntext),
           (unsigned long long)(rows[i].e.ntext < 8
                                ? (1ull << rows[i].e.ntext * 8) - 1
                                : ~0ull));
  printf("};\nconst uint16_t csto_ending_from[65] = {");
  for (last = 0, i = 0; last <= 64; last++) {
    size_t from = i;
    while (i < n && (rows[i].e.text[rows[i].e.ntext - 1] & 63) < last) i++;
    if (i - from > CSTO_LEX_ENDINGS) die("too many endings of one letter");
    printf("%zu,", i);
  }
  printf("};\n");
}

int main(int argc, char **argv) {
  if (argc != 3) die("usage: stem LEXICON AFFIXES");
  mask = (1u << 17) - 1;
  slots = calloc((size_t)mask + 1, sizeof *slots);
  if (!slots) die("out of memory");
  read_lexicon(argv[1]);
  write_lexicon();
  write_endings(argv[2]);
  return ferror(stdout) ? 1 : 0;
}
