package org.gorrery.compiler.codegen;

import java.lang.classfile.ClassBuilder;
import java.lang.constant.ClassDesc;
import java.util.function.Consumer;

/// Takes the classes of a program as they are made.
interface ClassSink {
    /// Makes a class of the run.
    ///
    /// @param content adds the methods
    void add(ClassDesc owner, Consumer<ClassBuilder> content);
}
