package badseeds

import "testing"

func FuzzNumber(f *testing.F) {
	f.Fuzz(func(t *testing.T, n int) { t.Error("never called") })
}

func FuzzPair(f *testing.F) {
	f.Add(1, "one")
	f.Fuzz(func(t *testing.T, b []byte, s string) { t.Error("never called") })
}

func FuzzCount(f *testing.F) {
	f.Add(1, "one")
	f.Fuzz(func(t *testing.T, n int) { t.Error("never called") })
}

func FuzzNothing(f *testing.F) { f.Fail() }
