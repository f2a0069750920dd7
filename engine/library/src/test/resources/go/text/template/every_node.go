// What package text/template/parse makes of templates: each kind of node, its place, its text and its copies.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"text/template"
	"text/template/parse"
)

// show visits a tree by the methods that every node has.
func show(depth int, n parse.Node) {
	fmt.Printf("%s%T %d at %d: %q, copied %q\n", strings.Repeat(" ", depth), n, n.Type(), n.Position(), n.String(), n.Copy().String())
	list := func(l *parse.ListNode) {
		if l != nil {
			show(depth+1, l)
		}
	}
	branch := func(b *parse.BranchNode) {
		fmt.Println(strings.Repeat(" ", depth), b.Type(), b.Position(), b.Line)
		show(depth+1, b.Pipe)
		list(b.List)
		list(b.ElseList)
	}
	switch n := n.(type) {
	case *parse.ListNode:
		fmt.Println(n.Type(), n.Position(), n.String() == n.CopyList().String(), n.Copy() != parse.Node(n))
		for _, x := range n.Nodes {
			show(depth+1, x)
		}
	case *parse.TextNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), len(n.Text))
	case *parse.CommentNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Text)
	case *parse.PipeNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.CopyPipe(), n.IsAssign, n.Line, len(n.Decl))
		for _, d := range n.Decl {
			show(depth+1, d)
		}
		for _, c := range n.Cmds {
			show(depth+1, c)
		}
	case *parse.ActionNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Line)
		show(depth+1, n.Pipe)
	case *parse.CommandNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy())
		for _, a := range n.Args {
			show(depth+1, a)
		}
	case *parse.IdentifierNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Ident)
	case *parse.VariableNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Ident)
	case *parse.DotNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy())
	case *parse.NilNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy())
	case *parse.FieldNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Ident)
	case *parse.ChainNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Field)
		show(depth+1, n.Node)
	case *parse.BoolNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.True)
	case *parse.NumberNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.IsInt, n.IsUint, n.IsFloat, n.IsComplex, n.Int64, n.Uint64, n.Float64, n.Complex128, n.Text)
	case *parse.StringNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Quoted, n.Text)
	case *parse.IfNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy())
		branch(&n.BranchNode)
		fmt.Println(n.BranchNode.String() == n.String(), n.BranchNode.Copy().String() == n.String())
	case *parse.RangeNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy())
		branch(&n.BranchNode)
	case *parse.WithNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy())
		branch(&n.BranchNode)
	case *parse.BreakNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Line)
	case *parse.ContinueNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Line)
	case *parse.TemplateNode:
		fmt.Println(n.Type(), n.Position(), n.String(), n.Copy(), n.Name, n.Line)
	}
}

const text = `text {{/* remark */}}{{- .A.B -}} {{$x := 1}}{{$x = .C 1 | printf "%d" 0x1F}}{{if and .D (not .E)}}yes{{else if .F}}{{else}}no{{end}}
{{range $i, $e := .List}}{{break}}{{continue}}{{else}}{{end}}{{with $y := .}}{{.}}{{$y.Z}}{{else with 1}}{{end}}{{template "t" .}}{{template "u"}}
{{(index .M "k").Q.R}} {{true}} {{nil | print}} {{'a'}} {{1e3}} {{1i}} {{-7}} {{"q\t"}} {{` + "`raw`" + `}} {{false}}{{define "t"}}in t{{end}}{{block "b" 3}}{{.}}{{end}}`

func functions() map[string]any {
	return map[string]any{"and": 1, "not": 1, "printf": 1, "print": 1, "index": 1}
}

func main() {
	tree := parse.New("tree", functions())
	tree.Mode = parse.ParseComments | parse.SkipFuncCheck
	sets := map[string]*parse.Tree{}
	made, err := tree.Parse(text, "", "", sets)
	fmt.Println(err, made == tree, len(sets), made.Name, made.ParseName)
	if err == nil {
		show(0, made.Root)
		fmt.Println(made.Copy().Root.String() == made.Root.String())
		for _, n := range made.Root.Nodes {
			if a, ok := n.(*parse.ActionNode); ok {
				fmt.Println(made.ErrorContext(a))
			}
		}
	}
	id := parse.NewIdentifier("name").SetPos(9).SetTree(tree)
	fmt.Println(id, id.Position(), id.Type())
	chain := &parse.ChainNode{NodeType: parse.NodeChain, Node: id}
	chain.Add(".F")
	chain.Add(".G")
	fmt.Println(chain.Field, chain.String())
	for _, s := range []string{"", " \n", "{{/* c */}}", "{{define `x`}}y{{end}}", "{{1}}", "x"} {
		trees, err := parse.Parse("e", s, "", "", functions())
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(len(trees), trees["e"] == nil || parse.IsEmptyTree(trees["e"].Root))
	}
	faults()
	templates()
}

func faults() {
	for _, s := range []string{
		"{{", "{{.", "}}", "{{.A", "{{if}}{{end}}", "{{if .X}}", "{{end}}", "{{else}}", "{{range}}", "{{break}}", "{{continue}}", "{{template}}",
		"{{template x}}", "{{define}}", "{{define x}}", "{{define `x`}}", "{{nofunc}}", "{{$x}}", "{{$x := }}", "{{$x, $y := 1}}", "{{1 | 2}}", "{{nil}}",
		"{{.A | nil}}", "{{'ab'}}", "{{\"a}}", "{{`a}}", "{{1x}}", "{{1.2.3}}", "{{0x}}", "{{99999999999999999999}}", "{{(1}}", "{{)}}", "{{.A..B}}",
		"{{/* a }}", "{{/*a*/", "{{- /*a*/ -}}x{{-}}", "{{.A}b}}", "{{.A|}}", "{{|.A}}", "{{\n\n.A &}}", "{{if .A}}{{else}}{{else}}{{end}}", "{{with .A}}{{else if .B}}",
		"{{range .A}}{{else}}{{break}}{{end}}", "{{true.A}}", "{{1.A}}", "{{nil.A}}", "{{\"s\".A}}", "{{.A := 1}}", "{{len.A}}", "{{block}}", "{{block `a`}}{{end}}",
		"{{if $x := 1}}{{end}}{{$x}}", "{{template `a` 1 2}}", "{{print 1 | print | }}", "{{/**/ x}}", "{{- .A-}}", "{{1 -}}", "{{+}}", "{{%}}", "a\nb{{\n!}}", "{{len 1 `\n`}}{{!}}",
	} {
		_, err := template.New("f").Parse(s)
		fmt.Printf("%q: %v\n", s, err)
	}
}

type data struct {
	Name string
	List []int
	Map  map[string]int
	Fail func() (int, error)
}

func (data) Method(n int) string    { return strings.Repeat("m", n) }
func (*data) Pointer() string       { return "pointer" }
func (data) Panics() string         { panic("in a method") }
func (data) Two() (int, error)      { return 2, errors.New("two failed") }
func (data) Variadic(n ...int) int  { return len(n) }
func (data) Interface(x any) string { return fmt.Sprintf("%T", x) }
func (data) Func() func(int) int    { return func(n int) int { return n * 2 } }

func templates() {
	t := template.New("root").Delims("<<", ">>").Funcs(template.FuncMap{"up": strings.ToUpper}).Option("missingkey=zero")
	template.Must(t.Parse("<<define `one`>>[<<up .>>]<<end>><<template `one` `x`>>"))
	fmt.Println(t.Name(), t.Lookup("one") != nil, t.Lookup("two") == nil, len(t.Templates()), len(t.DefinedTemplates()))
	fmt.Println(t.Execute(os.Stdout, nil), t.ExecuteTemplate(os.Stdout, "one", "y"), t.ExecuteTemplate(os.Stdout, "none", 1))
	c, err := t.Clone()
	fmt.Println(err)
	template.Must(c.New("two").Parse("<<template `one` `two`>>"))
	fmt.Println(c.ExecuteTemplate(os.Stdout, "two", nil), t.Lookup("two") == nil)
	added, err := c.AddParseTree("three", c.Lookup("one").Tree.Copy())
	fmt.Println(added.Name(), err, added.Execute(os.Stdout, "three"))
	fmt.Println(template.New("empty").Execute(os.Stdout, nil), template.New("x").DefinedTemplates() == "")
	dir, _ := os.MkdirTemp("", "templates")
	defer os.RemoveAll(dir)
	os.WriteFile(dir+"/a.tmpl", []byte("A{{.}}"), 0o600)
	os.WriteFile(dir+"/b.tmpl", []byte("B{{template `a.tmpl` .}}"), 0o600)
	for _, f := range []func() (*template.Template, error){
		func() (*template.Template, error) { return template.ParseFiles(dir+"/b.tmpl", dir+"/a.tmpl") },
		func() (*template.Template, error) {
			return template.New("b.tmpl").ParseFiles(dir+"/a.tmpl", dir+"/b.tmpl")
		},
		func() (*template.Template, error) { return template.ParseGlob(dir + "/*.tmpl") },
		func() (*template.Template, error) { return template.New("b.tmpl").ParseGlob(dir + "/*") },
		func() (*template.Template, error) { return template.ParseFS(os.DirFS(dir), "*.tmpl") },
		func() (*template.Template, error) { return template.New("b.tmpl").ParseFS(os.DirFS(dir), "a*", "b*") },
		func() (*template.Template, error) { return template.ParseFiles() },
		func() (*template.Template, error) { return template.ParseGlob(dir + "/none*") },
		func() (*template.Template, error) { return template.ParseFS(os.DirFS(dir), "none*") },
		func() (*template.Template, error) { return template.ParseGlob("[") },
	} {
		t, err := f()
		if err != nil {
			fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
			continue
		}
		fmt.Println(t.Name(), t.ExecuteTemplate(os.Stdout, "b.tmpl", 7))
	}
	execution()
	fmt.Println(template.HTMLEscapeString(`<a b="c">&'`+"\x00"), template.JSEscapeString("'\"<>&=\n\t\\é\u2028"), template.HTMLEscaper("<", 1, ">"), template.JSEscaper("a", '<'), template.URLQueryEscaper("a b&c", "é"))
	template.HTMLEscape(os.Stdout, []byte("<&>\n"))
	template.JSEscape(os.Stdout, []byte("<'>\n"))
	fmt.Println()
	for _, v := range []any{0, 1, "", "x", nil, []int{}, []int{0}, map[int]int{}, struct{}{}, 0.0, 1i, (*int)(nil), errors.New, true} {
		truth, ok := template.IsTrue(v)
		fmt.Print(truth, ok, " ")
	}
	fmt.Println()
}

func execution() {
	d := &data{Name: "n", List: []int{1, 2, 3}, Map: map[string]int{"a": 1}, Fail: func() (int, error) { return 0, errors.New("failed") }}
	for _, s := range []string{
		"{{.Name}} {{.Method 3}} {{.Pointer}} {{.Variadic 1 2 3}} {{.Interface 1.5}} {{call .Func 21}}", "{{.None}}", "{{.Name.X}}", "{{.Panics}}", "{{.Two}}", "{{call .Fail}}",
		"{{.Method}}", "{{.Method `x`}}", "{{.Method 1 2}}", "{{index .List 5}}", "{{index .List `a`}}", "{{index .Map 1}}", "{{index .Map `b`}}", "{{.Map.b}}", "{{index nil 1}}",
		"{{slice .Name 0 9}}", "{{slice .List 1 2}}", "{{slice .List 2 1}}", "{{slice .Map 1}}", "{{len 3}}", "{{len .Map}}", "{{call .Name}}", "{{call nil}}", "{{range 3}}{{.}}{{end}}",
		"{{range .Name}}{{end}}", "{{range $i, $x := .List}}{{$i}}={{$x}} {{if eq $i 1}}{{break}}{{end}}{{end}}", "{{range .Map}}{{.}}{{end}}", "{{eq 1 1.0}}", "{{eq 1 2 1}}", "{{lt `a` 1}}",
		"{{lt 1 2}}{{le 2 2}}{{gt 1 2}}{{ge 1 2}}{{ne 1 2}}", "{{eq .List .List}}", "{{eq .Map nil}}", "{{lt .List 1}}", "{{and 1 0 (call .Fail)}}{{or 0 `x` (call .Fail)}}{{not 0}}",
		"{{printf `%d %q` 1 `x`}}{{println 1 `a`}}{{html `<`}}{{js `'`}}{{urlquery ` `}}", "{{template `none`}}", "{{with .Name}}{{.}}{{end}}{{with 0}}{{else}}none{{end}}", "{{1.5}}{{1e10}}{{'x'}}{{0x10}}{{1i}}",
		"{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}", "{{break}}", "{{.List.X}}", "{{.Name 1}}", "{{nil}}", "{{.Interface nil}}", "{{3 | .Method}}", "{{.Name | len | printf `%03d`}}", "{{range $x := 2}}{{$x}}{{else}}e{{end}}",
	} {
		t, err := template.New("x").Parse(s)
		if err == nil {
			err = t.Execute(os.Stdout, d)
		}
		var ee template.ExecError
		fmt.Println(" <-", s, "|", err, errors.As(err, &ee))
		if ee.Err != nil {
			fmt.Println("   ", ee.Name, ee.Error() == ee.Err.Error(), ee.Unwrap() == ee.Err)
		}
	}
	t := template.Must(template.New("keys").Option("missingkey=error").Parse("{{.x}}"))
	fmt.Println(t.Execute(os.Stdout, map[string]int{"y": 1}), t.Option("missingkey=default").Execute(os.Stdout, map[string]any{}))
}
