package syscall

import "unsafe"

// Protection of mapped memory.
const (
	PROT_NONE  = 0x0
	PROT_READ  = 0x1
	PROT_WRITE = 0x2
	PROT_EXEC  = 0x4
)

// How memory is mapped.
const (
	MAP_FILE      = 0x0
	MAP_SHARED    = 0x1
	MAP_PRIVATE   = 0x2
	MAP_FIXED     = 0x10
	MAP_ANON      = 0x20
	MAP_ANONYMOUS = 0x20
	MAP_NORESERVE = 0x4000
	MAP_POPULATE  = 0x8000
)

func mapMemory(bytes int64) unsafe.Pointer

func unmapMemory(at unsafe.Pointer, bytes int64) bool

// Mmap maps zeroed memory of its own for a program: anonymous and private, at a place that it does not choose. Files cannot be mapped.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 || prot&^(PROT_READ|PROT_WRITE|PROT_EXEC) != 0 {
		return nil, EINVAL
	}
	if flags&MAP_ANON == 0 {
		return nil, ENODEV
	}
	if flags&(MAP_SHARED|MAP_PRIVATE) == 0 || flags&MAP_FIXED != 0 {
		return nil, EINVAL
	}
	bytes := wholePages(length)
	at := mapMemory(bytes)
	if at == nil {
		return nil, ENOMEM
	}
	return unsafe.Slice((*byte)(at), int(bytes))[:length:length], nil
}

// wholePages rounds up to the size of pages.
func wholePages(n int) int64 {
	page := int64(Getpagesize())
	return (int64(n) + page - 1) / page * page
}

// Munmap gives memory back that Mmap has mapped.
func Munmap(b []byte) (err error) {
	if len(b) == 0 || !onPage(b) || !unmapMemory(unsafe.Pointer(&b[0]), wholePages(len(b))) {
		return EINVAL
	}
	return nil
}

// Mprotect accepts a protection. It does not bind: the engine takes no faults of the host, and memory that Mmap gave can be read and
// written as long as it is mapped.
func Mprotect(b []byte, prot int) (err error) {
	if prot&^(PROT_READ|PROT_WRITE|PROT_EXEC) != 0 || len(b) > 0 && !onPage(b) {
		return EINVAL
	}
	return nil
}

func onPage(b []byte) bool {
	return uintptr(unsafe.Pointer(&b[0]))%uintptr(Getpagesize()) == 0
}
