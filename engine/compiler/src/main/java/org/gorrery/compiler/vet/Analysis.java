package org.gorrery.compiler.vet;

import org.gorrery.compiler.syntax.Node;

/// One kind of warning.
interface Analysis {
    /// Looks at a node; its parents have been seen, its children come next.
    void node(Node node);
}
