package imports

import (
	"testing"

	"example.com/m/broken/faulty"
)

func TestImports(t *testing.T) { faulty.F() }
