package progress

import "strings"

// Correcting reports whether a note is a correction: it says 更正.
func Correcting(note string) bool { return strings.Contains(note, "更正") }
