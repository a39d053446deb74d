/* table.c - turns ext/data/NAME.tsv into the C source of a csto_table.
**
**   build/gen/table NAME ext/data/NAME.tsv > build/gen/t_NAME.c
**
** Lines that begin with # are the header comment.  Column 0 may hold several
** phrases separated by '|'; they are cut and folded by the very code that
** cuts and folds the texts they are looked up in.  Rows may differ in their
** number of columns; missing cells are empty.
*/
#include "base/buf.h"
#include "base/hash.h"
#include "text/doc.h"
#include "text/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* doc.c asks for this one; phrases need no abbreviations. */
const csto_table csto_table_abbreviations = {"", 0, 0, NULL, "", 0, NULL, NULL,
                                             0, NULL, NULL};

static void die(const char *what, const char *where) {
  fprintf(stderr, "table: %s: %s\n", where, what);
  exit(1);
}

typedef struct node {         /* a slot before it has its place */
  uint64_t hash;
  uint32_t entry, more;
  int used;
} node;

static csto_buf pool;
static uint32_t *cells;
static size_t ncells, capcells;
static csto_table_entry *entries;
static size_t nentries, capentries;
static uint64_t *firsts;      /* hashes of first words and of beginnings of
                                 several words, some repeated */
static size_t nfirsts, capfirsts;
static node *nodes;
static size_t nnodes, nused;

static void *grow(void *p, size_t used, size_t *cap, size_t size) {
  if (used < *cap) return p;
  *cap = *cap ? *cap * 2 : 1024;
  p = realloc(p, *cap * size);
  if (!p) die("out of memory", "");
  return p;
}

/* Offset of a string in the pool; equal neighbours are shared. */
static uint32_t pool_str(const char *s, size_t n) {
  static struct { uint64_t h; uint32_t at; } seen[1 << 16];
  uint64_t h = csto_hash(s, n, 1) | 1;
  size_t i = (size_t)(h & 0xffff);
  if (seen[i].h == h && strlen(pool.data + seen[i].at) == n &&
      memcmp(pool.data + seen[i].at, s, n) == 0) return seen[i].at;
  seen[i].h = h;
  seen[i].at = (uint32_t)pool.size;
  csto_buf_add(&pool, s, n);
  csto_buf_putc(&pool, 0);
  return seen[i].at;
}

static node *node_of(uint64_t h);

static void rehash(void) {
  node *old = nodes;
  size_t i, n = nnodes;
  nnodes = n ? n * 2 : 64;
  nodes = calloc(nnodes, sizeof *nodes);
  if (!nodes) die("out of memory", "");
  nused = 0;
  for (i = 0; i < n; i++)
    if (old[i].used) {
      node *x = node_of(old[i].hash);
      x->entry = old[i].entry;
      x->more = old[i].more;
    }
  free(old);
}

static node *node_of(uint64_t h) {
  size_t i;
  if (nused * 2 >= nnodes) rehash();
  for (i = (size_t)h & (nnodes - 1); nodes[i].used; i = (i + 1) & (nnodes - 1))
    if (nodes[i].hash == h) return &nodes[i];
  nodes[i].used = 1;
  nodes[i].hash = h;
  nused++;
  return &nodes[i];
}

/* Adds one phrase of a row. */
static void phrase(const char *s, size_t n, uint32_t row, const char *file) {
  csto_doc d;
  csto_buf folded;
  uint64_t h = 0;
  node *x = NULL;
  csto_table_entry *e;
  size_t i;
  if (csto_doc_open(&d, s, n)) die("cannot cut a phrase", file);
  if (d.ntokens == 0) {
    csto_doc_close(&d);
    return;
  }
  csto_buf_init(&folded);
  for (i = 0; i < d.ntokens; i++) {
    uint64_t word = csto_hash(d.tokens[i].norm, d.tokens[i].nnorm, 0);
    if (x) x->more |= csto_table_next_bit(word);
    h = csto_hash_add(h, word);
    firsts = grow(firsts, nfirsts, &capfirsts, sizeof *firsts);
    firsts[nfirsts++] = i == 0 ? word : h;
    x = node_of(h);
    if (i) csto_buf_putc(&folded, ' ');
    csto_buf_add(&folded, d.tokens[i].norm, d.tokens[i].nnorm);
  }
  entries = grow(entries, nentries, &capentries, sizeof *entries);
  e = &entries[nentries++];
  e->row = row;
  e->next = 0;
  e->phrase = pool_str(folded.data, folded.size);
  if (x->entry == 0) {
    x->entry = (uint32_t)nentries;
  } else {
    csto_table_entry *at = &entries[x->entry - 1];
    if (strcmp(pool.data + at->phrase, folded.data)) die("hash clash", file);
    for (;; at = &entries[at->next - 1]) {
      if (at->row == row) {          /* the same phrase twice in a row */
        nentries--;
        break;
      }
      if (!at->next) {
        at->next = (uint32_t)nentries;
        break;
      }
    }
  }
  csto_buf_free(&folded);
  csto_doc_close(&d);
}

static void print_u32(const char *name, const char *table, const uint32_t *v,
                      size_t n) {
  size_t i;
  printf("static const uint32_t %s_%s[] = {", name, table);
  for (i = 0; i < n; i++) printf("%s%u,", i % 16 ? "" : "\n", v[i]);
  printf("%s\n};\n", n ? "" : "0");
}

static void print_pool(const char *table) {
  size_t i;
  printf("static const unsigned char pool_%s[] = {", table);
  for (i = 0; i < pool.size; i++)
    printf("%s%u,", i % 24 ? "" : "\n", (unsigned char)pool.data[i]);
  printf("0\n};\n");
}

static int by_value(const void *a, const void *b) {
  const uint64_t *x = a, *y = b;
  return *x < *y ? -1 : *x > *y;
}

/* The bits of the first words; returns how many bits there are. */
static size_t print_first(const char *name) {
  size_t i, n = 0, bits = nfirsts ? 64 : 0;
  uint64_t *v;
  if (nfirsts) qsort(firsts, nfirsts, sizeof *firsts, by_value);
  for (i = 0; i < nfirsts; i++) n += i == 0 || firsts[i] != firsts[i - 1];
  while (bits && bits < n * 16) bits *= 2;
  v = calloc(bits / 64 + 1, sizeof *v);
  if (!v) die("out of memory", name);
  for (i = 0; i < nfirsts; i++) {
    size_t k = (size_t)firsts[i] & (bits - 1);
    v[k / 64] |= (uint64_t)1 << k % 64;
  }
  printf("static const uint64_t first_%s[] = {", name);
  for (i = 0; i < bits / 64; i++)
    printf("%s%lluu,", i % 4 ? "" : "\n", (unsigned long long)v[i]);
  printf("%s\n};\n", bits ? "" : "0");
  free(v);
  return bits;
}

/* The bits of the items of a cell, of those with a value without it too. */
static uint64_t item_bits(const char *s) {
  uint64_t bits = 0;
  while (*s) {
    size_t n = strcspn(s, ",");
    const char *eq = memchr(s, '=', n);
    bits |= csto_table_item_bit(s, n);
    if (eq) bits |= csto_table_item_bit(s, (size_t)(eq - s) + 1);
    s += n;
    if (*s) s++;
  }
  return bits;
}

static void print_items(const char *name, size_t nrow, size_t ncol) {
  size_t i, k;
  printf("static const uint64_t items_%s[] = {", name);
  for (i = 0; i < nrow; i++) {
    uint64_t bits = 0;
    for (k = 1; k < ncol; k++)
      bits |= item_bits(pool.data + cells[i * ncol + k]);
    printf("%s%lluu,", i % 4 ? "" : "\n", (unsigned long long)bits);
  }
  printf("%s\n};\n", nrow ? "" : "0");
}

static void print(const char *name, size_t nrow, size_t ncol) {
  size_t i, bits;
  printf("/* generated from ext/data/%s.tsv; do not edit */\n"
         "#include \"text/table.h\"\n", name);
  print_u32("cells", name, cells, ncells);
  print_pool(name);
  printf("static const csto_table_slot slots_%s[] = {\n", name);
  for (i = 0; i < nnodes; i++)
    printf("{%lluu,%u,%u},%s", (unsigned long long)nodes[i].hash,
           nodes[i].entry, nodes[i].more, i % 3 ? "" : "\n");
  printf("%s\n};\n", nnodes ? "" : "{0,0,0}");
  printf("static const csto_table_entry entries_%s[] = {\n", name);
  for (i = 0; i < nentries; i++) {
    const char *kind = ncol > 1 ? pool.data + cells[entries[i].row * ncol + 1]
                                : "";
    printf("{%u,%u,%u,%u},%s", entries[i].row, entries[i].next,
           entries[i].phrase, (unsigned char)*kind, i % 5 ? "" : "\n");
  }
  printf("%s\n};\n", nentries ? "" : "{0,0,0,0}");
  bits = print_first(name);
  print_items(name, nrow, ncol);
  printf("const csto_table csto_table_%s = {\"%s\", %zu, %zu, cells_%s,\n"
         "(const char *)pool_%s, %zu, slots_%s, entries_%s, %zu,\n"
         "first_%s, items_%s};\n", name, name, nrow, ncol, name, name, nnodes,
         name, name, bits, name, name);
}

static size_t columns(const char *line) {
  size_t n = 1;
  for (; *line; line++) n += *line == '\t';
  return n;
}

int main(int argc, char **argv) {
  char line[65536];
  size_t nrow = 0, ncol = 1, i;
  FILE *f;
  f = argc == 3 ? fopen(argv[2], "rb") : NULL;
  if (!f) die("cannot open", argv[argc - 1]);
  csto_buf_init(&pool);
  csto_buf_putc(&pool, 0);
  while (fgets(line, sizeof line, f))
    if (line[0] != '#' && columns(line) > ncol) ncol = columns(line);
  rewind(f);
  while (fgets(line, sizeof line, f)) {
    char *cell = line, *p;
    size_t n = strlen(line);
    if (n + 1 == sizeof line) die("a line is too long", argv[2]);
    while (n && (line[n - 1] == '\n' || line[n - 1] == '\r')) line[--n] = 0;
    if (line[0] == '#' || n == 0) continue;
    for (i = 0; i < ncol; i++) {
      size_t len = cell ? strcspn(cell, "\t") : 0;
      cells = grow(cells, ncells, &capcells, sizeof *cells);
      cells[ncells++] = len ? pool_str(cell, len) : 0;
      if (cell) cell = cell[len] ? cell + len + 1 : NULL;
    }
    for (p = line; p < line + strcspn(line, "\t");) {
      size_t len = strcspn(p, "|\t");
      phrase(p, len, (uint32_t)nrow, argv[2]);
      p += len + 1;
    }
    nrow++;
  }
  fclose(f);
  if (pool.rc) die("out of memory", argv[2]);
  print(argv[1], nrow, ncol);
  return 0;
}
