#!/bin/sh
# Temporal's two schemas, made or brought up to date. Safe to run again: a schema that is there keeps its version and
# gets only newer steps. Reads SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD and SQL_PLUGIN, as temporal-sql-tool does.
set -eu

schema() {
  temporal-sql-tool --database "$1" setup-schema --version 0.0
  temporal-sql-tool --database "$1" update-schema --schema-name "postgresql/v12/$2"
}

schema temporal temporal
schema temporal_visibility visibility
