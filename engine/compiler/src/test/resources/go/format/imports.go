package p

import (
	b /* one */ "b"
	a /* two */ "a" // three
)
import (
	c /* one */ "c"
)
import (
	e /* one */ /* two */ "e"
	d "d"
)
import (
	h /* one */ "h"; g /* two */ "g"
)
