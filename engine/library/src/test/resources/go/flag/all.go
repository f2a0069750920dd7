package main

import (
	"errors"
	"flag"
	"fmt"
	"math/big"
	"os"
	"time"
)

type list []string

func (l *list) String() string { return fmt.Sprint(*l) }
func (l *list) Set(s string) error {
	if s == "bad" {
		return errors.New("refused")
	}
	*l = append(*l, s)
	return nil
}

func set() *flag.FlagSet {
	f := flag.NewFlagSet("tool", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	f.Bool("v", false, "say more")
	f.Bool("on", true, "is `on`")
	f.Int("n", 5, "a `count` of things")
	f.Int64("i64", 0, "big")
	f.Uint("u", 7, "unsigned\nover two lines")
	f.Uint64("u64", 0, "")
	f.String("name", "x y", "a name")
	f.Float64("f", 1.5, "a float")
	f.Duration("d", time.Second, "how long")
	f.Var(&list{}, "l", "a list")
	f.TextVar(new(big.Int), "big", big.NewInt(12), "any size")
	f.Func("call", "calls", func(s string) error {
		fmt.Println("called", s)
		return nil
	})
	f.BoolFunc("bf", "calls too", func(s string) error {
		fmt.Println("bool func", s)
		return nil
	})
	return f
}

func main() {
	for _, args := range [][]string{
		{}, {"-v", "rest", "-n"}, {"--v=false", "-n", "0x10", "--", "-v"}, {"-n=abc"}, {"-n"}, {"-x"}, {"-v=maybe"}, {"-"}, {"---v"}, {"-=v"}, {"-h"},
		{"-i64=-9", "-u=3", "-u64", "18446744073709551615", "-name", "", "-f", "1e3", "-d", "1h2m", "-l", "a", "-l=b", "-big", "99999999999999999999", "-call=q", "-bf", "-on=f"},
		{"-u=-1"}, {"-f=x"}, {"-d=5"}, {"-l=bad"}, {"-i64=99999999999999999999"}, {"-big=z"},
	} {
		f := set()
		err := f.Parse(args)
		fmt.Printf("%q: %v; rest %q %d %q; parsed %v\n", args, err, f.Args(), f.NArg(), f.Arg(0), f.Parsed())
		f.Visit(func(x *flag.Flag) { fmt.Print(x.Name, "=", x.Value, " ") })
		fmt.Println(f.NFlag())
	}
	f := set()
	f.PrintDefaults()
	f.VisitAll(func(x *flag.Flag) {
		name, usage := flag.UnquoteUsage(x)
		fmt.Printf("%s %q %q %q\n", x.Name, name, usage, x.DefValue)
	})
	fmt.Println(f.Set("n", "3"), f.Set("none", "1"), f.Lookup("n").Value.(flag.Getter).Get(), f.Lookup("none"), f.Name(), f.ErrorHandling() == flag.ContinueOnError, f.Output() == os.Stdout)
	for _, name := range []string{"n", "-a", "a=b"} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f.Bool(name, false, "")
		}()
	}
	f.Init("other", flag.PanicOnError)
	f.Usage = func() { fmt.Println("own usage") }
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		f.Parse([]string{"-zzz"})
	}()
	fmt.Println(flag.ErrHelp, flag.NFlag(), flag.Parsed())
}
