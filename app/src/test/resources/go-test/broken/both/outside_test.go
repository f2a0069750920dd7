package both_test

import "testing"

func TestOutside(t *testing.T) { undefinedOutside() }
