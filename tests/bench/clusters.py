#!/usr/bin/env python3
"""clusters.py - B-cubed of csto_entities' names against labelled mentions.

  clusters.py EXTENSION FOLDER LABELS.tsv

LABELS.tsv has a mention a line: path of the text (relative to FOLDER), start
(1-based characters of title, lead and body joined by newlines, as
csto_article gives them), text, entity (any name, the same for all mentions of
one thing in all files).  Lines that begin with # are remarks.  A mention that
csto_entities does not give with just these ends is counted as unfound and
plays no part in the clusters.  Prints precision, recall, F1 and the mentions
whose cluster is mixed or torn.
"""
import collections
import os
import sqlite3
import sys


def text_of(db, folder, path):
    with open(os.path.join(folder, path), 'rb') as f:
        row = db.execute('SELECT title, lead, body, published '
                         'FROM csto_article(?, ?)', (f.read(), path)).fetchone()
    return '\n'.join(x for x in row[:3] if x), row[3]


def b_cubed(pairs):
    """pairs: [(predicted, labelled)], one for each mention."""
    both = collections.Counter(pairs)
    by_name = collections.Counter(p for p, _ in pairs)
    by_label = collections.Counter(g for _, g in pairs)
    n = len(pairs) or 1
    precision = sum(c * c / by_name[p] for (p, _), c in both.items()) / n
    recall = sum(c * c / by_label[g] for (_, g), c in both.items()) / n
    return precision, recall


def main():
    ext, folder, labels = sys.argv[1:4]
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(ext)
    want = collections.defaultdict(list)
    with open(labels, encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                path, start, text, entity = line.rstrip('\n').split('\t')
                want[path].append((int(start), text, entity))
    pairs, unfound = [], 0
    for path, mentions in sorted(want.items()):
        text, day = text_of(db, folder, path)
        found = {(s, t): name for s, t, name in db.execute(
            'SELECT start, text, name FROM csto_entities(?, ?)', (text, day))}
        for start, words, entity in mentions:
            name = found.get((start, words))
            if name is None:
                unfound += 1
            else:
                pairs.append((name, entity))
    p, r = b_cubed(pairs)
    print('clusters  P %.4f R %.4f F1 %.4f  %d mentions, %d unfound' %
          (p, r, 2 * p * r / (p + r) if p + r else 0, len(pairs), unfound))
    names, marks = collections.defaultdict(set), collections.defaultdict(set)
    for name, entity in pairs:
        names[name].add(entity)
        marks[entity].add(name)
    for name, of in sorted(names.items()):
        if len(of) > 1:
            print('mixed: %s = %s' % (name, ', '.join(sorted(of))))
    for entity, of in sorted(marks.items()):
        if len(of) > 1:
            print('torn: %s = %s' % (entity, ', '.join(sorted(of))))


if __name__ == '__main__':
    main()
