package main

import (
	"context"
	"errors"
	"os"
	"time"
)

func lost1() {
	ctx, cancel := context.WithCancel(context.Background())
	_ = ctx
	if len(os.Args) > 1 {
		return
	}
	cancel()
}

func lost2() {
	ctx, _ := context.WithTimeout(context.Background(), time.Second)
	_ = ctx
}

func lost3() {
	var cancel func()
	_, cancel = context.WithCancel(context.Background())
	_ = cancel
}

func lost4() {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now())
	for i := 0; i < 3; i++ {
		if i == 2 {
			return
		}
		_ = ctx
	}
	defer cancel()
}

func lost5() error {
	ctx, cancel := context.WithCancel(context.Background())
	_ = ctx
	switch len(os.Args) {
	case 1:
		return errors.New("x")
	case 2:
		cancel()
	default:
		panic("x")
	}
	return nil
}

func kept() {
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	_ = ctx
}

func kept2() (ctx context.Context, cancel func()) {
	ctx, cancel = context.WithCancel(context.Background())
	return
}

func unreachable(n int) int {
	for {
		n++
		if n > 5 {
			break
			n++
		}
		continue
		n--
	}
	if n > 2 {
		return 1
		n = 2
	} else {
		panic("x")
		println("y")
	}
	n = 3
	return n
}

func unreachable2() {
	for {
	}
	println("x")
}

func unreachable3(c chan int) {
	select {}
	println("x")
}

func unreachable4(x int) int {
	switch x {
	case 1:
		return 1
	default:
		return 2
	}
	return 3
}

func unreachable5(x int) int {
L:
	for {
		for {
			break L
		}
	}
	goto M
	x = 4
M:
	return x
}

func unreachable6() {
	f := func() {
		return
		println("in")
	}
	f()
	return

	{
	}
}

func unreachable7(x int) {
	switch x {
	case 1:
		fallthrough
	case 2:
		return
		x++
	}
	os.Exit(1)
	x++
}

type pair struct{ a, b int }

func self() {
	x, y := 1, 2
	x = x
	x, y = y, x
	x, y = x, 3
	var p pair
	p.a = p.a
	p.a = p.b
	s := []int{1}
	s[0] = s[0]
	m := map[int]int{}
	m[0] = m[0]
	f := func() *pair { return &p }
	f().a = f().a
	q := &p
	q.a = q.a
	*q = *q
	_ = x
	_, _ = y, s
}

func unkeyed() {
	_ = os.LinkError{"x", "y", "z", nil}
	_ = os.LinkError{Op: "x"}
	_ = pair{1, 2}
	_ = &os.LinkError{"x", "y", "z", nil}
	_ = []os.LinkError{{"a", "b", "c", nil}}
	_ = []*os.LinkError{{"a", "b", "c", nil}}
	_ = []time.Duration{1, 2}
}

func main() {}
