package site

// guides are the pages for those who keep the data. They are Markdown in content/.
func (b *builder) guides() []Link {
	return []Link{
		{Text: b.t("填报和审核指南", "Guides for editors"), Path: guidesPath},
		{Text: b.t("填报指南", "Reporting"), Path: guidesPath + "reporting/"},
		{Text: b.t("审核指南", "Reviewing"), Path: guidesPath + "review/"},
		{Text: b.t("出错了怎么办", "When something goes wrong"), Path: guidesPath + "errors/"},
		{Text: b.t("字段与状态", "Fields and statuses"), Path: guidesPath + "fields/"},
	}
}

// mapPage is 网站地图: every page of the site, by kind.
func (b *builder) mapPage() {
	title := b.t("网站地图", "Site map")
	groups := []MapGroup{{Heading: b.t("首页和说明", "Home and about"), Links: []Link{
		b.home(), {Text: b.t("方法说明", "Method"), Path: methodPath}, {Text: b.t("关于本站", "About"), Path: aboutPath}, {Text: b.t("核对本站", "Check us"), Path: verifyPath},
		{Text: b.t("搜索", "Search"), Path: searchPath}, {Text: b.t("数据下载", "Data"), Path: dataPath}, {Text: title, Path: mapPath},
	}}, {Heading: b.t("填报和审核", "Guides for editors"), Links: b.guides()}}
	headings := []struct{ layout, heading string }{
		{"plan", b.t("方案", "Plans")}, {"policy", b.t("政策原文", "Policy text")}, {"tasks", b.t("任务列表", "Lists of tasks")},
		{"task", b.t("工作任务", "Tasks")}, {"projects", b.t("项目列表", "List of projects")}, {"project", b.t("项目", "Projects")},
		{"indicators", b.t("指标列表", "List of indicators")}, {"indicator", b.t("指标", "Indicators")},
		{"timetable", b.t("时间表", "Timetable")}, {"undisclosed", b.t("未披露清单", "What is not known")},
		{"sources", b.t("资料来源", "Sources")}, {"changes", b.t("更新记录", "Change log")}, {"corrections", b.t("更正记录", "Corrections")}, {"units", b.t("单位列表", "List of units")}, {"unit", b.t("责任单位", "Units")}, {"report", b.t("打印版报告", "Reports for print")},
	}
	for _, h := range headings {
		group := MapGroup{Heading: h.heading}
		for _, p := range b.pages {
			if p.Layout == h.layout {
				group.Links = append(group.Links, Link{Text: p.Title, Path: p.Path + "/"})
			}
		}
		if len(group.Links) > 0 {
			groups = append(groups, group)
		}
	}
	date := ""
	for _, p := range b.pages {
		date = max(date, p.Date)
	}
	b.add(Page{
		Path: "sitemap", Layout: "map", Title: title, Date: date, Crumbs: b.crumbs(), Data: MapData{Groups: groups},
		Meta: b.column(title, b.t("本站全部页面的链接，按类别排列。", "Links to every page of the site, by kind.")),
	})
}
