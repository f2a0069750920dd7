package parse

import "strconv"

// Node is an element of a tree.
type Node interface {
	Type() NodeType
	String() string
	// Copy copies the node and all below it.
	Copy() Node
	// Position returns the offset of its first byte in the text.
	Position() Pos
	owner() *Tree
	show(to []byte) []byte
}

// NodeType says which kind of node something is.
type NodeType int

// Type returns itself, so that embedding it gives a node its Type method.
func (t NodeType) Type() NodeType { return t }

// Pos is an offset in bytes into the text that was parsed.
type Pos int

// Position returns itself, so that embedding it gives a node its Position method.
func (p Pos) Position() Pos { return p }

const (
	NodeText NodeType = iota
	NodeAction
	NodeBool
	NodeChain
	NodeCommand
	NodeDot
	_
	_
	NodeField
	NodeIdentifier
	NodeIf
	NodeList
	NodeNil
	NodeNumber
	NodePipe
	NodeRange
	NodeString
	NodeTemplate
	NodeVariable
	NodeWith
	NodeComment
	NodeBreak
	NodeContinue
)

// within knows the tree that a node belongs to.
type within struct{ tree *Tree }

func (w within) owner() *Tree { return w.tree }

func text(n Node) string { return string(n.show(nil)) }

// ListNode holds a sequence of nodes.
type ListNode struct {
	NodeType
	Pos
	within
	Nodes []Node
}

// String returns the nodes one after the other.
func (l *ListNode) String() string { return text(l) }

func (l *ListNode) show(to []byte) []byte {
	for _, n := range l.Nodes {
		to = n.show(to)
	}
	return to
}

// CopyList copies the list; nil stays nil.
func (l *ListNode) CopyList() *ListNode {
	if l == nil {
		return nil
	}
	c := *l
	c.Nodes = nil
	for _, n := range l.Nodes {
		c.Nodes = append(c.Nodes, n.Copy())
	}
	return &c
}

// Copy copies the list.
func (l *ListNode) Copy() Node { return l.CopyList() }

// TextNode holds plain text.
type TextNode struct {
	NodeType
	Pos
	within
	Text []byte
}

// String returns the text.
func (t *TextNode) String() string { return string(t.Text) }

func (t *TextNode) show(to []byte) []byte { return append(to, t.Text...) }

// Copy copies the node.
func (t *TextNode) Copy() Node {
	c := *t
	c.Text = append([]byte{}, t.Text...)
	return &c
}

// CommentNode holds a comment with its marks.
type CommentNode struct {
	NodeType
	Pos
	within
	Text string
}

// String returns the comment as an action.
func (c *CommentNode) String() string { return text(c) }

func (c *CommentNode) show(to []byte) []byte {
	return append(append(append(to, "{{"...), c.Text...), "}}"...)
}

// Copy copies the node.
func (c *CommentNode) Copy() Node { d := *c; return &d }

// ActionNode holds an action whose value is printed.
type ActionNode struct {
	NodeType
	Pos
	within
	Line int
	Pipe *PipeNode
}

// String returns the action with its delimiters.
func (a *ActionNode) String() string { return text(a) }

func (a *ActionNode) show(to []byte) []byte {
	return append(a.Pipe.show(append(to, "{{"...)), "}}"...)
}

// Copy copies the node.
func (a *ActionNode) Copy() Node {
	c := *a
	c.Pipe = a.Pipe.CopyPipe()
	return &c
}

// BranchNode is what if, range and with have in common.
type BranchNode struct {
	NodeType
	Pos
	within
	Line     int
	Pipe     *PipeNode
	List     *ListNode
	ElseList *ListNode
}

// String returns the whole branch.
func (b *BranchNode) String() string { return text(b) }

func (b *BranchNode) show(to []byte) []byte {
	var name string
	switch b.NodeType {
	case NodeIf:
		name = "if"
	case NodeRange:
		name = "range"
	case NodeWith:
		name = "with"
	default:
		panic("unknown branch type")
	}
	to = append(append(to, "{{"...), name...)
	to = b.List.show(append(b.Pipe.show(append(to, ' ')), "}}"...))
	if b.ElseList != nil {
		to = b.ElseList.show(append(to, "{{else}}"...))
	}
	return append(to, "{{end}}"...)
}

func (b *BranchNode) copied() BranchNode {
	c := *b
	c.Pipe, c.List, c.ElseList = b.Pipe.CopyPipe(), b.List.CopyList(), b.ElseList.CopyList()
	return c
}

// Copy copies the node as the kind of branch it is.
func (b *BranchNode) Copy() Node {
	c := b.copied()
	switch b.NodeType {
	case NodeIf:
		return &IfNode{c}
	case NodeRange:
		return &RangeNode{c}
	case NodeWith:
		return &WithNode{c}
	}
	panic("unknown branch type")
}

// IfNode is an if action.
type IfNode struct{ BranchNode }

// Copy copies the node.
func (i *IfNode) Copy() Node { return &IfNode{i.copied()} }

// RangeNode is a range action.
type RangeNode struct{ BranchNode }

// Copy copies the node.
func (r *RangeNode) Copy() Node { return &RangeNode{r.copied()} }

// WithNode is a with action.
type WithNode struct{ BranchNode }

// Copy copies the node.
func (w *WithNode) Copy() Node { return &WithNode{w.copied()} }

// BreakNode leaves the loop.
type BreakNode struct {
	within
	NodeType
	Pos
	Line int
}

// String returns the action.
func (b *BreakNode) String() string { return text(b) }

func (b *BreakNode) show(to []byte) []byte { return append(to, "{{break}}"...) }

// Copy copies the node.
func (b *BreakNode) Copy() Node { c := *b; return &c }

// ContinueNode goes on with the next turn of the loop.
type ContinueNode struct {
	within
	NodeType
	Pos
	Line int
}

// String returns the action.
func (c *ContinueNode) String() string { return text(c) }

func (c *ContinueNode) show(to []byte) []byte { return append(to, "{{continue}}"...) }

// Copy copies the node.
func (c *ContinueNode) Copy() Node { d := *c; return &d }

// TemplateNode executes another template.
type TemplateNode struct {
	NodeType
	Pos
	within
	Line int
	Name string
	Pipe *PipeNode
}

// String returns the action.
func (t *TemplateNode) String() string { return text(t) }

func (t *TemplateNode) show(to []byte) []byte {
	to = strconv.AppendQuote(append(to, "{{template "...), t.Name)
	if t.Pipe != nil {
		to = t.Pipe.show(append(to, ' '))
	}
	return append(to, "}}"...)
}

// Copy copies the node.
func (t *TemplateNode) Copy() Node {
	c := *t
	c.Pipe = t.Pipe.CopyPipe()
	return &c
}
