package corpus

const a = a // want INITIALIZATION_CYCLE "initialization cycle: a refers to itself"

const (
	b = c + 1 // want INITIALIZATION_CYCLE "initialization cycle for b"
	c = b
)
