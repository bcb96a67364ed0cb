#!/usr/bin/env bash
# Coverage-guided fuzzing of the tag readers: fuzz.sh SECONDS SEEDS EXTENSION...
# SEEDS is a folder with files to begin from. Build first: mvn -q package -DskipTests -Pfuzz -pl benchmarks -am
set -euo pipefail
source "$(dirname "$0")/common.sh"
needs 3 "$@"
built "$here/target/lib/jazzer-*.jar" -Pfuzz -pl benchmarks -am
seconds=$1 seeds=$2
shift 2
for extension in "$@"; do
  work=$here/target/fuzz/$extension
  mkdir -p "$work/seeds" "$work/corpus" "$work/found"
  find "$seeds" "$here/../core.testkit/src/main/resources" -type f -iname "*.$extension" -size -400k \
    -exec cp -t "$work/seeds" {} +
  echo "== $extension: $(ls "$work/seeds" | wc -l) seeds, $seconds s"
  java -Xmx768m -cp "$here/target/classes:$here/target/lib/*" "-Dfuzz.extension=$extension" \
    com.code_intelligence.jazzer.Jazzer \
    --target_class=org.musicplatform.benchmarks.fuzz.TagTarget \
    --instrumentation_includes='org.musicplatform.core.metadata.**' \
    "--reproducer_path=$work/found" "-artifact_prefix=$work/found/" \
    "-max_total_time=$seconds" -max_len=100000 -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
    "$work/corpus" "$work/seeds" >"$work/log" 2>&1 || { tail -40 "$work/log"; exit 1; }
  grep -E 'Done|stat::number_of_executed_units|cov:' "$work/log" | tail -3
  run_java "-Dfuzz.extension=$extension" org.musicplatform.benchmarks.fuzz.TagReplay "$work/corpus"
done
