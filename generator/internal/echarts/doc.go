// Package echarts draws an ECharts option, given as JSON, to an SVG that is
// safe to place in a page and the same bytes on every machine. It knows nothing
// of plans or pages.
//
// The way of one chart, and where each step lives:
//
//	Request ─► cache (cache.go) ─► ECharts in a JavaScript engine (engine.go, js/)
//	        ─► Sanitize (sanitize.go, attributes.go, values.go) + Geometry (geometry.go) ─► Result
//
// # What an option may hold
//
// Pure JSON. The series line, bar, pie, gauge, custom and scatter are in the
// bundle; so are grid, title, legend, tooltip, toolbox, dataset, aria and the
// mark components. Anything else at the root is an error, and so is every
// warning ECharts prints: a blank chart never leaves this package unnoticed.
//
// Where ECharts wants a function, write {"$fn": "name"}; js/functions.js holds
// them all:
//
//	ganttBar   renderItem of a custom series; data [row, startMs, endMs, colour index, open]
//	percent    percentage points   ->  35.5%
//	plainYear  epoch milliseconds  ->  2018
//	ungrouped  number              ->  2015, without separators
//	wan        number              ->  1.2万 from 10,000 up
//	year       epoch milliseconds  ->  2018年
//	yearOnce   the year in a category's name, where the one before has another
//
// A datum may carry "text", the words a tooltip shows for it; otherwise the
// tooltip's valueFormatter (a $fn) or the plain number is used. On an axis of
// plain values a point takes part in the [Geometry] only if it carries "at", its
// place in words ("2017年"); a custom series only if its data carry "text".
//
// Dates are epoch milliseconds at midnight UTC. Inside the engine local time is
// UTC whatever TZ says, there is no clock and no chance: asking for today is an
// error. Colours may be var(--name) or currentColor, so that a page can theme a
// chart without drawing it again.
//
// # Limits
//
// A misspelt key below the root of an option is not noticed; ECharts ignores
// it. Downsample long series, or set "sampling" to "lttb": a chart whose SVG is
// larger than Options.MaxBytes is an error.
package echarts
