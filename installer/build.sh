# Builds Gorrery for the launcher. To be sourced by a POSIX shell:
#
#   build_if_needed HERE JDK   sets LAUNCH to the folder with all that a launch needs, and builds it
#                              first if it is not there or older than a source. Ends the shell with
#                              status 1 if the build fails. Wants the JVM flags of the engine in engine_flags.
#
# A build fills a fresh folder, which then takes the place of the old one: what already runs is not disturbed.

# newer_than STAMP PATH...: true if something under a path, tests left out, is newer.
newer_than() {
    newer_stamp=$1
    shift
    [ -n "$(find "$@" -newer "$newer_stamp" -print 2>/dev/null | head -n 1)" ]
}

# why_build HERE: sets WHY to the reason for a build, empty if there is none.
why_build() {
    WHY=
    if [ ! -f "$LAUNCH/built" ]; then
        WHY="on first use; libraries are downloaded once"
    elif newer_than "$LAUNCH/built" "$1/pom.xml" \
        "$1"/engine/pom.xml "$1"/engine/*/pom.xml "$1"/engine/*/src/main \
        "$1"/ui-resources/pom.xml "$1"/ui-resources/src/main \
        "$1"/sample-programs/pom.xml "$1"/sample-programs/src/main \
        "$1"/app/pom.xml "$1"/app/src/main; then
        WHY="because sources are newer"
    fi
}

build_if_needed() {
    LAUNCH=$1/app/target/launch
    why_build "$1"
    if [ -n "$WHY" ]; then
        mkdir -p "$1/app/target"
        take_build_lock "$1/app/target/launch.lock"
        # Another launcher may have built while this one waited
        why_build "$1"
        [ -z "$WHY" ] || build "$1" "$2" "$WHY"
        rm -f "$build_lock"
        trap - INT TERM
    fi
    # A changed sample needs no build: the explorer reads the copies
    samples=$1/sample-programs/programs
    if [ -d "$samples" ] && { [ ! -f "$LAUNCH/samples/copied" ] || newer_than "$LAUNCH/samples/copied" "$samples"; }; then
        rm -rf "$LAUNCH/samples"
        mkdir -p "$LAUNCH/samples/org/gorrery/samples"
        : >"$LAUNCH/samples/copied"
        cp -R "$samples/." "$LAUNCH/samples/org/gorrery/samples/"
    fi
}

# build HERE JDK WHY
build() {
    build_target=$1/app/target
    build_new=$build_target/launch.new
    build_log=$build_target/launch.log
    rm -rf "$build_new"
    mkdir -p "$build_new"
    # Made before the build, so that a source saved while it runs counts as newer
    : >"$build_new/built"
    echo "gorrery: building $3" >&2
    # shellcheck disable=SC2086
    {
        build_status=0
        (cd "$1" && JAVA_HOME=$2 ./mvnw -B -Pquick,launch -Dmaven.test.skip=true "-Dlaunch.folder=$build_new" \
            ${GORRERY_MAVEN_OPTS:-} -pl app -am package) || build_status=$?
        printf '\nbuild ended with %s\n' "$build_status"
    } </dev/null 2>&1 | tee "$build_log" | build_progress
    if [ "$(tail -n 1 "$build_log")" != "build ended with 0" ]; then
        rm -f "$build_lock"
        echo "gorrery: the build failed; its whole output is in $build_log" >&2
        # What Maven says up to its general advice, or what mvnw said where there is no Maven
        sed -n -e '/-> \[Help 1\]/q' -e 's/^\[ERROR\] //p' -e '/^Gorrery is built/,/^  any system/p' "$build_log" | head -n 20 >&2
        exit 1
    fi
    rm -rf "$build_target/launch.old"
    [ ! -d "$build_target/launch" ] || mv "$build_target/launch" "$build_target/launch.old"
    mv "$build_new" "$build_target/launch"
    rm -rf "$build_target/launch.old"
    make_start_fast "$1" "$2"
}

# make_start_fast HERE JDK: lets the JVM note, while a program is compiled and run, which classes it loads and which methods are
# hot, and keep that in run.aot, which halves the time of later starts. Before, Readymade.java makes methods of what would be made
# anew at each start. Without both all works, more slowly.
#
# What the JVM compiled in this run it compiles in later ones as soon as a class is there, and as far as here: the first compiler of
# the two is enough for a compiler that runs for half a second, and takes a tenth of the time. Only classes of the compiler, and those
# of the JDK that it is made of, are compiled here. The program is kept on disk as others are, so that the classes for that are known. Of the others nothing is kept, so that what runs the program becomes as fast as ever.
make_start_fast() {
    [ -f "$1/installer/first-run.go" ] || return 0
    learn="-XX:TieredStopAtLevel=1 -XX:CompileCommand=quiet -XX:CompileCommand=exclude,java.util.concurrent*::*"
    for classes in org.gorrery.compiler org.gorrery.session org.gorrery.target jdk.internal.misc jdk.internal.util jdk.internal.access java.lang.classfile jdk.internal.classfile jdk.internal.constant \
        java.lang java.math java.util; do
        learn="$learn -XX:CompileCommand=compileonly,$classes.*::*"
    done
    echo "gorrery: preparing later starts" >&2
    # What javac leaves to the JVM's first use, and the JVM does not keep
    "$2/bin/java" -XX:+UseSerialGC -cp "$LAUNCH/lib/*" "$1/installer/Readymade.java" \
        "$LAUNCH"/lib/gorrery-*.jar >>"$build_log" 2>&1 || :
    # shellcheck disable=SC2086
    GORRERY_CACHE=$LAUNCH/first-run "$2/bin/java" -XX:+UseSerialGC $engine_flags $learn "-XX:AOTCacheOutput=$LAUNCH/new.aot" \
        -cp "$LAUNCH/lib/*" org.gorrery.app.cli.Main run "$1/installer/first-run.go" </dev/null >>"$build_log" 2>&1 || :
    rm -rf "$LAUNCH/first-run"
    [ ! -f "$LAUNCH/new.aot" ] || mv "$LAUNCH/new.aot" "$LAUNCH/run.aot"
}

# take_build_lock FILE: waits while another launcher that is alive builds. The lock holds its process id.
take_build_lock() {
    build_lock=$1
    build_told=
    until (set -C && echo $$ >"$build_lock") 2>/dev/null; do
        build_owner=$(cat "$build_lock" 2>/dev/null) || build_owner=
        if [ -n "$build_owner" ] && ! kill -0 "$build_owner" 2>/dev/null; then
            rm -f "$build_lock"
            continue
        fi
        [ -n "$build_told" ] || echo "gorrery: waiting for another build (process $build_owner)" >&2
        build_told=yes
        sleep 1
        # Without a process id after all this time, its owner ended before it could write one
        [ -n "$build_owner" ] || [ -s "$build_lock" ] || rm -f "$build_lock"
    done
    trap 'rm -f "$build_lock"; exit 130' INT TERM
}

# build_progress: one line for each module that Maven builds, and on a terminal the number of downloads.
build_progress() {
    build_downloads=0
    while IFS= read -r build_line; do
        case $build_line in
        "[INFO] Building "*"["*"/"*"]")
            build_name=${build_line#"[INFO] Building "}
            build_step=${build_name##*"["}
            build_name=${build_name%%" 0."*}
            printf 'gorrery: %s  %s\n' "[$build_step" "${build_name#Gorrery }" >&2
            ;;
        "Downloaded from"*)
            build_downloads=$((build_downloads + 1))
            [ ! -t 2 ] || printf 'gorrery: %s files downloaded\r' "$build_downloads" >&2
            ;;
        esac
    done
}
