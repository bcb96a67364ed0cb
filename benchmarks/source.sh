#!/usr/bin/env bash
# Indexing generated sources, with nothing on the disk but the library: source.sh DIR ITEMS
# HEAP (megabytes; 128, and 256 from 500,000 items) may be set in the environment.
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
heap=${HEAP:-$([ "$2" -lt 500000 ] && echo 128 || echo 256)}
exec java "-Xmx${heap}m" -XX:+UseSerialGC -cp "$here/target/classes:$here/target/lib/*" \
  org.musicplatform.benchmarks.library.SourceIndex "$1" "$2"
