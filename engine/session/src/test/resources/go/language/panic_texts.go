package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"unsafe"
)

type I interface{ M() }
type J interface {
	M()
	N()
}
type T struct{ a, b int }

func (T) M() {}

type P struct{ x int }

func (*P) M() {}

type E struct{ s string }

func (e E) Error() string { return "E:" + e.s }

type S struct{ s string }

func (s S) String() string { return "S:" + s.s }

type MyInt int
type MyErrStr string

func (m MyErrStr) Error() string { return "my " + string(m) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRT := r.(runtime.Error)
		fmt.Printf("%s: %v runtime=%v\n", name, r, isRT)
		if e, ok := r.(error); ok {
			var te *runtime.TypeAssertionError
			fmt.Println("   ", errors.As(e, &te), errors.Unwrap(e) == nil)
		}
	}()
	f()
}

var zero = 0
var neg = -1
var five = 5
var big = uint64(1) << 63
var nilmap map[string]int
var nilp *T
var nili I
var nilf func()
var any1 any = "str"
var any2 any
var sl = []int{1, 2, 3}
var str = "héllo"
var arr [4]int
var f64 = 1.5

type K struct{ f func() }

func main() {
	try("div", func() { fmt.Println(1 / zero) })
	try("mod", func() { fmt.Println(uint8(1) % uint8(zero)) })
	try("idx", func() { fmt.Println(sl[five]) })
	try("idxneg", func() { fmt.Println(sl[neg]) })
	try("idxu", func() { fmt.Println(sl[big]) })
	try("idxarr", func() { fmt.Println(arr[five]) })
	try("idxstr", func() { fmt.Println(str[five*2]) })
	try("idxset", func() { sl[five] = 1 })
	try("idxptr", func() { p := &arr; fmt.Println(p[five]) })
	try("slice1", func() { fmt.Println(sl[five:]) })
	try("slice2", func() { fmt.Println(sl[:five]) })
	try("slice3", func() { fmt.Println(sl[2:1+zero]) })
	try("slice4", func() { fmt.Println(sl[neg:]) })
	try("slice5", func() { fmt.Println(sl[1:2:five]) })
	try("slice6", func() { fmt.Println(sl[1:five:3]) })
	try("slice7", func() { fmt.Println(sl[five-2 : 2 : 3]) })
	try("slice8", func() { fmt.Println(str[five*2:]) })
	try("slice9", func() { fmt.Println(str[:five*2]) })
	try("slicearr", func() { fmt.Println(arr[:five]) })
	try("slicearr3", func() { fmt.Println(arr[0:1:five]) })
	try("sliceu", func() { fmt.Println(sl[big:]) })
	try("nilmap", func() { nilmap["a"] = 1 })
	try("nilderef", func() { fmt.Println(nilp.a) })
	try("nilset", func() { nilp.b = 1 })
	try("nilcopy", func() { t := *nilp; fmt.Println(t) })
	try("nilmethod", func() { nili.M() })
	try("nilvaluemethod", func() { nilp.M() })
	try("nilfunc", func() { nilf() })
	try("nilfield", func() { var k K; k.f() })
	try("nilarr", func() { var p *[3]int; fmt.Println(p[1]) })
	try("nilarrrange", func() { var p *[3]int; for i, v := range p { fmt.Println(i, v) } })
	try("nilarrlen", func() { var p *[3]int; for i := range p { _ = i }; fmt.Println(len(p)) })
	try("assert1", func() { fmt.Println(any1.(int)) })
	try("assert2", func() { fmt.Println(any2.(int)) })
	try("assert3", func() { fmt.Println(any1.(I)) })
	try("assert4", func() { var i I = T{}; fmt.Println(i.(J)) })
	try("assert5", func() { fmt.Println(any2.(I)) })
	try("assert6", func() { var i I = T{}; fmt.Println(i.(*P)) })
	try("assert7", func() { var i I; fmt.Println(i.(T)) })
	try("assert8", func() { var a any = P{}; fmt.Println(a.(I)) })
	try("assert9", func() { type T struct{ a, b int }; var a any = T{}; fmt.Println(a.(interface{ M() })) })
	try("assert10", func() { type int struct{}; fmt.Println(any1.(int)) })
	try("make1", func() { fmt.Println(len(make([]int, neg))) })
	try("make2", func() { fmt.Println(len(make([]int, 1, zero))) })
	try("make3", func() { fmt.Println(len(make([]int, big))) })
	try("make4", func() { fmt.Println(len(make([]int, five, 1<<62+zero))) })
	try("makechan", func() { fmt.Println(len(make(chan int, neg))) })
	try("makechan2", func() { fmt.Println(len(make(chan [1000]int, 1<<60+zero))) })
	try("makemap", func() { fmt.Println(len(make(map[int]int, neg))) })
	try("shift", func() { fmt.Println(1 << neg) })
	try("shift2", func() { x := 1; x >>= neg; fmt.Println(x) })
	try("conv", func() { fmt.Println([4]int(sl)) })
	try("convp", func() { fmt.Println((*[4]int)(sl)) })
	try("convnil", func() { var s []int; fmt.Println((*[0]int)(s) == nil, [0]int(s)) })
	try("hash", func() { m := map[any]int{}; m[[]int{1}] = 1 })
	try("hash2", func() { m := map[any]int{}; fmt.Println(m[map[int]int{}]) })
	try("hash3", func() { m := map[any]int{}; m[struct{ f func() }{}] = 1 })
	try("hash4", func() { m := map[I]int{}; m[K2{}] = 1 })
	try("hash5", func() { m := map[[1]any]int{}; delete(m, [1]any{[]int{}}) })
	try("cmp", func() { var a, b any = []int{}, []int{}; fmt.Println(a == b) })
	try("cmp2", func() { var a, b any = K{}, K{}; fmt.Println(a == b) })
	try("cmp3", func() { var a, b any = [1]any{func() {}}, [1]any{func() {}}; fmt.Println(a == b) })
	try("cmp4", func() { var a, b any = []int{}, 1; fmt.Println(a == b) })
	try("closenil", func() { var c chan int; close(c) })
	try("closeclosed", func() { c := make(chan int); close(c); close(c) })
	try("sendclosed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("selsend", func() { c := make(chan int, 1); close(c); select { case c <- 1: default: } })
	try("panicnil", func() { panic(nil) })
	try("panicerr", func() { panic(E{"x"}) })
	try("panicstr", func() { panic(S{"x"}) })
	try("panicwrap", func() { panic(fmt.Errorf("w %w", E{"y"})) })
	try("unsafe1", func() { fmt.Println(unsafe.Slice((*int)(nil), five)) })
	try("unsafe2", func() { fmt.Println(unsafe.String((*byte)(nil), five)) })
	try("unsafe3", func() { fmt.Println(unsafe.Slice(&arr[0], neg)) })
	try("negrepeat", func() { strings.Repeat("x", neg) })
	try("clear", func() { var m map[int]int; clear(m); delete(m, 1); fmt.Println(len(m)) })
	try("goexit-like", func() { defer func() { panic(fmt.Sprint("second ", recover())) }(); panic("first") })
	try("nested", func() {
		defer func() { fmt.Println("inner", recover()) }()
		defer func() { panic("replaced") }()
		panic("orig")
	})
	try("embeddednil", func() { type Q struct{ *T }; var q Q; fmt.Println(q.a) })
	try("embiface", func() { type Q struct{ I }; var q Q; q.M() })
	try("methodvalnil", func() { f := nili.M; f() })
	try("methodvalnilp", func() { f := nilp.M; f() })
	try("minint", func() { x := -1 << 63; fmt.Println(x / neg, x % neg) })
	try("f2i", func() { fmt.Println(int64(f64*2), uint8(int(f64*2)), int32(-f64)) })
}

type MyStr string
type bad struct{}

func (bad) Error() string { panic("error in Error") }

type K2 struct{ x []int }

func (K2) M() {}
