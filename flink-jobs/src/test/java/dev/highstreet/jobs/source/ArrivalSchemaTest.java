package dev.highstreet.jobs.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ArrivalSchemaTest {
  private static final byte[] TICK = new EventEncoder().encode(WireEvents.tick());
  private static final byte[] ORDER = new EventEncoder().encode(WireEvents.order());

  @Test
  void everyRecordIsAnArrivalWhateverItHolds() throws Exception {
    List<Arrival> arrivals = read(ORDER, TICK, null, "broken".getBytes(UTF_8), ORDER);
    assertThat(arrivals).hasSize(5);
    assertThat(arrivals)
        .extracting(arrival -> arrival.defect() == null)
        .containsExactly(true, true, false, false, true);
  }

  @Test
  void arrivalKnowsWhereAndWhenKafkaKeptIt() throws Exception {
    assertThat(read(ORDER, ORDER))
        .extracting(Arrival::origin)
        .containsExactly(
            new Origin("highstreet.orders", 3, 0, 1_000),
            new Origin("highstreet.orders", 3, 1, 1_001));
  }

  private static List<Arrival> read(byte[]... values) throws Exception {
    ArrivalSchema schema = InstantiationUtil.clone(new ArrivalSchema());
    schema.open(null);
    List<Arrival> arrivals = new ArrayList<>();
    for (int offset = 0; offset < values.length; offset++) {
      schema.deserialize(message(offset, values[offset]), new ListCollector<>(arrivals));
    }
    return arrivals;
  }

  private static ConsumerRecord<byte[], byte[]> message(int offset, byte[] value) {
    return new ConsumerRecord<>(
        Topic.ORDERS.topicName(),
        3,
        offset,
        1_000 + offset,
        TimestampType.CREATE_TIME,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
