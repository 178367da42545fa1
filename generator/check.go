package main

import "github.com/spf13/cobra"

func newCheck(s *settings) *cobra.Command {
	return &cobra.Command{
		Use: "check", Short: "检查数据，没有问题就不输出 / check the data; silent when all is well", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			_, err = p.read(cmd.OutOrStdout())
			return err
		},
	}
}
