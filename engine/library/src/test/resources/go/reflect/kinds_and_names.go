package main

import (
	"context"
	"fmt"
	"reflect"
	"structs"
	"sync"
	"time"
	"unique"
	"unsafe"
	"weak"
)

type named struct {
	_ structs.HostLayout
	A int32
	B string
}

func (named) Method(int) string { return "" }

// kinds pairs every kind with a type of it.
func kinds() {
	types := map[reflect.Kind]reflect.Type{
		reflect.Bool: reflect.TypeFor[bool](), reflect.Int: reflect.TypeFor[int](), reflect.Int8: reflect.TypeFor[int8](),
		reflect.Int16: reflect.TypeFor[int16](), reflect.Int32: reflect.TypeFor[rune](), reflect.Int64: reflect.TypeFor[time.Duration](),
		reflect.Uint: reflect.TypeFor[uint](), reflect.Uint8: reflect.TypeFor[byte](), reflect.Uint16: reflect.TypeFor[uint16](),
		reflect.Uint32: reflect.TypeFor[uint32](), reflect.Uint64: reflect.TypeFor[uint64](), reflect.Uintptr: reflect.TypeFor[uintptr](),
		reflect.Float32: reflect.TypeFor[float32](), reflect.Float64: reflect.TypeFor[float64](),
		reflect.Complex64: reflect.TypeFor[complex64](), reflect.Complex128: reflect.TypeFor[complex128](),
		reflect.Array: reflect.TypeFor[[2]int](), reflect.Chan: reflect.TypeFor[chan<- int](), reflect.Func: reflect.TypeFor[func(...int)](),
		reflect.Interface: reflect.TypeFor[error](), reflect.Map: reflect.TypeFor[map[string]bool](), reflect.Pointer: reflect.TypeFor[*named](),
		reflect.Slice: reflect.TypeFor[[]named](), reflect.String: reflect.TypeFor[string](), reflect.Struct: reflect.TypeFor[named](),
		reflect.UnsafePointer: reflect.TypeFor[unsafe.Pointer](),
	}
	for k := reflect.Invalid; k <= reflect.UnsafePointer; k++ {
		t, ok := types[k]
		if !ok {
			fmt.Println(uint(k), k, ok, reflect.ValueOf(nil).Kind() == k)
			continue
		}
		fmt.Println(uint(k), k, t, t.Kind() == k, t.Size(), t.Align(), t.Comparable(), reflect.Zero(t).IsZero())
	}
	fmt.Println(reflect.Ptr == reflect.Pointer, reflect.Kind(77))
}

func headers() {
	s := make([]int64, 3, 5)
	h := (*reflect.SliceHeader)(unsafe.Pointer(&s))
	fmt.Println(h.Len, h.Cap, h.Data == uintptr(unsafe.Pointer(&s[0])))
	h.Len = 5
	fmt.Println(len(s))
	text := "header"
	t := (*reflect.StringHeader)(unsafe.Pointer(&text))
	fmt.Println(t.Len, t.Data == uintptr(unsafe.Pointer(unsafe.StringData(text))))
	t.Len = 4
	fmt.Println(text)
}

func selects() {
	full, empty := make(chan string, 1), make(chan int)
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(empty)},
		{Dir: reflect.SelectSend, Chan: reflect.ValueOf(full), Send: reflect.ValueOf("sent")},
		{Dir: reflect.SelectDefault},
	}
	var dir reflect.SelectDir = cases[1].Dir
	i, _, ok := reflect.Select(cases)
	fmt.Println(i, ok, <-full, dir == reflect.SelectSend)
	full <- "full"
	i, _, ok = reflect.Select(cases)
	fmt.Println(i, ok)
	cases[1] = reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(full)}
	i, v, ok := reflect.Select(cases)
	fmt.Println(i, v, ok)
}

func sum(it *reflect.MapIter) (n int64) {
	for it.Next() {
		n += it.Key().Int() * it.Value().Int()
	}
	return n
}

func described(m reflect.Method) string { return fmt.Sprint(m.Name, m.Index, m.Type, m.IsExported()) }

// turns lets two goroutines alternate.
func turns(c *sync.Cond, n int) (out string) {
	turn := 0
	var all sync.WaitGroup
	for who := range 2 {
		all.Go(func() {
			for range n {
				c.L.Lock()
				for turn != who {
					c.Wait()
				}
				out += fmt.Sprint(who)
				turn = 1 - turn
				c.Broadcast()
				c.L.Unlock()
			}
		})
	}
	all.Wait()
	return out
}

func cancelled(ctx context.Context, cancel context.CancelFunc) (error, error) {
	before := ctx.Err()
	cancel()
	<-ctx.Done()
	return before, ctx.Err()
}

func cancelledFor(ctx context.Context, cancel context.CancelCauseFunc, why error) (error, error) {
	cancel(why)
	cancel(fmt.Errorf("too late"))
	return ctx.Err(), context.Cause(ctx)
}

func same(a, b unique.Handle[string]) (bool, string) { return a == b, a.Value() }

func alive(p weak.Pointer[named]) string {
	if v := p.Value(); v != nil {
		return v.B
	}
	return "gone"
}

func months() {
	for m := time.January; m <= time.December+1; m++ {
		fmt.Print(m, " ")
	}
	fmt.Println(time.January+11 == time.December)
	days := map[time.Month]int{time.January: 31, time.February: 28, time.March: 31, time.April: 30, time.May: 31, time.June: 30, time.July: 31, time.August: 31, time.September: 30, time.October: 31, time.November: 30, time.December: 31}
	for m, n := range days {
		if got := time.Date(2023, m+1, 0, 0, 0, 0, 0, time.UTC).Day(); got != n {
			fmt.Println(m, got, n)
		}
	}
	// The first of January 2024 was a Monday.
	for i, d := range []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday} {
		fmt.Print(d, " ", int(d), " ", time.Date(2024, time.January, 1+i, 0, 0, 0, 0, time.UTC).Weekday() == d, "; ")
	}
	fmt.Println(time.Saturday + 1)
}

func main() {
	kinds()
	headers()
	selects()
	fmt.Println(sum(reflect.ValueOf(map[int8]int64{2: 10, 3: 100, -1: 1}).MapRange()))
	fmt.Println(described(reflect.TypeFor[named]().Method(0)), reflect.TypeFor[structs.HostLayout](), reflect.TypeFor[named]().Size())
	fmt.Println(turns(sync.NewCond(new(sync.Mutex)), 4))
	fmt.Println(cancelled(context.WithCancel(context.Background())))
	ctx, cancel := context.WithCancelCause(context.Background())
	fmt.Println(cancelledFor(ctx, cancel, context.DeadlineExceeded))
	fmt.Println(same(unique.Make("a"), unique.Make(string([]byte{'a'}))))
	v := &named{B: "here"}
	fmt.Println(alive(weak.Make(v)), alive(weak.Pointer[named]{}), v.B)
	months()
}
