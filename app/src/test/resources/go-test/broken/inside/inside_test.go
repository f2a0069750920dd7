package inside

import "testing"

func TestInside(t *testing.T) { undefinedInside() }
