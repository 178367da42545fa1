package repo

import (
	"bufio"
	"bytes"
	"context"
	"strconv"
	"strings"
)

// Changed tells which lines of the working tree differ from a commit. The zero
// Changed says that nothing does.
type Changed struct {
	lines map[string][]span // by file, relative to the repository's folder
}

// span is a run of lines, counted from 1, both ends included.
type span struct{ from, to int }

// File reports whether any line of the file was added, altered or taken away.
func (c Changed) File(name string) bool {
	_, ok := c.lines[name]
	return ok
}

// Lines reports whether a line from one to the other was added or altered, or
// stands beside one that was taken away.
func (c Changed) Lines(name string, from, to int) bool {
	for _, s := range c.lines[name] {
		if from <= s.to && s.from <= to {
			return true
		}
	}
	return false
}

// Changed compares the working tree below the given folders with a commit. Files
// that git does not know yet count as new.
func (r *Repo) Changed(ctx context.Context, commit string, folders ...string) (Changed, error) {
	args := []string{"-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv",
		"--no-renames", "--relative", "--src-prefix=a/", "--dst-prefix=b/", commit, "--"}
	patch, err := r.git(ctx, nil, append(args, folders...)...)
	if err != nil {
		return Changed{}, err
	}
	c := Changed{lines: parsePatch(patch)}
	fresh, err := r.git(ctx, nil, append([]string{"ls-files", "--others", "--exclude-standard", "-z", "--"}, folders...)...)
	if err != nil {
		return Changed{}, err
	}
	for name := range strings.SplitSeq(string(fresh), "\x00") {
		if name != "" {
			c.lines[name] = []span{{1, 1 << 30}}
		}
	}
	return c, nil
}

// parsePatch reads the heads of files and hunks of a patch without context. The
// lines of a hunk are counted off, so that their text is never taken for a head.
func parsePatch(patch []byte) map[string][]span {
	out := map[string][]span{}
	file := ""
	lines := bufio.NewScanner(bytes.NewReader(patch))
	lines.Buffer(nil, len(patch)+1)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "--- a/"):
			file = strings.TrimPrefix(line, "--- a/") // stands where the file is gone
		case strings.HasPrefix(line, "+++ b/"):
			file = strings.TrimPrefix(line, "+++ b/")
			if _, seen := out[file]; !seen {
				out[file] = nil // also where no line was added
			}
		case strings.HasPrefix(line, "@@ "):
			gone, added, ok := parseHunk(line)
			if !ok {
				continue
			}
			out[file] = append(out[file], added.span())
			for left := gone.count + added.count; left > 0 && lines.Scan(); {
				if !strings.HasPrefix(lines.Text(), `\`) { // "\ No newline at end of file" is no line of either side
					left--
				}
			}
		}
	}
	return out
}

// side is one side of a hunk: its first line and how many.
type side struct{ first, count int }

// span is the lines of the side; where there are none, those on both sides of
// the place.
func (s side) span() span {
	if s.count == 0 {
		return span{s.first, s.first + 1}
	}
	return span{s.first, s.first + s.count - 1}
}

// parseHunk reads "@@ -1,2 +3,4 @@".
func parseHunk(line string) (gone, added side, ok bool) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return gone, added, false
	}
	gone, okGone := parseSide(fields[1], "-")
	added, okAdded := parseSide(fields[2], "+")
	return gone, added, okGone && okAdded
}

func parseSide(s, sign string) (side, bool) {
	s, ok := strings.CutPrefix(s, sign)
	first, count, many := strings.Cut(s, ",")
	out := side{count: 1}
	var err error
	if out.first, err = strconv.Atoi(first); err != nil || !ok {
		return side{}, false
	}
	if many {
		out.count, err = strconv.Atoi(count)
	}
	return out, err == nil && out.count >= 0 && out.first >= 0
}
