package org.gorrery.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The address in the report of a nil dereference is that of the field or element, as gc's programs fault where they access.
///
/// The addresses are those that Go 1.26 printed for these statements on amd64.
final class NilFaultAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "println(t.x)                | 0x0",
                "println(len(t.y))           | 0x10",
                "println(t.z[n])             | 0x20",
                "println(t.in.b)             | 0x34",
                "println(t.arr[2])           | 0x48",
                "println(t.arr[n])           | 0x0",
                "t.f()                       | 0x60",
                "if t.next == nil { n++ }    | 0x78",
                "t.in.b++                    | 0x34",
                "println(t.last)             | 0x0",
                "println(arr[3])             | 0x18",
                "p := &t.in; println(p.b) | 0x34",
                "p := &t.in.b; *p = 7 | 0x34",
                "p := &t.arr[2]; n = 5; println(*p) | 0x0",
                "p := t; q := &p.in; println(q.b) | 0x34",
                "p := &t.in; println(n); println(p.b) | 0x0",
                "p := &t.in; q := &p.b; println(*q) | 0x34",
                "p := &t.arr; println(p[1]) | 0x40",
                "p := &t.last; println(*p) | 0x0",
            })
    void theAddressIsThatOfWhatIsAccessed(String statement, String address) {
        var result =
                GoRunner.run(
                        """
                        package main

                        type T struct {
                            x    int
                            y    string
                            z    []int
                            in   struct{ a, b int32 }
                            arr  [4]int
                            m    map[int]int
                            f    func()
                            i    any
                            next *T
                            b    bool
                            big  [5000]byte
                            last int
                        }

                        var n int
                        var t *T
                        var arr *[4]int

                        func main() { %s }
                        """
                                .formatted(statement),
                        RunOptions.DEFAULT);
        assertTrue(result.stderr().contains("code=0x1 addr=" + address + " pc="), result.stderr());
    }
}
