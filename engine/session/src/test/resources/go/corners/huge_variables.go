package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"unsafe"
)

var huge [80 << 20]byte
var second [65 << 20]byte
var words [9 << 20]int64
var pointers [9 << 20]*int
var counters [9 << 20]atomic.Int64

type record struct {
	n    int
	text [64 << 20]byte
}

var r record

func fill(p *[80 << 20]byte, b byte) {
	for i := range len(p) / 40 {
		p[i] = b
	}
}

func sum(s []byte) (n int) {
	for _, b := range s {
		n += int(b)
	}
	return
}

func main() {
	fill(&huge, 3)
	s := huge[:]
	fmt.Println(sum(s[:3<<20]), sum(huge[1<<20:2<<20]), len(s), cap(s[5:]))
	copy(second[9:], s[:1<<20])
	fmt.Println(sum(second[:1<<21]))
	p := &words[len(words)-1]
	*p = 77
	atomic.AddInt64(p, 3)
	counters[1<<20].Add(4)
	c := &counters[1<<20]
	c.CompareAndSwap(4, 9)
	fmt.Println(words[len(words)-1], *p, counters[1<<20].Load())
	pointers[7] = new(int)
	*pointers[7] = 5
	runtime.GC()
	fmt.Println(*pointers[7])
	q := &r
	q.n = 4
	q.text[9] = 8
	var i any = q
	fmt.Println(i.(*record).n, i.(*record).text[9], string(q.text[9:10]) == "\b")
	m := map[*byte]int{&huge[5]: 1}
	fmt.Println(m[&huge[5]], m[&huge[6]])
	kept := make([][]byte, 3)
	for i := range kept {
		kept[i] = huge[i*100 : i*100+50]
	}
	runtime.GC()
	for _, k := range kept {
		fmt.Println(sum(k))
	}
	u := unsafe.Slice(&huge[0], 10)
	fmt.Println(u, unsafe.String(&huge[0], 2))
	defer func() { fmt.Println(recover()) }()
	var np *[1 << 30]byte
	fmt.Println(np[10<<20])
}
