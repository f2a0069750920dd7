// Package sysrand gives crypto packages of an installed Go random bytes from the host.
package sysrand

import "internal/entropy"

// Read fills b with random bytes.
func Read(b []byte) {
	var word uint64
	for i := range b {
		if i%8 == 0 {
			word = entropy.Secret()
		}
		b[i] = byte(word)
		word >>= 8
	}
}
