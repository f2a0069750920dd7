package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// fault carries an error out of the parser.
type fault struct{ error }

// cursor is a place among the tokens; parsers of templates inside of others share it.
type cursor struct {
	tokens []token
	at     int
}

// stop is what ends a list of nodes.
type stop uint8

const (
	noStop stop = iota
	atEnd
	atElse
)

func (s stop) String() string {
	if s == atEnd {
		return "{{end}}"
	}
	return "{{else}}"
}

// deepest is how far parentheses may be nested.
const deepest = 10000

// parser makes one tree.
type parser struct {
	*cursor
	tree      *Tree
	in        within
	set       map[string]*Tree
	variables []string
	loops     int
	depth     int
	reached   int // furthest token that was looked at
	line      int // its line
	begun     int // line of the action, 0 outside
}

func newParser(t *Tree, c *cursor, set map[string]*Tree) *parser {
	t.Root = nil
	return &parser{cursor: c, tree: t, in: within{t}, set: set, variables: []string{"$"}, reached: -1}
}

// nested returns a parser for a template defined inside of this one.
func (p *parser) nested(name string) *parser {
	t := &Tree{Name: name, ParseName: p.tree.ParseName, Mode: p.tree.Mode, text: p.tree.text, funcs: p.tree.funcs}
	return newParser(t, p.cursor, p.set)
}

func (p *parser) fail(format string, args ...any) {
	p.tree.Root = nil
	message := fmt.Sprintf(format, args...)
	panic(fault{fmt.Errorf("template: %s:%d: %s", p.tree.ParseName, p.line, message)})
}

func (p *parser) peek() token {
	i := min(p.at, len(p.tokens)-1)
	t := p.tokens[i]
	if i > p.reached {
		p.reached, p.line = i, t.line
	}
	return t
}

func (p *parser) next() token {
	t := p.peek()
	p.at++
	return t
}

// skip passes blanks and returns what follows.
func (p *parser) skip() token {
	for p.peek().class == blank {
		p.at++
	}
	return p.peek()
}

func (p *parser) nextSolid() token {
	p.skip()
	return p.next()
}

func (p *parser) expect(c class, context string) token {
	t := p.nextSolid()
	if t.class != c {
		p.unexpected(t, context)
	}
	return t
}

func (p *parser) unexpected(t token, context string) {
	if t.class != wrong {
		p.fail("unexpected %s in %s", t, context)
	}
	started := ""
	if p.begun != 0 && p.begun != t.line {
		started = fmt.Sprintf(" in action started at %s:%d", p.tree.ParseName, p.begun)
		if strings.HasSuffix(t.text, " action") {
			started = strings.TrimPrefix(started, " in action")
		}
	}
	p.fail("%s%s", t, started)
}

// register puts the tree into the set, unless it is empty and there is one already.
func (p *parser) register() {
	t := p.tree
	old := p.set[t.Name]
	switch {
	case old == nil || old.Root == nil || IsEmptyTree(old.Root):
		p.set[t.Name] = t
	case !IsEmptyTree(t.Root):
		p.fail("template: multiple definition of template %q", t.Name)
	}
	t.funcs = nil
}

// whole parses the top level.
func (p *parser) whole() {
	root := &ListNode{NodeType: NodeList, Pos: p.peek().at, within: p.in}
	p.tree.Root = root
	for p.peek().class != finish {
		begin := p.at
		if p.next().class == opening && p.nextSolid().is("define") {
			p.nested("").definition()
			continue
		}
		p.at = begin
		n, end := p.element()
		if end != noStop {
			p.fail("unexpected %s", end)
		}
		root.Nodes = append(root.Nodes, n)
	}
}

func (p *parser) definition() {
	const context = "define clause"
	t := p.expect(quoted, context)
	p.tree.Name = p.unquote(t)
	p.expect(closing, context)
	p.body(context, p)
	p.register()
}

// body parses the elements of a template inside of another; blame says whose line an error has.
func (p *parser) body(context string, blame *parser) {
	list, end := p.list()
	if end != atEnd {
		blame.fail("unexpected %s in %s", end, context)
	}
	p.tree.Root = list
}

func (p *parser) unquote(t token) string {
	s, err := strconv.Unquote(t.text)
	if err != nil {
		p.fail("%s", err)
	}
	return s
}

// list parses elements up to an end or else.
func (p *parser) list() (*ListNode, stop) {
	l := &ListNode{NodeType: NodeList, Pos: p.skip().at, within: p.in}
	for p.skip().class != finish {
		n, end := p.element()
		if end != noStop {
			return l, end
		}
		l.Nodes = append(l.Nodes, n)
	}
	p.fail("unexpected EOF")
	return nil, noStop
}

// element parses a text, a comment or an action.
func (p *parser) element() (Node, stop) {
	switch t := p.nextSolid(); t.class {
	case plain:
		return &TextNode{NodeType: NodeText, Pos: t.at, within: p.in, Text: []byte(t.text)}, noStop
	case remark:
		return &CommentNode{NodeType: NodeComment, Pos: t.at, within: p.in, Text: t.text}, noStop
	case opening:
		p.begun = t.line
		n, end := p.action()
		p.begun = 0
		return n, end
	default:
		p.unexpected(t, "input")
	}
	return nil, noStop
}

func (p *parser) action() (Node, stop) {
	t := p.nextSolid()
	if t.class == keyword {
		switch t.text {
		case "block":
			return p.block(), noStop
		case "break":
			p.inLoop(t.text)
			return &BreakNode{NodeType: NodeBreak, Pos: t.at, within: p.in, Line: t.line}, noStop
		case "continue":
			p.inLoop(t.text)
			return &ContinueNode{NodeType: NodeContinue, Pos: t.at, within: p.in, Line: t.line}, noStop
		case "else":
			if n := p.skip(); !n.is("if") && !n.is("with") {
				p.expect(closing, "else")
			}
			return nil, atElse
		case "end":
			p.expect(closing, "end")
			return nil, atEnd
		case "if":
			return &IfNode{p.branch(NodeIf, "if")}, noStop
		case "range":
			return &RangeNode{p.branch(NodeRange, "range")}, noStop
		case "template":
			return p.call(), noStop
		case "with":
			return &WithNode{p.branch(NodeWith, "with")}, noStop
		}
	}
	p.at--
	return &ActionNode{NodeType: NodeAction, Pos: t.at, within: p.in, Line: t.line, Pipe: p.pipeline("command", closing)}, noStop
}

func (p *parser) inLoop(name string) {
	if t := p.nextSolid(); t.class != closing {
		p.unexpected(t, "{{"+name+"}}")
	}
	if p.loops == 0 {
		p.fail("{{%s}} outside {{range}}", name)
	}
}

// branch parses an if, range or with after its word, to its end.
func (p *parser) branch(kind NodeType, name string) BranchNode {
	known := len(p.variables)
	pipe := p.pipeline(name, closing)
	b := BranchNode{NodeType: kind, Pos: pipe.Pos, within: p.in, Line: pipe.Line, Pipe: pipe}
	var end stop
	if kind == NodeRange {
		p.loops++
	}
	b.List, end = p.list()
	if kind == NodeRange {
		p.loops--
	}
	if end == atElse {
		b.ElseList = p.otherwise(kind, name)
	}
	p.variables = p.variables[:known]
	return b
}

// otherwise parses what follows an else. A branch of the same kind right after it shares our end.
func (p *parser) otherwise(kind NodeType, name string) *ListNode {
	t := p.peek()
	if kind != NodeRange && t.is(name) {
		p.at++
		l := &ListNode{NodeType: NodeList, Pos: t.at, within: p.in}
		b := p.branch(kind, name)
		if kind == NodeIf {
			l.Nodes = []Node{&IfNode{b}}
		} else {
			l.Nodes = []Node{&WithNode{b}}
		}
		return l
	}
	l, end := p.list()
	if end != atEnd {
		p.fail("expected end; found %s", end)
	}
	return l
}

func (p *parser) templateName(t token, context string) string {
	if t.class != quoted {
		p.unexpected(t, context)
	}
	return p.unquote(t)
}

// block parses the definition of a template that is executed in place.
func (p *parser) block() Node {
	const context = "block clause"
	t := p.nextSolid()
	name := p.templateName(t, context)
	pipe := p.pipeline(context, closing)
	inner := p.nested(name)
	inner.body(context, p)
	inner.register()
	return &TemplateNode{NodeType: NodeTemplate, Pos: t.at, within: p.in, Line: t.line, Name: name, Pipe: pipe}
}

func (p *parser) call() Node {
	const context = "template clause"
	t := p.nextSolid()
	n := &TemplateNode{NodeType: NodeTemplate, Pos: t.at, within: p.in, Line: t.line, Name: p.templateName(t, context)}
	if p.nextSolid().class != closing {
		p.at--
		n.Pipe = p.pipeline(context, closing)
	}
	return n
}
