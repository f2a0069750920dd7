package org.gorrery.session;

import java.util.List;

/// What a stage of the compiler makes of a program, as text for people: `--dump`.
public sealed interface Dump {
    /// A stage whose work can be shown.
    enum Stage {
        /// The syntax tree.
        AST,
        /// The syntax tree with the type and value of each expression.
        TYPES,
        /// The lowered form of the program's own functions.
        IR,
        /// Which objects of the program's own package live in the heap, and what its functions do with their parameters.
        ESCAPE,
        /// The generated classes of the program's own package, instruction by instruction.
        CLASS;

        org.gorrery.compiler.build.Stage ofCompiler() {
            return switch (this) {
                case AST -> org.gorrery.compiler.build.Stage.AST;
                case TYPES -> org.gorrery.compiler.build.Stage.TYPES;
                case IR -> org.gorrery.compiler.build.Stage.IR;
                case ESCAPE -> org.gorrery.compiler.build.Stage.ESCAPE;
                case CLASS -> org.gorrery.compiler.build.Stage.CLASS;
            };
        }
    }

    /// The text.
    record Shown(String text) implements Dump {}

    /// The program has errors.
    record Refused(List<Compilation.Finding> findings) implements Dump {
        /// Copies the list.
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
