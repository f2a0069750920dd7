package fnv

import "hash"

func (s *sum32) Sum32() uint32        { return uint32(*s) }
func (s *sum32) Reset()               { *s = offset32 }
func (s *sum32) Size() int            { return 4 }
func (s *sum32) BlockSize() int       { return 1 }
func (s *sum32) Sum(in []byte) []byte { return bigEndian(in, uint64(*s), 4) }

func (s *sum32) AppendBinary(b []byte) ([]byte, error) {
	return bigEndian(mark(b, 1), uint64(*s), 4), nil
}

func (s *sum32) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32) UnmarshalBinary(data []byte) error {
	var w [1]uint64
	if err := state(data, 1, w[:], 4); err != nil {
		return err
	}
	*s = sum32(w[0])
	return nil
}

func (s *sum32) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum32a) Sum32() uint32        { return uint32(*s) }
func (s *sum32a) Reset()               { *s = offset32 }
func (s *sum32a) Size() int            { return 4 }
func (s *sum32a) BlockSize() int       { return 1 }
func (s *sum32a) Sum(in []byte) []byte { return bigEndian(in, uint64(*s), 4) }

func (s *sum32a) AppendBinary(b []byte) ([]byte, error) {
	return bigEndian(mark(b, 2), uint64(*s), 4), nil
}

func (s *sum32a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32a) UnmarshalBinary(data []byte) error {
	var w [1]uint64
	if err := state(data, 2, w[:], 4); err != nil {
		return err
	}
	*s = sum32a(w[0])
	return nil
}

func (s *sum32a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum64) Sum64() uint64        { return uint64(*s) }
func (s *sum64) Reset()               { *s = offset64 }
func (s *sum64) Size() int            { return 8 }
func (s *sum64) BlockSize() int       { return 1 }
func (s *sum64) Sum(in []byte) []byte { return bigEndian(in, uint64(*s), 8) }

func (s *sum64) AppendBinary(b []byte) ([]byte, error) {
	return bigEndian(mark(b, 3), uint64(*s), 8), nil
}

func (s *sum64) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum64) UnmarshalBinary(data []byte) error {
	var w [1]uint64
	if err := state(data, 3, w[:], 8); err != nil {
		return err
	}
	*s = sum64(w[0])
	return nil
}

func (s *sum64) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum64a) Sum64() uint64        { return uint64(*s) }
func (s *sum64a) Reset()               { *s = offset64 }
func (s *sum64a) Size() int            { return 8 }
func (s *sum64a) BlockSize() int       { return 1 }
func (s *sum64a) Sum(in []byte) []byte { return bigEndian(in, uint64(*s), 8) }

func (s *sum64a) AppendBinary(b []byte) ([]byte, error) {
	return bigEndian(mark(b, 4), uint64(*s), 8), nil
}

func (s *sum64a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum64a) UnmarshalBinary(data []byte) error {
	var w [1]uint64
	if err := state(data, 4, w[:], 8); err != nil {
		return err
	}
	*s = sum64a(w[0])
	return nil
}

func (s *sum64a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum128) Reset()         { *s = sum128{offset128H, offset128L} }
func (s *sum128) Size() int      { return 16 }
func (s *sum128) BlockSize() int { return 1 }

func (s *sum128) Sum(in []byte) []byte {
	return bigEndian(bigEndian(in, s[0], 8), s[1], 8)
}

func (s *sum128) AppendBinary(b []byte) ([]byte, error) { return s.Sum(mark(b, 5)), nil }

func (s *sum128) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum128) UnmarshalBinary(data []byte) error {
	return state(data, 5, s[:], 8)
}

func (s *sum128) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum128a) Reset()         { *s = sum128a{offset128H, offset128L} }
func (s *sum128a) Size() int      { return 16 }
func (s *sum128a) BlockSize() int { return 1 }

func (s *sum128a) Sum(in []byte) []byte {
	return bigEndian(bigEndian(in, s[0], 8), s[1], 8)
}

func (s *sum128a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(mark(b, 6)), nil }

func (s *sum128a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum128a) UnmarshalBinary(data []byte) error {
	return state(data, 6, s[:], 8)
}

func (s *sum128a) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}
