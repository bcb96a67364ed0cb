#!/usr/bin/env bash
# How well indexing keeps to a share of a processor: cpu.sh CORPUS PERCENT SECONDS
# Once with nothing beside it, once while music plays to nowhere, in time; each from a cold start on an empty home.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 3 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
fi
if [ ! -d "$here/target/lib" ]; then
  echo "build first: mvn -q package -DskipTests" >&2
  exit 1
fi
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for beside in "" play; do
  echo "== ${beside:-alone}"
  java -Xmx128m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$here/target/classes:$here/target/lib/*" \
    org.musicplatform.benchmarks.index.CpuShare "$work/home$beside" "$1" "$2" "$3" $beside
done
