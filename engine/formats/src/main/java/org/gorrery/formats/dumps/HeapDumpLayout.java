package org.gorrery.formats.dumps;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What differs between the heap dumps of Go's releases. Go 1.7 to today write one layout under one first line; 1.5 and
/// 1.6 the same under their own.
///
/// Source: Go wiki, pages heapdump13, heapdump14 and heapdump15-through-heapdump17.
enum HeapDumpLayout {
    /// Objects name their type and how it repeats; pointers stand in the type's record.
    GO_1_3(3, true),
    /// Objects list their pointers, interfaces included, as every later layout does.
    GO_1_4(4, false),
    /// Interfaces are pairs of pointers; the architecture is a name.
    GO_1_5(5, false),
    /// As 1.5.
    GO_1_6(6, false),
    /// An itab names the type stored in the interface.
    GO_1_7(7, false);

    /// Kind of a field: a pointer, in every layout; it also stands for strings and slices, whose first word it is.
    static final int POINTER = 1;

    private final int release;
    private final boolean typedObjects;

    HeapDumpLayout(int release, boolean typedObjects) {
        this.release = release;
        this.typedObjects = typedObjects;
    }

    /// Finds the layout of a file.
    ///
    /// @param bytes the unpacked file
    /// @return the layout that its first line names, or null
    static @Nullable HeapDumpLayout of(byte[] bytes) {
        String start =
                new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (HeapDumpLayout l : values()) {
            if (start.equals(l.header())) {
                return l;
            }
        }
        return null;
    }

    /// {@return the first line, its end included}
    String header() {
        return "go1." + release + " heap dump\n";
    }

    /// {@return whether objects refer to a type that lists their pointers, instead of listing them}
    boolean typedObjects() {
        return typedObjects;
    }

    /// {@return whether the parameters give the size of a channel's header}
    boolean channelHeader() {
        return this == GO_1_3;
    }

    /// {@return whether the architecture is the letter of its compiler, not a name}
    boolean archIsLetter() {
        return release <= 4;
    }

    /// {@return whether an itab's record says itself whether the data word is a pointer, instead of naming the type}
    boolean itabHoldsFlag() {
        return this == GO_1_3;
    }

    /// {@return the greatest kind of field}
    int lastFieldKind() {
        return this == GO_1_3 ? 5 : 3;
    }

    /// {@return whether a field of this kind is an interface with methods: a pointer to an itab, then data}
    /// @param kind the kind of field
    boolean isIface(int kind) {
        return kind == (this == GO_1_3 ? 4 : 2);
    }

    /// {@return whether a field of this kind is an empty interface: a pointer to a type, then data}
    /// @param kind the kind of field
    boolean isEface(int kind) {
        return kind == (this == GO_1_3 ? 5 : 3);
    }

    /// Tells which Go wrote a dump: before 1.7 the record of parameters has the experiments only.
    ///
    /// @param written what the record says
    /// @return a version such as `go1.26.8-X:synctest`
    String writer(String written) {
        if (this == GO_1_7) {
            return written;
        }
        return "go1." + release + (written.isEmpty() ? "" : "-X:" + written);
    }

    /// Turns the letter of a compiler of Go 1.4 and before into GOARCH.
    ///
    /// @param letter the character's code
    /// @return the name, or the letter where no port had it
    static String arch(long letter) {
        return switch ((int) Math.min(letter, Character.MAX_VALUE)) {
            case '5' -> "arm";
            case '6' -> "amd64";
            case '8' -> "386";
            case '9' -> "power64";
            default -> String.valueOf((char) Math.min(letter, Character.MAX_VALUE));
        };
    }
}
