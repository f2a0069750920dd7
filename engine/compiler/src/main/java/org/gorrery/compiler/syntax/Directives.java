package org.gorrery.compiler.syntax;

import java.util.List;
import java.util.Set;

/// Which `//go:` directives may stand where (`go doc cmd/compile`, "Compiler Directives").
final class Directives {
    /// How many characters stand before a directive's text.
    static final int SLASHES = 2;

    /// Directives that belong to a function declaration.
    private static final Set<String> OF_FUNCTIONS =
            Set.of(
                    "go:nointerface",
                    "go:noescape",
                    "go:norace",
                    "go:nosplit",
                    "go:noinline",
                    "go:nocheckptr",
                    "go:systemstack",
                    "go:nowritebarrier",
                    "go:nowritebarrierrec",
                    "go:yeswritebarrierrec",
                    "go:cgo_unsafe_args",
                    "go:uintptrkeepalive",
                    "go:uintptrescapes",
                    "go:registerparams");

    private Directives() {}

    /// Reports a directive that no declaration claims, if it needs one.
    static void misplaced(SourceFile.Directive directive, TokenStream tokens) {
        String verb = verb(directive);
        if (verb.equals("go:embed")) {
            tokens.misuse(directive.pos() + SLASHES, "misplaced go:embed directive");
        } else if (OF_FUNCTIONS.contains(verb)) {
            tokens.misuse(directive.pos() + SLASHES, "misplaced compiler directive");
        }
    }

    /// The texts of the directives of a function; reports those that do not belong to one.
    static List<String> ofFunction(List<SourceFile.Directive> directives, TokenStream tokens) {
        for (SourceFile.Directive directive : directives) {
            if (verb(directive).equals("go:embed")) {
                misplaced(directive, tokens);
            }
        }
        return directives.stream().map(SourceFile.Directive::text).toList();
    }

    /// The directives of a variable; reports those that do not belong to one.
    static List<SourceFile.Directive> ofVariable(
            List<SourceFile.Directive> directives, TokenStream tokens) {
        for (SourceFile.Directive directive : directives) {
            if (!verb(directive).equals("go:embed")) {
                misplaced(directive, tokens);
            }
        }
        return directives;
    }

    /// Whether it is a build constraint, which belongs before the package clause.
    static boolean isBuildLine(SourceFile.Directive directive) {
        return verb(directive).equals("go:build");
    }

    private static String verb(SourceFile.Directive directive) {
        int blank = directive.text().indexOf(' ');
        return blank < 0 ? directive.text() : directive.text().substring(0, blank);
    }
}
