package dev.highstreet.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.highstreet.schemas.WireException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedRecordsTest {
  private static final List<SpecificRecord> EVENTS = ExampleEvents.ofEverySchema();

  private final EventDecoder decoder = new EventDecoder();

  @ParameterizedTest
  @FieldSource("EVENTS")
  void damagedRecordDoesNotDisturbTheNext(SpecificRecord event) throws WireException {
    byte[] valid = bytesOf(event);
    for (int cut = 1; cut < valid.length; cut++) {
      assertThat(decoder.decode(valid)).isEqualTo(event);
      faultOf(Arrays.copyOf(valid, valid.length - cut));
      assertThat(decoder.decode(valid)).isEqualTo(event);
      assertThat(decoder.decode(valid)).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @MethodSource("recordsOfEveryVersion")
  void everySingleByteChangeDecodesOrIsRefused(byte[] valid) throws WireException {
    SpecificRecord event = decoder.decode(valid);
    for (int position = 0; position < valid.length; position++) {
      byte[] changed = valid.clone();
      for (int step = 1; step < 256; step++) {
        changed[position] = (byte) (valid[position] + step);
        decodeOrRefuse(changed);
      }
    }
    assertThat(decoder.decode(valid)).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("recordsOfEveryVersion")
  void everyTruncationIsRefused(byte[] valid) {
    for (int length = 0; length < valid.length; length++) {
      assertThat(faultOf(Arrays.copyOf(valid, length))).isEqualTo(Fault.UNDECODABLE);
    }
  }

  @ParameterizedTest
  @FieldSource("EVENTS")
  void trailingBytesAreRefused(SpecificRecord event) {
    byte[] valid = bytesOf(event);
    assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(valid, valid.length + 3)))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("3 bytes left over after " + event.getSchema().getName())
        .hasMessageContaining("offset " + valid.length);
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 20, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, -5, Long.MIN_VALUE})
  void lengthThatTheRecordCannotHoldIsRefusedBeforeAnythingIsAllocated(long length) {
    assertThat(faultOf(orderThatClaims(length, "orderId"))).isEqualTo(Fault.UNDECODABLE);
    assertThat(faultOf(orderThatClaims(length, "lines"))).isEqualTo(Fault.UNDECODABLE);
  }

  @Test
  void missingValueIsUndecodable() {
    assertThat(faultOf(null)).isEqualTo(Fault.UNDECODABLE);
    assertThat(faultOf(new byte[0])).isEqualTo(Fault.UNDECODABLE);
  }

  @Test
  void wrongMarkerIsNamed() {
    byte[] bytes = bytesOf(EVENTS.get(0));
    bytes[0] = 0x7B;
    assertThatThrownBy(() -> decoder.decode(bytes))
        .hasMessage("starts with 7b01 instead of the marker c301");
  }

  @Test
  void unknownFingerprintIsAnUnknownSchema() {
    byte[] bytes = bytesOf(EVENTS.get(0));
    Arrays.fill(bytes, 2, WireFormat.HEADER_LENGTH, (byte) 0x11);
    WireException refusal = catchThrowableOfType(WireException.class, () -> decoder.decode(bytes));
    assertThat(refusal.fault()).isEqualTo(Fault.UNKNOWN_SCHEMA);
    assertThat(refusal).hasMessageContaining("1111111111111111");
  }

  static Stream<byte[]> recordsOfEveryVersion() {
    return Stream.concat(
        EVENTS.stream().map(DamagedRecordsTest::bytesOf),
        KnownSchemas.FROZEN.stream().map(FrozenEvents::exampleBytes));
  }

  private Fault faultOf(byte[] bytes) {
    return catchThrowableOfType(WireException.class, () -> decoder.decode(bytes)).fault();
  }

  /** Any other exception, and any error, fails the test that calls this. */
  private void decodeOrRefuse(byte[] bytes) {
    try {
      assertThat(decoder.decode(bytes)).isNotNull();
    } catch (WireException refused) {
      assertThat(refused.getMessage()).isNotBlank().doesNotContain("null");
    }
  }

  private static byte[] bytesOf(SpecificRecord event) {
    return new EventEncoder().encode(event);
  }

  /** An order up to the length of the field, which is claimed, and then forty zero bytes. */
  private static byte[] orderThatClaims(long length, String field) {
    OrderPlaced order = ExampleEvents.order();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytesOf(order), 0, WireFormat.HEADER_LENGTH);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      encoder.writeFixed(order.getEventId().bytes());
      encoder.writeLong(order.getOccurredAt().toEpochMilli());
      encoder.writeLong(order.getReceivedAt().toEpochMilli());
      if (field.equals("lines")) {
        encoder.writeString("order");
        encoder.writeIndex(0);
        encoder.writeString("store");
        encoder.writeIndex(0);
      }
      encoder.writeLong(length);
      encoder.flush();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    out.writeBytes(new byte[40]);
    return out.toByteArray();
  }
}
