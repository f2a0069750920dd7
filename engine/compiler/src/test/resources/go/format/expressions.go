package p

var (
	_ = a+b*c
	_ = a*b+c*d<<2
	_ = f(a+b,c*d+e)
	_ = x[i+1:j]
	_ = x[i+1:]
	_ = x[a : b+c : d]
	_ = -a - -b+ +c
	_ = a&^b|c& ^d
	_ = a / *p
	_ = !ok&&(a==b||c!=d)
	_ = (<-chan int)(nil)
	_ = func(a int)int{return a*a}
	_ = []int{1,2,
3,4}
	_ = map[string]int{"a":1,
		"long key":2, // two
		"c":3,
	}
	_ = T{x:1,y:2}
	_ = [...]string{2:"b",  4 : "d"}
	_ = &point{ 1,2 }
	_ = x.(T).y.z(1)(2)[3]
	_ = 0X1F+0B11+0O17+1E3+0x1P-2+0123i
	_ = call(1,
2,
func(){
done()
},
)
	_ = builder.
first(). second(
	1).
		third()
	_ = a+
b+
	c
	_ = Max[int,string](1,"a")
	_ = struct{a int;b string}{1,"x"}
	_ = []struct{a,b int}{{1,2},{3,4}}
)
