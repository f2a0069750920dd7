package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// tape is a string of cells that can be read, written, wound and closed.
type tape struct {
	cells []byte
	at    int64
	log   []string
}

func (t *tape) Read(p []byte) (int, error) {
	if t.at >= int64(len(t.cells)) {
		return 0, io.EOF
	}
	n := copy(p, t.cells[t.at:])
	t.at += int64(n)
	return n, nil
}

func (t *tape) Write(p []byte) (int, error) {
	for int64(len(t.cells)) < t.at+int64(len(p)) {
		t.cells = append(t.cells, '.')
	}
	n := copy(t.cells[t.at:], p)
	t.at += int64(n)
	return n, nil
}

func (t *tape) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += t.at
	case io.SeekEnd:
		offset += int64(len(t.cells))
	}
	if offset < 0 {
		return t.at, fmt.Errorf("seek to %d", offset)
	}
	t.at = offset
	return offset, nil
}

func (t *tape) Close() error {
	t.log = append(t.log, "closed")
	return nil
}

func (t *tape) WriteAt(p []byte, off int64) (int, error) {
	at := t.at
	t.at = off
	n, err := t.Write(p)
	t.at = at
	return n, err
}

func closed(c io.Closer) error { return c.Close() }

func seekRead(s io.ReadSeeker, to int64) string {
	at, err := s.Seek(to, io.SeekStart)
	p := make([]byte, 3)
	n, rerr := s.Read(p)
	return fmt.Sprintf("%d %v %q %v", at, err, p[:n], rerr)
}

func readClose(s io.ReadSeekCloser) string {
	s.Seek(-2, io.SeekEnd)
	p := make([]byte, 8)
	n, err := s.Read(p)
	return fmt.Sprintf("%q %v %v", p[:n], err, s.Close())
}

func through(rw io.ReadWriter, text string) string {
	n, err := rw.Write([]byte(text))
	p := make([]byte, 4)
	m, rerr := rw.Read(p)
	return fmt.Sprintf("%d %v %q %v", n, err, p[:m], rerr)
}

func all(rwc io.ReadWriteCloser) string {
	rwc.Write([]byte("end"))
	p := make([]byte, 1)
	n, err := rwc.Read(p)
	return fmt.Sprint(n, err, rwc.Close())
}

func overwrite(s io.ReadWriteSeeker, at int64, text string) (int64, error) {
	if _, err := s.Seek(at, io.SeekStart); err != nil {
		return 0, err
	}
	s.Write([]byte(text))
	return s.Seek(0, io.SeekCurrent)
}

func appended(s io.WriteSeeker, text string) (int64, error) {
	end, err := s.Seek(0, io.SeekEnd)
	io.WriteString(s, text)
	return end, err
}

func offset(w *io.OffsetWriter) string {
	n, err := w.WriteAt([]byte("AT"), 3)
	_, werr := w.WriteAt([]byte("AT"), -1)
	at, serr := w.Seek(1, io.SeekStart)
	w.Write([]byte("W"))
	return fmt.Sprint(n, err, werr, at, serr)
}

func section(r *io.SectionReader) string {
	inner, at, n := r.Outer()
	p := make([]byte, 10)
	m, err := r.ReadAt(p, 1)
	return fmt.Sprintf("%T %d %d %q %v", inner, at, n, p[:m], err)
}

func talk(r *io.PipeReader, w *io.PipeWriter) string {
	go func() {
		fmt.Fprint(w, "over the pipe")
		w.CloseWithError(io.ErrUnexpectedEOF)
	}()
	text, err := io.ReadAll(r)
	return fmt.Sprintf("%q %v", text, err)
}

func walked(root string, visit filepath.WalkFunc) error { return filepath.Walk(root, visit) }
func walkedDir(root string, visit fs.WalkDirFunc) error { return filepath.WalkDir(root, visit) }
func firstBytes(f fs.File, n int) (string, fs.FileInfo) {
	p := make([]byte, n)
	k, _ := f.Read(p)
	info, _ := f.Stat()
	return string(p[:k]), info
}

func files() {
	root, err := os.MkdirTemp("", "walk")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(root)
	os.MkdirAll(filepath.Join(root, "a", "b"), 0o755)
	os.WriteFile(filepath.Join(root, "a", "f"), []byte("content of f"), 0o640)
	os.WriteFile(filepath.Join(root, "z"), nil, 0o600)
	fmt.Println(walked(root, func(path string, info fs.FileInfo, err error) error {
		rel, _ := filepath.Rel(root, path)
		fmt.Println("walk", rel, info.IsDir(), err)
		if info.Name() == "b" {
			return filepath.SkipDir
		}
		return nil
	}))
	fmt.Println(walkedDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, path)
		fmt.Println("dir", rel, d.Type().IsRegular(), err)
		if d.Name() == "a" {
			return fs.SkipAll
		}
		return nil
	}))
	f, err := os.DirFS(root).Open("a/f")
	if err != nil {
		panic(err)
	}
	text, info := firstBytes(f, 7)
	fmt.Println(text, info.Size(), info.Mode()&fs.ModePerm, info.Mode()&fs.ModeType == 0, fs.ModePerm, fs.ModeType, f.Close())
}

func main() {
	t := &tape{cells: []byte("0123456789")}
	fmt.Println(seekRead(t, 4), seekRead(t, 9), seekRead(t, 20))
	fmt.Println(readClose(t), closed(t), t.log)
	fmt.Println(overwrite(t, 12, "xyz"))
	fmt.Println(overwrite(t, -1, "no"))
	fmt.Println(appended(t, "tail"))
	fmt.Println(string(t.cells))
	t.at = 2
	fmt.Println(through(t, "RW"), all(t), string(t.cells))
	fmt.Println(offset(io.NewOffsetWriter(t, 5)), string(t.cells))
	fmt.Println(section(io.NewSectionReader(bytes.NewReader(t.cells), 2, 5)))
	fmt.Println(talk(io.Pipe()))
	var w io.Writer = &strings.Builder{}
	n, err := w.Write([]byte("through the interface"))
	fmt.Println(n, err, w)
	files()
}
