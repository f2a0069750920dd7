package org.gorrery.compiler.syntax;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What nodes of the tree are made of, whatever their kind: their components but for numbers, which are places and ids.
///
/// Guard: one thread.
final class NodeParts {
    private final Map<Class<?>, List<Method>> known = new HashMap<>();

    /// The nodes right below a node, in the order of the components, which is that of the source.
    List<Record> below(Record node) {
        List<Record> nodes = new ArrayList<>();
        for (Object part : of(node)) {
            if (part instanceof Record r) {
                nodes.add(r);
            } else if (part instanceof List<?> list) {
                for (Object element : list) {
                    if (element instanceof Record r) {
                        nodes.add(r);
                    }
                }
            }
        }
        return nodes;
    }

    /// Whether two parts say the same, wherever they stand.
    boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> x && b instanceof List<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!same(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof Record x && b instanceof Record y) {
            return x.getClass() == y.getClass() && same(of(x), of(y));
        }
        return a == null ? b == null : a.equals(b);
    }

    private List<@Nullable Object> of(Record node) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (Method accessor : known.computeIfAbsent(node.getClass(), NodeParts::accessors)) {
            try {
                parts.add(accessor.invoke(node));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " of " + node.getClass(), e);
            }
        }
        return parts;
    }

    private static List<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getType() != int.class)
                .map(RecordComponent::getAccessor)
                .toList();
    }
}
