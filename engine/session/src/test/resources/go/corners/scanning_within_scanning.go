// Scanners that scan from the state they are given, formats that end early, and chains of readers that share one.
package main

import (
	"fmt"
	"io"
	"strings"
)

type pair struct {
	n int
	s string
}

func (p *pair) Scan(st fmt.ScanState, verb rune) error {
	if _, err := fmt.Fscan(st, &p.n); err != nil {
		return err
	}
	tok, err := st.Token(true, nil)
	p.s = string(tok)
	return err
}

type outer struct{ a, b pair }

func (o *outer) Scan(st fmt.ScanState, verb rune) error {
	w, ok := st.Width()
	fmt.Println("width", w, ok)
	n, err := fmt.Fscan(st, &o.a)
	fmt.Println(n, err)
	n, err = fmt.Fscanf(st, "%3v", &o.b)
	fmt.Println(n, err)
	return err
}

type bytesOnly struct{ io.Reader }

func main() {
	for _, in := range []string{"12abcd", "1a b", "12", "", "12\nab cd", "7x 8y9 rest", "7x  8yz rest"} {
		for k := 0; k < 2; k++ {
			var r io.Reader = strings.NewReader(in)
			if k == 1 {
				r = bytesOnly{r}
			}
			var p pair
			var s string
			n, err := fmt.Fscanf(r, "%4v%s", &p, &s)
			fmt.Printf("%q %v %q %v %v\n", in, p, s, n, err)
			var o outer
			n, err = fmt.Sscan(in, &o, &s)
			fmt.Printf("%q %v %q %v %v\n", in, o, s, n, err)
			n, err = fmt.Sscanf(in, "%7v%s", &o, &s)
			fmt.Printf("%q %v %q %v %v\n", in, o, s, n, err)
			n, err = fmt.Sscanln(in, &o, &s)
			fmt.Printf("%q %v %q %v %v\n", in, o, s, n, err)
		}
	}
	fmt.Printf("%.", 3)
	fmt.Printf("|%5.", 3)
	fmt.Printf("|%[1].", 3)
	fmt.Printf("|%.[1]", 3)
	fmt.Printf("|%.*", 3, 4)
	fmt.Printf("|%-", 3)
	fmt.Printf("|%5", 3)
	fmt.Printf("|%[1]", 3)
	fmt.Printf("|%.5", 3)
	fmt.Printf("|%")
	fmt.Println()
	r1, r2 := strings.NewReader("123"), strings.NewReader("45678")
	m1 := io.MultiReader(r1, r2)
	m2 := io.MultiReader(m1)
	buf := make([]byte, 4)
	for _, m := range []io.Reader{m2, m1, m2, m1} {
		n, err := io.ReadFull(m, buf)
		fmt.Println(string(buf[:n]), err)
	}
}
