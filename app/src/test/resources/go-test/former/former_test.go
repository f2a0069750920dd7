//go:debug panicnil=0
package former

import (
	"math/rand"
	"testing"
)

func TestSeedOfTheLanguageVersion(t *testing.T) {
	rand.Seed(42)
	t.Log(rand.Int63())
}

func TestSettingOfTheTestFile(t *testing.T) {
	defer func() { t.Log(recover()) }()
	panic(nil)
}
