#!/usr/bin/env bash
# Indexing a folder of real files: index.sh CORPUS RUNS [PEER COMMAND...]
# Each run measures the distribution as a whole process on an empty home, then a running core, then the peer, which is
# given CORPUS as its last word and prints what it took. Warm up the page cache first.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 2 ]; then
  sed -n '2,4s/^# //p' "$0" >&2
  exit 2
fi
music=$here/../launcher/target/music/bin/music
if [ ! -d "$here/target/lib" ] || [ ! -x "$music" ]; then
  echo "build first: mvn -q package -DskipTests" >&2
  exit 1
fi
export LC_ALL=C.UTF-8 MUSIC_OPTS=${MUSIC_OPTS:--Xmx128m}
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
  java -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$here/target/classes:$here/target/lib/*" \
    org.musicplatform.benchmarks.index.RunningCore "$home" "$corpus"
  if [ $# -gt 0 ]; then
    "$@" "$corpus"
  fi
  rm -rf "$home"
done
