package fmt

import (
	"reflect"
	"unicode/utf8"
)

const mostSize = 1_000_000 // the largest width or precision

// printf runs through the format.
func (p *printer) printf(format string, args []any) {
	next := 0 // the argument to print next
	p.reordered = false
	for i := 0; i < len(format); {
		from := i
		for i < len(format) && format[i] != '%' {
			i++
		}
		p.out = append(p.out, format[from:i]...)
		if i < len(format) {
			i, next = p.directiveAt(format, i+1, args, next)
		}
	}
	if !p.reordered && next < len(args) {
		p.extra(args[next:])
	}
}

// extra complains about arguments that the format does not use.
//
//gorrery:kinds odd
func (p *printer) extra(args []any) {
	p.directive = directive{}
	p.text("%!(EXTRA ")
	for i, arg := range args {
		if i > 0 {
			p.text(", ")
		}
		if arg == nil {
			p.text("<nil>")
			continue
		}
		p.text(reflect.TypeOf(arg).String())
		p.char('=')
		p.argument(arg, 'v')
	}
	p.char(')')
}

// directiveAt does what the directive says whose percent sign is in front of i; it gives the place behind it
// and the next argument.
func (p *printer) directiveAt(format string, i int, args []any, next int) (int, int) {
	p.directive = directive{}
	p.goodIndex = true
	from := i
	for ; i < len(format); i++ {
		c := format[i]
		switch c {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			// Most often the verb follows at once.
			p.formed = i > from
			if letter := c | 0x20; letter >= 'a' && letter <= 'z' && next < len(args) {
				p.verb(rune(c), args, next)
				return i + 1, next + 1
			}
			if c == '%' {
				p.char('%')
				return i + 1, next
			}
			return p.formedAt(format, i, args, next)
		}
	}
	return p.formedAt(format, i, args, next)
}

// formedAt is directiveAt from behind the flags, for what has more than a verb, or not even that.
//
//gorrery:kinds formed odd
func (p *printer) formedAt(format string, i int, args []any, next int) (int, int) {
	p.formed = true
	next, i, indexed := p.index(next, format, i, len(args))
	i, next, indexed = p.sizes(format, i, args, next, indexed)
	if !indexed {
		next, i, _ = p.index(next, format, i, len(args))
	}
	if i >= len(format) {
		p.text("%!(NOVERB)")
		return i, next
	}
	verb, size := rune(format[i]), 1
	if verb >= utf8.RuneSelf {
		verb, size = utf8.DecodeRuneInString(format[i:])
	}
	i += size
	switch {
	case verb == '%':
		p.char('%')
		return i, next
	case !p.goodIndex:
		p.complain(verb, "(BADINDEX)")
		return i, next
	case next >= len(args):
		p.complain(verb, "(MISSING)")
		return i, next
	}
	p.verb(verb, args, next)
	return i, next + 1
}

// complain prints %!verb and what is wrong.
func (p *printer) complain(verb rune, what string) {
	p.text("%!")
	p.char4(verb)
	p.text(what)
}

// verb prints args[at].
func (p *printer) verb(verb rune, args []any, at int) {
	switch verb {
	case 'w':
		p.wrapped = append(p.wrapped, at)
		p.forV()
	case 'v':
		p.forV()
	}
	p.argument(args[at], verb)
}

// forV turns the flags plus and sharp into what they mean for %v.
func (p *printer) forV() {
	p.sharpV, p.sharp = p.sharp, false
	p.plusV, p.plus = p.plus, false
}

// sizes reads width and precision; indexed tells, before and after, that an argument index has just been read.
func (p *printer) sizes(format string, i int, args []any, next int, indexed bool) (int, int, bool) {
	if i < len(format) && format[i] == '*' {
		i++
		p.width, p.hasWidth, next = sizeFrom(args, next)
		if !p.hasWidth {
			p.text("%!(BADWIDTH)")
		}
		if p.width < 0 {
			p.width = -p.width
			p.minus = true
			p.zero = false
		}
		indexed = false
	} else {
		p.width, p.hasWidth, i = number(format, i, len(format))
		if indexed && p.hasWidth {
			p.goodIndex = false
		}
	}
	if i+1 >= len(format) || format[i] != '.' {
		return i, next, indexed
	}
	i++
	if indexed {
		p.goodIndex = false
	}
	next, i, indexed = p.index(next, format, i, len(args))
	if i < len(format) && format[i] == '*' {
		i++
		p.prec, p.hasPrec, next = sizeFrom(args, next)
		if p.prec < 0 {
			p.prec, p.hasPrec = 0, false
		}
		if !p.hasPrec {
			p.text("%!(BADPREC)")
		}
		return i, next, false
	}
	p.prec, p.hasPrec, i = number(format, i, len(format))
	if !p.hasPrec {
		p.prec, p.hasPrec = 0, true
	}
	return i, next, indexed
}

// sizeFrom gives the integer args[at] and the place of the next argument.
func sizeFrom(args []any, at int) (n int, ok bool, next int) {
	if at >= len(args) {
		return 0, false, at
	}
	n, ok = args[at].(int)
	if !ok {
		switch v := reflect.ValueOf(args[at]); v.Kind() {
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			n = int(v.Int())
			ok = int64(n) == v.Int()
		case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
			n = int(v.Uint())
			ok = n >= 0 && uint64(n) == v.Uint()
		}
	}
	if !ok || n > mostSize || n < -mostSize {
		return 0, false, at + 1
	}
	return n, ok, at + 1
}

// number reads a decimal number from s[i:end]; one that is too large spoils the whole directive.
func number(s string, i, end int) (n int, ok bool, next int) {
	for ; i < end && s[i] >= '0' && s[i] <= '9'; i++ {
		n = n*10 + int(s[i]-'0')
		ok = true
		if n > mostSize {
			return 0, false, end
		}
	}
	return n, ok, i
}

// index reads an argument index like [2], if there is one: it gives the argument it names, else next, and whether a
// well-formed one was there.
func (p *printer) index(next int, format string, i, args int) (int, int, bool) {
	if i >= len(format) || format[i] != '[' {
		return next, i, false
	}
	p.reordered = true
	end := i + 1
	for end < len(format) && format[end] != ']' {
		end++
	}
	if end == len(format) || end-i < 2 && len(format)-i < 3 {
		p.goodIndex = false
		return next, i + 1, false
	}
	n, ok, at := number(format, i+1, end)
	if !ok || at != end {
		p.goodIndex = false
		return next, end + 1, false
	}
	if n < 1 || n > args {
		p.goodIndex = false
		return next, end + 1, true
	}
	return n - 1, end + 1, true
}
