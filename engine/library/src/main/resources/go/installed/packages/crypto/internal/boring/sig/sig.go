// Package sig marks which cryptography a program has; nothing reads the marks.
package sig

// BoringCrypto marks a program with another cryptography.
func BoringCrypto() {}

// FIPSOnly marks a program restricted to approved algorithms.
func FIPSOnly() {}

// StandardCrypto marks a program with Go's own cryptography.
func StandardCrypto() {}
