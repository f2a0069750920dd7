package syscall

import (
	"sync"
	"sync/atomic"
)

// Iovec is a place in memory and its length.
type Iovec struct {
	Base *byte
	Len  uint64
}

// SetLen sets the length.
func (iov *Iovec) SetLen(length int) { iov.Len = uint64(length) }

// Dirent is how the system lists what is in a directory.
type Dirent struct {
	Ino    uint64
	Off    int64
	Reclen uint16
	Type   uint8
	Name   [256]int8
	_      [5]byte
}

// nameAt is where the name begins in a Dirent.
const nameAt = 19

// listings are what is left to list of open directories, by their numbers.
var listings struct {
	sync.Mutex
	begun atomic.Bool // whether there ever was one
	left  map[int][]string
}

// forgetListing lets the listing of a directory begin again.
func forgetListing(fd int) {
	if listings.begun.Load() {
		listings.Lock()
		delete(listings.left, fd)
		listings.Unlock()
	}
}

// ReadDirent fills buf with as many entries of an open directory as fit; 0 when all are listed.
func ReadDirent(fd int, buf []byte) (n int, err error) {
	listings.Lock()
	defer listings.Unlock()
	names, begun := listings.left[fd]
	path, err := PathOf(fd)
	if err != nil {
		return -1, err
	}
	if !begun {
		if names, err = ListDirectory(path); err != nil {
			return -1, err
		}
		names = append(names, ".", "..")
	}
	for len(names) > 0 {
		size := (nameAt + len(names[0]) + 1 + 7) &^ 7
		if n+size > len(buf) {
			if n == 0 {
				return -1, EINVAL
			}
			break
		}
		putDirent(buf[n:n+size], path, names[0])
		n += size
		names = names[1:]
	}
	if listings.left == nil {
		listings.left = map[int][]string{}
		listings.begun.Store(true)
	}
	if n == 0 {
		delete(listings.left, fd)
	} else {
		listings.left[fd] = names
	}
	return n, nil
}

func putDirent(b []byte, path, name string) {
	var info Stat_t
	Lstat(path+"/"+name, &info) // where it has gone meanwhile its number is 0, and it counts as deleted
	clear(b)
	order := hostOrder{}
	order.PutUint64(b, info.Ino)
	order.PutUint16(b[16:], uint16(len(b)))
	b[18] = byte(info.Mode & S_IFMT >> 12)
	copy(b[nameAt:], name)
}

// ParseDirent reads at most max names, all if negative, from what ReadDirent has given, and appends them.
func ParseDirent(buf []byte, max int, names []string) (consumed int, count int, newnames []string) {
	order := hostOrder{}
	for max != 0 && len(buf)-consumed > nameAt {
		entry := buf[consumed:]
		size := int(order.Uint16(entry[16:]))
		if size <= nameAt || size > len(entry) {
			break
		}
		consumed += size
		name := entry[nameAt:size]
		for i, c := range name {
			if c == 0 {
				name = name[:i]
				break
			}
		}
		if order.Uint64(entry) == 0 || string(name) == "." || string(name) == ".." {
			continue
		}
		names = append(names, string(name))
		count++
		max--
	}
	return consumed, count, names
}
