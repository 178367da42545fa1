package echarts

import "strings"

// segment is one command of a path with its numbers, not rounded yet.
type segment struct {
	command byte
	args    []string
}

// roundPath rewrites the data of a path with rounded numbers. It reads the
// whole grammar instead of replacing numbers where they stand: the flags of an
// arc may touch the number after them. It reports false for anything that is
// not a path, NaN included.
func roundPath(d string) (string, bool) {
	segments, ok := parsePath(d)
	if !ok {
		return "", false
	}
	decimals := lengthDecimals
	if hasFullCircle(segments) {
		decimals = factorDecimals
	}
	var out strings.Builder
	for _, seg := range segments {
		for i, arg := range seg.args {
			if seg.args[i], ok = roundNumber(arg, decimals); !ok {
				return "", false
			}
		}
		out.WriteByte(seg.command)
		out.WriteString(strings.Join(seg.args, " "))
	}
	return out.String(), true
}

func parsePath(d string) ([]segment, bool) {
	var out []segment
	for d = trimSeparators(d); d != ""; {
		command := d[0]
		if arity(command) < 0 || len(out) == 0 && lower(command) != 'm' {
			return nil, false
		}
		args, rest, ok := pathNumbers(command, d[1:])
		if !ok {
			return nil, false
		}
		out = append(out, segment{command, args})
		d = rest
	}
	return out, true
}

// pathNumbers reads the numbers after a command and returns what follows them.
func pathNumbers(command byte, d string) (args []string, rest string, ok bool) {
	want := arity(command)
	for d = trimSeparators(d); d != "" && !isLetter(d[0]); {
		length := numberLength(command, len(args), d)
		if length == 0 || want == 0 {
			return nil, "", false
		}
		args = append(args, d[:length])
		d = trimSeparators(d[length:])
	}
	if want == 0 {
		return nil, d, true
	}
	return args, d, len(args) > 0 && len(args)%want == 0
}

// arity is how many numbers each path command takes, -1 for an unknown one.
func arity(command byte) int {
	switch lower(command) {
	case 'm', 'l', 't':
		return 2
	case 'h', 'v':
		return 1
	case 'c':
		return 6
	case 's', 'q':
		return 4
	case 'a':
		return 7
	case 'z':
		return 0
	}
	return -1
}

// numberLength is how many bytes of d the next number takes; 0 if none starts.
func numberLength(command byte, index int, d string) int {
	isFlag := lower(command) == 'a' && (index%7 == 3 || index%7 == 4)
	if !isFlag {
		return len(numberPattern.FindString(d))
	}
	if d[0] == '0' || d[0] == '1' {
		return 1
	}
	return 0
}

func trimSeparators(s string) string {
	return strings.TrimLeft(s, " ,\t\r\n")
}

func isLetter(b byte) bool {
	return lower(b) >= 'a' && lower(b) <= 'z'
}

// lower returns an ASCII letter in lower case, and other bytes as something
// that is not a letter.
func lower(b byte) byte {
	return b | 0x20
}
