package newer

// Loop is of the module's version.
func Loop() int {
	var p []*int
	for i := 0; i < 3; i++ {
		p = append(p, &i)
	}
	return *p[0]*10 + *p[1]
}
