package dev.highstreet.dashboard.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.highstreet.dashboard.shell.RequestProblem;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * JSON as RFC 8259 has it, and stricter where readers disagree: UTF-8 alone, no name twice in an
 * object, nothing after the value, no nesting deeper than an order needs. Numbers are exact.
 */
public final class StrictJson {
  private static final int DEEPEST = 8;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_NAME = 200;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /**
   * Reads one value.
   *
   * @throws RequestProblem 400 that says where the bytes are no such JSON
   */
  public static JsonNode read(byte[] bytes) {
    try {
      JsonNode value = JSON.readTree(text(bytes));
      if (value.isMissingNode()) {
        throw malformed("It is empty.");
      }
      return value;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : "Line %d, column %d: "
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      String what = e.getOriginalMessage().lines().findFirst().orElse("");
      throw malformed(where + Problems.printable(what));
    }
  }

  /** Jackson itself would guess other encodings, and let some bytes pass that are none. */
  private static String text(byte[] bytes) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = strict.decode(in, out, true);
    if (result.isError()) {
      throw malformed("It is no UTF-8: see the byte at offset %d.".formatted(in.position()));
    }
    try {
      if (strict.flush(out).isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("UTF-8 keeps nothing back", e);
    }
    return out.flip().toString();
  }

  private static RequestProblem malformed(String detail) {
    return new RequestProblem(
        HttpStatus.BAD_REQUEST, "The body is not JSON as it is taken here", detail);
  }
}
