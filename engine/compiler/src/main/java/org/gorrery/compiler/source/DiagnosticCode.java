package org.gorrery.compiler.source;

/// The kinds of fault, stable across releases. Each has a small offending program and the section of the Go spec it breaks.
public enum DiagnosticCode {
    /// The text is not Go: `func {` (spec, "Lexical elements" and every grammar rule).
    SYNTAX,
    /// A file is not UTF-8, or holds a NUL (spec, "Source code representation").
    ENCODING,
    /// A `//go:` directive where it has no meaning (`go doc cmd/compile`, "Compiler Directives").
    DIRECTIVE,
    /// A construct of a newer language version than the file's.
    LANGUAGE_VERSION,
    /// What the engine does not support; the message names the construct.
    UNSUPPORTED,
    /// Two embedded fields offer the name at the same depth: `type T struct{ A; B }; _ = t.X` where both have `X` (spec, "Selectors").
    AMBIGUOUS_SELECTOR,
    /// A call with too few or too many arguments: `f(1)` of `func f(a, b int)` (spec, "Calls").
    ARGUMENT_COUNT,
    /// Not as many values as operands: `a, b := 1` (spec, "Assignment statements").
    ASSIGNMENT_COUNT,
    /// An array length that is no constant, negative or no integer: `[n]int` with a variable `n` (spec, "Array types").
    BAD_ARRAY_LENGTH,
    /// A type assertion or type switch on what is no interface: `var i int; _ = i.(int)` (spec, "Type assertions").
    BAD_ASSERTION,
    /// An argument that a built-in function does not take: `len(5)` (spec, "Built-in functions").
    BAD_BUILTIN_ARGUMENT,
    /// Sending to or receiving from what does not allow it: `var c <-chan int; c <- 1` (spec, "Channel types").
    BAD_CHANNEL_OPERATION,
    /// A composite literal that its type does not allow: `struct{ a int }{1, 2}` (spec, "Composite literals").
    BAD_COMPOSITE_LITERAL,
    /// A condition that is no boolean: `if 1 {}` (spec, "If statements").
    BAD_CONDITION,
    /// A constant that cannot be: `const c []int = nil` (spec, "Constant declarations").
    BAD_CONSTANT,
    /// A conversion that is not allowed: `int("a")` (spec, "Conversions").
    BAD_CONVERSION,
    /// What cannot be declared: `a.b := 1` (spec, "Short variable declarations").
    BAD_DECLARATION,
    /// An embedded field of a type that cannot be embedded: `struct{ *I }` with an interface `I` (spec, "Struct types").
    BAD_EMBEDDED_FIELD,
    /// `go` or `defer` with something else than a call with effect: `defer 1` (spec, "Go statements").
    BAD_GO_OR_DEFER,
    /// A package that cannot be imported: `import "nowhere"` (spec, "Import declarations").
    BAD_IMPORT,
    /// An index that is no integer, negative, or on what has no elements: `s["a"]` (spec, "Index expressions").
    BAD_INDEX,
    /// `*x` where `x` is no pointer: `*5` (spec, "Address operators").
    BAD_INDIRECTION,
    /// A label that is missing, unused, declared twice or out of reach: `goto L` (spec, "Labeled statements").
    BAD_LABEL,
    /// A `main` or `init` that is no plain function: `var init int` (spec, "Program execution").
    BAD_MAIN_OR_INIT,
    /// A map key that cannot be compared: `map[[]int]string` (spec, "Map types").
    BAD_MAP_KEY,
    /// An interface method without a proper name: `interface{ _() }` (spec, "Interface types").
    BAD_METHOD_NAME,
    /// A range over what cannot be ranged over, or with too many variables: `for range 1.5 {}` (spec, "For statements with range clause").
    BAD_RANGE,
    /// A method on a type that cannot have it: `func (int) m() {}` (spec, "Method declarations").
    BAD_RECEIVER,
    /// A select case that neither sends nor receives: `case f():` (spec, "Select statements").
    BAD_SELECT_CASE,
    /// A shift of or by what is no integer, or by a negative count: `1.5 << n` (spec, "Operators").
    BAD_SHIFT,
    /// Terms that cannot stand in a union: `~error` (spec, "General interfaces").
    BAD_UNION,
    /// The blank identifier used as a value: `x = _` (spec, "Blank identifier").
    BLANK_VALUE,
    /// Type arguments that cannot be inferred: `f()` of `func f[T any]()` (spec, "Type inference").
    CANNOT_INFER,
    /// A constant too large for its type: `int8(1) << 10` (spec, "Constant expressions").
    CONSTANT_OVERFLOW,
    /// A constant that would lose its fraction: `i + 1.5` (spec, "Representability").
    CONSTANT_TRUNCATED,
    /// An integer divided by the constant zero: `x / 0` (spec, "Integer operators").
    DIVISION_BY_ZERO,
    /// A constant or type twice in one switch: `case 1: case 1:` (spec, "Switch statements").
    DUPLICATE_CASE,
    /// A name declared twice in one block: `var a, a int` (spec, "Declarations and scope").
    DUPLICATE_DECLARATION,
    /// A field twice in a struct or its literal: `struct{ a, a int }` (spec, "Struct types").
    DUPLICATE_FIELD,
    /// A constant key twice in a literal: `map[string]int{"a": 1, "a": 2}` (spec, "Composite literals").
    DUPLICATE_KEY,
    /// A method twice on one type, or with the name of a field (spec, "Method declarations").
    DUPLICATE_METHOD,
    /// An assertion to a type that lacks a method of the interface (spec, "Type assertions").
    IMPOSSIBLE_ASSERTION,
    /// A constant index beyond the length: `"abc"[5]` (spec, "Index expressions").
    INDEX_OUT_OF_RANGE,
    /// Package-level variables that need each other: `var a = b; var b = a` (spec, "Package initialization").
    INITIALIZATION_CYCLE,
    /// Declarations that need each other in a way that has no meaning: `var x [len(x)]int` (spec, "Declarations and scope").
    INVALID_CYCLE,
    /// A type that contains itself by value: `type T struct{ t T }` (spec, "Type declarations").
    INVALID_RECURSIVE_TYPE,
    /// `iota` outside a constant declaration (spec, "Iota").
    IOTA_OUTSIDE_CONST,
    /// Operands of different types: `1 + "a"` (spec, "Operators").
    MISMATCHED_TYPES,
    /// `break`, `continue` or `fallthrough` where there is nothing to leave (spec, "Break statements").
    MISPLACED_BRANCH,
    /// A constraint interface used as an ordinary type: `var x comparable` (spec, "General interfaces").
    MISPLACED_CONSTRAINT,
    /// `...` where it has no meaning: `f(s...)` of a function that is not variadic (spec, "Passing arguments to ... parameters").
    MISPLACED_DOTS,
    /// A type parameter where it cannot stand: `type T[P any] P` (spec, "Type definitions").
    MISPLACED_TYPE_PARAMETER,
    /// A function without body that needs one (spec, "Function declarations").
    MISSING_BODY,
    /// A generic type or function without type arguments: `var l List` (spec, "Instantiations").
    MISSING_INSTANTIATION,
    /// No such field or method: `x.foo` (spec, "Selectors").
    MISSING_MEMBER,
    /// A function with results whose end can be reached (spec, "Terminating statements").
    MISSING_RETURN,
    /// A call with several results where one is wanted: `f() + 1` (spec, "Calls").
    MULTIPLE_VALUES,
    /// What cannot be assigned to or have its address taken: `&1` (spec, "Address operators").
    NOT_ADDRESSABLE,
    /// A value of a type that does not fit: `var s string = 1` (spec, "Assignability").
    NOT_ASSIGNABLE,
    /// A call of what is no function: `5()` (spec, "Calls").
    NOT_A_FUNCTION,
    /// A name that is no type where one is wanted: `var x y` with a variable `y` (spec, "Types").
    NOT_A_TYPE,
    /// A type or a built-in function where a value is wanted: `x = int` (spec, "Expressions").
    NOT_A_VALUE,
    /// A constant declared by what is none: `const c = f()` (spec, "Constant declarations").
    NOT_CONSTANT,
    /// Type arguments for what has no type parameters: `int[string]` (spec, "Instantiations").
    NOT_GENERIC,
    /// A slice expression on what cannot be sliced: `5[:]` (spec, "Slice expressions").
    NOT_SLICEABLE,
    /// `:=` with no new name on its left (spec, "Short variable declarations").
    NO_NEW_VARIABLE,
    /// A package name not followed by a dot: `x := fmt` (spec, "Qualified identifiers").
    PACKAGE_AS_VALUE,
    /// A method with pointer receiver on what has no address: `T{}.M()` (spec, "Method sets").
    POINTER_METHOD,
    /// `return` with too few or too many values (spec, "Return statements").
    RESULT_COUNT,
    /// `return` without values where a result's name means something else (spec, "Return statements").
    SHADOWED_RESULT,
    /// More errors in the file than are shown (spec, "Errors").
    TOO_MANY,
    /// A type argument that does not satisfy its constraint: `f[[]int]` of `func f[T comparable]()` (spec, "Satisfying a type constraint").
    TYPE_ARGUMENT,
    /// Too few or too many type arguments: `Pair[int]` (spec, "Instantiations").
    TYPE_ARGUMENT_COUNT,
    /// A type larger than the address space (spec, "Size and alignment guarantees").
    TYPE_TOO_LARGE,
    /// A name that is declared nowhere in sight (spec, "Declarations and scope").
    UNDEFINED,
    /// An operator that the operands' type does not have: `-"a"` (spec, "Operators").
    UNDEFINED_OPERATOR,
    /// A name of another package that it does not export: `strings.index` (spec, "Exported identifiers").
    UNEXPORTED,
    /// `nil` where nothing gives it a type: `x := nil` (spec, "Variable declarations").
    UNTYPED_NIL,
    /// An import that the file does not use (spec, "Import declarations").
    UNUSED_IMPORT,
    /// An expression whose value is thrown away: `1 + 2` (spec, "Expression statements").
    UNUSED_VALUE,
    /// A local variable that is never used (spec, "Variable declarations").
    UNUSED_VARIABLE
}
