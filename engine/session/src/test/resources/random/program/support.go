func outI(l string, x int64)   { println(l, x) }
func outU(l string, x uint64)  { println(l, x) }
func outS(l string, x string)  { println(l, len(x), x) }
func outB(l string, x bool)    { println(l, x) }
func outF(l string, x float64) {
	if x != x {
		println(l, "NaN")
	} else {
		println(l, math.Float64bits(x))
	}
}
