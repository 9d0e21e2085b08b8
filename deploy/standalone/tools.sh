# For the scripts in deploy: finds the tools, or says what to install. To be sourced; sets JAVA_HOME.

fail() {
  printf '%s\n' "$*" >&2
  exit 2
}

# The usual places of a JDK; a test may name others.
jdk_places() {
  if [ -n "${JINGZHUN_JDK_PLACES+set}" ]; then
    printf '%s\n' $JINGZHUN_JDK_PLACES
    return
  fi
  local java
  printf '%s\n' "${JAVA_HOME:-}"
  if java=$(command -v java) && java=$(readlink -f "$java" 2>/dev/null); then
    printf '%s\n' "${java%/bin/java}"
  fi
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*
}

# The major version of a JDK (not of a bare runtime), or nothing.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  local place version
  while IFS= read -r place; do
    [ -n "$place" ] || continue
    version=$(jdk_version "$place")
    if [ -n "$version" ] && [ "$version" -ge 25 ]; then
      export JAVA_HOME="$place"
      return
    fi
  done < <(jdk_places)
  fail "No JDK 25 found. Install one (for example Eclipse Temurin 25, https://adoptium.net), or set JAVA_HOME to it."
}

find_maven() {
  command -v mvn >/dev/null || fail "No Maven found. Install Maven 3.8.7 or newer (https://maven.apache.org) and put it on PATH."
}

# Maven without its chatter; the rules of versions are the build's own.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" mvn -B -q --no-transfer-progress "$@"
}
