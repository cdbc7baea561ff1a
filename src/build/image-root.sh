#!/usr/bin/env bash
# What the image holds besides the service: a runtime with no more modules than it needs, the few libraries of this machine
# that the runtime is linked to, and somebody to be. No shell, no package manager, nothing else.
#   image-root.sh JDK FOLDER SERVICE COPY
set -euo pipefail
jdk=$1 root=$2 service=$3 app=$4
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.scripting
modules+=,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management
modules+=,jdk.net,jdk.unsupported,jdk.zipfs

rm -rf "$root"
mkdir -p "$root"/{etc,proc,dev,tmp,proofs,app/config,var/lib/dpkg/status.d}
# Newer runtimes link from themselves.
[ -d "$jdk/jmods" ] && modules_in=(--module-path "$jdk/jmods") || modules_in=()
"$jdk/bin/jlink" "${modules_in[@]}" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
  --compress=2 --output "$root/opt/java" 2> >(grep -v 'compress' >&2)
# Some machines keep the certificates beside the runtime.
if [ ! -s "$root/opt/java/lib/security/cacerts" ]; then
  cp -L "$jdk/lib/security/cacerts" "$root/opt/java/lib/security/cacerts"
fi

# What draws on screens and prints is not linked to anything here: nobody looks at the service but through a browser.
(cd "$root/opt/java/lib" && rm -f libawt_xawt.so libjsound.so libsplashscreen.so libjawt.so libfontmanager.so)
libraries=$(find "$root/opt/java" -type f \( -name '*.so' -o -name java \) -exec ldd {} + 2>/dev/null |
  grep -oE '(=> |^\s+)/[^ ]+' | sed -E 's/^(=> |\s+)//' | grep -v "$root" | sort -u)
for library in $libraries; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
  # Scanners read in such files which package a library came with, as in other images without a package manager.
  package=$( (dpkg-query -S "$library" || dpkg-query -S "$(readlink -f "$library")") 2>/dev/null | head -1 | cut -d: -f1 || true)
  if [ -n "$package" ]; then
    dpkg-query -s "$package" > "$root/var/lib/dpkg/status.d/$package"
  fi
done

echo 'triage:x:10001:10001::/app:/none' > "$root/etc/passwd"
echo 'triage:x:10001:' > "$root/etc/group"
echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
[ ! -r /etc/os-release ] || cp -L /etc/os-release "$root/etc/os-release"
# As old as they will be in the image: the JVM takes what it remembers of a file for true while the file is as old as it was.
rm -rf "$app"
cp -r "$service" "$app"
find "$root" "$app" -type f -exec touch -d @1 {} +
