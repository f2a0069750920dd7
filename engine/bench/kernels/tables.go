package main

import "strconv"

func init() {
	for suffix, n := range map[string]int{"": 200000, "small": 1000} {
		rounds := 200000 / n
		kernels["intinsert"+suffix] = func() func() int {
			return func() int {
				total := 0
				for range rounds {
					m := map[int]int{}
					for i := range n {
						m[i*7919] = i
					}
					total += len(m)
				}
				return total
			}
		}
		kernels["inthit"+suffix] = func() func() int { return lookups(n, rounds*6, 0) }
		kernels["intmiss"+suffix] = func() func() int { return lookups(n, rounds*6, 1) }
		kernels["intwalk"+suffix] = func() func() int {
			m := numbered(n)
			return func() int {
				total := 0
				for range rounds * 5 {
					for k, v := range m {
						total += k ^ v
					}
				}
				return total
			}
		}
		kernels["strcount"+suffix] = func() func() int {
			words := names(n, "w")
			return func() int {
				total := 0
				for range rounds {
					m := map[string]int{}
					for i := range words {
						m[words[i/2]]++
					}
					total += len(m)
				}
				return total
			}
		}
		kernels["strhit"+suffix] = func() func() int { return stringLookups(n, rounds*2, "w") }
		kernels["strmiss"+suffix] = func() func() int { return stringLookups(n, rounds*4, "v") }
	}
}

func numbered(n int) map[int]int {
	m := make(map[int]int)
	for i := range n {
		m[i*7919] = i
	}
	return m
}

func lookups(n, rounds, off int) func() int {
	m := numbered(n)
	return func() int {
		total := 0
		for range rounds {
			for i := range n {
				if v, ok := m[i*7919+off]; ok {
					total += v
				} else {
					total--
				}
			}
		}
		return total
	}
}

func names(n int, prefix string) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = prefix + "ord-" + strconv.Itoa(i*31)
	}
	return all
}

func stringLookups(n, rounds int, prefix string) func() int {
	m := map[string]int{}
	for i, w := range names(n, "w") {
		m[w] = i
	}
	asked := names(n, prefix)
	return func() int {
		total := 0
		for range rounds {
			for _, w := range asked {
				if v, ok := m[w]; ok {
					total += v
				} else {
					total--
				}
			}
		}
		return total
	}
}
