package corpus

func shifted(s uint) {
	var a int8 = 1<<s + 1000  // want CONSTANT_OVERFLOW "1000 \(untyped int constant\) overflows int8"
	var b uint8 = 300 + 1<<s  // want CONSTANT_OVERFLOW "300 \(untyped int constant\) overflows uint8"
	var c = 1<<s == 1<<63     // want CONSTANT_OVERFLOW "1 << 63 \(untyped int constant 9223372036854775808\) overflows int"
	var d float64 = 1<<s + 1.5 // want BAD_SHIFT "shifted operand 1 \(type float64\) must be integer"
	var e any = 1<<s + 1<<70  // want CONSTANT_OVERFLOW "overflows int"
	println(a, b, c, d, e)
	switch 1 << s {
	case 1 << 80: // want CONSTANT_OVERFLOW "overflows int"
	}
	_ = [...]int8{1<<s - 200} // want CONSTANT_OVERFLOW "200 \(untyped int constant\) overflows int8"
	_ = 1<<s == 1<<62
}
