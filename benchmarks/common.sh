# What the scripts beside this have in common; they source it.

here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8

# Ends with the comment at the head of the script unless it got as many words: needs COUNT "$@"
needs() {
  if [ $# -le "$1" ]; then
    sed -n '2,${/^#/!q;s/^# //p}' "$0" >&2
    exit 2
  fi
}

# Ends unless that is there: built FILE [BUILD OPTION...]
built() {
  if ! compgen -G "$1" >/dev/null; then
    shift
    echo "build first: mvn -q package -DskipTests${*:+ $*}" >&2
    exit 1
  fi
}

# HEAP, or as many megabytes as go with so many tracks: heap_for TRACKS
heap_for() {
  echo "${HEAP:-$([ "$1" -lt 500000 ] && echo 128 || echo 256)}"
}

# A program of ours with the options of the launcher: run_java [JVM OPTION...] CLASS [WORD...]
run_java() {
  java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:Tier3InvocationThreshold=100 -XX:Tier3MinInvocationThreshold=50 \
    -XX:Tier3CompileThreshold=1000 -XX:CICompilerCount=1 -cp "$here/target/classes:$here/target/lib/*" "$@"
}
