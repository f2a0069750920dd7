package outside_test

import "testing"

func TestOutside(t *testing.T) { undefinedOutside() }
