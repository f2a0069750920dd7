package e

import "testing"

func TestBoom(t *testing.T) { undefined1() }
