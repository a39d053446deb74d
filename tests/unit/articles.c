/* articles.c - texts and pages of tests/rules/articles.tsv, formats.tsv and
** layouts.tsv become articles; encodings, heads' dates, patterns, markup. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "article/article.h"
#include "article/folder.h"
#include "article/page.h"
#include "article/when.h"
#include "base/rc.h"
#include "check.h"
#include "text/encoding.h"
#include "text/forms.h"

/* ---- the rule table ---- */

static size_t unescape(char *s) {
  char *to = s, *from = s;
  while (*from) {
    if (*from == '\\' && from[1]) {
      from++;
      *to++ = *from == 'n' ? '\n' : *from == 't' ? '\t'
              : *from == 'r' ? '\r' : *from;
      from++;
    } else {
      *to++ = *from++;
    }
  }
  *to = 0;
  return (size_t)(to - s);
}

static csto_str field(const csto_article *a, const char *name, size_t n) {
  const struct { const char *name; csto_str v; } all[] = {
    {"site", a->site}, {"url", a->url}, {"agency", a->agency},
    {"author", a->author}, {"published", a->published},
    {"published_text", a->published_text}, {"updated", a->updated},
    {"title", a->title}, {"lead", a->lead}, {"body", a->body},
    {"caption", a->caption}, {"credit", a->credit}, {"lang", a->lang},
    {"error", a->error},
  };
  csto_str none = {NULL, 0};
  size_t i;
  for (i = 0; i < sizeof all / sizeof *all; i++)
    if (strlen(all[i].name) == n && memcmp(all[i].name, name, n) == 0)
      return all[i].v;
  if (n == 6 && memcmp(name, "layout", 6) == 0) {
    none.s = a->layout;
    none.n = strlen(a->layout);
  }
  return none;
}

static int holds(const csto_article *a, char *want) {
  size_t k = strcspn(want, "=~!");
  csto_str v;
  size_t n;
  if (want[0] == '-') return field(a, want + 1, strlen(want) - 1).s == NULL;
  v = field(a, want, k);
  n = strlen(want + k + 1);
  if (want[k] == '=')
    return v.s && v.n == n && memcmp(v.s, want + k + 1, n) == 0;
  if (want[k] == '~') return v.s && memmem(v.s, v.n, want + k + 1, n);
  return !v.s || !memmem(v.s, v.n, want + k + 1, n);
}

static void row(char *line, int number, const char *file) {
  char *name = line, *path, *text, *want, *next, what[400];
  csto_pages *p;
  csto_article a;
  size_t n;
  if (!(path = strchr(name, '\t'))) return;
  *path++ = 0;
  if (!(text = strchr(path, '\t'))) return;
  *text++ = 0;
  if (!(want = strchr(text, '\t'))) return;
  *want++ = 0;
  n = unescape(text);
  if (csto_pages_open(&p, text, n, path) != CSTO_OK ||
      csto_pages_next(p, &a) != CSTO_OK) {
    CHECK(!"an article");
    return;
  }
  for (; want; want = next) {
    int ok;
    next = strstr(want, " ;; ");
    if (next) {
      *next = 0;
      next += 4;
    }
    unescape(want);
    if (strcmp(want, ">>") == 0) {
      ok = csto_pages_next(p, &a) == CSTO_OK;
      if (!ok) next = NULL;
    } else if (strcmp(want, ".") == 0) {
      csto_article none;
      ok = csto_pages_next(p, &none) == CSTO_DONE;
    } else {
      ok = holds(&a, want);
    }
    snprintf(what, sizeof what, "line %d of rules/%s: %s: %.120s", number,
             file, name, want);
    check_line(ok, __FILE__, __LINE__, what);
    if (!ok) {
      csto_str v = field(&a, want[0] == '-' ? want + 1 : want,
                         want[0] == '-' ? strlen(want) - 1
                                        : strcspn(want, "=~!"));
      printf("# got %.*s\n", v.s ? (int)v.n : 4, v.s ? v.s : "NULL");
    }
  }
  csto_pages_close(p);
}

/* Pieces of text with a name of one letter, "{X}<tab>text" in the table. */
typedef struct pieces {
  char *text[128];
} pieces;

static int piece_at(const char *s) {
  return s[0] == '{' && s[1] > 0 && s[1] != '"' && s[2] == '}' ? s[1] : 0;
}

/* The line with its pieces put in; for free(). */
static char *whole(const pieces *p, const char *s) {
  size_t n = 0, room = strlen(s) + 1;
  char *to;
  const char *c, *t;
  for (c = s; *c; c++)
    if (piece_at(c) && p->text[piece_at(c)])
      room += strlen(p->text[piece_at(c)]);
  to = malloc(room);
  if (!to) abort();
  for (c = s; *c; c++) {
    t = piece_at(c) ? p->text[piece_at(c)] : NULL;
    if (t) {
      memcpy(to + n, t, strlen(t));
      n += strlen(t);
      c += 2;
    } else {
      to[n++] = *c;
    }
  }
  to[n] = 0;
  return to;
}

static void rules(const char *file) {
  const char *top = getenv("TOP");
  char path[1000], *line = NULL;
  size_t cap = 0;
  ssize_t n;
  int number = 0, c;
  pieces named;
  FILE *f;
  memset(&named, 0, sizeof named);
  snprintf(path, sizeof path, "%s/tests/rules/%s", top ? top : ".", file);
  f = fopen(path, "r");
  CHECK(f != NULL);
  if (!f) return;
  while ((n = getline(&line, &cap, f)) > 0) {
    number++;
    if (line[n - 1] == '\n') line[n - 1] = 0;
    if (line[0] && line[0] != '#') {
      char *all;
      c = piece_at(line);
      all = whole(&named, c && line[3] == '\t' ? line + 4 : line);
      if (c && line[3] == '\t') {
        free(named.text[c]);
        named.text[c] = all;
      } else {
        row(all, number, file);
        free(all);
      }
    }
  }
  for (c = 0; c < 128; c++) free(named.text[c]);
  free(line);
  fclose(f);
}

/* ---- encodings ---- */

static const char *name_of(const char *s, size_t n) {
  csto_decoded d;
  const char *name;
  if (csto_decode(&d, s, n, NULL, 0) != CSTO_OK) return "failed";
  name = d.name ? d.name : "none";
  csto_decoded_free(&d);
  return name;
}

/* UTF-8 that was read with another table and saved again. */
static void mangled(void) {
  static const char right[] = "مجلس المدينة يقر خطة المياه";
  static const char latin[] =
    "\xc3\x99\xc2\x85\xc3\x98\xc2\xac\xc3\x99\xc2\x84\xc3\x98\xc2\xb3"
    "\x20\xc3\x98\xc2\xa7\xc3\x99\xc2\x84\xc3\x99\xc2\x85\xc3\x98\xc2"
    "\xaf\xc3\x99\xc2\x8a\xc3\x99\xc2\x86\xc3\x98\xc2\xa9\x20\xc3\x99"
    "\xc2\x8a\xc3\x99\xc2\x82\xc3\x98\xc2\xb1\x20\xc3\x98\xc2\xae\xc3"
    "\x98\xc2\xb7\xc3\x98\xc2\xa9\x20\xc3\x98\xc2\xa7\xc3\x99\xc2\x84"
    "\xc3\x99\xc2\x85\xc3\x99\xc2\x8a\xc3\x98\xc2\xa7\xc3\x99\xc2\x87";
  static const char arabic[] =
    "\xd8\xb8\xe2\x80\xa6\xd8\xb7\xc2\xac\xd8\xb8\xe2\x80\x9e\xd8\xb7"
    "\xc2\xb3\x20\xd8\xb7\xc2\xa7\xd8\xb8\xe2\x80\x9e\xd8\xb8\xe2\x80"
    "\xa6\xd8\xb7\xc2\xaf\xd8\xb8\xd9\xb9\xd8\xb8\xe2\x80\xa0\xd8\xb7"
    "\xc2\xa9\x20\xd8\xb8\xd9\xb9\xd8\xb8\xe2\x80\x9a\xd8\xb7\xc2\xb1"
    "\x20\xd8\xb7\xc2\xae\xd8\xb7\xc2\xb7\xd8\xb7\xc2\xa9\x20\xd8\xb7"
    "\xc2\xa7\xd8\xb8\xe2\x80\x9e\xd8\xb8\xe2\x80\xa6\xd8\xb8\xd9\xb9"
    "\xd8\xb7\xc2\xa7\xd8\xb8\xe2\x80\xa1";
  static const char iso[] = "\xe3\xcc\xe1\xd3 \xc7\xe1\xe3\xcf\xed\xe4\xc9 "
                            "\xed\xde\xd1 \xce\xd8\xc9 \xdd\xed";
  const char *const texts[] = {latin, arabic};
  csto_decoded d;
  size_t i;
  for (i = 0; i < 2; i++) {
    CHECK(csto_decode(&d, texts[i], strlen(texts[i]), NULL, 0) == CSTO_OK);
    CHECK(d.bytes == strlen(right) && memcmp(d.text, right, d.bytes) == 0);
    CHECK(d.name && strcmp(d.name, i ? "UTF-8 as windows-1256"
                                     : "UTF-8 as windows-1252") == 0);
    csto_decoded_free(&d);
  }
  /* the letters speak against the charset that is declared */
  CHECK(csto_decode(&d, iso, strlen(iso), "iso-8859-6", 10) == CSTO_OK);
  CHECK(d.name && strcmp(d.name, "windows-1256") == 0);
  csto_decoded_free(&d);
}

static void encodings(void) {
  static const char utf16[] = "\x23\x06\x2d\x06\x20\x00\x45\x06\x46\x06"
                              "\x20\x00\x27\x06\x44\x06\x28\x06\x44\x06";
  csto_decoded d;
  CHECK_STR(name_of("", 0), "UTF-8");
  CHECK_STR(name_of("plain", 5), "UTF-8");
  CHECK_STR(name_of("\xEF\xBB\xBFx", 4), "UTF-8");
  CHECK_STR(name_of("\xC7\xE1\xDA\xD1\xC8\xED\xC9", 7), "windows-1256");
  CHECK_STR(name_of("\xC7\xE4\xD9\xD1\xC8\xEA\xC9 \xE8\xE7\xE8", 11),
            "ISO-8859-6");
  CHECK_STR(name_of("\xFF\xFE\x23\x06", 4), "UTF-16LE");
  CHECK_STR(name_of("\xFE\xFF\x06\x23", 4), "UTF-16BE");
  CHECK_STR(name_of(utf16, 20), "UTF-16LE");
  CHECK_STR(name_of("\0\1\2\3\0\0\0\0", 8), "none");
  CHECK(csto_decode(&d, "\xC7\xE1", 2, NULL, 0) == CSTO_OK);
  CHECK_STR(d.text, "ال");
  csto_decoded_free(&d);
  /* a broken byte in good UTF-8 changes nothing */
  CHECK_STR(name_of("كلام عربي صحيح \xFF طويل", 38), "UTF-8");
}

/* ---- dates of heads ---- */

static const char *when(const char *s) {
  static csto_when w;
  return csto_when_read(s, strlen(s), &w) ? w.value : "none";
}

/* a date whose T is the last of the tokens that are read */
static void last_token(void) {
  char s[160] = "";
  int i;
  for (i = 0; i < 58; i++) strcat(s, "- ");
  strcat(s, "2022-05-10T10:30");
  CHECK_STR(when(s), "2022-05-10");
}

static void dates(void) {
  csto_when w;
  last_token();
  CHECK_STR(when("2022-05-10"), "2022-05-10");
  CHECK_STR(when("2022-05-10T08:30:00+03:00"), "2022-05-10T08:30:00+03:00");
  CHECK_STR(when("2022-05-10 08:30:00.123Z"), "2022-05-10T08:30:00Z");
  CHECK_STR(when("Sat, 08 Sep 2018 12:40:05 GMT"), "2018-09-08T12:40:05Z");
  CHECK_STR(when("Sun, 25 Mar 2018 12:49:38 +0400"),
            "2018-03-25T12:49:38+04:00");
  CHECK_STR(when("10/5/2022"), "2022-05-10");
  CHECK_STR(when("5/25/2022"), "2022-05-25");
  CHECK_STR(when("10.05.2022 14:05"), "2022-05-10T14:05");
  CHECK_STR(when("١٠ يونيو ٢٠٢٢"), "2022-06-10");
  CHECK_STR(when("10-مايو-2022"), "2022-05-10");
  CHECK_STR(when("17:25 GMT 20.10.2025"), "2025-10-20T17:25Z");
  CHECK_STR(when("4th, October 2024 GMT"), "2024-10-04");
  CHECK_STR(when("Dec. 16, 2021, 9:48 a.m."), "2021-12-16T09:48");
  CHECK_STR(when("28 تشرين الثاني/نوفمبر 2024 الساعة 2:30 م"),
            "2024-11-28T14:30");
  CHECK_STR(when("نوفمبر (تشرين الثاني) 28, 2024"), "2024-11-28");
  CHECK_STR(when("25 شوال 1436 هـ الموافق 10 أغسطس 2015 م"), "2015-08-10");
  CHECK_STR(when("31/02/2022"), "none");
  CHECK_STR(when("10/05/22"), "none");
  CHECK_STR(when("25 شوال 1436 هـ"), "none");
  CHECK_STR(when("منذ ساعتين"), "none");
  CHECK(csto_when_relative("منذ 2 ساعات", strlen("منذ 2 ساعات")));
  CHECK(csto_when_relative("قبل ساعة", strlen("قبل ساعة")));
  CHECK(csto_when_relative("أمس, 21:12", strlen("أمس, 21:12")));
  CHECK(!csto_when_relative("قبل الحرب", strlen("قبل الحرب")));
  CHECK(csto_when_url("https://x/2022/05/10/a", 22, &w));
  CHECK_STR(w.value, "2022-05-10");
  CHECK(csto_when_url("https://x/20251020/a", 20, &w));
  CHECK_STR(w.value, "2025-10-20");
  CHECK(!csto_when_url("https://x/12345678/a", 20, &w));
  CHECK(!csto_when_url("https://x/2014/03/a", 19, &w));
}

/* ---- small parts ---- */

static void parts(void) {
  csto_buf b;
  uint32_t cp, cp2;
  CHECK(csto_glob("*.txt", "a.txt"));
  CHECK(!csto_glob("*.txt", "a.html"));
  CHECK(csto_glob("a?c/[b-d]*", "aكc/cat"));
  CHECK(!csto_glob("[^a]*", "abc"));
  CHECK(csto_glob("*a*b*c", "xxaxxbxxc"));
  CHECK(csto_entity("&amp;", 5, &cp, &cp2) == 5 && cp == '&');
  CHECK(csto_entity("&#x6A9;", 7, &cp, &cp2) == 7 && cp == 0x6A9);
  CHECK(csto_entity("&nosuch;", 8, &cp, &cp2) == 0);
  csto_buf_init(&b);
  csto_clean(&b, "\xD9\x81 \xC2\xA0 \r\n\xE2\x80\x8F\xEF\xB7\xB2  x\ty", 20);
  CHECK_STR(b.data, "ف\nالله x\ty");
  csto_buf_clear(&b);
  csto_html_text(&b, "<p>a<br>b&lt;c<script>x</script><p>d", 36);
  CHECK_STR(b.data, "a\nb<c\nd\n");
  csto_buf_free(&b);
  CHECK(csto_json_span("{\"a\":\"}\"} x", 11) == 9);
  CHECK(csto_json_span("{\"a\":", 5) == 0);
}

int main(void) {
  rules("articles.tsv");
  rules("formats.tsv");
  rules("layouts.tsv");
  encodings();
  mangled();
  dates();
  parts();
  return check_done();
}
