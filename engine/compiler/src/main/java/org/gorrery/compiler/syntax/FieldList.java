package org.gorrery.compiler.syntax;

import java.util.List;

/// Parameters or results in their parentheses; `pos` and `end` are the parentheses, or the type's position without them.
public record FieldList(int pos, List<Field> fields, int end) implements Node {}
