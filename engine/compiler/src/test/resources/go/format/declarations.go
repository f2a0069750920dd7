package   shapes
import ( "os"
 "fmt"; b "bytes"
	"fmt"

	z "strings" // text
	"errors"
)
const ( a = 1
 long, longer int = 2 ,3 // two
  c
)
const(
  North direction=iota // up
   East
 South // down
)
var( x int
 yy = 3
 zzz, w string="a",  "b"
)
var ()
type direction int
type (
 point struct{x,y int}
 pair[K comparable,V any] struct { key K; value V }
 list[T interface{~int|~string}] []T
 alias = map[string]chan<- int
 empty struct{}
 node struct{ // of a tree
  left,right *node `json:"l"`
  name string // who
  fmt.Stringer

  weight float64 `json:"w"` // how much
 }
 shape interface{ area() float64; fmt.Stringer
  // comment
  ~int|~float64 }
 one interface { m() }
)
func (p *point)move(dx,dy int)(nx,ny int){p.x+=dx;p.y+=dy;return p.x,p.y}
func Map[T,U any](in []T,f func(T)U)[]U{
out:=make([]U,0,len(in))

for _,v:=range in{ out=append(out,f(v)) }


return out}
func variadic(first string, rest ...interface{}) (func(int,string)error,<-chan int){ return nil,nil }
func outside()
func many(
 a int, b string,
 c float64) { }
