package p

func f() (r [1 << 20]) {}

type t func() (a.b [2])

func g() (r [f()]) { return }
