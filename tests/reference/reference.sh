# Every example of the reference gives what it shows, in README.md too.
/usr/bin/python3 "$TOP/tests/reference/reference.py" check
