package log

import (
	"fmt"
	"os"
)

// Print writes v as fmt.Print does.
func (l *Logger) Print(v ...any) { l.print(1, v) }

// Printf writes v after a format.
func (l *Logger) Printf(format string, v ...any) { l.printf(1, format, v) }

// Println writes v as fmt.Println does.
func (l *Logger) Println(v ...any) { l.println(1, v) }

// Fatal is Print and then os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.print(1, v)
	os.Exit(1)
}

// Fatalf is Printf and then os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.printf(1, format, v)
	os.Exit(1)
}

// Fatalln is Println and then os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.println(1, v)
	os.Exit(1)
}

// Panic is Print and then a panic with the text.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf and then a panic with the text.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println and then a panic with the text.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

// Print writes v as fmt.Print does.
func Print(v ...any) { std.print(1, v) }

// Printf writes v after a format.
func Printf(format string, v ...any) { std.printf(1, format, v) }

// Println writes v as fmt.Println does.
func Println(v ...any) { std.println(1, v) }

// Fatal is Print and then os.Exit(1).
func Fatal(v ...any) {
	std.print(1, v)
	os.Exit(1)
}

// Fatalf is Printf and then os.Exit(1).
func Fatalf(format string, v ...any) {
	std.printf(1, format, v)
	os.Exit(1)
}

// Fatalln is Println and then os.Exit(1).
func Fatalln(v ...any) {
	std.println(1, v)
	os.Exit(1)
}

// Panic is Print and then a panic with the text.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.Output(2, s)
	panic(s)
}

// Panicf is Printf and then a panic with the text.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.Output(2, s)
	panic(s)
}

// Panicln is Println and then a panic with the text.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.Output(2, s)
	panic(s)
}
