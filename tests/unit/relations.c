/* relations.c - the pattern language, and rows from hand-made mentions. */
#include "base/rc.h"
#include "check.h"
#include "speech/pattern.h"
#include "text/fold.h"

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

typedef struct name { csto_etype type; const char *text, *value; } name;

/* Rows of a text with the given mentions, in order of the text, as
** `relation(subject, object) status date;`. */
static const char *rows(const char *text, const name *names, size_t n) {
  static char out[2048];
  csto_doc d;
  csto_mention m[16];
  csto_relation *r;
  size_t nr, i, used = 0, from = 0;
  out[0] = 0;
  if (csto_doc_open(&d, text, strlen(text))) return "no doc";
  memset(m, 0, sizeof m);
  for (i = 0; i < n; i++) {
    const char *at = strstr(text + from, names[i].text);
    uint32_t k;
    if (!at) at = strstr(text, names[i].text);
    if (!at) return "no such mention";
    m[i].type = names[i].type;
    m[i].start = (uint32_t)(at - text);
    m[i].end = m[i].start + (uint32_t)strlen(names[i].text);
    from = m[i].start;
    m[i].tok = CSTO_NONE;
    for (k = 0; k < d.ntokens; k++) {
      if (d.tokens[k].end <= m[i].start || d.tokens[k].start >= m[i].end) {
        continue;
      }
      if (m[i].tok == CSTO_NONE) m[i].tok = k;
      m[i].tokend = k + 1;
    }
    m[i].name = names[i].text;
    m[i].value = names[i].value;
    m[i].rule = "test";
  }
  if (csto_relations(&d, NULL, m, n, NULL, 0, &r, &nr)) return "error";
  for (i = 0; i < nr && used < sizeof out; i++) {
    used += (size_t)snprintf(out + used, sizeof out - used,
                             "%s(%s, %s) %s %s;", r[i].relation,
                             r[i].subject, r[i].object ? r[i].object : "-",
                             r[i].status, r[i].date ? r[i].date : "-");
  }
  csto_doc_close(&d);
  return out;
}

#define ROWS(text, ...)                                     \
  rows(text, (const name[]){__VA_ARGS__},                   \
       sizeof((const name[]){__VA_ARGS__}) / sizeof(name))

static void stated(void) {
  CHECK_STR(ROWS("وزير النقل سامي حداد يزور مدينة نورا غدا",
                 {CSTO_ROLE, "وزير النقل", NULL},
                 {CSTO_PERSON, "سامي حداد", NULL},
                 {CSTO_GPE, "نورا", NULL},
                 {CSTO_DATE, "غدا", "2020-01-02"}),
            "holds_post(سامي حداد, وزير النقل) current -;"
            "visits(سامي حداد, نورا) held 2020-01-02;");
  CHECK_STR(ROWS("ستتولى نورا رئاسة رابطة الجبال",
                 {CSTO_GPE, "نورا", NULL}, {CSTO_ORG, "رابطة الجبال", NULL}),
            "chair_of(نورا, رابطة الجبال) planned -;");
  CHECK_STR(ROWS("وتضم رابطة الجبال كلا من نورا وسلوى وميرا",
                 {CSTO_ORG, "رابطة الجبال", NULL}, {CSTO_GPE, "نورا", NULL},
                 {CSTO_GPE, "سلوى", NULL}, {CSTO_GPE, "ميرا", NULL}),
            "member_of(نورا, رابطة الجبال) current -;"
            "member_of(سلوى, رابطة الجبال) current -;"
            "member_of(ميرا, رابطة الجبال) current -;");
  CHECK_STR(ROWS("التقى سامي حداد نظيره عمر ناصر",
                 {CSTO_PERSON, "سامي حداد", NULL},
                 {CSTO_ROLE, "نظيره", NULL},
                 {CSTO_PERSON, "عمر ناصر", NULL}),
            "met_with(سامي حداد, عمر ناصر) held -;");
}

static void not_stated(void) {
  CHECK_STR(ROWS("لم يلتق سامي حداد عمر ناصر",
                 {CSTO_PERSON, "سامي حداد", NULL},
                 {CSTO_PERSON, "عمر ناصر", NULL}), "");
  CHECK_STR(ROWS("يمكن أن يزور سامي حداد نورا",
                 {CSTO_PERSON, "سامي حداد", NULL},
                 {CSTO_GPE, "نورا", NULL}), "");
  CHECK_STR(ROWS("استقبل وزير النقل سامي حداد",
                 {CSTO_ROLE, "وزير النقل", NULL},
                 {CSTO_PERSON, "سامي حداد", NULL}),
            "holds_post(سامي حداد, وزير النقل) current -;");
}

int main(void) {
  language();
  data();
  stated();
  not_stated();
  return check_done();
}
