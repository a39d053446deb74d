/* relations.c - the pattern language, its data, and csto_relations on the
** sentences of tests/rules/relations.tsv.
*/
#include "base/rc.h"
#include "check.h"
#include "speech/pattern.h"
#include "text/fold.h"
#include <stdlib.h>

CSTO_TABLE(relation_patterns);
CSTO_TABLE(relation_words);

static int parses(const char *s) {
  csto_pattern p;
  return csto_pattern_parse(s, &p, NULL) == CSTO_OK;
}

static void language(void) {
  csto_pattern p;
  CHECK(csto_pattern_parse("^ .. S=PR+ ...3 @talks مع|ب A_O=G?", &p, NULL) ==
        CSTO_OK);
  CHECK(p.n == 7 && p.trigger == 0);
  CHECK(p.el[1].kind == CSTO_EL_SOFT);
  CHECK(p.el[2].kind == CSTO_EL_SLOT && p.el[2].list);
  CHECK(p.el[2].kinds == (CSTO_NP_PERSON | CSTO_NP_ROLE));
  CHECK(p.el[3].kind == CSTO_EL_GAP && p.el[3].max == 3);
  CHECK_STR(p.el[4].cls, "talks");
  CHECK(p.el[6].anypre && p.el[6].opt && p.el[6].slot == CSTO_SLOT_O);
  CHECK(parses("S=E^ !=P ~=N? O=X"));
  CHECK(!parses(""));
  CHECK(!parses("S=P"));
  CHECK(!parses("^ ^"));
  CHECK(!parses("^ Z=P"));
  CHECK(!parses("^ S=p"));
  CHECK(!parses("^ ...x"));
  CHECK(!parses("^ a a a a a a a a a a a a a a a a a a a a"));
}

/* Every class a pattern names exists, every literal is in folded form. */
static int known_class(const char *name) {
  const csto_table *t = &csto_table_relation_words;
  uint32_t i;
  for (i = 0; i < t->nrow; i++) {
    if (!strcmp(csto_table_cell(t, i, 1), name)) return 1;
  }
  return 0;
}

static void data(void) {
  static const char *const kinds =
      " person role gpe loc org event doc post norp date body convened ";
  const csto_table *t = &csto_table_relation_patterns;
  uint32_t i;
  int bad = 0, k;
  for (i = 0; i < t->nrow; i++) {
    csto_pattern p;
    char name[40];
    const char *cls = csto_table_cell(t, i, 0);
    if (csto_pattern_parse(csto_table_cell(t, i, 2), &p, NULL)) {
      printf("# row %u cannot be read\n", i);
      bad++;
      continue;
    }
    (void)snprintf(name, sizeof name, " %s ", cls);
    if (!known_class(cls) && !strstr(kinds, name)) {
      printf("# unknown trigger %s\n", cls);
      bad++;
    }
    for (k = 0; k < p.n; k++) {
      const csto_element *e = &p.el[k];
      if (e->kind == CSTO_EL_CLASS && !known_class(e->cls)) {
        printf("# unknown class %s\n", e->cls);
        bad++;
      }
      if (e->kind == CSTO_EL_WORDS) {
        char out[CSTO_FOLD_ROOM(64)];
        size_t n = e->n < 64 ? csto_fold_word(e->s, e->n, out) : 0;
        if (n != e->n || memcmp(out, e->s, n)) {
          printf("# not folded: %.*s\n", (int)e->n, e->s);
          bad++;
        }
      }
    }
  }
  CHECK(bad == 0);
}

/* ---- tests/rules/relations.tsv */

typedef struct name { csto_etype type; char text[96], value[32]; } name;

static name names[64];
static size_t nnames;

static csto_etype type_of(const char *s) {
  int t;
  for (t = 0; t < CSTO_NETYPE; t++) {
    if (!strcmp(csto_etype_name((csto_etype)t), s)) return (csto_etype)t;
  }
  return CSTO_NETYPE;
}

/* Is at, where the name n stands, a whole word, proclitics left aside? */
static int stands(const csto_doc *d, uint32_t at, uint32_t end) {
  size_t i;
  for (i = 0; i < d->ntokens; i++) {
    const csto_token *t = &d->tokens[i];
    if (at < t->start || at >= t->end) continue;
    if (at - t->start > 4) return 0;
    for (; i < d->ntokens; i++) if (d->tokens[i].end == end) return 1;
  }
  return 0;
}

static int order(const void *a, const void *b) {
  const csto_mention *x = a, *y = b;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  return x->end > y->end ? -1 : x->end < y->end;
}

static size_t mark(const csto_doc *d, csto_mention *m, size_t cap) {
  size_t n = 0, i, k;
  for (i = 0; i < nnames; i++) {
    const char *at = d->text;
    uint32_t len = (uint32_t)strlen(names[i].text);
    while (n < cap && (at = strstr(at, names[i].text)) != NULL) {
      uint32_t start = (uint32_t)(at - d->text);
      csto_mention *p = &m[n];
      at += len;
      if (!stands(d, start, start + len)) continue;
      memset(p, 0, sizeof *p);
      p->type = names[i].type;
      p->start = start;
      p->end = start + len;
      p->name = names[i].text;
      p->rule = "test";
      if (p->type == CSTO_DATE) p->value = names[i].value;
      else if (names[i].value[0]) p->id = names[i].value;
      p->tok = CSTO_NONE;
      for (k = 0; k < d->ntokens; k++) {
        if (d->tokens[k].end <= start || d->tokens[k].start >= p->end) {
          continue;
        }
        if (p->tok == CSTO_NONE) p->tok = (uint32_t)k;
        p->tokend = (uint32_t)k + 1;
      }
      n++;
    }
  }
  qsort(m, n, sizeof *m, order);
  return n;
}

static const char *or_dash(const char *s) { return s ? s : "-"; }

/* The rows of a text as the table writes them, one a cell. */
static void rows(const char *text, char *out, size_t size) {
  csto_doc d;
  csto_mention m[64];
  csto_relation *r;
  csto_quote *q;
  size_t n, nq, i, used = 0;
  out[0] = 0;
  if (csto_doc_open(&d, text, strlen(text))) return;
  n = mark(&d, m, 64);
  if (csto_quotes(&d, m, n, &q, &nq)) nq = 0;
  if (csto_relations(&d, "2020-03-02", m, n, q, nq, &r, &n)) n = 0;
  for (i = 0; i < n && used < size; i++) {
    used += (size_t)snprintf(out + used, size - used,
                             "%s%s(%s, %s) %s %s %s %s", i ? "\t" : "",
                             r[i].relation, r[i].subject,
                             or_dash(r[i].object), r[i].status,
                             or_dash(r[i].date), or_dash(r[i].place),
                             or_dash(r[i].detail));
  }
  csto_doc_close(&d);
}

static void add_name(char *line) {
  name *p = &names[nnames];
  char *a = strchr(line, '\t'), *b;
  if (!a || nnames == 64) return;
  *a++ = 0;
  b = strchr(a, '\t');
  if (b) *b++ = 0;
  p->type = type_of(line + 1);
  (void)snprintf(p->text, sizeof p->text, "%s", a);
  (void)snprintf(p->value, sizeof p->value, "%s", b ? b : "");
  nnames++;
}

static void rules(void) {
  char line[4096], got[4096], path[4096], what[64];
  const char *top = getenv("TOP");
  int number = 0;
  FILE *f;
  (void)snprintf(path, sizeof path, "%s/tests/rules/relations.tsv",
                 top ? top : ".");
  f = fopen(path, "r");
  CHECK(f != NULL);
  while (f && fgets(line, sizeof line, f)) {
    char *want;
    number++;
    line[strcspn(line, "\n")] = 0;
    if (!line[0] || line[0] == '#') continue;
    if (line[0] == '@') { add_name(line); continue; }
    want = line + strcspn(line, "\t");
    if (*want) *want++ = 0;
    rows(line, got, sizeof got);
    (void)snprintf(what, sizeof what, "line %d of rules/relations.tsv",
                   number);
    check_line(!strcmp(got, want), __FILE__, __LINE__, what);
    if (strcmp(got, want)) printf("# got  %s\n# want %s\n", got, want);
  }
  if (f) fclose(f);
}

int main(void) {
  language();
  data();
  rules();
  return check_done();
}
