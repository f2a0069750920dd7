package org.gorrery.runtime.entry;

import java.util.Map;
import org.gorrery.abi.EngineBug;

/// Loads the classes of one program; they go when the run does.
final class ProgramLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    ProgramLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super("go", parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] b = classes.get(name);
        if (b == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, b, 0, b.length);
    }

    GoCode code(String name) {
        try {
            return (GoCode) loadClass(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new EngineBug("load", "class " + name + " is no way into a program", e);
        }
    }
}
