package fs

import "time"

// FileMode holds what kind of file one is and who may do what with it.
type FileMode uint32

// The bits of a FileMode; the lowest nine are Unix's rwxrwxrwx. A regular file has none of ModeType's.
const (
	ModeDir        FileMode = 1 << (31 - iota) // d: a directory
	ModeAppend                                 // a: only written to at its end
	ModeExclusive                              // l: used by one at a time
	ModeTemporary                              // T: not backed up
	ModeSymlink                                // L: a symbolic link
	ModeDevice                                 // D: a device
	ModeNamedPipe                              // p: a pipe
	ModeSocket                                 // S: a socket
	ModeSetuid                                 // u: runs as its owner
	ModeSetgid                                 // g: runs as its group
	ModeCharDevice                             // c: a character device
	ModeSticky                                 // t: sticky
	ModeIrregular                              // ?: nothing else is known about it

	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	ModePerm FileMode = 0o777
)

// String gives m as ls would, with the letters above in front.
func (m FileMode) String() string {
	const kinds, rights = "dalTLDpSugct?", "rwxrwxrwx"
	out := make([]byte, 0, len(kinds)+len(rights))
	for i := range len(kinds) {
		if m>>(31-i)&1 != 0 {
			out = append(out, kinds[i])
		}
	}
	if len(out) == 0 {
		out = append(out, '-')
	}
	for i := range len(rights) {
		if m>>(len(rights)-1-i)&1 != 0 {
			out = append(out, rights[i])
		} else {
			out = append(out, '-')
		}
	}
	return string(out)
}

// IsDir reports whether m is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether m is a regular file's.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm gives the rights alone.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type gives the kind alone.
func (m FileMode) Type() FileMode { return m & ModeType }

type infoEntry struct{ info FileInfo }

// FileInfoToDirEntry makes a DirEntry of info; nil for nil.
func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

func (e infoEntry) Name() string            { return e.info.Name() }
func (e infoEntry) IsDir() bool             { return e.info.IsDir() }
func (e infoEntry) Type() FileMode          { return e.info.Mode().Type() }
func (e infoEntry) Info() (FileInfo, error) { return e.info, nil }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

// FormatFileInfo gives mode, size, time and name, a slash behind a directory's.
func FormatFileInfo(info FileInfo) string {
	out := []byte(info.Mode().String())
	out = appendSize(append(out, ' '), info.Size())
	out = append(out, ' ')
	out = append(out, info.ModTime().Format(time.DateTime)...)
	out = append(out, ' ')
	out = append(out, info.Name()...)
	if info.IsDir() {
		out = append(out, '/')
	}
	return string(out)
}

func appendSize(out []byte, n int64) []byte {
	u := uint64(n)
	if n < 0 {
		out = append(out, '-')
		u = -u
	}
	var digits [20]byte
	at := len(digits)
	for {
		at--
		digits[at] = byte('0' + u%10)
		if u /= 10; u == 0 {
			return append(out, digits[at:]...)
		}
	}
}

// FormatDirEntry gives kind and name, a slash behind a directory's.
func FormatDirEntry(dir DirEntry) string {
	kind := dir.Type().String()
	text := kind[:len(kind)-len("rwxrwxrwx")] + " " + dir.Name()
	if dir.IsDir() {
		text += "/"
	}
	return text
}
