package template

import (
	"fmt"
	"internal/mapkeys"
	"io"
	"reflect"
	"strings"
	"text/template/parse"
)

// ExecError is an error of executing a template; an error of writing is returned as it is.
type ExecError struct {
	Name string
	Err  error
}

// Error says where and what.
func (e ExecError) Error() string { return e.Err.Error() }

// Unwrap returns the error inside.
func (e ExecError) Unwrap() error { return e.Err }

// failed carries an error out of an execution.
type failed struct{ error }

// course says how execution goes on after a node.
type course uint8

const (
	onward course = iota
	leave
	again
)

type variable struct {
	name  string
	value reflect.Value
}

// deepest is how many templates may be executing inside of each other.
const deepest = 100000

// execution is the state of executing one template.
type execution struct {
	template  *Template
	out       io.Writer
	node      parse.Node // for errors
	variables []variable
	depth     int
}

// fail ends the execution; an operand of %w is wrapped.
func (e *execution) fail(format string, args ...any) {
	err := fmt.Errorf(format, args...)
	name := e.template.Name()
	if e.node == nil {
		err = fmt.Errorf("template: %s: %w", name, err)
	} else {
		location, context := e.template.ErrorContext(e.node)
		err = fmt.Errorf("template: %s: executing %q at <%s>: %w", location, name, context, err)
	}
	panic(failed{ExecError{name, err}})
}

func (e *execution) at(n parse.Node) { e.node = n }

// lookup returns the newest variable of that name.
func (e *execution) lookup(name string) *variable {
	for i := len(e.variables) - 1; i >= 0; i-- {
		if e.variables[i].name == name {
			return &e.variables[i]
		}
	}
	e.fail("undefined variable: %s", name)
	return nil
}

func (e *execution) list(dot reflect.Value, l *parse.ListNode) course {
	for _, n := range l.Nodes {
		if c := e.execute(dot, n); c != onward {
			return c
		}
	}
	return onward
}

func (e *execution) execute(dot reflect.Value, n parse.Node) course {
	e.at(n)
	switch n := n.(type) {
	case *parse.TextNode:
		e.write(n.Text)
	case *parse.ActionNode:
		value := e.pipeline(dot, n.Pipe)
		if len(n.Pipe.Decl) == 0 {
			e.print(n, value)
		}
	case *parse.IfNode:
		return e.choice(dot, &n.BranchNode, false)
	case *parse.WithNode:
		return e.choice(dot, &n.BranchNode, true)
	case *parse.RangeNode:
		return e.loop(dot, n)
	case *parse.ListNode:
		return e.list(dot, n)
	case *parse.TemplateNode:
		e.call(dot, n)
	case *parse.BreakNode:
		return leave
	case *parse.ContinueNode:
		return again
	case *parse.CommentNode:
	default:
		e.fail("unknown node: %s", n)
	}
	return onward
}

func (e *execution) write(b []byte) {
	if _, err := e.out.Write(b); err != nil {
		panic(failed{err})
	}
}

// print writes a value as fmt.Print would, after following pointers.
func (e *execution) print(n parse.Node, v reflect.Value) {
	e.at(n)
	x, ok := printable(v)
	if !ok {
		e.fail("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(e.out, x); err != nil {
		panic(failed{err})
	}
}

// choice executes an if or with.
func (e *execution) choice(dot reflect.Value, b *parse.BranchNode, moves bool) (c course) {
	mark := len(e.variables)
	value := e.pipeline(dot, b.Pipe)
	yes, ok := truthOf(insideInterface(value))
	if !ok {
		e.fail("if/with can't use %v", value)
	}
	switch {
	case yes && moves:
		c = e.list(value, b.List)
	case yes:
		c = e.list(dot, b.List)
	case b.ElseList != nil:
		c = e.list(dot, b.ElseList)
	}
	e.variables = e.variables[:mark]
	return c
}

// call executes another template, which sees only what the pipeline gives it.
func (e *execution) call(dot reflect.Value, n *parse.TemplateNode) {
	t := e.template.Lookup(n.Name)
	if t == nil {
		e.fail("template %q not defined", n.Name)
	}
	if e.depth == deepest {
		e.fail("exceeded maximum template depth (%v)", deepest)
	}
	value := e.pipeline(dot, n.Pipe)
	inner := &execution{template: t, out: e.out, node: e.node, variables: []variable{{"$", value}}, depth: e.depth + 1}
	inner.list(value, t.Root)
}

// turns is a loop under way.
type turns struct {
	*execution
	node *parse.RangeNode
	mark int // variables up to and with those of the loop
	any  bool
	end  bool
}

// turn executes the body; key is what the first of two variables gets.
func (t *turns) turn(key, value reflect.Value) (more bool) {
	t.any = true
	decl := t.node.Pipe.Decl
	values := []reflect.Value{key, value}[max(0, 2-len(decl)):]
	for i, d := range decl[:min(2, len(decl))] {
		if t.node.Pipe.IsAssign {
			t.lookup(d.Ident[0]).value = values[i]
		} else {
			t.variables[t.mark-len(decl)+i].value = values[i]
		}
	}
	c := t.list(value, t.node.List)
	t.variables = t.variables[:t.mark]
	t.end = c == leave
	return !t.end
}

// loop executes a range.
func (e *execution) loop(dot reflect.Value, n *parse.RangeNode) (c course) {
	mark := len(e.variables)
	value, _ := follow(e.pipeline(dot, n.Pipe))
	t := &turns{execution: e, node: n, mark: len(e.variables)}
	t.over(value)
	if !t.any && n.ElseList != nil {
		c = e.list(dot, n.ElseList)
	}
	e.variables = e.variables[:mark]
	return c
}

func (t *turns) over(v reflect.Value) {
	two := len(t.node.Pipe.Decl) > 1
	switch k := v.Kind(); {
	case k == reflect.Invalid:
	case isInteger(k):
		if two {
			t.fail("can't use %v to iterate over more than one variable", v)
		}
		t.sequence(v)
	case k == reflect.Array, k == reflect.Slice:
		for i := 0; i < v.Len() && t.turn(reflect.ValueOf(i), v.Index(i)); i++ {
		}
	case k == reflect.Map:
		for _, entry := range mapkeys.Sorted(v) {
			if !t.turn(entry.Key, entry.Value) {
				return
			}
		}
	case k == reflect.Chan:
		t.channel(v)
	case k == reflect.Func && v.Type().CanSeq():
		if two {
			t.fail("can't use %v iterate over more than one variable", v)
		}
		t.sequence(v)
	case k == reflect.Func && v.Type().CanSeq2():
		for key, value := range v.Seq2() {
			if !two {
				value = key
			}
			if !t.turn(key, value) {
				break
			}
		}
	default:
		t.fail("range can't iterate over %v", v)
	}
}

func (t *turns) sequence(v reflect.Value) {
	for value := range v.Seq() {
		if !t.turn(reflect.Value{}, value) {
			break
		}
	}
}

func (t *turns) channel(v reflect.Value) {
	if v.IsNil() {
		return
	}
	if v.Type().ChanDir() == reflect.SendDir {
		t.fail("range over send-only channel %v", v)
	}
	for i := 0; ; i++ {
		value, ok := v.Recv()
		if !ok || !t.turn(reflect.ValueOf(i), value) {
			return
		}
	}
}

// pipeline evaluates commands, each with the value of the one before it as its last argument, and sets the variables.
func (e *execution) pipeline(dot reflect.Value, p *parse.PipeNode) (value reflect.Value) {
	if p == nil {
		return
	}
	e.at(p)
	value = absent
	for _, c := range p.Cmds {
		value = e.command(dot, c, value)
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			value = value.Elem()
		}
	}
	for _, v := range p.Decl {
		if p.IsAssign {
			e.lookup(v.Ident[0]).value = value
		} else {
			e.variables = append(e.variables, variable{v.Ident[0], value})
		}
	}
	return value
}

func (e *execution) command(dot reflect.Value, c *parse.CommandNode, last reflect.Value) reflect.Value {
	if n, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return e.function(dot, n, c, c.Args, last)
	}
	switch n := c.Args[0].(type) {
	case *parse.FieldNode, *parse.ChainNode, *parse.VariableNode:
		return e.chosen(dot, n, c.Args, last)
	case *parse.PipeNode:
		e.takesNone(c.Args, last)
		return e.pipeline(dot, n)
	}
	e.at(c.Args[0])
	e.takesNone(c.Args, last)
	if n, ok := c.Args[0].(*parse.NilNode); ok {
		e.at(n)
		e.fail("nil is not a command")
	}
	value, ok := e.constant(dot, c.Args[0])
	if !ok {
		e.fail("can't evaluate command %q", c.Args[0])
	}
	return value
}

// takesNone fails where something that is not a function has arguments.
func (e *execution) takesNone(args []parse.Node, last reflect.Value) {
	if len(args) > 1 || !isAbsent(last) {
		e.fail("can't give argument to non-function %s", args[0])
	}
}

// constant returns the value of a literal or of the cursor.
func (e *execution) constant(dot reflect.Value, n parse.Node) (value reflect.Value, ok bool) {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True), true
	case *parse.DotNode:
		return dot, true
	case *parse.NumberNode:
		return e.number(n), true
	case *parse.StringNode:
		return reflect.ValueOf(n.Text), true
	}
	return reflect.Value{}, false
}

// number gives a number the type that its form tells.
func (e *execution) number(n *parse.NumberNode) reflect.Value {
	e.at(n)
	switch {
	case n.IsComplex:
		return reflect.ValueOf(n.Complex128)
	case n.IsFloat && looksFloat(n.Text):
		return reflect.ValueOf(n.Float64)
	case n.IsInt && int64(int(n.Int64)) == n.Int64:
		return reflect.ValueOf(int(n.Int64))
	case n.IsInt, n.IsUint:
		e.fail("%s overflows int", n.Text)
	}
	return reflect.Value{}
}

func looksFloat(s string) bool {
	if s[0] == '\'' {
		return false
	}
	if len(s) > 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') {
		return strings.ContainsAny(s, "pP")
	}
	return strings.ContainsAny(s, ".eEpP")
}

// chosen evaluates a node that is a chain of fields of something; the last may be a method that takes the arguments.
func (e *execution) chosen(dot reflect.Value, n parse.Node, args []parse.Node, last reflect.Value) reflect.Value {
	e.at(n)
	value := dot
	var names []string
	switch n := n.(type) {
	case *parse.FieldNode:
		names = n.Ident
	case *parse.VariableNode:
		names = n.Ident[1:]
		value = e.lookup(n.Ident[0]).value
		if len(names) == 0 {
			e.takesNone(args, last)
			return value
		}
	case *parse.ChainNode:
		names = n.Field
		if len(names) == 0 {
			e.fail("internal error: no fields in chain")
		}
		if n.Node.Type() == parse.NodeNil {
			e.fail("indirection through explicit nil in %s", n)
		}
		value = e.argument(dot, nil, n.Node)
	}
	end := len(names) - 1
	for _, name := range names[:end] {
		value = e.field(dot, name, n, nil, absent, value)
	}
	return e.field(dot, names[end], n, args, last, value)
}

// field evaluates a method, a field or an element named so of a value.
func (e *execution) field(dot reflect.Value, name string, n parse.Node, args []parse.Node, last, of reflect.Value) reflect.Value {
	if !of.IsValid() {
		if e.template.missing == missingError {
			e.fail("nil data; no entry for key %q", name)
		}
		return reflect.Value{}
	}
	t := of.Type()
	v, isNil := follow(of)
	if isNil && v.Kind() == reflect.Interface {
		e.fail("nil pointer evaluating %s.%s", t, name)
	}
	receiver := v
	if k := v.Kind(); k != reflect.Interface && k != reflect.Pointer && v.CanAddr() {
		receiver = v.Addr()
	}
	if m := receiver.MethodByName(name); m.IsValid() {
		return e.invoke(dot, m, "", n, name, args, last)
	}
	argued := len(args) > 1 || !isAbsent(last)
	switch v.Kind() {
	case reflect.Struct:
		if f, ok := v.Type().FieldByName(name); ok {
			return e.structField(v, t, f, argued)
		}
	case reflect.Map:
		if reflect.TypeFor[string]().AssignableTo(v.Type().Key()) {
			return e.mapElement(v, name, argued)
		}
	case reflect.Pointer:
		known := v.Type().Elem().Kind() != reflect.Struct
		if !known {
			_, known = v.Type().Elem().FieldByName(name)
		}
		if isNil && known {
			e.fail("nil pointer evaluating %s.%s", t, name)
		}
	}
	e.fail("can't evaluate field %s in type %s", name, t)
	return reflect.Value{}
}

func (e *execution) structField(v reflect.Value, t reflect.Type, f reflect.StructField, argued bool) reflect.Value {
	value, err := v.FieldByIndexErr(f.Index)
	switch {
	case !f.IsExported():
		e.fail("%s is an unexported field of struct type %s", f.Name, t)
	case err != nil:
		e.fail("%v", err)
	case argued:
		e.fail("%s has arguments but cannot be invoked as function", f.Name)
	}
	return value
}

func (e *execution) mapElement(m reflect.Value, key string, argued bool) reflect.Value {
	if argued {
		e.fail("%s is not a method but has arguments", key)
	}
	value := m.MapIndex(reflect.ValueOf(key))
	if !value.IsValid() {
		switch e.template.missing {
		case missingZero:
			return reflect.Zero(m.Type().Elem())
		case missingError:
			e.fail("map has no entry for key %q", key)
		}
	}
	return value
}
