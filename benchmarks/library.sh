#!/usr/bin/env bash
# The library with synthetic rows: library.sh DIR TRACKS [FLOOR_SCRIPT] [STEP...]
# STEP: write size search pages details kill; all without one. DIR is filled by write; the others use what lies there.
# FLOOR_SCRIPT writes rows.jsonl with Python's sqlite3 and prints its CPU time: write compares itself with it.
# HEAP (megabytes; 128, and 256 from 500,000 tracks) and KILLS (100) may be set in the environment.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 2 ]; then
  sed -n '2,5s/^# //p' "$0" >&2
  exit 2
fi
if [ ! -d "$here/target/lib" ]; then
  echo "build first: mvn -q package -DskipTests" >&2
  exit 1
fi
export LC_ALL=C.UTF-8
dir=$1 tracks=$2 floor=
shift 2
if [ $# -gt 0 ] && [ -f "$1" ]; then
  floor=$1
  shift
fi
heap=${HEAP:-$([ "$tracks" -lt 500000 ] && echo 128 || echo 256)}
run() {
  echo "== $1"
  java "-Xmx${heap}m" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$here/target/classes:$here/target/lib/*" \
    "org.musicplatform.benchmarks.library.$@"
}
for step in ${@:-write size search pages details kill}; do
  case $step in
    write) run LibraryWrite "$dir" "$tracks" ${floor:+"$floor"} ;;
    size) run LibrarySize "$dir" "$tracks" ;;
    search) run LibrarySearch "$dir" "$tracks" ;;
    pages) run LibraryPages "$dir" "$tracks" ;;
    details) run LibraryDetails "$dir" "$tracks" ;;
    kill) run LibraryKill "$dir" "${KILLS:-100}" ;;
    *) echo "no such step: $step" >&2; exit 2 ;;
  esac
done
