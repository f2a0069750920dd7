package io

// LimitReader gives a Reader of n bytes of r at most.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// LimitedReader reads from R; N is the number of bytes left.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	n, err = l.R.Read(p[:min(int64(len(p)), l.N)])
	l.N -= int64(n)
	return n, err
}

// SectionReader reads a part of a ReaderAt.
type SectionReader struct {
	r         ReaderAt
	begin, at int64
	end       int64
	size      int64 // as asked for; the end may be cut at the largest offset
}

// NewSectionReader gives a reader of n bytes of r from the offset off.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	end := off + n
	if off > maxOffset-n {
		end = maxOffset
	}
	return &SectionReader{r, off, off, end, n}
}

const maxOffset = 1<<63 - 1

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.at >= s.end {
		return 0, EOF
	}
	n, err = s.r.ReadAt(p[:min(int64(len(p)), s.end-s.at)], s.at)
	s.at += int64(n)
	return n, err
}

// Seek is Seeker's, with offsets in the section.
func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.begin
	case SeekCurrent:
		offset += s.at
	case SeekEnd:
		offset += s.end
	default:
		return 0, errWhence
	}
	if offset < s.begin {
		return 0, errOffset
	}
	s.at = offset
	return offset - s.begin, nil
}

// ReadAt is ReaderAt's, with offsets in the section.
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.begin
	room := s.end - off
	if int64(len(p)) <= room {
		return s.r.ReadAt(p, off)
	}
	n, err = s.r.ReadAt(p[:room], off)
	if err == nil {
		err = EOF
	}
	return n, err
}

// Size gives the section's length.
func (s *SectionReader) Size() int64 { return s.end - s.begin }

// Outer gives what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.begin, s.size }

// OffsetWriter writes to a WriterAt from a given offset on.
type OffsetWriter struct {
	w         WriterAt
	begin, at int64
}

// NewOffsetWriter gives a writer to w from the offset off on.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.at)
	o.at += int64(n)
	return n, err
}

// WriteAt is WriterAt's, with offsets from the beginning.
func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.begin+off)
}

// Seek is Seeker's; there is no end to count from.
func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += o.begin
	case SeekCurrent:
		offset += o.at
	default:
		return 0, errWhence
	}
	if offset < o.begin {
		return 0, errOffset
	}
	o.at = offset
	return offset - o.begin, nil
}

type tee struct {
	r Reader
	w Writer
}

// TeeReader gives a Reader that writes to w what it reads from r.
func TeeReader(r Reader, w Writer) Reader { return &tee{r, w} }

func (t *tee) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if m, writeErr := t.w.Write(p[:n]); writeErr != nil {
			return m, writeErr
		}
	}
	return n, err
}

type plainCloser struct{ Reader }

func (plainCloser) Close() error { return nil }

type copyingCloser struct{ Reader }

func (copyingCloser) Close() error { return nil }

func (c copyingCloser) WriteTo(w Writer) (n int64, err error) { return c.Reader.(WriterTo).WriteTo(w) }

// NopCloser gives r a Close that does nothing.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return copyingCloser{r}
	}
	return plainCloser{r}
}

type chain struct{ rest []Reader }

// nothing is a Reader at its end.
type nothing struct{}

func (nothing) Read([]byte) (int, error) { return 0, EOF }

// MultiReader gives a Reader of readers one behind the other.
func MultiReader(readers ...Reader) Reader {
	return &chain{append([]Reader(nil), readers...)}
}

func (c *chain) Read(p []byte) (n int, err error) {
	for len(c.rest) > 0 {
		if len(c.rest) == 1 {
			// A chain of chains is flattened, so that long ones stay fast.
			if inner, ok := c.rest[0].(*chain); ok {
				c.rest = inner.rest
				continue
			}
		}
		n, err = c.rest[0].Read(p)
		if err == EOF {
			c.rest[0] = nothing{} // the list may be another chain's too
			c.rest = c.rest[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(c.rest) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

// WriteTo copies all that is left to w.
func (c *chain) WriteTo(w Writer) (sum int64, err error) {
	return c.copyTo(w, make([]byte, 32<<10))
}

func (c *chain) copyTo(w Writer, buf []byte) (sum int64, err error) {
	for i, r := range c.rest {
		var n int64
		if inner, ok := r.(*chain); ok {
			n, err = inner.copyTo(w, buf)
		} else {
			n, err = transfer(w, r, buf)
		}
		sum += n
		if err != nil {
			c.rest = c.rest[i:]
			return sum, err
		}
		c.rest[i] = nil
	}
	c.rest = nil
	return sum, nil
}

type fan struct{ writers []Writer }

// MultiWriter gives a Writer to all of writers, in turn.
func MultiWriter(writers ...Writer) Writer {
	var all []Writer
	for _, w := range writers {
		if inner, ok := w.(*fan); ok {
			all = append(all, inner.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &fan{all}
}

func (f *fan) Write(p []byte) (n int, err error) {
	for _, w := range f.writers {
		n, err = w.Write(p)
		if err == nil && n != len(p) {
			err = ErrShortWrite
		}
		if err != nil {
			return n, err
		}
	}
	return len(p), nil
}

func (f *fan) WriteString(s string) (n int, err error) {
	var bytes []byte
	for _, w := range f.writers {
		if direct, ok := w.(StringWriter); ok {
			n, err = direct.WriteString(s)
		} else {
			if bytes == nil {
				bytes = []byte(s)
			}
			n, err = w.Write(bytes)
		}
		if err == nil && n != len(s) {
			err = ErrShortWrite
		}
		if err != nil {
			return n, err
		}
	}
	return len(s), nil
}
