package both

import "testing"

func TestInside(t *testing.T) { undefinedInside() }
