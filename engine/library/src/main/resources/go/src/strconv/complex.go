package strconv

// FormatComplex writes c, of bitSize 64 or 128, as (a+bi) with FormatFloat's formats for the parts.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	out := AppendFloat([]byte{'('}, real(c), fmt, prec, bitSize/2)
	at := len(out)
	out = AppendFloat(out, imag(c), fmt, prec, bitSize/2)
	if out[at] != '+' && out[at] != '-' {
		out = append(out[:at], append([]byte{'+'}, out[at:]...)...)
	}
	return string(append(out, "i)"...))
}

// ParseComplex reads a number of the form N, Ni or N±Ni, perhaps in parentheses, of bitSize 64 or 128.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	text := s
	if n := len(s); n >= 2 && s[0] == '(' && s[n-1] == ')' {
		s = s[1 : n-1]
	}
	var outOfRange bool
	part := func(t string) (f float64, n int, ok bool) {
		f, n, err := floatPrefix(t, size)
		if err != nil && err.Err == ErrRange {
			outOfRange = true
			err = nil
		}
		return f, n, err == nil
	}
	result := func(c complex128) (complex128, error) {
		if outOfRange {
			return c, failure("ParseComplex", text, ErrRange)
		}
		return c, nil
	}
	wrong := failure("ParseComplex", text, ErrSyntax)
	first, n, ok := part(s)
	if !ok {
		return 0, wrong
	}
	s = s[n:]
	switch {
	case s == "":
		return result(complex(first, 0))
	case s == "i":
		return result(complex(0, first))
	case s[0] != '+' && s[0] != '-':
		return 0, wrong
	case s[0] == '+' && len(s) > 1 && s[1] != '+':
		s = s[1:] // its own sign or none may follow, so that +NaNi can be read
	}
	second, n, ok := part(s)
	if !ok || s[n:] != "i" {
		return 0, wrong
	}
	return result(complex(first, second))
}
