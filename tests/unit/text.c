/* text.c - base and text floors: buffers, folding, tokens, sentences. */
#include "base/hash.h"
#include "base/json.h"
#include "base/rc.h"
#include "check.h"
#include "text/doc.h"
#include "text/fold.h"
#include "text/utf8.h"
#include <stdlib.h>

static const char *fold(const char *s) {
  static char outs[4][4096];
  static int which;
  char *out = outs[which++ % 4];
  csto_buf b;
  csto_buf_init(&b);
  csto_fold(&b, s, strlen(s));
  (void)snprintf(out, 4096, "%s", b.data ? b.data : "");
  csto_buf_free(&b);
  return out;
}

static void folding(void) {
  CHECK_STR(fold("مُحَمَّد"), "محمد");
  CHECK_STR(fold("أحمد إلى آجن ٱلحمد"), "احمد الي اجن الحمد");
  CHECK_STR(fold("ا\xd9\x94حمد"), "احمد");
  CHECK_STR(fold("العـــربية"), "العربيه");
  CHECK_STR(fold("ﻣﺪﺭﺳﺔ ﷲ ﻻ"), "مدرسه الله لا");
  CHECK_STR(fold("١٢٣ ۴۵۶"), "123 456");
  CHECK_STR(fold("مسؤول"), fold("مسئول"));
  CHECK_STR(fold("شؤون"), fold("شئون"));
  CHECK_STR(fold("شو\xd9\x94ون"), fold("شؤون"));
  CHECK_STR(fold("ءامنوا"), fold("آمنوا"));
  CHECK_STR(fold("إجراءات"), "اجراءات");
  CHECK_STR(fold("رئاسة"), fold(fold("رئاسة")));
  CHECK_STR(fold("کتاب یہ"), "كتاب يه");
  CHECK_STR(fold("Café ÉCOLE Straße"), "cafe ecole strasse");
  CHECK_STR(fold("ا\xe2\x80\x8fب"), "اب");
  CHECK_STR(fold("한국 ガ"), "한국 ガ");
}

static size_t count_sentences(const char *s) {
  csto_doc d;
  size_t n;
  if (csto_doc_open(&d, s, strlen(s))) return 999;
  n = d.nsentences;
  csto_doc_close(&d);
  return n;
}

static void sentences(void) {
  CHECK(count_sentences("ذهب الولد.عاد الولد.") == 2);
  CHECK(count_sentences("بلغت النسبة 3.5 في المئة. انتهى") == 2);
  CHECK(count_sentences("مؤسسة ا. ا. غورتشاكوف") == 1);
  CHECK(count_sentences("زوروا www.example.org اليوم") == 1);
  CHECK(count_sentences("قال: «لن نذهب. سنبقى هنا» وأضاف شيئا.") == 1);
  CHECK(count_sentences("قال: \"سنبقى.\"وأضاف شيئا.") == 2);
  CHECK(count_sentences("سطر\nسطر") == 2);
  CHECK(count_sentences("") == 0);
}

static void tokens(void) {
  csto_doc d;
  const char *s = "وَقالَ لِلرئيسِ، في 12/5: G20 ok";
  CHECK(csto_doc_open(&d, s, strlen(s)) == CSTO_OK);
  CHECK(d.ntokens == 10);
  CHECK_STR(d.tokens[0].norm, "وقال");
  CHECK_STR(d.tokens[1].norm, "للرءيس");
  CHECK(d.tokens[2].kind == CSTO_T_PUNCT);
  CHECK_STR(d.tokens[8].norm, "g20");
  CHECK(csto_doc_offset(&d, 1, 4) == d.tokens[1].start + 6);
  csto_doc_close(&d);
}

static void words_of_nothing(void) {
  csto_doc d;
  const char *s = "\xd9\xb4 \xd9\xb4" "\xd9\xb4 كلمة";   /* U+0674 */
  CHECK(csto_doc_open(&d, s, strlen(s)) == CSTO_OK);
  CHECK(d.ntokens == 1);
  CHECK_STR(d.tokens[0].norm, "كلمه");
  csto_doc_close(&d);
}

static void positions(void) {
  const char *s = "a\xff\xd8\xa7\x80\xd9\x8e";
  csto_charpos c;
  CHECK(csto_utf8_chars(s, strlen(s)) == 4);
  csto_charpos_init(&c, s, strlen(s));
  CHECK(csto_charpos_at(&c, 2) == 2);
  CHECK(csto_charpos_at(&c, strlen(s)) == 4);
  CHECK(csto_charpos_at(&c, 1) == 1);
}

/* Positions in texts of all kinds of bytes, beside a count one by one. */
static void positions_like_naive(void) {
  static const char kinds[] = "a\xd8\xa7\xa7\xe2\x80\xf0 \xd9\x85";
  char s[200];
  uint64_t seed = 1;
  size_t round, n, i, bad = 0;
  for (round = 0; round < 4000; round++) {
    size_t few = 1 + round % (sizeof kinds - 1), chars = 0;
    csto_charpos c;
    seed = csto_mix64(seed);
    n = (size_t)(seed % sizeof s);
    for (i = 0; i < n; i++) {
      seed = csto_mix64(seed + 1);
      s[i] = kinds[seed % 7 == 0 ? seed / 7 % (sizeof kinds - 1)
                                 : (i + round) % few];
    }
    csto_charpos_init(&c, s, n);
    for (i = 0; i < n; chars++) {
      size_t k = 1;
      if (i % 3 == round % 3) bad += csto_charpos_at(&c, i) != chars;
      if ((unsigned char)s[i] >= 0xc0)
        while (i + k < n && (s[i + k] & 0xc0) == 0x80) k++;
      i += k;
    }
    bad += csto_utf8_chars(s, n) != chars || csto_charpos_at(&c, n) != chars;
    csto_charpos_init(&c, s, n);
    bad += csto_charpos_at(&c, n) != chars;
  }
  CHECK(bad == 0);
}

/* Words of random letters, plain ones and others, are folded as
** csto_fold_word does, and their hashes are those of what they stand for. */
static void tokens_like_folding(void) {
  static const uint32_t odd[] = {0x64b, 0x640, 0x654, 0x670, 0x671, 0x6a9,
                                 0xfefb, 0x200d, 0x2bd, '7', 'q', 0xfdf2};
  char s[512], out[CSTO_FOLD_ROOM(128)];
  uint64_t seed = 7;
  size_t round, i, bad = 0;
  for (round = 0; round < 3000; round++) {
    size_t n = 0, k;
    csto_doc d;
    while (n < 200) {
      uint32_t cp;
      seed = csto_mix64(seed + 1);
      cp = 0x621 + (uint32_t)(seed >> 8) % 26;
      if (seed % 3 == 0) cp = 0x641 + (uint32_t)(seed >> 8) % 10;
      if (seed % 97 == 0) cp = 0xa8;          /* no character by itself */
      if (round % 4 && seed % 23 == 0)
        cp = odd[(seed >> 8) % (sizeof odd / sizeof *odd)];
      if (seed % 6 == 0) cp = seed % 36 == 0 ? 0x60c : ' ';
      if (cp == 0xa8) s[n++] = (char)cp;
      else n += csto_utf8_put(s + n, cp);
    }
    if (csto_doc_open(&d, s, n)) abort();
    for (i = 0; i < d.ntokens; i++) {
      const csto_token *t = d.tokens + i;
      if (t->kind == CSTO_T_PUNCT || t->end - t->start > 128) continue;
      k = csto_fold_word(s + t->start, t->end - t->start, out);
      bad += k != t->nnorm || memcmp(out, t->norm, k) != 0;
      for (k = 0; k < 6 && k < t->nnorm; k++)
        bad += csto_token_hash(t, k) != csto_hash(t->norm + k, t->nnorm - k, 0);
    }
    csto_doc_close(&d);
  }
  CHECK(bad == 0);
}

static void pinned(void) {
  CHECK(csto_hash("", 0, 0) == csto_mix64(0x9e3779b97f4a7c15ULL));
  CHECK(csto_hash("csto", 4, 0) != csto_hash("csto", 4, 1));
}

int main(void) {
  folding();
  sentences();
  tokens();
  words_of_nothing();
  positions();
  positions_like_naive();
  tokens_like_folding();
  pinned();
  return check_done();
}
