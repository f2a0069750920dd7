package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

func main() {
	root := context.Background()
	fmt.Println(root, context.TODO(), root.Err(), root.Done() == nil, root.Value(key("k")))
	values := context.WithValue(context.WithValue(root, key("a"), 1), key("b"), "two")
	fmt.Println(values.Value(key("a")), values.Value(key("b")), values.Value("a"), values)

	parent, cancel := context.WithCancel(values)
	child, cancelChild := context.WithCancelCause(parent)
	grandchild, cancelGrandchild := context.WithTimeout(child, time.Hour)
	fmt.Println(parent, child)
	free := context.WithoutCancel(child)
	ran := make(chan string, 3)
	stop := context.AfterFunc(child, func() { ran <- "after" })
	stopped := context.AfterFunc(child, func() { ran <- "never" })
	fmt.Println(stopped(), stopped())
	cause := errors.New("enough")
	cancelChild(cause)
	cancelChild(errors.New("later"))
	<-child.Done()
	<-grandchild.Done()
	fmt.Println(<-ran, stop())
	fmt.Println(parent.Err(), child.Err(), grandchild.Err(), context.Cause(parent), context.Cause(child), context.Cause(grandchild), free.Err(), free.Value(key("a")))
	cancel()
	cancelGrandchild()
	<-parent.Done()
	fmt.Println(parent.Err(), context.Cause(parent), context.Cause(child), free)

	late, cancelLate := context.WithDeadlineCause(root, time.Now().Add(-time.Second), cause)
	defer cancelLate()
	<-late.Done()
	d, ok := late.Deadline()
	fmt.Println(late.Err(), context.Cause(late), !d.IsZero(), ok, errors.Is(late.Err(), context.DeadlineExceeded))
	soon, cancelSoon := context.WithTimeout(root, time.Millisecond)
	defer cancelSoon()
	under, cancelUnder := context.WithDeadline(soon, time.Now().Add(time.Hour))
	defer cancelUnder()
	<-under.Done()
	fmt.Println(soon.Err(), under.Err(), context.Cause(under))
	timeout := context.DeadlineExceeded.(interface {
		Timeout() bool
		Temporary() bool
	})
	fmt.Println(timeout.Timeout(), timeout.Temporary(), context.Canceled)
	dead, cancelDead := context.WithCancel(late)
	cancelDead()
	fmt.Println(dead.Err(), context.Cause(dead))
	for _, f := range []func(){func() { context.WithValue(root, nil, 1) }, func() { context.WithValue(root, []int{}, 1) }, func() { context.WithCancel(nil) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
