package jsonschema

import "jindu/generator/internal/schema"

// Pattern is the regular expression that the text of a field's value matches, and
// what to say of one that does not, in Chinese. It is "" for choices, truth values
// and records, which are not typed.
func Pattern(f schema.Field) (pattern, message string) {
	switch f.Kind {
	case schema.KindRecord, schema.KindEnum, schema.KindBool:
		return "", ""
	case schema.KindNumber:
		return `^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`, "只写数字，如 106.5：不加单位、千分位和百分号，用半角。"
	case schema.KindInt:
		return `^(0|[1-9][0-9]*)$`, "只写整数，如 3，用半角。"
	}
	for _, p := range (&definitions{}).value(f) {
		text, _ := p.value.(string)
		switch p.key {
		case "pattern":
			pattern = text
		case "patternErrorMessage":
			message = text
		}
	}
	return pattern, message
}
