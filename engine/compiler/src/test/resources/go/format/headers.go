package p

func () x()	// none
func ( /* nobody */ ) y( ) { }
func (a b,c d) z( ) (int){ return 1}
func (
	a, b T,
) w()
func (t *T,) v()

func f() {
	for ; ; x := 1 { _ = x }
	switch main( ) := interface{ }(nil).(type) {
	case int:
	}
	switch x:=f( ); x.y := x.(type) {  }
}
