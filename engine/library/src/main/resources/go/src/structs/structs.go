// Package structs has marks that change properties of struct types.
package structs

// HostLayout marks a struct whose fields lie as those of the host's C compiler; here all structs do.
type HostLayout struct{ _ mark }

type mark struct{}
