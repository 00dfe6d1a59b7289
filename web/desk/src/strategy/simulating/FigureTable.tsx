import type { RunFigure } from "@kanal/api";
import { Table } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { word } from "../sentences/speech";
import { IntervalMark } from "./IntervalMark";
import { differenceText, intervalText, valueText } from "./inFigures";
import classes from "./Simulate.module.css";
import { VerdictMark } from "./VerdictMark";
import { telling, verdictOf } from "./verdict";

interface Props {
  label: string;
  figures: readonly RunFigure[];
  /** What both are called. */
  one: string;
  other: string;
}

/** Both side by side, with what lies between them and whether chance can have made it. */
export function FigureTable({ label, figures, one, other }: Props) {
  const { t, language } = useWords();
  return (
    <Table className={classes.figures} verticalSpacing={6} horizontalSpacing="xs" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("strategy.run.measure")}</Table.Th>
          <Table.Th scope="col">{one}</Table.Th>
          <Table.Th scope="col">{other}</Table.Th>
          <Table.Th scope="col">{t("strategy.run.difference")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {telling(figures).map((figure) => {
          const verdict = verdictOf(figure);
          return (
            <Table.Tr key={figure.key}>
              <Table.Th scope="row">{word(t, `strategy.run.key.${figure.key}`, figure.key)}</Table.Th>
              <Table.Td>{valueText(figure.key, figure.one.value, language)}</Table.Td>
              <Table.Td>{valueText(figure.key, figure.other.value, language)}</Table.Td>
              <Table.Td>
                <div className={classes.difference}>
                  <VerdictMark verdict={verdict} />
                  {verdict !== "same" && (
                    <>
                      <span>{differenceText(figure.key, figure.between.value, t, language)}</span>
                      <span className={classes.interval}>{intervalText(figure, t, language)}</span>
                      <IntervalMark figure={figure} verdict={verdict} />
                    </>
                  )}
                </div>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
