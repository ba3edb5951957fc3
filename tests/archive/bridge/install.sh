#!/usr/bin/env bash
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
#
# Installs chdb for the tests of archives, once.
#   tests/archive/bridge/install.sh FOLDER
# Where that is not possible, FOLDER/reason says why: tests that need it give that when they are skipped.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1" && cd "$1" || exit 1
exec 9> lock
flock 9
cmp -s "$here/package.json" installed && exit 0
rm -rf installed reason
cp "$here/package.json" .
if ! command -v npm > /dev/null; then
    echo 'npm is not installed; scripts/setup --tests installs it.' > reason
elif npm install --no-package-lock --no-fund --no-audit --loglevel=error --fetch-retries=1 > npm.log 2>&1; then
    cp package.json installed
else
    echo "npm cannot install chdb: $(grep -m 2 . npm.log | paste -s -d ' ')" > reason
fi
exit 0
