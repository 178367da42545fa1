package echarts

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"modernc.org/quickjs"
)

// engine is one JavaScript virtual machine with ECharts loaded. It is used by
// one goroutine at a time.
type engine struct {
	vm *quickjs.VM
}

// rawChart is what js/render.js answers with.
type rawChart struct {
	SVG      string    `json:"svg"`
	Geometry *Geometry `json:"geometry"`
	Error    string    `json:"error"`
	Messages []string  `json:"messages"`
}

// startEngine loads ECharts into a new VM, which takes about a tenth of a
// second. The time limit holds from then on for each call; loading is our own
// code and always the same, so on a busy machine it may take what it needs.
func startEngine(memory int64, timeout time.Duration) (*engine, error) {
	vm, err := quickjs.NewVM()
	if err != nil {
		return nil, fmt.Errorf("start the chart engine: %w", err)
	}
	e := &engine{vm: vm}
	vm.SetMemoryLimit(uintptr(memory))
	if err := e.load(); err != nil {
		return nil, errors.Join(err, e.close())
	}
	if err := vm.SetEvalTimeout(timeout); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}

func (e *engine) load() error {
	if err := e.runFile(preludeFile); err != nil {
		return err
	}
	src, err := bundleSource()
	if err != nil {
		return err
	}
	if err := e.run("echarts bundle", src); err != nil {
		return err
	}
	for _, name := range glueAfterBundle() {
		if err := e.runFile(name); err != nil {
			return err
		}
	}
	return e.run("seal", "__seal(); undefined")
}

func (e *engine) runFile(name string) error {
	src, err := glueFiles.ReadFile(name)
	if err != nil {
		return err
	}
	return e.run(name, string(src))
}

func (e *engine) run(name, src string) error {
	if _, err := e.vm.Eval(src, quickjs.EvalGlobal); err != nil {
		return fmt.Errorf("load %s: %w", name, err)
	}
	return nil
}

// draw runs one option through ECharts. After an error the engine must not be
// used again: ECharts prints some of its warnings only once per VM, so the next
// chart with the same mistake would pass.
func (e *engine) draw(ctx context.Context, req Request) (*rawChart, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	stop := context.AfterFunc(ctx, e.vm.Interrupt)
	answer, err := e.vm.Call("__render", string(req.Option), req.Width, req.Height, req.ID)
	stop()
	if ctxErr := ctx.Err(); ctxErr != nil {
		return nil, ctxErr
	}
	if err != nil {
		return nil, explainLimit(err)
	}
	text, ok := answer.(string)
	if !ok {
		return nil, fmt.Errorf("the chart engine answered with %T, not text", answer)
	}
	return decodeAnswer(text)
}

func decodeAnswer(text string) (*rawChart, error) {
	var chart rawChart
	if err := json.Unmarshal([]byte(text), &chart); err != nil {
		return nil, fmt.Errorf("read the answer of the chart engine: %w", err)
	}
	problems := chart.Messages
	if chart.Error != "" {
		problems = append([]string{explainLimit(errors.New(chart.Error)).Error()}, problems...)
	}
	if len(problems) > 0 {
		return nil, errors.New(tidyMessages(problems))
	}
	return &chart, nil
}

// tidyMessages names every problem once. ECharts pads its messages with a tag
// and line breaks.
func tidyMessages(messages []string) string {
	var out []string
	seen := map[string]bool{}
	for _, m := range messages {
		m = strings.Join(strings.Fields(strings.ReplaceAll(m, "[ECharts]", "")), " ")
		m = strings.TrimRight(m, ".")
		if !seen[m] {
			seen[m] = true
			out = append(out, m)
		}
	}
	return strings.Join(out, "; ")
}

// explainLimit adds to the engine's words for a limit what to do about it.
func explainLimit(err error) error {
	switch text := err.Error(); {
	case strings.Contains(text, "interrupted"):
		return fmt.Errorf("the chart took longer than the time limit; draw fewer points (%w)", err)
	case strings.Contains(text, "out of memory"):
		return fmt.Errorf("the chart needs more memory than its limit; draw fewer points (%w)", err)
	default:
		return err
	}
}

func (e *engine) close() error {
	return e.vm.Close()
}
