package fmt

import (
	"errors"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
)

const (
	binary      = "01"
	octal       = "01234567"
	decimal     = "0123456789"
	hexadecimal = "0123456789aAbBcCdDeEfF"
	intBits     = strconv.IntSize
)

// operand reads one value.
func (s *scanner) operand(verb rune, operand any) {
	s.token = s.token[:0]
	if own, ok := operand.(Scanner); ok {
		err := own.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			fail(err)
		}
		return
	}
	switch v := operand.(type) {
	case *int:
		*v = int(s.signed(verb, intBits))
	case *string:
		*v = s.stringValue(verb)
	case *float64:
		*v = s.floatValue(verb, 64)
	case *bool:
		*v = s.boolValue(verb)
	case *[]byte:
		*v = []byte(s.stringValue(verb))
	case *int64:
		*v = s.signed(verb, 64)
	case *uint64:
		*v = s.unsigned(verb, 64)
	default:
		s.reflectedOperand(verb, operand)
	}
}

func (s *scanner) reflectedOperand(verb rune, operand any) {
	pointer := reflect.ValueOf(operand)
	if pointer.Kind() != reflect.Pointer {
		failText("type not a pointer: " + pointer.Type().String())
	}
	switch v := pointer.Elem(); v.Kind() {
	case reflect.Bool:
		v.SetBool(s.boolValue(verb))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(s.signed(verb, v.Type().Bits()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(s.unsigned(verb, v.Type().Bits()))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(s.floatValue(verb, v.Type().Bits()))
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(s.complexValue(verb, v.Type().Bits()))
	case reflect.String:
		v.SetString(s.stringValue(verb))
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			failText("can't scan type: " + pointer.Type().String())
		}
		text := s.stringValue(verb)
		v.Set(reflect.MakeSlice(v.Type(), len(text), len(text)))
		for i := 0; i < len(text); i++ {
			v.Index(i).SetUint(uint64(text[i]))
		}
	default:
		failText("can't scan type: " + pointer.Type().String())
	}
}

// fits fails where the verb is not one of verbs.
func fits(verb rune, verbs, kind string) {
	if strings.IndexRune(verbs, verb) < 0 {
		failText("bad verb '%" + string(verb) + "' for " + kind)
	}
}

// begin goes to the first rune of a value.
func (s *scanner) begin() {
	s.SkipSpace()
	s.more()
}

func (s *scanner) boolValue(verb rune) bool {
	s.begin()
	fits(verb, "tv", "boolean")
	// The whole word or its first letter alone.
	rest := func(first string, others ...string) {
		if !s.accept(first) {
			return
		}
		for _, letter := range others {
			if !s.accept(letter) {
				failText("syntax error scanning boolean")
			}
		}
	}
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		rest("rR", "uU", "eE")
		return true
	case 'f', 'F':
		rest("aA", "lL", "sS", "eE")
	}
	return false
}

// integerToken reads the digits of an integer as the verb wants them, and tells their base; 0 where a prefix says it.
func (s *scanner) integerToken(verb rune, signed bool) (token string, base int) {
	fits(verb, "bdoUxXv", "integer")
	digits := decimal
	base = 10
	switch verb {
	case 'b':
		base, digits = 2, binary
	case 'o':
		base, digits = 8, octal
	case 'x', 'X', 'U':
		base, digits = 16, hexadecimal
	}
	haveDigits := false
	if verb == 'U' {
		if !s.take("U", false) || !s.take("+", false) {
			failText("bad unicode format ")
		}
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			base = 0
			digits = decimal + "_"
			if s.peek("0") {
				s.accept("0")
				haveDigits = true
				switch {
				case s.accept("bB"):
					digits = binary + "_"
				case s.accept("oO"):
					digits = octal + "_"
				case s.accept("xX"):
					digits = hexadecimal + "_"
				default:
					digits = octal + "_"
				}
			}
		}
	}
	if !haveDigits {
		s.more()
		if !s.accept(digits) {
			failText("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return string(s.token), base
}

func (s *scanner) signed(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.runeValue(bits)
	}
	s.begin()
	token, base := s.integerToken(verb, true)
	v, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		fail(err)
	}
	if v<<(64-bits)>>(64-bits) != v {
		failText("integer overflow on token " + token)
	}
	return v
}

func (s *scanner) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.runeValue(bits))
	}
	s.begin()
	token, base := s.integerToken(verb, false)
	v, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		fail(err)
	}
	if v<<(64-bits)>>(64-bits) != v {
		failText("unsigned integer overflow on token " + token)
	}
	return v
}

// runeValue reads a rune as a number.
func (s *scanner) runeValue(bits int) int64 {
	s.more()
	r := int64(s.next())
	if r<<(64-bits)>>(64-bits) != r {
		failText("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scanner) floatToken() string {
	s.token = s.token[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.token)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.token)
	}
	digits, exponent := decimal+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexadecimal+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimal + "_") {
		}
	}
	return string(s.token)
}

// parseFloat reads token, which may have a decimal mantissa with a binary exponent, as %b writes it.
func parseFloat(token string, bits int) float64 {
	at := strings.IndexByte(token, 'p')
	if at < 0 || strings.ContainsAny(token, "xX") {
		f, err := strconv.ParseFloat(token, bits)
		if err != nil {
			fail(err)
		}
		return f
	}
	// Errors speak of the whole token.
	check := func(err error) {
		if wrong, ok := err.(*strconv.NumError); ok {
			wrong.Num = token
		}
		if err != nil {
			fail(err)
		}
	}
	f, err := strconv.ParseFloat(token[:at], bits)
	check(err)
	exponent, err := strconv.Atoi(token[at+1:])
	check(err)
	return math.Ldexp(f, exponent)
}

func (s *scanner) floatValue(verb rune, bits int) float64 {
	fits(verb, "beEfFgGv", "float"+strconv.Itoa(bits))
	s.begin()
	return parseFloat(s.floatToken(), bits)
}

func (s *scanner) complexValue(verb rune, bits int) complex128 {
	fits(verb, "beEfFgGv", "complex")
	s.begin()
	wrong := errors.New("syntax error scanning complex number")
	parentheses := s.accept("(")
	re := s.floatToken()
	s.token = s.token[:0]
	if !s.accept("+-") {
		fail(wrong)
	}
	sign := string(s.token)
	im := s.floatToken()
	if !s.accept("i") || parentheses && !s.accept(")") {
		fail(wrong)
	}
	return complex(parseFloat(re, bits/2), parseFloat(sign+im, bits/2))
}

func (s *scanner) stringValue(verb rune) string {
	fits(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quotedValue()
	case 'x', 'X':
		return s.hexValue()
	}
	return string(s.word(true, notSpace))
}

func (s *scanner) quotedValue() string {
	switch quote := s.next(); quote {
	case '`':
		for r := s.must(); r != quote; r = s.must() {
			s.token = append(s.token, string(r)...)
		}
		return string(s.token)
	case '"':
		s.token = append(s.token, '"')
		for {
			r := s.must()
			s.token = append(s.token, string(r)...)
			if r == '"' {
				break
			}
			if r == '\\' {
				s.token = append(s.token, string(s.must())...)
			}
		}
		text, err := strconv.Unquote(string(s.token))
		if err != nil {
			fail(err)
		}
		return text
	}
	failText("expected quoted string")
	return ""
}

// hexValue reads pairs of hexadecimal digits.
func (s *scanner) hexValue() string {
	for {
		r := s.next()
		if r == noRune {
			break
		}
		hi := digitOf(r)
		if hi < 0 {
			s.UnreadRune()
			break
		}
		lo := digitOf(s.must())
		if lo < 0 {
			failText("illegal hex digit")
		}
		s.token = append(s.token, byte(hi<<4|lo))
	}
	if len(s.token) == 0 {
		failText("no hex data for %x string")
	}
	return string(s.token)
}

func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r|0x20 >= 'a' && r|0x20 <= 'f':
		return int(r|0x20-'a') + 10
	}
	return -1
}
