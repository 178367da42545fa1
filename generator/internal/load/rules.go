package load

import (
	"slices"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// Rules lists every kind of problem this package reports, in the order of their
// codes: L1 files, L2 raw text, L3 YAML, L4 structure, L5 values.
func Rules() []diag.Rule {
	return slices.Concat(fileRules, textRules, syntaxRules, structureRules, valueRules)
}

func problem(code, zh, en, hintZH, hintEN string) diag.Rule {
	return diag.Rule{Code: code, Severity: diag.Error, Message: lang.T(zh, en), Hint: lang.T(hintZH, hintEN)}
}

func question(code, zh, en, hintZH, hintEN string) diag.Rule {
	r := problem(code, zh, en, hintZH, hintEN)
	r.Severity = diag.Warning
	return r
}
