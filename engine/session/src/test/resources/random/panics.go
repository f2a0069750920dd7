func outR(r any) {
	switch r := r.(type) {
	case nil:
		println("no panic")
	case error:
		println("error", r.Error())
	case string:
		println("string", r)
	case int:
		println("int", r)
	default:
		println("other")
	}
}
