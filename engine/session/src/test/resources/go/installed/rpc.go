// Remote calls, in both forms that the library has.
package main

import (
	"errors"
	"fmt"
	"net"
	"net/rpc"
	"net/rpc/jsonrpc"
	"net/textproto"
	"net/url"
	"sync"
)

// Pair is what is sent.
type Pair struct{ A, B int }

// Numbers calculates.
type Numbers int

// Divide divides.
func (Numbers) Divide(p *Pair, to *Pair) error {
	if p.B == 0 {
		return errors.New("divide by zero")
	}
	*to = Pair{p.A / p.B, p.A % p.B}
	return nil
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	s := rpc.NewServer()
	check(s.Register(Numbers(0)))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	go s.Accept(l)
	c, err := rpc.Dial("tcp", l.Addr().String())
	check(err)
	var r Pair
	fmt.Println(c.Call("Numbers.Divide", &Pair{17, 5}, &r), r)
	fmt.Println(c.Call("Numbers.Divide", &Pair{17, 0}, &r), r)
	fmt.Println(c.Call("Numbers.Nothing", &Pair{17, 0}, &r), r)
	var all sync.WaitGroup
	sum := make([]int, 100)
	for i := range sum {
		all.Go(func() {
			var r Pair
			check(c.Call("Numbers.Divide", &Pair{i * i, i + 1}, &r))
			sum[i] = r.A + r.B
		})
	}
	all.Wait()
	fmt.Println(sum)
	check(c.Close())
	fmt.Println(c.Call("Numbers.Divide", &Pair{1, 1}, &r))

	a, b := net.Pipe()
	go s.ServeCodec(jsonrpc.NewServerCodec(a))
	j := jsonrpc.NewClient(b)
	fmt.Println(j.Call("Numbers.Divide", Pair{100, 7}, &r), r)
	fmt.Println(j.Call("Numbers.Divide", Pair{100, 0}, &r), r)
	check(j.Close())

	x, y := net.Pipe()
	go func() {
		t := textproto.NewConn(x)
		line, err := t.ReadLine()
		fmt.Printf("%q %v\n", line, err)
		t.PrintfLine("250-first\r\n250 last")
		t.Close()
	}()
	t := textproto.NewConn(y)
	_, err = t.Cmd("HELLO %d", 7)
	check(err)
	code, text, err := t.ReadResponse(250)
	fmt.Printf("%d %q %v\n", code, text, err)
	u, err := url.Parse("http://[::1]:80/a%2fb?q=ü#f")
	fmt.Println(u, u.RawPath, u.Port(), err)
}
