package dev.highstreet.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

class WireRoundTripTest {
  @Property(tries = 1500)
  void everyEventComesBackEqual(@ForAll("events") SpecificRecord event) throws WireException {
    byte[] bytes = new EventEncoder().encode(event);
    assertThat(new EventDecoder().decode(bytes)).isEqualTo(event);
  }

  @Property(tries = 300)
  void oneEncoderAndOneDecoderServeEveryEventInTurn(
      @ForAll("events") SpecificRecord first, @ForAll("events") SpecificRecord second)
      throws WireException {
    EventEncoder encoder = new EventEncoder();
    EventDecoder decoder = new EventDecoder();
    byte[] firstBytes = encoder.encode(first);
    byte[] secondBytes = encoder.encode(second);
    assertThat(decoder.decode(firstBytes)).isEqualTo(first);
    assertThat(decoder.decode(secondBytes)).isEqualTo(second);
  }

  @Property(tries = 1500)
  void bytesAreThoseOfAvrosOwnWriter(@ForAll("events") SpecificRecord event) throws Exception {
    SpecificData model = SpecificData.getForClass(event.getClass());
    BinaryMessageEncoder<SpecificRecord> avro =
        new BinaryMessageEncoder<>(model, event.getSchema());
    assertThat(ByteBuffer.wrap(new EventEncoder().encode(event))).isEqualTo(avro.encode(event));
  }

  @Example
  void fieldThatMustNotBeNullIsNamed() {
    OrderPlaced order = ExampleEvents.order();
    order.getLines().get(1).put("productId", null);
    assertThatThrownBy(() -> new EventEncoder().encode(order))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("OrderLine.productId is null");
  }

  @Property(tries = 300)
  void avrosOwnReaderOfSingleObjectEncodingReadsOurBytes(@ForAll("orders") SpecificRecord order)
      throws Exception {
    byte[] bytes = new EventEncoder().encode(order);
    assertThat(OrderPlaced.fromByteBuffer(ByteBuffer.wrap(bytes))).isEqualTo(order);
  }

  @Provide
  Arbitrary<SpecificRecord> events() {
    return Arbitraries.of(KnownSchemas.CURRENT).flatMap(ArbitraryEvents::of);
  }

  @Provide
  Arbitrary<SpecificRecord> orders() {
    return ArbitraryEvents.of(OrderPlaced.getClassSchema());
  }
}
