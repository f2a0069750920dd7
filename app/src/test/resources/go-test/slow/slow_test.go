package slow

import (
	"testing"
	"time"
)

func TestForEver(t *testing.T) { time.Sleep(time.Hour) }
