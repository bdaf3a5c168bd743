# Sourced by mvnw and hanproof. find_jdk NAME exports JAVA_HOME, a JDK 21 or newer; find_maven NAME sets mvn.
# Either says on one line what to install and exits 3 when there is none.

# The feature version of the JDK in folder $1, 0 when there is none: from its release file, for asking costs a start.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || { echo 0; return; }
    jdk_found=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r jdk_key jdk_value; do
            [ "$jdk_key" = JAVA_VERSION ] || continue
            jdk_found=${jdk_value#\"}
        done <"$1/release"
    fi
    [ -n "$jdk_found" ] || jdk_found=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac //p')
    jdk_found=${jdk_found%%[!0-9]*}
    echo "${jdk_found:-0}"
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge 21 ]; then
        export JAVA_HOME
        return
    fi
    jdk_java=$(command -v java 2>/dev/null) && jdk_java=$(readlink -f "$jdk_java" 2>/dev/null) && [ -n "$jdk_java" ] &&
        JAVA_HOME=${jdk_java%/bin/java} && [ "$(jdk_version "$JAVA_HOME")" -ge 21 ] && export JAVA_HOME && return
    jdk_newest=20
    for jdk_home in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/*jdk* /opt/java/* /opt/homebrew/opt/openjdk*; do
        [ -x "$jdk_home/bin/javac" ] || continue
        jdk_candidate=$(jdk_version "$jdk_home")
        if [ "$jdk_candidate" -gt "$jdk_newest" ]; then
            jdk_newest=$jdk_candidate
            JAVA_HOME=$jdk_home
        fi
    done
    if [ "$jdk_newest" -lt 21 ]; then
        echo "$1: no JDK 21 or newer in JAVA_HOME, on the PATH or in the usual folders: install one, or set JAVA_HOME to it" >&2
        exit 3
    fi
    export JAVA_HOME
}

find_maven() {
    mvn=$(command -v mvn 2>/dev/null) || {
        echo "$1: no Maven on the PATH: install Apache Maven 3.6.3 or newer" >&2
        exit 3
    }
}
