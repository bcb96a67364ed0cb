#!/usr/bin/env bash
# Indexing a folder of real files: index.sh CORPUS RUNS [PEER COMMAND...]
# Each run measures the distribution as a whole process on an empty home, then a running core, then the peer, which is
# given CORPUS as its last word and prints what it took. Warm up the page cache first. The first run after a build leaves
# the archive of classes that all later ones start with, and takes longer.
set -euo pipefail
source "$(dirname "$0")/common.sh"
needs 2 "$@"
built "$here/target/lib"
music=$here/../launcher/target/music/bin/music
built "$music"
export MUSIC_OPTS=${MUSIC_OPTS:--Xmx128m}
corpus=$1 runs=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%R %U %S'
for run in $(seq "$runs"); do
  home=$work/home$run
  { time "$music" --home "$home" index "$corpus" >"$work/out" 2>&1; } 2>"$work/time"
  awk '{ printf "run '"$run"': first index, whole process: %.2f s wall, %.2f s CPU\n", $1, $2 + $3 }' "$work/time"
  rm -rf "$home"
  run_java -Xmx128m org.musicplatform.benchmarks.index.RunningCore "$home" "$corpus"
  if [ $# -gt 0 ]; then
    "$@" "$corpus"
  fi
  rm -rf "$home"
done
