package p
import . "unsafe"
type g = interface { U(g **complex128, b ...Q) a }
type m[f interface { comparable; ~[]I | [`r`]I | c; struct { f; *Q } | ~map[c]I }, a **[T]Q | ~*[]U] = P
