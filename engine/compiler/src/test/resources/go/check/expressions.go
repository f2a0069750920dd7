package expressions

type point struct{ x, y int }

func (p *point) move()   {}
func (p point) len() int { return 0 }

type mover interface{ move() }

func f(a int, b ...string) (int, error) { return 0, nil }

func operators(i int, u8 uint8, s string, fl float64, x interface{}, fn func(), sl []int) {
	_ = i + s        // want MISMATCHED_TYPES "invalid operation: i \+ s \(mismatched types int and string\)"
	_ = i + 1.5      // want CONSTANT_TRUNCATED "1.5 \(untyped float constant\) truncated to int"
	_ = u8 + 256     // want CONSTANT_OVERFLOW "256 \(untyped int constant\) overflows uint8"
	_ = u8 + 'a'     // a rune constant that fits
	_ = fl * 2 / 3   // untyped constants become float64
	_ = -s           // want UNDEFINED_OPERATOR "operator - not defined on s"
	_ = !i           // want UNDEFINED_OPERATOR "operator ! not defined on i"
	_ = fl % 2       // want UNDEFINED_OPERATOR "operator % not defined on fl"
	_ = i / 0        // want DIVISION_BY_ZERO "division by zero"
	_ = fl / 0       // allowed: infinity
	_ = sl == sl     // want UNDEFINED_OPERATOR "slice can only be compared to nil"
	_ = fn == nil
	_ = nil == nil   // want UNDEFINED_OPERATOR "operator == not defined on"
	_ = x == i       // the interface against a type that implements it
	_ = x < x        // want UNDEFINED_OPERATOR "operator < not defined on interface"
	_ = 1 << i
	_ = 1.0 << i     // want BAD_SHIFT "shifted operand 1.0 \(type float64\) must be integer"
	var g float64 = 1 << i // want BAD_SHIFT "shifted operand 1 \(type float64\) must be integer"
	_ = g
	_ = i << 1.5     // want CONSTANT_TRUNCATED "truncated to uint"
	_ = i << -1      // want BAD_SHIFT "negative shift count"
	_ = int8(1) << 10 // want CONSTANT_OVERFLOW "overflows int8"
	_ = ^uint8(0) + 0
	_ = "a" + "b" < s
}

func conversions(i int, s string, bs []byte, p *point) {
	_ = string(bs)
	_ = []byte(s)
	_ = int(s)      // want BAD_CONVERSION "cannot convert s \(variable of type string\) to type int"
	_ = uint8(300)  // want CONSTANT_OVERFLOW "constant 300 overflows uint8"
	_ = int(1.5)    // want BAD_CONVERSION "cannot convert 1.5 \(untyped float constant\) to type int"
	_ = string(65)
	_ = [2]byte(bs)
	_ = (*[2]byte)(bs)
	_ = float32(1) / 3
	_ = point(1, 2) // want ARGUMENT_COUNT "too many arguments in conversion to point"
}

func selectors(p point, pp *point, ppp **point, m mover) {
	p.move()
	point{}.move()   // want POINTER_METHOD "cannot call pointer method move on point"
	_ = point.move   // want POINTER_METHOD "invalid method expression point.move"
	_ = (*point).move
	_ = pp.x
	_ = ppp.x        // want MISSING_MEMBER "ppp.x undefined"
	_ = p.z          // want MISSING_MEMBER "p.z undefined \(type point has no field or method z\)"
	_ = p.X          // want MISSING_MEMBER "but does have field x"
	m = pp
	m = p            // want NOT_ASSIGNABLE "point does not implement mover \(method move has pointer receiver\)"
	_ = m.(point)    // want IMPOSSIBLE_ASSERTION "impossible type assertion"
	_ = p.(mover)    // want BAD_ASSERTION "is not an interface"
}

func calls(s []string) {
	f()              // want ARGUMENT_COUNT "not enough arguments in call to f\n\thave \(\)\n\twant \(int, ...string\)"
	f(1, "a", 2)     // want NOT_ASSIGNABLE "cannot use 2 \(untyped int constant\) as string value in argument to f"
	f(1, s...)
	f(1, "a", s...)  // want ARGUMENT_COUNT "too many arguments in call to f"
	calls(s...)      // want MISPLACED_DOTS "cannot use ... in call to non-variadic calls"
	_ = f(1) + 1     // want MULTIPLE_VALUES "multiple-value f\(1\)"
	_ = calls(s)     // want NOT_A_VALUE "calls\(s\) \(no value\) used as value"
	5()              // want NOT_A_FUNCTION "cannot call 5"
	len              // want UNUSED_VALUE "len \(built-in\) must be called"
	_ = len(5)       // want BAD_BUILTIN_ARGUMENT "invalid argument: 5 .* for built-in len"
	_ = append(s, 1) // want NOT_ASSIGNABLE "as string value in argument to append"
	_ = make(int)    // want BAD_BUILTIN_ARGUMENT "cannot make int"
	_ = make([]int, 5, 2) // want BAD_BUILTIN_ARGUMENT "length and capacity swapped"
	_ = min(1, 2.5, 'a')
	_ = max("a", 1)  // want BAD_BUILTIN_ARGUMENT "mismatched types"
	_ = new(5)
	delete(s, "a")   // want BAD_BUILTIN_ARGUMENT "is not a map"
	close(s)         // want BAD_BUILTIN_ARGUMENT "cannot close non-channel"
	clear(s)
}

func literals() {
	_ = point{1}            // want BAD_COMPOSITE_LITERAL "too few values in struct literal of type point"
	_ = point{1, 2, 3}      // want BAD_COMPOSITE_LITERAL "too many values in struct literal of type point"
	_ = point{x: 1, 2}      // want BAD_COMPOSITE_LITERAL "mixture of field:value and value elements"
	_ = point{x: 1, x: 2}   // want DUPLICATE_FIELD "duplicate field name x in struct literal"
	_ = point{z: 1}         // want MISSING_MEMBER "unknown field z in struct literal of type point"
	_ = [2]int{1, 2, 3}     // want INDEX_OUT_OF_RANGE "index 2 is out of bounds"
	_ = [...]int{5: 1, 5: 2} // want DUPLICATE_KEY "duplicate index 5"
	_ = map[string]int{"a": 1, "a": 2} // want DUPLICATE_KEY "duplicate key .a. in map literal"
	_ = []point{{1, 2}, {3, 4}}
	_ = map[string]*point{"a": {1, 2}}
	_ = int{} // want BAD_COMPOSITE_LITERAL "invalid composite literal type int"
	_ = "abc"[3] // want INDEX_OUT_OF_RANGE "index 3 out of bounds \[0:3\]"
	_ = []int{}["a"] // want MISMATCHED_TYPES "cannot convert .a. \(untyped string constant\) to type int"
	_ = []int{}[2:1] // want BAD_INDEX "invalid slice indices: 1 < 2"
	_ = "abc"[0:1:2] // want NOT_SLICEABLE "3-index slice of string"
	_ = [2]int{}[:]  // want NOT_SLICEABLE "cannot slice unaddressable value"
	_ = &1           // want NOT_ADDRESSABLE "cannot take address of 1"
	_ = *5           // want BAD_INDIRECTION "cannot indirect 5"
	_ = _            // want BLANK_VALUE "cannot use _ as value"
}
