package declarations

var a, a2 = 1, 2
var a int // want DUPLICATE_DECLARATION "a redeclared in this block"

const c1 = later
const later = 5
const c2 = a // want NOT_CONSTANT "a \(variable of type int\) is not constant"
const (
	k0 = iota * 10
	k1
	k2, k3 = iota, iota // a new list
)
const big = 1 << 600 // want CONSTANT_OVERFLOW "constant shift overflow"
const outside = k2 + k1

var arr [k1]string
var bad [a]int       // want BAD_ARRAY_LENGTH "invalid array length a"
var worse [-1]int    // want BAD_ARRAY_LENGTH "invalid array length -1"
var frac [1.5]int    // want BAD_ARRAY_LENGTH "must be integer"
var key map[[]int]bool // want BAD_MAP_KEY "invalid map key type \[\]int"

type direct struct { // want INVALID_RECURSIVE_TYPE "invalid recursive type: direct refers to itself"
	d direct
}
type first struct { // want INVALID_RECURSIVE_TYPE "invalid recursive type first"
	s [2]second
}
type second struct{ f first }
type fine struct {
	next *fine
	all  []fine
	by   map[string]fine
}
type alias1 = alias2 // want INVALID_RECURSIVE_TYPE "invalid recursive type"
type alias2 = alias1

type twice struct {
	x int
	x string // want DUPLICATE_FIELD "x redeclared"
}

func (t twice) m() {}
func (t *twice) m() {} // want DUPLICATE_METHOD "method twice.m already declared"
func (t twice) x()  {} // want DUPLICATE_METHOD "field and method with the same name x"
func (i int) m()    {} // want BAD_RECEIVER "cannot define new methods on non-local type int"

var init = 1 // want BAD_MAIN_OR_INIT "cannot declare init - must be func"

func init(x int) {} // want BAD_MAIN_OR_INIT "func init must have no arguments and no return values"

var p = q // want INITIALIZATION_CYCLE "initialization cycle"
var q = r()

func r() int { return p }

var unknown nowhere // want UNDEFINED "undefined: nowhere"
var notType a2      // want NOT_A_TYPE "a2 .* is not a type"
var iotaOut = iota  // want IOTA_OUTSIDE_CONST "cannot use iota outside constant declaration"
var nilVar = nil    // want UNTYPED_NIL "use of untyped nil in variable declaration"
