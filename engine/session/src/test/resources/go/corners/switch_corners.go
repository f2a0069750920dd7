package main

import "fmt"

type T struct{ x int }

func f(s string, v int) int { fmt.Print(s, " "); return v }

func kind(x any) string {
	switch x := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v", x)
	case func() int:
		return fmt.Sprint("func ", x())
	case []any:
		s := ""
		for _, e := range x {
			s += kind(e) + ";"
		}
		return s
	case *T:
		if x == nil {
			return "nil *T"
		}
		return fmt.Sprint("*T", x.x)
	case interface{ Error() string }:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer"
	case error:
		return "unreachable"
	case map[string]int, chan bool:
		return fmt.Sprintf("%T", x)
	case struct{}:
		return "empty"
	}
	return "?"
}

type E struct{}

func (E) Error() string { return "E" }

func main() {
	switch x := f("tag", 3); x {
	case f("a", 1), f("b", 3), f("c", 4):
		fmt.Println("b")
		fallthrough
	case f("never", 9):
		fmt.Println("fell")
	default:
		fmt.Println("default")
	}
	switch {
	default:
		fmt.Println("default first")
		fallthrough
	case f("x", 1) == 2:
		fmt.Println("after default")
	case f("y", 1) == 5:
	}
	switch x := 5; {
	case x > 3:
		x := "inner"
		fmt.Println(x)
	}
	switch f("once", 1); {
	}
	switch {
	}
	var i any = 3
	switch i {
	case "3", 3.0, int64(3):
		fmt.Println("wrong")
	case 3:
		fmt.Println("right")
	}
	switch (any)(nil) {
	case nil:
		fmt.Println("nil case")
	}
	fmt.Println(kind(nil), kind(int8(3)), kind(func() int { return 7 }), kind([]any{1, "x", nil}), kind((*T)(nil)), kind(&T{4}), kind(E{}), kind(map[string]int{}), kind(struct{}{}), kind(make(chan bool)) , kind(2.5))
	func() {
		defer func() { fmt.Println(recover()) }()
		switch x := any([]int{}); x {
		case any([]int{}):
		}
	}()
	switch s := "héllo"; s {
	case "a", "b", "c", "d", "e", "f", "g", "h", "i", "j":
	case "hello", "héllo":
		fmt.Println("string switch")
	}
	switch c := 'é'; {
	case c < 'z':
	case c >= 'é' && c <= 'é':
		fmt.Println("rune")
	}
	n := 0
	for i := range 20 {
		switch i {
		case 0, 1, 2:
			n += 1
		case 3, 4:
			n += 10
			continue
		case 5:
			n += 100
			break
		case 6, 7, 8, 9, 10, 11, 12:
			n += 1000
		case 1 << 4:
			n += 1000000
		}
		n++
	}
	fmt.Println(n)
	type big struct{ a, b, c, d int }
	switch (big{1, 2, 3, 4}) {
	case big{}:
	case big{1, 2, 3, 4}:
		fmt.Println("struct case")
	}
	switch [2]string{"a", "b"} {
	case [2]string{"a", "b"}:
		fmt.Println("array case")
	}
	switch uint8(200) {
	case 'Z' + 110:
		fmt.Println("const expr case")
	}
	switch x := any(3).(type) {
	default:
		_ = x
		fmt.Printf("%T\n", x)
	}
	switch f := 1.5; f {
	case 3 / 2.0:
		fmt.Println("float case")
	}
	switch true {
	case false, f("t", 1) == 1:
		fmt.Println("bool")
	}
}
