package manifest

import "jindu/generator/internal/diag"

// Compare holds what a rebuild made against the manifest. The chain comes with
// publishing, not from the commit, and is left out.
func Compare(m *Manifest, built []File) diag.List {
	made := map[string]File{}
	for _, f := range built {
		made[f.Path] = f
	}
	var found diag.List
	for _, f := range m.Files {
		again, ok := made[f.Path]
		delete(made, f.Path)
		switch {
		case f.Path == ChainName:
		case !ok:
			found.Add(ruleNotMade.At(diag.Range{File: f.Path}, ""))
		case again.SHA256 != f.SHA256:
			found.Add(ruleRebuilt.At(diag.Range{File: f.Path}, "", again.SHA256))
		}
	}
	for name := range made {
		found.Add(ruleUnmade.At(diag.Range{File: name}, ""))
	}
	return found.Sorted()
}
