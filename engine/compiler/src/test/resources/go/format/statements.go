package p

func f(a []int, m map[string]int, c chan int) (int, error) {
if x:=a[0];x>0{ return x, nil }else if (x<0) {
		return -x,nil
} else { x = 0 }
for i:=0;i<10;i++{ a[i]++ }
for ;; { break }
for range 3 {}
for k := range m { _=k }
outer: for {
	inner:
	switch y:=a[1]; { case y==1, y==2: fallthrough
	default:
		continue outer
	case y>3:

		break inner
	}
}
switch z := any(a).(type) {
case int,string: _=z
case nil:
	// nothing
}
select { case v:=<-c: _=v
case c<-1:
 default: }
select {}
go func(){ c<-1 }()
defer   close( c )
goto end
var (
 q int
 rr = 2
)
const k = 1
func() { q=rr }()
{
 ;
 q--
}
end:
return a[0]*2+a[1], nil
}
