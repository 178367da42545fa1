package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"jindu/generator/internal/echarts"
	"jindu/generator/internal/hugo"
)

func newVersion(*settings) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "显示版本 / print versions", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "jindu %s\nhugo %s\necharts %s\n", version, hugo.Version, echarts.Version())
			return err
		},
	}
}
