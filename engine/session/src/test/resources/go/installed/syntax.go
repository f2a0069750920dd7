package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/constant"
	"go/format"
	"go/importer"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"html"
	htmpl "html/template"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"index/suffixarray"
	"mime"
	"net/netip"
	"net/url"
	"os"
	"sort"
	"strings"
	"text/scanner"
)

const src = `package p
import "fmt"
type T[P any] struct { x P }
func (t *T[P]) Get() P { return t.x }
func main() { var t T[int]; fmt.Println(t.Get()+1<<3) }
`

func main() {
	fs := token.NewFileSet()
	f, err := parser.ParseFile(fs, "p.go", src, parser.ParseComments)
	fmt.Println(err)
	ast.Inspect(f, func(n ast.Node) bool {
		if fd, ok := n.(*ast.FuncDecl); ok {
			fmt.Println(fd.Name, fs.Position(fd.Pos()))
		}
		return true
	})
	printer.Fprint(os.Stdout, fs, f.Decls[2])
	fmt.Println()
	out, err := format.Source([]byte("package  x;func f( ){if a{b()}}"))
	fmt.Println(string(out), err)
	_ = importer.Default
	conf := types.Config{Error: func(e error) { fmt.Println(e) }}
	g, _ := parser.ParseFile(fs, "q.go", "package q\nvar a int = \"x\"\nfunc f[T any](x T) T { return x }\nvar b = f(3.5)\n", 0)
	pkg, err := conf.Check("q", fs, []*ast.File{g}, nil)
	fmt.Println(pkg.Scope().Names(), pkg.Scope().Lookup("b").Type(), err)
	fmt.Println(constant.BinaryOp(constant.MakeInt64(1<<40), token.MUL, constant.MakeInt64(1<<40)))
	fmt.Println(html.EscapeString("<a&b>"), html.UnescapeString("&eacute;&#33;"))
	t := htmpl.Must(htmpl.New("x").Parse(`<a href="/s?q={{.}}" onclick="f({{.}})">{{.}}</a>` + "\n"))
	fmt.Println(t.Execute(os.Stdout, `<"'&>`))
	img := image.NewRGBA(image.Rect(0, 0, 16, 16))
	for i := range 16 {
		img.Set(i, i, color.RGBA{uint8(i * 16), 10, 200, 255})
	}
	var b bytes.Buffer
	fmt.Println(png.Encode(&b, img), b.Len())
	back, kind, err := image.Decode(&b)
	fmt.Println(kind, err, back.At(3, 3))
	b.Reset()
	fmt.Println(jpeg.Encode(&b, img, nil), b.Len())
	back, kind, err = image.Decode(&b)
	fmt.Println(kind, err, back.Bounds())
	b.Reset()
	fmt.Println(gif.Encode(&b, img, nil), b.Len())
	sa := suffixarray.New([]byte("banana"))
	at := sa.Lookup([]byte("ana"), -1)
	sort.Ints(at)
	fmt.Println(at)
	fmt.Println(mime.ParseMediaType("text/html; charset=\"utf-8\""))

	ip, _ := netip.ParsePrefix("10.0.0.0/8")
	fmt.Println(ip.Contains(netip.MustParseAddr("10.2.3.4")), ip.Masked())
	u, err := url.Parse("https://u:p@h.example:8080/a%20b/../c?x=1&y=a+b#frag")
	fmt.Println(u, err, u.Query()["y"], u.JoinPath("../z"), u.Port())
	_, err = url.Parse("http://[::1")
	fmt.Println(err)
	var s scanner.Scanner
	s.Init(strings.NewReader("x := 3.5 + \"s\" // c"))
	for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() {
		fmt.Println(s.Position, s.TokenText())
	}
}
