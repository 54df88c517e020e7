#!/usr/bin/env bash
# Tags an NDJSON file of talks in several jobs and counts them together: parallel.sh TALKS [REPORT=FILE]…
set -euo pipefail

talks=$1
shift
reports=()
for report in "$@"; do reports+=(--format "$report"); done

parallel --pipe --jobs "${JOBS:-2}" mlops-tag - --stdin-filename talks.ndjson --format ndjson < "$talks" |
  mlops-tag coverage - --by event "${reports[@]}"
