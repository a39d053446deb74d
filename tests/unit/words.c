/* words.c - plain words beside the tables they stand for, and the memo. */
#include "check.h"
#include "morph/memo.h"
#include "morph/words.h"
#include "text/fold.h"
#include "text/utf8.h"

/* Every letter: packed, unpacked and folded as the tables do. */
static void letters(void) {
  uint32_t cp;
  int packed = 0, same = 1;
  for (cp = 0x600; cp < 0x700; cp++) {
    char s[4], out[CSTO_PLAIN_ROOM];
    size_t n = csto_utf8_put(s, cp);
    uint64_t word = csto_plain_pack(s, n);
    if (!word) continue;
    packed++;
    same &= csto_plain_unpack(word, out) == n && memcmp(out, s, n) == 0;
    same &= csto_class(cp) == CSTO_C_ARABIC;
  }
  CHECK(packed == 36 && same);
}

static void packing(void) {
  char out[CSTO_PLAIN_ROOM];
  const char *w = "ابجدهوزحطي";
  CHECK(csto_plain_unpack(csto_plain_pack(w, 20), out) == 20 &&
        memcmp(out, w, 20) == 0);
  CHECK(csto_plain_unpack(csto_plain_pack("ي", 2), out) == 2 &&
        memcmp(out, "ي", 2) == 0);
  CHECK(csto_plain_unpack(0, out) == 0);
  CHECK(csto_plain_pack("ابجدهوزحطيك", 22) == 0);
  CHECK(csto_plain_pack("ا", 1) == 0);
  CHECK(csto_plain_pack("", 0) == 0);
  CHECK(csto_plain_pack("گل", 4) == 0);
  CHECK(csto_plain_pack("كـ", 4) == 0);
  CHECK(csto_plain_pack("ab", 2) == 0);
}

/* The words of s, a few at a time, are those of csto_word_next, and what
** comes folded is what csto_fold_word makes. */
static int agrees(const csto_wordclass *t, const char *s, size_t n,
                  size_t max, int *plain) {
  csto_cut cut[16];
  csto_word w;
  size_t at = 0, from = 0, i, k;
  while ((k = csto_words_next(t, s, n, &at, cut, max)) > 0) {
    for (i = 0; i < k; i++) {
      char folded[CSTO_FOLD_ROOM(64)];
      size_t m;
      if (!csto_word_next(t, s, n, &from, &w) || cut[i].start != w.start ||
          cut[i].end != w.end || cut[i].cls != w.cls) return 0;
      if (!cut[i].packed) continue;
      ++*plain;
      if (w.end - w.start > 64) return 0;
      m = csto_fold_word(s + w.start, w.end - w.start, folded);
      if (m != cut[i].nfolded || memcmp(folded, cut[i].folded, m) != 0 ||
          csto_plain_pack(folded, m) != cut[i].packed) return 0;
    }
  }
  return !csto_word_next(t, s, n, &from, &w);
}

static void cutting(void) {
  static const char *const bits[] = {
      "ا", "ل", "م", "ء", "أ", "إ", "آ", "ؤ", "ئ", "ة", "ى", "ي", "و", "غ",
      "ن", "ه", " ", " ", " ", "\n", "،", ".", "ـ", "َ", "ٔ", "ٰ", "٣", "7",
      "a", "گ", "ۀ", "ﷲ", "\xe2\x80\x8f", "»", "\xd8", "\xa7", "語", "é", "",
      "ػ", "٠", "؛", "ٮ"};
  csto_wordclass t;
  unsigned seed = 1;
  int round, same = 1, plain = 0;
  csto_wordclass_init(&t);
  for (round = 0; round < 20000; round++) {
    char s[400];
    size_t n = 0, parts, most;
    seed = seed * 1103515245u + 12345u;
    parts = seed >> 16 & 63;
    most = seed >> 8 & 1 ? 17 : sizeof bits / sizeof *bits;
    while (parts--) {
      const char *b;
      seed = seed * 1103515245u + 12345u;
      b = bits[(seed >> 16) % most];
      memcpy(s + n, b, strlen(b));
      n += strlen(b);
    }
    same &= agrees(&t, s, n, 1 + (seed >> 20 & 15), &plain);
  }
  CHECK(same);
  CHECK(plain > 10000);
}

static void memo(void) {
  csto_memo m;
  uint64_t w, wrong = 0, kept = 0;
  const csto_memo_item *item;
  memset(&m, 0, sizeof m);
  CHECK(csto_memo_open(&m) == 0 && csto_memo_open(&m) == 0);
  for (w = 1; w < 1000000; w++) {
    uint64_t word = w * 0x9e3779b97f4a7c15ULL & CSTO_MEMO_LETTERS;
    if (word && !csto_memo_find(csto_memo_set(&m, word), word))
      csto_memo_keep(&m, word, w);
  }
  for (w = 1; w < 1000000; w++) {
    uint64_t word = w * 0x9e3779b97f4a7c15ULL & CSTO_MEMO_LETTERS;
    item = csto_memo_find(csto_memo_set(&m, word), word);
    kept += item != NULL;
    wrong += item && (item->value & ~CSTO_MEMO_SEEN) != w;
  }
  CHECK(wrong == 0);
  CHECK(kept > 200000 && kept * sizeof *item <= CSTO_MEMO_MOST);
  csto_memo_close(&m);
  csto_memo_close(&m);
  CHECK(m.sets == NULL);
}

int main(void) {
  letters();
  packing();
  cutting();
  memo();
  return check_done();
}
