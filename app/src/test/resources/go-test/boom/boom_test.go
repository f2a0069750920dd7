package boom

import "testing"

func TestFine(t *testing.T) {}

func TestNil(t *testing.T) {
	var p *int
	*p = 1
}
