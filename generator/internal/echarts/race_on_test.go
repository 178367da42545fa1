//go:build race

package echarts

const raceDetector = true
