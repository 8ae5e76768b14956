package dev.highstreet.simulator.calibrate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPOutputStream;

/** Writes histories as files in the usual columns. */
public final class ShopFile {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final int FIRST_NUMBER = 500_000;

  private ShopFile() {}

  /**
   * Writes the orders of a history, gzipped if the name says so. Every fourth customer is French.
   */
  public static Path write(Path file, SalesHistory history) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPOutputStream(bytes);
    }
    try (BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      out.write(
          "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
      int number = FIRST_NUMBER;
      for (PastOrder order : history.orders()) {
        number++;
        for (int line = 0; line < order.lines(); line++) {
          out.write(row(number, order, line, history));
        }
      }
    }
    return file;
  }

  private static String row(int number, PastOrder order, int line, SalesHistory history) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(order.at()), history.zone());
    return "%d,%s,GIFT,%d,%s,%s,%s,%s\n"
        .formatted(
            number,
            history.products().get(order.products()[line]),
            order.quantities()[line],
            TIME.format(local),
            BigDecimal.valueOf(order.pricesMicros()[line], 6).toPlainString(),
            order.customer() == PastOrder.GUEST ? "" : Integer.toString(10_000 + order.customer()),
            order.customer() % 4 == 0 ? "France" : "United Kingdom");
  }
}
