package testing

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kinds of expressions; the first are those of tokens as well.
const (
	endOfLine = iota
	nameExpr
	intLit
	floatLit
	charLit
	stringLit
	keyword
	operator
	callExpr
	selectorExpr
	sliceType
	signExpr
	otherExpr // what is no value in a file of seeds, whatever it is
)

// expression is what stands on a line of a file of seeds.
type expression struct {
	kind    int
	text    string // a literal, a name, the name that is selected, or an operator
	operand *expression
	args    []*expression
}

func (e *expression) literal() bool { return e.kind >= intLit && e.kind <= stringLit }

// lineFault is what is wrong at a column of a line, from 0.
type lineFault struct {
	at   int
	what string
}

// lineParser reads an expression of the language as far as files of seeds may hold it.
type lineParser struct {
	text string
	next int // where the token behind the current one begins
	at   int // where the current token begins
	kind int
	tok  string
}

// parseLine reads the expression on a line.
func parseLine(line string) (e *expression, err error) {
	defer func() {
		if fault, ok := recover().(lineFault); ok {
			err = fmt.Errorf("(test):1:%d: %s", fault.at+1, fault.what)
		}
	}()
	p := &lineParser{text: line}
	p.advance()
	e = p.binary()
	if p.kind != endOfLine && p.tok != ";" {
		p.fail("expected 'EOF', found " + p.found())
	}
	return e, nil
}

func (p *lineParser) fail(what string) { panic(lineFault{p.at, what}) }

// found names the current token for a message.
func (p *lineParser) found() string {
	if p.kind == operator || p.kind == keyword {
		return "'" + p.tok + "'"
	}
	return p.tok
}

func (p *lineParser) binary() *expression {
	e := p.unary()
	for p.kind == operator && strings.Contains(" + - * / % & | ^ << >> &^ && || == != < <= > >= ", " "+p.tok+" ") {
		p.advance()
		p.unary()
		e = &expression{kind: otherExpr}
	}
	return e
}

func (p *lineParser) unary() *expression {
	if p.kind == operator && strings.Contains(" + - ! ^ & <- * ", " "+p.tok+" ") {
		op := p.tok
		p.advance()
		x := p.unary()
		if op == "*" {
			return &expression{kind: otherExpr}
		}
		return &expression{kind: signExpr, text: op, operand: x}
	}
	return p.primary()
}

func (p *lineParser) primary() *expression {
	e := p.first()
	for p.kind == operator {
		switch p.tok {
		case "(":
			e = &expression{kind: callExpr, operand: e, args: p.arguments()}
		case ".":
			p.advance()
			if p.kind == nameExpr {
				e = &expression{kind: selectorExpr, text: p.tok, operand: e}
				p.advance()
				continue
			}
			if p.tok != "(" {
				p.fail("expected selector or type assertion, found " + p.found())
			}
			p.arguments()
			e = &expression{kind: otherExpr}
		case "{":
			p.bracketed("{", "}")
			e = &expression{kind: otherExpr}
		case "[":
			p.bracketed("[", "]")
			e = &expression{kind: otherExpr}
		default:
			return e
		}
	}
	return e
}

// first reads an operand.
func (p *lineParser) first() *expression {
	e := &expression{kind: p.kind, text: p.tok}
	switch {
	case e.literal() || p.kind == nameExpr:
		p.advance()
		return e
	case p.tok == "(":
		p.advance()
		p.binary()
		if p.tok != ")" {
			p.fail("expected ')', found " + p.found())
		}
		p.advance()
		return &expression{kind: otherExpr}
	case p.tok == "[":
		return p.arrayType()
	case p.tok == "func" || p.tok == "struct" || p.tok == "interface" || p.tok == "map" || p.tok == "chan":
		for p.kind != endOfLine {
			p.advance()
		}
		return &expression{kind: otherExpr}
	}
	p.fail("expected operand, found " + p.found())
	return nil
}

// arrayType reads the type of a slice, or of an array, which is none for a seed.
func (p *lineParser) arrayType() *expression {
	p.advance()
	kind := sliceType
	if p.tok != "]" {
		kind = otherExpr
		p.binary()
	}
	if p.tok != "]" {
		p.fail("expected ']', found " + p.found())
	}
	p.advance()
	element := p.first()
	for p.kind == operator && p.tok == "." {
		p.advance()
		element = &expression{kind: selectorExpr, text: p.tok, operand: element}
		p.advance()
	}
	return &expression{kind: kind, operand: element}
}

// arguments reads what stands in parentheses.
func (p *lineParser) arguments() []*expression {
	var args []*expression
	p.advance()
	for p.tok != ")" && p.kind != endOfLine {
		args = append(args, p.binary())
		if p.tok == "," {
			p.advance()
			continue
		}
		if p.kind == endOfLine {
			p.fail("missing ',' before newline in argument list")
		}
		if p.tok != ")" {
			p.fail("missing ',' in argument list")
		}
	}
	if p.kind == endOfLine {
		p.fail("expected ')', found 'EOF'")
	}
	p.advance()
	return args
}

// bracketed passes over what stands in brackets.
func (p *lineParser) bracketed(open, closing string) {
	depth := 0
	for p.kind != endOfLine {
		switch p.tok {
		case open:
			depth++
		case closing:
			depth--
		}
		p.advance()
		if depth == 0 {
			return
		}
	}
	p.fail("expected '" + closing + "', found 'EOF'")
}

// advance reads the next token.
func (p *lineParser) advance() {
	for p.next < len(p.text) && strings.IndexByte(" \t\r", p.text[p.next]) >= 0 {
		p.next++
	}
	p.at = p.next
	rest := p.text[p.at:]
	if strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/*") && strings.HasSuffix(rest, "*/") {
		p.next, rest = len(p.text), ""
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		p.take(endOfLine, 0)
		p.tok = "'EOF'"
	case r == '_' || unicode.IsLetter(r):
		p.take(nameExpr, runOf(rest, func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }))
		if strings.Contains(keywords, " "+p.tok+" ") {
			p.kind = keyword
		}
	case r >= '0' && r <= '9' || r == '.' && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9':
		p.number(rest)
	case r == '"' || r == '`' || r == '\'':
		p.quoted(rest, byte(r))
	case strings.ContainsRune("()[]{},;.:+-*/%&|^<>=!~", r):
		p.take(operator, operatorLength(rest))
	default:
		p.next += size
		p.fail(fmt.Sprintf("illegal character %#U", r))
	}
}

const keywords = " break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var "

func (p *lineParser) take(kind, length int) {
	p.kind = kind
	p.tok = p.text[p.at : p.at+length]
	p.next = p.at + length
}

func runOf(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

func operatorLength(s string) int {
	for _, op := range []string{"<<", ">>", "&^", "&&", "||", "==", "!=", "<=", ">=", "<-", ":=", "..."} {
		if strings.HasPrefix(s, op) {
			return len(op)
		}
	}
	return 1
}

// number reads a number. Signs belong to it behind the e or p of an exponent.
func (p *lineParser) number(rest string) {
	hex := len(rest) > 1 && rest[0] == '0' && rest[1]|0x20 == 'x'
	end := 0
	for ; end < len(rest); end++ {
		c := rest[end]
		sign := (c == '+' || c == '-') && end > 0 && (rest[end-1]|0x20 == 'p' || !hex && rest[end-1]|0x20 == 'e')
		if !sign && c != '.' && c != '_' && !(c >= '0' && c <= '9') && !(c|0x20 >= 'a' && c|0x20 <= 'z') {
			break
		}
	}
	text := rest[:end]
	kind := intLit
	if strings.Contains(text, ".") || strings.ContainsAny(text, "pP") || !hex && strings.ContainsAny(text, "eE") {
		kind = floatLit
	}
	p.take(kind, end)
	if kind == intLit {
		p.digits(text)
	}
}

// digits complains about digits that a number of its base cannot have.
func (p *lineParser) digits(text string) {
	base, name, from := byte('9'), "decimal", 0
	if len(text) > 1 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			return
		case 'b':
			base, name, from = '1', "binary", 2
		case 'o':
			base, name, from = '7', "octal", 2
		default:
			base, name, from = '7', "octal", 1
		}
	}
	for i := from; i < len(text); i++ {
		if c := text[i]; c > base && c <= '9' {
			p.at += i
			p.fail(fmt.Sprintf("invalid digit %q in %s literal", c, name))
		}
	}
}

// quoted reads the literal of a string or character.
func (p *lineParser) quoted(rest string, quote byte) {
	end := 1
	for end < len(rest) && rest[end] != quote {
		if rest[end] == '\\' && quote != '`' {
			end++
		}
		end++
	}
	if end >= len(rest) {
		switch quote {
		case '\'':
			p.fail("rune literal not terminated")
		case '"':
			p.fail("string literal not terminated")
		}
		p.fail("raw string literal not terminated")
	}
	if quote != '\'' {
		p.take(stringLit, end+1)
		return
	}
	p.take(charLit, end+1)
	if _, _, tail, err := strconv.UnquoteChar(p.tok[1:end], '\''); err == nil && tail != "" || end == 1 {
		p.fail("illegal rune literal")
	} else if err != nil {
		p.fail("unknown escape sequence")
	}
}
