package c

import (
	"fmt"
	"os"
	"testing"
)

func TestMain(m *testing.M) { fmt.Println("main"); os.Exit(m.Run()) }
func TestFail(t *testing.T) { t.Errorf("no %d", 1); t.Run("x", func(t *testing.T) { t.Error("y") }) }
func TestOK(t *testing.T)   { println("stderr here"); fmt.Println("stdout here") }
func Example_bad() {
	fmt.Println("a")
	// Output: b
}
