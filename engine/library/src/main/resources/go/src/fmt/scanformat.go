package fmt

import "unicode/utf8"

// formatted reads operands after a format.
func (s *scanner) formatted(format string, operands []any) (n int, err error) {
	err = s.run(func() {
		for i := 0; i < len(format); {
			next, matched := s.literal(format, i)
			switch {
			case matched:
				i = next
			case format[i] != '%':
				failText("input does not match format")
			}
			if i == len(format) {
				break
			}
			// A literal %% that did not match is tried once more, now as a directive, which skips space.
			i = s.scanDirective(format, i+1, operands, &n)
		}
		if n < len(operands) {
			failText("too many operands")
		}
	})
	return n, err
}

// scanDirective does what the directive says whose percent sign is in front of i, and gives the place behind it.
func (s *scanner) scanDirective(format string, i int, operands []any, n *int) int {
	width, hasWidth, i := number(format, i, len(format)-1)
	s.width = width
	if !hasWidth {
		s.width = noLimit
	}
	verb, size := utf8.DecodeRuneInString(format[i:])
	i += size
	if verb != 'c' {
		s.SkipSpace()
	}
	if verb == '%' {
		s.more()
		if !s.accept("%") {
			failText("missing literal %")
		}
		return i
	}
	s.limit = noLimit
	if hasWidth && s.read+width < s.limit {
		s.limit = s.read + width
	}
	if *n >= len(operands) {
		failText("too few operands for format '%" + format[i-size:] + "'")
	}
	s.operand(verb, operands[*n])
	*n++
	s.limit = noLimit
	return i
}

// literal matches the format from i on up to the next directive, whose place it gives.
func (s *scanner) literal(format string, i int) (next int, matched bool) {
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			i = s.space(format, i)
			continue
		}
		if c == '%' {
			if i+1 == len(format) {
				failText("missing verb: % at end of format string")
			}
			if format[i+1] != '%' {
				return i, true
			}
			i++
		}
		if r := s.must(); r != c {
			s.UnreadRune()
			return i, false
		}
		i += size
	}
	return i, true
}

// space matches a run of white space in the format, and gives the place behind it. A newline there fits spaces and a newline or the
// end; spaces alone fit one space at least or the end; spaces behind a newline fit any number.
func (s *scanner) space(format string, i int) int {
	lines, blanks := 0, false
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if !isSpace(c) {
			break
		}
		blanks = c != '\n'
		if !blanks {
			lines++
		}
		i += size
	}
	for range lines {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != noRune {
			failText("newline in format does not match input")
		}
	}
	if !blanks {
		return i
	}
	r := s.next()
	if lines == 0 {
		if !isSpace(r) && r != noRune {
			failText("expected space in input to match format")
		}
		if r == '\n' {
			failText("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	if r != noRune {
		s.UnreadRune()
	}
	return i
}
