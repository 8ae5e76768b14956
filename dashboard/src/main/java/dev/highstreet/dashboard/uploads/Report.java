package dev.highstreet.dashboard.uploads;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.highstreet.dashboard.intake.Problems;
import java.io.StringWriter;
import java.util.List;

/** Why a file was refused, as CSV: line, column, reason. */
final class Report {
  private Report() {}

  static String csv(List<Fault> faults) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord("line", "column", "reason");
    for (Fault fault : faults) {
      // a reason begins with a word of ours: no spreadsheet takes it for a formula
      csv.writeRecord(
          Long.toString(fault.line()), fault.column(), Problems.printable(fault.reason()));
    }
    return text.toString();
  }
}
