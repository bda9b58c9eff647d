#!/bin/sh
# Chromium and a Japanese font for the browser tests, and two readers of calendars that run on node.
# Without them those tests are skipped; one line says so.
set -u

has_browser() {
    for program in chromium-headless-shell chromium chromium-browser google-chrome; do
        command -v "$program" >/dev/null 2>&1 && return 0
    done
    return 1
}

install_quietly() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$1" >/dev/null 2>&1
}

if ! has_browser; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update >/dev/null 2>&1
        install_quietly chromium-headless-shell || install_quietly chromium
    fi
    has_browser || echo "browser tests are skipped: no Chromium here, and it could not be installed"
fi

fonts="${HOME:-/root}/.fonts"
for font in static/fonts/*.ttf static/fonts/*/*.ttf static/vendor/*/*.ttf; do
    [ -f "$font" ] || continue
    [ -f "$fonts/$(basename "$font")" ] || { mkdir -p "$fonts" && cp "$font" "$fonts/"; }
done
readers=tests/feeds/readers
if ! command -v npm >/dev/null 2>&1; then
    echo "feeds are not read by ical.js and node-ical: no node and npm here"
elif [ ! "$readers/node_modules/.package-lock.json" -nt "$readers/package-lock.json" ]; then
    npm ci --prefix "$readers" >/dev/null 2>&1 || echo "feeds are not read by ical.js and node-ical: npm could not install them"
fi
exit 0
