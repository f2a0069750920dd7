package org.gorrery.compiler.types;

import org.gorrery.compiler.constant.Constant;
import org.jspecify.annotations.Nullable;

/// The final verdict on one expression: what it denotes, its type (final: untyped operands have got the type of their context),
/// and its value where it is a constant. An expression in comma-ok position has a [TupleType] of value and bool.
public record Operand(Mode mode, Type type, @Nullable Constant value) {}
