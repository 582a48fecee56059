#!/bin/sh
# Lays out what one process runs from: layout.sh MODULE FOLDER, after the build. The class path that Maven resolved
# becomes two folders, so that an image has one layer that changes with dependencies and one that changes with us.
set -eu

house=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
module=$1
folder=$2

mkdir -p "$folder/lib" "$folder/app"
cp "$house/$module/target/gatehouse-$module"-*.jar "$folder/app/"
tr ':' '\n' <"$house/$module/target/class-path" | while IFS= read -r jar; do
  case $jar in
    "$house"/*) cp "$jar" "$folder/app/" ;;
    *) cp "$jar" "$folder/lib/" ;;
  esac
done

# Our own jars lose their version, so that a health check can name one.
for jar in "$folder"/app/gatehouse-*.jar; do
  name=${jar##*/}
  case $name in
    *-tests.jar | *-sources.jar) rm "$jar" ;;
    *) mv "$jar" "$folder/app/$(printf '%s' "$name" | sed 's/-[0-9].*\.jar$/.jar/')" ;;
  esac
done
