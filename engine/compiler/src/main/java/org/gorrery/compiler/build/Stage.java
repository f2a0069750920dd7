package org.gorrery.compiler.build;

/// What a stage of the compiler makes, as text for people.
public enum Stage {
    /// The syntax tree.
    AST,
    /// The syntax tree with the type and value of each expression.
    TYPES,
    /// The lowered form of the program's own functions, before code generation works on it.
    IR,
    /// Which objects of the program's own package live in the heap, and what its functions do with their parameters.
    ESCAPE,
    /// The generated classes of the program's own package, instruction by instruction.
    CLASS
}
