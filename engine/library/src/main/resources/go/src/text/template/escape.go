package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

var stringerType = reflect.TypeFor[fmt.Stringer]()

func prints(t reflect.Type) bool { return t.Implements(errorType) || t.Implements(stringerType) }

// printable returns what is to be printed of a value: pointers are followed, but a method that prints is found behind them.
func printable(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = follow(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	if !prints(v.Type()) {
		if v.CanAddr() && prints(reflect.PointerTo(v.Type())) {
			v = v.Addr()
		} else if v.Kind() == reflect.Chan || v.Kind() == reflect.Func {
			return nil, false
		}
	}
	return v.Interface(), true
}

// joined prints arguments as an action would.
func joined(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, a := range args {
		if x, ok := printable(reflect.ValueOf(a)); ok {
			args[i] = x
		}
	}
	return fmt.Sprint(args...)
}

var htmlReplacer = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "'", "&#39;", "&", "&amp;", "<", "&lt;", ">", "&gt;")

// HTMLEscape writes b escaped for HTML.
func HTMLEscape(w io.Writer, b []byte) { io.WriteString(w, htmlReplacer.Replace(string(b))) }

// HTMLEscapeString returns s escaped for HTML.
func HTMLEscapeString(s string) string { return htmlReplacer.Replace(s) }

// HTMLEscaper returns what its arguments print, escaped for HTML.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(joined(args)) }

// JSEscape writes b escaped for a string in JavaScript.
func JSEscape(w io.Writer, b []byte) { io.WriteString(w, JSEscapeString(string(b))) }

// JSEscapeString returns s escaped for a string in JavaScript.
func JSEscapeString(s string) string {
	var to []byte
	kept := 0
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		as := ""
		switch {
		case r == '\\' || r == '\'' || r == '"':
			as = `\` + string(r)
		case r < ' ' || strings.ContainsRune("<>&=", r) || r >= utf8.RuneSelf && !unicode.IsPrint(r):
			as = fmt.Sprintf(`\u%04X`, r)
		}
		if as != "" {
			to = append(append(to, s[kept:i]...), as...)
			kept = i + width
		}
		i += width
	}
	if kept == 0 {
		return s
	}
	return string(append(to, s[kept:]...))
}

// JSEscaper returns what its arguments print, escaped for a string in JavaScript.
func JSEscaper(args ...any) string { return JSEscapeString(joined(args)) }

// URLQueryEscaper returns what its arguments print, escaped for the query of a URL.
func URLQueryEscaper(args ...any) string {
	const upper = "0123456789ABCDEF"
	s := joined(args)
	to := make([]byte, 0, len(s))
	for _, b := range []byte(s) {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9', strings.IndexByte("-_.~", b) >= 0:
			to = append(to, b)
		case b == ' ':
			to = append(to, '+')
		default:
			to = append(to, '%', upper[b>>4], upper[b&15])
		}
	}
	return string(to)
}
