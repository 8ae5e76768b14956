package dev.highstreet.bench.races;

import static java.util.Objects.requireNonNull;

import dev.highstreet.bench.races.SalesMart.Grain;
import dev.highstreet.bench.races.SalesMart.Grouping;
import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.OrderLine;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.ProductRevised;
import dev.highstreet.schemas.StoreRevised;
import dev.highstreet.schemas.Topic;
import dev.highstreet.schemas.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One thread that reads Kafka, decodes, drops repeats, finds product and store, adds up in hash
 * maps, and copies the rows into Postgres: the same work without Flink, without anything that
 * survives a crash, and so the limit of what a core can do.
 */
final class PlainLoop implements Racer {
  private static final String SCHEMA = "race_loop";
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final int CHUNK = 1 << 16;

  private final Arena arena;

  PlainLoop(Arena arena) {
    this.arena = requireNonNull(arena, "arena is null");
  }

  /** What a group is known by in its mart: a period as its column shows it. */
  private record Key(Object period, String group) {
    private static final int GOLDEN = 0x9E3779B9;

    /** Periods and groups are numbered: a sum of their hashes would meet others. */
    @Override
    public int hashCode() {
      return period.hashCode() * GOLDEN + group.hashCode();
    }
  }

  @Override
  public String name() {
    return "a plain Java loop";
  }

  @Override
  public String schema() {
    return SCHEMA;
  }

  @Override
  public void reset() throws SQLException {
    arena.emptySchema(SCHEMA);
  }

  @Override
  public void run() throws Exception {
    Map<String, ProductRevised> products = new HashMap<>();
    Map<String, String> channels = new HashMap<>();
    Set<EventId> seen = new HashSet<>();
    List<SalesMart> marts = SalesMart.all();
    List<Map<Key, PlainTotals>> totals = new ArrayList<>();
    marts.forEach(mart -> totals.add(new HashMap<>()));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      read(
          consumer,
          Topic.PRODUCTS,
          event -> {
            if (event instanceof ProductRevised product) {
              products.put(product.getProductId() + "/" + product.getRevision(), product);
            }
          });
      read(
          consumer,
          Topic.STORES,
          event -> {
            if (event instanceof StoreRevised store) {
              channels.put(store.getStoreId(), store.getType().name());
            }
          });
      read(
          consumer,
          Topic.ORDERS,
          event -> {
            if (event instanceof OrderPlaced order && seen.add(order.getEventId())) {
              fold(order, marts, totals, products, channels.get(order.getStoreId()));
            }
          });
    }
    write(marts, totals);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            arena.kafka(),
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000));
  }

  /** A topic from its beginning to where it ends now. */
  private static void read(
      KafkaConsumer<byte[], byte[]> consumer, Topic topic, Consumer<SpecificRecord> out)
      throws WireException {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    EventDecoder decoder = new EventDecoder();
    while (partitions.stream().anyMatch(open -> consumer.position(open) < ends.get(open))) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
        out.accept(decoder.decode(message.value()));
      }
    }
  }

  private static void fold(
      OrderPlaced order,
      List<SalesMart> marts,
      List<Map<Key, PlainTotals>> totals,
      Map<String, ProductRevised> products,
      String channel) {
    ZonedDateTime time = order.getOccurredAt().atZone(ZONE);
    Object hour = time.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant();
    LocalDate day = time.toLocalDate();
    LocalDate month = day.withDayOfMonth(1);
    for (OrderLine line : order.getLines()) {
      ProductRevised product = products.get(line.getProductId() + "/" + line.getProductRevision());
      long gross = line.getQuantity() * line.getUnitPriceMicros();
      long cost = line.getQuantity() * product.getUnitCostMicros();
      for (int i = 0; i < marts.size(); i++) {
        SalesMart mart = marts.get(i);
        Object period = mart.grain() == Grain.HOUR ? hour : mart.grain() == Grain.DAY ? day : month;
        Key key = new Key(period, group(mart.grouping(), order, product, channel));
        totals
            .get(i)
            .computeIfAbsent(key, none -> new PlainTotals())
            .add(
                order.getOrderId(),
                order.getCustomerId(),
                line.getQuantity(),
                gross,
                line.getDiscountMicros(),
                cost);
      }
    }
  }

  private static String group(
      Grouping grouping, OrderPlaced order, ProductRevised product, String channel) {
    return switch (grouping) {
      case TOTAL -> "";
      case PRODUCT -> product.getProductId();
      case CATEGORY -> product.getCategory();
      case STORE -> order.getStoreId();
      case CHANNEL -> channel;
    };
  }

  private void write(List<SalesMart> marts, List<Map<Key, PlainTotals>> totals)
      throws SQLException, IOException {
    try (Connection connection = arena.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      statement.execute("SET maintenance_work_mem = '1GB'");
      for (int i = 0; i < marts.size(); i++) {
        SalesMart mart = marts.get(i);
        statement.execute(mart.ddl(SCHEMA));
        copy(connection, SCHEMA + "." + mart.table(), mart, totals.get(i));
        statement.execute(mart.primaryKey(SCHEMA));
      }
    }
  }

  private static void copy(
      Connection connection, String table, SalesMart mart, Map<Key, PlainTotals> rows)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN (FORMAT csv)");
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Key, PlainTotals> row : rows.entrySet()) {
      text.append(row.getKey().period()).append(',');
      if (mart.grouping() != Grouping.TOTAL) {
        text.append(row.getKey().group()).append(',');
      }
      row.getValue().append(text);
      if (text.length() >= CHUNK) {
        send(copy, text);
      }
    }
    send(copy, text);
    long unused = copy.endCopy();
  }

  private static void send(CopyIn copy, StringBuilder text) throws SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }
}
