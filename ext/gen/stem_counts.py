#!/usr/bin/env python3
"""Counts written Arabic words for ext/gen/stem_lexicon.py.

    python3 ext/gen/stem_counts.py NEWS WORDFREQ > counts.tsv

NEWS is a folder with meta.tsv and news/; only articles of the repository
antcorpus/antcorpus.data (Apache-2.0) are read.  WORDFREQ is the file
large_ar.msgpack.gz of the Python package wordfreq 3.1.1 (its data are
CC BY-SA 4.0); needs the package msgpack.
"""
import collections
import gzip
import re
import sys

import msgpack

WORD = re.compile('[\u0621-\u063a\u0640-\u065f\u0670-\u06d3]+')
MARK = re.compile('[\u064b-\u065f\u0670\u0640]')
PLAIN = re.compile('^[\u0621-\u063a\u0641-\u064a]+$')


class Counts:
    def __init__(self):
        self.words = collections.Counter()
        self.definite = collections.Counter()
        self.attributive = collections.Counter()

    def line(self, line):
        before, end = '', 0
        for m in WORD.finditer(line):
            word = MARK.sub('', m.group())
            if not word:
                continue
            self.words[word] += 3    # the list below counts in 10**-8
            if word.startswith('ال'):
                self.definite[word] += 1
                self.attributive[word] += (
                    not line[end:m.start()].strip() and
                    ('ال' in (before[:2], before[1:3]) or
                     before.startswith('لل')))
            before, end = word, m.end()

    def article(self, path):
        seen = set()                 # repeated passages count once
        for line in open(path, encoding='utf-8', errors='replace'):
            if line not in seen:
                seen.add(line)
                self.line(line)

    def wordfreq(self, path):
        bins = msgpack.load(gzip.open(path), raw=False)[1:]
        for centibels, words in enumerate(bins):
            n = max(1, round(10 ** ((800 - centibels) / 100)))
            for word in words:
                if PLAIN.match(word):
                    self.words[word] += n


def main():
    news, wordfreq = sys.argv[1:]
    counts = Counts()
    for row in open(news + '/meta.tsv', encoding='utf-8'):
        cell = row.split('\t')
        if cell[3] == 'antcorpus/antcorpus.data':
            counts.article(news + '/news/' + cell[0])
    counts.wordfreq(wordfreq)
    for word, n in sorted(counts.words.items(), key=lambda x: (-x[1], x[0])):
        print(word, n, counts.definite[word], counts.attributive[word],
              sep='\t')


if __name__ == '__main__':
    main()
