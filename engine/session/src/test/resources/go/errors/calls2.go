package main

import (
	"fmt"
	"strings"
	"unsafe"
)

type S struct{ X, y int }

func (s S) Get() int  { return 1 }
func (s *S) Set(int)  {}
func v(a int, b ...string) {}
func w(f func(int) string) {}

func main() {
	v()
	v("a")
	v(1, 2)
	v(1, "a", 3)
	v(1, []string{}...)
	v(1, []int{}...)
	v([]int{}...)
	w(func(int) int { return 1 })
	w(func(string) string { return "" })
	w(nil)
	w(fmt.Sprint)
	S{}.Set(1)
	(&S{}).Get(2)
	S.Get()
	S.Set(S{}, 1)
	(*S).Get(S{})
	_ = S{1}
	_ = S{1, 2, 3}
	_ = S{X: 1, 2}
	_ = S{Z: 1}
	_ = S{X: 1, X: 2}
	_ = S{X: "a"}
	_ = []int{0: 1, 0: 2}
	_ = [2]int{1, 2, 3}
	_ = [2]int{5: 1}
	_ = []int{"a": 1}
	_ = [...]int{-1: 2}
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[string]int{1}
	_ = map[[]int]int{}
	_ = &[]int{1}[0]
	_ = &S{}.X
	_ = &two
	_ = &two()
	_ = &5
	len(5)
	len("a")
	_ = len(5)
	_ = len()
	_ = len("a", "b")
	_ = cap("a")
	_ = cap(map[int]int{})
	_ = append(5, 1)
	_ = append([]int{}, "a")
	append([]int{}, 1)
	_ = copy([]int{}, []string{})
	_ = copy("a", []byte{})
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 2, 1)
	_ = make([]int, "a")
	_ = make(map[int]int, 1, 2)
	_ = make([]int, 1.5)
	_ = new(5)
	_ = new()
	delete([]int{}, 1)
	delete(map[string]int{}, 1)
	close(make(<-chan int))
	close(5)
	panic()
	panic(1, 2)
	_ = recover(1)
	_ = complex(1, "a")
	_ = complex(float32(1), float64(2))
	_ = real("a")
	_ = min()
	_ = min(1, "a")
	_ = min([]int{})
	_ = max(1, 2.5, 'a')
	clear(5)
	_ = min(1, uint8(2), 300)
	unsafe.Sizeof(1)
	_ = unsafe.Offsetof(5)
	_ = unsafe.Offsetof(S{}.Get)
	_ = unsafe.Add(1, 2)
	_ = unsafe.Slice(1, 2)
	_ = strings.NoSuch("a")
	_ = strings.builder
	_ = S{}.nope
	_ = S{}.x
	_ = S{}.Y
	_ = S{}.get()
	_ = fmt
	_ = fmt.Println
	fmt.Println
	1 + 2
	main
	"abc"
	-5
	func() {}
	<-5
	<-make(chan<- int)
	make(<-chan int) <- 1
	make(chan int) <- "a"
	defer len("a")
	defer recover()
	defer append([]int{}, 1)
	main()()
	5()
	"a"()
	S()
	S(1)
	S(S{}, 1)
	int()
	int(1, 2)
	_ = int("a")
	_ = string(1.5)

	_ = [2]int([]string{})
	_ = (*S)(S{})
	_ = uint8(300)
	_ = int(1.5)
	_ = float32(1e100)

	_ = undefined1
	undefined2()
	var u undefined3
	_ = undefined4.x
	_ = S.undefined5
}

func two() int { return 1 }
