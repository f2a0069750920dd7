package atomic

import "unsafe"

// A uintptr is done as the integer of its size.

const wide = unsafe.Sizeof(uintptr(0)) == 8

func as32(addr *uintptr) *uint32 { return (*uint32)(unsafe.Pointer(addr)) }

func as64(addr *uintptr) *uint64 { return (*uint64)(unsafe.Pointer(addr)) }

// SwapUintptr stores new and returns what was there.
func SwapUintptr(addr *uintptr, new uintptr) uintptr {
	if wide {
		return uintptr(SwapUint64(as64(addr), uint64(new)))
	}
	return uintptr(SwapUint32(as32(addr), uint32(new)))
}

// AddUintptr adds and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) uintptr {
	if wide {
		return uintptr(AddUint64(as64(addr), uint64(delta)))
	}
	return uintptr(AddUint32(as32(addr), uint32(delta)))
}

// AndUintptr keeps the bits of mask and returns what was there.
func AndUintptr(addr *uintptr, mask uintptr) uintptr {
	if wide {
		return uintptr(AndUint64(as64(addr), uint64(mask)))
	}
	return uintptr(AndUint32(as32(addr), uint32(mask)))
}

// OrUintptr sets the bits of mask and returns what was there.
func OrUintptr(addr *uintptr, mask uintptr) uintptr {
	if wide {
		return uintptr(OrUint64(as64(addr), uint64(mask)))
	}
	return uintptr(OrUint32(as32(addr), uint32(mask)))
}

// CompareAndSwapUintptr stores new where old is, and reports whether it did.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	if wide {
		return CompareAndSwapUint64(as64(addr), uint64(old), uint64(new))
	}
	return CompareAndSwapUint32(as32(addr), uint32(old), uint32(new))
}

// LoadUintptr reads.
func LoadUintptr(addr *uintptr) uintptr {
	if wide {
		return uintptr(LoadUint64(as64(addr)))
	}
	return uintptr(LoadUint32(as32(addr)))
}

// StoreUintptr writes.
func StoreUintptr(addr *uintptr, val uintptr) {
	if wide {
		StoreUint64(as64(addr), uint64(val))
	} else {
		StoreUint32(as32(addr), uint32(val))
	}
}
