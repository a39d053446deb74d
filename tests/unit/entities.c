/* entities.c - the rule table tests/rules/entities.tsv, the user's own list,
** holders of offices, and texts that would cost much if anything were not
** linear.
*/
#include "base/rc.h"
#include "check.h"
#include "entity/entity.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct found {
  csto_doc d;
  csto_mention *m;
  size_t n;
} found;

static int run(found *f, const char *text, size_t n, const csto_user_name *u,
               size_t nu) {
  int rc = csto_doc_open(&f->d, text, n);
  f->n = 0;
  if (rc != CSTO_OK) return rc;
  rc = csto_entities(&f->d, NULL, u, nu, &f->m, &f->n);
  if (rc != CSTO_OK) csto_doc_close(&f->d);
  return rc;
}

/* The nth mention of a type with these words; NULL: none. */
static const csto_mention *mention(const found *f, const char *type,
                                   const char *words, int nth) {
  size_t i;
  for (i = 0; i < f->n; i++) {
    const csto_mention *m = &f->m[i];
    if (!strcmp(csto_etype_name(m->type), type) &&
        m->end - m->start == strlen(words) &&
        !memcmp(f->d.text + m->start, words, strlen(words)) && nth-- == 0)
      return m;
  }
  return NULL;
}

/* ---- the rule table ---- */

static int fits(const found *f, const char *type, const char *words,
                const char *name, const char *id) {
  int i;
  const csto_mention *m;
  for (i = 0; (m = mention(f, type, words, i)) != NULL; i++)
    if (!strcmp(m->name, name) &&
        (!*id || (m->id && !strcmp(m->id, id)))) return 1;
  return 0;
}

static void show(const found *f) {
  size_t i;
  for (i = 0; i < f->n; i++)
    printf("#   %s %.*s = %s (%s) %s\n", csto_etype_name(f->m[i].type),
           (int)(f->m[i].end - f->m[i].start), f->d.text + f->m[i].start,
           f->m[i].name, f->m[i].id ? f->m[i].id : "", f->m[i].rule);
}

/* One wanted mention, "TYPE words = name (id)" or "-TYPE words". */
static void check_wish(const found *f, char *wish, int line) {
  int no = *wish == '-', ok;
  char *type = wish + no, *words = strchr(type, ' '), *name, *id = NULL;
  char label[400];
  snprintf(label, sizeof label, "%s", wish);
  if (!words) return;
  *words++ = 0;
  name = strstr(words, " = ");
  if (name) {
    *name = 0;
    name += 3;
    id = strstr(name, " (");
    if (id) {
      *id = 0;
      id += 2;
      id[strcspn(id, ")")] = 0;
    }
  }
  ok = no ? mention(f, type, words, 0) == NULL
          : name && fits(f, type, words, name, id ? id : "");
  check_line(ok, "entities.tsv", line, label);
  if (!ok) show(f);
}

static void check_rules(void) {
  const char *top = getenv("TOP");
  char path[500], line[4000];
  int number = 0;
  FILE *in;
  snprintf(path, sizeof path, "%s/tests/rules/entities.tsv", top ? top : ".");
  in = fopen(path, "r");
  CHECK(in != NULL);
  while (in && fgets(line, sizeof line, in)) {
    char *wish;
    found f;
    number++;
    line[strcspn(line, "\n")] = 0;
    wish = strchr(line, '\t');
    if (*line == '#' || !wish) continue;
    *wish++ = 0;
    if (run(&f, line, strlen(line), NULL, 0) != CSTO_OK) {
      check_line(0, "entities.tsv", number, "runs");
      continue;
    }
    while (wish) {
      char *next = strstr(wish, "; ");
      if (next) *next = 0;
      check_wish(&f, wish, number);
      wish = next ? next + 2 : NULL;
    }
    csto_doc_close(&f.d);
  }
  if (in) fclose(in);
}

/* ---- the user's list ---- */

static void check_user(void) {
  static const csto_user_name list[] = {
      {"الراضي", "PERSON", "زينب محمد الراضي", "P1"},
      {"لجنة النور", "ORG", NULL, NULL},
      {"روسيا", "ORG", "فريق روسيا", "T9"}};
  const char *text = "وقالت زينب محمد الراضي عن لجنة النور في روسيا، "
                     "ثم سكتت. وللراضي رأي.";
  found f;
  const csto_mention *m;
  CHECK(run(&f, text, strlen(text), list, 3) == CSTO_OK);
  m = mention(&f, "PERSON", "زينب محمد الراضي", 0);
  CHECK(m && m->id && !strcmp(m->id, "P1") && m->score == 1);
  CHECK(mention(&f, "ORG", "لجنة النور", 0) != NULL);
  m = mention(&f, "ORG", "روسيا", 0);
  CHECK(m && !strcmp(m->name, "فريق روسيا"));
  CHECK(mention(&f, "GPE", "روسيا", 0) == NULL);
  m = mention(&f, "PERSON", "راضي", 0);
  CHECK(m && !strcmp(m->name, "زينب محمد الراضي"));
  csto_doc_close(&f.d);
}

/* ---- who holds an office ---- */

static void check_holder(void) {
  const char *text = "قال وزير الخارجية الروسي سيرغي لافروف إن الحوار مستمر. "
                     "وأضاف الوزير أن اللقاء مفيد.";
  found f;
  const csto_mention *role, *who, *again;
  CHECK(run(&f, text, strlen(text), NULL, 0) == CSTO_OK);
  role = mention(&f, "ROLE", "وزير الخارجية الروسي", 0);
  who = mention(&f, "PERSON", "سيرغي لافروف", 0);
  again = mention(&f, "ROLE", "الوزير", 0);
  CHECK(role && who && role->holder == who->entity);
  CHECK(again && again->nominal && again->entity == role->entity &&
        again->holder == who->entity);
  CHECK(again && again->gender == 1);
  csto_doc_close(&f.d);
}

/* ---- cost and damage ---- */

/* `unit` repeated to at least n bytes. */
static char *repeated(const char *unit, size_t n) {
  size_t k = strlen(unit), i;
  char *s = malloc(n + k + 1);
  if (!s) return NULL;
  for (i = 0; i < n; i += k) memcpy(s + i, unit, k);
  s[i] = 0;
  return s;
}

static void check_long(void) {
  static const char *const units[] = {
      "ا", "و", "ل", "\"", "«", " سيرغي لافروف", " منظمة", " المنظمة",
      " وزير الخارجية", " رئيس", "مجلس أمناء ", "الأمم المتحدة و"};
  size_t i;
  for (i = 0; i < sizeof units / sizeof *units; i++) {
    char *s = repeated(units[i], 300000);
    clock_t t = clock();
    found f;
    CHECK(s && run(&f, s, strlen(s), NULL, 0) == CSTO_OK);
    if (s) csto_doc_close(&f.d);
    CHECK((double)(clock() - t) / CLOCKS_PER_SEC < 10);
    free(s);
  }
}

static void check_broken(void) {
  const char *text = "قال \xd8 سيرغي \xff\xfe لافروف في \xd9 روسيا \xed\xa0";
  found f;
  size_t i;
  CHECK(run(&f, text, strlen(text), NULL, 0) == CSTO_OK);
  for (i = 0; i < f.n; i++)
    CHECK(f.m[i].start < f.m[i].end && f.m[i].end <= strlen(text) &&
          f.m[i].name && f.m[i].rule);
  csto_doc_close(&f.d);
  CHECK(run(&f, "", 0, NULL, 0) == CSTO_OK && f.n == 0);
  csto_doc_close(&f.d);
}

int main(void) {
  check_rules();
  check_user();
  check_holder();
  check_long();
  check_broken();
  return check_done();
}
