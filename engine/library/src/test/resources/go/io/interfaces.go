// Values of the library through the interfaces that it declares, each method called by that name.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"context"
	"encoding"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"io"
	"math/big"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

type ints []int

func (x ints) Len() int           { return len(x) }
func (x ints) Less(i, j int) bool { return x[i] < x[j] }
func (x ints) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x *ints) Push(v any)        { *x = append(*x, v.(int)) }
func (x *ints) Pop() any {
	v := (*x)[len(*x)-1]
	*x = (*x)[:len(*x)-1]
	return v
}

type closer struct{ *bytes.Buffer }

func (closer) Close() error                       { return errors.New("closed twice") }
func (closer) Seek(n int64, w int) (int64, error) { return n + int64(w), nil }

func readers() {
	b := make([]byte, 3)
	var r io.Reader = &io.LimitedReader{R: strings.NewReader("limited"), N: 5}
	n, err := r.Read(b)
	fmt.Println(n, err, string(b))
	l := &io.LimitedReader{R: strings.NewReader("limited"), N: 2}
	n, err = l.Read(b)
	n2, err2 := l.Read(b)
	fmt.Println(n, err, n2, err2)
	s := io.NewSectionReader(strings.NewReader("0123456789"), 3, 4)
	n, err = s.Read(b)
	n2, err2 = s.Read(b)
	fmt.Println(n, err, n2, err2, string(b))
	var br io.ByteReader = strings.NewReader("x")
	c, err := br.ReadByte()
	_, err2 = br.ReadByte()
	fmt.Println(c, err, err2)
	var bs io.ByteScanner = strings.NewReader("yz")
	fmt.Println(bs.UnreadByte())
	c, err = bs.ReadByte()
	fmt.Println(c, err, bs.UnreadByte())
	var rr io.RuneReader = strings.NewReader("é")
	ru, size, err := rr.ReadRune()
	fmt.Println(string(ru), size, err)
	var rs io.RuneScanner = strings.NewReader("ü\xff")
	fmt.Println(rs.UnreadRune())
	ru, size, err = rs.ReadRune()
	fmt.Println(string(ru), size, err, rs.UnreadRune(), rs.UnreadRune())
	var ra io.ReaderAt = strings.NewReader("at some place")
	n, err = ra.ReadAt(b, 3)
	n2, err2 = ra.ReadAt(b, 11)
	_, err3 := ra.ReadAt(b, -1)
	fmt.Println(n, err, n2, err2, err3)
	var sk io.Seeker = strings.NewReader("seek")
	at, err := sk.Seek(-1, io.SeekEnd)
	_, err2 = sk.Seek(-9, io.SeekCurrent)
	_, err3 = sk.Seek(0, 9)
	fmt.Println(at, err, err2, err3)
	var wt io.WriterTo = strings.NewReader("to")
	var rf io.ReaderFrom = new(bytes.Buffer)
	m, err := wt.WriteTo(os.Stdout)
	m2, err2 := rf.ReadFrom(strings.NewReader("from"))
	fmt.Println(m, err, m2, err2)
	var bw io.ByteWriter = new(bytes.Buffer)
	var sw io.StringWriter = new(strings.Builder)
	n, err = sw.WriteString("string")
	fmt.Println(bw.WriteByte('b'), n, err)
	x := closer{bytes.NewBufferString("rwc")}
	var rc io.ReadCloser = x
	var rsk io.ReadSeekCloser = x
	var rwc io.ReadWriteCloser = x
	var rws io.ReadWriteSeeker = x
	var wc io.WriteCloser = x
	var ws io.WriteSeeker = x
	n, err = rc.Read(b[:1])
	at, _ = rsk.Seek(1, 2)
	n2, _ = rwc.Write([]byte("+"))
	rws.Read(b)
	ws.Write([]byte("-"))
	fmt.Println(n, err, at, n2, string(b), rc.Close(), wc.Close(), x.String())
	f, _ := os.CreateTemp("", "offset")
	defer os.Remove(f.Name())
	o := io.NewOffsetWriter(f, 5)
	n, err = o.Write([]byte("abc"))
	at, err2 = o.Seek(1, io.SeekStart)
	o.Write([]byte("B"))
	n2, err3 = o.WriteAt([]byte("Z"), 4)
	_, err4 := o.WriteAt(b, -1)
	_, err5 := o.Seek(-1, io.SeekStart)
	var wa io.WriterAt = f
	wa.WriteAt([]byte("!"), 0)
	all, _ := os.ReadFile(f.Name())
	fmt.Printf("%d %v %d %v %d %v %v %v %q\n", n, err, at, err2, n2, err3, err4, err5, all)
	pr, pw := io.Pipe()
	go func() {
		pw.Write([]byte("piped"))
		fmt.Fprint(pw, "more")
		pw.Close()
	}()
	n, err = pr.Read(b)
	rest, err2 := io.ReadAll(pr)
	fmt.Println(n, err, string(b), string(rest), err2)
	pr, pw = io.Pipe()
	fmt.Println(pr.CloseWithError(errors.New("no more")))
	_, err = pw.Write(b)
	fmt.Println(err, pw.CloseWithError(nil))
	_, err = pr.Read(b)
	fmt.Println(err)
	buf := bytes.NewBufferString("buffer")
	n, err = buf.Read(b)
	n2, err2 = buf.Read(nil)
	fmt.Println(n, err, n2, err2, buf.String())
}

func buffered() {
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("line one\nline two\n\u00e9x")), bufio.NewWriter(os.Stdout))
	b := make([]byte, 2)
	n, err := rw.Read(b)
	p, err2 := rw.Peek(2)
	d, err3 := rw.Discard(2)
	c, err4 := rw.ReadByte()
	fmt.Println(n, err, string(p), err2, d, err3, c, err4, rw.UnreadByte(), rw.Available(), len(rw.AvailableBuffer()))
	s, err := rw.ReadString('\n')
	line, prefix, err2 := rw.ReadLine()
	r, size, err3 := rw.ReadRune()
	fmt.Printf("%q %v %q %v %v %q %d %v %v %v\n", s, err, line, prefix, err2, r, size, err3, rw.UnreadRune(), rw.UnreadRune())
	sl, err := rw.ReadSlice('z')
	by, err2 := rw.ReadBytes('z')
	fmt.Printf("%q %v %q %v\n", sl, err, by, err2)
	rw.Write([]byte("w"))
	rw.WriteByte('b')
	rw.WriteRune('é')
	rw.WriteString("s\n")
	rf, err := rw.Writer.ReadFrom(strings.NewReader("from\n"))
	fmt.Println(rf, err, rw.Flush())
	wt, err := rw.WriteTo(os.Stdout)
	fmt.Println(wt, err)
	small := bufio.NewReaderSize(strings.NewReader(strings.Repeat("long ", 10)), 16)
	_, err = small.ReadSlice('\n')
	_, err2 = small.Peek(17)
	_, err3 = small.Peek(-1)
	_, err4 = small.Discard(-1)
	fmt.Println(err, err2, err3, err4)
	for _, split := range []bufio.SplitFunc{
		func([]byte, bool) (int, []byte, error) { return 99, nil, nil }, func([]byte, bool) (int, []byte, error) { return -1, nil, nil },
		func([]byte, bool) (int, []byte, error) { return 0, nil, errors.New("own") }, func(b []byte, end bool) (int, []byte, error) { return len(b), b, bufio.ErrFinalToken },
	} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("recovered:", r)
				}
			}()
			sc := bufio.NewScanner(strings.NewReader("abc"))
			sc.Split(split)
			for sc.Scan() {
				fmt.Print(sc.Text(), ".")
			}
			fmt.Println(sc.Err(), sc.Err() == bufio.ErrAdvanceTooFar, sc.Err() == bufio.ErrNegativeAdvance)
		}()
	}
	sc := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(nil, 10)
	fmt.Println(sc.Scan(), sc.Err())
}

func hashes() {
	for _, h := range []hash.Hash{crc32.NewIEEE(), crc64.New(crc64.MakeTable(crc64.ISO)), fnv.New128a()} {
		n, err := h.Write([]byte("data"))
		sum := h.Sum([]byte{1})
		clone, _ := h.(hash.Cloner).Clone()
		h.Reset()
		fmt.Println(n, err, sum, h.Size(), h.BlockSize(), clone.Sum(nil), h.Sum(nil))
	}
	var h32 hash.Hash32 = fnv.New32()
	h32.Write([]byte("a"))
	var h64 hash.Hash64 = fnv.New64a()
	h64.Write([]byte("a"))
	fmt.Println(h32.Sum32(), h64.Sum64(), h32.Size(), h64.BlockSize())
	var m maphash.Hash
	maphash.WriteComparable(&m, 7)
	c, err := m.Clone()
	fmt.Println(m.BlockSize(), c.(hash.Hash64).Sum64() == m.Sum64(), err)
}

func encodings() {
	var text encoding.TextMarshaler = big.NewInt(12345)
	b, err := text.MarshalText()
	var to encoding.TextUnmarshaler = new(big.Int)
	err2 := to.UnmarshalText(b)
	err3 := to.UnmarshalText([]byte("x1"))
	var at encoding.TextAppender = big.NewInt(-1)
	a, err4 := at.AppendText([]byte("n="))
	var ba encoding.BinaryAppender = time.Unix(0, 0).UTC()
	bin, err5 := ba.AppendBinary(nil)
	fmt.Println(string(b), err, err2, err3, string(a), err4, len(bin), err5)
	e := base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").WithPadding('*')
	dst := make([]byte, e.EncodedLen(4))
	e.Encode(dst, []byte("\xff\xfe1?"))
	out := make([]byte, 10)
	n, err := e.Decode(out, dst)
	app, err2 := e.AppendDecode([]byte("x"), dst)
	_, err3 = e.DecodeString("A*=A")
	fmt.Println(string(dst), out[:n], err, app, err2, err3, base64.CorruptInputError(7).Error())
	hx := make([]byte, 4)
	fmt.Println(hex.Encode(hx, []byte{1, 0xab}), string(hx), hex.InvalidByteError('g').Error(), hex.InvalidByteError(0).Error())
	n, err = hex.Decode(out, []byte("0aFg"))
	m, err2 := hex.AppendDecode([]byte{9}, []byte("0b1"))
	fmt.Println(n, err, m, err2)
	var order binary.ByteOrder = binary.BigEndian
	var appendOrder binary.AppendByteOrder = binary.LittleEndian
	fmt.Println(order.String(), appendOrder.String(), binary.NativeEndian.String(), binary.NativeEndian.Uint16([]byte{1, 0}))
	ne := &strconv.NumError{Func: "F", Num: "x\n", Err: strconv.ErrRange}
	fmt.Println(ne.Error(), ne.Unwrap())
}

func order() {
	x := &ints{5, 2, 8}
	var h heap.Interface = x
	heap.Init(h)
	h.Push(1)
	heap.Fix(h, h.Len()-1)
	fmt.Println(h.Len(), h.Less(0, 1), heap.Pop(h), *x)
	h.Swap(0, 1)
	fmt.Println(h.Pop(), *x)
	for _, s := range []sort.Interface{sort.IntSlice{3, 1}, sort.Float64Slice{2, 1}, sort.StringSlice{"b", "a"}} {
		less := s.Less(0, 1)
		s.Swap(0, 1)
		fmt.Println(s.Len(), less, s.Less(0, 1), s)
	}
	i, f, s := sort.IntSlice{2, 1, 3}, sort.Float64Slice{2, 1}, sort.StringSlice{"z", "y"}
	i.Swap(0, 2)
	f.Swap(0, 1)
	s.Swap(0, 1)
	fmt.Println(i.Len(), i.Less(0, 1), f.Len(), f.Less(0, 1), s.Len(), s.Less(0, 1), i, f, s)
}

func waiting() {
	var rw sync.RWMutex
	l := rw.RLocker()
	l.Lock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.RUnlock()
	l.Unlock()
	var lock sync.Locker = &rw
	lock.Lock()
	fmt.Println(rw.TryRLock())
	lock.Unlock()
	c := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		c.L.Lock()
		ready = true
		c.L.Unlock()
		c.Signal()
	}()
	c.L.Lock()
	for !ready {
		c.Wait()
	}
	c.L.Unlock()
	var m sync.Map
	m.Store(1, "one")
	v, ok := m.LoadAndDelete(1)
	w, ok2 := m.LoadAndDelete(1)
	fmt.Println(v, ok, w, ok2)
	ctx, cancel := context.WithTimeoutCause(context.Background(), time.Nanosecond, errors.New("cause"))
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
}

func main() {
	readers()
	buffered()
	hashes()
	encodings()
	order()
	waiting()
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	n, err := w.Write([]byte("a\tbbb\tc\naaaa\tb\tccccc\n"))
	fmt.Println(n, err, w.Flush())
}
