// Package parse turns the text of templates into trees.
package parse

import (
	"bytes"
	"fmt"
	"strings"
)

// Mode changes how a text is parsed.
type Mode uint

const (
	// ParseComments puts comments into the tree.
	ParseComments Mode = 1 << iota
	// SkipFuncCheck allows names of functions that are not known.
	SkipFuncCheck
)

// Tree is a parsed template.
type Tree struct {
	Name      string
	ParseName string
	Root      *ListNode
	Mode      Mode
	text      string
	funcs     []map[string]any
}

// New returns an empty tree of that name.
func New(name string, funcs ...map[string]any) *Tree { return &Tree{Name: name, funcs: funcs} }

// Parse parses a text and returns the templates that it defines, by name.
func Parse(name, text, leftDelim, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error) {
	set := map[string]*Tree{}
	t := New(name)
	t.text = text
	_, err := t.Parse(text, leftDelim, rightDelim, set, funcs...)
	return set, err
}

// Copy copies the tree; nil stays nil.
func (t *Tree) Copy() *Tree {
	if t == nil {
		return nil
	}
	return &Tree{Name: t.Name, ParseName: t.ParseName, Root: t.Root.CopyList(), text: t.text}
}

// Parse parses a text into the tree and adds it and the templates that it defines to a set. Empty delimiters mean {{ and }}.
func (t *Tree) Parse(text, leftDelim, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error) {
	t.ParseName = t.Name
	t.text = text
	t.funcs = funcs
	s := scanner{text: text, left: leftDelim, right: rightDelim, remarks: t.Mode&ParseComments != 0, ordinary: map[string]bool{}}
	if s.left == "" {
		s.left = "{{"
	}
	if s.right == "" {
		s.right = "}}"
	}
	for _, name := range []string{"break", "continue"} {
		s.ordinary[name] = t.knows(name)
	}
	defer func() {
		t.funcs = nil
		if f, ok := recover().(fault); ok {
			tree, err = nil, f.error
		}
	}()
	p := newParser(t, &cursor{tokens: s.scan()}, treeSet)
	p.whole()
	p.register()
	return t, nil
}

// knows reports whether there is a function of that name.
func (t *Tree) knows(name string) bool {
	for _, m := range t.funcs {
		if m[name] != nil {
			return true
		}
	}
	return false
}

// ErrorContext returns where a node is, as name, line and offset in the line, and what it is.
func (t *Tree) ErrorContext(n Node) (location, context string) {
	if owner := n.owner(); owner != nil {
		t = owner
	}
	before := t.text[:n.Position()]
	column := len(before) - 1 - strings.LastIndexByte(before, '\n')
	return fmt.Sprintf("%s:%d:%d", t.ParseName, 1+strings.Count(before, "\n"), column), n.String()
}

// IsEmptyTree reports whether a tree holds nothing but blanks and comments.
func IsEmptyTree(n Node) bool {
	switch n := n.(type) {
	case nil, *CommentNode:
		return true
	case *ListNode:
		for _, e := range n.Nodes {
			if !IsEmptyTree(e) {
				return false
			}
		}
		return true
	case *TextNode:
		return len(bytes.TrimSpace(n.Text)) == 0
	case *ActionNode, *IfNode, *RangeNode, *TemplateNode, *WithNode:
		return false
	}
	panic("unknown node: " + n.String())
}
