package math

const waveOnly = 1 << 302 // from here on the functions of order n are but a wave

// Jn gives the Bessel function of the first kind and order n.
func Jn(n int, x float64) float64 {
	switch {
	case x != x:
		return x
	case x-x != 0:
		return 0
	case n == 0:
		return J0(x)
	case x == 0:
		return 0
	}
	if n < 0 {
		n, x = -n, -x
	}
	if n == 1 {
		return J1(x)
	}
	size := Abs(x)
	var y float64
	switch {
	case float64(n) <= size && size >= waveOnly:
		s, c := Sincos(size)
		y = (1 / SqrtPi) * [4]float64{c + s, -c + s, -c - s, c - s}[n&3] / Sqrt(size)
	case float64(n) <= size:
		before := J0(size)
		y = J1(size)
		for i := 1; i < n; i++ {
			before, y = y, y*(float64(i+i)/size)-before
		}
	case size < 1.0/(1<<29):
		y = firstTerm(n, size)
	default:
		y = downward(n, size)
	}
	if x < 0 && n&1 == 1 {
		return -y
	}
	return y
}

// firstTerm gives (x/2)^n / n!, all that matters for a tiny x.
func firstTerm(n int, x float64) float64 {
	if n > 33 {
		return 0
	}
	half := x * 0.5
	power, factorial := half, 1.0
	for i := 2; i <= n; i++ {
		factorial *= float64(i)
		power *= half
	}
	return power / factorial
}

// downward goes by recurrence from a ratio of neighbours, had as a continued fraction, down to order 0, whose
// value sets the scale: upward the recurrence would not be stable for n > x.
func downward(n int, x float64) float64 {
	first, step := float64(n+n)/x, 2/x
	z := first + step
	q0, q1 := first, first*z-1
	terms := 1
	for q1 < 1e9 {
		terms++
		z += step
		q0, q1 = q1, z*q1-q0
	}
	t := 0.0
	for i := 2 * (n + terms); i >= n+n; i -= 2 {
		t = 1 / (float64(i)/x - t)
	}
	// Where the values would overflow they are scaled down on the way.
	size := float64(n)
	mayOverflow := size*Log(Abs(step*size)) >= most
	a, b := t, 1.0
	for i := n - 1; i > 0; i-- {
		a, b = b, b*float64(i+i)/x-a
		if mayOverflow && b > 1e100 {
			a /= b
			t /= b
			b = 1
		}
	}
	return t * J0(x) / b
}

// Yn gives the Bessel function of the second kind and order n.
func Yn(n int, x float64) float64 {
	odd := n&1 == 1
	switch {
	case x < 0 || x != x:
		return NaN()
	case x > MaxFloat64:
		return 0
	case n == 0:
		return Y0(x)
	case x == 0 && n < 0 && odd:
		return Inf(1)
	case x == 0:
		return Inf(-1)
	}
	negate := n < 0 && odd
	if n < 0 {
		n = -n
	}
	y := Y1(x)
	switch {
	case n == 1:
	case x >= waveOnly:
		s, c := Sincos(x)
		y = (1 / SqrtPi) * [4]float64{s - c, -s - c, -s + c, s + c}[n&3] / Sqrt(x)
	default:
		before := Y0(x)
		for i := 1; i < n && y >= -MaxFloat64; i++ {
			before, y = y, (float64(i+i)/x)*y-before
		}
	}
	if negate {
		return -y
	}
	return y
}
