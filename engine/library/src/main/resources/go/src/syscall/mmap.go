package syscall

import (
	"sync"
	"unsafe"
)

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

// mapping is a part of a file in memory, by a number of its own for the file.
type mapping struct {
	fd     int
	offset int64
	data   []byte
}

// written are the mappings whose files get what is written to them.
var written struct {
	sync.Mutex
	at map[*byte]mapping
}

// Mmap maps memory of its own for a program, at a place that it does not choose. A file is not mapped but read: what is written to a shared
// mapping of it gets into the file with Munmap, and what gets into the file otherwise is not seen.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 || prot&^(PROT_READ|PROT_WRITE|PROT_EXEC) != 0 {
		return nil, EINVAL
	}
	if flags&(MAP_SHARED|MAP_PRIVATE) == 0 || flags&MAP_FIXED != 0 {
		return nil, EINVAL
	}
	if flags&MAP_ANON == 0 && (offset < 0 || offset%int64(Getpagesize()) != 0) {
		return nil, EINVAL
	}
	bytes := wholePages(length)
	at := mapMemory(bytes)
	if at == nil {
		return nil, ENOMEM
	}
	data = unsafe.Slice((*byte)(at), int(bytes))[:length:length]
	if flags&MAP_ANON == 0 {
		if err := mapFile(fd, offset, data, prot&PROT_WRITE != 0 && flags&MAP_SHARED != 0); err != nil {
			unmapMemory(at, bytes)
			return nil, err
		}
	}
	noteClosed(at, bytes, closing(prot))
	return data, nil
}

// mapFile reads a part of a file, which may end before the mapping does.
func mapFile(fd int, offset int64, data []byte, write bool) error {
	for n := 0; n < len(data); {
		got, err := Pread(fd, data[n:], offset+int64(n))
		if err != nil {
			return err
		}
		if got == 0 {
			break
		}
		n += got
	}
	if !write {
		return nil
	}
	own, err := Dup(fd)
	if err != nil {
		return err
	}
	written.Lock()
	defer written.Unlock()
	if written.at == nil {
		written.at = map[*byte]mapping{}
	}
	written.at[&data[0]] = mapping{own, offset, data}
	return nil
}

// writeBack puts into its file what was written to a mapping, but nothing behind the end of the file.
func writeBack(first *byte) error {
	written.Lock()
	m, ok := written.at[first]
	delete(written.at, first)
	written.Unlock()
	if !ok {
		return nil
	}
	defer Close(m.fd)
	var info Stat_t
	if err := Fstat(m.fd, &info); err != nil {
		return err
	}
	data := m.data[:max(0, min(int64(len(m.data)), info.Size-m.offset))]
	for n := 0; n < len(data); {
		done, err := Pwrite(m.fd, data[n:], m.offset+int64(n))
		if err != nil {
			return err
		}
		n += done
	}
	return nil
}

// wholePages rounds up to the size of pages.
func wholePages(n int) int64 {
	page := int64(Getpagesize())
	return (int64(n) + page - 1) / page * page
}

// Munmap gives memory back that Mmap has mapped.
func Munmap(b []byte) (err error) {
	if len(b) == 0 || !onPage(b) {
		return EINVAL
	}
	if err := writeBack(&b[0]); err != nil {
		return err
	}
	at, bytes := unsafe.Pointer(&b[0]), wholePages(len(b))
	if !unmapMemory(at, bytes) {
		return EINVAL
	}
	noteClosed(at, bytes, closedToReads|closedToWrites)
	return nil
}

// What memory is closed to.
const (
	closedToReads  int32 = 1
	closedToWrites int32 = 2
)

// closeMemory is known to the compiler: in a program that has it, each access asks whether its page is closed.
func closeMemory(at unsafe.Pointer, bytes int64, how int32)

// noteClosed does the same for programs that may not have closeMemory, and then nobody asks.
func noteClosed(at unsafe.Pointer, bytes int64, how int32)

// closing is what a protection closes.
func closing(prot int) (how int32) {
	if prot == PROT_NONE {
		how = closedToReads
	}
	if prot&PROT_WRITE == 0 {
		how |= closedToWrites
	}
	return how
}

// Mprotect says what may be done with memory that Mmap gave, whole pages of it.
func Mprotect(b []byte, prot int) (err error) {
	if prot&^(PROT_READ|PROT_WRITE|PROT_EXEC) != 0 || len(b) > 0 && !onPage(b) {
		return EINVAL
	}
	if len(b) > 0 {
		closeMemory(unsafe.Pointer(&b[0]), wholePages(len(b)), closing(prot))
	}
	return nil
}

func onPage(b []byte) bool {
	return uintptr(unsafe.Pointer(&b[0]))%uintptr(Getpagesize()) == 0
}
