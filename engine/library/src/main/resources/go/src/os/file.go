package os

import (
	"errors"
	"io"
	"io/fs"
	"sync"
	"sync/atomic"
	"syscall"
)

// Flags of OpenFile: one of the first three, and any of the others.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// The older names of io.SeekStart and so on.
const (
	SEEK_SET int = iota
	SEEK_CUR
	SEEK_END
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

type (
	FileInfo = fs.FileInfo
	FileMode = fs.FileMode
	DirEntry = fs.DirEntry
)

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// File is an open file.
type File struct{ *file }

type file struct {
	fd      int
	name    string
	append  bool
	closed  atomic.Bool
	dirLock sync.Mutex
	listing []DirEntry // what ReadDir has still to give
	listed  bool
	listErr error
	waits   *waits // nil for a file that is always ready
}

// The standard streams.
var (
	Stdin  = newFile(syscall.Stdin, "/dev/stdin")
	Stdout = newFile(syscall.Stdout, "/dev/stdout")
	Stderr = newFile(syscall.Stderr, "/dev/stderr")
)

// NewFile makes a File of the number of an open one.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	f := newFile(int(fd), name)
	if syscall.IsNonblocking(f.fd) {
		f.watched()
	}
	return f
}

func newFile(fd int, name string) *File { return &File{&file{fd: fd, name: name}} }

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes a file, or empties it where it is there.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// OpenFile opens a file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, err := syscall.Open(name, flag|syscall.O_CLOEXEC, systemMode(perm))
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
	f := newFile(fd, name)
	f.append = flag&O_APPEND != 0
	return f.watched(), nil
}

// systemMode gives rights as the system has them.
func systemMode(m FileMode) uint32 {
	bits := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		bits |= syscall.S_ISUID
	}
	if m&ModeSetgid != 0 {
		bits |= syscall.S_ISGID
	}
	if m&ModeSticky != 0 {
		bits |= syscall.S_ISVTX
	}
	return bits
}

// Name returns the name that the file was opened by.
func (f *File) Name() string { return f.name }

// Fd returns the number of the file.
func (f *File) Fd() uintptr {
	if f == nil || f.closed.Load() {
		return ^uintptr(0)
	}
	if w := f.waits; w != nil {
		w.guard.Lock()
		if !w.blocking && syscall.SetNonblock(f.fd, false) == nil {
			w.blocking = true
		}
		w.guard.Unlock()
	}
	return uintptr(f.fd)
}

// check returns an error where the file is not open.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed.Load() {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// wrap gives err its place; nil for nil.
func (f *File) wrap(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	if op != "close" && f.closed.Load() {
		err = ErrClosed // while the system was at it
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// Read reads at most len(p) bytes.
func (f *File) Read(p []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	if f.waits != nil {
		if !f.waits.enter('r') {
			return 0, f.wrap("read", ErrClosed)
		}
		n, err = f.try('r', p, syscall.Read)
		f.leave('r')
	}
	for f.waits == nil {
		n, err = syscall.Read(f.fd, p)
		if err != syscall.EAGAIN || syscall.Await(f.fd, false) != nil {
			break
		}
	}
	if n == 0 && err == nil {
		return 0, io.EOF
	}
	return max(n, 0), f.wrap("read", err)
}

// ReadAt reads len(p) bytes from a place.
func (f *File) ReadAt(p []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(p) > n {
		got, err := syscall.Pread(f.fd, p[n:], off+int64(n))
		if err != nil {
			return n, f.wrap("read", err)
		}
		if got == 0 {
			return n, io.EOF
		}
		n += got
	}
	return n, nil
}

// Write writes p.
func (f *File) Write(p []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.waits != nil {
		if !f.waits.enter('w') {
			return 0, f.wrap("write", ErrClosed)
		}
		defer f.leave('w')
	}
	for {
		var done int
		if f.waits != nil {
			done, err = f.try('w', p[n:], syscall.Write)
		} else {
			done, err = syscall.Write(f.fd, p[n:])
		}
		if done > 0 {
			n += done
		}
		if err == syscall.EAGAIN && syscall.Await(f.fd, true) == nil {
			continue
		}
		if err != nil {
			return n, f.wrap("write", err)
		}
		if n == len(p) {
			return n, nil
		}
		if done == 0 {
			return n, f.wrap("write", io.ErrUnexpectedEOF)
		}
	}
}

// WriteAt writes p at a place.
func (f *File) WriteAt(p []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for len(p) > n {
		done, err := syscall.Pwrite(f.fd, p[n:], off+int64(n))
		if err != nil {
			return n, f.wrap("write", err)
		}
		n += done
	}
	return n, nil
}

// WriteString is Write of a string.
func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

// plainReader and plainWriter hide the methods that io.Copy would come back to.
type plainReader struct{ f *File }

func (r plainReader) Read(p []byte) (int, error) { return r.f.Read(p) }

type plainWriter struct{ f *File }

func (w plainWriter) Write(p []byte) (int, error) { return w.f.Write(p) }

// ReadFrom writes what it reads from r.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(plainWriter{f}, r)
}

// WriteTo writes what is left of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, plainReader{f})
}

// Seek moves the place of the next Read or Write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	at, err := syscall.Seek(f.fd, offset, whence)
	if err != nil {
		return 0, f.wrap("seek", err)
	}
	f.dirLock.Lock()
	f.listed, f.listing = false, nil
	f.dirLock.Unlock()
	return at, nil
}

// Close closes the file.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if !f.closed.CompareAndSwap(false, true) {
		return &PathError{Op: "close", Path: f.name, Err: ErrClosed}
	}
	if f.waits != nil {
		return f.wrap("close", f.shut())
	}
	return f.wrap("close", syscall.Close(f.fd))
}

// Sync writes what is still in memory.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return f.wrap("sync", syscall.Fsync(f.fd))
}

// Truncate sets the length.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return f.wrap("truncate", syscall.Ftruncate(f.fd, size))
}

// Chmod sets the rights.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	path, err := syscall.PathOf(f.fd)
	if err == nil {
		err = syscall.Chmod(path, systemMode(mode))
	}
	return f.wrap("chmod", err)
}

// Chdir makes the directory the working directory.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	path, err := syscall.PathOf(f.fd)
	if err == nil {
		err = syscall.Chdir(path)
	}
	return f.wrap("chdir", err)
}

// Pipe makes a pipe.
func Pipe() (r *File, w *File, err error) {
	var ends [2]int
	if err := syscall.Pipe(ends[:]); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	return newFile(ends[0], "|0").watched(), newFile(ends[1], "|1").watched(), nil
}

// ReadFile reads a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if info, err := f.Stat(); err == nil {
		size = int(info.Size())
	}
	data := make([]byte, 0, max(size+1, 512))
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile makes a file with the given contents, or replaces those it has.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}
