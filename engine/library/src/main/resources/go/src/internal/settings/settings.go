// Package settings gives what GODEBUG says to packages of the library.
package settings

// Value gives a setting's value, as the program brings it or the environment had it when the program began; "" where nobody set it.
func Value(name string) string { return value(name) }

func value(name string) string
