package big

// takePrecision gives a z without precision the larger of the operands'.
func (z *Float) takePrecision(x, y *Float) {
	if z.prec == 0 {
		z.prec = max(x.prec, y.prec)
	}
}

// Add sets z to x + y, rounded. It panics with ErrNaN for infinities of different signs.
func (z *Float) Add(x, y *Float) *Float {
	z.takePrecision(x, y)
	return z.sum(x, y, y.neg, "addition of infinities with opposite signs")
}

// Sub sets z to x - y, rounded. It panics with ErrNaN for infinities of the same sign.
func (z *Float) Sub(x, y *Float) *Float {
	z.takePrecision(x, y)
	return z.sum(x, y, !y.neg, "subtraction of infinities with equal signs")
}

// sum sets z to x + y, y's sign being yNeg.
func (z *Float) sum(x, y *Float, yNeg bool, complaint string) *Float {
	switch {
	case x.form == inf && y.form == inf && x.neg != yNeg:
		z.setForm(zero, false)
		panic(ErrNaN{complaint})
	case x.form == zero && y.form == zero:
		return z.setForm(zero, x.neg && yNeg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	case y.form == inf:
		return z.setForm(inf, yNeg)
	case x.form == zero:
		z.Set(y)
		z.neg = yNeg
		return z
	}
	a, b, aNeg, bNeg := x, y, x.neg, yNeg
	if a.top() < b.top() {
		a, b, aNeg, bNeg = b, a, bNeg, aNeg
	}
	// Where b begins far below all that a and the result have, only its sign matters.
	far := int64(z.prec) + 4
	m, e := a.mant, a.exp
	if gap := a.exp - b.top(); gap > far && a.top()-b.top() > far+int64(a.mant.bitLen()) {
		m = nat(nil).shl(m, uint(far))
		e -= far
		if aNeg == bNeg {
			return z.setParts(aNeg, m, e, 0, true)
		}
		return z.setParts(aNeg, nat(nil).sub(m, nat{1}), e, 0, true)
	}
	n := b.mant
	if d := a.exp - b.exp; d > 0 {
		m, e = nat(nil).shl(m, uint(d)), b.exp
	} else {
		n = nat(nil).shl(n, uint(-d))
	}
	s := new(Int).sum(new(Int).with(aNeg, m), new(Int).with(bNeg, n), bNeg)
	if len(s.abs) == 0 {
		return z.setForm(zero, z.mode == ToNegativeInf)
	}
	return z.setParts(s.neg, s.abs, e, 0, false)
}

// Mul sets z to x * y, rounded. It panics with ErrNaN for a zero times an infinity.
func (z *Float) Mul(x, y *Float) *Float {
	z.takePrecision(x, y)
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.setParts(neg, nat(nil).mul(x.mant, y.mant), x.exp+y.exp, 0, false)
	case x.form == zero && y.form == inf || x.form == inf && y.form == zero:
		z.setForm(zero, false)
		panic(ErrNaN{"multiplication of zero with infinity"})
	case x.form == inf || y.form == inf:
		return z.setForm(inf, neg)
	}
	return z.setForm(zero, neg)
}

// Quo sets z to x / y, rounded. It panics with ErrNaN for two zeros and two infinities.
func (z *Float) Quo(x, y *Float) *Float {
	z.takePrecision(x, y)
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		return z.quotient(neg, x.mant, x.exp, y.mant, y.exp)
	case x.form == y.form:
		z.setForm(zero, false)
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	case x.form == zero || y.form == inf:
		return z.setForm(zero, neg)
	}
	return z.setForm(inf, neg)
}

// quotient sets z, which has a precision, to (a * 2^aExp) / (b * 2^bExp), rounded.
func (z *Float) quotient(neg bool, a nat, aExp int64, b nat, bExp int64) *Float {
	shift := max(int64(z.prec)+2+int64(b.bitLen())-int64(a.bitLen()), 0)
	q, r := nat(nil).div(nil, nat(nil).shl(a, uint(shift)), b)
	return z.setParts(neg, q, aExp-bExp-shift, 0, len(r) > 0)
}

// Sqrt sets z to the root of x, rounded by x's mode, which z gets; the accuracy is not told. A z without precision gets x's. It panics with ErrNaN for a negative x.
func (z *Float) Sqrt(x *Float) *Float {
	if z.prec == 0 {
		z.prec = x.prec
	}
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		return z.setForm(x.form, x.neg)
	}
	z.mode = x.mode
	shift := max(2*int64(z.prec)+4-int64(x.mant.bitLen()), 0)
	if (x.exp-shift)&1 != 0 {
		shift++
	}
	scaled := nat(nil).shl(x.mant, uint(shift))
	root := nat(nil).sqrt(scaled)
	rest := nat(nil).sub(scaled, nat(nil).mul(root, root))
	z.setParts(false, root, (x.exp-shift)/2, 0, len(rest) > 0)
	z.acc = Exact
	return z
}

// truncated gives |x| without its fraction, for a finite x, and whether there was one.
func (x *Float) truncated() (whole nat, fraction bool) {
	if x.exp >= 0 {
		return nat(nil).shl(x.mant, uint(x.exp)), false
	}
	return nat(nil).shr(x.mant, uint(-x.exp)), x.mant.sticky(uint(-x.exp))
}

// Int gives x without its fraction, in z where that is not nil; nil for an infinity.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Int)
	}
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, accuracyOf(x.neg)
	}
	whole, fraction := x.truncated()
	z.with(x.neg, whole)
	if fraction {
		return z, accuracyOf(x.neg)
	}
	return z, Exact
}

// Int64 gives x without its fraction, or the nearest int64.
func (x *Float) Int64() (int64, Accuracy) {
	const least = -1 << 63
	switch {
	case x.form == zero:
		return 0, Exact
	case x.form == finite && x.top() <= 64:
		i, acc := x.Int(nil)
		if i.IsInt64() {
			return i.Int64(), acc
		}
	}
	if x.neg {
		return least, Above
	}
	return -(least + 1), Below
}

// Uint64 gives x without its fraction, or the nearest uint64. Of numbers from 1 on that need no more than 64 bits Go says
// that the result is exact, and so does this.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == finite && x.top() <= 64:
		i, acc := x.Int(nil)
		if x.top() > 0 && x.MinPrec() <= 64 {
			acc = Exact
		}
		return i.Uint64(), acc
	}
	return 1<<64 - 1, Below
}

// Rat gives x, in z where that is not nil; nil for an infinity.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Rat)
	}
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, accuracyOf(x.neg)
	}
	over := new(Int).with(x.neg, nat(nil).set(x.mant))
	if x.exp >= 0 {
		return z.SetInt(over.Lsh(over, uint(x.exp))), Exact
	}
	return z.SetFrac(over, new(Int).Lsh(one, uint(-x.exp))), Exact
}
