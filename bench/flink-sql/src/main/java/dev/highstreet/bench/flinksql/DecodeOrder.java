package dev.highstreet.bench.flinksql;

import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.WireException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/**
 * The order that a record's bytes hold, as a row, by Highstreet's own codec: SQL's Avro format does
 * not know single-object encoding. Nothing for a tick. Hours are in UTC, days and months London's.
 */
@FunctionHint(
    output =
        @DataTypeHint(
            "ROW<event_id STRING, order_id STRING, hr TIMESTAMP(3), dy DATE, mo DATE,"
                + " customer_id STRING, store_id STRING,"
                + " sold ARRAY<ROW<product_id STRING, revision INT, quantity INT, price BIGINT,"
                + " discount BIGINT>>>"))
public final class DecodeOrder extends TableFunction<Row> {
  private static final long serialVersionUID = 1L;
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private transient EventDecoder decoder;

  @Override
  public void open(FunctionContext context) {
    decoder = new EventDecoder();
  }

  /** Called by Flink. */
  public void eval(byte[] bytes) throws WireException {
    if (decoder.decode(bytes) instanceof OrderPlaced order) {
      collect(row(order));
    }
  }

  private static Row row(OrderPlaced order) {
    ByteBuffer id = ByteBuffer.wrap(order.getEventId().bytes());
    ZonedDateTime time = order.getOccurredAt().atZone(ZONE);
    LocalDate day = time.toLocalDate();
    LocalDateTime hour =
        time.toOffsetDateTime()
            .truncatedTo(ChronoUnit.HOURS)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .toLocalDateTime();
    return Row.of(
        new UUID(id.getLong(), id.getLong()).toString(),
        order.getOrderId(),
        hour,
        day,
        day.withDayOfMonth(1),
        order.getCustomerId(),
        order.getStoreId(),
        lines(order.getLines()));
  }

  private static Row[] lines(List<OrderLine> lines) {
    return lines.stream()
        .map(
            line ->
                Row.of(
                    line.getProductId(),
                    line.getProductRevision(),
                    line.getQuantity(),
                    line.getUnitPriceMicros(),
                    line.getDiscountMicros()))
        .toArray(Row[]::new);
  }
}
