/* threads.c - two connections in two threads ask the same questions; run
** under helgrind.  Nothing may race, and both must get the same answers.
*/
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const questions[] = {
    "SELECT csto_normalize('مُحَمَّد أحمد')",
    "SELECT csto_entities('قال وزير الخارجية الروسي سيرغي لافروف في موسكو "
    "يوم 5 مايو 2020 إن الوضع صعب', '2026-01-01')",
    "SELECT csto_quotes('قال سيرغي لافروف: \"لن نتراجع\".')",
    "SELECT csto_relations('تضم جامعة الدول العربية في عضويتها مصر "
    "والعراق.')",
    "SELECT csto_stem('والمدرسون'), csto_key('لافروف')",
    "CREATE VIRTUAL TABLE f USING fts5(b, tokenize='csto')",
    "INSERT INTO f VALUES('قالت وزارة الخارجية')",
    "SELECT highlight(f,0,'[',']') FROM f WHERE f MATCH "
    "csto_query('وزاره') ORDER BY csto_rank(f)",
};

typedef struct job {
  const char *ext;
  char answer[65536];
  int failed;
} job;

static void *work(void *arg) {
  job *j = arg;
  sqlite3 *db;
  size_t i;
  if (sqlite3_open(":memory:", &db)) return NULL;
  sqlite3_enable_load_extension(db, 1);
  j->failed = sqlite3_load_extension(db, j->ext, NULL, NULL) != SQLITE_OK;
  for (i = 0; i < sizeof questions / sizeof *questions && !j->failed; i++) {
    sqlite3_stmt *s;
    if (sqlite3_prepare_v2(db, questions[i], -1, &s, NULL)) {
      j->failed = 1;
      break;
    }
    while (sqlite3_step(s) == SQLITE_ROW) {
      const char *z = (const char *)sqlite3_column_text(s, 0);
      strncat(j->answer, z ? z : "NULL",
              sizeof j->answer - strlen(j->answer) - 1);
    }
    if (sqlite3_finalize(s) != SQLITE_OK) j->failed = 1;
  }
  sqlite3_close(db);
  return NULL;
}

int main(int argc, char **argv) {
  static job first, a, b;
  pthread_t t[2];
  if (argc != 2) return 2;
  /* the first load stores SQLite's table of functions; later ones only look */
  first.ext = a.ext = b.ext = argv[1];
  work(&first);
  if (pthread_create(&t[0], NULL, work, &a) ||
      pthread_create(&t[1], NULL, work, &b)) return 2;
  pthread_join(t[0], NULL);
  pthread_join(t[1], NULL);
  if (first.failed || a.failed || b.failed || strcmp(a.answer, b.answer)) {
    printf("not ok - two threads get the same answers\n");
    return 1;
  }
  printf("ok - two threads get the same answers\n");
  return 0;
}
