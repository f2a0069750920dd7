package time

import (
	"sync"
	"syscall"
)

// What follows stands in, when Go's own tests run on this package, for what they see of the inside of Go's.

const UnixToInternal = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay

var ErrLocation = errLocation

func ResetLocalOnceForTest() {
	localLocation.once = sync.Once{}
	copyZones(&localLocation, &Location{}, "")
}

func ForceUSPacificForTesting() {
	ResetLocalOnceForTest()
	localLocation.once.Do(initTestingZone)
}

func initTestingZone() {
	pacific, err := LoadLocation("America/Los_Angeles")
	if err != nil {
		panic(err)
	}
	copyZones(&localLocation, pacific, "Local")
}

func disablePlatformSources() (undo func()) {
	before := zoneDirectories
	zoneDirectories = nil
	return func() { zoneDirectories = before }
}

var DisablePlatformSources = disablePlatformSources

func ResetZoneinfoForTesting() {}

func ZoneinfoForTesting() *string {
	if value, ok := syscall.Getenv("ZONEINFO"); ok {
		return &value
	}
	return nil
}

func GetMono(t *Time) int64 { return t.mono }

func SetMono(t *Time, mono int64) { t.mono = mono }

func DaysIn(month Month, year int) int { return daysIn(month, year) }
