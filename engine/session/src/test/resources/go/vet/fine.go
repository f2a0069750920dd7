package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
)

type tree struct {
	left, right *tree
	mu          *sync.Mutex
}

type list[T any] struct{ items []T }

func (l list[T]) String() string { return fmt.Sprint(l.items) }

func try(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v: %w", r, os.ErrInvalid)
		}
	}()
	return f()
}

func errorf(format string, args ...any) error {
	return fmt.Errorf(format, args...)
}

func run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
			if len(os.Args) > 5 {
				return nil
			}
		}
	}
}

func stored() context.CancelFunc {
	_, cancel := context.WithCancel(context.Background())
	return cancel
}

func captured() {
	_, cancel := context.WithCancel(context.Background())
	go func() { cancel() }()
}

func forever(ch chan int) int {
	for {
		select {
		case v := <-ch:
			if v == 1 {
				return v
			}
		}
	}
}

func labels(n int) int {
outer:
	for i := 0; ; i++ {
		switch {
		case i > n:
			break outer
		case i == 3:
			continue outer
		}
	}
	if n > 3 {
		goto done
	}
	n++
done:
	return n
}

func main() {
	t := &tree{mu: new(sync.Mutex)}
	u := t
	_ = u
	var wg sync.WaitGroup
	wg.Add(1)
	func(w *sync.WaitGroup) { w.Done() }(&wg)
	fmt.Printf("%v %+v %#v %T\n", t, *t, t, t)
	fmt.Printf("%s %v %q\n", list[int]{}, list[string]{}, list[int]{})
	fmt.Printf("%5.2f|%-10s|%+d|%x|%X|%08b|%c|%U\n", 1.5, "a", 3, "hex", []byte("x"), 5, 'x', 'y')
	fmt.Printf("%t %p %d %v\n", true, t, []int{1}, map[string][]int{})
	fmt.Printf("100%%\n")
	fmt.Println("50%", "done")
	fmt.Println(errorf("%d: %w", 1, os.ErrExist))
	fmt.Print("a", 1, "\n")
	fmt.Fprint(os.Stderr, strings.Repeat("%", 3))
	a, b := []int{1, 2}, 0
	a[0], a[1] = a[1], a[0]
	b = b + 0
	_ = try(func() error { return run(context.Background()) })
	_, _ = b, labels(forever(nil))
	stored()()
	captured()
}
