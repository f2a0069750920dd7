package fuzz

import "testing"

func TestBefore(t *testing.T) {}

func FuzzValues(f *testing.F) {
	f.Add([]byte{1, 2}, "text", true, 'r', float32(0.5), -2.5, int8(-8), int64(64), uint16(16), byte('b'))
	f.Fuzz(func(t *testing.T, b []byte, s string, on bool, r rune, single float32, double float64, small int8, big int64, u uint16, c byte) {
		t.Logf("%q %q %v %d %v %v %d %d %d %q", b, s, on, r, single, double, small, big, u, c)
	})
}

func FuzzNames(f *testing.F) {
	f.Add("fine")
	f.Add("fails")
	f.Fuzz(func(t *testing.T, s string) {
		switch t.Log(t.Name()); s {
		case "fails":
			t.Error("told to fail")
		case "skips":
			t.Skip("told to skip")
		case "parts":
			t.Run("part", func(t *testing.T) { t.Log(t.Name()) })
		}
	})
}

func FuzzFailedBefore(f *testing.F) {
	f.Add(1)
	f.Error("before")
	f.Fuzz(func(t *testing.T, n int) { t.Error("never called") })
}

func FuzzSkips(f *testing.F) { f.Skip("for now") }

func FuzzWithin(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		call := func(what string, method func()) {
			defer func() { t.Log(what, recover()) }()
			method()
		}
		call("Log", func() { f.Log("x") })
		call("Fail", f.Fail)
		call("Fatal", func() { f.Fatal("x") })
		call("Skipped", func() { f.Skipped() })
		call("TempDir", func() { f.TempDir() })
		call("Name", func() { f.Name() })
	})
}
