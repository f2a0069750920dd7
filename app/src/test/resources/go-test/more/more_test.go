package more_test

import (
	"os"
	"testing"
)

func TestCleanupsRunLastFirst(t *testing.T) {
	t.Cleanup(func() { t.Log("first registered") })
	t.Cleanup(func() { t.Log("last registered") })
	t.Log("body")
}

func helper(t *testing.T) {
	t.Helper()
	t.Error("line of the caller")
}

func TestHelper(t *testing.T) {
	helper(t)
}

func TestNames(t *testing.T) {
	for _, name := range []string{"a b", "", "x/y", "a b", "é"} {
		t.Run(name, func(t *testing.T) {})
	}
}

func TestSubtestsThatFailAndSkip(t *testing.T) {
	t.Run("fail", func(t *testing.T) { t.Fatalf("fatal\nwith two lines") })
	t.Run("skip", func(t *testing.T) { t.Skipf("because %d", 1) })
	t.Run("deep", func(t *testing.T) {
		t.Run("er", func(t *testing.T) { t.Log("down here") })
	})
}

func TestEnvironment(t *testing.T) {
	t.Setenv("GORRERY_TEST", "x")
	t.Chdir(t.TempDir())
	if os.Getenv("GORRERY_TEST") != "x" {
		t.Error("not set")
	}
	if t.Context().Err() != nil {
		t.Error("context is over")
	}
}

func TestWorkingDirectory(t *testing.T) {
	if _, err := os.Stat("more_test.go"); err != nil {
		t.Error(err)
	}
	if os.Getenv("GORRERY_TEST") != "" {
		t.Error("still set")
	}
}

func TestOutput(t *testing.T) {
	t.Output().Write([]byte("one\ntwo\n"))
	t.Attr("key", "value")
}
