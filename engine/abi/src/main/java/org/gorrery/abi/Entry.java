package org.gorrery.abi;

/// Static methods of the runtime that generated code calls (classes [Owner]); name and descriptor.
///
/// Where a descriptor starts with the G, the next long is `sp` of the calling frame, whose pc slot holds the call's pc: such a call
/// may reach a safepoint. Types, maps, channels, addresses are longs. First result as JVM result, others in `g.r1` … as said.
/// What "returns what to throw" is thrown by the caller with `athrow`, so that the JVM knows that control ends.
public enum Entry {
    /// A zeroed object: type address → address.
    NEWOBJECT(Owner.HEAP, "newobject", "(LG;JJ)J"),

    /// A zeroed small object: span class (a constant of [SizeClasses#spanClass]), bytes, type address → address.
    NEWSMALL(Owner.HEAP, "newsmall", "(LG;JIIJ)J"),

    /// Element type address, count → address of zeroed memory; panics as makeslice where too large.
    NEWARRAY(Owner.HEAP, "newarray", "(LG;JJJ)J"),

    /// Element type address, len, cap → address. Panics: `makeslice: len out of range`, `makeslice: cap out of range`.
    MAKESLICE(Owner.HEAP, "makeslice", "(LG;JJJJ)J"),

    /// Element type, old address, old len, old cap, new len, number added → new address; r1: new cap. Copies the old elements.
    GROWSLICE(Owner.HEAP, "growslice", "(LG;JJJJJJJ)J"),

    /// Two strings (ptr, len each) → ptr; r1: len.
    CONCAT2(Owner.STRING, "concat2", "(LG;JJJJJ)J"),

    /// Three strings → ptr; r1: len.
    CONCAT3(Owner.STRING, "concat3", "(LG;JJJJJJJ)J"),

    /// Address of host-word pairs (ptr, len), count → ptr; r1: len.
    CONCAT_N(Owner.STRING, "concatN", "(LG;JJJ)J"),

    /// As [#CONCAT2], with room for a short result ([FrameLayout#TEXT_BYTES]) ahead of the strings.
    CONCAT2_IN(Owner.STRING, "concat2In", "(LG;JJJJJJ)J"),

    /// As [#CONCAT3], with room for a short result ahead of the strings.
    CONCAT3_IN(Owner.STRING, "concat3In", "(LG;JJJJJJJJ)J"),

    /// As [#CONCAT_N], with room for a short result ahead of the list.
    CONCAT_N_IN(Owner.STRING, "concatNIn", "(LG;JJJJ)J"),

    /// Two strings → negative, 0 or positive. No safepoint.
    CMPSTRING(Owner.STRING, "cmpstring", "(JJJJ)I"),

    /// Two addresses, bytes → equal. No safepoint.
    EQMEM(Owner.STRING, "eqmem", "(JJJ)Z"),

    /// Bytes (ptr, len), byte → place of the first such byte, or -1. No safepoint.
    INDEX_BYTE(Owner.STRING, "indexByte", "(JJI)J"),

    /// Bytes (ptr, len), byte → how many such bytes. No safepoint.
    COUNT_BYTE(Owner.STRING, "countByte", "(JJI)J"),

    /// Bytes (ptr, len), bytes looked for (ptr, len) → place of the first, or -1. No safepoint.
    INDEX(Owner.STRING, "index", "(JJJJ)J"),

    /// x, y, z → x·y + z, rounded once. No safepoint.
    FMA(Owner.MATH, "fma", "(DDD)D"),

    /// The nearest integer, of two the even one. No safepoint.
    ROUND_TO_EVEN(Owner.MATH, "roundToEven", "(D)D"),

    /// Bytes (ptr, len) → ptr of a copy; len is unchanged.
    BYTES_TO_STRING(Owner.STRING, "bytesToString", "(LG;JJJ)J"),

    /// String → ptr of a copy; r1: cap.
    STRING_TO_BYTES(Owner.STRING, "stringToBytes", "(LG;JJJ)J"),

    /// As [#BYTES_TO_STRING], with room for a short result ahead of the bytes.
    BYTES_TO_STRING_IN(Owner.STRING, "bytesToStringIn", "(LG;JJJJ)J"),

    /// As [#STRING_TO_BYTES], with room for a short result ahead of the string.
    STRING_TO_BYTES_IN(Owner.STRING, "stringToBytesIn", "(LG;JJJJ)J"),

    /// Runes (ptr, len) → ptr; r1: len.
    RUNES_TO_STRING(Owner.STRING, "runesToString", "(LG;JJJ)J"),

    /// String → ptr; r1: len, r2: cap.
    STRING_TO_RUNES(Owner.STRING, "stringToRunes", "(LG;JJJ)J"),

    /// Code point → ptr; r1: len.
    INT_TO_STRING(Owner.STRING, "intToString", "(LG;JJ)J"),

    /// As [#INT_TO_STRING], with room for the result ahead of the code point.
    INT_TO_STRING_IN(Owner.STRING, "intToStringIn", "(LG;JJJ)J"),

    /// String ptr, len, index of a byte ≥ 0x80 → rune (RuneError for invalid). No safepoint.
    DECODE_RUNE(Owner.STRING, "decodeRune", "(JJJ)I"),

    /// String ptr, len, index, the rune just decoded there → bytes it takes. No safepoint.
    RUNE_WIDTH(Owner.STRING, "runeWidth", "(JJJI)I"),

    /// Type address, address of a value → data word of an interface: a copy (shared for zero size and single bytes).
    CONV_T(Owner.IFACE, "convT", "(LG;JJJ)J"),

    /// Type address, value of 1, 2, 4 or 8 bytes in the low bits → data word.
    CONV_T_WORD(Owner.IFACE, "convTWord", "(LG;JJJ)J"),

    /// String → data word.
    CONV_T_STRING(Owner.IFACE, "convTString", "(LG;JJJ)J"),

    /// Slice → data word.
    CONV_T_SLICE(Owner.IFACE, "convTSlice", "(LG;JJJJ)J"),

    /// Interface type, dynamic type address (0: nil) → itab; panics with *runtime.TypeAssertionError.
    ASSERT_I(Owner.IFACE, "assertI", "(LG;JJJ)J"),

    /// Interface type, dynamic type address → itab, or 0 where it is not implemented or nil.
    ASSERT_I2(Owner.IFACE, "assertI2", "(LG;JJJ)J"),

    /// Dynamic type (0: nil), wanted type, static interface type → what to throw.
    PANIC_ASSERT(Owner.IFACE, "panicAssert", "(LG;JJJJ)Ljava/lang/Throwable;"),

    /// Same dynamic type address, data words → equal; panics with runtime error for uncomparable types. For nil types true.
    EFACE_EQ(Owner.IFACE, "efaceEq", "(LG;JJJJ)Z"),

    /// Type address, two addresses of values → equal; may panic as efaceEq.
    TYPE_EQ(Owner.IFACE, "typeEq", "(LG;JJJJ)Z"),

    /// Map type, hint → map.
    MAKEMAP(Owner.MAP, "makemap", "(LG;JJJ)J"),

    /// Map type, map, address of key → address of element or 0.
    MAPACCESS(Owner.MAP, "mapaccess", "(LG;JJJJ)J"),

    /// For 8-byte integer-like keys: map type, map, key → address or 0.
    MAPACCESS64(Owner.MAP, "mapaccess64", "(LG;JJJJ)J"),

    /// For 4-byte integer-like keys.
    MAPACCESS32(Owner.MAP, "mapaccess32", "(LG;JJJI)J"),

    /// For string keys: map type, map, ptr, len.
    MAPACCESS_STR(Owner.MAP, "mapaccessStr", "(LG;JJJJJ)J"),

    /// As mapaccess, inserting: address of element, never 0. Panics: assignment to entry in nil map.
    MAPASSIGN(Owner.MAP, "mapassign", "(LG;JJJJ)J"),

    /// As mapassign for 8-byte integer-like keys.
    MAPASSIGN64(Owner.MAP, "mapassign64", "(LG;JJJJ)J"),

    /// As mapassign for 4-byte integer-like keys.
    MAPASSIGN32(Owner.MAP, "mapassign32", "(LG;JJJI)J"),

    /// As mapassign for string keys.
    MAPASSIGN_STR(Owner.MAP, "mapassignStr", "(LG;JJJJJ)J"),

    /// Map type, map, address of key.
    MAPDELETE(Owner.MAP, "mapdelete", "(LG;JJJJ)V"),

    /// For 8-byte integer-like keys.
    MAPDELETE64(Owner.MAP, "mapdelete64", "(LG;JJJJ)V"),

    /// For 4-byte integer-like keys.
    MAPDELETE32(Owner.MAP, "mapdelete32", "(LG;JJJI)V"),

    /// For string keys.
    MAPDELETE_STR(Owner.MAP, "mapdeleteStr", "(LG;JJJJJ)V"),

    /// Map type, map.
    MAPCLEAR(Owner.MAP, "mapclear", "(LG;JJJ)V"),

    /// Map (0 allowed) → count. No safepoint.
    MAPLEN(Owner.MAP, "maplen", "(J)J"),

    /// Map type, map, address of an iterator of FrameLayout.MAP_ITER_BYTES; moves to the first entry.
    MAPITERINIT(Owner.MAP, "mapiterinit", "(LG;JJJJ)V"),

    /// Address of iterator: moves on; word 0 becomes 0 at the end.
    MAPITERNEXT(Owner.MAP, "mapiternext", "(LG;JJ)V"),

    /// Chan type, size → channel. Panics: makechan: size out of range.
    MAKECHAN(Owner.CHAN, "makechan", "(LG;JJJ)J"),

    /// Channel, address of element.
    CHANSEND(Owner.CHAN, "chansend", "(LG;JJJ)V"),

    /// Channel, address for the element (0: drop) → whether a value was received.
    CHANRECV(Owner.CHAN, "chanrecv", "(LG;JJJ)Z"),

    /// Channel, element of at most 8 bytes in the low bits (floats as bits).
    CHANSEND_WORD(Owner.CHAN, "chansendWord", "(LG;JJJ)V"),

    /// Channel → element as word, sign- or zero-extended by nobody: the low bytes count; r1: 1 if received.
    CHANRECV_WORD(Owner.CHAN, "chanrecvWord", "(LG;JJ)J"),

    /// Channel.
    CLOSECHAN(Owner.CHAN, "closechan", "(LG;JJ)V"),

    /// Channel (0 allowed) → elements queued. No safepoint.
    CHANLEN(Owner.CHAN, "chanlen", "(J)J"),

    /// Channel → capacity. No safepoint.
    CHANCAP(Owner.CHAN, "chancap", "(J)J"),

    /// Address of cases, number, 1 if it may block → index chosen or -1 for default; r1: 1 if a value was received.
    SELECTGO(Owner.CHAN, "selectgo", "(LG;JJII)I"),

    /// select {} : never returns.
    BLOCK(Owner.CHAN, "block", "(LG;J)V"),

    /// Closure of shape func(): a new goroutine. Panics (fatal): go of nil func value.
    NEWPROC(Owner.SCHED, "newproc", "(LG;JJ)V"),

    /// Closure of shape func() to run when the frame at sp returns or panics. A nil closure panics when run.
    DEFERPROC(Owner.PANIC, "deferproc", "(LG;JJ)V"),

    /// Record of a range over a function ([RangeRecord]): the frame at sp runs the calls that its list will hold when its turn comes.
    DEFERRANGE(Owner.PANIC, "deferrange", "(LG;JJ)V"),

    /// Forgets the last deferred call of the frame at sp, which the function itself now makes since it returns.
    DEFERPOP(Owner.PANIC, "deferpop", "(LG;J)V"),

    /// Runs the deferred calls of the frame at sp, last first.
    DEFERRETURN(Owner.PANIC, "deferreturn", "(LG;J)V"),

    /// In a catch of everything, in the frame with defers: runs them; returns if recovered, else throws on.
    HANDLE_PANIC(Owner.PANIC, "handlePanic", "(LG;JLjava/lang/Throwable;)V"),

    /// Type, data word of the panic value → what to throw (nil becomes *runtime.PanicNilError).
    GOPANIC(Owner.PANIC, "gopanic", "(LG;JJJ)Ljava/lang/Throwable;"),

    /// Text (ptr, len): what to throw where a wrapper finds a nil pointer for a value method's receiver.
    PANIC_WRAP(Owner.PANIC, "panicWrap", "(LG;JJJ)Ljava/lang/Throwable;"),

    /// As GORECOVER, for a recover that is deferred itself: in the frame of the wrapper that the end of the deferring function runs.
    GORECOVER_DEFERRED(Owner.PANIC, "gorecoverDeferred", "(LG;J)J"),

    /// sp of the calling function's frame → type word of the recovered value or 0; r1: data word.
    GORECOVER(Owner.PANIC, "gorecover", "(LG;J)J"),

    /// A statement begins (programs built for a debugger): its number.
    DEBUG_STATEMENT(Owner.SCHED, "debugStatement", "(LG;JI)V"),

    /// In a compiler-made wrapper at sp, before it calls the wrapped function at the second address: keeps recover right.
    WRAPPER_CALL(Owner.PANIC, "wrapperCall", "(LG;JJ)V"),

    /// Site, pointer: nil dereference, or of what points nowhere → what to throw. Stores the site's pc at sp.
    PANIC_NIL(Owner.PANIC, "panicNil", "(LG;JIJ)Ljava/lang/Throwable;"),

    /// Address, bytes, closed how ([AddressLayout#CLOSED_TO_READS] …): faults where one of them lies in a page so closed.
    CHECK_ACCESS(Owner.PANIC, "checkAccess", "(LG;JJJI)V"),

    /// Site, index, length → what to throw (negative index words by sign).
    PANIC_INDEX(Owner.PANIC, "panicIndex", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// As panicIndex for an unsigned index.
    PANIC_INDEX_U(Owner.PANIC, "panicIndexU", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// Site, code (SliceFault ordinal), bound, limit.
    PANIC_SLICE(Owner.PANIC, "panicSlice", "(LG;JIIJJ)Ljava/lang/Throwable;"),

    /// Site, slice length, array length wanted.
    PANIC_SLICE_CONVERT(Owner.PANIC, "panicSliceConvert", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// Site: integer divide by zero.
    PANIC_DIVIDE(Owner.PANIC, "panicDivide", "(LG;JI)Ljava/lang/Throwable;"),

    /// Site: negative shift amount.
    PANIC_SHIFT(Owner.PANIC, "panicShift", "(LG;JI)Ljava/lang/Throwable;"),

    /// Site, code: 0 unsafe.Slice len out of range, 1 unsafe.Slice ptr nil, 2 unsafe.String len, 3 unsafe.String nil.
    PANIC_UNSAFE(Owner.PANIC, "panicUnsafe", "(LG;JII)Ljava/lang/Throwable;"),

    /// Site, base, length of a slice or string header that lies outside the window.
    PANIC_HEADER(Owner.PANIC, "panicHeader", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// Code: misuse of a range-over-func iterator (1 continued after exit, 2 after panic, 3 after whole loop exit, 4 missed panic).
    PANIC_RANGE(Owner.PANIC, "panicRange", "(LG;JI)Ljava/lang/Throwable;"),

    /// sp, frame bytes; at a function's entry when sp > limit: preemption or a new segment → the sp to run at.
    MORESTACK(Owner.SCHED, "morestack", "(LG;JI)J"),

    /// sp, the sp morestack gave: after the function returned on another segment.
    LESSSTACK(Owner.SCHED, "lessstack", "(LG;JJ)V"),

    /// Preemption requested: yields, stops, samples. The frame's pc and slots are in place.
    POLL(Owner.SCHED, "poll", "(LG;J)V"),

    /// Loop fuel spent: polls if requested; → fuel.
    REFILL(Owner.SCHED, "refill", "(LG;J)I"),

    /// print of a bool.
    PRINT_BOOL(Owner.PRINT, "printBool", "(LG;JI)V"),

    /// print of a signed integer.
    PRINT_INT(Owner.PRINT, "printInt", "(LG;JJ)V"),

    /// print of an unsigned integer.
    PRINT_UINT(Owner.PRINT, "printUint", "(LG;JJ)V"),

    /// print of a float, as println of Go 1.26 does (shortest digits).
    PRINT_FLOAT(Owner.PRINT, "printFloat", "(LG;JD)V"),

    /// print of a float32: its own shortest digits.
    PRINT_FLOAT32(Owner.PRINT, "printFloat32", "(LG;JF)V"),

    /// print of a complex64.
    PRINT_COMPLEX64(Owner.PRINT, "printComplex64", "(LG;JFF)V"),

    /// print of a complex.
    PRINT_COMPLEX(Owner.PRINT, "printComplex", "(LG;JDD)V"),

    /// print of a string.
    PRINT_STRING(Owner.PRINT, "printString", "(LG;JJJ)V"),

    /// print of a pointer, map, channel, func.
    PRINT_POINTER(Owner.PRINT, "printPointer", "(LG;JJ)V"),

    /// print of a slice: [len/cap]ptr.
    PRINT_SLICE(Owner.PRINT, "printSlice", "(LG;JJJJ)V"),

    /// print of an interface: (type,data).
    PRINT_IFACE(Owner.PRINT, "printIface", "(LG;JJJ)V"),

    /// Begins one print call: its parts come out together.
    PRINT_LOCK(Owner.PRINT, "printLock", "(LG;J)V"),

    /// Ends one print call and writes it to standard error.
    PRINT_UNLOCK(Owner.PRINT, "printUnlock", "(LG;J)V");

    /// The classes that hold the entry points, by subject; all in package `org.gorrery.runtime.entry`.
    public enum Owner {
        HEAP("HeapEntry"),
        STRING("StringEntry"),
        MATH("MathEntry"),
        IFACE("IfaceEntry"),
        MAP("MapEntry"),
        CHAN("ChanEntry"),
        SCHED("SchedEntry"),
        PANIC("PanicEntry"),
        PRINT("PrintEntry");

        private final String internalName;

        Owner(String simpleName) {
            this.internalName = "org/gorrery/runtime/entry/" + simpleName;
        }
    }

    private final Owner owner;
    private final String method;
    private final String descriptor;

    Entry(Owner owner, String method, String descriptor) {
        this.owner = owner;
        this.method = method;
        this.descriptor = descriptor.replace("LG;", "L" + RuntimeNames.G + ";");
    }

    /// Internal name of the class that holds it.
    public String owner() {
        return owner.internalName;
    }

    /// Name of the static method.
    public String method() {
        return method;
    }

    /// JVM descriptor.
    public String descriptor() {
        return descriptor;
    }

    /// Whether it takes G and sp: a call site with pc and live slots.
    public boolean isSafepoint() {
        return descriptor.startsWith("(L");
    }
}
