package dev.highstreet.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireReaderTest {
  private final WireReader reader = new WireReader();
  private final EventDecoder decoder = new EventDecoder();

  @ParameterizedTest
  @MethodSource("dev.highstreet.schemas.ExampleEvents#ofEverySchema")
  void wholeEventIsReadWithAllItsFields(SpecificRecord event) {
    byte[] bytes = new EventEncoder().encode(event);

    WireReading reading = reader.read(bytes);

    assertThat(reading.problem()).isEmpty();
    assertThat(reading.faulty()).isEmpty();
    assertThat(reading.schema()).contains(event.getSchema().getName());
    assertThat(reading.end()).isEqualTo(bytes.length);
    assertThat(reading.fields().keySet())
        .containsExactlyElementsOf(
            event.getSchema().getFields().stream().map(Schema.Field::name).toList());
    assertThat(reading.fields()).containsEntry("occurredAt", ExampleEvents.DECEMBER_FIRST);
  }

  @Test
  void whatWasReadOfACutOrderIsKeptWithWhereItStopped() {
    byte[] whole = new EventEncoder().encode(ExampleEvents.order());
    WireReading complete = reader.read(whole);
    int before = 0;
    for (int length = 10; length < whole.length; length++) {
      WireReading reading = reader.read(Arrays.copyOf(whole, length));
      assertThat(reading.problem()).get().asString().contains("at offset");
      assertThat(complete.fields().keySet()).containsAll(reading.fields().keySet());
      assertThat(reading.fields().size()).isGreaterThanOrEqualTo(before);
      before = reading.fields().size();
    }
  }

  @Test
  void brokenLineKeepsTheLinesBeforeIt() {
    byte[] bytes = new EventEncoder().encode(ExampleEvents.order());
    String text = new String(bytes, US_ASCII);
    int second = text.lastIndexOf("productId");
    bytes[second - 1] = 0x01; // the length of the text: -1

    WireReading reading = reader.read(bytes);

    assertThat(reading.problem())
        .get()
        .asString()
        .contains("in lines[1].productId", "at offset " + (second - 1));
    assertThat((List<?>) reading.fields().get("lines"))
        .hasSize(2)
        .last()
        .isEqualTo(Map.of("lineNumber", 7));
    assertThat(reading.faulty()).contains(new WireReading.Span(second - 1, second));
  }

  @Test
  void readsWholeWhatTheDecoderTakesAndNothingElse() {
    byte[] valid = new EventEncoder().encode(ExampleEvents.order());
    for (int position = 0; position < valid.length; position++) {
      byte[] changed = valid.clone();
      for (int step = 1; step < 256; step++) {
        changed[position] = (byte) (valid[position] + step);
        assertThat(reader.read(changed).isWhole()).isEqualTo(decodes(changed));
      }
    }
  }

  @Test
  void bytesOfAnUnknownSchemaAreNamedAndGuessed() {
    byte[] bytes = new EventEncoder().encode(ExampleEvents.order());
    bytes[5] ^= 0x55;

    WireReading reading = reader.read(bytes);

    assertThat(reading.schema()).isEmpty();
    assertThat(reading.faulty()).as("the fingerprint").contains(new WireReading.Span(2, 10));
    assertThat(reading.problem()).get().asString().contains("is not known");
    assertThat(reader.knownFingerprints())
        .containsKeys("OrderPlaced", "OrderPlaced-v1")
        .doesNotContainValue(reading.fingerprint().orElseThrow());
    assertThat(reader.guess(bytes, Topic.ORDERS))
        .get()
        .satisfies(guess -> assertThat(guess.fields()).containsEntry("orderId", "orderId"));
    assertThat(reader.guess(bytes, Topic.PRODUCTS)).isEmpty();
  }

  @Test
  void bytesWithoutAFrameSayWhatIsMissing() {
    assertThat(reader.read(null).problem()).contains("the record has no value");
    assertThat(reader.read(new byte[4]).problem()).get().asString().contains("too few");
    assertThat(reader.read("no event at all".getBytes(US_ASCII)).problem())
        .get()
        .asString()
        .contains("6e6f", "marker c301");
  }

  private boolean decodes(byte[] bytes) {
    try {
      return decoder.decode(bytes) != null;
    } catch (WireException e) {
      return false;
    }
  }
}
