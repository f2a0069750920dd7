package org.gorrery.session;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.gorrery.abi.AddressLayout;
import org.gorrery.abi.ProgramImage;
import org.gorrery.compiler.build.Build;
import org.gorrery.compiler.source.DeepStack;
import org.gorrery.runtime.memory.AddressSpace;
import org.gorrery.target.Target;
import org.jspecify.annotations.Nullable;

/// A checked program; its code is generated for the place in memory that a run gets.
final class CompiledProgram implements Compilation.Program {
    private final Supplier<Build> source;
    private final Target target;
    private final List<Compilation.Finding> findings;
    private @Nullable ProgramImage image;
    private @Nullable Runnable keep;

    /// @param source the checked program; asked only where an image has to be generated
    /// @param image an image that is there already
    CompiledProgram(
            Supplier<Build> source,
            Target target,
            List<Compilation.Finding> findings,
            @Nullable ProgramImage image) {
        this.source = source;
        this.target = target;
        this.findings = findings;
        this.image = image;
    }

    /// Generates the code once for the first window, so that what the lowering refuses is known before a run.
    synchronized Compilation ready() {
        if (image == null) {
            var build = source.get();
            image = build.image(AddressLayout.of(0, target));
            if (image == null) {
                return new Compilation.Failed(Engine.findings(build, build.diagnostics()));
            }
        }
        return new Compilation.Ready(findings, this);
    }

    /// The image for the first window; [#ready] has made it.
    synchronized ProgramImage firstImage() {
        return Objects.requireNonNull(image);
    }

    /// Has something done beside its first run, once that is under way.
    synchronized void besideFirstRun(Runnable keep) {
        this.keep = keep;
    }

    private synchronized @Nullable Runnable takeKeep() {
        var taken = keep;
        keep = null;
        return taken;
    }

    @Override
    public Run prepare(RunOptions options, Console console) {
        var space = AddressSpace.reserve();
        var run = new EngineRun(imageFor(space), space, options, console);
        var beside = takeKeep();
        if (beside != null) {
            run.setBeside(beside);
        }
        return run;
    }

    private synchronized ProgramImage imageFor(AddressSpace space) {
        var layout = AddressLayout.of(space.number(), target);
        var last = image;
        if (last == null || last.layout().base() != layout.base()) {
            last = imageAt(layout);
            image = last;
        }
        long low = last.layout().lowBytes();
        if (low != 0 && !space.takeLow(low)) {
            return imageAt(layout.withLow(0));
        }
        return last;
    }

    private ProgramImage imageAt(AddressLayout layout) {
        return DeepStack.call(() -> Objects.requireNonNull(source.get().image(layout)));
    }
}
