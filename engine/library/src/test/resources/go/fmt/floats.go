// Floats under each verb with many flags, widths and precisions: samples, and all as one number.
package main

import (
	"fmt"
	"math"
)

func main() {
	vs := []float64{0, 1, -1, 1.5, -2.25, 1e100, -1e-7, 123456.789, math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1)}
	flags := []string{"", "+", "-", " ", "0", "#", "+0", "-0", " 0", "+#", "# ", "+-", "#0", "+ "}
	sizes := []string{"", "8", "12.3", ".2", ".0", "1.", "20.10"}
	verbs := "vgGeEfFbxX"
	h := uint64(14695981039346656037)
	n := 0
	for _, v := range vs {
		for _, f := range flags {
			for _, s := range sizes {
				for _, c := range verbs {
					t := fmt.Sprintf("%"+f+s+string(c), v) + "|" + fmt.Sprintf("%"+f+s+string(c), float32(v)) + fmt.Sprintf("%"+f+s+string(c), complex(v, -v))
					for i := 0; i < len(t); i++ {
						h = (h ^ uint64(t[i])) * 1099511628211
					}
					n++
					if n%97 == 0 {
						fmt.Println(f, s, string(c), t)
					}
				}
			}
		}
	}
	fmt.Println(n, h)
}
