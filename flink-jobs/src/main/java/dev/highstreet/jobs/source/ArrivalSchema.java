package dev.highstreet.jobs.source;

import dev.highstreet.jobs.event.Arrival;
import dev.highstreet.jobs.event.Origin;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Emits one {@link Arrival} for every Kafka record, whatever its bytes: ticks too, as a
 * deserializer that emits nothing does not move time, and an exception here would fail the job
 * without naming the record.
 */
final class ArrivalSchema implements KafkaRecordDeserializationSchema<Arrival> {
  private static final long serialVersionUID = 1L;

  private transient ArrivalDecoder decoder;

  @Override
  public void open(InitializationContext context) {
    decoder = new ArrivalDecoder();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<Arrival> out) {
    Origin origin =
        new Origin(message.topic(), message.partition(), message.offset(), message.timestamp());
    out.collect(decoder.decode(origin, message.key(), message.value()));
  }

  @Override
  public TypeInformation<Arrival> getProducedType() {
    return TypeInformation.of(Arrival.class);
  }
}
