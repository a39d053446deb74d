/* quotes.c - csto_quotes on the sentences of tests/rules/quotes.tsv.
**
** A line that begins with @ gives a name that is marked wherever it stands:
** type, name, gender.  Any other line: the text (\n is a newline), then for
** each report speaker, quote and flags: D direct or I reported, * implicit.
** The reports must be these and no others.
*/
#include "check.h"
#include "base/rc.h"
#include "speech/speech.h"
#include "text/fold.h"
#include <stdlib.h>

#define NFIELD 32

static size_t split(char *line, char **field) {
  size_t n = 0;
  char *p = line;
  while (n < NFIELD) {
    field[n++] = p;
    p = strchr(p, '\t');
    if (!p) break;
    *p++ = 0;
  }
  return n;
}

static void newlines(char *s) {
  char *w = s;
  for (; *s; s++) {
    if (s[0] == '\\' && s[1] == 'n') *w++ = '\n', s++;
    else *w++ = *s;
  }
  *w = 0;
}

static int same(const csto_doc *d, const csto_quote *q, char **f) {
  size_t n = strlen(f[1]);
  if (strcmp(f[0], q->speaker)) return 0;
  if (q->end - q->start != n || memcmp(d->text + q->start, f[1], n)) return 0;
  return (f[2][0] == 'D') == (q->direct != 0) &&
         (strchr(f[2], '*') != NULL) == (q->implicit != 0);
}

/* ---- names ---- */

typedef struct name {
  char text[128];       /* as written */
  char word[8][64];     /* its words, folded */
  size_t n;
  csto_etype type;
  uint8_t gender;
} name;

static name names[64];
static size_t nnames;

static void name_add(char **f) {
  name *p = &names[nnames];
  char *w = f[1], *e;
  if (nnames == 64 || strlen(f[1]) >= sizeof p->text) return;
  nnames++;
  strcpy(p->text, f[1]);
  p->type = f[0][1] == 'P' ? CSTO_PERSON : f[0][1] == 'O' ? CSTO_ORG
                                                          : CSTO_GPE;
  p->gender = f[2][0] == 'm' ? 1 : 2;
  for (; *w && p->n < 8; w = *e ? e + 1 : e) {
    char folded[CSTO_FOLD_ROOM(64)];
    size_t k;
    e = w + strcspn(w, " ");
    if (e - w >= 60) return;
    k = csto_fold_word(w, (size_t)(e - w), folded);
    memcpy(p->word[p->n], folded, k);
    p->word[p->n++][k] = 0;
  }
}

/* The names in d, in order. */
static csto_mention *mentions(csto_doc *d, size_t *nm) {
  csto_mention *m = csto_arena_zalloc(&d->arena, (d->ntokens + 1) * sizeof *m);
  size_t i, j, k;
  *nm = 0;
  for (i = 0; m && i < d->ntokens; i++) {
    for (j = 0; j < nnames; j++) {
      for (k = 0; k < names[j].n; k++)
        if (!csto_doc_is(d, i + k, names[j].word[k])) break;
      if (k < names[j].n) continue;
      m[*nm].type = names[j].type;
      m[*nm].tok = (uint32_t)i;
      m[*nm].tokend = (uint32_t)(i + k);
      m[*nm].start = d->tokens[i].start;
      m[*nm].end = d->tokens[i + k - 1].end;
      m[*nm].name = names[j].text;
      m[*nm].rule = "test";
      m[*nm].gender = names[j].gender;
      ++*nm;
      break;
    }
  }
  return m;
}

static void one(char *line, int number, csto_tag_memo *memo) {
  char *f[NFIELD], what[64];
  size_t n = split(line, f), i, nm, nq;
  csto_doc d;
  csto_mention *m;
  csto_quote *q;
  int ok, rc;
  if (line[0] == '@') {
    if (n == 3) name_add(f);
    return;
  }
  newlines(f[0]);
  if (csto_doc_open(&d, f[0], strlen(f[0])) != CSTO_OK) return;
  csto_tag_memo_lend(memo, &d);
  csto_tag_memo_read(&d);
  m = mentions(&d, &nm);
  rc = m ? csto_quotes(&d, m, nm, &q, &nq) : CSTO_NOMEM;
  ok = rc == CSTO_OK && nq == (n - 1) / 3;
  for (i = 0; ok && i < nq; i++) ok = same(&d, &q[i], &f[1 + 3 * i]);
  snprintf(what, sizeof what, "line %d of rules/quotes.tsv%s", number,
           memo ? ", words noted" : "");
  check_line(ok, __FILE__, __LINE__, what);
  for (i = 0; !ok && rc == CSTO_OK && i < nq; i++)
    printf("\t%s\t%.*s\t%c%s", q[i].speaker, (int)(q[i].end - q[i].start),
           d.text + q[i].start, q[i].direct ? 'D' : 'I',
           q[i].implicit ? "*" : "");
  if (!ok) printf("\n");
  csto_doc_close(&d);
}

/* What is noted of words, line after line, changes no report. */
static void rules(csto_tag_memo *memo) {
  char path[4096], line[8192];
  const char *top = getenv("TOP");
  FILE *in;
  int number = 0;
  nnames = 0;
  memset(names, 0, sizeof names);
  snprintf(path, sizeof path, "%s/tests/rules/quotes.tsv", top ? top : ".");
  in = fopen(path, "r");
  CHECK(in != NULL);
  if (!in) return;
  while (fgets(line, sizeof line, in)) {
    number++;
    line[strcspn(line, "\r\n")] = 0;
    if (line[0] && line[0] != '#') one(line, number, memo);
  }
  fclose(in);
}

/* A text of one piece repeated: no crash, rows inside the text. */
static void repeated(const char *piece, size_t times) {
  size_t n = strlen(piece), i, nq = 0;
  char *s = malloc(n * times + 1);
  csto_doc d;
  csto_quote *q = NULL;
  int ok;
  if (!s) return;
  for (i = 0; i < times; i++) memcpy(s + i * n, piece, n);
  ok = csto_doc_open(&d, s, n * times) == CSTO_OK;
  if (ok) {
    ok = csto_quotes(&d, NULL, 0, &q, &nq) == CSTO_OK;
    for (i = 0; ok && i < nq; i++)
      ok = q[i].start < q[i].end && q[i].end <= n * times;
    csto_doc_close(&d);
  }
  CHECK(ok);
  free(s);
}

int main(void) {
  csto_tag_memo *memo = csto_tag_memo_new();
  CHECK(memo != NULL);
  rules(NULL);
  rules(memo);
  csto_tag_memo_free(memo);
  repeated("\"", 100000);
  repeated("\xc2\xab", 100000);
  repeated("\xc2\xab \xc2\xbb ", 50000);
  repeated("قال ", 100000);
  repeated("الذي قال إن ", 30000);
  repeated("قال \"", 50000);
  repeated("وفق ما ذكره ", 50000);
  repeated("مشيرا إلى أن، ", 30000);
  repeated("ا", 500000);
  repeated(": ", 100000);
  repeated("(((", 50000);
  repeated("وفق مصدر ( ", 30000);
  repeated("وفق مصدر، ", 30000);
  repeated("قال فلان: ", 30000);
  repeated("مصدر أن قال ", 30000);
  repeated("حسب قوله \" ", 50000);
  return check_done();
}
