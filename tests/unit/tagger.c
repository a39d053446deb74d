/* tagger.c - the tagger on sentences of our own: places in the text, types,
** clitics, odd input.  Whether it finds hard names is measured elsewhere.
*/
#include <stdlib.h>
#include "base/hash.h"
#include "base/rc.h"
#include "check.h"
#include "entity/entity.h"
#include "entity/model.h"
#include "entity/sums.h"

/* The mentions of a text as TYPE:text|... */
static const char *tagged(const char *s) {
  static char out[4096];
  csto_doc d;
  csto_mention *m;
  size_t n, i, at = 0;
  out[0] = 0;
  if (csto_doc_open(&d, s, strlen(s)) != CSTO_OK) return "error";
  if (csto_tag(&d, &m, &n) != CSTO_OK) return "error";
  for (i = 0; i < n; i++)
    at += (size_t)snprintf(out + at, sizeof out - at, "%s%s:%.*s",
        i ? "|" : "", csto_etype_name(m[i].type),
        (int)(m[i].end - m[i].start), s + m[i].start);
  csto_doc_close(&d);
  return out;
}

/* Every token's features fit, and are the same as by word and by pair. */
static void check_features(const csto_model *m, const char *s) {
  csto_doc d;
  csto_atom a[64];
  uint64_t f[CSTO_NFEAT], g[CSTO_NFEAT];
  size_t i, n, k;
  int ok = 1;
  CHECK(csto_doc_open(&d, s, strlen(s)) == CSTO_OK);
  n = d.ntokens < 64 ? d.ntokens : 64;
  csto_atoms(m, d.tokens, n, a);
  for (i = 0; i < n; i++) {
    k = csto_features(a, n, i, f);
    if (k > CSTO_NFEAT) ok = 0;
    if (csto_pair_features(a, n, i, g) > k || memcmp(f, g, sizeof *g) != 0)
      ok = 0;
  }
  CHECK(ok);
  csto_doc_close(&d);
}

/* A frequent word's stored sums are the sums of its features. */
static void check_sums(const csto_model *m, const char *word) {
  csto_doc d;
  csto_atom a;
  int16_t v[5][CSTO_NCOL];
  const csto_sum *s;
  CHECK(csto_doc_open(&d, word, strlen(word)) == CSTO_OK);
  csto_atoms(m, d.tokens, 1, &a);
  csto_word_sums(m, &a, v);
  s = csto_model_sum(m, a.w);
  CHECK(s == NULL || memcmp(s->v, v, sizeof v) == 0);
  csto_doc_close(&d);
}

/* The clitics that a word loses before it is looked up, in folded bytes. */
static int cut_of(const csto_model *m, const char *word) {
  csto_doc d;
  csto_atom a;
  if (csto_doc_open(&d, word, strlen(word)) != CSTO_OK) return -1;
  csto_atoms(m, d.tokens, 1, &a);
  csto_doc_close(&d);
  return a.cut;
}

static void check_places(const char *s, size_t bytes) {
  csto_doc d;
  csto_mention *m;
  size_t n, i;
  int ok = 1;
  CHECK(csto_doc_open(&d, s, bytes) == CSTO_OK);
  CHECK(csto_tag(&d, &m, &n) == CSTO_OK);
  for (i = 0; i < n; i++) {
    if (m[i].start >= m[i].end || m[i].end > bytes) ok = 0;
    if (m[i].tok >= m[i].tokend || m[i].tokend > d.ntokens) ok = 0;
    if (!(m[i].score >= 0 && m[i].score <= 1)) ok = 0;
    if (i && m[i].start < m[i - 1].start) ok = 0;
    if (!m[i].name || !m[i].rule) ok = 0;
  }
  CHECK(ok);
  csto_doc_close(&d);
}

/* What is remembered of texts before changes nothing: many words, so that
** places are taken over, and each text three times. */
static void check_memo(void) {
  static const char *const few[] = {
      "قال", "محمد", "العلي", "في", "بغداد", "وزير", "الثقافة", "،", "12",
      "لندن", "جامعة", "القاهرة", ".", "\n", "أمس", "شركة", "النور"};
  char s[4096];
  csto_tag_memo *memo = csto_tag_memo_new();
  uint64_t seed = 3;
  size_t round, i, bad = memo == NULL;
  for (round = 0; round < 300; round++) {
    size_t n = 0, k, na, nb;
    csto_doc d;
    csto_mention *a, *b;
    while (n < sizeof s - 64) {
      seed = csto_mix64(seed + 1);
      if (seed % 4 == 0)          /* a word of five letters */
        for (k = 0; k < 5; k++)
          n += (size_t)sprintf(s + n, "\xd8%c",
                               0xa7 + (int)(seed >> (8 + 4 * k)) % 16);
      else
        n += (size_t)sprintf(s + n, "%s",
                             few[(seed >> 8) % (sizeof few / sizeof *few)]);
      s[n++] = ' ';
    }
    for (k = 0; k < 3; k++) {
      if (csto_doc_open(&d, s, n) || csto_tag(&d, &a, &na)) abort();
      csto_tag_memo_lend(memo, &d);
      if (csto_tag(&d, &b, &nb)) abort();
      bad += na != nb;
      for (i = 0; i < na && i < nb; i++)
        bad += a[i].start != b[i].start || a[i].end != b[i].end ||
               a[i].type != b[i].type ||
               memcmp(&a[i].score, &b[i].score, sizeof a[i].score) != 0;
      csto_doc_close(&d);
    }
  }
  csto_tag_memo_free(memo);
  CHECK(bad == 0);
}

/* The same sums with words kept and without, whatever the weights. */
static void check_kept(const csto_model *m) {
  const char *text = "قال وزير الخارجية محمد العلي في بغداد ، إن وزير "
                     "الثقافة محمد العلي في بغداد 12 .";
  csto_recall *r = malloc(sizeof *r);
  csto_sums *k = malloc(2 * sizeof *k);
  csto_doc d;
  int i;
  if (!r || !k) abort();
  CHECK(csto_doc_open(&d, text, strlen(text)) == CSTO_OK);
  csto_recall_init(r, m);
  csto_sums_init(k, m), csto_sums_init(k + 1, m);
  csto_sums_window(k, m, NULL, d.tokens, d.ntokens);
  for (i = 0; i < 2; i++) {       /* words found out about, then kept */
    csto_sums_window(k + 1, m, r, d.tokens, d.ntokens);
    CHECK(memcmp(k->acc, k[1].acc, d.ntokens * sizeof *k->acc) == 0);
  }
  csto_doc_close(&d);
  free(k), free(r);
}

/* In a model with heavier weights more and more words have sums that do not
** fit into what is kept of them. */
static void check_heavy(const csto_model *m, int times) {
  size_t bytes = m->head->bytes, i;
  size_t n = sizeof(csto_row) * 2 * m->head->slots;
  char *blob = malloc(bytes);
  int8_t *rows = (int8_t *)blob + m->head->row_at;
  csto_model heavy;
  if (!blob) abort();
  memcpy(blob, m->head, bytes);
  for (i = 0; i < n; i++) {
    int w = rows[i] * times;
    rows[i] = (int8_t)(w < -128 ? -128 : w > 127 ? 127 : w);
  }
  memset(blob + m->head->sum_at, 0, (m->sum_mask + 1) * sizeof(csto_sum));
  CHECK(csto_model_view(&heavy, blob, bytes) == 0);
  check_kept(&heavy);
  free(blob);
}

int main(void) {
  csto_model m;
  char *big = malloc(1 << 20);
  size_t i;
  CHECK(csto_model_get(&m) == 0);
  CHECK(csto_model_view(&m, "CSTOTAG", 7) != 0);
  CHECK(csto_model_get(&m) == 0);
  CHECK_STR(tagged("وصل الوفد إلى القاهرة أمس"), "GPE:القاهرة");
  CHECK_STR(tagged("سافر الوفد من بغداد ولبنان"), "GPE:بغداد|GPE:لبنان");
  CHECK_STR(tagged("قال محمد حسن العلي إن الطقس جميل"),
            "PERSON:محمد حسن العلي");
  CHECK_STR(tagged("تحدثت وزارة الخارجية المصرية"),
            "ORG:وزارة الخارجية المصرية|NORP:المصرية");
  CHECK(cut_of(&m, "ولبنان") == 2);
  CHECK(cut_of(&m, "لبنان") == 0);
  CHECK(cut_of(&m, "وزارة") == 0);
  CHECK(cut_of(&m, "بغداد") == 0);
  CHECK(cut_of(&m, "والقاهرة") == 2);
  CHECK(cut_of(&m, "للقاهرة") == 4);
  check_features(&m, "قال الدكتور سامي خليل إن وزارة «الثقافة» تدعم ذلك.");
  check_sums(&m, "في");
  check_sums(&m, "الرئيس");
  check_sums(&m, "،");
  {
    int t, j, ok = 1;
    for (t = 0; t < CSTO_NETYPE; t++)
      for (j = 1; j < CSTO_KNOTS; j++)
        if (m.head->cal[t][j] < m.head->cal[t][j - 1] ||
            m.head->cal[t][j] > 1) ok = 0;
    CHECK(ok);
  }
  check_memo();
  check_kept(&m);
  for (i = 1; i < 128; i *= 2) check_heavy(&m, (int)i);
  CHECK_STR(tagged(""), "");
  CHECK_STR(tagged("، . !"), "");
  CHECK_STR(tagged("شرب الولد الماء"), "");
  check_places("\xd9\x85\xff\xfe \xd8", 6);
  for (i = 0; i + 8 <= 1 << 20; i += 8) memcpy(big + i, "لندن", 8);
  check_places(big, 1 << 20);
  for (i = 0; i + 9 <= 1 << 20; i += 9) memcpy(big + i, " لندن", 9);
  check_places(big, (1 << 20) / 9 * 9);
  memset(big, '"', 100000);
  check_places(big, 100000);
  free(big);
  return check_done();
}
