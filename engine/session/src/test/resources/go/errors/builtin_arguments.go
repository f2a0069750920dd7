// What does not fit a built-in function: how much of it is said, and what is said of the call.
package p

import "unsafe"

type pair struct{ a, b int }

func generic[T any](x T) T { return x }

func none() {}

func several() (int, string) { return 0, "" }

func shown(n int) {
	print(1<<70, 1<<71)
	println("a", nil, 1<<70, nil)
	println(generic, generic)
	println(none(), 1<<70)
	println(several(), 1<<70)
	println(missing, 1<<70)
	println(int, 1<<70)
	x := println(1 << 70)
	y := println(n)
	_ = print(nil) + 1
	go println(nil, nil)
	defer print(1<<70, generic)
	println(n...)
}

func ended(n int) int {
	defer panic(1 << 70)
	if n > 0 {
		panic(generic)
	}
	if n > 1 {
		z := panic(1 << 70)
	}
	panic()
	panic(1, 2)
	panic(none())
	panic(nil)
}

func lists(s []int, t []string, m map[string]int) {
	s = append(s, "a", 1.5, nil)
	s = append(t, 1)
	s = append(nil, 1)
	_ = append()
	_ = append(s, t...)
	_ = append(s, 1, s...)
	append(s, 1)
	_ = copy(s, t)
	_ = copy(s, 1)
	_ = copy(pair{}, s)
	copy(s)
	delete(m, 1)
	delete(s, 1)
	delete(m, "a", "b")
	clear(pair{})
	clear(&s)
}

func figures(c <-chan int, p *[3]int, f float64, i int) {
	_ = len(i)
	_ = cap(map[int]int{})
	_ = len(*p, p)
	close(c)
	close(i)
	_ = complex(1, "a")
	_ = complex(f, float32(1))
	_ = real(f)
	_ = imag("a")
	_ = min("a", 1)
	_ = max(f, i)
	_ = min()
	_ = max(pair{}, pair{})
	_ = make(int)
	_ = make([]int)
	_ = make([]int, -1)
	_ = make([]int, 2, 1)
	_ = make([]int, "a")
	_ = make(map[int]int, 1, 2)
	_ = new(3, 4)
	_ = recover(1)
	_ = unsafe.Sizeof()
	_ = unsafe.Offsetof(i)
	_ = unsafe.Add(p, 1)
	_ = unsafe.Slice(i, 1)
	_ = unsafe.String(&i, 1)
	len(t)
	_ = println
	_ = len
}
