package rand

func fatal(message string) { panic("fatal error: " + message) }
