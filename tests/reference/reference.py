"""reference.py check|update|readme - the reference and its examples.

check   runs every example of reference.txt in one sqlite3 shell and prints a
        TAP line each; also that README.md holds the reference as it stands
update  writes the outputs of today into reference.txt
readme  writes the section between the markers of README.md
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(HERE, 'reference.txt')
README = os.path.join(TOP, 'README.md')
BUILD = os.environ.get('B', os.path.join(TOP, 'build'))
BEGIN, END = '<!-- reference: begin -->', '<!-- reference: end -->'


def parse():
    """[(kind, text, output lines)] with kind head, section, name, text, sql."""
    items = []
    state = 'head'
    for line in open(DATA, encoding='utf-8').read().split('\n'):
        if line.startswith('== '):
            items.append(('section', line[3:], None))
            state = 'text'
        elif line.startswith('= '):
            items.append(('name', line[2:], None))
            state = 'text'
        elif line.startswith('> '):
            items.append(('sql', line[2:], []))
            state = 'sql'
        elif line == '':
            state = 'text' if state != 'head' else state
            items.append(('blank', '', None))
        elif state == 'sql':
            items[-1][2].append(line)
        else:
            items.append((state, line, None))
    while items and items[-1][0] == 'blank':
        items.pop()
    return items


def run(items):
    """Output lines of each example, in order."""
    mark = '---next---'
    script = ['.load ' + os.path.join(BUILD, 'csto')]
    for kind, text, _ in items:
        if kind == 'sql':
            script += [text, '.print ' + mark]
    p = subprocess.run(['sqlite3', '-init', '/dev/null', ':memory:'],
                       input='\n'.join(script) + '\n', encoding='utf-8',
                       capture_output=True, cwd=TOP)
    parts = p.stdout.split(mark + '\n')
    got = [part.rstrip('\n').split('\n') if part.strip('\n') else []
           for part in parts[:-1]]
    if p.stderr:
        print('#', p.stderr.strip().replace('\n', '\n# '))
    return got, p.stderr


def markdown(items):
    out = []
    code = False
    for kind, text, output in items:
        if code and kind != 'sql':
            out.append('```')
            code = False
        if kind == 'section':
            out += ['### ' + text, '']
        elif kind == 'name':
            out += ['#### `' + text + '`', '']
        elif kind == 'text':
            out += [text, '']
        elif kind == 'sql':
            if not code:
                out.append('```sql')
                code = True
            out.append(text)
            out += ['-- ' + line for line in output]
        elif kind == 'blank' and out and out[-1] != '':
            out.append('')
    if code:
        out.append('```')
    return '\n'.join(out).strip('\n')


def readme_text(items):
    text = open(README, encoding='utf-8').read()
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return head + BEGIN + '\n' + markdown(items) + '\n' + END + tail, text


def main():
    items = parse()
    what = sys.argv[1]
    if what == 'readme':
        new, _ = readme_text(items)
        open(README, 'w', encoding='utf-8').write(new)
        return 0
    got, errors = run(items)
    n = 0
    bad = 0
    for kind, text, output in items:
        if kind != 'sql':
            continue
        have = got[n] if n < len(got) else ['(nothing)']
        n += 1
        if what == 'update':
            output[:] = have
        else:
            ok = have == output
            bad += not ok
            print('%s - reference: %s' % ('ok' if ok else 'not ok', text[:70]))
            if not ok:
                print('# want', output, '\n# got ', have)
    if what == 'update':
        sign = {'section': '== ', 'name': '= ', 'sql': '> '}
        with open(DATA, 'w', encoding='utf-8') as f:
            for kind, text, output in items:
                f.write(sign.get(kind, '') + text + '\n')
                for line in output or []:
                    f.write(line + '\n')
        return 1 if errors else 0
    new, old = readme_text(items)
    print('%s - README.md holds the reference as it stands'
          % ('ok' if new == old else 'not ok'))
    return 1 if bad or new != old else 0


sys.exit(main())
