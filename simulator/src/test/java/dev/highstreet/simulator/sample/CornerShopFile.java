package dev.highstreet.simulator.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.highstreet.simulator.sample.Draft.Line;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes the corner shop's invoices in the columns of the "Online Retail" file. */
final class CornerShopFile {
  private static final int FIRST_NUMBER = 700_001;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private CornerShopFile() {}

  static String text() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID",
          "Country");
      List<Draft> invoices = CornerShop.invoices();
      for (int i = 0; i < invoices.size(); i++) {
        Draft invoice = invoices.get(i);
        String number = invoice.prefix() + (FIRST_NUMBER + i);
        for (Line line : invoice.lines()) {
          csv.writeRecord(row(number, invoice, line, Integer.toString(line.quantity())));
        }
        if (i == 200) {
          csv.writeRecord(row(number, invoice, invoice.lines().get(0), "six"));
        }
        if (i == 600) {
          csv.writeRecord(row(number, invoice, invoice.lines().get(0), "1").subList(0, 3));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string does not fail
    }
    return text.toString();
  }

  private static List<String> row(String number, Draft invoice, Line line, String quantity) {
    LocalDateTime time = invoice.time().plusMinutes(line.minutesLater());
    return List.of(
        number,
        line.code(),
        line.description(),
        quantity,
        TIME.format(time),
        line.price().toPlainString(),
        invoice.customer(),
        invoice.country());
  }
}
