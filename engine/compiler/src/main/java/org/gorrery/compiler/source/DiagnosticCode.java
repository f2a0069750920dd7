package org.gorrery.compiler.source;

/// The kinds of fault, stable across releases. Each has a small offending program and the section of the Go spec it breaks.
///
/// The short names are those that Go's own type checker gives its errors, where it has one for the same kind.
public enum DiagnosticCode {
    /// The text is not Go: `func {` (spec, "Lexical elements" and every grammar rule).
    SYNTAX("SyntaxError", "Lexical elements and every grammar rule", "func {"),
    /// A file is not UTF-8, or holds a NUL (spec, "Source code representation").
    ENCODING("InvalidEncoding", "Source code representation", ""),
    /// A `//go:` directive where it has no meaning (`go doc cmd/compile`, "Compiler Directives").
    DIRECTIVE(
            "MisplacedDirective",
            "go doc cmd/compile, Compiler Directives",
            "//go:noinline\nvar s string"),
    /// A construct of a newer language version than the file's.
    LANGUAGE_VERSION("UnsupportedFeature", "", ""),
    /// What the engine does not support; the message names the construct.
    UNSUPPORTED("Unsupported", "", ""),
    /// Two embedded fields offer the name at the same depth: `type T struct{ A; B }; _ = t.X` where both have `X` (spec, "Selectors").
    AMBIGUOUS_SELECTOR(
            "AmbiguousSelector",
            "Selectors",
            "type A struct{ X int }\ntype B struct{ X int }\ntype T struct {\n\tA\n\tB\n}\n\nvar _ = T{}.X"),
    /// A call with too few or too many arguments: `f(1)` of `func f(a, b int)` (spec, "Calls").
    ARGUMENT_COUNT("WrongArgCount", "Calls", "func f(a, b int) {}\nfunc g()         { f(1) }"),
    /// Not as many values as operands: `a, b := 1` (spec, "Assignment statements").
    ASSIGNMENT_COUNT("WrongAssignCount", "Assignment statements", "var a, b = 1, 2, 3"),
    /// An array length that is no constant, negative or no integer: `[n]int` with a variable `n` (spec, "Array types").
    BAD_ARRAY_LENGTH("InvalidArrayLen", "Array types", "var n = 3\nvar a [n]int"),
    /// A type assertion or type switch on what is no interface: `var i int; _ = i.(int)` (spec, "Type assertions").
    BAD_ASSERTION("InvalidAssert", "Type assertions", "var i int\nvar _ = i.(int)"),
    /// An argument that a built-in function does not take: `len(5)` (spec, "Built-in functions").
    BAD_BUILTIN_ARGUMENT("InvalidBuiltinArg", "Built-in functions", "var _ = len(5)"),
    /// Sending to or receiving from what does not allow it: `var c <-chan int; c <- 1` (spec, "Channel types").
    BAD_CHANNEL_OPERATION("InvalidChanOp", "Channel types", "func f(c <-chan int) { c <- 1 }"),
    /// A composite literal that its type does not allow: `struct{ a int }{1, 2}` (spec, "Composite literals").
    BAD_COMPOSITE_LITERAL("InvalidLit", "Composite literals", "var _ = struct{ a int }{1, 2}"),
    /// A condition that is no boolean: `if 1 {}` (spec, "If statements").
    BAD_CONDITION("InvalidCond", "If statements", "func f() {\n\tif 1 {\n\t}\n}"),
    /// A constant that cannot be: `const c []int = nil` (spec, "Constant declarations").
    BAD_CONSTANT("InvalidConstType", "Constant declarations", "const c []int = nil"),
    /// A conversion that is not allowed: `int("a")` (spec, "Conversions").
    BAD_CONVERSION("InvalidConversion", "Conversions", "var _ = int(\"a\")"),
    /// What cannot be declared: `a.b := 1` (spec, "Short variable declarations").
    BAD_DECLARATION(
            "BadDecl", "Short variable declarations", "func f(a struct{ b int }) { a.b := 1 }"),
    /// An embedded field of a type that cannot be embedded: `struct{ *I }` with an interface `I` (spec, "Struct types").
    BAD_EMBEDDED_FIELD(
            "InvalidPtrEmbed", "Struct types", "type I interface{}\ntype T struct{ *I }"),
    /// `go` or `defer` with something else than a call with effect: `defer 1` (spec, "Go statements").
    BAD_GO_OR_DEFER("InvalidDefer", "Go statements", "func f() { defer 1 }"),
    /// A package that cannot be imported: `import "nowhere"` (spec, "Import declarations").
    BAD_IMPORT("BrokenImport", "Import declarations", "import \"nowhere\""),
    /// An index that is no integer, negative, or on what has no elements: `s["a"]` (spec, "Index expressions").
    BAD_INDEX("InvalidIndex", "Index expressions", "var s = \"a\"\nvar _ = \"abc\"[s]"),
    /// `*x` where `x` is no pointer: `*5` (spec, "Address operators").
    BAD_INDIRECTION("InvalidIndirection", "Address operators", "var _ = *5"),
    /// A label that is missing, unused, declared twice or out of reach: `goto L` (spec, "Labeled statements").
    BAD_LABEL("InvalidLabel", "Labeled statements", "func f() { goto L }"),
    /// A `main` or `init` that is no plain function: `var init int` (spec, "Program execution").
    BAD_MAIN_OR_INIT("InvalidInitDecl", "Program execution", "var init int"),
    /// A map key that cannot be compared: `map[[]int]string` (spec, "Map types").
    BAD_MAP_KEY("IncomparableMapKey", "Map types", "var m map[[]int]string"),
    /// An interface method without a proper name: `interface{ _() }` (spec, "Interface types").
    BAD_METHOD_NAME("BlankIfaceMethod", "Interface types", "type I interface{ _() }"),
    /// A range over what cannot be ranged over, or with too many variables: `for range 1.5 {}` (spec, "For statements with range clause").
    BAD_RANGE(
            "InvalidRangeExpr",
            "For statements with range clause",
            "func f() {\n\tfor range 1.5 {\n\t}\n}"),
    /// A method on a type that cannot have it: `func (int) m() {}` (spec, "Method declarations").
    BAD_RECEIVER("InvalidRecv", "Method declarations", "func (int) m() {}"),
    /// A select case that neither sends nor receives: `case f():` (spec, "Select statements").
    BAD_SELECT_CASE(
            "InvalidSelectCase",
            "Select statements",
            "func f() {\n\tselect {\n\tcase f():\n\t}\n}"),
    /// A shift of or by what is no integer, or by a negative count: `1.5 << n` (spec, "Operators").
    BAD_SHIFT("InvalidShift", "Operators", "var n uint = 1\nvar _ = \"a\" << n"),
    /// Terms that cannot stand in a union: `~error` (spec, "General interfaces").
    BAD_UNION("InvalidUnion", "General interfaces", "type I interface{ ~error }"),
    /// The blank identifier used as a value: `x = _` (spec, "Blank identifier").
    BLANK_VALUE("InvalidBlank", "Blank identifier", "var x = _"),
    /// Type arguments that cannot be inferred: `f()` of `func f[T any]()` (spec, "Type inference").
    CANNOT_INFER(
            "CannotInferTypeArgs",
            "Type inference",
            "func f[T any]() {}\nfunc g()         { f() }"),
    /// A constant too large for its type: `int8(1) << 10` (spec, "Constant expressions").
    CONSTANT_OVERFLOW(
            "NumericOverflow", "Constant expressions", "var _ = int8(1) << 10\nvar x int8 = 1000"),
    /// A constant that would lose its fraction: `i + 1.5` (spec, "Representability").
    CONSTANT_TRUNCATED("TruncatedFloat", "Representability", "var i int\nvar _ = i + 1.5"),
    /// An integer divided by the constant zero: `x / 0` (spec, "Integer operators").
    DIVISION_BY_ZERO("DivByZero", "Integer operators", "var x int\nvar _ = x / 0"),
    /// A constant or type twice in one switch: `case 1: case 1:` (spec, "Switch statements").
    DUPLICATE_CASE(
            "DuplicateCase",
            "Switch statements",
            "func f(i int) {\n\tswitch i {\n\tcase 1:\n\tcase 1:\n\t}\n}"),
    /// A name declared twice in one block: `var a, a int` (spec, "Declarations and scope").
    DUPLICATE_DECLARATION("DuplicateDecl", "Declarations and scope", "var a, a int"),
    /// A field twice in a struct or its literal: `struct{ a, a int }` (spec, "Struct types").
    DUPLICATE_FIELD("DuplicateField", "Struct types", "type T struct{ a, a int }"),
    /// A constant key twice in a literal: `map[string]int{"a": 1, "a": 2}` (spec, "Composite literals").
    DUPLICATE_KEY(
            "DuplicateLitKey", "Composite literals", "var _ = map[string]int{\"a\": 1, \"a\": 2}"),
    /// A method twice on one type, or with the name of a field (spec, "Method declarations").
    DUPLICATE_METHOD(
            "DuplicateMethod",
            "Method declarations",
            "type T struct{}\n\nfunc (T) m() {}\nfunc (T) m() {}"),
    /// An assertion to a type that lacks a method of the interface (spec, "Type assertions").
    IMPOSSIBLE_ASSERTION("ImpossibleAssert", "Type assertions", "func f(e error) { _ = e.(int) }"),
    /// A constant index beyond the length: `"abc"[5]` (spec, "Index expressions").
    INDEX_OUT_OF_RANGE("IndexOutOfRange", "Index expressions", "var _ = \"abc\"[5]"),
    /// Package-level variables that need each other: `var a = b; var b = a` (spec, "Package initialization").
    INITIALIZATION_CYCLE("InvalidInitCycle", "Package initialization", "var a = b\nvar b = a"),
    /// Declarations that need each other in a way that has no meaning: `var x [len(x)]int` (spec, "Declarations and scope").
    INVALID_CYCLE("InvalidDeclCycle", "Declarations and scope", "var x T\n\ntype T [len(x)]int"),
    /// A type that contains itself by value: `type T struct{ t T }` (spec, "Type declarations").
    INVALID_RECURSIVE_TYPE("InvalidTypeCycle", "Type declarations", "type T struct{ t T }"),
    /// `iota` outside a constant declaration (spec, "Iota").
    IOTA_OUTSIDE_CONST("InvalidIota", "Iota", "var x = iota"),
    /// Operands of different types: `1 + "a"` (spec, "Operators").
    MISMATCHED_TYPES("MismatchedTypes", "Operators", "var i, s = 1, \"a\"\nvar _ = i + s"),
    /// `break`, `continue` or `fallthrough` where there is nothing to leave (spec, "Break statements").
    MISPLACED_BRANCH("MisplacedBranch", "Break statements", "func f() { break }"),
    /// A constraint interface used as an ordinary type: `var x comparable` (spec, "General interfaces").
    MISPLACED_CONSTRAINT("MisplacedConstraintIface", "General interfaces", "var x comparable"),
    /// `...` where it has no meaning: `f(s...)` of a function that is not variadic (spec, "Passing arguments to ... parameters").
    MISPLACED_DOTS(
            "MisplacedDotDotDot",
            "Passing arguments to ... parameters",
            "func f(a []int) {}\nfunc g(s []int) { f(s...) }"),
    /// A type parameter where it cannot stand: `type T[P any] P` (spec, "Type definitions").
    MISPLACED_TYPE_PARAMETER("MisplacedTypeParam", "Type definitions", "type T[P any] P"),
    /// A function without body that needs one (spec, "Function declarations").
    MISSING_BODY("MissingBody", "Function declarations", ""),
    /// A generic type or function without type arguments: `var l List` (spec, "Instantiations").
    MISSING_INSTANTIATION(
            "MissingTypeArgs", "Instantiations", "type List[T any] []T\n\nvar l List"),
    /// No such field or method: `x.foo` (spec, "Selectors").
    MISSING_MEMBER("MissingFieldOrMethod", "Selectors", "var x struct{}\nvar _ = x.foo"),
    /// A function with results whose end can be reached (spec, "Terminating statements").
    MISSING_RETURN("MissingReturn", "Terminating statements", "func f() int {}"),
    /// A call with several results where one is wanted: `f() + 1` (spec, "Calls").
    MULTIPLE_VALUES(
            "TooManyValues", "Calls", "func f() (int, int) { return 1, 2 }\n\nvar _ = f() + 1"),
    /// What cannot be assigned to or have its address taken: `&1` (spec, "Address operators").
    NOT_ADDRESSABLE("UnaddressableOperand", "Address operators", "var _ = &1"),
    /// A value of a type that does not fit: `var s string = 1` (spec, "Assignability").
    NOT_ASSIGNABLE("IncompatibleAssign", "Assignability", "var s string = 1"),
    /// A call of what is no function: `5()` (spec, "Calls").
    NOT_A_FUNCTION("InvalidCall", "Calls", "func f() { 5() }"),
    /// A name that is no type where one is wanted: `var x y` with a variable `y` (spec, "Types").
    NOT_A_TYPE("NotAType", "Types", "var y int\nvar x y"),
    /// A type or a built-in function where a value is wanted: `x = int` (spec, "Expressions").
    NOT_A_VALUE("NotAnExpr", "Expressions", "var x = int"),
    /// A constant declared by what is none: `const c = f()` (spec, "Constant declarations").
    NOT_CONSTANT(
            "InvalidConstInit",
            "Constant declarations",
            "func f() int { return 1 }\n\nconst c = f()"),
    /// Type arguments for what has no type parameters: `int[string]` (spec, "Instantiations").
    NOT_GENERIC("NotAGenericType", "Instantiations", "var x int[string]"),
    /// A slice expression on what cannot be sliced: `5[:]` (spec, "Slice expressions").
    NOT_SLICEABLE("NonSliceableOperand", "Slice expressions", "var _ = 5[:]"),
    /// `:=` with no new name on its left (spec, "Short variable declarations").
    NO_NEW_VARIABLE(
            "NoNewVar", "Short variable declarations", "func f(a int) {\n\ta, _ := 1, 2\n}"),
    /// A package name not followed by a dot: `x := fmt` (spec, "Qualified identifiers").
    PACKAGE_AS_VALUE("InvalidPkgUse", "Qualified identifiers", ""),
    /// A method with pointer receiver on what has no address: `T{}.M()` (spec, "Method sets").
    POINTER_METHOD(
            "InvalidMethodExpr",
            "Method sets",
            "type T struct{}\n\nfunc (*T) M() {}\nfunc f()      { T{}.M() }"),
    /// `return` with too few or too many values (spec, "Return statements").
    RESULT_COUNT("WrongResultCount", "Return statements", "func f() (int, int) { return 1 }"),
    /// `return` without values where a result's name means something else (spec, "Return statements").
    SHADOWED_RESULT(
            "OutOfScopeResult",
            "Return statements",
            "func f() (a int) {\n\t{\n\t\ta := 1\n\t\t_ = a\n\t\treturn\n\t}\n}"),
    /// More errors in the file than are shown (spec, "Errors").
    TOO_MANY("TooManyErrors", "Errors", ""),
    /// A type argument that does not satisfy its constraint: `f[[]int]` of `func f[T comparable]()` (spec, "Satisfying a type constraint").
    TYPE_ARGUMENT(
            "InvalidTypeArg",
            "Satisfying a type constraint",
            "func f[T comparable]() {}\nfunc g()               { f[[]int]() }"),
    /// Too few or too many type arguments: `Pair[int]` (spec, "Instantiations").
    TYPE_ARGUMENT_COUNT(
            "WrongTypeArgCount",
            "Instantiations",
            "type Pair[A, B any] struct{}\n\nvar p Pair[int]"),
    /// A type larger than the address space (spec, "Size and alignment guarantees").
    TYPE_TOO_LARGE("TypeTooLarge", "Size and alignment guarantees", ""),
    /// A name that is declared nowhere in sight (spec, "Declarations and scope").
    UNDEFINED("UndeclaredName", "Declarations and scope", "var x = y"),
    /// An operator that the operands' type does not have: `-"a"` (spec, "Operators").
    UNDEFINED_OPERATOR("UndefinedOp", "Operators", "var _ = -\"a\""),
    /// A name of another package that it does not export: `strings.index` (spec, "Exported identifiers").
    UNEXPORTED("UnexportedName", "Exported identifiers", ""),
    /// `nil` where nothing gives it a type: `x := nil` (spec, "Variable declarations").
    UNTYPED_NIL("UntypedNilUse", "Variable declarations", "var x = nil"),
    /// An import that the file does not use (spec, "Import declarations").
    UNUSED_IMPORT("UnusedImport", "Import declarations", "import \"unsafe\""),
    /// An expression whose value is thrown away: `1 + 2` (spec, "Expression statements").
    UNUSED_VALUE("UnusedExpr", "Expression statements", "func f() { 1 + 2 }"),
    /// Warning: arguments that do not go with a format: `fmt.Printf("%d", "x")` (`go doc fmt`).
    PRINTF("printf", "go doc fmt", "import \"fmt\"\n\nfunc f() { fmt.Printf(\"%d\\n\", \"x\") }"),
    /// Warning: a value with a lock in it is copied: `func f(m sync.Mutex)` (`go doc sync`).
    LOCK_COPY("copylocks", "go doc sync", "import \"sync\"\n\nfunc f(m sync.Mutex) {}"),
    /// Warning: a path to a return on which a context's cancel function is not mentioned (`go doc context`).
    LOST_CANCEL(
            "lostcancel",
            "go doc context",
            "import \"context\"\n\nfunc f() {\n\t_, cancel := context.WithCancel(context.Background())\n\tif len(\"x\") > 0 {\n\t\treturn\n\t}\n\tcancel()\n}"),
    /// Warning: a statement that no path leads to (spec, "Terminating statements").
    UNREACHABLE("unreachable", "Terminating statements", "func f() {\n\treturn\n\tprintln(1)\n}"),
    /// Warning: `x = x` (spec, "Assignment statements").
    SELF_ASSIGNMENT("assign", "Assignment statements", "func f(x int) { x = x }"),
    /// Warning: another package's struct is made without naming its fields (spec, "Composite literals").
    UNKEYED_FIELDS(
            "composites",
            "Composite literals",
            "import \"os\"\n\nvar e = os.PathError{\"open\", \"x\", nil}"),
    /// Warning, where asked for: a variable `err` hides another one that is used later (spec, "Declarations and scope").
    SHADOWED_ERROR("shadow", "Declarations and scope", ""),
    /// A local variable that is never used (spec, "Variable declarations").
    UNUSED_VARIABLE("UnusedVar", "Variable declarations", "func f() { x := 1 }");

    private final String id;
    private final String section;
    private final String example;

    DiagnosticCode(String id, String section, String example) {
        this.id = id;
        this.section = section;
        this.example = example;
    }

    /// The short name that users see: `UnusedVar`.
    public String id() {
        return id;
    }

    /// The section of the Go specification, or the document, that says what holds; empty where the fault is none of the language's.
    public String section() {
        return section;
    }

    /// What follows the package clause of a small program with this fault; empty where it takes more than one file, or bytes that are no text.
    public String example() {
        return example;
    }
}
