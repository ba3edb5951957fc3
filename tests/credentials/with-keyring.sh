#!/bin/bash
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
#
# Runs a program with a gnome-keyring of its own, unlocked, on a session bus of its own. Nothing of the user's is touched.
#   with-keyring.sh PROGRAM [ARGUMENT]...
# The program finds the daemon's process id in KEYRING_PID and the keyring's password in KEYRING_PASSWORD.
set -euo pipefail

for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
    if ! command -v "$tool" >/dev/null; then
        echo "$tool is missing: run scripts/setup" >&2
        exit 1
    fi
done

# Directly under /tmp: the path of a socket may have 107 bytes only.
folder=$(mktemp -d /tmp/trailglass-keyring.XXXXXX)
trap 'rm -rf "$folder" || true' EXIT
export HOME="$folder/home" XDG_DATA_HOME="$folder/data" XDG_CONFIG_HOME="$folder/config" \
    XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder/run"
mkdir -m 700 "$HOME" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
# Without a display no password prompt can appear on the desktop of whoever runs the tests.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
export KEYRING_PASSWORD=correct-horse

# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session -- bash -c '
    set -euo pipefail
    printf "%s" "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    # Makes that daemon take its name on the bus; left to D-Bus, a second and locked one might.
    gnome-keyring-daemon --start --components=secrets >/dev/null
    KEYRING_PID=$(dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets)
    export KEYRING_PID="${KEYRING_PID##* }"
    status=0
    "$@" || status=$?
    # Also ends a daemon that a crashed test left stopped.
    kill -KILL "$KEYRING_PID" 2>/dev/null || true
    exit "$status"
' with-keyring "$@"
