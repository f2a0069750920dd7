// Package flag reads the flags of a command line: -name, -name=text, -name text, with one or two dashes.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
)

// ErrHelp is the error where -h or -help is given and no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does about an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // give it
	ExitOnError                          // end the program with 2, for -h with 0
	PanicOnError                         // panic
)

// Flag is a flag that is defined.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string // the default as text
}

// FlagSet is a set of flags. The zero value has no name and ContinueOnError.
type FlagSet struct {
	// Usage is called where there is an error; nil stands for the package's own.
	Usage func()

	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string // what is left behind the flags
	handling ErrorHandling
	output   io.Writer         // nil for os.Stderr
	early    map[string]string // flags that were set before they were defined, and where
}

// NewFlagSet gives an empty FlagSet.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.usageOrDefault
	return f
}

// Init sets name and error handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.handling = errorHandling
}

// Name gives the name.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling gives what Parse does about an error.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// Output gives where usage and errors go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where usage and errors go; nil stands for os.Stderr.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

func sorted(flags map[string]*Flag) []*Flag {
	out := make([]*Flag, 0, len(flags))
	for _, flag := range flags {
		out = append(out, flag)
	}
	slices.SortFunc(out, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// VisitAll calls fn for all flags that are defined, by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range sorted(f.formal) {
		fn(flag)
	}
}

// Visit calls fn for all flags that have been set, by name.
func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range sorted(f.actual) {
		fn(flag)
	}
}

// Lookup gives the flag of a name, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets the flag of a name.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value) }

// set is called by what the program calls.
func (f *FlagSet) set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		// Defining it later would come too late: remember where that went wrong.
		if _, file, line, ok := runtime.Caller(2); ok {
			if f.early == nil {
				f.early = map[string]string{}
			}
			f.early[name] = fmt.Sprintf("%s:%d", file, line)
		}
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.mark(flag)
	return nil
}

func (f *FlagSet) mark(flag *Flag) {
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[flag.Name] = flag
}

// NFlag gives the number of flags that have been set.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Arg gives the i-th argument behind the flags, or "".
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// NArg gives the number of arguments behind the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args gives the arguments behind the flags.
func (f *FlagSet) Args() []string { return f.args }

// Parsed reports whether Parse has been called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Var defines a flag. It panics for a name that begins with a dash, has an equals sign, or is defined already.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case strings.HasPrefix(name, "-"):
		f.misuse("flag %q begins with -", name)
	case strings.Contains(name, "="):
		f.misuse("flag %q contains =", name)
	}
	if _, defined := f.formal[name]; defined {
		if f.name == "" {
			f.misuse("flag redefined: %s", name)
		}
		f.misuse("%s flag redefined: %s", f.name, name)
	}
	if place := f.early[name]; place != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, place))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

// misuse tells of a mistake in the program.
func (f *FlagSet) misuse(format string, a ...any) {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	panic(text)
}

// wrong tells of a mistake in the command line.
func (f *FlagSet) wrong(format string, a ...any) error {
	err := fmt.Errorf(format, a...)
	fmt.Fprintln(f.Output(), err)
	f.usage()
	return err
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.usageOrDefault()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) usageOrDefault() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// Parse reads the flags that arguments begins with, up to the first that is none or to "--".
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.one()
		if err != nil {
			switch f.handling {
			case ExitOnError:
				if err == ErrHelp {
					os.Exit(0)
				}
				os.Exit(2)
			case PanicOnError:
				panic(err)
			}
			return err
		}
		if !more {
			return nil
		}
	}
}

// one reads one flag; more tells that there was one.
func (f *FlagSet) one() (more bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name[0] == '-' || name[0] == '=' {
		return false, f.wrong("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	value, hasValue := "", false
	if at := strings.IndexByte(name[1:], '='); at >= 0 {
		name, value, hasValue = name[:at+1], name[at+2:], true
	}
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.wrong("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			value = "true"
		}
		if err := b.Set(value); err != nil {
			if hasValue {
				return false, f.wrong("invalid boolean value %q for -%s: %v", value, name, err)
			}
			return false, f.wrong("invalid boolean flag %s: %v", name, err)
		}
	} else {
		if !hasValue {
			if len(f.args) == 0 {
				return false, f.wrong("flag needs an argument: -%s", name)
			}
			value, f.args = f.args[0], f.args[1:]
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.wrong("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.mark(flag)
	return true, nil
}

// UnquoteUsage gives the name of a flag's operand, which its usage has in backquotes or its type tells, and the usage
// without them.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	switch v := flag.Value.(type) {
	case boolFlag:
		if v.IsBoolFlag() {
			return "", usage
		}
	case *durationValue:
		return "duration", usage
	case *float64Value:
		return "float", usage
	case *intValue, *int64Value:
		return "int", usage
	case *stringValue:
		return "string", usage
	case *uintValue, *uint64Value:
		return "uint", usage
	}
	return "value", usage
}

// PrintDefaults writes all flags with their usages and defaults.
func (f *FlagSet) PrintDefaults() {
	var problems []error
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		fmt.Fprintf(&b, "  -%s", flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			b.WriteString(" " + name)
		}
		// Flags of one letter have their usage on the same line.
		if b.Len() <= 4 {
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		zero, err := isZero(flag, flag.DefValue)
		if err != nil {
			problems = append(problems, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				fmt.Fprintf(&b, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&b, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
	if len(problems) > 0 {
		fmt.Fprintln(f.Output())
		for _, err := range problems {
			fmt.Fprintln(f.Output(), err)
		}
	}
}
