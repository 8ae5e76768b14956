package dev.highstreet.simulator.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.ReturnLine;
import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes orders and returns as transactions, in the columns that calibration and replay read by
 * default; gzipped where the file's name ends in {@code .gz}. Descriptions and countries are those
 * of the revisions that came before. The file appears when the sink is closed and nothing has
 * failed.
 *
 * <p>What such a file can say, it says exactly: quantities, and what each line came to. A line is a
 * row at its net price of one unit; where that takes more than six decimals, two rows, see {@link
 * UnitPrices}. A return is an invoice whose number begins with a C, of negative quantities. What it
 * cannot say is lost: fractions of seconds, the offset of a local time that occurs twice (it reads
 * back as the first), discounts, delivery, payment, stores, which order a return belongs to, the
 * country of a guest; and a line that was given away has no price that a job accepts.
 */
public final class CsvEventSink implements EventSink {
  private static final String CANCELLATION = "C";
  private static final String TRANSACTIONS = "transactions";

  private final DateTimeFormatter localTime;
  private final CsvWriter csv;
  private final WholeOrNothing writing;
  private final Map<String, String> descriptions = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();

  private CsvEventSink(WholeOrNothing writing, OutputStream out, ZoneId zone) {
    this.writing = writing;
    this.localTime = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, UTF_8));
    header();
  }

  /**
   * Begins a file, which takes the place of one of its name.
   *
   * @param zone the shop's time zone
   * @throws EmitException if it cannot be written
   */
  public static CsvEventSink create(Path file, ZoneId zone) {
    requireNonNull(zone, "zone is null");
    Path place = file.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      throw new EmitException("%s is a folder: name a file in it".formatted(file));
    }
    StagedFile staged = new StagedFile(place);
    try {
      OutputStream out = staged.create();
      boolean gzipped = place.toString().endsWith(".gz");
      return new CsvEventSink(
          new WholeOrNothing(TRANSACTIONS, file, staged),
          gzipped ? new GZIPOutputStream(out, 1 << 16) : out,
          zone);
    } catch (IOException e) {
      throw WholeOrNothing.failure(TRANSACTIONS, file, e);
    }
  }

  private void header() {
    csv.writeRecord(
        "InvoiceNo",
        "StockCode",
        "Description",
        "Quantity",
        "InvoiceDate",
        "UnitPrice",
        "CustomerID",
        "Country");
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    if (event instanceof OrderPlaced order) {
      write(() -> write(order));
    } else if (event instanceof OrderReturned goods) {
      write(() -> write(goods));
    } else if (event instanceof ProductRevised product) {
      descriptions.put(product.getProductId(), product.getName());
    } else if (event instanceof CustomerRevised customer) {
      countries.put(customer.getCustomerId(), customer.getCountry());
    }
  }

  private void write(Runnable rows) {
    writing.write(
        () -> {
          try {
            rows.run();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private void write(OrderPlaced order) {
    if (order.getOrderId().startsWith(CANCELLATION)) {
      throw new IllegalArgumentException(
          "order %s would read back as a return: no order id may begin with %s"
              .formatted(order.getOrderId(), CANCELLATION));
    }
    Invoice invoice = new Invoice(order.getOrderId(), order.getOccurredAt(), order.getCustomerId());
    for (OrderLine line : order.getLines()) {
      long net = line.getQuantity() * line.getUnitPriceMicros() - line.getDiscountMicros();
      invoice.line(line.getProductId(), line.getQuantity(), net, 1);
    }
  }

  private void write(OrderReturned goods) {
    String id = goods.getReturnId();
    Invoice invoice =
        new Invoice(
            id.startsWith(CANCELLATION) ? id : CANCELLATION + id,
            goods.getOccurredAt(),
            goods.getCustomerId());
    for (ReturnLine line : goods.getLines()) {
      invoice.line(line.getProductId(), line.getQuantity(), line.getRefundMicros(), -1);
    }
  }

  /** The rows of an order or return. */
  private final class Invoice {
    private final String id;
    private final String time;
    private final String customer;
    private final String country;

    private Invoice(String id, Instant time, String customer) {
      this.id = id;
      this.time = localTime.format(time);
      this.customer = customer == null ? "" : customer;
      this.country = countries.getOrDefault(this.customer, "");
    }

    private void line(String product, int quantity, long micros, int sign) {
      UnitPrices prices = UnitPrices.of(micros, quantity);
      row(product, sign * prices.lower(), prices.price());
      if (prices.higher() > 0) {
        row(product, sign * prices.higher(), prices.price() + prices.step());
      }
    }

    private void row(String product, int quantity, long price) {
      csv.writeRecord(
          id,
          product,
          descriptions.getOrDefault(product, ""),
          Integer.toString(quantity),
          time,
          MoneyText.of(price),
          customer,
          country);
    }
  }

  @Override
  public void tick(Instant shopTime) {}

  @Override
  public void flush() {
    writing.write(csv::flush);
  }

  @Override
  public void close() {
    writing.close(whole -> csv.close());
  }

  @Override
  public void abandon() {
    writing.abandon();
    close();
  }
}
