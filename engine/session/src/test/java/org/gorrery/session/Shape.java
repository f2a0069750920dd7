package org.gorrery.session;

import java.util.List;

/// A type of a random program, as far as drawing values and looking into them needs it. Two shapes are one type where their texts are equal.
sealed interface Shape {
    /// The type in Go.
    String text();

    /// A predeclared type of one value.
    record Scalar(String text) implements Shape {}

    /// A defined type over a predeclared one, with a method `key`.
    record Named(String text, Scalar under) implements Shape {}

    /// An array.
    record Array(int length, Shape elem) implements Shape {
        @Override
        public String text() {
            return "[" + length + "]" + elem.text();
        }
    }

    /// A slice.
    record Slice(Shape elem) implements Shape {
        @Override
        public String text() {
            return "[]" + elem.text();
        }
    }

    /// A map.
    record Mapped(Shape key, Shape elem) implements Shape {
        @Override
        public String text() {
            return "map[" + key.text() + "]" + elem.text();
        }
    }

    /// A pointer.
    record Pointer(Shape elem) implements Shape {
        @Override
        public String text() {
            return "*" + elem.text();
        }
    }

    /// `any`, or an interface with a method `key`.
    record Dynamic(String text, boolean hasMethod) implements Shape {}

    /// A struct type, defined or not, or an instance of a generic one.
    ///
    /// @param keyDepth at which depth of embedding its method `key` is, -1 if it has none
    /// @param byPointer whether only the pointer to it has that method
    record Struct(String text, List<Field> fields, int keyDepth, boolean byPointer)
            implements Shape {}

    /// A field.
    record Field(String name, Shape shape, boolean embedded) {}

    /// Whether `==` compiles for its values.
    default boolean comparable() {
        return switch (this) {
            case Slice s -> false;
            case Mapped m -> false;
            case Array a -> a.elem.comparable();
            case Struct s -> s.fields.stream().allMatch(f -> f.shape.comparable());
            case Scalar s -> true;
            case Named n -> true;
            case Pointer p -> true;
            case Dynamic d -> true;
        };
    }

    /// Whether a value of the type itself can be a value of the interface with the method `key`.
    default boolean hasKey() {
        return switch (this) {
            case Named n -> true;
            case Struct s -> s.keyDepth >= 0 && !s.byPointer;
            case Pointer p ->
                    p.elem instanceof Named || p.elem instanceof Struct s && s.keyDepth >= 0;
            case Dynamic d -> d.hasMethod;
            case Array a -> false;
            case Slice s -> false;
            case Mapped m -> false;
            case Scalar s -> false;
        };
    }

    /// How many scalars a value has in itself, arrays counted whole.
    default int leaves() {
        return switch (this) {
            case Array a -> a.length * a.elem.leaves();
            case Struct s -> s.fields.stream().mapToInt(f -> f.shape.leaves()).sum();
            case Scalar s -> 1;
            case Named n -> 1;
            case Pointer p -> 1;
            case Dynamic d -> 2;
            case Slice s -> 3;
            case Mapped m -> 1;
        };
    }
}
