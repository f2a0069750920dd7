package org.gorrery.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.gorrery.compiler.types.InterfaceType;
import org.gorrery.compiler.types.Type;
import org.gorrery.compiler.types.TypeObject;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// A whole program, lowered: what the code generator gets.
///
/// @param functions all reachable functions, natives included
/// @param main runs the initialisers of all packages in order, then main.main
/// @param runtimeTypes types that need a descriptor with methods: converted to an interface somewhere, or reachable by reflection from such
/// @param methods for a type of `runtimeTypes` its methods that may be called dynamically, sorted by name
/// @param interfaces interface types that are asserted to or called through: with every type of `runtimeTypes` that implements one, it gets an itab
/// @param universeTypes types the runtime asks for by name (`string`, `int`, `error`, `runtime.boundsError` …)
/// @param localTypes number of a type declared in a function among those of its package, from 1; 0 for others
/// @param debugStatements positions of the statements that a debugger can stop at, by their numbers
public record IrProgram(
        Target target,
        List<IrFunction> functions,
        IrFunction main,
        List<IrGlobal> globals,
        List<Type> runtimeTypes,
        Map<Type, List<Method>> methods,
        List<InterfaceType> interfaces,
        Map<String, Type> universeTypes,
        ToIntFunction<TypeObject> localTypes,
        List<Integer> debugStatements) {
    /// A program without types declared in functions, built to run only.
    public IrProgram(
            Target target,
            List<IrFunction> functions,
            IrFunction main,
            List<IrGlobal> globals,
            List<Type> runtimeTypes,
            Map<Type, List<Method>> methods,
            List<InterfaceType> interfaces,
            Map<String, Type> universeTypes) {
        this(
                target,
                functions,
                main,
                globals,
                runtimeTypes,
                methods,
                interfaces,
                universeTypes,
                _ -> 0,
                List.of());
    }

    /// The program with more functions.
    IrProgram plus(List<IrFunction> more) {
        var all = new ArrayList<>(functions);
        all.addAll(more);
        return new IrProgram(
                target,
                List.copyOf(all),
                main,
                globals,
                runtimeTypes,
                methods,
                interfaces,
                universeTypes,
                localTypes,
                debugStatements);
    }

    /// A method for dynamic calls.
    ///
    /// @param packagePath for unexported names, else empty
    /// @param signature func type without receiver
    /// @param viaData null where nothing calls the method dynamically; else the function that takes the interface's data word as first parameter
    /// @param viaReceiver function that takes the receiver itself (reflect's Method.Func), or the same
    public record Method(
            String name,
            String packagePath,
            Type signature,
            @Nullable IrFunction viaData,
            @Nullable IrFunction viaReceiver) {}
}
