package opendata

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"jindu/generator/internal/plan"
)

// sdmxHead is the header of SDMX-CSV 2.0: what the rows belong to, then the
// dimensions, the measure and the attributes of the structure. The structure is
// this site's own and registered nowhere: agency JINDU, dataflow PLAN_INDICATORS.
var sdmxHead = []string{
	"STRUCTURE", "STRUCTURE_ID", "ACTION",
	"FREQ", "INDICATOR", "SERIES", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "COMPARATOR",
}

const sdmxStructure = "JINDU:PLAN_INDICATORS(1.0.0)"

// writeSDMX writes rows of the table series as SDMX-CSV.
func writeSDMX(w io.Writer, series *Table) error {
	at := func(row []string, name string) string { return row[series.Column(name)] }
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(sdmxHead); err != nil {
		return err
	}
	for _, row := range series.Rows {
		p, err := plan.ParsePeriod(at(row, "period"))
		if err != nil {
			return err
		}
		freq, when := sdmxPeriod(p)
		kind := strings.ToUpper(at(row, "kind"))
		err = out.Write([]string{
			"dataflow", sdmxStructure, "R", freq, at(row, "indicator"), kind, when, at(row, "value"), at(row, "unit"),
			sdmxStatus(at(row, "status"), at(row, "flag")), at(row, "comparator"),
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// sdmxPeriod is the frequency and the time period in the forms of SDMX: half-years
// as S1 and S2, spans of months as a start and a duration.
func sdmxPeriod(p plan.Period) (freq, period string) {
	months := (p.To.Year-p.From.Year)*12 + int(p.To.Month) - int(p.From.Month) + 1
	switch {
	case p.From == p.To:
		return "D", p.From.String()
	case strings.Contains(p.Raw, ".."):
		return "_O", fmt.Sprintf("%s/P%dM", p.From, months)
	case strings.Contains(p.Raw, "-H"):
		return "S", strings.Replace(p.Raw, "-H", "-S", 1)
	case strings.Contains(p.Raw, "-Q"):
		return "Q", p.Raw
	case months == 1:
		return "M", p.Raw
	}
	return "A", p.Raw
}

// sdmxStatus is the code of CL_OBS_STATUS: A normal, P provisional, F forecast,
// I imputed, O missing.
func sdmxStatus(status, flag string) string {
	switch {
	case status == undisclosed:
		return "O"
	case status == imputed:
		return "I"
	case flag == "preliminary":
		return "P"
	case flag == "expected":
		return "F"
	}
	return "A"
}
