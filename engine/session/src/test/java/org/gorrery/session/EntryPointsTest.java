package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.gorrery.abi.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The compiler names runtime methods that it never sees: each must be there.
class EntryPointsTest {
    @ParameterizedTest
    @EnumSource(Entry.class)
    void everyEntryPointIsAStaticMethodOfTheRuntime(Entry entry) throws ClassNotFoundException {
        var owner = Class.forName(entry.owner().replace('/', '.'));
        assertTrue(
                Arrays.stream(owner.getDeclaredMethods()).anyMatch(m -> fits(m, entry)),
                () -> owner.getName() + " has no static " + entry.method() + entry.descriptor());
    }

    private static boolean fits(Method m, Entry entry) {
        return m.getName().equals(entry.method())
                && Modifier.isStatic(m.getModifiers())
                && Modifier.isPublic(m.getModifiers())
                && descriptor(m)
                        .equals(MethodTypeDesc.ofDescriptor(entry.descriptor()).descriptorString());
    }

    private static String descriptor(Method m) {
        return java.lang.invoke.MethodType.methodType(m.getReturnType(), m.getParameterTypes())
                .descriptorString();
    }
}
