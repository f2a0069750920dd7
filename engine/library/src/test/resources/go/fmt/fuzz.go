package main

import (
	"errors"
	"fmt"
	"math"
)

type named string

func (n named) String() string { return "<" + string(n) + ">" }

type failing struct{ code int }

func (f *failing) Error() string { return fmt.Sprint("failing ", f.code) }

type record struct {
	X    int
	y    []byte
	Next *record
	Any  any
}

var state uint64 = 0x9E3779B97F4A7C15

func next(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state % uint64(n))
}

func value(depth int) any {
	values := []func() any{
		func() any { return next(1000) - 500 }, func() any { return int64(state) >> next(64) }, func() any { return uint8(next(256)) },
		func() any { return float64(next(100000)) / 64 }, func() any { return float32(next(1000)) / 8 }, func() any { return complex(float64(next(9)), -1.5) },
		func() any { return "héllo"[next(3):] }, func() any { return []byte("a\xffb\n")[:next(4)] }, func() any { return next(2) == 0 },
		func() any { return nil }, func() any { return named("n") }, func() any { return record{X: next(9), y: []byte("q")} },
		func() any { return &record{Any: 2.5} }, func() any { return &failing{next(5)} }, func() any { return []int{1, next(50)} },
		func() any { return []string{"a", "b c"} }, func() any { return map[string]int{"z": 1, "a": next(5)} }, func() any { return [2]bool{true} },
		func() any { return rune(next(70000)) }, func() any { return state }, func() any { return errors.New("plain") },
		func() any { return []float64{math.Inf(1), math.NaN(), -0.5} }, func() any { return (*record)(nil) }, func() any { return [3]byte{1, 2, 255} },
		func() any { return []any{1, "x", nil} }, func() any { return map[int]any{3: "c", -1: nil} }, func() any { return struct{ A, b any }{1, named("i")} },
		func() any { return uintptr(next(99)) }, func() any { return int8(-next(128)) }, func() any { return map[any]int{1: 1, 2: 2} },
	}
	return values[next(len(values))]()
}

func main() {
	for range 3000 {
		format := ""
		for range next(3) + 1 {
			format += []string{"", "a", " ", "é"}[next(4)] + "%"
			for next(2) == 0 {
				format += "+-# 0"[next(5):][:1]
			}
			if next(12) == 0 {
				format += fmt.Sprintf("[%d]", next(4))
			}
			if next(3) == 0 {
				format += []string{"5", "12", "*", "1", "0"}[next(5)]
			}
			if next(3) == 0 {
				format += "." + []string{"", "0", "2", "7", "*", "20"}[next(6)]
			}
			format += "vvvvdsqxXoOtcUbeEfFgGTwz%"[next(25):][:1]
		}
		var args []any
		for range next(3) + 1 {
			args = append(args, value(0))
		}
		fmt.Printf("%q: "+format+"\n", append([]any{format}, args...)...)
		fmt.Println(fmt.Sprint(args...), fmt.Sprintln(args...))
	}
}
