package main

import (
	"fmt"
	"strings"
	"text/template"
	"text/template/parse"
)

// names has the name of every kind of node.
var names = map[parse.NodeType]string{
	parse.NodeText: "text", parse.NodeAction: "action", parse.NodeBool: "bool", parse.NodeChain: "chain", parse.NodeCommand: "command",
	parse.NodeDot: "dot", parse.NodeField: "field", parse.NodeIdentifier: "identifier", parse.NodeIf: "if", parse.NodeList: "list",
	parse.NodeNil: "nil", parse.NodeNumber: "number", parse.NodePipe: "pipe", parse.NodeRange: "range", parse.NodeString: "string",
	parse.NodeTemplate: "template", parse.NodeVariable: "variable", parse.NodeWith: "with", parse.NodeComment: "comment",
	parse.NodeBreak: "break", parse.NodeContinue: "continue",
}

func at(p parse.Pos) int { return int(p.Position()) }

// kind asks each node by its own type, and compares with what the interface says.
func kind(n parse.Node) (name string, pos parse.Pos) {
	var t parse.NodeType
	switch n := n.(type) {
	case *parse.ActionNode:
		t, pos = n.NodeType, n.Pos
	case *parse.BoolNode:
		t, pos = n.NodeType, n.Pos
	case *parse.BreakNode:
		t, pos = n.NodeType, n.Pos
	case *parse.ChainNode:
		t, pos = n.NodeType, n.Pos
	case *parse.CommandNode:
		t, pos = n.NodeType, n.Pos
	case *parse.CommentNode:
		t, pos = n.NodeType, n.Pos
	case *parse.ContinueNode:
		t, pos = n.NodeType, n.Pos
	case *parse.DotNode:
		t, pos = n.NodeType, n.Pos
	case *parse.FieldNode:
		t, pos = n.NodeType, n.Pos
	case *parse.IdentifierNode:
		t, pos = n.NodeType, n.Pos
	case *parse.IfNode:
		var b parse.BranchNode = n.BranchNode
		t, pos = b.NodeType, b.Pos
	case *parse.RangeNode:
		t, pos = n.BranchNode.NodeType, n.BranchNode.Pos
	case *parse.WithNode:
		t, pos = n.BranchNode.NodeType, n.BranchNode.Pos
	case *parse.ListNode:
		t, pos = n.NodeType, n.Pos
	case *parse.NilNode:
		t, pos = n.NodeType, n.Pos
	case *parse.NumberNode:
		t, pos = n.NodeType, n.Pos
	case *parse.PipeNode:
		t, pos = n.NodeType, n.Pos
	case *parse.StringNode:
		t, pos = n.NodeType, n.Pos
	case *parse.TemplateNode:
		t, pos = n.NodeType, n.Pos
	case *parse.TextNode:
		t, pos = n.NodeType, n.Pos
	case *parse.VariableNode:
		t, pos = n.NodeType, n.Pos
	}
	return fmt.Sprint(names[t], " ", n.Type() == t, t.Type() == t), pos
}

func show(n parse.Node, depth int) {
	name, pos := kind(n)
	fmt.Printf("%s%s at %d %v: %q\n", strings.Repeat("  ", depth), name, at(pos), pos == n.Position(), n)
	switch n := n.(type) {
	case *parse.ListNode:
		for _, x := range n.Nodes {
			show(x, depth+1)
		}
	case *parse.ActionNode:
		show(n.Pipe, depth+1)
	case *parse.PipeNode:
		for _, v := range n.Decl {
			show(v, depth+1)
		}
		for _, c := range n.Cmds {
			show(c, depth+1)
		}
	case *parse.CommandNode:
		for _, a := range n.Args {
			show(a, depth+1)
		}
	case *parse.ChainNode:
		show(n.Node, depth+1)
	case *parse.IfNode:
		branch(&n.BranchNode, depth+1)
	case *parse.RangeNode:
		branch(&n.BranchNode, depth+1)
	case *parse.WithNode:
		branch(&n.BranchNode, depth+1)
	case *parse.TemplateNode:
		if n.Pipe != nil {
			show(n.Pipe, depth+1)
		}
	}
}

func branch(b *parse.BranchNode, depth int) {
	show(b.Pipe, depth)
	show(b.List, depth)
	if b.ElseList != nil {
		show(b.ElseList, depth)
	}
}

const text = `{{/* a comment */ -}}
text {{.}} {{.A.B}} {{$x := 1.5}}{{$x.Y | printf "%v" true nil 'c' 0x10 2i}}
{{range $i, $e := .List}}{{if and $e .}}{{break}}{{else}}{{continue}}{{end}}{{else}}none{{end}}
{{with (index .M "k").F}}{{.}}{{else with 5}}{{template "other" .}}{{end}}{{template "bare"}}`

func main() {
	functions := map[string]any{"and": fmt.Sprint, "printf": fmt.Sprintf, "index": fmt.Sprint}
	var mode parse.Mode = parse.ParseComments
	tree := parse.New("top", functions)
	tree.Mode = mode
	all := map[string]*parse.Tree{}
	_, err := tree.Parse(text, "", "", all, functions)
	fmt.Println(err, tree.Name, len(all))
	show(tree.Root, 0)

	t := template.Must(template.New("t").Parse("a{{.X}}\nb{{ .Y.Z }}"))
	last := t.Tree.Root.Nodes[3]
	location, context := t.ErrorContext(last)
	fmt.Println(location, context)
	copied := t.Copy()
	copied.Root.Nodes = copied.Root.Nodes[:1]
	fmt.Println(copied.Root, len(t.Root.Nodes), copied.Name)
}
