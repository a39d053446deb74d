#!/usr/bin/env python3
"""reliability.py - how often rows of csto_entities are right, by their score.

  reliability.py EXTENSION FILE.jsonl...

Each line of a file: {"text", "published"?, "entities": [{"type", "text",
"start", "length"}]}, positions 1-based characters of text, names without
attached clitics.  A row is right when type and end are those of an entity and
it begins in the same written word at or before it.  Prints one line for each
tenth of the model's scores and one for each other rule: rows, share right,
mean score.
"""
import collections
import json
import sqlite3
import sys

OTHER = ('DATE', 'QUANTITY')


def word_start(text, at):
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def right(text, row, entities):
    kind, start, end = row
    return any(e['type'] == kind and e['start'] - 1 + e['length'] == end
               and word_start(text, e['start'] - 1) <= start <= e['start'] - 1
               for e in entities)


def main():
    db = sqlite3.connect(':memory:')
    db.enable_load_extension(True)
    db.load_extension(sys.argv[1])
    groups = collections.defaultdict(list)
    for path in sys.argv[2:]:
        with open(path, encoding='utf-8') as f:
            for line in map(json.loads, f):
                text = line['text']
                for kind, start, length, score, rule in db.execute(
                        'SELECT type, start, length, score, rule '
                        'FROM csto_entities(?, ?)',
                        (text, line.get('published'))):
                    if kind in OTHER:
                        continue
                    if rule == 'model':
                        tenth = min(int(score * 10), 9)
                        rule = f'model, .{tenth} to {(tenth + 1) / 10}'
                    row = (kind, start - 1, start - 1 + length)
                    groups[rule].append(
                        (right(text, row, line['entities']), score))
    for rule, rows in sorted(groups.items()):
        n = len(rows)
        print(f'{rule:24} {n:6} rows, right {sum(r for r, _ in rows) / n:.2f},'
              f' score {sum(s for _, s in rows) / n:.2f}')


if __name__ == '__main__':
    main()
