package org.gorrery.session;

import java.util.List;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// A checked program; its code is generated for the place in memory that a run gets.
final class CompiledProgram implements Compilation.Program {
    private final Build build;
    private final Target target;
    private final List<Compilation.Finding> findings;
    private @Nullable ProgramImage image;

    CompiledProgram(Build build, Target target, List<Compilation.Finding> findings) {
        this.build = build;
        this.target = target;
        this.findings = findings;
    }

    /// Generates the code once for the first window, so that what the lowering refuses is known before a run.
    Compilation ready() {
        image = build.image(AddressLayout.of(0, target));
        if (image == null) {
            return new Compilation.Failed(Engine.findings(build, build.diagnostics()));
        }
        return new Compilation.Ready(findings, this);
    }

    @Override
    public Run prepare(RunOptions options, Console console) {
        var space = AddressSpace.reserve();
        return new EngineRun(imageFor(space), space, options, console);
    }

    private synchronized ProgramImage imageFor(AddressSpace space) {
        var layout = AddressLayout.of(space.number(), target);
        var last = image;
        if (last == null || last.layout().base() != layout.base()) {
            last = java.util.Objects.requireNonNull(build.image(layout));
            image = last;
        }
        return last;
    }
}
