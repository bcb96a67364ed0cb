#!/usr/bin/env bash
# Tag reading on a corpus of real files: tags.sh CORPUS RUNS [PEER COMMAND...]
# CORPUS.manifest.jsonl beside the corpus says what every file holds.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 2 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
fi
if [ ! -d "$here/target/lib" ]; then
  echo "build first: mvn -q package -DskipTests" >&2
  exit 1
fi
export LC_ALL=C.UTF-8
run() { java -XX:+UseSerialGC -cp "$here/target/classes:$here/target/lib/*" "org.musicplatform.benchmarks.tags.$@"; }
run TagManifest "$1"
run TagCost "$1"
run TagTime "$@"
