package main

import "strings"

func init() {
	kernels["words"] = func() func() int {
		s := prose(8 << 20)
		return func() int { return wordsOf(s) }
	}
	kernels["hash"] = func() func() int {
		s := prose(16 << 20)
		return func() int {
			h := uint32(2166136261)
			for i := 0; i < len(s); i++ {
				h = (h ^ uint32(s[i])) * 16777619
			}
			return int(h)
		}
	}
	kernels["equal20"] = func() func() int { return equals(20) }
	kernels["equal500"] = func() func() int { return equals(500) }
	kernels["concat"] = func() func() int {
		parts := []string{"goroutine ", "running", " on ", "a processor"}
		return func() int {
			n := 0
			for i := range 300000 {
				s := parts[i&3] + parts[i>>2&3] + parts[i>>4&3]
				n += len(s)
			}
			return n
		}
	}
	kernels["bytes"] = func() func() int {
		text := prose(64)
		return func() int {
			n := 0
			for range 300000 {
				b := []byte(text)
				b[3] = 'x'
				text = string(b)
				n += len(text)
			}
			return n
		}
	}
	kernels["ascii"] = func() func() int {
		s := prose(4 << 20)
		return func() int { return runesOf(s) }
	}
	kernels["mixed"] = func() func() int {
		s := strings.Repeat("größer als 日本 или ähnlich ", 80000)
		return func() int { return runesOf(s) }
	}
	kernels["index"] = func() func() int {
		s := prose(4<<20) + "#"
		return func() int {
			at := 0
			for range 30 {
				at += strings.Index(s, "#") + strings.IndexByte(s, '#')
			}
			return at
		}
	}
}

func prose(n int) string {
	r := random(7)
	text := make([]byte, n)
	for i := range text {
		text[i] = 'a' + byte(r.next()>>9&15)
		if r.next()>>7&7 == 0 {
			text[i] = ' '
		}
	}
	return string(text)
}

func wordsOf(s string) int {
	n := 0
	inside := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\n', '\t':
			inside = false
		default:
			if !inside {
				n++
			}
			inside = true
		}
	}
	return n
}

func equals(length int) func() int {
	base := prose(length)
	all := make([]string, 512)
	for i := range all {
		b := []byte(base)
		if i%4 != 0 {
			b[length-1-i%4] = '!'
		}
		all[i] = string(b)
	}
	return func() int {
		n := 0
		for range 1000 {
			for i, s := range all {
				if s == all[(i+4)&511] {
					n++
				}
				if s < base {
					n += 2
				}
			}
		}
		return n
	}
}

func runesOf(s string) int {
	n := 0
	for i, r := range s {
		if r > 'k' {
			n += i & 1
		} else {
			n++
		}
	}
	return n
}
