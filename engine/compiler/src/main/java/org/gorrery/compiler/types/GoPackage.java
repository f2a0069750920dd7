package org.gorrery.compiler.types;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A package as others see it: path, name and package-level objects.
public final class GoPackage {
    private final String path;
    private String name;
    private final Map<String, GoObject> scope = new LinkedHashMap<>();

    /// A package of import path `path` (`main` for a program), called `name` in its package clauses.
    public GoPackage(String path, String name) {
        this.path = path;
        this.name = name;
    }

    /// Import path.
    public String path() {
        return path;
    }

    /// Name in the package clauses.
    public String name() {
        return name;
    }

    /// Corrects the name once the files are parsed.
    public void setName(String name) {
        this.name = name;
    }

    /// The package-level object of that name, or null.
    public @Nullable GoObject lookup(String objectName) {
        return scope.get(objectName);
    }

    /// Declares an object; the one before, if any, stays and is returned.
    public @Nullable GoObject insert(GoObject object) {
        return scope.putIfAbsent(object.name(), object);
    }

    /// All package-level objects in order of declaration.
    public Iterable<GoObject> objects() {
        return scope.values();
    }
}
