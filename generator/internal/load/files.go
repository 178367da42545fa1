package load

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/schema"
)

// The limits of the data folder. They are far above what people write by hand
// and keep a mistaken file from using up the machine.
const (
	maxFileBytes = 1 << 20
	maxFiles     = 10_000
)

// systemFile matches what editors and systems leave behind.
var systemFile = regexp.MustCompile(`(?i)^(\..*|~\$.*|#.*#|.*~|.*\.(bak|tmp|swp|orig|rej)|thumbs\.db|desktop\.ini)$`)

// findFiles walks the data folder, reports what does not belong there, and
// returns the data files in the order of their paths.
func findFiles(fsys fs.FS, problems *diag.List) ([]found, error) {
	info, err := fs.Lstat(fsys, Folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		problems.Add(missingFile.At(whole(Folder), "", Folder+"/"))
		return nil, nil
	case err != nil:
		return nil, err
	case info.Mode()&fs.ModeSymlink != 0:
		problems.Add(symlink.At(whole(Folder), ""))
		return nil, nil
	}
	w := walker{fsys: fsys, problems: problems}
	err = fs.WalkDir(fsys, Folder, w.visit)
	if err != nil || w.count > maxFiles { // nothing in such a folder is worth reading
		return nil, err
	}
	w.requireFiles()
	return w.found, nil
}

// whole is the range of a file as a whole.
func whole(name string) diag.Range { return diag.Range{File: name} }

type walker struct {
	fsys     fs.FS
	problems *diag.List
	found    []found
	count    int
	refused  map[string]bool // files in the right place that cannot be read
}

func (w *walker) visit(name string, entry fs.DirEntry, err error) error {
	switch {
	case err != nil:
		return err
	case name == Folder:
		return nil
	}
	if w.count++; w.count > maxFiles {
		w.problems.Add(tooManyFiles.At(whole(Folder), "", maxFiles))
		return fs.SkipAll
	}
	switch mode := entry.Type(); {
	case mode&fs.ModeSymlink != 0:
		w.refuse(symlink.At(whole(name), ""))
	case entry.IsDir():
		return w.folder(name)
	case !mode.IsRegular():
		w.refuse(notRegular.At(whole(name), ""))
	case path.Base(name) == ".gitkeep": // keeps an empty folder in git
	case systemFile.MatchString(path.Base(name)):
		w.refuse(systemLeftover.At(whole(name), ""))
	default:
		return w.file(name, entry)
	}
	return nil
}

func (w *walker) refuse(d diag.Diagnostic) {
	if w.refused == nil {
		w.refused = map[string]bool{}
	}
	w.refused[d.Range.File] = true
	w.problems.Add(d)
}

// folder accepts a plan's folder and the folders of its tasks and indicators.
func (w *walker) folder(name string) error {
	parts := strings.Split(name, "/")[1:]
	switch {
	case strings.HasPrefix(path.Base(name), "."):
		w.refuse(systemLeftover.At(whole(name), ""))
		return fs.SkipDir
	case len(parts) == 1:
		w.problems.Add(checkID(parts[0], whole(name), "")...)
	case len(parts) > 2 || !holdsRecords(parts[1]):
		w.refuse(misplaced.At(whole(name), "", name, allowedPaths()))
		return fs.SkipDir
	}
	return nil
}

func holdsRecords(folder string) bool {
	for _, f := range schema.Files() {
		if path.Dir(f.Path) == "*/"+folder {
			return true
		}
	}
	return false
}

func (w *walker) file(name string, entry fs.DirEntry) error {
	f, ok := place(name)
	if !ok {
		if right, near := place(yamlName(name)); near && right.name != name {
			w.refuse(wrongExtension.At(whole(name), "", path.Base(right.name)))
			w.refused[right.name] = true
			return nil
		}
		w.refuse(misplaced.At(whole(name), "", name, allowedPaths()))
		return nil
	}
	info, err := entry.Info()
	if err != nil {
		return err
	}
	if info.Size() > maxFileBytes {
		w.refuse(tooLarge.At(whole(name), "", float64(info.Size())/maxFileBytes))
		return nil
	}
	if f.kind != "plan" {
		w.problems.Add(checkFileName(f)...)
	}
	w.found = append(w.found, f)
	return nil
}

// checkFileName reports a name that cannot be an id; the name of a plan's folder
// is checked with the folder.
func checkFileName(f found) diag.List {
	if f.id == "" {
		return nil
	}
	return nameOfFile(f)
}

// yamlName is the name a file should have that was saved as .yml, .YAML or
// .yaml.txt.
func yamlName(name string) string {
	base := path.Base(name)
	stem, _, _ := strings.Cut(base, ".")
	ext := strings.ToLower(strings.TrimPrefix(base, stem))
	switch ext {
	case ".yml", ".yaml", ".yaml.txt", ".yml.txt":
		return path.Join(path.Dir(name), stem+".yaml")
	}
	return name
}

// place finds the schema's place for a path, and what the path says of the
// record there.
func place(name string) (found, bool) {
	below := strings.TrimPrefix(name, Folder+"/")
	for _, f := range schema.Files() {
		if ok, _ := path.Match(f.Path, below); !ok {
			continue
		}
		out := found{name: name, kind: f.Record.Name, record: f.Record}
		if folder, _, deep := strings.Cut(below, "/"); deep {
			out.plan, out.id = folder, folder
		}
		if strings.Contains(path.Base(f.Path), "*") {
			out.id = strings.TrimSuffix(path.Base(below), ".yaml")
		}
		return out, true
	}
	return found{}, false
}

func allowedPaths() lang.Text {
	var out []string
	for _, f := range schema.Files() {
		out = append(out, Folder+"/"+f.Path)
	}
	return listed(out)
}

// listed writes the choices a person has.
func listed(items []string) lang.Text {
	return lang.T(strings.Join(items, "、"), strings.Join(items, ", "))
}

// requireFiles reports the files without which nothing can be built.
func (w *walker) requireFiles() {
	have, plans := map[string]bool{}, []string{}
	for _, f := range w.found {
		have[f.name] = true
		if f.plan != "" && (len(plans) == 0 || plans[len(plans)-1] != f.plan) {
			plans = append(plans, f.plan)
		}
	}
	if len(plans) == 0 {
		plans = []string{"*"}
	}
	need := []string{Folder + "/site.yaml", Folder + "/units.yaml"}
	for _, p := range plans {
		need = append(need, path.Join(Folder, p, "plan.yaml"))
	}
	for _, name := range need {
		if !have[name] && !w.refused[name] {
			w.problems.Add(missingFile.At(whole(name), "", name))
		}
	}
}
