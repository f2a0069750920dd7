package main

import (
	"fmt"
	"os"
	"text/template"
)

type P struct {
	Name string
	Age  int
	Tags []string
	M    map[string]int
}

func (p P) Hello(s string) string { return "hello " + s + " from " + p.Name }

func main() {
	t := template.Must(template.New("x").Parse(`{{define "T"}}<{{.}}>{{end -}}
{{.Name | printf "%q"}} {{range $i, $e := .Tags}}{{if $i}}, {{end}}{{$e}}{{else}}none{{end}}
{{range $k,$v := .M}}{{$k}}={{$v}};{{end}} {{.Hello "bob"}} {{template "T" .Age}} {{len .Tags}} {{index .Tags 1}} {{with .Age}}{{.}}{{end}}
{{eq 1 2 3}} {{lt 1 .Age}} {{and 1 0 3}} {{html "<a&b>"}} {{js "it's"}} {{urlquery "a b&c"}} {{1.5}} {{'a'}} {{printf "%d" 0x10}}
{{range 3}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}} {{block "B" .}}block {{.Name}}{{end}}
`))
	err := t.Execute(os.Stdout, P{"Ann", 3, []string{"a", "b"}, map[string]int{"z": 1, "y": 2}})
	fmt.Println(err)
	for _, s := range []string{"{{.X", "{{if}}", "{{end}}", "{{range .}}", "{{foo}}", "{{$x}}", "{{1|2}}", "{{\"abc}}", "a\n{{if .X}}\n{{.Y.}}", "{{template \"x\" . . }}", "{{break}}", "{{(1}}", "{{.|}}", "{{/* x }}", "{{else}}", "{{define `x`}}{{else}}{{end}}"} {
		_, err := template.New("e").Parse(s)
		fmt.Println(err)
	}
	for _, s := range []string{"{{.X}}", "{{.Name.Foo}}", "{{index .Tags 5}}", "{{template \"q\"}}", "{{.Hello 1}}", "{{.Hello}}", "{{range .Age}}{{.Foo}}{{end}}", "{{slice .Name 5 2}}", "{{nil}}", "{{eq .M 1}}", "{{call .Name}}", "{{printf}}", "{{.Hello \"a\" | len | printf \"%d %d\" 3}}"} {
		t, err := template.New("e").Parse(s)
		if err == nil {
			err = t.Execute(os.Stdout, P{"Ann", 3, []string{"a", "b"}, map[string]int{"z": 1, "y": 2}})
		}
		fmt.Println(err)
	}
}
