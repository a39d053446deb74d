#!/usr/bin/env python3
"""nDCG@10 of csto and its peers on one collection, as a table.

    python3 tests/bench/search_quality.py build/csto DIR [CLASSPATH]

DIR holds corpus.tsv and queries.tsv (id, tab, text) and qrels.tsv (query id,
tab, document id).  Query ids of the form NAME:... are reported by NAME.  In
the loose run queries are typed in haste: no hamza on alef, final ة and ي
written ه and ى.  Peers: FTS5's unicode61 and trigram with bm25 and an OR of
the words; Snowball's Arabic stemmer (libstemmer.so.0d, if installed) before
unicode61; Lucene's ArabicAnalyzer when CLASSPATH has the classes of
tests/bench/lucene.  Needs Python's sqlite3 with load_extension.
"""
import collections
import ctypes
import math
import re
import sqlite3
import subprocess
import sys
import tempfile
import os

WORD = re.compile(r'\w+')


def table(path):
    return [line.rstrip('\n').split('\t', 1)
            for line in open(path, encoding='utf-8')]


def loosen(text):
    text = re.sub('[أإآ]', 'ا', text)
    text = re.sub(r'ة(?!\w)', 'ه', text)
    return re.sub(r'ي(?!\w)', 'ى', text)


def any_word(text):
    return ' OR '.join('"%s"' % w for w in dict.fromkeys(WORD.findall(text)))


class Snowball:
    def __init__(self):
        self.lib = ctypes.CDLL('libstemmer.so.0d')
        self.lib.sb_stemmer_new.restype = ctypes.c_void_p
        self.lib.sb_stemmer_stem.restype = ctypes.c_void_p
        self.lib.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p,
                                             ctypes.c_int]
        self.lib.sb_stemmer_length.argtypes = [ctypes.c_void_p]
        self.stemmer = self.lib.sb_stemmer_new(b'arabic', b'UTF_8')
        self.seen = {}

    def word(self, w):
        if w not in self.seen:
            b = w.encode()
            p = self.lib.sb_stemmer_stem(self.stemmer, b, len(b))
            n = self.lib.sb_stemmer_length(self.stemmer)
            self.seen[w] = ctypes.string_at(p, n).decode('utf-8', 'replace')
        return self.seen[w]

    def __call__(self, text):
        return ' '.join(self.word(w) for w in WORD.findall(text))


def ndcg(found, relevant):
    gain = sum(1 / math.log2(i + 2) for i, d in enumerate(found[:10])
               if d in relevant)
    return gain / sum(1 / math.log2(i + 2)
                      for i in range(min(10, len(relevant))))


class Bench:
    def __init__(self, extension, folder):
        self.db = sqlite3.connect(':memory:')
        self.db.enable_load_extension(True)
        self.db.load_extension(extension)
        self.folder = folder
        self.corpus = table(folder + '/corpus.tsv')
        self.queries = table(folder + '/queries.tsv')
        self.relevant = collections.defaultdict(set)
        for query, doc in table(folder + '/qrels.tsv'):
            self.relevant[query].add(doc)

    def fts5(self, tokenize, prepare, ask, rank):
        self.db.executescript('DROP TABLE IF EXISTS d; CREATE VIRTUAL TABLE d '
                              'USING fts5(t, tokenize="%s")' % tokenize)
        self.db.executemany('INSERT INTO d(rowid, t) VALUES(?, ?)', (
            (i, prepare(text)) for i, (_, text) in enumerate(self.corpus)))
        sql = ('SELECT rowid FROM d WHERE d MATCH %s ORDER BY %s LIMIT 10'
               % (ask and 'csto_query(?, "any")' or '?', rank))

        def run(change):
            found = {}
            for query, text in self.queries:
                q = change(text) if ask else any_word(prepare(change(text)))
                found[query] = [self.corpus[r[0]][0]
                                for r in self.db.execute(sql, (q,))] if q \
                    else []
            return found
        return run

    def lucene(self, classpath):
        def run(change):
            with tempfile.NamedTemporaryFile('w', suffix='.tsv',
                                             encoding='utf-8') as f:
                for query, text in self.queries:
                    print(query, change(text), sep='\t', file=f)
                f.flush()
                out = subprocess.run(
                    ['java', '-Xmx512m', '-cp', classpath, 'Rank',
                     self.folder + '/corpus.tsv', f.name],
                    stdout=subprocess.PIPE, check=True).stdout.decode()
            found = collections.defaultdict(list)
            for line in out.splitlines():
                query, doc = line.split('\t')
                found[query].append(doc)
            return found
        return run

    def score(self, found):
        parts = collections.defaultdict(list)
        for query in self.relevant:
            value = ndcg(found.get(query, []), self.relevant[query])
            parts[query.partition(':')[0]].append(value)
        return {p: sum(v) / len(v) for p, v in sorted(parts.items())}

    def row(self, name, run):
        plain, loose = self.score(run(str)), self.score(run(loosen))
        print('| %s | %s |' % (name, ' | '.join(
            '%.3f [%.3f]' % (plain[p], loose[p]) for p in plain)), flush=True)


def main():
    bench = Bench(sys.argv[1], sys.argv[2])
    parts = sorted({q.partition(':')[0] for q in bench.relevant})
    print('| nDCG@10 [loose queries] | %s |\n|---|%s' % (
        ' | '.join(parts), '---|' * len(parts)))
    marks = 'unicode61 remove_diacritics 2'
    bench.row('FTS5 unicode61', bench.fts5(marks, str, False, 'bm25(d)'))
    bench.row('FTS5 trigram', bench.fts5('trigram', str, False, 'bm25(d)'))
    try:
        bench.row('Snowball arabic', bench.fts5(marks, Snowball(), False,
                                                'bm25(d)'))
    except OSError:
        print('# no libstemmer.so.0d: Snowball left out', file=sys.stderr)
    if len(sys.argv) > 3:
        bench.row('Lucene 8.7 ArabicAnalyzer', bench.lucene(sys.argv[3]))
    bench.row('csto, bm25', bench.fts5('csto', str, True, 'bm25(d)'))
    bench.row('csto, csto_rank', bench.fts5('csto', str, True,
                                            'csto_rank(d)'))


if __name__ == '__main__':
    main()
