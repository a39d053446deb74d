#!/bin/sh
# deps.sh build|test|lint|fuzz|bench - installs the Debian packages that are
# missing for a task.  Root: installs and says so.  Anyone else: says the one
# command to run and stops.
build="gcc libc6-dev make pkg-config sqlite3 libsqlite3-dev libicu-dev"
case $1 in
  build) want=$build ;;
  test) want="$build python3 python3-venv valgrind clang libclang-rt-dev" ;;
  lint) want="$build clang clang-tidy cppcheck binutils" ;;
  fuzz) want="$build clang libclang-rt-dev llvm" ;;
  bench) want="$build python3 default-jdk-headless maven" ;;
  *) echo "deps.sh: no such task: $1" >&2; exit 2 ;;
esac
command -v dpkg-query > /dev/null 2>&1 || exit 0   # not Debian: trust the user
missing=
for p in $want; do
  case $(dpkg-query -W -f '${Status}' "$p" 2>/dev/null) in
    *" installed") ;;
    *) missing="$missing $p" ;;
  esac
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ]; then
  echo "csto needs:$missing" >&2
  echo "run: sudo apt-get install$missing" >&2
  exit 1
fi
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get install -y -qq $missing > /dev/null 2>&1 ||
  { apt-get update -qq > /dev/null && apt-get install -y -qq $missing \
    > /dev/null; }
