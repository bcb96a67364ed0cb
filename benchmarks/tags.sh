#!/usr/bin/env bash
# Tag reading on a corpus of real files: tags.sh CORPUS RUNS [PEER COMMAND...]
# CORPUS.manifest.jsonl beside the corpus says what every file holds.
set -euo pipefail
source "$(dirname "$0")/common.sh"
needs 2 "$@"
built "$here/target/lib"
# warm readers, as in a core that has run for long, are measured with both compilers
run() { run_java -XX:TieredStopAtLevel=4 "org.musicplatform.benchmarks.tags.$@"; }
run TagManifest "$1"
run TagCost "$1"
run TagTime "$@"
