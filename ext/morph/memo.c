/* memo.c - second tokens of words seen before; see memo.h. */
#include "morph/memo.h"
#include "base/mem.h"
#include "base/rc.h"

#define LINE 64
#define FIRST_BITS 10         /* sets of 64 bytes: 64 KiB */

/* 1 << bits empty sets, each a cache line; 0 when memory runs out. */
static int make(csto_memo *m, int bits) {
  size_t bytes = (size_t)LINE << bits;
  m->block = csto_malloc(bytes + LINE);
  if (!m->block) return 0;
  m->sets = (csto_memo_item *)(((uintptr_t)m->block + LINE - 1) &
                               ~(uintptr_t)(LINE - 1));
  memset(m->sets, 0, bytes);
  m->bits = bits;
  m->used = 0;
  return 1;
}

int csto_memo_open(csto_memo *m) {
  if (m->sets) return CSTO_OK;
  return make(m, FIRST_BITS) ? CSTO_OK : CSTO_NOMEM;
}

void csto_memo_close(csto_memo *m) {
  csto_free(m->block);
  m->block = NULL;
  m->sets = NULL;
}

/* In a full set the last item that was not found since the set was last
** looked through goes (the clock algorithm). */
static void put(csto_memo *m, uint64_t word, uint64_t value) {
  csto_memo_item *set = csto_memo_set(m, word);
  int i, way = -1;
  for (i = 0; i < 4 && way < 0; i++)
    if (!set[i].word) way = i;
  if (way >= 0) m->used++;
  for (i = 3; i >= 0 && way < 0; i--)
    if (!(set[i].value & CSTO_MEMO_SEEN)) way = i;
  for (i = 0; i < 4 && way < 0; i++) set[i].value &= ~CSTO_MEMO_SEEN;
  if (way < 0) way = 3;
  set[way].word = word;
  set[way].value = value;
}

/* Four times the room.  When memory is short the memo stays as it is. */
static void grow(csto_memo *m) {
  csto_memo old = *m;
  size_t i, n = (size_t)4 << old.bits;
  if (!make(m, old.bits + 2)) {
    *m = old;
    m->used = 0;                            /* asked again much later */
    return;
  }
  for (i = n; i-- > 0;)
    if (old.sets[i].word) put(m, old.sets[i].word, old.sets[i].value);
  csto_free(old.block);
}

void csto_memo_keep(csto_memo *m, uint64_t word, uint64_t value) {
  size_t room = (size_t)4 << m->bits;
  if (m->used * 4 > room * 3 && room * 4 * sizeof(csto_memo_item) <=
      CSTO_MEMO_MOST) grow(m);
  put(m, word, value);
}
