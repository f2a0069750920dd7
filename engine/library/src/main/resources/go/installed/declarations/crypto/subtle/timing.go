package subtle

// The engine has no mode in which instructions take the same time for all data.
func setDITEnabled() bool { return false }

func setDITDisabled() {}
