package main
import "errors"
func a() int { }
func b() int { if true { return 1 } }
func c() int { for { break } }
func d() int { for true { } }
func e() int { switch 1 { case 1: return 1 } }
func f() (int, error) { return 1 }
func g() (int, error) { return }
func h() { return 1 }
func i() int { return }
func j() int { return 1, nil }
func k() int { return "a" }
func l() string { return 1 }
func m() (x int, err error) { { err := errors.New("a"); return } }
func n() error { return "bad" }
func o() (int, string) { return "a", 1 }
func p() int { return nil }
func q() *int { return 0 }
func r() []int { return []string{} }
func s() bool { return 1 == 1.5 }
func t() (a int, b string) { return f() }
func u() func() { return func() int { return 1 } }
func v() func(int) int { return func(x int) { } }
func w() int { defer recover(); goto L; L: }
func x() int { if true { return 1 } else { } }
func y() int { panic(1) }
func z() int { L: for { break L } }
func main() { a := func() int { }; _ = a; return }
