package parse

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// PipeNode is a pipeline, with the variables that it sets.
type PipeNode struct {
	NodeType
	Pos
	within
	Line     int
	IsAssign bool
	Decl     []*VariableNode
	Cmds     []*CommandNode
}

// String returns the pipeline without delimiters.
func (p *PipeNode) String() string { return text(p) }

func (p *PipeNode) show(to []byte) []byte {
	for i, v := range p.Decl {
		if i > 0 {
			to = append(to, ", "...)
		}
		to = v.show(to)
	}
	switch {
	case len(p.Decl) == 0:
	case p.IsAssign:
		to = append(to, " = "...)
	default:
		to = append(to, " := "...)
	}
	for i, c := range p.Cmds {
		if i > 0 {
			to = append(to, " | "...)
		}
		to = c.show(to)
	}
	return to
}

// CopyPipe copies the pipeline; nil stays nil.
func (p *PipeNode) CopyPipe() *PipeNode {
	if p == nil {
		return nil
	}
	c := *p
	c.Decl = make([]*VariableNode, len(p.Decl))
	for i, v := range p.Decl {
		c.Decl[i] = v.Copy().(*VariableNode)
	}
	c.Cmds = nil
	for _, cmd := range p.Cmds {
		c.Cmds = append(c.Cmds, cmd.Copy().(*CommandNode))
	}
	return &c
}

// Copy copies the pipeline.
func (p *PipeNode) Copy() Node { return p.CopyPipe() }

// CommandNode is an operand, or a function and its arguments.
type CommandNode struct {
	NodeType
	Pos
	within
	Args []Node
}

// String returns the operands with blanks between them.
func (c *CommandNode) String() string { return text(c) }

func (c *CommandNode) show(to []byte) []byte {
	for i, a := range c.Args {
		if i > 0 {
			to = append(to, ' ')
		}
		to = showOperand(to, a)
	}
	return to
}

func showOperand(to []byte, n Node) []byte {
	if p, ok := n.(*PipeNode); ok {
		return append(p.show(append(to, '(')), ')')
	}
	return n.show(to)
}

// Copy copies the command; nil stays nil.
func (c *CommandNode) Copy() Node {
	if c == nil {
		return c
	}
	d := *c
	d.Args = nil
	for _, a := range c.Args {
		d.Args = append(d.Args, a.Copy())
	}
	return &d
}

// IdentifierNode is the name of a function.
type IdentifierNode struct {
	NodeType
	Pos
	within
	Ident string
}

// NewIdentifier returns a name that belongs to no tree.
func NewIdentifier(ident string) *IdentifierNode {
	return &IdentifierNode{NodeType: NodeIdentifier, Ident: ident}
}

// SetPos sets the position and returns the node.
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode {
	i.Pos = pos
	return i
}

// SetTree sets the tree and returns the node.
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode {
	i.tree = t
	return i
}

// String returns the name.
func (i *IdentifierNode) String() string { return i.Ident }

func (i *IdentifierNode) show(to []byte) []byte { return append(to, i.Ident...) }

// Copy copies the node.
func (i *IdentifierNode) Copy() Node { c := *i; return &c }

// VariableNode is a variable and the fields chosen of it.
type VariableNode struct {
	NodeType
	Pos
	within
	Ident []string
}

// String returns the names with dots between them.
func (v *VariableNode) String() string { return text(v) }

func (v *VariableNode) show(to []byte) []byte {
	return append(to, strings.Join(v.Ident, ".")...)
}

// Copy copies the node.
func (v *VariableNode) Copy() Node {
	c := *v
	c.Ident = append([]string{}, v.Ident...)
	return &c
}

// DotNode is the cursor.
type DotNode struct {
	NodeType
	Pos
	within
}

// Type returns NodeDot whatever the field holds.
func (d *DotNode) Type() NodeType { return NodeDot }

// String returns a dot.
func (d *DotNode) String() string { return "." }

func (d *DotNode) show(to []byte) []byte { return append(to, '.') }

// Copy copies the node.
func (d *DotNode) Copy() Node { c := *d; return &c }

// NilNode is the constant nil.
type NilNode struct {
	NodeType
	Pos
	within
}

// Type returns NodeNil whatever the field holds.
func (n *NilNode) Type() NodeType { return NodeNil }

// String returns nil.
func (n *NilNode) String() string { return "nil" }

func (n *NilNode) show(to []byte) []byte { return append(to, "nil"...) }

// Copy copies the node.
func (n *NilNode) Copy() Node { c := *n; return &c }

// FieldNode is a chain of fields of the cursor.
type FieldNode struct {
	NodeType
	Pos
	within
	Ident []string
}

// String returns the names with a dot before each.
func (f *FieldNode) String() string { return text(f) }

func (f *FieldNode) show(to []byte) []byte { return showFields(to, f.Ident) }

func showFields(to []byte, names []string) []byte {
	for _, name := range names {
		to = append(append(to, '.'), name...)
	}
	return to
}

// Copy copies the node.
func (f *FieldNode) Copy() Node {
	c := *f
	c.Ident = append([]string{}, f.Ident...)
	return &c
}

// ChainNode is a chain of fields of the value of another node.
type ChainNode struct {
	NodeType
	Pos
	within
	Node  Node
	Field []string
}

// Add appends a field, written with its dot.
func (c *ChainNode) Add(field string) {
	name, ok := strings.CutPrefix(field, ".")
	switch {
	case !ok:
		panic("no dot in field")
	case name == "":
		panic("empty field")
	}
	c.Field = append(c.Field, name)
}

// String returns the node and the names.
func (c *ChainNode) String() string { return text(c) }

func (c *ChainNode) show(to []byte) []byte { return showFields(showOperand(to, c.Node), c.Field) }

// Copy copies the chain; the node that it starts from is shared.
func (c *ChainNode) Copy() Node {
	d := *c
	d.Field = append([]string{}, c.Field...)
	return &d
}

// BoolNode is a constant true or false.
type BoolNode struct {
	NodeType
	Pos
	within
	True bool
}

// String returns true or false.
func (b *BoolNode) String() string { return strconv.FormatBool(b.True) }

func (b *BoolNode) show(to []byte) []byte { return strconv.AppendBool(to, b.True) }

// Copy copies the node.
func (b *BoolNode) Copy() Node { c := *b; return &c }

// StringNode is a constant string.
type StringNode struct {
	NodeType
	Pos
	within
	Quoted string
	Text   string
}

// String returns the constant as it was written.
func (s *StringNode) String() string { return s.Quoted }

func (s *StringNode) show(to []byte) []byte { return append(to, s.Quoted...) }

// Copy copies the node.
func (s *StringNode) Copy() Node { c := *s; return &c }

// NumberNode is a constant number, in each of the types that can hold it.
type NumberNode struct {
	NodeType
	Pos
	within
	IsInt, IsUint, IsFloat, IsComplex bool
	Int64                             int64
	Uint64                            uint64
	Float64                           float64
	Complex128                        complex128
	Text                              string
}

// String returns the number as it was written.
func (n *NumberNode) String() string { return n.Text }

func (n *NumberNode) show(to []byte) []byte { return append(to, n.Text...) }

// Copy copies the node.
func (n *NumberNode) Copy() Node { c := *n; return &c }

// read gives the node the value of its text.
func (n *NumberNode) read(c class) error {
	switch {
	case c == letter:
		return n.readLetter()
	case c == paired:
		v, err := strconv.ParseComplex(n.Text, 128)
		if err != nil {
			return err
		}
		n.setComplex(v)
		return nil
	case strings.HasSuffix(n.Text, "i"):
		if f, err := strconv.ParseFloat(n.Text[:len(n.Text)-1], 64); err == nil {
			n.setComplex(complex(0, f))
			return nil
		}
	}
	return n.readReal()
}

func (n *NumberNode) readLetter() error {
	r, _, tail, err := strconv.UnquoteChar(n.Text[1:], n.Text[0])
	if err != nil {
		return err
	}
	if tail != "'" {
		return errors.New("malformed character constant: " + n.Text)
	}
	n.IsInt, n.IsUint, n.IsFloat = true, true, true
	n.Int64, n.Uint64, n.Float64 = int64(r), uint64(r), float64(r)
	return nil
}

func (n *NumberNode) setComplex(v complex128) {
	n.IsComplex = true
	n.Complex128 = v
	if imag(v) == 0 {
		n.setFloat(real(v))
	}
}

func (n *NumberNode) setFloat(f float64) {
	n.IsFloat = true
	n.Float64 = f
	if i := int64(f); float64(i) == f {
		n.IsInt, n.Int64 = true, i
	}
	if u := uint64(f); float64(u) == f {
		n.IsUint, n.Uint64 = true, u
	}
}

func (n *NumberNode) readReal() error {
	u, noUnsigned := strconv.ParseUint(n.Text, 0, 64)
	i, noSigned := strconv.ParseInt(n.Text, 0, 64)
	n.IsInt, n.IsUint = noSigned == nil, noUnsigned == nil
	if n.IsInt {
		n.Int64 = i
		n.IsUint = n.IsUint || i == 0 // minus zero
	}
	if n.IsUint {
		n.Uint64 = u
	}
	switch {
	case n.IsInt:
		n.IsFloat, n.Float64 = true, float64(i)
		return nil
	case n.IsUint:
		n.IsFloat, n.Float64 = true, float64(u)
		return nil
	}
	f, err := strconv.ParseFloat(n.Text, 64)
	if err != nil {
		return fmt.Errorf("illegal number syntax: %q", n.Text)
	}
	if !strings.ContainsAny(n.Text, ".eEpP") {
		return fmt.Errorf("integer overflow: %q", n.Text)
	}
	n.setFloat(f)
	return nil
}
