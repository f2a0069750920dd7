package testing

import "sync/atomic"

// CoverBlock is a stretch of code for RegisterCover.
type CoverBlock struct {
	Line0 uint32
	Col0  uint16
	Line1 uint32
	Col1  uint16
	Stmts uint16
}

// Cover is what a program tells of the code whose runs it counts, by file.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// covered is what RegisterCover was told last.
var covered Cover

// RegisterCover says where a program counts its own runs. Nothing counts by itself.
func RegisterCover(c Cover) { covered = c }

// CoverMode returns how runs are counted, "" where they are not.
func CoverMode() string { return covered.Mode }

// Coverage returns which part of the statements was run, 0 where that is not counted.
func Coverage() float64 {
	var ran, all int64
	for file, counters := range covered.Counters {
		for i := range counters {
			n := int64(covered.Blocks[file][i].Stmts)
			all += n
			if atomic.LoadUint32(&counters[i]) > 0 {
				ran += n
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(ran) / float64(all)
}
