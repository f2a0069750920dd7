package p
func b[a struct { a; *c; I map[interface { error; m()  }]g } | struct {  }](P [(map[a]f)(1[`r`])]bool, Q ...*<-chan interface { a(P ...c, I U) P; Q()  }) [I[:]]panic {

}
var c, c = a()
func Q[U comparable, y nil](Q ...chan map[U]interface { T(c U, x _) ; delete | recover | m; comparable }, m ...Q)  {
make(b(c, b, complex128) == "s" != b, c)
fallthrough
}
