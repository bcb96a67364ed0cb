#!/usr/bin/env bash
# Indexing generated sources, with nothing on the disk but the library: source.sh DIR ITEMS
# HEAP (megabytes; 128, and 256 from 500,000 items) may be set in the environment.
set -euo pipefail
source "$(dirname "$0")/common.sh"
needs 2 "$@"
built "$here/target/lib"
run_java "-Xmx$(heap_for "$2")m" org.musicplatform.benchmarks.library.SourceIndex "$1" "$2"
