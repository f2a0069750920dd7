// Sockets of all kinds on the machine itself: connections, packets, deadlines, and the errors of what goes wrong.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// without takes what differs from run to run out of a text.
func without(err error, parts ...string) string {
	text := fmt.Sprint(err)
	for i, p := range parts {
		text = strings.ReplaceAll(text, p, fmt.Sprintf("<%d>", i))
	}
	return text
}

func tcp() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				in := bufio.NewScanner(c)
				for in.Scan() {
					fmt.Fprintf(c, "<%s>\n", in.Text())
				}
			}()
		}
	}()
	var all sync.WaitGroup
	answers := make([]string, 50)
	for i := range answers {
		all.Go(func() {
			c, err := net.Dial("tcp", l.Addr().String())
			check(err)
			for k := range 20 {
				fmt.Fprintf(c, "%d.%d\n", i, k)
			}
			check(c.(*net.TCPConn).CloseWrite())
			b, err := io.ReadAll(c)
			check(err)
			answers[i] = string(b)
			check(c.Close())
		})
	}
	all.Wait()
	for i, a := range answers {
		lines := strings.Fields(a)
		if len(lines) != 20 || lines[19] != fmt.Sprintf("<%d.19>", i) {
			fmt.Println("wrong", i, a)
		}
	}
	_, err = net.Listen("tcp", l.Addr().String())
	fmt.Println(without(err, l.Addr().String()), errors.Is(err, syscall.EADDRINUSE))
	at := l.Addr().String()
	check(l.Close())
	_, err = l.Accept()
	fmt.Println(without(err, at), errors.Is(err, net.ErrClosed))
	_, err = net.Dial("tcp", at)
	fmt.Println(without(err, at), errors.Is(err, syscall.ECONNREFUSED))
}

func big() {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	check(err)
	defer l.Close()
	data := make([]byte, 8<<20)
	for i := range data {
		data[i] = byte(i * i >> 3)
	}
	go func() {
		c, err := l.Accept()
		check(err)
		parts := net.Buffers{data[:1000], data[1000:5000], data[5000:]}
		n, err := parts.WriteTo(c)
		fmt.Println("sent", n, err)
		check(c.Close())
	}()
	c, err := net.Dial("tcp", l.Addr().String())
	check(err)
	b, err := io.ReadAll(c)
	same := len(b) == len(data)
	for i := range b {
		same = same && b[i] == data[i]
	}
	fmt.Println("received", len(b), err, same)
	_, err = c.Write(data[:10])
	_ = err // reset or not, as it comes
	c.Close()
	_, err = c.Write(data[:10])
	fmt.Println(errors.Is(err, net.ErrClosed))
}

func deadlines() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	c, err := net.Dial("tcp", l.Addr().String())
	check(err)
	check(c.SetReadDeadline(time.Now().Add(20 * time.Millisecond)))
	_, err = c.Read(make([]byte, 1))
	var ne net.Error
	fmt.Println(without(err, c.LocalAddr().String(), c.RemoteAddr().String()))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &ne) && ne.Timeout())
	_, err = c.Read(make([]byte, 1))
	fmt.Println("still", errors.Is(err, os.ErrDeadlineExceeded))
	check(c.SetReadDeadline(time.Time{}))
	got := make(chan error)
	go func() {
		_, err := c.Read(make([]byte, 1))
		got <- err
	}()
	time.Sleep(10 * time.Millisecond)
	check(c.SetReadDeadline(time.Unix(1, 0)))
	fmt.Println("woken", errors.Is(<-got, os.ErrDeadlineExceeded))
	check(c.SetDeadline(time.Time{}))
	go func() {
		_, err := c.Read(make([]byte, 1))
		got <- err
	}()
	time.Sleep(10 * time.Millisecond)
	check(c.Close())
	fmt.Println("closed", errors.Is(<-got, net.ErrClosed))
	check(l.(*net.TCPListener).SetDeadline(time.Now().Add(time.Millisecond)))
	s, err := l.Accept() // the one from before waits
	if err == nil {
		check(s.Close())
		_, err = l.Accept()
	}
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var d net.Dialer
	_, err = d.DialContext(ctx, "tcp", l.Addr().String())
	fmt.Println(without(err, l.Addr().String()))
	check(l.Close())
}

func packets() {
	a, err := net.ListenPacket("udp", "127.0.0.1:0")
	check(err)
	b, err := net.Dial("udp", a.LocalAddr().String())
	check(err)
	for _, text := range []string{"one", "", "three"} {
		n, err := b.Write([]byte(text))
		fmt.Println(n, err)
		buf := make([]byte, 2)
		n, from, err := a.ReadFrom(buf)
		fmt.Printf("%q %v %v\n", buf[:n], from.String() == b.LocalAddr().String(), err)
		n, err = a.WriteTo([]byte("re "+text), from)
		fmt.Println(n, err)
		buf = make([]byte, 20)
		n, err = b.Read(buf)
		fmt.Printf("%q %v\n", buf[:n], err)
	}
	u := a.(*net.UDPConn)
	_, err = b.Write([]byte("message"))
	check(err)
	buf, oob := make([]byte, 20), make([]byte, 20)
	n, on, flags, from, err := u.ReadMsgUDP(buf, oob)
	fmt.Printf("%q %d %d %v %v\n", buf[:n], on, flags, from.Port == b.LocalAddr().(*net.UDPAddr).Port, err)
	check(u.SetReadBuffer(1 << 16))
	check(a.Close())
	check(b.Close())
}

func unix(dir string) {
	path := filepath.Join(dir, "s")
	for _, kind := range []string{"unix", "unixpacket"} {
		l, err := net.Listen(kind, path)
		check(err)
		done := make(chan bool)
		go func() {
			c, err := l.Accept()
			check(err)
			buf := make([]byte, 100)
			for {
				n, err := c.Read(buf)
				if err != nil {
					fmt.Println(kind, err)
					break
				}
				fmt.Printf("%s %q\n", kind, buf[:n])
				c.Write([]byte("ok"))
			}
			c.Close()
			done <- true
		}()
		c, err := net.Dial(kind, path)
		check(err)
		fmt.Println(c.RemoteAddr().Network(), c.RemoteAddr().String() == path, c.LocalAddr())
		for _, s := range []string{"first", "second"} {
			_, err = io.WriteString(c, s)
			check(err)
			n, err := c.Read(make([]byte, 10))
			fmt.Println(n, err)
		}
		c.Close()
		<-done
		check(l.Close())
		_, err = os.Lstat(path)
		fmt.Println(errors.Is(err, os.ErrNotExist))
	}
	g, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	check(err)
	c, err := net.Dial("unixgram", path)
	check(err)
	fmt.Fprint(c, "gram")
	buf := make([]byte, 10)
	n, from, err := g.ReadFromUnix(buf)
	fmt.Printf("%q %v %v\n", buf[:n], from, err)
	_, err = net.Dial("unix", filepath.Join(dir, "none"))
	fmt.Println(without(err, dir))
}

func names() {
	list, err := net.LookupHost("localhost")
	found := false
	for _, a := range list {
		found = found || a == "127.0.0.1" || a == "::1"
	}
	fmt.Println(found, err)
	_, err = net.LookupPort("tcp", "no such service")
	fmt.Println(err)
	port, err := net.LookupPort("tcp", "http")
	fmt.Println(port, err)
	_, err = net.Dial("tcp", "127.0.0.1:99999")
	fmt.Println(err)
	_, err = net.Dial("tpc", "127.0.0.1:1")
	fmt.Println(err)
	list2, err := net.Interfaces()
	check(err)
	for _, i := range list2 {
		if i.Flags&net.FlagLoopback != 0 {
			addrs, err := i.Addrs()
			fmt.Println(i.Name, i.Index, i.MTU, i.Flags, addrs, err)
		}
	}
}

func files(dir string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	text := strings.Repeat("a file sent as it is. ", 10000)
	check(os.WriteFile(filepath.Join(dir, "f"), []byte(text), 0o600))
	copied := make(chan string, 1)
	go func() {
		c, err := l.Accept()
		check(err)
		f, err := os.Open(filepath.Join(dir, "f"))
		check(err)
		n, err := io.Copy(c, f)
		copied <- fmt.Sprint("copied ", n, err)
		f.Close()
		c.Close()
	}()
	c, err := net.Dial("tcp", l.Addr().String())
	check(err)
	raw, err := c.(syscall.Conn).SyscallConn()
	check(err)
	check(raw.Control(func(fd uintptr) {
		v, err := syscall.GetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_TYPE)
		fmt.Println(v == syscall.SOCK_STREAM, err)
	}))
	f, err := c.(*net.TCPConn).File()
	check(err)
	check(c.Close())
	b, err := io.ReadAll(f)
	fmt.Println(string(b) == text, err)
	fmt.Println(<-copied)
	again, err := net.FileConn(f)
	check(err)
	fmt.Println(again.RemoteAddr().String() == l.Addr().String())
	check(f.Close())
	check(again.Close())
}

func main() {
	dir, err := os.MkdirTemp("", "s")
	check(err)
	defer os.RemoveAll(dir)
	tcp()
	big()
	deadlines()
	packets()
	unix(dir)
	names()
	files(dir)
}
