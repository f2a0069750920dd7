// Package atomic has operations on memory that no other goroutine sees half done. Each synchronizes: what a goroutine did before an
// operation is seen by those that see its effect.
package atomic

import "unsafe"

// Natives check for nil, and on 32-bit targets for the alignment that 64-bit operations need.

// SwapInt32 stores new and returns what was there.
//
//go:noescape
func SwapInt32(addr *int32, new int32) (old int32)

// CompareAndSwapInt32 stores new where old is, and reports whether it did.
//
//go:noescape
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// AddInt32 adds and returns the sum.
//
//go:noescape
func AddInt32(addr *int32, delta int32) (new int32)

// AndInt32 keeps the bits of mask and returns what was there.
//
//go:noescape
func AndInt32(addr *int32, mask int32) (old int32)

// OrInt32 sets the bits of mask and returns what was there.
//
//go:noescape
func OrInt32(addr *int32, mask int32) (old int32)

// LoadInt32 reads.
//
//go:noescape
func LoadInt32(addr *int32) (val int32)

// StoreInt32 writes.
//
//go:noescape
func StoreInt32(addr *int32, val int32)

// SwapUint32 stores new and returns what was there.
//
//go:noescape
func SwapUint32(addr *uint32, new uint32) (old uint32)

// CompareAndSwapUint32 stores new where old is, and reports whether it did.
//
//go:noescape
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// AddUint32 adds and returns the sum.
//
//go:noescape
func AddUint32(addr *uint32, delta uint32) (new uint32)

// AndUint32 keeps the bits of mask and returns what was there.
//
//go:noescape
func AndUint32(addr *uint32, mask uint32) (old uint32)

// OrUint32 sets the bits of mask and returns what was there.
//
//go:noescape
func OrUint32(addr *uint32, mask uint32) (old uint32)

// LoadUint32 reads.
//
//go:noescape
func LoadUint32(addr *uint32) (val uint32)

// StoreUint32 writes.
//
//go:noescape
func StoreUint32(addr *uint32, val uint32)

// SwapInt64 stores new and returns what was there.
//
//go:noescape
func SwapInt64(addr *int64, new int64) (old int64)

// CompareAndSwapInt64 stores new where old is, and reports whether it did.
//
//go:noescape
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// AddInt64 adds and returns the sum.
//
//go:noescape
func AddInt64(addr *int64, delta int64) (new int64)

// AndInt64 keeps the bits of mask and returns what was there.
//
//go:noescape
func AndInt64(addr *int64, mask int64) (old int64)

// OrInt64 sets the bits of mask and returns what was there.
//
//go:noescape
func OrInt64(addr *int64, mask int64) (old int64)

// LoadInt64 reads.
//
//go:noescape
func LoadInt64(addr *int64) (val int64)

// StoreInt64 writes.
//
//go:noescape
func StoreInt64(addr *int64, val int64)

// SwapUint64 stores new and returns what was there.
//
//go:noescape
func SwapUint64(addr *uint64, new uint64) (old uint64)

// CompareAndSwapUint64 stores new where old is, and reports whether it did.
//
//go:noescape
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// AddUint64 adds and returns the sum.
//
//go:noescape
func AddUint64(addr *uint64, delta uint64) (new uint64)

// AndUint64 keeps the bits of mask and returns what was there.
//
//go:noescape
func AndUint64(addr *uint64, mask uint64) (old uint64)

// OrUint64 sets the bits of mask and returns what was there.
//
//go:noescape
func OrUint64(addr *uint64, mask uint64) (old uint64)

// LoadUint64 reads.
//
//go:noescape
func LoadUint64(addr *uint64) (val uint64)

// StoreUint64 writes.
//
//go:noescape
func StoreUint64(addr *uint64, val uint64)

// SwapPointer stores new and returns what was there.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapPointer stores new where old is, and reports whether it did.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)

// LoadPointer reads.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

// StorePointer writes.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)
