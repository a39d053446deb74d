/* features.c - tokens to feature hashes; see features.h.
**
** Features after the measured recipe: the word, the word without clitics,
** affixes of one to four letters, shape, clusters, name and word lists, and
** the same of the neighbours, alone and joined.  Cost: about 60 hashes of
** two multiplications a token and one table look-up or two.
*/
#include "entity/features.h"
#include <string.h>

enum { BOS = 1, EOS = 2 };

/* One feature: template t over the mixed value v. */
static inline uint64_t mix(uint64_t v, uint64_t t) {
  v = (v ^ (t * 0xa0761d6478bd642fULL)) * 0x9e3779b97f4a7c15ULL;
  v ^= v >> 32;
  v *= 0xd6e8feb86659fd93ULL;
  return v ^ (v >> 29);
}

static inline uint64_t two(uint64_t a, uint64_t b) {
  return (a * 0xff51afd7ed558ccdULL) ^ (b + (a >> 31));
}

/* Letters are two bytes in folded Arabic words; affixes of other scripts
** are cut in bytes of the same number, which does no harm. */
static uint32_t affix(const char *s, size_t n) {
  uint32_t h = (uint32_t)n * 0x9e3779b1u;
  size_t i;
  for (i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 0x01000193u;
  return h ^ (h >> 15);
}

static int letter(const char *s, const char *l) {
  return memcmp(s, l, 2) == 0;
}

static const char WAW[] = "و", FEH[] = "ف", BEH[] = "ب", KAF[] = "ك",
                  LAM[] = "ل", ALEF[] = "ا";

static unsigned freq_of(const csto_word *e) { return e ? e->freq : 0; }

/* True when the rest is a likelier word than the whole.  The margin is in
** quarter powers of two; one letter more of doubt for short rests. */
static int better(const csto_word *rest, const csto_word *whole, int margin) {
  unsigned r = freq_of(rest), w = freq_of(whole);
  if (r == 0) return rest && (rest->name || rest->flags) && w == 0;
  if (w == 0) return 1;
  return (int)r >= (int)w + margin;
}

typedef struct cut { size_t at; int code, article; uint64_t h;
                     const csto_word *e; } cut;

/* Tries one clitic letter off s[c->at..n); 1 when it came off. */
static int try_letter(const csto_model *m, const char *s, size_t n, cut *c,
                      const char *l, int code, int margin) {
  const csto_word *rest;
  uint64_t h;
  size_t at = c->at + 2;
  if (n < at + 4 || !letter(s + c->at, l)) return 0;
  h = csto_word_hash(s + at, n - at);
  rest = csto_model_word(m, h);
  if (!better(rest, c->e, margin)) return 0;
  c->at = at, c->code = code, c->h = h, c->e = rest;
  return 1;
}

/* لل + rest: the article's alef is not written. */
static int try_lam_article(const csto_model *m, const char *s, size_t n,
                           cut *c, int code) {
  char b[64];
  size_t at = c->at, k;
  const csto_word *rest;
  uint64_t h;
  if (n < at + 8 || n - at > sizeof b - 4) return 0;
  if (!letter(s + at, LAM) || !letter(s + at + 2, LAM)) return 0;
  k = n - at;
  memcpy(b, ALEF, 2);
  memcpy(b + 2, s + at + 2, k - 2);
  h = csto_word_hash(b, k);
  rest = csto_model_word(m, h);
  if (!rest && c->e && c->e->freq > 12) return 0;
  c->at = at + 4, c->code = code, c->article = 1, c->h = h, c->e = rest;
  return 1;
}

int csto_base(const csto_model *m, const char *s, size_t n, uint64_t w,
              csto_atom *a, const csto_word **entry) {
  cut c;
  int conj = 0;
  c.at = 0, c.code = 0, c.article = 0, c.h = w, c.e = *entry;
  if (n >= 6 && n < 60) {
    if (try_letter(m, s, n, &c, WAW, 1, -4)) conj = 1;
    else if (try_letter(m, s, n, &c, FEH, 2, 0)) conj = 2;
    if (try_lam_article(m, s, n, &c, 12 + conj)) {
    } else if (try_letter(m, s, n, &c, BEH, 3 + conj, 0)) {
    } else if (try_letter(m, s, n, &c, LAM, 6 + conj, 2)) {
    } else {
      try_letter(m, s, n, &c, KAF, 9 + conj, 6);
    }
  }
  a->cut = (uint8_t)c.at;
  a->clitic = (uint8_t)c.code;
  a->article = (uint8_t)c.article;
  a->b = c.h;
  *entry = c.e;
  return c.code;
}

static uint8_t shape_of(const csto_token *t) {
  size_t len = t->nnorm / 2;
  switch (t->kind) {
    case CSTO_T_WORD: return (uint8_t)(16 + (len > 9 ? 9 : len));
    case CSTO_T_NUMBER: return (uint8_t)(32 + (t->nnorm > 5 ? 5 : t->nnorm));
    case CSTO_T_LATIN: return (uint8_t)(40 + (t->nnorm > 4 ? 4 : t->nnorm));
    case CSTO_T_PUNCT: return 50;
    default: return 51;
  }
}

/* Number of the Arabic letter at the end: s1 is the affix of that letter. */
static uint8_t last_letter(const char *s, size_t n) {
  const unsigned char *p = (const unsigned char *)s + n - 2;
  unsigned l;
  if (n < 2 || (p[0] & 0xe0) != 0xc0 || (p[1] & 0xc0) != 0x80) return 0;
  l = csto_letter((const char *)p);
  return (uint8_t)(l < CSTO_LETTERS - 1 ? l : 0);
}

static void affixes(const csto_token *t, csto_atom *a) {
  const char *s = t->norm;
  size_t n = t->nnorm, c = a->cut, k = n - c;
  /* The article counts as part of the prefix, also where لل hides it. */
  const char *p = s + (a->article ? c - 2 : c);
  if (a->article) k += 2;
  a->p2 = affix(p, k < 4 ? k : 4);
  a->p3 = affix(p, k < 6 ? k : 6);
  a->p4 = affix(p, k < 8 ? k : 8);
  a->s1 = affix(s + n - (n < 2 ? n : 2), n < 2 ? n : 2);
  a->end = last_letter(s, n);
  a->s2 = affix(s + n - (n < 4 ? n : 4), n < 4 ? n : 4);
  a->s3 = affix(s + n - (n < 6 ? n : 6), n < 6 ? n : 6);
  a->s4 = affix(s + n - (n < 8 ? n : 8), n < 8 ? n : 8);
  a->def = (uint8_t)(a->article || (k >= 6 && letter(p, ALEF) &&
                                    letter(p + 2, LAM)));
}

/* 8: as often a name as not. */
static uint8_t likeness(const csto_model *m, const char *s, size_t n) {
  unsigned a = 0, b = 0, c;
  int sum = 0, v;
  size_t i;
  if (!m->letters) return 0;
  for (i = 0; i + 1 < n && i < 48; i += 2) {
    c = csto_letter(s + i);
    sum += m->letters[(a * CSTO_LETTERS + b) * CSTO_LETTERS + c];
    a = b, b = c;
  }
  sum += m->letters[(a * CSTO_LETTERS + b) * CSTO_LETTERS];
  v = (sum + 8 * 20) / 20;
  return (uint8_t)(v < 1 ? 1 : v > 15 ? 15 : v);
}

static void atom(const csto_model *m, const csto_token *t, csto_atom *a) {
  const csto_word *whole, *e;
  memset(a, 0, sizeof *a);
  a->shape = shape_of(t);
  if (t->kind == CSTO_T_NUMBER) {
    a->w = a->b = 100 + (uint64_t)(t->nnorm > 5 ? 5 : t->nnorm);
    return;
  }
  a->w = a->b = csto_word_hash(t->norm, t->nnorm);
  whole = e = csto_model_word(m, a->w);
  if (t->kind == CSTO_T_WORD) csto_base(m, t->norm, t->nnorm, a->w, a, &e);
  affixes(t, a);
  a->k = a->b;
  if (t->kind == CSTO_T_WORD) {
    size_t c = a->cut;
    a->like = likeness(m, t->norm + c, t->nnorm - c);
    if (a->article) a->k = csto_word_hash(t->norm + c, t->nnorm - c);
    else if (a->def && t->nnorm - c > 6)
      a->k = csto_word_hash(t->norm + c + 4, t->nnorm - c - 4);
  }
  if (e) {
    a->known = 1;
    a->fine = e->fine, a->coarse = e->coarse;
    a->freq = e->freq, a->name = e->name, a->list = e->list;
    a->starts = e->flags & CSTO_WF_PHRASE;
  }
  if (whole && whole != e && whole->name > a->name) a->name = whole->name;
  if (whole && whole != e) a->list |= whole->list;
}

/* Names [i, i + n) of a type: alone, first or later. */
static void place_name(csto_atom *a, size_t n, int type, size_t at) {
  size_t k;
  for (k = 0; k < n; k++) {
    uint8_t v = (uint8_t)(type * 4 + (n == 1 ? 1 : k == 0 ? 2 : 3));
    *((uint8_t *)(a + k) + at) = v;
  }
}

/* Longest gazetteer name from each token on; names do not overlap.  Kinds of
** institutions are looked up apart: الشرق الأوسط is a region and a paper. */
static void gazetteer(const csto_model *m, const csto_token *tok, size_t n,
                      csto_atom *a) {
  size_t i, j, end = 0, kend = 0;
  for (i = 0; i < n; i++)
    if (a[i].starts) csto_model_ask_phrase(m, csto_phrase_hash(0, a[i].b));
  for (i = 0; i < n; i++) {
    size_t best = 0, kbest = 0;
    uint64_t h = csto_phrase_hash(0, a[i].b);
    int type = 0, kind = 0;
    if (!a[i].starts) continue;
    for (j = i + 1;; j++) {
      const csto_phrase *p = csto_model_phrase(m, h);
      if (!p) break;
      if (p->type) best = j - i, type = p->type;
      if (p->kind) kbest = j - i, kind = p->kind;
      if (!p->more || j >= n || tok[j].kind == CSTO_T_PUNCT) break;
      h = csto_phrase_hash(h, a[j].w);
    }
    if (best && i >= end) {
      place_name(a + i, best, type, offsetof(csto_atom, gaz));
      end = i + best;
    }
    if (kbest && i >= kend) {
      place_name(a + i, kbest, kind, offsetof(csto_atom, kind));
      kend = i + kbest;
    }
  }
}

/* Nearest title or kinship word to the left, and quotation marks. */
static void context(const csto_token *tok, size_t n, csto_atom *a) {
  size_t i, at = 0;
  int cls = 0, quoted = 0;
  for (i = 0; i < n; i++) {
    size_t far = i - at;
    if (cls && far <= 8)
      a[i].title = (uint8_t)(cls * 8 + (far > 4 ? 5 : far));
    a[i].quoted = (uint8_t)quoted;
    if (a[i].list & 3) cls = (a[i].list & 3), at = i;
    if (tok[i].kind == CSTO_T_PUNCT) {
      const char *p = tok[i].norm;
      if (*p == '"') quoted = !quoted;
      else if (strcmp(p, "«") == 0) quoted = 1;
      else if (strcmp(p, "»") == 0) quoted = 0;
      else if (*p == '.' || strcmp(p, "،") == 0) cls = 0;
    }
  }
}

/* The trigger word (office, institution, place, event, document) that a
** token may still belong to: a name is seldom longer than eight words. */
static void heads(const csto_token *tok, size_t n, csto_atom *a) {
  size_t i, at = 0;
  int cls = 0, between = 0;
  for (i = 0; i < n; i++) {
    unsigned l = a[i].list >> 1 & 63;
    if (tok[i].kind == CSTO_T_PUNCT && *tok[i].norm != '"') cls = 0;
    if (l) {
      for (cls = 1; !(l & 1); l >>= 1) cls++;
      at = i, between = 0;
    }
    if (cls && i - at > 7) cls = 0;
    if (!cls) continue;
    a[i].head = (uint8_t)cls, a[i].far = (uint8_t)(i - at);
    a[i].between = (uint8_t)between;
    if (i > at) {
      if (a[i].list >> 14 & 1) between |= 1;
      else if (!a[i].def) between |= 2;
      if (a[i].list >> 8 & 1) between |= 4;
    }
  }
}

void csto_atom_word(const csto_model *m, const csto_token *t, csto_atom *a) {
  atom(m, t, a);
}

void csto_atoms_join(const csto_model *m, const csto_token *tok, size_t n,
                     csto_atom *a) {
  gazetteer(m, tok, n, a);
  context(tok, n, a);
  heads(tok, n, a);
}

void csto_atoms(const csto_model *m, const csto_token *tok, size_t n,
                csto_atom *a) {
  size_t i;
  for (i = 0; i < n; i++) atom(m, tok + i, a + i);
  csto_atoms_join(m, tok, n, a);
}

/* Where features go.  All below is one function in the end, so that nothing
** is left of what its caller does not want. */
typedef struct out {
  uint64_t *p;
  unsigned t;
  const csto_check *checks;     /* NULL: memory is asked for nothing */
  unsigned shift;
} out;

#define INLINE static inline __attribute__((always_inline))

INLINE void put(out *o, uint64_t v) {
  uint64_t h = mix(v, o->t++);
  if (o->checks)
    __builtin_prefetch(o->checks + csto_model_slot(o->shift, h));
  *o->p++ = h;
}

/* A feature that is left out when its value is 0. */
INLINE void opt(out *o, uint64_t v) {
  if (v) put(o, v);
  else o->t++;
}

/* What the token itself says (place 2), one before or after it (1, 3), two
** before or after it (0, 4). */
INLINE void alone(out *o, const csto_atom *x, int place) {
  o->t = 128u * (unsigned)(place + 1);
  put(o, x->w);
  opt(o, x->fine);
  opt(o, x->list);
  if (place == 0 || place == 4) return;
  put(o, x->b);
  put(o, x->p3); put(o, x->s2); put(o, x->s3);
  put(o, x->shape);
  opt(o, x->like);
  opt(o, x->k == x->b ? 0 : x->k);
  opt(o, x->coarse);
  opt(o, x->name);
  if (place != 2) return;
  put(o, 1);
  put(o, x->p2); put(o, x->p4); put(o, x->s1); put(o, x->s4);
  put(o, two(x->p2, x->s2));
  opt(o, x->clitic);
  put(o, x->freq);
  put(o, x->k);
  opt(o, x->like ? (uint64_t)x->like << 8 | (uint64_t)(x->freq / 4) : 0);
  opt(o, x->name ? (unsigned)x->name << 8 | x->freq | 1u << 16 : 0);
}

/* Features of small classes alone, which go by tables of their sums: asked
** for with `all` only. */
INLINE uint64_t pair(uint64_t a, uint64_t b) { return a << 8 | b | 1u << 16; }

INLINE uint64_t end_of(uint32_t s1, unsigned def1, unsigned def2) {
  return two(s1, (uint64_t)def2 * 2 + def1 + 8);
}

INLINE uint64_t defs(unsigned def1, unsigned def2, unsigned def3) {
  return (uint64_t)def2 << 2 | (uint64_t)def1 << 1 | def3;
}

INLINE uint64_t clitic_gaz(unsigned clitic, unsigned gaz) {
  return (uint64_t)clitic << 8 | gaz;
}

/* The letters of the token and of that before or, with `after`, behind it. */
INLINE uint64_t likes(unsigned x2, unsigned other, unsigned after) {
  return x2 ? (uint64_t)other << 8 | x2 | after << 16 : 0;
}

enum { T_END = 4, T_DEFS = 31, T_GAZ = 32, T_LIKES = 52 };

size_t csto_cluster_feature(unsigned a, unsigned b, int place, uint64_t *f) {
  static const uint8_t t[4] = {43, 40, 41, 44};
  *f = mix(pair(a, b), t[place]);
  return 1;
}

size_t csto_like_feature(unsigned a, unsigned b, int place, uint64_t *f) {
  uint64_t v = place ? likes(a, b, 1) : likes(b, a, 0);
  *f = mix(v, (uint64_t)T_LIKES + (uint64_t)place);
  return v != 0;
}

size_t csto_end_features(unsigned end, unsigned def, uint64_t *f) {
  unsigned u = end < 27 ? 0x620 + end : 0x641 + end - 27;
  unsigned def1 = def & 1, def2 = def >> 1 & 1, def3 = def >> 2;
  char s[2];
  f[0] = mix(defs(def1, def2, def3), T_DEFS);
  if (end == 0) return 1;
  s[0] = (char)(0xc0 | u >> 6), s[1] = (char)(0x80 | (u & 63));
  f[1] = mix(end_of(affix(s, 2), def1, def2), T_END);
  return 2;
}

size_t csto_gaz_feature(unsigned clitic, unsigned gaz, uint64_t *f) {
  *f = mix(clitic_gaz(clitic, gaz), T_GAZ);
  return 1;
}

INLINE void words(out *o, const csto_atom *const *x, int all) {
  put(o, two(x[1]->b, x[2]->b)); put(o, two(x[2]->b, x[3]->b));
  put(o, two(x[0]->b, x[1]->b));
  if (all || !x[2]->end) put(o, end_of(x[2]->s1, x[1]->def, x[2]->def));
  else o->t++;
  put(o, two(x[2]->s2, x[1]->s2));
  put(o, two(x[2]->b, x[1]->coarse)); put(o, two(x[2]->b, x[3]->coarse));
  put(o, two(x[1]->b, x[2]->coarse)); put(o, two(x[3]->b, x[2]->coarse));
  put(o, two(x[1]->b, two(x[2]->b, x[3]->b)));
}

/* The trigger that the token may belong to. */
INLINE void trigger(out *o, const csto_atom *const *x) {
  uint64_t head = x[2]->head, h = head | (uint64_t)x[2]->between << 4;
  if (head) {
    put(o, h | (uint64_t)x[2]->far << 8);
    put(o, two(h | (uint64_t)x[2]->def << 8, x[2]->s1));
    put(o, two(h, x[2]->coarse + 1u));
    put(o, two(head, x[2]->b));
    put(o, two(h, x[2]->shape | (uint64_t)x[3]->shape << 8));
  }
}

INLINE void shapes(out *o, const csto_atom *const *x, int all) {
  uint64_t s = x[2]->shape;
  put(o, s | (uint64_t)x[1]->shape << 8 | (uint64_t)x[3]->shape << 16);
  if (all) put(o, defs(x[1]->def, x[2]->def, x[3]->def));
  if (all) put(o, clitic_gaz(x[2]->clitic, x[2]->gaz));
  o->t = T_GAZ + 1;
  opt(o, x[2]->quoted ? 1 + (uint64_t)(x[1]->shape == 50) : 0);
}

INLINE void clusters(out *o, const csto_atom *const *x, int all) {
  uint64_t c0 = x[0]->coarse, c1 = x[1]->coarse, c2 = x[2]->coarse,
           c3 = x[3]->coarse, c4 = x[4]->coarse;
  if (all) put(o, pair(c1, c2)), put(o, pair(c2, c3));
  else o->t += 2;
  put(o, c1 << 16 | c2 << 8 | c3 | 1u << 24);
  if (all) put(o, pair(c0, c1)), put(o, pair(c3, c4));
}

INLINE void names(out *o, const csto_atom *const *x, int all) {
  uint64_t n1 = x[1]->name, n2 = x[2]->name, n3 = x[3]->name;
  opt(o, n1 || n2 ? n1 << 6 | n2 | 1u << 16 : 0);
  opt(o, n2 || n3 ? n2 << 6 | n3 | 1u << 16 : 0);
  if (all) opt(o, likes(x[2]->like, x[1]->like, 0));
  if (all) opt(o, likes(x[2]->like, x[3]->like, 1));
  o->t = T_LIKES + 2;
  opt(o, n2 && (n1 || n3) ? n1 << 12 | n2 << 6 | n3 | 1u << 24 : 0);
}

INLINE void places(out *o, const csto_atom *const *x) {
  uint64_t g1 = x[1]->gaz, g2 = x[2]->gaz, g3 = x[3]->gaz;
  if (!(g1 | g2 | g3)) return;       /* at most tokens */
  opt(o, g2); opt(o, g1); opt(o, g3);
  opt(o, g2 ? g2 << 8 | x[2]->freq | 1u << 16 : 0);
  opt(o, g2 ? two(g2, x[2]->clitic + 16u + 32u * !!x[2]->name) : 0);
  opt(o, g1 || g2 || g3 ? g1 << 16 | g2 << 8 | g3 : 0);
}

INLINE void kinds(out *o, const csto_atom *const *x) {
  uint64_t k1 = x[1]->kind, k2 = x[2]->kind, k3 = x[3]->kind;
  if (!(k1 | k2 | k3)) return;       /* at most tokens */
  opt(o, k2); opt(o, k1); opt(o, k3);
  opt(o, k1 || k2 || k3 ? k1 << 16 | k2 << 8 | k3 : 0);
  opt(o, k2 ? two(k2, x[1]->list + 1u) : 0);
  opt(o, k2 ? two(k2, x[1]->coarse + 1u) : 0);
  opt(o, k2 ? two(k2, x[3]->coarse + 1u) : 0);
  opt(o, k2 ? k2 << 8 | x[2]->gaz | 1u << 16 : 0);
  opt(o, k2 ? k2 << 8 | x[2]->freq | 1u << 17 : 0);
}

INLINE void lists(out *o, const csto_atom *const *x) {
  uint64_t l1 = x[1]->list, n2 = x[2]->name, t = x[2]->title;
  if (!(l1 | x[0]->list | t)) return;   /* at many tokens */
  opt(o, l1 ? two(l1, n2 + 1) : 0);
  opt(o, x[0]->list ? two(x[0]->list, two(l1, n2 + 1)) : 0);
  opt(o, l1 ? two(l1, x[2]->s2) : 0);
  opt(o, l1 ? two(l1, x[2]->def + 1u) : 0);
  opt(o, l1 && x[2]->like ? two(l1, x[2]->like + 1u) : 0);
  opt(o, t);
  opt(o, t ? two(t, n2 + 1) : 0);
  opt(o, t ? two(t, two(x[2]->s1, x[1]->coarse)) : 0);
}

const csto_atom csto_atom_bos = {.w = BOS, .b = BOS, .shape = 1};
const csto_atom csto_atom_eos = {.w = EOS, .b = EOS, .shape = 2};

INLINE size_t joined(const csto_atom *a, size_t n, size_t i, out o, int all) {
  const csto_atom *x[5];
  uint64_t *f = o.p;
  x[2] = a + i;
  x[1] = i >= 1 ? a + i - 1 : &csto_atom_bos;
  x[0] = i >= 2 ? a + i - 2 : &csto_atom_bos;
  x[3] = i + 1 < n ? a + i + 1 : &csto_atom_eos;
  x[4] = i + 2 < n ? a + i + 2 : &csto_atom_eos;
  /* templates are numbered apart, so that what is left out moves nothing */
  o.t = 1, words(&o, x, all);
  o.t = 20, trigger(&o, x);
  o.t = 30, shapes(&o, x, all);
  o.t = 40, clusters(&o, x, all);
  o.t = 50, names(&o, x, all);
  o.t = 60, places(&o, x);
  o.t = 70, lists(&o, x);
  o.t = 80, kinds(&o, x);
  return (size_t)(o.p - f);
}

size_t csto_pair_features(const csto_atom *a, size_t n, size_t i,
                          uint64_t *f) {
  return joined(a, n, i, (out){f, 0, NULL, 0}, 1);
}

size_t csto_features(const csto_atom *a, size_t n, size_t i, uint64_t *f) {
  size_t k = csto_pair_features(a, n, i, f);
  out o = {f + k, 0, NULL, 0};
  int place;
  for (place = 0; place < 5; place++) {
    size_t j = i + (size_t)place - 2;
    const csto_atom *x = i + (size_t)place < 2 ? &csto_atom_bos
                         : j >= n ? &csto_atom_eos : a + j;
    alone(&o, x, place);
  }
  return (size_t)(o.p - f);
}

/* Every model has checks, which the compiler does not know. */
INLINE out asking(const csto_model *m, uint64_t *f) {
  out o = {f, 0, m->checks, m->shift};
  if (!o.checks) __builtin_unreachable();
  return o;
}

void csto_ask_word(const csto_model *m, const csto_atom *x, uint64_t *f,
                   uint8_t count[5]) {
  out o = asking(m, f);
  uint64_t *was = f;
#define PLACE(k) alone(&o, x, k), count[k] = (uint8_t)(o.p - was), was = o.p
  PLACE(0), PLACE(1), PLACE(2), PLACE(3), PLACE(4);
#undef PLACE
}

size_t csto_ask_pair(const csto_model *m, const csto_atom *a, size_t n,
                     size_t i, uint64_t *f) {
  return joined(a, n, i, asking(m, f), 0);
}
