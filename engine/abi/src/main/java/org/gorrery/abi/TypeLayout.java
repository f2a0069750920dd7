package org.gorrery.abi;

/// Layout in memory of type descriptors, as the compiler writes them into rodata and runtime and `reflect` read them.
///
/// The same on every target: all numbers are little-endian of fixed width, all references are 32-bit offsets from
/// [AddressLayout#rodata] (0: none), all strings are a pair (offset, length in bytes). A type's address is `rodata + offset`.
public final class TypeLayout {
    private TypeLayout() {}

    /// u64: size in bytes.
    public static final int SIZE = 0;

    /// u64: bytes from the start that may hold pointers; 0 where there are none.
    public static final int PTR_BYTES = 8;

    /// u32: hash, equal for identical types.
    public static final int HASH = 16;

    /// u8: kind, numbered as `reflect.Kind`.
    public static final int KIND = 20;

    /// u8: alignment in variables.
    public static final int ALIGN = 21;

    /// u8: alignment in struct fields.
    public static final int FIELD_ALIGN = 22;

    /// u8: flags, see `FLAG_…`.
    public static final int FLAGS = 23;

    /// String: as `reflect.Type.String` gives it (`main.T`, `[]int`).
    public static final int STRING = 24;

    /// String: the bare name of a named type (type arguments included), else empty.
    public static final int NAME = 32;

    /// String: import path of a named type or a struct/interface with unexported members.
    public static final int PKG_PATH = 40;

    /// i32 reference: descriptor of the pointer type to this one, or 0.
    public static final int PTR_TO_THIS = 48;

    /// i32 reference: method list (u32 count, u32 pad, then [#METHOD_BYTES] each, sorted by name), or 0.
    public static final int METHODS = 52;

    /// i32 reference: pointer bitmap, one bit per target word for PTR_BYTES, low bit first; 0 for an array type
    /// of more than 1024 words, whose elements repeat their own bitmap.
    public static final int GC_MASK = 56;

    /// i32 reference: element type of pointer, slice, array, chan, map; of a named interface type the unnamed one.
    public static final int ELEM = 60;

    /// i32 reference: key type of a map.
    public static final int KEY = 64;

    /// i32: chan direction (1 recv, 2 send, 3 both); func: ins | outs << 16, sign bit: variadic; struct: fields; interface: methods.
    public static final int AUX = 68;

    /// u64: array length.
    public static final int LENGTH = 72;

    /// i32 reference: struct fields, func parameter types (i32 each, ins then outs), interface methods.
    public static final int LIST = 80;

    /// i32 reference: descriptor of the slice type of this one, or 0.
    public static final int SLICE_OF_THIS = 84;

    /// Bytes of a descriptor.
    public static final int BYTES = 88;

    /// The type has a name.
    public static final int FLAG_NAMED = 1;

    /// `==` is defined for the type (it may still panic inside an interface).
    public static final int FLAG_COMPARABLE = 2;

    /// An interface holds the value itself, since it is one pointer.
    public static final int FLAG_DIRECT = 4;

    /// Equality is equality of all bytes.
    public static final int FLAG_REGULAR_MEMORY = 8;

    /// The key of a map needs no update on overwrite and hashes as memory: integers, pointers, channels.
    public static final int FLAG_INTEGER_LIKE = 16;

    /// Method entry: name (string), package path for unexported (string), i32 func type without receiver, i32 entry thunk
    /// index taking the interface's data word as receiver, i32 entry thunk index taking the receiver itself, i32 flags (1 exported).
    /// A thunk index is -1 where the closed world calls it nowhere dynamically.
    public static final int METHOD_BYTES = 32;

    /// Offset in a method entry of the func type.
    public static final int METHOD_TYPE = 16;

    /// Offset in a method entry of the thunk taking the data word.
    public static final int METHOD_IFN = 20;

    /// Offset in a method entry of the thunk taking the receiver.
    public static final int METHOD_TFN = 24;

    /// Offset in a method entry of the flags.
    public static final int METHOD_FLAGS = 28;

    /// Field entry: name, package path (strings), i32 type, i32 flags (1 embedded, 2 exported), tag (string), u64 offset.
    public static final int FIELD_BYTES = 40;

    /// Offset in a field entry of the type.
    public static final int FIELD_TYPE = 16;

    /// Offset in a field entry of the flags.
    public static final int FIELD_FLAGS = 20;

    /// Offset in a field entry of the tag.
    public static final int FIELD_TAG = 24;

    /// Offset in a field entry of the field's offset.
    public static final int FIELD_OFFSET = 32;

    /// Interface method entry: name, package path (strings), i32 func type, i32 pad; sorted by name.
    public static final int IMETHOD_BYTES = 24;

    /// Offset in an interface method entry of the func type.
    public static final int IMETHOD_TYPE = 16;

    /// In an itab: i32 reference to the interface type.
    public static final int ITAB_INTER = 0;

    /// In an itab: i32 reference to the concrete type.
    public static final int ITAB_TYPE = 4;

    /// In an itab: u32 hash of the concrete type.
    public static final int ITAB_HASH = 8;

    /// In a closure object: target word with the address of the entry thunk; captured values follow.
    public static final int CLOSURE_CODE = 0;
}
