#!/usr/bin/env bash
# The library with synthetic rows: library.sh DIR TRACKS [FLOOR_SCRIPT] [STEP...]
# STEP: write size search pages details kill; all without one. DIR is filled by write; the others use what lies there.
# FLOOR_SCRIPT writes rows.jsonl with Python's sqlite3 and prints its CPU time: write compares itself with it.
# HEAP (megabytes; 128, and 256 from 500,000 tracks) and KILLS (100) may be set in the environment.
set -euo pipefail
source "$(dirname "$0")/common.sh"
needs 2 "$@"
built "$here/target/lib"
dir=$1 tracks=$2 floor=
shift 2
if [ $# -gt 0 ] && [ -f "$1" ]; then
  floor=$1
  shift
fi
heap=$(heap_for "$tracks")
run() {
  echo "== $1"
  run_java "-Xmx${heap}m" "org.musicplatform.benchmarks.library.$@"
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
