package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"math/rand"
	"os"
	"strings"
	"testing/fstest"
	"testing/iotest"
	"testing/quick"
	"testing/slogtest"
)

type pair struct {
	A int8
	B []string
	C map[uint16]bool
	D *float32
	E [2]complex64
}

func main() {
	c := &quick.Config{MaxCount: 50, Rand: rand.New(rand.NewSource(7))}
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, c))
	fmt.Println(quick.Check(func(a uint8) bool { return a < 200 }, c))
	fmt.Println(quick.CheckEqual(func(p pair) int { return len(p.B) }, func(p pair) int { return min(len(p.B), 20) }, c) != nil)
	fmt.Println(quick.Check(func(c chan int) bool { return true }, c), quick.Check(1, nil))
	fmt.Println(quick.CheckEqual(func(s string) string { return s }, func(s string) string { return strings.ToLower(s) + "" }, c) != nil)

	r := strings.NewReader("some text to read")
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	io.Copy(iotest.NewWriteLogger("w", io.Discard), iotest.NewReadLogger("r", iotest.OneByteReader(strings.NewReader("ab"))))
	b, err := io.ReadAll(iotest.TimeoutReader(iotest.HalfReader(r)))
	fmt.Println(len(b), err, err == iotest.ErrTimeout)
	n, err := iotest.DataErrReader(strings.NewReader("x")).Read(make([]byte, 5))
	fmt.Println(n, err)
	fmt.Println(io.ReadAll(iotest.ErrReader(errors.New("bad"))))
	var buf bytes.Buffer
	fmt.Fprintf(iotest.TruncateWriter(&buf, 3), "abcdef")
	fmt.Println(buf.String(), iotest.TestReader(bytes.NewReader([]byte("content")), []byte("content")))
	fmt.Println(iotest.TestReader(strings.NewReader("x"), []byte("y")))

	m := fstest.MapFS{"a/b.txt": {Data: []byte("hello"), Mode: 0o644}, "c": {Mode: fs.ModeDir | 0o755}, "l": {Data: []byte("a"), Mode: fs.ModeSymlink}}
	fmt.Println(fstest.TestFS(m, "a/b.txt", "c"))
	fmt.Println(fstest.TestFS(m, "zz") != nil)
	x, err := m.ReadFile("l/b.txt")
	fmt.Println(string(x), err)
	fmt.Println(m.Glob("*/*"))
	fmt.Println(m.ReadLink("l"))
	i, err := m.Lstat("l")
	fmt.Println(i, err)
	sub, _ := m.Sub("a")
	fmt.Println(fs.ReadFile(sub, "b.txt"))
	s, err := m.Stat("nope")
	fmt.Println(s, err)
	h := slog.NewTextHandler(io.Discard, nil)
	fmt.Println(slogtest.TestHandler(h, func() []map[string]any { return nil }) != nil)
}
