package main

// A mistake of each kind, and what looks like one.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

type str struct{ a, b int }

func (s str) String() string { return "s" }

type ptrStr struct{ a int }

func (s *ptrStr) String() string { return "p" }

type errT struct{}

func (errT) Error() string { return fmt.Sprintf("%v", errT{}) }

type recStr int

func (r recStr) String() string { return fmt.Sprintf("%d %s", r, r) }

type recPtr struct{ x int }

func (r *recPtr) String() string { return fmt.Sprint(r) }

type fmter struct{}

func (fmter) Format(f fmt.State, c rune) {}

func printf() {
	fmt.Printf("%d", "x")
	fmt.Printf("%s", 1)
	fmt.Printf("%d %d", 1)
	fmt.Printf("%d", 1, 2)
	fmt.Printf("%z", 1)
	fmt.Printf("%[3]d", 1, 2)
	fmt.Printf("%[x]d", 1)
	fmt.Printf("%*d", "a", 1)
	fmt.Printf("%.*f", 2.5, 1.0)
	fmt.Println("hi\n")
	fmt.Println("%d", 1)
	fmt.Print("hi %s")
	fmt.Sprintf("%s", str{})
	fmt.Sprintf("%d", str{})
	fmt.Sprintf("%s", &ptrStr{})
	fmt.Sprintf("%s", ptrStr{})
	fmt.Sprintf("%t", 1)
	fmt.Sprintf("%c", 1.5)
	fmt.Sprintf("%q", 1.5)
	fmt.Sprintf("%p", 1)
	fmt.Sprintf("%x", 1.5)
	fmt.Sprintf("%x", []string{"a"})
	fmt.Sprintf("%s", []byte("a"))
	fmt.Sprintf("%s", [3]byte{})
	fmt.Sprintf("%d", []byte("a"))
	fmt.Sprintf("%s", errors.New("x"))
	fmt.Sprintf("%d", errors.New("x"))
	fmt.Sprintf("%s", nil)
	fmt.Sprintf("%d", nil)
	fmt.Sprintf("%v", printf)
	fmt.Sprintf("%d", printf)
	fmt.Println(printf)
	fmt.Errorf("%w", errors.New("x"))
	fmt.Errorf("%w %w", errors.New("x"), errors.New("y"))
	fmt.Errorf("%w", 1)
	fmt.Sprintf("%w", errors.New("x"))
	fmt.Printf("%+d %#x % x %-5d %05d", 1, 2, 3, 4, 5)
	fmt.Printf("%#d", 1)
	fmt.Printf("%+s", "a")
	fmt.Printf("% s", "a")
	fmt.Printf("%0s", "a")
	fmt.Printf("%#q", "a")
	fmt.Printf("%-t", true)
	fmt.Printf("%")
	fmt.Printf("%d%")
	fmt.Printf("%5%")
	fmt.Printf("%%")
	fmt.Printf("%v %v", []any{1, 2}...)
	fmt.Printf("%s", []any{1}...)
	fmt.Printf("%!")
	fmt.Printf("%d", time.Second)
	fmt.Printf("%s", time.Second)
	fmt.Printf("%f", time.Second)
	fmt.Printf("%d", map[string]int{})
	fmt.Printf("%d", map[int]int{})
	fmt.Printf("%s", make(chan int))
	fmt.Printf("%p", make(chan int))
	fmt.Printf("%d", make(chan int))
	fmt.Printf("%p", &str{})
	fmt.Printf("%d", &str{})
	fmt.Printf("%d", &struct{ p *int }{})
	fmt.Printf("%s", fmter{})
	fmt.Printf("%d", fmter{})
	fmt.Printf("%T %v", 1)
	fmt.Printf("%b %o %O %X %U", 1, 2, 3, 4, 5)
	fmt.Printf("%b", 1.5)
	fmt.Printf("%o", 1.5)
	fmt.Printf("%e %g", 1, 2.0)
	fmt.Printf("%e", 1i)
	fmt.Printf("%d", 1i)
	fmt.Printf("%s", true)
	fmt.Printf("%d", uintptr(1))
	fmt.Printf("%s", 'a')
	fmt.Printf("%c", 'a')
	fmt.Printf("%q", 'a')
	fmt.Printf("%q", 1)
	fmt.Printf("%d", interface{ M() }(nil))
	fmt.Printf("%d", any(1))
	fmt.Printf("%d", error(nil))
	log.Printf("%d", "x")
	log.Println("x\n")
	log.Fatalf("%d")
	var sb strings.Builder
	fmt.Fprintf(&sb, "%d", "x")
	fmt.Fprintln(os.Stdout, "x\n")
	fmt.Fprint(os.Stdout, "%d", 1)
	s := "dyn %d"
	fmt.Printf(s)
	fmt.Printf(s, 1)
	fmt.Printf("a" + "%d")
	fmt.Appendf(nil, "%d", "x")
	fmt.Sscanf("1", "%d", 1)
	wrap("%d", "x")
	wrap2(1, "%d", "x")
	wrapln("x\n")
	var l log.Logger
	l.Printf("%d", "x")
	fmt.Printf("%[1]d %[1]s", 1)
	fmt.Printf("%[2]d %d", 1, 2)
	fmt.Printf("%d", [][]int{{1}})
	fmt.Printf("%s", [][]byte{{1}})
	fmt.Printf("%x", "abc")
	fmt.Printf("%x", [3]byte{})
	fmt.Printf("%v")
	fmt.Printf("%s %v", "a", fmt.Sprintf)
	fmt.Print("a\n")
	fmt.Println()
	fmt.Println("%")
	fmt.Println("100%")
	fmt.Println("%v")
	fmt.Print(1, "\n")
	fmt.Println("a", "b\n")
}

func wrap(format string, args ...any) { fmt.Printf(format, args...) }

func wrap2(n int, format string, args ...interface{}) string { return fmt.Sprintf(format, args...) }

func wrapln(args ...any) { fmt.Println(args...) }

func tst(t *testing.T, tb testing.TB) {
	t.Errorf("%d", "x")
	t.Logf("%d")
	t.Error("x\n")
	t.Log("%d", 1)
	t.Skipf("%d", "x")
}

type locked struct {
	mu sync.Mutex
	n  int
}
type holds struct{ l locked }
type arr [2]sync.RWMutex

func (l locked) M() int      { return l.n }
func (l *locked) P() int     { return l.n }
func take(l locked)          {}
func takeA(a arr)            {}
func takeW(w sync.WaitGroup) {}
func takeO(o sync.Once)      {}
func takeC(c *sync.Cond)     {}
func takeV(c sync.Cond)      {}
func takeAt(a atomic.Int64)  {}
func takeAV(a atomic.Value)  {}
func takeP(p sync.Pool)      {}
func takeM(m sync.Map)       {}
func ret() locked            { return locked{} }
func ret2(l *locked) locked  { return *l }
func named() (l locked)      { return }
func sl(ls []locked)         {}
func gen[T any](t T)         {}

func locks(m map[int]locked, s []locked, p *locked) {
	var a, b locked
	a = b
	c := a
	_ = c
	d := *p
	take(a)
	take(*p)
	take(locked{})
	for _, x := range s {
		_ = x.n
	}
	for i := range s {
		_ = i
	}
	for _, x := range m {
		_ = x.n
	}
	for k, x := range m {
		_, _ = k, x.n
	}
	e := holds{a}
	f := holds{l: b}
	g := &holds{l: *p}
	h := []locked{a}
	i := map[int]locked{1: a}
	j := ret()
	k := func() locked { return a }
	var n any = a
	o := s[0]
	q := m[0]
	fmt.Println(a)
	fmt.Println(&a)
	sl(append(s, a))
	gen(a)
	x, y := a, b
	x, y = y, x
	func(l locked) {}(a)
	go take(a)
	defer take(a)
	ch := make(chan locked, 1)
	ch <- a
	z := <-ch
	if w := a; w.n > 0 {
	}
	switch v := n.(type) {
	case locked:
		_ = v
	}
	_ = new(locked)
	_ = len([2]locked{})
	_, _, _, _, _, _, _, _, _, _, _, _ = d, e, f, g, h, i, j, k, o, q, z, y
}

func cancel(ctx context.Context) (context.Context, error) {
	ctx1, _ := context.WithCancel(ctx)
	_ = ctx1
	ctx2, c2 := context.WithTimeout(ctx, 1)
	if ctx2 != nil {
		return nil, nil
	}
	c2()
	ctx3, c3 := context.WithDeadline(ctx, time.Time{})
	defer c3()
	_ = ctx3
	var c4 context.CancelFunc
	ctx, c4 = context.WithCancel(ctx)
	if ctx == nil {
		return ctx, nil
	}
	for {
		if ctx == nil {
			break
		}
	}
	_, c5 := context.WithCancelCause(ctx)
	if ctx == nil {
		panic("x")
	}
	c5(nil)
	_ = c4
	return ctx, nil
}

func cancel2(ctx context.Context) {
	ctx, c := context.WithCancel(ctx)
	_ = ctx
	if c != nil {
		return
	}
}

func cancel3(ctx context.Context) (err error) {
	_, c := context.WithTimeout(ctx, 1)
	switch {
	case err != nil:
		return err
	default:
		c()
	}
	return nil
}

func cancel4(ctx context.Context) {
	_, c := context.WithTimeout(ctx, 1)
	for i := 0; i < 3; i++ {
		if i == 2 {
			os.Exit(1)
		}
		if i == 1 {
			return
		}
	}
	go func() { c() }()
}

func unreach(n int) int {
	for {
		n++
	}
	n--
	return n
}

func unreach2(n int) int {
	if n > 0 {
		return 1
	} else {
		return 2
	}
	fmt.Println()
	return 3
}

func unreach3(n int) (r int) {
	switch n {
	case 1:
		return 1
		n++
	case 2:
		panic(1)
		n--
	default:
		goto L
		n = 1
	}
	for {
		break
		n++
	}
	for n := range 3 {
		continue
		n++
	}
L:
	select {}
	return
}

func unreach4(c chan int) {
outer:
	for {
		for {
			break outer
		}
		c <- 1
	}
	for {
		select {
		case <-c:
			return
		}
		c <- 2
	}
}

func unreach5() {
	os.Exit(1)
	fmt.Println()
	log.Fatal(1)
	fmt.Println()
	return
	{
		fmt.Println()
	}
	var x int
	_ = x
}

func assign(a []int, m map[int]int, p *str) {
	x := 1
	x = x
	a[0] = a[0]
	m[1] = m[1]
	p.a = p.a
	p.a, p.b = p.b, p.a
	p.a, x = p.a, x
	a[f()] = a[f()]
	*p = *p
	(x) = x
	a[x] = a[x]
}

func f() int { return 0 }

func unkeyed() {
	_ = str{1, 2}
	_ = bytes.Buffer{}
	_ = []io.LimitedReader{{nil, 1}}
	_ = map[string]*io.LimitedReader{"a": {nil, 1}}
	_ = io.LimitedReader{nil, 1}
	_ = struct{ a int }{1}
}
func main() {}
