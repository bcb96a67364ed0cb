#!/usr/bin/env bash
# How well indexing keeps to a share of a processor: cpu.sh CORPUS PERCENT SECONDS
# Once with nothing beside it, once while music plays to nowhere, in time; each from a cold start on an empty home.
set -euo pipefail
source "$(dirname "$0")/common.sh"
needs 3 "$@"
built "$here/target/lib"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for beside in "" play; do
  echo "== ${beside:-alone}"
  run_java -Xmx128m org.musicplatform.benchmarks.index.CpuShare \
    "$work/home$beside" "$1" "$2" "$3" $beside
done
