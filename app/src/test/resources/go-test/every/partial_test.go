package every

import (
	"fmt"
	"testing"
)

func TestPartialLines(t *testing.T) {
	fmt.Fprint(t.Output(), "partial")
	t.Log("log")
	fmt.Fprint(t.Output(), " more")
	t.Run("sub", func(t *testing.T) { fmt.Fprint(t.Output(), "in sub") })
	fmt.Fprint(t.Output(), " end")
	t.Cleanup(func() { t.Log("cleanup"); fmt.Fprint(t.Output(), "of cleanup") })
}

func BenchmarkLogs(b *testing.B) {
	if b.N == 1 {
		b.Log("one")
		b.Attr("k", "v")
		b.Log("two")
		b.Attr("k", "w")
	}
}

func BenchmarkManyLogs(b *testing.B) {
	if b.N == 1 {
		for i := range 14 {
			b.Logf("line %d", i)
		}
		b.Error("many")
	}
}

func BenchmarkManyLines(b *testing.B) {
	for i := range 14 {
		b.Log("line", i)
	}
}

func BenchmarkFewLines(b *testing.B) {
	for i := range 3 {
		b.Log("line", i, b.N)
	}
}

func BenchmarkFailsLater(b *testing.B) {
	b.Log("times", b.N)
	if b.N > 1 {
		b.Fatal("too many")
	}
}
