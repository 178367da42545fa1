package workbook

import (
	"fmt"
	"strings"

	"jindu/generator/internal/schema"
)

// What the annex and people call these; elsewhere the schema's title is used.
var columnTitles = map[string]string{"summary": "完成情况", "status": "状态", "value": "实际值"}

// What a unit does not fill in: the book itself tells it, or those who keep the
// data add it.
var notAsked = map[string]bool{"unit": true, "basis": true, "language": true, "link": true, "checked": true, "archive": true, "sha256": true}

// ofAddress are the keys of a piece of evidence that speak of its address, and
// are wrong of another one.
var ofAddress = []string{"link", "checked", "archive", "sha256"}

// open lists the columns to fill in: those of the schema, in its order, but the
// evidence as often as there is room for it and before what is rarely needed.
func (s *Sheet) open() []Column {
	var common, rare []Column
	var evidence schema.Field
	for _, f := range s.list.record().Fields {
		switch {
		case notAsked[f.Key]:
		case f.Key == "evidence":
			evidence = f
		case rarely[f.Key]:
			rare = append(rare, column(f.Key, "", f))
		default:
			common = append(common, column(f.Key, "", f))
		}
	}
	for i := range s.groups {
		for _, f := range evidence.Record.Fields {
			if !notAsked[f.Key] {
				common = append(common, column(fmt.Sprintf("evidence[%d].%s", i, f.Key), fmt.Sprintf("%s%d：", evidence.Title.ZH, i+1), f))
			}
		}
	}
	return append(common, rare...)
}

// The keys that stand behind the evidence.
var rarely = map[string]bool{"reported": true, "published": true, "correction": true, "authority": true, "note": true}

func column(key, before string, f schema.Field) Column {
	title := f.Title.ZH
	if own, ok := columnTitles[key]; ok {
		title = own
	}
	c := Column{Key: key, Title: before + title, Field: f, Width: 13}
	switch f.Kind {
	case schema.KindText:
		c.Width = 26
	case schema.KindURL:
		c.Width = 24
	}
	if key == "summary" || strings.HasSuffix(key, ".quote") {
		c.Width = 38
	}
	return c
}
