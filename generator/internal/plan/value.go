package plan

import "jindu/generator/internal/diag"

// Value is something read from a data file together with the place it was read
// from. The zero Value means "not given": it differs from an empty or zero V.
type Value[T any] struct {
	V  T
	At diag.Range
}

// Given reports whether the value was written in a file.
func (v Value[T]) Given() bool { return !v.At.IsZero() }

// String is text with its place.
type String = Value[string]

// Int is a whole number with its place.
type Int = Value[int]

// DateValue is a date with its place.
type DateValue = Value[Date]

// PeriodValue is a period with its place.
type PeriodValue = Value[Period]

// NumberValue is a decimal number with its place.
type NumberValue = Value[Number]
