package fips140hash

import (
	fsha3 "crypto/internal/fips140/sha3"
	"crypto/sha3"
	"unsafe"
)

// sha3Unwrap finds the state, which is all that the public type holds.
func sha3Unwrap(h *sha3.SHA3) *fsha3.Digest { return (*fsha3.Digest)(unsafe.Pointer(h)) }
