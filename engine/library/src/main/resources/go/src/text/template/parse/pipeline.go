package parse

import "strings"

// pipeline parses the variables and commands up to and with a token.
func (p *parser) pipeline(context string, end class) *PipeNode {
	first := p.skip()
	pipe := &PipeNode{NodeType: NodePipe, Pos: first.at, within: p.in, Line: first.line}
	p.declarations(pipe, context)
	for {
		t := p.nextSolid()
		switch {
		case t.class == end:
			p.check(pipe, context)
			return pipe
		case startsOperand(t):
			p.at--
			pipe.Cmds = append(pipe.Cmds, p.command())
		default:
			p.unexpected(t, context)
		}
	}
}

func startsOperand(t token) bool {
	switch t.class {
	case word, truth, dotted, dollar, number, paired, letter, quoted, left:
		return true
	}
	return t.is(".") || t.is("nil")
}

// declarations parses the variables in front of a pipeline; a range may have two.
func (p *parser) declarations(pipe *PipeNode, context string) {
	for p.skip().class == dollar {
		begin := p.at
		v := p.next()
		t := p.skip()
		comma := t.class == sign && t.text == ","
		if !comma && t.class != assign && t.class != define {
			p.at = begin
			return
		}
		p.at++
		pipe.Decl = append(pipe.Decl, p.variable(v.at, v.text))
		p.variables = append(p.variables, v.text)
		if !comma {
			pipe.IsAssign = t.class == assign
			return
		}
		if context != "range" || len(pipe.Decl) > 1 {
			p.fail("too many declarations in %s", context)
		}
		if c := p.skip().class; c != dollar && c != closing && c != right {
			p.fail("range can only initialize variables")
		}
	}
}

func (p *parser) check(pipe *PipeNode, context string) {
	if len(pipe.Cmds) == 0 {
		p.fail("missing value for %s", context)
	}
	for i, c := range pipe.Cmds[1:] {
		switch c.Args[0].Type() {
		case NodeBool, NodeDot, NodeNil, NodeNumber, NodeString:
			p.fail("non executable command in pipeline stage %d", i+2)
		}
	}
}

func (p *parser) command() *CommandNode {
	c := &CommandNode{NodeType: NodeCommand, Pos: p.skip().at, within: p.in}
	for {
		p.skip()
		if n := p.operand(); n != nil {
			c.Args = append(c.Args, n)
		}
		t := p.next()
		if t.class == blank {
			continue
		}
		switch t.class {
		case closing, right:
			p.at--
		case bar:
		default:
			p.unexpected(t, "operand")
		}
		if len(c.Args) == 0 {
			p.fail("empty command")
		}
		return c
	}
}

// operand parses a term and the fields chosen of it, nil where there is none.
func (p *parser) operand() Node {
	n := p.term()
	if n == nil || p.peek().class != dotted {
		return n
	}
	chain := &ChainNode{NodeType: NodeChain, Pos: p.peek().at, within: p.in, Node: n}
	for p.peek().class == dotted {
		chain.Add(p.next().text)
	}
	switch n := n.(type) {
	case *FieldNode:
		return p.field(chain.Pos, chain.String())
	case *VariableNode:
		return p.variable(chain.Pos, chain.String())
	case *BoolNode, *StringNode, *NumberNode, *NilNode, *DotNode:
		p.fail("unexpected . after term %q", n.String())
	}
	return chain
}

func (p *parser) field(at Pos, name string) *FieldNode {
	return &FieldNode{NodeType: NodeField, Pos: at, within: p.in, Ident: strings.Split(name[1:], ".")}
}

func (p *parser) variable(at Pos, name string) *VariableNode {
	return &VariableNode{NodeType: NodeVariable, Pos: at, within: p.in, Ident: strings.Split(name, ".")}
}

func (p *parser) known(name string) bool {
	for _, v := range p.variables {
		if v == name {
			return true
		}
	}
	return false
}

// term parses a simple expression, nil where there is none.
func (p *parser) term() Node {
	t := p.nextSolid()
	switch t.class {
	case word:
		if p.tree.Mode&SkipFuncCheck == 0 && !p.tree.knows(t.text) {
			p.fail("function %q not defined", t.text)
		}
		return NewIdentifier(t.text).SetTree(p.tree).SetPos(t.at)
	case dotted:
		return p.field(t.at, t.text)
	case dollar:
		if !p.known(t.text) {
			p.fail("undefined variable %q", t.text)
		}
		return p.variable(t.at, t.text)
	case truth:
		return &BoolNode{NodeType: NodeBool, Pos: t.at, within: p.in, True: t.text == "true"}
	case number, paired, letter:
		n := &NumberNode{NodeType: NodeNumber, Pos: t.at, within: p.in, Text: t.text}
		if err := n.read(t.class); err != nil {
			p.fail("%s", err)
		}
		return n
	case quoted:
		return &StringNode{NodeType: NodeString, Pos: t.at, within: p.in, Quoted: t.text, Text: p.unquote(t)}
	case left:
		if p.depth >= deepest {
			p.fail("max expression depth exceeded")
		}
		p.depth++
		pipe := p.pipeline("parenthesized pipeline", right)
		p.depth--
		return pipe
	}
	switch {
	case t.is("."):
		return &DotNode{NodeType: NodeDot, Pos: t.at, within: p.in}
	case t.is("nil"):
		return &NilNode{NodeType: NodeNil, Pos: t.at, within: p.in}
	}
	p.at--
	return nil
}
