package a

import "testing"

func TestAdd(t *testing.T) {
	t.Log("hello")
	if Add(1, 2) != 3 {
		t.Fatal("bad")
	}
	t.Run("sub", func(t *testing.T) { t.Parallel(); t.Log("in sub") })
}

func BenchmarkAdd(b *testing.B) {
	for b.Loop() {
		Add(1, 2)
	}
}
func TestSkip(t *testing.T) { t.Skip("no") }
func FuzzX(f *testing.F)    { f.Add(1); f.Fuzz(func(t *testing.T, x int) { t.Log(x) }) }
