package schema

import "jindu/generator/internal/lang"

// The functions below make fields in one line each. need marks a field required,
// unasked one that nobody knows at first; list makes it a list.

func text(key, zh, en, helpZH, helpEN string) Field {
	return Field{Key: key, Kind: KindText, Title: lang.T(zh, en), Help: lang.T(helpZH, helpEN)}
}

func scalar(kind Kind, key, zh, en, helpZH, helpEN, example string) Field {
	f := text(key, zh, en, helpZH, helpEN)
	f.Kind, f.Example = kind, example
	return f
}

func ref(to, key, zh, en, helpZH, helpEN string) Field {
	f := text(key, zh, en, helpZH, helpEN)
	f.Kind, f.Ref = KindRef, to
	return f
}

func enum(key, zh, en, helpZH, helpEN string, choices ...Choice) Field {
	f := text(key, zh, en, helpZH, helpEN)
	f.Kind, f.Choices = KindEnum, choices
	return f
}

func record(key, zh, en, helpZH, helpEN string, of *Record) Field {
	f := text(key, zh, en, helpZH, helpEN)
	f.Kind, f.Record = KindRecord, of
	return f
}

func choice(value, zh, en, helpZH, helpEN string) Choice {
	return Choice{Value: value, Title: lang.T(zh, en), Help: lang.T(helpZH, helpEN)}
}

func need(f Field) Field { f.Required = true; return f }

func unasked(f Field) Field { f.Later = true; return f }

func list(f Field) Field { f.List = true; return f }

func like(pattern, example string, f Field) Field {
	f.Pattern, f.Example = pattern, example
	return f
}

func translation(of string, fields ...Field) Field {
	return record("en", "英文译文", "English translation",
		"非官方译文；没有就不写。", "Unofficial translation; leave out where there is none.",
		&Record{Name: of + "_en", Title: lang.T("英文译文", "English translation"), Fields: fields})
}

func notes() Field {
	return list(text("notes", "说明", "Notes", "本站编辑加的说明，逐条写。", "Notes by the editors of this site, one each."))
}
