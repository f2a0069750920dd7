package org.gorrery.abi;

/// Static methods of the runtime that generated code calls (class [RuntimeNames#RT]); name and descriptor.
///
/// Where a descriptor starts with the G, the next long is `sp` of the calling frame, whose pc slot holds the call's pc: such a call
/// may reach a safepoint. Types, maps, channels, addresses are longs. First result as JVM result, others in `g.r1` … as said.
/// What "returns what to throw" is thrown by the caller with `athrow`, so that the JVM knows that control ends.
public enum Entry {
    /// A zeroed object: type address → address.
    NEWOBJECT("newobject", "(LG;JJ)J"),

    /// A zeroed small object: span class (a constant of [SizeClasses#spanClass]), bytes, type address → address.
    NEWSMALL("newsmall", "(LG;JIIJ)J"),

    /// Element type address, count → address of zeroed memory; panics as makeslice where too large.
    NEWARRAY("newarray", "(LG;JJJ)J"),

    /// Element type address, len, cap → address. Panics: `makeslice: len out of range`, `makeslice: cap out of range`.
    MAKESLICE("makeslice", "(LG;JJJJ)J"),

    /// Element type, old address, old len, old cap, new len, number added → new address; r1: new cap. Copies the old elements.
    GROWSLICE("growslice", "(LG;JJJJJJ)J"),

    /// Two strings (ptr, len each) → ptr; r1: len.
    CONCAT2("concat2", "(LG;JJJJJ)J"),

    /// Three strings → ptr; r1: len.
    CONCAT3("concat3", "(LG;JJJJJJJ)J"),

    /// Address of host-word pairs (ptr, len), count → ptr; r1: len.
    CONCAT_N("concatN", "(LG;JJJ)J"),

    /// Two strings → negative, 0 or positive. No safepoint.
    CMPSTRING("cmpstring", "(JJJJ)I"),

    /// Two addresses, bytes → equal. No safepoint.
    EQMEM("eqmem", "(JJJ)Z"),

    /// Bytes (ptr, len) → ptr of a copy; len is unchanged.
    BYTES_TO_STRING("bytesToString", "(LG;JJJ)J"),

    /// String → ptr of a copy; r1: cap.
    STRING_TO_BYTES("stringToBytes", "(LG;JJJ)J"),

    /// Runes (ptr, len) → ptr; r1: len.
    RUNES_TO_STRING("runesToString", "(LG;JJJ)J"),

    /// String → ptr; r1: len, r2: cap.
    STRING_TO_RUNES("stringToRunes", "(LG;JJJ)J"),

    /// Code point → ptr; r1: len.
    INT_TO_STRING("intToString", "(LG;JJ)J"),

    /// String ptr, len, index of a byte ≥ 0x80 → rune (RuneError for invalid). No safepoint.
    DECODE_RUNE("decodeRune", "(JJJ)I"),

    /// String ptr, len, index, the rune just decoded there → bytes it takes. No safepoint.
    RUNE_WIDTH("runeWidth", "(JJJI)I"),

    /// Type address, address of a value → data word of an interface: a copy (shared for zero size and single bytes).
    CONV_T("convT", "(LG;JJJ)J"),

    /// Type address, value of 1, 2, 4 or 8 bytes in the low bits → data word.
    CONV_T_WORD("convTWord", "(LG;JJJ)J"),

    /// String → data word.
    CONV_T_STRING("convTString", "(LG;JJJ)J"),

    /// Slice → data word.
    CONV_T_SLICE("convTSlice", "(LG;JJJJ)J"),

    /// Interface type, dynamic type address (0: nil) → itab; panics with *runtime.TypeAssertionError.
    ASSERT_I("assertI", "(LG;JJJ)J"),

    /// Interface type, dynamic type address → itab, or 0 where it is not implemented or nil.
    ASSERT_I2("assertI2", "(LG;JJJ)J"),

    /// Dynamic type (0: nil), wanted type, static interface type → what to throw.
    PANIC_ASSERT("panicAssert", "(LG;JJJJ)Ljava/lang/Throwable;"),

    /// Same dynamic type address, data words → equal; panics with runtime error for uncomparable types. For nil types true.
    EFACE_EQ("efaceEq", "(LG;JJJJ)Z"),

    /// Type address, two addresses of values → equal; may panic as efaceEq.
    TYPE_EQ("typeEq", "(LG;JJJJ)Z"),

    /// Map type, hint → map.
    MAKEMAP("makemap", "(LG;JJJ)J"),

    /// Map type, map, address of key → address of element or 0.
    MAPACCESS("mapaccess", "(LG;JJJJ)J"),

    /// For 8-byte integer-like keys: map type, map, key → address or 0.
    MAPACCESS64("mapaccess64", "(LG;JJJJ)J"),

    /// For 4-byte integer-like keys.
    MAPACCESS32("mapaccess32", "(LG;JJJI)J"),

    /// For string keys: map type, map, ptr, len.
    MAPACCESS_STR("mapaccessStr", "(LG;JJJJJ)J"),

    /// As mapaccess, inserting: address of element, never 0. Panics: assignment to entry in nil map.
    MAPASSIGN("mapassign", "(LG;JJJJ)J"),

    /// As mapassign for 8-byte integer-like keys.
    MAPASSIGN64("mapassign64", "(LG;JJJJ)J"),

    /// As mapassign for 4-byte integer-like keys.
    MAPASSIGN32("mapassign32", "(LG;JJJI)J"),

    /// As mapassign for string keys.
    MAPASSIGN_STR("mapassignStr", "(LG;JJJJJ)J"),

    /// Map type, map, address of key.
    MAPDELETE("mapdelete", "(LG;JJJJ)V"),

    /// For 8-byte integer-like keys.
    MAPDELETE64("mapdelete64", "(LG;JJJJ)V"),

    /// For 4-byte integer-like keys.
    MAPDELETE32("mapdelete32", "(LG;JJJI)V"),

    /// For string keys.
    MAPDELETE_STR("mapdeleteStr", "(LG;JJJJJ)V"),

    /// Map type, map.
    MAPCLEAR("mapclear", "(LG;JJJ)V"),

    /// Map (0 allowed) → count. No safepoint.
    MAPLEN("maplen", "(J)J"),

    /// Map type, map, address of an iterator of FrameLayout.MAP_ITER_BYTES; moves to the first entry.
    MAPITERINIT("mapiterinit", "(LG;JJJJ)V"),

    /// Address of iterator: moves on; word 0 becomes 0 at the end.
    MAPITERNEXT("mapiternext", "(LG;JJ)V"),

    /// Chan type, size → channel. Panics: makechan: size out of range.
    MAKECHAN("makechan", "(LG;JJJ)J"),

    /// Channel, address of element.
    CHANSEND("chansend", "(LG;JJJ)V"),

    /// Channel, address for the element (0: drop) → whether a value was received.
    CHANRECV("chanrecv", "(LG;JJJ)Z"),

    /// Channel, element of at most 8 bytes in the low bits (floats as bits).
    CHANSEND_WORD("chansendWord", "(LG;JJJ)V"),

    /// Channel → element as word, sign- or zero-extended by nobody: the low bytes count; r1: 1 if received.
    CHANRECV_WORD("chanrecvWord", "(LG;JJ)J"),

    /// Channel.
    CLOSECHAN("closechan", "(LG;JJ)V"),

    /// Channel (0 allowed) → elements queued. No safepoint.
    CHANLEN("chanlen", "(J)J"),

    /// Channel → capacity. No safepoint.
    CHANCAP("chancap", "(J)J"),

    /// Address of cases, number, 1 if it may block → index chosen or -1 for default; r1: 1 if a value was received.
    SELECTGO("selectgo", "(LG;JJII)I"),

    /// select {} : never returns.
    BLOCK("block", "(LG;J)V"),

    /// Closure of shape func(): a new goroutine. Panics (fatal): go of nil func value.
    NEWPROC("newproc", "(LG;JJ)V"),

    /// Closure of shape func() to run when the frame at sp returns or panics. A nil closure panics when run.
    DEFERPROC("deferproc", "(LG;JJ)V"),

    /// Runs the deferred calls of the frame at sp, last first.
    DEFERRETURN("deferreturn", "(LG;J)V"),

    /// In a catch of everything, in the frame with defers: runs them; returns if recovered, else throws on.
    HANDLE_PANIC("handlePanic", "(LG;JLjava/lang/Throwable;)V"),

    /// Type, data word of the panic value → what to throw (nil becomes *runtime.PanicNilError).
    GOPANIC("gopanic", "(LG;JJJ)Ljava/lang/Throwable;"),

    /// sp of the calling function's frame → type word of the recovered value or 0; r1: data word.
    GORECOVER("gorecover", "(LG;J)J"),

    /// In a compiler-made wrapper at sp, before it calls the wrapped function at the second address: keeps recover right.
    WRAPPER_CALL("wrapperCall", "(LG;JJ)V"),

    /// Site: nil dereference (or wild pointer) → what to throw. Stores the site's pc at sp.
    PANIC_NIL("panicNil", "(LG;JI)Ljava/lang/Throwable;"),

    /// Site, index, length → what to throw (negative index words by sign).
    PANIC_INDEX("panicIndex", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// As panicIndex for an unsigned index.
    PANIC_INDEX_U("panicIndexU", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// Site, code (SliceFault ordinal), bound, limit.
    PANIC_SLICE("panicSlice", "(LG;JIIJJ)Ljava/lang/Throwable;"),

    /// Site, slice length, array length wanted.
    PANIC_SLICE_CONVERT("panicSliceConvert", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// Site: integer divide by zero.
    PANIC_DIVIDE("panicDivide", "(LG;JI)Ljava/lang/Throwable;"),

    /// Site: negative shift amount.
    PANIC_SHIFT("panicShift", "(LG;JI)Ljava/lang/Throwable;"),

    /// Site, code: 0 unsafe.Slice len out of range, 1 unsafe.Slice ptr nil, 2 unsafe.String len, 3 unsafe.String nil.
    PANIC_UNSAFE("panicUnsafe", "(LG;JII)Ljava/lang/Throwable;"),

    /// Site, base, length of a slice or string header that lies outside the window.
    PANIC_HEADER("panicHeader", "(LG;JIJJ)Ljava/lang/Throwable;"),

    /// Code: misuse of a range-over-func iterator (1 continued after exit, 2 after panic, 3 after whole loop exit, 4 missed panic).
    PANIC_RANGE("panicRange", "(LG;JI)Ljava/lang/Throwable;"),

    /// sp, frame bytes; at a function's entry when sp > limit: preemption or a new segment → the sp to run at.
    MORESTACK("morestack", "(LG;JI)J"),

    /// sp, the sp morestack gave: after the function returned on another segment.
    LESSSTACK("lessstack", "(LG;JJ)V"),

    /// Preemption requested: yields, stops, samples. The frame's pc and slots are in place.
    POLL("poll", "(LG;J)V"),

    /// Loop fuel spent: polls if requested; → fuel.
    REFILL("refill", "(LG;J)I"),

    /// print of a bool.
    PRINT_BOOL("printBool", "(LG;JI)V"),

    /// print of a signed integer.
    PRINT_INT("printInt", "(LG;JJ)V"),

    /// print of an unsigned integer.
    PRINT_UINT("printUint", "(LG;JJ)V"),

    /// print of a float, as runtime's println does (+1.000000e+000).
    PRINT_FLOAT("printFloat", "(LG;JD)V"),

    /// print of a complex.
    PRINT_COMPLEX("printComplex", "(LG;JDD)V"),

    /// print of a string.
    PRINT_STRING("printString", "(LG;JJJ)V"),

    /// print of a pointer, map, channel, func.
    PRINT_POINTER("printPointer", "(LG;JJ)V"),

    /// print of a slice: [len/cap]ptr.
    PRINT_SLICE("printSlice", "(LG;JJJJ)V"),

    /// print of an interface: (type,data).
    PRINT_IFACE("printIface", "(LG;JJJ)V"),

    /// Begins one print call: its parts come out together.
    PRINT_LOCK("printLock", "(LG;J)V"),

    /// Ends one print call and writes it to standard error.
    PRINT_UNLOCK("printUnlock", "(LG;J)V");

    private final String method;
    private final String descriptor;

    Entry(String method, String descriptor) {
        this.method = method;
        this.descriptor = descriptor.replace("LG;", "L" + RuntimeNames.G + ";");
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
