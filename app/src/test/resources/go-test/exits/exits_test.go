package exits

import (
	"os"
	"testing"
)

func TestFine(t *testing.T) {}

func TestEnds(t *testing.T) {
	t.Log("before")
	os.Exit(0)
}
