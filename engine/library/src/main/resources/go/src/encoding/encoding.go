// Package encoding names how values write themselves as bytes or text and read themselves back.
package encoding

// BinaryMarshaler writes itself as bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler reads itself from what MarshalBinary gave; it must copy data that it keeps.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender appends itself as bytes to b.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler writes itself as UTF-8 text.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler reads itself from what MarshalText gave; it must copy text that it keeps.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender appends itself as UTF-8 text to b.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
