package org.gorrery.compiler.ir;

import java.util.List;

/// A second function with the same code.
final class FunctionCopy {
    private FunctionCopy() {}

    /// A copy of `f` with blocks of its own; locals, frame objects and values are shared, which belong to a function by their numbers.
    /// Not for one that a debugger looks into.
    static IrFunction of(IrFunction f, String name) {
        var copy = new IrFunction(name, f.packagePath(), f.shape(), f.closure());
        copy.setPos(f.pos());
        copy.setArgs(f.args());
        if (f.wrapper()) {
            copy.setWrapper();
        }
        if (f.keepsNothing()) {
            copy.setKeepsNothing();
        }
        copy.adopt(f);
        for (var _ : f.blocks()) {
            copy.newBlock();
        }
        for (var block : f.blocks()) {
            var to = copy.blocks().get(block.index());
            to.statements().addAll(block.statements());
            to.setTerminator(terminator(block.terminator(), copy.blocks()));
        }
        var recovered = f.recovered();
        if (recovered != null) {
            copy.setRecovered(copy.blocks().get(recovered.index()));
        }
        return copy;
    }

    private static Terminator terminator(Terminator end, List<Block> blocks) {
        return switch (end) {
            case Terminator.Jump j -> new Terminator.Jump(blocks.get(j.target().index()), j.pos());
            case Terminator.Branch b ->
                    new Terminator.Branch(
                            b.condition(),
                            blocks.get(b.yes().index()),
                            blocks.get(b.no().index()),
                            b.pos());
            case Terminator.Switch s ->
                    new Terminator.Switch(
                            s.key(),
                            s.keys(),
                            s.targets().stream().map(t -> blocks.get(t.index())).toList(),
                            blocks.get(s.otherwise().index()),
                            s.pos());
            case Terminator.Return _, Terminator.Throw _, Terminator.Unreachable _ -> end;
        };
    }
}
