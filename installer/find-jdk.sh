# Finds a Java development kit for mvnw and gorrery. To be sourced by a POSIX shell:
#
#   find_jdk 25   sets JDK to the folder of a JDK of that release or later, status 0;
#                 without one, sets JDK empty and JDK_SEEN to what was looked at, status 1.
#
# Order: JAVA_HOME, the javac on PATH, then the usual folders, where the lowest release wins that
# is high enough: it is the one that Gorrery is tested with.
# The release is read from the file "release" of the JDK, so that no Java needs to start.

# jdk_release DIR: sets RELEASE to the feature release of the JDK in DIR, 0 if there is no JDK.
jdk_release() {
    RELEASE=0
    [ -x "$1/bin/java" ] || [ -x "$1/bin/java.exe" ] || return 0
    [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ] || return 0
    [ -r "$1/release" ] || return 0
    while IFS='=' read -r jdk_key jdk_value; do
        [ "$jdk_key" = JAVA_VERSION ] || continue
        jdk_value=${jdk_value#\"}
        jdk_value=${jdk_value#1.}
        jdk_value=${jdk_value%%[!0-9]*}
        RELEASE=${jdk_value:-0}
        return 0
    done <"$1/release"
}

# jdk_of_path: sets ON_PATH to the JDK that the javac on PATH belongs to, empty if none.
jdk_of_path() {
    ON_PATH=$(command -v javac 2>/dev/null) || ON_PATH=
    [ -n "$ON_PATH" ] || return 0
    jdk_links=0
    while [ -L "$ON_PATH" ] && [ $jdk_links -lt 20 ]; do
        jdk_target=$(readlink "$ON_PATH") || break
        case $jdk_target in
        /*) ON_PATH=$jdk_target ;;
        *) ON_PATH=${ON_PATH%/*}/$jdk_target ;;
        esac
        jdk_links=$((jdk_links + 1))
    done
    ON_PATH=${ON_PATH%/bin/javac}
}

find_jdk() {
    jdk_wanted=$1
    JDK=
    JDK_SEEN=
    if [ -n "${JAVA_HOME:-}" ]; then
        jdk_release "$JAVA_HOME"
        if [ "$RELEASE" -ge "$jdk_wanted" ]; then
            JDK=$JAVA_HOME
            return 0
        fi
        [ "$RELEASE" -eq 0 ] || JDK_SEEN="$JDK_SEEN
  $JAVA_HOME (JAVA_HOME): Java $RELEASE"
    fi
    jdk_of_path
    if [ -n "$ON_PATH" ]; then
        jdk_release "$ON_PATH"
        if [ "$RELEASE" -ge "$jdk_wanted" ]; then
            JDK=$ON_PATH
            return 0
        fi
    fi
    jdk_best=9999
    # JDK_ROOT stands before every absolute folder; tests set it to a folder of their own
    jdk_root=${JDK_ROOT:-}
    for jdk_dir in \
        "$jdk_root"/usr/lib/jvm/* "$jdk_root"/usr/lib64/jvm/* "$jdk_root"/usr/java/* \
        "$jdk_root"/usr/local/java/* "$jdk_root"/usr/local/jdk* "$jdk_root"/usr/local/openjdk* \
        "$jdk_root"/opt/*jdk* "$jdk_root"/opt/*java* "$jdk_root"/opt/java/* "$jdk_root"/opt/jdk/* "$jdk_root"/opt/jvm/* \
        "$jdk_root"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$jdk_root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$jdk_root"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$jdk_root"/snap/openjdk/current/jdk \
        "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/* "${HOME:-/nowhere}"/.local/share/jdks/* \
        "${HOME:-/nowhere}"/.asdf/installs/java/* "${HOME:-/nowhere}"/.local/share/mise/installs/java/* \
        "${HOME:-/nowhere}"/.jenv/versions/* \
        "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -d "$jdk_dir" ] || continue
        jdk_release "$jdk_dir"
        if [ "$RELEASE" -ge "$jdk_wanted" ]; then
            if [ "$RELEASE" -lt "$jdk_best" ]; then
                jdk_best=$RELEASE
                JDK=$jdk_dir
            fi
        elif [ "$RELEASE" -gt 0 ]; then
            case $JDK_SEEN in
            *"$jdk_dir"*) ;;
            *) JDK_SEEN="$JDK_SEEN
  $jdk_dir: Java $RELEASE" ;;
            esac
        fi
    done
    [ -n "$JDK" ]
}

# explain_no_jdk: on standard error, what was looked for, what was seen, how to get one.
explain_no_jdk() {
    echo "Gorrery needs a JDK (Java development kit), release $jdk_wanted or later, and found none." >&2
    if [ -n "$JDK_SEEN" ]; then
        echo "Seen, but too old:$JDK_SEEN" >&2
    fi
    cat >&2 <<'TEXT'
Get one, for example:
  Debian, Ubuntu   apt install openjdk-25-jdk
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  any system       an archive from https://adoptium.net, unpacked into ~/.jdks
or set JAVA_HOME to one that stands elsewhere.
TEXT
}
