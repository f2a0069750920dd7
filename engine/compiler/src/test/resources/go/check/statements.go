package statements

func two() (int, string) { return 1, "" }

func missing() int { // a result and a way to the end
	for {
		break
	}
} // want MISSING_RETURN "missing return"

func ends(x int) int {
	switch {
	case x > 0:
		return 1
	default:
		panic("no")
	}
}

func forever() int {
L:
	for {
		for {
			continue L
		}
	}
}

func returns() (int, string) {
	if true {
		return 1 // want RESULT_COUNT "not enough return values\n\thave \(number\)\n\twant \(int, string\)"
	}
	return 1, "", 2 // want RESULT_COUNT "too many return values"
}

func shadow() (err error) {
	{
		err := error(nil)
		_ = err
		return // want SHADOWED_RESULT "result parameter err not in scope at return"
	}
}

func variables() {
	unused := 1 // want UNUSED_VARIABLE "declared and not used: unused"
	var assigned int // want UNUSED_VARIABLE "declared and not used: assigned"
	assigned = 2
	captured := 3
	func() { _ = captured }()
	a, b := two()
	a, b := two() // want NO_NEW_VARIABLE "no new variables on left side of :="
	_, _ = a, b
	x, y := 1 // want ASSIGNMENT_COUNT "assignment mismatch: 2 variables but 1 value"
	_, _ = x, y
	z := two() // want ASSIGNMENT_COUNT "assignment mismatch: 1 variable but two returns 2 values"
	_ = z
	1 + 2 // want UNUSED_VALUE "is not used"
	two()
	"a"[0] = 1 // want NOT_ADDRESSABLE "cannot assign to"
	m := map[string]struct{ f int }{}
	m["a"].f = 1 // want NOT_ADDRESSABLE "cannot assign to struct field m\[.a.\].f in map"
	var s string = 1 // want NOT_ASSIGNABLE "cannot use 1 \(untyped int constant\) as string value in variable declaration"
	s++ // want UNDEFINED_OPERATOR "non-numeric type string"
	_ = two // a function value
	_ = nil // want UNTYPED_NIL "use of untyped nil in assignment"
}

func labels() {
Unused: // want BAD_LABEL "label Unused defined and not used"
	for {
		break Nowhere // want BAD_LABEL "break label not defined: Nowhere"
	}
	goto Over // want BAD_LABEL "goto Over jumps over declaration of v"
	v := 1
	_ = v
Over:
	goto In // want BAD_LABEL "goto In jumps into block"
	{
	In:
	}
	continue // want MISPLACED_BRANCH "continue is not in a loop"
}

func switches(x int, i interface{}) {
	switch x {
	case 1, 2:
		fallthrough
	case 2: // want DUPLICATE_CASE "duplicate case 2 .*in expression switch"
	case "a": // want MISMATCHED_TYPES "cannot convert .a. .untyped string constant. to type int"
		fallthrough // want MISPLACED_BRANCH "cannot fallthrough final case in switch"
	}
	switch v := i.(type) { // want UNUSED_VARIABLE "v declared and not used"
	case int:
	case int: // want DUPLICATE_CASE "duplicate case int in type switch"
	}
	switch x.(type) { // want BAD_ASSERTION "x \(variable of type int\) is not an interface"
	}
	switch {
	default:
	default: // want DUPLICATE_CASE "multiple defaults"
	}
	if x { // want BAD_CONDITION "non-boolean condition in if statement"
	}
}

func loops(ch chan<- int) {
	for i := range 3 {
		_ = i
	}
	for range 1.5 { // want BAD_RANGE "cannot range over 1.5"
	}
	for a, b := range 10 { // want BAD_RANGE "permits only one iteration variable"
		_, _ = a, b
	}
	for range ch { // want BAD_RANGE "receive from send-only channel"
	}
	for k, v := range func(yield func(string, int) bool) {} {
		var s string = k
		var n int = v
		_, _ = s, n
	}
	defer 1 // want BAD_GO_OR_DEFER "expression in defer must be function call"
	go int(3) // want BAD_GO_OR_DEFER "go requires function call, not conversion"
	defer recover()
	<-ch // want BAD_CHANNEL_OPERATION "cannot receive from send-only channel"
	ch <- "a" // want NOT_ASSIGNABLE "cannot use .a. \(untyped string constant\) as int value in send"
}
