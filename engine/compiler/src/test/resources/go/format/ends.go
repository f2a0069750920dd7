package p

import (
"os"
"fmt"
// a

// b

)

import (
"io"
// "log"
)

func f() {
if true {
} else {
L:

}
for {
M:
// c

}
{
N:


;
}
{O:;

}
{
x:=1

}
}
