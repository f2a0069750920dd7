package org.gorrery.compiler.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.gorrery.compiler.source.Diagnostics;
import org.gorrery.compiler.source.SourceSet;
import org.junit.jupiter.api.Test;

class TreeDumpTest {
    @Test
    void aTreeIsPrintedNodeByNode() {
        String text =
                """
                //go:build linux

                package p

                import f "fmt"

                type T[P any] struct{ a, b []P `t` }

                func (t *T[P]) m(x ...int) (ok bool) {
                \tfor i := range x {
                \t\tt.a[i] += -1
                \t}
                \treturn
                }
                """;
        var sources = new SourceSet();
        int base = sources.add("p.go", text.getBytes(StandardCharsets.UTF_8));
        SourceFile file = Parser.parse(sources, base, new NodeIds(), new Diagnostics());
        assertEquals(
                """
                SourceFile package p build=linux
                  ImportDecl 5:1
                    name: Name 5:8 f
                    path: BasicLit 5:10 STRING "fmt"
                  TypeDecl 7:1
                    name: Name 7:6 T
                    typeParams: TypeParam 7:8
                      name: Name 7:8 P
                      constraint: Name 7:10 any
                    type: StructTypeExpr 7:15
                      fields: Field 7:23
                        names: Name 7:23 a
                        names: Name 7:26 b
                        type: ArrayTypeExpr 7:28
                          elem: Name 7:30 P
                        tag: BasicLit 7:32 STRING `t`
                  FuncDecl 9:1
                    recv: Field 9:7
                      names: Name 9:7 t
                      type: Star 9:9
                        x: Index 9:10
                          x: Name 9:10 T
                          indices: Name 9:12 P
                    name: Name 9:16 m
                    type: FuncTypeExpr 9:17
                      params: FieldList 9:17
                        fields: Field 9:18
                          names: Name 9:18 x
                          type: Ellipsis 9:20
                            elem: Name 9:23 int
                      results: FieldList 9:28
                        fields: Field 9:29
                          names: Name 9:29 ok
                          type: Name 9:32 bool
                    body: Block 9:38
                      stmts: Range 10:2 define
                        key: Name 10:6 i
                        x: Name 10:17 x
                        body: Block 10:19
                          stmts: Assign 11:3 ADD_ASSIGN
                            lhs: Index 11:3
                              x: Selector 11:3
                                x: Name 11:3 t
                                sel: Name 11:5 a
                              indices: Name 11:7 i
                            rhs: Unary 11:13 SUB
                              x: BasicLit 11:14 INT 1
                      stmts: Return 13:2
                """,
                TreeDump.of(file, sources));
    }
}
