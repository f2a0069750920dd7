package main

import "fmt"

func seq(yield func(int) bool) {
	defer fmt.Println("seq done")
	for i := 0; i < 3; i++ {
		if !yield(i) {
			return
		}
	}
}

func rec() {
	defer func() {
		for i := range seq {
			fmt.Println("recover", i, recover())
		}
	}()
	panic("boom")
}

func order() (s string) {
	defer func() { s += " first"; fmt.Println("first deferred runs last") }()
	for i := range seq {
		defer func() { s += fmt.Sprint(" ", i); fmt.Println("deferred", i) }()
		for j := range seq {
			if j == 1 {
				break
			}
			defer fmt.Println("inner", i, j)
		}
	}
	defer fmt.Println("after loop")
	return "x"
}

func pan() (err error) {
	defer func() { err = fmt.Errorf("%v, then %v", err, recover()) }()
	for i := range seq {
		defer func() {
			r := recover()
			fmt.Println("recovered", r)
			if i > 0 {
				panic(fmt.Sprint("again ", i))
			}
		}()
		if i == 2 {
			panic("two")
		}
	}
	return nil
}

func gotos() {
	n := 0
again:
	for i := range seq {
		for j := range seq {
			if j == 1 {
				n++
				if n < 3 {
					goto again
				}
				goto end
			}
			fmt.Println(i, j, n)
		}
	}
end:
	fmt.Println("end", n)
}

func main() {
	fmt.Println(order())
	fmt.Println(pan())
	gotos()
}
