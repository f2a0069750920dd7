package fips140

import "internal/goroutine"

// indicatorMarks are the marks of a goroutine in which the service indicator lies.
const indicatorMarks = 3

func getIndicator() uint8 { return uint8(goroutine.Marks() & indicatorMarks) }

func setIndicator(indicator uint8) { goroutine.SetMarks(indicatorMarks, uint32(indicator)) }

func fatal(message string) { panic("fatal error: " + message) }
