#!/usr/bin/env bash
# Builds the root file system of the image, without the service: a minimal Java runtime, the shared libraries of this machine
# that the runtime links to, and a user account. No shell, no package manager.
#   image-root.sh JDK FOLDER SERVICE COPY
set -euo pipefail
jdk=$1 root=$2 service=$3 app=$4
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi,java.scripting
modules+=,java.security.jgss,java.security.sasl,java.sql,java.transaction.xa,java.xml,jdk.crypto.ec,jdk.jfr,jdk.management
modules+=,jdk.net,jdk.unsupported,jdk.zipfs

rm -rf "$root"
mkdir -p "$root"/{etc,proc,dev,tmp,proofs,app/config,var/lib/dpkg/status.d}
# Newer JDKs have no jmods folder: jlink then uses the JDK's own modules.
[ -d "$jdk/jmods" ] && modules_in=(--module-path "$jdk/jmods") || modules_in=()
"$jdk/bin/jlink" "${modules_in[@]}" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages \
  --compress=2 --output "$root/opt/java" 2> >(grep -v 'compress' >&2)
# On some machines cacerts is a link to a file outside the JDK.
if [ ! -s "$root/opt/java/lib/security/cacerts" ]; then
  cp -L "$jdk/lib/security/cacerts" "$root/opt/java/lib/security/cacerts"
fi

# Removes native libraries for display, sound and fonts, so that their dependencies are not copied: the service is headless.
(cd "$root/opt/java/lib" && rm -f libawt_xawt.so libjsound.so libsplashscreen.so libjawt.so libfontmanager.so)
libraries=$(find "$root/opt/java" -type f \( -name '*.so' -o -name java \) -exec ldd {} + 2>/dev/null |
  grep -oE '(=> |^\s+)/[^ ]+' | sed -E 's/^(=> |\s+)//' | grep -v "$root" | sort -u)
for library in $libraries; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
  # Vulnerability scanners read status.d to find the package and version of a library, as in other distroless images.
  package=$( (dpkg-query -S "$library" || dpkg-query -S "$(readlink -f "$library")") 2>/dev/null | head -1 | cut -d: -f1 || true)
  if [ -n "$package" ]; then
    dpkg-query -s "$package" > "$root/var/lib/dpkg/status.d/$package"
  fi
done

echo 'triage:x:10001:10001::/app:/none' > "$root/etc/passwd"
echo 'triage:x:10001:' > "$root/etc/group"
echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
[ ! -r /etc/os-release ] || cp -L /etc/os-release "$root/etc/os-release"
# Sets the modification time that the files have in the image: a CDS archive is valid only while the times of the jars match.
rm -rf "$app"
cp -r "$service" "$app"
find "$root" "$app" -type f -exec touch -d @1 {} +
