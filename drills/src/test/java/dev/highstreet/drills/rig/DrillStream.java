package dev.highstreet.drills.rig;

import dev.highstreet.drills.shop.DirtyMonth;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What flows in a drill.
 *
 * @param month what is true in the end
 * @param records what is sent
 */
public record DrillStream(DirtyMonth month, List<ProducerRecord<byte[], byte[]>> records) {
  /** A month as it is. */
  public static DrillStream of(DirtyMonth month) {
    return new DrillStream(month, month.records());
  }
}
