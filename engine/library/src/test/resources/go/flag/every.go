// Flags of the command line and of sets, what they say of themselves and of what is wrong.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string { return strings.Join(*l, ",") }
func (l *list) Set(s string) error {
	if s == "bad" {
		return errors.New("refused")
	}
	*l = append(*l, s)
	return nil
}

// addr is a text of numbers between points.
type addr struct{ s string }

func (a addr) String() string               { return "at " + a.s }
func (a addr) MarshalText() ([]byte, error) { return []byte(a.s), nil }
func (a *addr) UnmarshalText(b []byte) error {
	if strings.Count(string(b), ".") != 3 {
		return fmt.Errorf("no address: %q", b)
	}
	a.s = string(b)
	return nil
}

type angry struct{ calm bool }

func (a *angry) String() string {
	if !a.calm {
		panic("no text")
	}
	return "calm"
}
func (*angry) Set(string) error { return nil }

func set(name string, handling flag.ErrorHandling) *flag.FlagSet {
	f := flag.NewFlagSet(name, handling)
	f.SetOutput(os.Stdout)
	return f
}

func define(f *flag.FlagSet) func() {
	var b bool
	var d time.Duration
	var x float64
	var i int
	var i64 int64
	var s string
	var u uint
	var u64 uint64
	var l list
	var a addr
	f.BoolVar(&b, "bool", false, "a `truth` value")
	f.DurationVar(&d, "duration", time.Second, "how long")
	f.Float64Var(&x, "float", 1.5, "a number\nof two lines")
	f.IntVar(&i, "int", 0, "an int")
	f.Int64Var(&i64, "int64", -1, "")
	f.StringVar(&s, "string", "def \"q\"", "a `name` here")
	f.UintVar(&u, "uint", 3, "unsigned")
	f.Uint64Var(&u64, "u", 0, "short")
	f.Var(&l, "list", "several")
	f.TextVar(&a, "addr", addr{"10.0.0.1"}, "an address")
	f.Func("func", "calls", func(s string) error {
		if s == "" {
			return errors.New("nothing given")
		}
		return nil
	})
	f.BoolFunc("boolfunc", "calls without value", func(s string) error {
		if s != "true" {
			return errors.New("only true")
		}
		return nil
	})
	return func() { fmt.Println(b, d, x, i, i64, s, u, u64, l, a) }
}

func sets() {
	for _, line := range []string{
		"", "-bool -duration 1m -float=2e3 --int 0x1f -int64 -5 -string= -uint 0b11 -u 1_000 -list a -list b rest -int 9", "-bool=false --bool=T", "-bool=maybe", "-duration 5",
		"-float x", "-int 1.5", "-int 99999999999999999999", "-int64 x", "-uint -1", "-u 18446744073709551616", "-list bad", "-addr 1.2.3", "-addr ::1", "-func=", "-func x", "-boolfunc", "-boolfunc=no",
		"-none", "--none=1", "-int", "-=x", "---x", "-", "--", "-- -int 5", "x -bool", "-h", "-help", "-string",
	} {
		f := set("prog", flag.ContinueOnError)
		show := define(f)
		err := f.Parse(strings.Fields(line))
		fmt.Printf("%q: %v %v %d %v\n", line, err, errors.Is(err, flag.ErrHelp), f.NFlag(), f.Args())
		show()
		f.Visit(func(x *flag.Flag) { fmt.Print(x.Name, "=", x.Value, " ") })
		fmt.Println(f.Parsed(), f.NArg(), f.Arg(0), f.Arg(7), f.Name(), f.ErrorHandling())
	}
	f := set("", flag.PanicOnError)
	define(f)
	fmt.Println(f.Set("int", "7"), f.Set("int", "x"), f.Set("none", "1"), f.Lookup("int").Value.(flag.Getter).Get(), f.Lookup("none"))
	f.VisitAll(func(x *flag.Flag) {
		name, usage := flag.UnquoteUsage(x)
		g, ok := x.Value.(flag.Getter)
		fmt.Printf("%s %q %q %q %v", x.Name, name, usage, x.DefValue, ok)
		if ok {
			fmt.Printf(" %T", g.Get())
		}
		fmt.Println()
	})
	f.PrintDefaults()
	for _, g := range []func(){
		func() { f.Parse([]string{"-none"}) }, func() { f.Int("int", 1, "again") }, func() { f.Int("-x", 1, "") }, func() { f.Int("a=b", 1, "") },
		func() { f.Set("late", "1"); f.Int("late", 1, "") },
	} {
		func() {
			defer func() {
				text := fmt.Sprint(recover())
				if at := strings.Index(text, "every.go:"); at >= 0 { // without its folder
					text = text[at:]
				}
				fmt.Println("recovered:", text)
			}()
			g()
		}()
	}
	f.Init("other", flag.ContinueOnError)
	f.Usage = func() { fmt.Println("own usage") }
	fmt.Println(f.Parse([]string{"-x"}), f.Name())
	e := set("angry", flag.ContinueOnError)
	e.Var(&angry{true}, "angry", "panics")
	e.Bool("yes", true, "")
	e.String("empty", "", "`one` and `two`")
	e.PrintDefaults()
	e.Usage = nil
	fmt.Println(e.Parse([]string{"-h"}), e.Output() == os.Stdout)
}

func main() {
	sets()
	os.Args = []string{"prog", "-b", "-i=3", "-i64", "4", "-u", "5", "-u64", "6", "-f", "0.5", "-s", "text", "-d", "2h", "-v", "one", "-t", "1.1.1.1", "-fn", "z", "-bf", "-bv", "-iv", "8", "left", "over"}
	flag.CommandLine = flag.NewFlagSet(os.Args[0], flag.ExitOnError)
	flag.CommandLine.SetOutput(os.Stdout)
	b, i, i64 := flag.Bool("b", false, "b"), flag.Int("i", 0, "i"), flag.Int64("i64", 0, "i64")
	u, u64, x := flag.Uint("u", 0, "u"), flag.Uint64("u64", 0, "u64"), flag.Float64("f", 0, "f")
	s, d := flag.String("s", "", "s"), flag.Duration("d", 0, "d")
	var l list
	var a addr
	var bv bool
	var dv time.Duration
	var fv float64
	var iv int
	var i64v int64
	var sv string
	var uv uint
	var u64v uint64
	flag.Var(&l, "v", "v")
	flag.TextVar(&a, "t", addr{}, "t")
	flag.Func("fn", "fn", func(s string) error { fmt.Println("fn", s); return nil })
	flag.BoolFunc("bf", "bf", func(s string) error { fmt.Println("bf", s); return nil })
	flag.BoolVar(&bv, "bv", false, "")
	flag.DurationVar(&dv, "dv", 1, "")
	flag.Float64Var(&fv, "fv", 2, "")
	flag.IntVar(&iv, "iv", 3, "")
	flag.Int64Var(&i64v, "i64v", 4, "")
	flag.StringVar(&sv, "sv", "5", "")
	flag.UintVar(&uv, "uv", 6, "")
	flag.Uint64Var(&u64v, "u64v", 7, "")
	fmt.Println(flag.Parsed())
	flag.Parse()
	fmt.Println(*b, *i, *i64, *u, *u64, *x, *s, *d, l, a, bv, dv, fv, iv, i64v, sv, uv, u64v)
	fmt.Println(flag.Parsed(), flag.NArg(), flag.Args(), flag.Arg(1), flag.NFlag(), flag.Lookup("i").Value, flag.Set("i", "9"), *i)
	n := 0
	flag.Visit(func(*flag.Flag) { n++ })
	flag.VisitAll(func(*flag.Flag) { n += 100 })
	fmt.Println(n)
	flag.PrintDefaults()
	flag.Usage()
}
