package faulty

func F() int { return "text" }
