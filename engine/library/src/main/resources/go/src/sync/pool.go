package sync

import "unsafe"

// Pool keeps values that are not in use for use again. What it holds may vanish at any time: it outlives one collection of garbage, not two.
type Pool struct {
	_      noCopy
	shards [shardCount]poolShard

	// New makes a value where there is none to be used again; may be nil.
	New func() any
}

const shardCount = 8

// poolShard is what goroutines on the same Ps share.
type poolShard struct {
	lock   Mutex
	cycle  uint32 // number of collections when fresh was begun
	first  any    // what was given to the empty shard, and is taken first
	fresh  []any
	victim []any // survived one collection
	_      [128 - unsafe.Sizeof(Mutex{}) - 4 - 8*unsafe.Sizeof(uintptr(0))]byte
}

// processor returns the number of the P that the caller is on at the moment.
func processor() int32

// collections returns how many collections there were.
func collections() uint32

func (s *poolShard) age() {
	now := collections()
	if s.cycle == now {
		return
	}
	if s.first != nil {
		s.fresh = append(s.fresh, s.first)
		s.first = nil
	}
	if now-s.cycle > 1 {
		s.fresh = nil
	}
	s.victim, s.fresh = s.fresh, nil
	s.cycle = now
}

// Put gives x to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	s := &p.shards[processor()%shardCount]
	s.lock.Lock()
	s.age()
	if s.first == nil {
		s.first = x
	} else {
		s.fresh = append(s.fresh, x)
	}
	s.lock.Unlock()
}

// Get takes any value from the pool, else what p.New returns, else nil.
func (p *Pool) Get() any {
	at := int(processor())
	for i := range shardCount {
		s := &p.shards[(at+i)%shardCount]
		if i > 0 && s.first == nil && len(s.fresh) == 0 && len(s.victim) == 0 {
			continue
		}
		s.lock.Lock()
		s.age()
		x := s.first
		s.first = nil
		if x == nil {
			x = take(&s.fresh)
		}
		if x == nil {
			x = take(&s.victim)
		}
		s.lock.Unlock()
		if x != nil {
			return x
		}
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

func take(from *[]any) any {
	list := *from
	n := len(list)
	if n == 0 {
		return nil
	}
	x := list[n-1]
	list[n-1] = nil
	*from = list[:n-1]
	return x
}
