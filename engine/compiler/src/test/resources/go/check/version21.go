//go:build go1.21

package version

func f() {
	for i := range 10 { // want BAD_RANGE "requires go1.22 or later \(file declares //go:build go1.21\)"
		_ = i
	}
	for range func(func() bool) {} { // want BAD_RANGE "requires go1.23 or later"
	}
	_ = new(5) // want LANGUAGE_VERSION "new\(5\) requires go1.26 or later"
}
