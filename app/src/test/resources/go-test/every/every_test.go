package every

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// all calls what tests, benchmarks and fuzz tests have in common, but for what ends them.
func all(tb testing.TB, t *testing.T) {
	tb.Helper()
	tb.Log("name", tb.Name(), "failed", tb.Failed(), "skipped", tb.Skipped())
	tb.Logf("%s-%d\nsecond line", "format", 1)
	tb.Cleanup(func() { tb.Log("cleaned up, context", tb.Context().Err()) })
	tb.Setenv("EVERY", tb.Name())
	dir := tb.TempDir()
	tb.Chdir(dir)
	here, err := os.Getwd()
	tb.Log(os.Getenv("EVERY"), tb.Context().Err(), err, here == dir, filepath.Base(dir), filepath.Base(tb.TempDir()))
	artifacts := tb.ArtifactDir()
	info, err := os.Stat(artifacts)
	tb.Log(err, info.IsDir(), artifacts == tb.ArtifactDir())
	fmt.Fprint(tb.Output(), "written\nand ", "not ended")
	tb.Attr("of", strings.ToUpper(tb.Name()))
}

// ending calls what ends a test, by name.
func ending(tb testing.TB, how string) {
	defer func() { tb.Log("ends, failed", tb.Failed(), "skipped", tb.Skipped()) }()
	switch how {
	case "FailNow":
		tb.FailNow()
	case "Fatal":
		tb.Fatal("fatal", 1)
	case "Fatalf":
		tb.Fatalf("fatal %02d", 2)
	case "SkipNow":
		tb.SkipNow()
	case "Skip":
		tb.Skip("skip", 3)
	case "Skipf":
		tb.Skipf("skip %02d", 4)
	case "Fail":
		tb.Fail()
	case "Error":
		tb.Error("error", 5)
	case "Errorf":
		tb.Errorf("error %02d", 6)
	}
	tb.Log("goes on")
}

var ways = []string{"FailNow", "Fatal", "Fatalf", "SkipNow", "Skip", "Skipf", "Fail", "Error", "Errorf"}

func TestCommon(t *testing.T) { all(t, t) }

func TestEndings(t *testing.T) {
	for _, how := range ways {
		t.Run(how, func(t *testing.T) { ending(t, how) })
	}
}

func TestItself(t *testing.T) {
	t.Log(t.Name(), t.Failed(), t.Skipped(), testing.Testing(), testing.Short(), testing.Verbose(), testing.CoverMode() == "")
	t.Logf("%v", testing.Coverage())
	deadline, ok := t.Deadline()
	t.Log(ok, time.Until(deadline) > time.Minute)
	dir := t.ArtifactDir()
	t.Log(strings.Contains(filepath.Dir(dir), "TestItself"), filepath.Base(dir))
	t.Run("fail", func(t *testing.T) {
		t.Fail()
		t.Log(t.Failed())
		t.FailNow()
		t.Log("not reached")
	})
	t.Run("skip", func(t *testing.T) {
		defer func() { fmt.Fprintln(t.Output(), "skipped", t.Skipped()) }()
		t.SkipNow()
	})
	t.Log(t.Failed())
}

func TestWhatIsRefused(t *testing.T) {
	t.Run("parallel", func(t *testing.T) {
		defer func() { t.Log(recover()) }()
		t.Setenv("A", "b")
		t.Parallel()
	})
	t.Run("environment", func(t *testing.T) {
		defer func() { t.Log(recover()) }()
		t.Parallel()
		t.Setenv("A", "b")
	})
}

func BenchmarkCommon(b *testing.B) {
	if b.N > 1 {
		return
	}
	where := func() {
		b.Helper()
		b.Log("helped")
	}
	where()
	b.Log("name", b.Name(), b.Failed(), b.Skipped())
	b.Logf("%d times", b.N)
	b.Cleanup(func() { b.Log("cleaned up", b.Context().Err()) })
	b.Setenv("EVERY", "set")
	dir := b.TempDir()
	b.Chdir(dir)
	here, err := os.Getwd()
	b.Log(os.Getenv("EVERY"), here == dir, err, b.Context().Err(), b.ArtifactDir() != dir)
	io.WriteString(b.Output(), "written\n")
	b.Attr("key", "value")
	b.Run("part", func(b *testing.B) {
		for range b.N {
			b.SetBytes(8)
		}
	})
}

func BenchmarkMeasures(b *testing.B) {
	b.ReportAllocs()
	b.StopTimer()
	time.Sleep(2 * time.Millisecond)
	stopped := b.Elapsed()
	b.ResetTimer()
	b.StartTimer()
	n := 0
	for range b.N {
		n++
	}
	b.StopTimer()
	if b.Elapsed() > stopped+time.Second {
		b.Error("the clock did not stand still")
	}
	b.ReportMetric(float64(n)/float64(b.N), "turns/op")
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(0, "B/op")
	b.ReportMetric(2.5, "halves")
}

func BenchmarkParallel(b *testing.B) {
	b.SetParallelism(3)
	counts := make(chan int, 100)
	b.RunParallel(func(pb *testing.PB) {
		n := 0
		for pb.Next() {
			n++
		}
		counts <- n
	})
	sum, parts := 0, len(counts)
	for range parts {
		sum += <-counts
	}
	b.ReportMetric(float64(sum)/float64(b.N), "each")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkEndings(b *testing.B) {
	b.Run("FailNow", func(b *testing.B) { b.Fail(); b.FailNow() })
	b.Run("Fatal", func(b *testing.B) { b.Fatal("fatal", 1) })
	b.Run("Fatalf", func(b *testing.B) { b.Fatalf("fatal %02d", 2) })
	b.Run("SkipNow", func(b *testing.B) { b.SkipNow() })
	b.Run("Skip", func(b *testing.B) { b.Skip("skip", 3) })
	b.Run("Skipf", func(b *testing.B) { b.Skipf("skip %02d", 4) })
	b.Run("Error", func(b *testing.B) { b.Error("error", 5) })
	b.Run("Errorf", func(b *testing.B) { b.Errorf("error %02d", 6) })
	for _, how := range ways {
		b.Run("TB"+how, func(b *testing.B) { ending(b, how) })
	}
}

func FuzzCommon(f *testing.F) {
	where := func() {
		f.Helper()
		f.Log("helped")
	}
	where()
	f.Log("name", f.Name(), f.Failed(), f.Skipped())
	f.Logf("%q", "format")
	f.Cleanup(func() { f.Log("cleaned up", f.Context().Err()) })
	f.Setenv("EVERY", "set")
	dir := f.TempDir()
	f.Chdir(dir)
	here, err := os.Getwd()
	f.Log(os.Getenv("EVERY"), here == dir, err, f.Context().Err(), f.ArtifactDir() != dir)
	io.WriteString(f.Output(), "written\n")
	f.Attr("key", "value")
	f.Add("seed", 1)
	f.Add("", -1)
	f.Fuzz(func(t *testing.T, s string, n int) { t.Logf("%q %d %s", s, n, t.Name()) })
}

func FuzzError(f *testing.F) {
	f.Error("error", 1)
	f.Errorf("error %02d", 2)
	f.Fail()
	f.Log(f.Failed())
}
func FuzzFatal(f *testing.F)   { f.Fatal("fatal", 1) }
func FuzzFatalf(f *testing.F)  { f.Fatalf("fatal %02d", 2) }
func FuzzFailNow(f *testing.F) { f.FailNow() }
func FuzzSkip(f *testing.F)    { f.Skip("skip", 3) }
func FuzzSkipf(f *testing.F)   { f.Skipf("skip %02d", 4) }
func FuzzSkipNow(f *testing.F) {
	defer func() { f.Log(f.Skipped()) }()
	f.SkipNow()
}
