package org.gorrery.compiler.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gorrery.compiler.ir.IrPrinter;
import org.gorrery.compiler.ir.Word;
import org.junit.jupiter.api.Test;

/// IR and classes as text.
class DumpTest {
    @Test
    void theIrIsPrintedOneStatementALine() {
        assertEquals(
                """
                func main.sum(p0.0 J, p1.1 J) [J]
                b0:
                  i.2 = p0.0
                  s.3 = 0L
                  goto b1
                b1:
                  if LT(i.2, p1.1) b2 else b3
                b2:
                  s.3 = ADD(s.3, i.2)
                  i.2 = ADD(i.2, 1L)
                  goto b1
                b3:
                  return (ADD(MUL(s.3, 1000L), i.2))
                """,
                IrPrinter.print(LoopTest.sum("sum", Word.J)));
    }

    @Test
    void classesAreListedInstructionByInstruction() {
        var f = Ir.function("f", java.util.List.of(Word.J), java.util.List.of(Word.J));
        f.blocks().getFirst().setTerminator(Ir.ret(Ir.param(f, 0)));
        var text =
                ClassText.print(new GeneratedProgram.Builder().add(f).build().image(), "go.main");
        assertTrue(text.contains("f(Lorg/gorrery/runtime/sched/G;JJ)J\n"), () -> "in:\n" + text);
        assertTrue(
                text.contains("lload_3 3\n") && text.contains("lreturn\n"), () -> "in:\n" + text);
    }
}
