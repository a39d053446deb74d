#!/usr/bin/env python3
"""Makes ext/data/stem/lexicon.tsv, the attested words behind morph/stem.c.

    python3 ext/gen/stem_lexicon.py build/csto COUNTS > ext/data/stem/lexicon.tsv

COUNTS is a file of lines "word, count, definite, attributive" with tabs: the
written words (marks and tatweel removed, hamza and teh marbuta kept) of
running text; for a word with the article also how often it stood behind
another word in the sample where that was looked at, and how often that one
had the article too (an adjective does, a noun rarely).  Only words and counts
of text that is free for it may go in; the header that is written names the
sources.  The hand-written lists beside the output (plurals, verbs, masdars,
words)
take precedence over what is inferred.

How a word becomes an entry
  N  a noun, adjective or name, if something stands before it that only stands
     before whole nouns: the article, or a preposition, and its letters are not
     better explained as clitic or inflection of another entry;
  V  a verb by its past stem, I by its imperfect stem (two persons attested),
     I being led back to the past stem it belongs to.
The same input gives the same output.
"""
import collections
import math
import os
import sqlite3
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data',
                    'stem')
AL = ('ال', 'وال', 'بال', 'فال', 'كال', 'وبال', 'لل', 'ولل', 'فلل')
PREP = ('ب', 'ل', 'ك', 'وب', 'ول')
LEAST = 14          # rarer words are left out
PRON = ('ها', 'هم', 'هما', 'نا', 'هن')


def lines(name):
    path = os.path.join(HERE, name)
    if not os.path.exists(path):
        return
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line and line[0] != '#':
            yield line.split('\t')


class Lexicon:
    def __init__(self, extension, counts):
        db = sqlite3.connect(':memory:')
        db.enable_load_extension(True)
        db.load_extension(extension)
        self.fold = lambda w: db.execute('SELECT csto_normalize(?)',
                                         (w,)).fetchone()[0]
        self.C = collections.Counter()      # by folded form
        self.teh = collections.Counter()    # written with teh marbuta
        self.hamza = collections.Counter()  # written with hamza on alef
        self.below = collections.Counter()  # ... below it
        self.definite = collections.Counter()
        self.attributive = collections.Counter()
        for line in open(counts, encoding='utf-8'):
            raw, n, definite, attributive = line.rstrip('\n').split('\t')
            f, n = self.fold(raw), int(n)
            self.C[f] += n
            if raw.endswith('ة'):
                self.teh[f] += n
            if raw[0] in 'أإآ':
                self.hamza[f] += n
            if raw[0] == 'إ':
                self.below[f] += n
            if f.startswith('ال'):
                self.definite[f[2:]] += int(definite)
                self.attributive[f[2:]] += int(attributive)
        self.N, self.V, self.I = {}, {}, {}
        self.hand, self.hand_past, self.function = {}, set(), set()
        self.names = set()                  # parts of listed names
        self.masdar, self.no_masdar = set(), set()
        self.verb_forms = set()             # of listed verbs
        self.past_forms = set()             # ... those of the past

    # ---- evidence

    def al(self, b):
        """Times the whole of b stands behind the article."""
        C = self.C
        return sum(C[p + b] for p in AL)

    def prep(self, b):
        C = self.C
        if b[0] in 'ا' and b[:2] == 'ال':
            return C['ب' + b] * (self.hamza[b] > 0)
        # what stands far more often behind the letter is another word that
        # begins with it (بلغت is no ب before لغت)
        most = 3 * (C[b] + self.al(b))
        return sum(min(C[p + b], most) for p in PREP)

    def pron(self, b):
        C = self.C
        t = b[:-1] + 'ت' if b[-1] == 'ه' else b
        most = 3 * (C[b] + self.al(b))
        return sum(min(C[t + p], most) for p in PRON)

    def is_teh(self, f):
        if f[-1] != 'ه':
            return False
        n = self.C[f] + self.C['ال' + f]
        return n > 0 and (self.teh[f] + self.teh['ال' + f]) * 2 > n

    def nominal(self, b):
        """Evidence that b is used as a noun, article and prepositions."""
        return self.al(b) + self.prep(b)

    # ---- what explains a form as something else

    def weight(self, f):
        """How often f was seen as a whole word; where its first letters may
        be clitics, only what shows that they are not counts."""
        n = self.seen(f)
        if f[-1] == 'ه' and self.teh[f] * 3 < self.C[f] and \
                self.C[f[:-1]] > self.C[f]:
            n = min(n, self.teh[f] + self.al(f))    # عمله is mostly عمل and ه
        return n

    def seen(self, f):
        C, rest = collections.Counter(), f[1:]
        al, c = self.al(f), f[0]
        for p in ('', 'ب', 'ل', 'و'):       # see prep
            C[p + f] = min(self.C[p + f], self.C[f] + al)
        C[rest] = self.C[rest]
        C['ا' + rest] = self.C['ا' + rest]
        if c == 'ت' and len(f) > 3 and self.imperfect(rest):
            return 3 * al + self.prep(f)     # bare, it is mostly she does
        if c not in 'وفبكلس' or len(rest) < 2 or (
                C[rest] + self.al(rest) == 0 and
                not (f[1] == 'ل' and C['ا' + rest])):
            return C[f] + al + self.prep(f) + self.pron(f) // 2
        if c in 'وف':
            own = al * 2 + 4 * sum(C[p + f] for p in 'بل') + 8 * C['و' + f]
        elif c == 'س':
            if rest[0] not in 'يتنا':
                return C[f] + al + self.prep(f)
            own = al * 2 + 8 * sum(C[p + f] for p in 'بل')
        else:
            own = al * 2 + 8 * C['ب' + f] + (
                8 * C['ل' + f] if f[:2] != 'لل' and c != 'ل' else 0)
        return own

    def suffix_reading(self, f):
        """f = known word + inflection; the word, or None."""
        C, known = self.C, self.known
        al = self.al(f)
        for s in ('هما', 'ها', 'هم', 'هن', 'نا', 'كم', 'ني'):
            b = f[:-len(s)]
            if f.endswith(s) and len(b) >= 2 and al * 20 <= C[f]:
                if len(b) > 3 and self.hand.get(b, b) != b:
                    return b                 # a plural: أنفسهم
                for x in (b, b[:-1] + 'ه' if b[-1] == 'ت' else b):
                    if known(x) and C[x] + self.al(x) + self.prep(x) > C[f] / 2:
                        return x
        b = f[:-1]
        if f[-1] in 'كي' and len(b) >= 3 and al * 20 <= C[f]:
            te = b[:-1] + 'ه' if b[-1] == 'ت' else b
            if (f[-1] == 'ك' or te != b) and known(te) and \
                    C[te] + self.al(te) > 3 * C[f]:
                return te
        if f[-1] == 'ه' and not self.is_teh(f) and len(b) >= 2:
            for x in (b, b[:-1] + 'ه' if b[-1] == 'ت' else b):
                if known(x) and C[x] + self.al(x) > C[f]:
                    return x
        if f[-1] == 'ا' and len(b) >= 3 and al * 20 <= C[f] and known(b):
            if self.prep(f) * 10 <= C[f] and (
                    C[b] + self.al(b)) * (4 if len(b) > 3 else 1) >= C[f]:
                return b
        if f[-1] == 'ت' and len(b) >= 3 and al * 50 <= C[f] and C[b] * 2 > C[f]:
            return b
        if f.endswith('وا') and al * 30 <= C[f] and C[f[:-2]] > 0 and len(f) > 4:
            return f[:-2]
        if f.endswith('ات') and len(f) > 4:
            b = f[:-2]
            for x in (b + 'ه', b):
                if known(x) and (C[x] + self.al(x)) * 3 > C[f]:
                    return x
        if f[-2:] in ('ين', 'ون', 'ان') and len(f) > 4:
            b = f[:-2]
            size = C[f] + al
            for x in (b, b + 'ه' if f[-2:] in ('ين', 'ان') and b[-1] == 'ت'
                      else b):
                base = C[x] + self.al(x)
                other = {'ين': 'ون', 'ون': 'ين', 'ان': 'ين'}[f[-2:]]
                o = C[b + other] + self.al(b + other)
                if f[-2:] == 'ين':
                    o += C[b + 'ان'] + self.al(b + 'ان')
                if known(x) and base * 2 > size and o > 0 and (
                        f[-2:] != 'ان' or base > 2 * size):
                    return x
            if b[-1] == 'ت':
                x = b[:-1] + 'ه'
                if f[-2:] != 'ون' and known(x) and C[x] + self.al(x) > C[f]:
                    return x
        return None

    def known(self, b):
        C = self.C
        return b in self.hand or (len(b) >= 2 and (
            self.al(b) > 0 or C[b] > 0))

    def attributes(self, b):
        """1 if b is used as an adjective, 0 if not, None: seen too rarely."""
        n = self.definite[b]
        if n < 4:
            return None
        rate = self.attributive[b] / n
        return 1 if rate >= .33 else 0 if rate < .2 or n >= 12 else None

    def adjective(self, b):
        """b and b+ه are genders of one adjective."""
        C, f = self.C, b + 'ه'
        if not self.is_teh(f) or len(b) < 2:
            return False
        m, n = C[b] + self.al(b), C[f] + self.al(f)
        if m == 0 or n == 0:
            return False
        one, two = self.attributes(b), self.attributes(f)
        if one == 0 or two == 0:
            return False
        if b[-1] == 'ي' and len(b) >= 4:
            # a noun of this ending is possessed and counted
            many = C[b + 'ات'] + self.al(b + 'ات')
            return two == 1 or (self.pron(f) + many) * 8 < n
        if one == 1 and two == 1:
            return True
        if m * 8 < n or self.pron(f) * 60 > n or self.pron(b) * 30 > m:
            return False
        return self.shape(b)

    @staticmethod
    def shape(b):
        """Patterns of participles and qualities: فاعل مفعول مُفعل فعيل …"""
        n = len(b)
        if b[0] == 'م' and n >= 4:
            return True
        if n == 4 and b[1] == 'ا':
            return True
        if n == 4 and b[2] == 'ي':
            return True
        if n == 5 and b[2] == 'ا' and b[0] == 'م':
            return True
        return False

    def name(self, f):
        """Used as a noun, and hardly ever with article or pronoun."""
        C = self.C
        if self.N[f] != f or f in self.function or f in self.V or len(f) < 3:
            return False
        plain, al, pron = C[f] + self.prep(f), self.al(f), self.pron(f)
        if f in self.names:
            return al * 12 < plain and pron * 20 < plain
        return (al * 15 < plain and pron * 25 < plain and f[-1] not in 'كيا'
                and self.prep(f) * 100 > C[f])

    # ---- building

    def nouns(self):
        C = self.C
        forms = set(f for f in C if C[f] >= 2 or self.hand.get(f))
        for f in list(C):
            for p in AL:
                if f.startswith(p) and len(f) - len(p) >= 2:
                    forms.add(f[len(p):])
        for f in sorted(forms):
            if len(f) < 2 or len(f) > 14 or f in self.hand:
                continue
            if f in self.verb_forms and self.al(f) * 50 < C[f]:
                continue
            al, prep = self.al(f), self.prep(f)
            if f.startswith('ال') and len(f) > 3:
                whole = self.hamza[f] * 2 > C[f]
                if not whole and (al < 2 or C[f[2:]] > 0):
                    continue
                if whole and C['ال' + f[2:]] and self.al(f[2:]) > 3 * al + \
                        self.hamza[f]:
                    continue
            if f.startswith('لل') and C[f[2:]] + self.al(f[2:]) > 0:
                continue
            if al + prep == 0 and C[f] < 3:
                continue
            if self.weight(f) < 2:
                continue
            if self.verb_form(f) or self.past_like(f):
                continue
            if self.suffix_reading(f) is not None:
                continue
            if f[-1] == 'ه' and self.adjective(f[:-1]):
                continue
            self.N[f] = f

    def verb_form(self, f):
        """A form of the imperfect: two persons of it are attested."""
        C = self.C
        if f[0] not in 'يتنا' or len(f) < 3:
            return False
        b = f[1:]
        if f[0] in 'نا' and (len(f) < 4 or f in self.names or
                             self.person('ي', b) * 2 < C[f] or
                             C[f + 'ت'] * 8 > C[f]):
            return False
        return self.al(f) * 20 <= C[f] and self.imperfect(b)

    def past_like(self, f):
        """A past stem that no noun looks like."""
        C = self.C
        forms = C[f + 'ت'] + C[f + 'وا'] + C['و' + f + 'ت']
        return (len(f) > 3 and f not in self.names and
                self.al(f) * 50 < C[f] and self.prep(f) * 15 < C[f] and
                forms * 8 > C[f] and self.al(f + 'ت') * 30 < forms)

    def person(self, letter, b):
        n = sum(self.C[p + letter + b]
                for p in ('', 'س', 'و', 'وس', 'ل', 'ف'))
        # تقدم is she offers and he advanced: as often as يقدم and يتقدم say
        both = self.C['يت' + b] + self.C['تت' + b]
        if letter == 'ت' and both and n:
            one = self.C['ي' + b] + self.C['سي' + b]
            n = n * one // (one + both)
        return n

    def persons(self, b):
        if len(b) == 2 and self.I.get(b, 'ي' + b) == 'ي' + b:
            return 2 * min(self.C['ي' + b], self.C['ت' + b])
        return self.person('ي', b) + self.person('ت', b)

    def imperfect(self, b):
        y, t = self.person('ي', b), self.person('ت', b)
        if self.al('ي' + b) * 20 > self.C['ي' + b]:
            return False
        if 'ي' + b in self.hand or 'ت' + b in self.hand:
            return False                 # يونس, تونس
        return y > 0 and t > 0 and y + t > 2

    def past(self, b):
        C = self.C
        if len(b) < 2:
            return 0
        t = b[:-1] if b[-1] in 'اي' and len(b) >= 3 else b
        if t != b and C[t] > C[b]:
            t = b
        n = sum(C[p + t + s] for p in ('', 'و', 'ف') for s in ('ت', 'وا')
                if self.al(t + s) * 30 <= C[t + s] and not (
                    t[0] in 'بلك' and self.al(t[1:] + s) * 2 > C[t + s]))
        if not n:
            return 0
        if b[0] == 'ت' and len(b) > 3 and C['ي' + b] and not self.al(b):
            return n + C[b] + C['و' + b] - self.person('ت', b[1:])
        return n + (0 if self.nominal(b) else C[b] + C['و' + b])

    def lemma_of(self, b):
        """The past stem of imperfect stem b, or None."""
        options = [b, 'ا' + b]
        if len(b) >= 3 and b[-2] in 'وي':
            h = b[:-2] + 'ا' + b[-1]
            options += [h, 'ا' + h]
        if b[-1] in 'ويا':
            options += [b[:-1] + 'ا', b[:-1] + 'ي', 'ا' + b[:-1] + 'ي']
        if len(b) == 2:
            options.append('و' + b)
        def evidence(x):
            # the plural of ا and the stem may be an order
            if x == 'ا' + b:
                return self.C[x + 'ت'] + self.C['و' + x + 'ت']
            return self.past(x)
        best = max(options, key=lambda x: (evidence(x), -options.index(x)))
        return best if self.past(best) > 1 else None

    def verbs(self):
        C = self.C
        bases = sorted({f[1:] for f in C if f[0] in 'يت' and len(f) >= 3 and
                        C[f] > 0})
        for b in bases:
            if b in self.I or len(b) < 2 or len(b) > 8:
                continue
            if not self.imperfect(b) or self.persons(b) * 30 < C[b]:
                continue
            # the stem of the plural or of the verb with its object is not one
            cut = next((b[:-len(s)] for s in ('ون', 'وا', 'ان', 'ين', 'ها',
                        'هم', 'نا', 'ه', 'ني', 'وه', 'ونه')
                        if b.endswith(s) and len(b) - len(s) >= 2 and
                        self.imperfect(b[:-len(s)]) and
                        self.persons(b[:-len(s)]) * 2 > self.persons(b)),
                       None)
            if cut or (b[-1] == 'ا' and len(b) > 3 and
                       self.imperfect(b[:-1]) and
                       self.persons(b[:-1]) > self.persons(b)):
                continue
            if len(b) == 2:      # too many chance letters to look further
                self.I[b] = 'ي' + b
                continue
            lemma = self.lemma_of(b)
            if lemma and lemma not in self.V:
                self.V[lemma] = self.verb_stem(lemma, b)
            self.I[b] = self.V[lemma] if lemma else 'ي' + b
        for f in sorted(C):
            if f not in self.V and f not in self.N and C[f] > 1 and \
                    self.past(f) > 1 and len(f) > 2 and \
                    self.suffix_reading(f) is None and \
                    f[0] not in 'وف' and f not in self.verb_forms and \
                    not f.startswith('ال') and not self.verb_form(f) and \
                    not (f[0] in 'سل' and len(f) > 3 and
                         (self.verb_form(f[1:]) or f[1:] in self.V)):
                self.V[f] = f

    def verb_stem(self, lemma, b):
        """A noun that looks like the past keeps the verb apart."""
        noun = self.N.get(lemma)
        if lemma in self.function:
            return 'ي' + b
        if noun is None:
            return lemma
        if noun == lemma and (lemma in self.masdar or (
                lemma[0] == 'ت' and len(lemma) > 3 and b[0] == 'ت' and
                lemma not in self.no_masdar)):
            return lemma
        verb = self.past(lemma) + self.C['ي' + b] + self.C['ت' + b]
        if self.al(lemma) * 8 > verb or noun != lemma:
            return 'ي' + b
        return lemma

    def apart(self):
        """A verb whose past is also a noun has a stem of its own."""
        for past in sorted(self.hand_past):
            forms = [b for b in sorted(self.I) if self.I[b] == past]
            if past not in self.N or not forms:
                continue
            stem = self.verb_stem(past, forms[0])
            for b in forms:
                self.I[b] = stem
            for f in [f for f in self.V if self.V[f] == past]:
                self.V[f] = stem
        # the passive of hollow verbs: قيل, أقيم
        for past in sorted(self.V):
            if len(past) > 2 and past[-2] == 'ا' and past[-1] != 'ا' and \
                    past not in self.N:
                p = past[:-2] + 'ي' + past[-1]
                if p not in self.N and self.past(p):
                    self.V.setdefault(p, self.V[past])

    def plurals(self):
        """Broken plurals by pattern where exactly one singular is known."""
        for f in sorted(self.N):
            if f in self.hand or self.al(f) == 0:
                continue
            s = None if f[-1] == 'ي' else self.singular(f)
            if s and s != f and s in self.N and self.N[s] == s:
                self.N[f] = s

    def singular(self, f):
        n, C = len(f), self.C

        def pick(*options):
            live = [x for x in options if x in self.N and self.al(x) > 0 and
                    self.al(x) + self.pron(x) >= self.al(f) * .1]
            return max(live, key=lambda x: self.al(x), default=None)
        if n == 5 and f[0] == 'ا' and f[3] == 'ا' and \
                self.hamza[f] * 2 > self.C[f] and not self.ifal(f):
            r = f[1] + f[2] + f[4]
            hollow = [f[1] + 'ا' + f[4]] if f[2] in 'وي' else []
            return pick(r, *hollow)
        if n == 5 and f[0] == 'م' and f[2] == 'ا':           # مفاعل
            people = sum(C[f + x] + self.al(f + x)
                         for x in ('ين', 'ون', 'ه', 'ات'))
            if people * 20 > C[f] + self.al(f):
                return None                                  # مفاعل, who
            return pick(f[:2] + f[3:], f[:2] + f[3:] + 'ه')
        if n == 6 and f[0] in 'مت' and f[2] == 'ا' and f[4] == 'ي':
            b = f[:2] + f[3]
            return pick(b + 'و' + f[5], b + 'ي' + f[5], b + 'ا' + f[5],
                        b + 'ا' + f[5] + 'ه')
        if n == 5 and f[1] == 'و' and f[2] == 'ا':           # فواعل
            b = f[0] + 'ا' + f[3:]
            return pick(b, b + 'ه')
        if n == 5 and f[2] == 'ا' and f[3] == 'ء':           # فعائل
            return pick(f[:2] + 'ي' + f[4] + 'ه', f[:2] + 'ا' + f[4] + 'ه',
                        f[:2] + 'و' + f[4] + 'ه')
        if n == 6 and f[2] == 'ا' and f[4] == 'ي':           # فعاليل
            b = f[:2] + f[3]
            if f[1] == 'و':
                return pick(f[0] + 'ا' + f[3] + 'و' + f[5],
                            f[0] + 'ا' + f[3] + 'ا' + f[5])
            if f[1] == 'ن':
                pass
            return pick(b + 'و' + f[5], b + 'ي' + f[5], b + 'ا' + f[5])
        if n == 5 and f.endswith('اء') and f[0] != 'ا':      # فعلاء
            return pick(f[:2] + 'ي' + f[2])
        if n == 5 and f[0] == 'ا' and f[4] == 'ه' and self.is_teh(f):
            return pick(f[1:3] + 'ا' + f[3])                 # أفعلة
        return None

    def ifal(self, f):
        """إفعال, a verbal noun: written with the hamza below."""
        return self.below[f] * 2 > self.hamza[f]

    def read_hand(self):
        fold = self.fold
        for row in lines('plurals.tsv'):
            one = fold(row[0])
            self.hand[one] = one
            self.N[one] = one
            for p in row[1].split():
                f = fold(p)
                if p[0] == 'أ' and self.ifal(f) and len(f) > 4:
                    continue             # إعلام, far more often than أعلام
                if f[:2] == 'ال' and self.hamza[f] * 2 < self.C[f]:
                    continue             # الأم, not آلام
                self.hand[f] = one
                self.N[f] = one
        for row in lines('words.tsv'):
            for w in row[0].split():
                f = fold(w)
                self.hand.setdefault(f, f)
                self.N.setdefault(f, f)
        for row in lines('masdars.tsv'):
            words = self.masdar if row[0] == 'same' else self.no_masdar
            words.update(fold(w) for w in row[1].split())
        for row in lines('verbs.tsv'):
            past = fold(row[0])
            self.V[past] = past
            self.hand_past.add(past)
            self.past_forms.add(past)
            for f in row[2].split() if len(row) > 2 else ():
                self.V.setdefault(fold(f), past)
                self.past_forms.add(fold(f))
            for i in row[1].split():
                i = fold(i)[1:]
                self.verb_forms.update(p + i for p in 'يتنا')
                if i in self.I and self.I[i] != past and len(i) == 2:
                    self.I[i] = 'ي' + i          # of two verbs: neither
                else:
                    self.I.setdefault(i, past)
        self.verb_forms |= self.past_forms
        for name in ('model/names', 'given_names', 'persons', 'cities',
                     'countries', 'places', 'world_cities'):
            for row in lines('../%s.tsv' % name):
                for w in row[0].split('|'):
                    self.names.add(fold(w))
        for row in lines('../stopwords.tsv'):
            for w in row[0].split('|'):
                if fold(w) not in self.verb_forms:
                    self.function.add(fold(w))


def main():
    lex = Lexicon(sys.argv[1], sys.argv[2])
    lex.read_hand()
    lex.nouns()
    lex.plurals()
    lex.verbs()
    lex.apart()
    for f in lex.function:
        if len(f) > 1 and f not in lex.V:
            lex.N.setdefault(f, f)
    # gender: written by the lexicon as an entry of its own
    for b in sorted(lex.N):
        if b + 'ه' not in lex.N and lex.adjective(b):
            lex.N[b + 'ه'] = lex.N[b]
    write(lex)


def write(lex):
    print('''# Attested words for the stemmer, made by ext/gen/stem_lexicon.py.
# Columns: class (N noun, adjective or name; V past stem of a verb; I imperfect
# stem; F function word;
# P likely a name), folded form, weight (twice log2 of the count), stem where it is
# another.
# Origin: words of the Arabic list of wordfreq 3.1.1 (R. Speer, CC BY-SA 4.0)
# and of the articles of antcorpus/antcorpus.data (Apache-2.0), with the
# hand-written lists of this folder.  Licence: CC BY-SA 4.0, see NOTICE.''')
    for kind, table in (('N', lex.N), ('V', lex.V), ('I', lex.I)):
        for f in sorted(table):
            n = (lex.weight(f) if kind == 'N' else lex.past(f) if kind == 'V'
                 else lex.persons(f))
            if kind == 'N' and (f in lex.hand or f in lex.function):
                n = lex.C[f] + lex.al(f)
                if f[-1] == 'ه':
                    n = min(n, max(lex.weight(f), lex.teh[f] + lex.al(f)))
                if f[-2:] in ('ات', 'ين', 'ون', 'ان') and f[:-2] in lex.N:
                    n = max(n, lex.weight(f[:-2]) // 6)   # not its plural
                n = max(n, 64)
            elif kind == 'V' and f in lex.past_forms:
                rare = lex.al(f) * 10 < lex.C[f]
                n = max(n, lex.C[f] * 5 // (4 if rare else 10), 16)
                if f[0] == 'ت' and f[1:] in lex.I:    # تمكن, not of يمكن
                    n = max(n, lex.persons(f[1:]) // 3)
            elif table[f] in lex.hand_past:
                n = max(n, 16)
            s = table[f]
            if len(f.encode()) <= 40 and len(f) > 1 and n >= LEAST:
                print(kind, f, round(2 * math.log2(n)), '' if s == f else s,
                      sep='\t')
    for f in sorted(lex.N):
        if lex.name(f):
            print('P', f, 0, '', sep='\t')
    for f in sorted(lex.function):
        if len(f) > 1 and ' ' not in f:
            print('F', f, 0, '', sep='\t')


if __name__ == '__main__':
    main()
