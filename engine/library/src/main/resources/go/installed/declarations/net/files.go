package net

import (
	"internal/entropy"
	"os"
)

func runtime_rand() uint64 { return entropy.Uint64() }

func newUnixFile(fd int, name string) *os.File { return os.NewFile(uintptr(fd), name) }
