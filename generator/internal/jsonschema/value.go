package jsonschema

import (
	"jindu/generator/internal/schema"
)

// The patterns are read by Go and by JavaScript in the same way: no look-ahead,
// no \s beyond ASCII. They are as strict as the loader, which says the same with
// better words.
const (
	// visible wants one character that is no space.
	visible = `[^\s　]`

	// notID are ids that files cannot be named by, and what YAML reads as a day or
	// a number.
	notID = `^(con|prn|aux|nul|com[0-9]|lpt[0-9]|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|0b[01]+)$`

	// day is every day that exists, leap days too.
	day = `([0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)` +
		`|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)`

	month  = `[0-9]{4}-(0[1-9]|1[0-2])`
	period = `^([0-9]{4}|[0-9]{4}-H[12]|[0-9]{4}-Q[1-4]|` + month + `|` + month + `\.\.` + month + `|` + day + `)$`

	// notInURL are the characters that no copied address holds.
	notInURL = "\\x00-\\x20\\x7f-\\xa0\"<>\\\\^`{|}“”‘’…\u3000-\u303f\uff00-\uffef"
	hex      = `%[0-9A-Fa-f]{2}`
	rest     = `([?][^#` + notInURL + `]*)?(#([^%` + notInURL + `]|` + hex + `)*)?`
	urlPath  = `([^?#%` + notInURL + `]|` + hex + `)*`
	host     = `[^.:/?#@%\[\]` + notInURL + `][^:/?#@%\[\]` + notInURL + `]*(:[0-9]*)?`
	address  = `^([Hh][Tt][Tt][Pp][Ss]?://` + host + `(/` + urlPath + `)?` + rest +
		`|[Mm][Aa][Ii][Ll][Tt][Oo]:[^/@?#` + notInURL + `][^@?#` + notInURL + `]*@[^?#` + notInURL + `]+` + rest +
		`|/([^/?#%` + notInURL + `]` + urlPath + `|` + hex + urlPath + `)?` + rest + `)$`

	// maxNumber keeps to the 15 digits that every program reads alike.
	maxNumber = 1e15
)

// value describes one value of a field.
func (d *definitions) value(f schema.Field) object {
	switch f.Kind {
	case schema.KindRecord:
		return object{{"$ref", d.ref(f.Record)}}
	case schema.KindID, schema.KindRef:
		return object{
			{"type", "string"}, {"pattern", schema.IDPattern}, {"maxLength", schema.MaxID},
			{"not", object{{"pattern", notID}}},
			{"patternErrorMessage", "编号只能用小写英文字母、数字和连字符“-”，如：commerce-bureau。"},
		}
	case schema.KindEnum:
		return enum(f)
	case schema.KindDate:
		return object{
			{"type", "string"}, {"format", "date"}, {"pattern", "^" + day + "$"},
			{"patternErrorMessage", "请写成 年-月-日，月和日各两位，如 2017-12-31；没有的日子不能写。"},
		}
	case schema.KindPeriod: // a bare year is a number for YAML
		return object{
			{"type", []string{"string", "integer"}}, {"pattern", period}, {"minimum", 1000}, {"maximum", 9999},
			{"patternErrorMessage", "请写成：2020、2020-H1（上半年）、2020-Q3（三季度）、2020-08、2020-01..2020-08 或 2020-08-31。"},
		}
	case schema.KindNumber:
		return numeric("number")
	case schema.KindInt:
		return numeric("integer")
	case schema.KindBool:
		return object{{"type", "boolean"}}
	case schema.KindURL:
		return object{
			{"type", "string"}, {"pattern", address},
			{"patternErrorMessage", "请写以 https:// 或 http:// 开头的完整网址，不带空格、中文标点和后面的文字。"},
		}
	}
	return words(f)
}

func numeric(kind string) object {
	return object{{"type", kind}, {"exclusiveMinimum", -maxNumber}, {"exclusiveMaximum", maxNumber}}
}

// words describes text. Text that looks like a number is one for YAML; the
// loader reads it as it is written.
func words(f schema.Field) object {
	pattern, message := visible, "不能是空的；不知道就把这一行整行删掉。"
	if f.Pattern != "" {
		pattern, message = f.Pattern, f.Help.ZH+"如："+f.Example
	}
	return object{
		{"type", []string{"string", "number"}}, {"pattern", pattern}, {"patternErrorMessage", message},
	}
}

// enum lists the choices, each with its Chinese name and when to choose it.
func enum(f schema.Field) object {
	var values, says []string
	for _, c := range f.Choices {
		values = append(values, c.Value)
		what := c.Title.ZH
		if c.Help.ZH != "" {
			what += "：" + c.Help.ZH
		}
		says = append(says, what)
	}
	return object{
		{"type", "string"}, {"enum", values}, {"enumDescriptions", says}, {"markdownEnumDescriptions", says},
	}
}
