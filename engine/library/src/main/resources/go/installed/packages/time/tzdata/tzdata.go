// Package tzdata is imported by programs that carry time zones with them. Here they come from the Java platform, which always has them.
package tzdata
