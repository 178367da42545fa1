package echarts

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"sync"
	"time"
)

// Request is one chart to draw.
type Request struct {
	// ID is unique on the page the SVG goes to: lower-case ASCII letters,
	// digits and hyphens, a letter first. Every id in the SVG starts with it.
	ID string
	// Option is the ECharts option; see the package comment for what it may hold.
	Option json.RawMessage
	// Width and Height are the drawing area in SVG units, 1 to 10,000. The
	// result has a viewBox and no size of its own: CSS decides the size.
	Width, Height int
	// Title names the chart for screen readers. It is required.
	Title string
	// Desc says in a sentence what the chart shows. It may be empty.
	Desc string
}

// Result is a drawn chart.
type Result struct {
	// SVG is one sanitised <svg> element, without an XML declaration.
	SVG []byte
	// Geometry is a JSON-encoded [Geometry], safe inside a <script> element of
	// type application/json. It is nil for a chart that is not laid out along
	// one axis whose points have names: pie, gauge, values without words, custom
	// without words, or more than one grid.
	Geometry json.RawMessage
}

// Options are the limits of a [Renderer]. The zero value is ready to use.
type Options struct {
	// CacheDir keeps drawn charts between runs; "" keeps none. It is created
	// when needed, and nothing in it is ever deleted.
	CacheDir string
	// Timeout is the longest a single chart may take. Default 20 seconds.
	Timeout time.Duration
	// MemoryLimit is how many bytes the engine may allocate. Default 256 MiB.
	MemoryLimit int64
	// MaxBytes is the largest SVG accepted. Default 512 KiB.
	MaxBytes int
	// KeepMeta keeps the attributes ecmeta_series_index and ecmeta_data_index,
	// by which a script can tell what a shape stands for.
	KeepMeta bool
}

func (o Options) withDefaults() Options {
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	if o.MemoryLimit == 0 {
		o.MemoryLimit = 256 << 20
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = 512 << 10
	}
	return o
}

// Renderer draws charts, one at a time; it may be shared between goroutines.
// A second engine would not help: the engine's allocator has one lock for the
// whole process. The engine starts with the first chart that is not cached.
type Renderer struct {
	opts        Options
	fingerprint func() (string, error) // computed once, on first use

	mu     sync.Mutex
	engine *engine // nil until needed, and again after a failed chart
	starts int     // how many engines were started; tests ask
}

// New returns a Renderer. It starts nothing and touches no files.
func New(opts Options) *Renderer {
	return &Renderer{opts: opts.withDefaults(), fingerprint: sync.OnceValues(fingerprint)}
}

// Render draws one chart, or takes it from the cache. The error names the chart
// and everything ECharts and the sanitiser found wrong; a failed chart does not
// spoil the next one. Cancelling ctx stops a chart that is being drawn.
func (r *Renderer) Render(ctx context.Context, req Request) (Result, error) {
	if err := req.check(); err != nil {
		return Result{}, fmt.Errorf("chart %q: %w", req.ID, err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	res, err := r.cached(ctx, req)
	if err != nil {
		return Result{}, fmt.Errorf("chart %q: %w", req.ID, err)
	}
	return res, nil
}

// Close frees the engine. The Renderer can still be used; it starts a new one.
func (r *Renderer) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.dropEngine()
}

func (r *Renderer) cached(ctx context.Context, req Request) (Result, error) {
	if r.opts.CacheDir == "" {
		return r.draw(ctx, req)
	}
	path, err := r.cachePath(req)
	if err != nil {
		return Result{}, err
	}
	if res, ok := readCache(path); ok {
		return res, nil
	}
	res, err := r.draw(ctx, req)
	if err != nil {
		return Result{}, err
	}
	return res, writeCache(path, res)
}

func (r *Renderer) draw(ctx context.Context, req Request) (Result, error) {
	raw, err := r.drawRaw(ctx, req)
	if err != nil {
		return Result{}, err
	}
	svg, err := Sanitize([]byte(raw.SVG), SanitizeOptions{
		ID: req.ID, Title: req.Title, Desc: req.Desc, KeepMeta: r.opts.KeepMeta,
	})
	if err != nil {
		return Result{}, err
	}
	if len(svg) > r.opts.MaxBytes {
		return Result{}, fmt.Errorf("the svg is %d bytes, more than the %d allowed; draw fewer points or set sampling", len(svg), r.opts.MaxBytes)
	}
	geometry, err := raw.Geometry.encode()
	if err != nil {
		return Result{}, err
	}
	return Result{SVG: svg, Geometry: geometry}, nil
}

func (r *Renderer) drawRaw(ctx context.Context, req Request) (*rawChart, error) {
	if r.engine == nil {
		e, err := startEngine(r.opts.MemoryLimit, r.opts.Timeout)
		if err != nil {
			return nil, err
		}
		r.engine = e
		r.starts++
	}
	raw, err := r.engine.draw(ctx, req)
	if err != nil {
		return nil, errors.Join(err, r.dropEngine())
	}
	return raw, nil
}

func (r *Renderer) dropEngine() error {
	if r.engine == nil {
		return nil
	}
	e := r.engine
	r.engine = nil
	return e.close()
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

func (req Request) check() error {
	const largest = 10000
	switch {
	case !idPattern.MatchString(req.ID):
		return errors.New("the id must be lower-case letters, digits and hyphens, a letter first")
	case req.Width < 1 || req.Width > largest || req.Height < 1 || req.Height > largest:
		return fmt.Errorf("the size %d by %d is outside 1 to %d", req.Width, req.Height, largest)
	case req.Title == "":
		return errors.New("the title is empty; screen readers need it")
	case !json.Valid(req.Option):
		return errors.New("the option is not valid JSON")
	}
	return nil
}
