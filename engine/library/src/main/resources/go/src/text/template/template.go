// Package template makes text from templates and data.
package template

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"sync"
	"text/template/parse"
)

// FuncMap names functions of templates. Each has one result, or two of which the second is an error.
type FuncMap map[string]any

// missing says what a key does that a map lacks.
type missing uint8

const (
	missingInvalid missing = iota
	missingZero
	missingError
)

// family is what associated templates share.
type family struct {
	mu        sync.RWMutex
	members   map[string]*Template
	functions FuncMap
	callable  map[string]reflect.Value
	missing   missing
}

// Template is a parsed template and its place among those that it can execute.
type Template struct {
	name string
	*parse.Tree
	*family
	leftDelim, rightDelim string
}

// New returns an empty template of that name.
func New(name string) *Template {
	t := &Template{name: name}
	t.init()
	return t
}

func (t *Template) init() {
	if t.family == nil {
		t.family = &family{members: map[string]*Template{}, functions: FuncMap{}, callable: map[string]reflect.Value{}}
	}
}

// Name returns the name.
func (t *Template) Name() string { return t.name }

// New returns an empty template that t can execute, and t by it. It can be looked up once it is parsed.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, family: t.family, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
}

// Clone returns a copy of the template with copies of all that are associated with it, so that what is parsed into one family does
// not show in the other. Trees are shared.
func (t *Template) Clone() (*Template, error) {
	c := &Template{name: t.name, Tree: t.Tree, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
	c.init()
	if t.family == nil {
		return c, nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	c.missing = t.missing
	for name, m := range t.members {
		if name == t.name {
			c.members[name] = c
			continue
		}
		d := c.New(m.name)
		d.Tree, d.leftDelim, d.rightDelim = m.Tree, m.leftDelim, m.rightDelim
		c.members[name] = d
	}
	for name, f := range t.functions {
		c.functions[name] = f
		c.callable[name] = t.callable[name]
	}
	return c, nil
}

// AddParseTree gives the template of that name a tree.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	to := t
	if name != t.name {
		to = t.New(name)
	}
	old := t.members[name]
	if old == nil || old.Tree == nil || !parse.IsEmptyTree(tree.Root) {
		t.members[name] = to
		to.Tree = tree
	} else if to.Tree == nil {
		to.Tree = tree
	}
	return to, nil
}

// Templates returns the associated templates, t among them if it is parsed.
func (t *Template) Templates() []*Template {
	if t.family == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	list := make([]*Template, 0, len(t.members))
	for _, m := range t.members {
		list = append(list, m)
	}
	return list
}

// Lookup returns the associated template of that name, nil where there is none.
func (t *Template) Lookup(name string) *Template {
	if t.family == nil {
		return nil
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.members[name]
}

// DefinedTemplates lists the names of the templates in words that go after a message.
func (t *Template) DefinedTemplates() string {
	if t.family == nil {
		return ""
	}
	t.mu.RLock()
	defer t.mu.RUnlock()
	var names []string
	for name, m := range t.members {
		if m.Tree != nil && m.Root != nil {
			names = append(names, fmt.Sprintf("%q", name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	sort.Strings(names)
	return "; defined templates are: " + strings.Join(names, ", ")
}

// Delims sets the delimiters of actions; empty ones mean {{ and }}.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.leftDelim, t.rightDelim = left, right
	return t
}

// Funcs adds functions to those that templates of the family may call. It panics where one cannot be called.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.mu.Lock()
	defer t.mu.Unlock()
	for name, f := range funcMap {
		t.callable[name] = callable(name, f)
	}
	for name, f := range funcMap {
		t.functions[name] = f
	}
	return t
}

// Option sets options: missingkey=default, =invalid, =zero or =error. It panics for others.
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, o := range opt {
		switch o {
		case "":
			panic("empty option string")
		case "missingkey=default", "missingkey=invalid":
			t.missing = missingInvalid
		case "missingkey=zero":
			t.missing = missingZero
		case "missingkey=error":
			t.missing = missingError
		default:
			panic("unrecognized option: " + o)
		}
	}
	return t
}

// Parse parses a text as the body of t, with the templates that it defines.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.mu.RLock()
	trees, err := parse.Parse(t.name, text, t.leftDelim, t.rightDelim, t.functions, builtins)
	t.mu.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// Must returns the template and panics on an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

// ParseFiles parses files into new templates named after them; the first is returned.
func ParseFiles(filenames ...string) (*Template, error) { return (*Template)(nil).files(filenames, readFile) }

// ParseFiles parses files into templates of the family named after them.
func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return t.files(filenames, readFile)
}

// ParseGlob parses the files that a pattern matches, as ParseFiles does.
func ParseGlob(pattern string) (*Template, error) { return (*Template)(nil).glob(pattern) }

// ParseGlob parses the files that a pattern matches, as ParseFiles does.
func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return t.glob(pattern)
}

// ParseFS parses the files of fsys that patterns match, as ParseFiles does.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	return (*Template)(nil).system(fsys, patterns)
}

// ParseFS parses the files of fsys that patterns match, as ParseFiles does.
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return t.system(fsys, patterns)
}

func readFile(name string) (string, []byte, error) {
	b, err := os.ReadFile(name)
	return filepath.Base(name), b, err
}

func noFiles(pattern string) error {
	return fmt.Errorf("template: pattern matches no files: %#q", pattern)
}

func (t *Template) glob(pattern string) (*Template, error) {
	names, err := filepath.Glob(pattern)
	if err == nil && len(names) == 0 {
		err = noFiles(pattern)
	}
	if err != nil {
		return nil, err
	}
	return t.files(names, readFile)
}

func (t *Template) system(fsys fs.FS, patterns []string) (*Template, error) {
	var names []string
	for _, pattern := range patterns {
		list, err := fs.Glob(fsys, pattern)
		if err == nil && len(list) == 0 {
			err = noFiles(pattern)
		}
		if err != nil {
			return nil, err
		}
		names = append(names, list...)
	}
	return t.files(names, func(name string) (string, []byte, error) {
		b, err := fs.ReadFile(fsys, name)
		return path.Base(name), b, err
	})
}

// files parses files one by one; t is nil where the first becomes the result.
func (t *Template) files(names []string, read func(string) (string, []byte, error)) (*Template, error) {
	if len(names) == 0 {
		return nil, errors.New("template: no files named in call to ParseFiles")
	}
	for _, file := range names {
		name, b, err := read(file)
		if err != nil {
			return nil, err
		}
		if t == nil {
			t = New(name)
		}
		into := t
		if name != t.name {
			into = t.New(name)
		}
		if _, err := into.Parse(string(b)); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ExecuteTemplate executes the associated template of that name.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	m := t.Lookup(name)
	if m == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return m.Execute(wr, data)
}

// Execute writes what the template makes of the data. What was written before an error stays written.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	value, ok := data.(reflect.Value)
	if !ok {
		value = reflect.ValueOf(data)
	}
	e := &execution{template: t, out: wr, variables: []variable{{"$", value}}}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failed:
			err = r.error
		default:
			panic(r)
		}
	}()
	if t.Tree == nil || t.Root == nil {
		e.fail("%q is an incomplete or empty template", t.Name())
	}
	e.list(value, t.Root)
	return nil
}
