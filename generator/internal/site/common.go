package site

import "jindu/generator/internal/progress"

// common is what every page shows.
func (b *builder) common() Common {
	c := Common{
		Title: b.or(b.Site.Title, b.Site.TitleEN), Edition: b.Site.Edition.V, Demo: b.Site.Edition.V == "demonstration",
		BaseURL: b.BaseURL, Domain: hostOf(b.BaseURL), AsOf: b.day(b.AsOf), Nav: b.nav(), Version: b.Version,
		Foot: []Link{
			{Text: b.t("网站地图", "Site map"), Path: mapPath}, {Text: b.t("方法说明", "Method"), Path: methodPath},
			{Text: b.t("数据下载", "Data"), Path: dataPath}, {Text: b.t("核对本站", "Check us"), Path: verifyPath}, {Text: b.t("关于本站", "About"), Path: aboutPath},
			{Text: b.t("填报和审核指南", "Guides for editors"), Path: guidesPath},
		},
		Legend: b.statusRules(),
	}
	if b.Archived {
		c.Archived = new(b.day(b.AsOf))
	}
	if pub := b.Site.Publisher; pub.Name.Given() {
		c.Publisher = &PublisherData{Name: pub.Name.V, Contact: pub.Contact.V, Source: pub.Source.V}
	}
	if days := b.Site.UpdateDays.V; days > 0 && !b.Archived {
		until := b.day(b.AsOf.AddDays(days))
		c.Until = &until
	}
	if f := b.Site.Filing; f.SiteIDCode.Given() {
		c.Filing = &FilingData{
			SiteIDCode: f.SiteIDCode.V, ICP: f.ICP.V, Police: f.Police.V, PoliceCode: f.PoliceCode.V,
			Mark: f.Mark.V, FindError: f.FindError.V,
		}
	}
	return c
}

// nav leads to the lists of the first plan; a site with several reaches the
// others from home.
func (b *builder) nav() []Link {
	if len(b.Reports) == 0 {
		return nil
	}
	p := &planBuilder{builder: b, Report: b.Reports[0], root: b.Reports[0].Plan.ID.V + "/"}
	return []Link{
		b.home(), p.tasksLink(), {Text: b.t("指标", "Indicators"), Path: p.root + indicatorsPath},
		{Text: b.t("责任单位", "Units"), Path: unitsPath}, {Text: b.t("时间表", "Timetable"), Path: p.root + timetablePath},
		{Text: b.t("未披露", "Not known"), Path: p.root + undisclosedPath}, {Text: b.t("政策原文", "Policy text"), Path: p.root + policyPath},
	}
}

func (b *builder) statusRules() []Rule {
	var rules []Rule
	for _, info := range progress.Statuses() {
		rules = append(rules, Rule{Tag: b.statusTag(info.Status), Rule: b.say(info.Rule)})
	}
	return rules
}
