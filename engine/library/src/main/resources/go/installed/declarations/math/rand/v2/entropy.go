package rand

import "internal/entropy"

func runtime_rand() uint64 { return entropy.Uint64() }
