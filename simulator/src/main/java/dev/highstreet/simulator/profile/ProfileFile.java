package dev.highstreet.simulator.profile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A profile as JSON: fields in the order of the records, a row of figures on a line. Nothing is
 * forgiven on the way in: a field that is unknown, missing, twice there or out of bounds is an
 * error that names it.
 */
public final class ProfileFile {
  private static final ObjectMapper JSON = mapper();

  private ProfileFile() {}

  /**
   * Reads a profile.
   *
   * @throws IllegalArgumentException if it is not a whole profile; the message names the field
   * @throws IOException if the file cannot be read
   */
  public static Profile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Writes a profile, in UTF-8. */
  public static void write(Profile profile, Path file) throws IOException {
    Files.writeString(file, format(profile));
  }

  /**
   * A profile from its text.
   *
   * @throws IllegalArgumentException if it is not a whole profile; the message names the field
   */
  public static Profile parse(String text) {
    try {
      Profile profile = JSON.readValue(text, Profile.class);
      Checks.given("the file's content", profile);
      return profile;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(explain(e), e);
    }
  }

  /** A profile as text; {@link #parse} gives the same profile again. */
  public static String format(Profile profile) {
    try {
      return JSON.writeValueAsString(profile) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile has no JSON form", e);
    }
  }

  private static String explain(JsonProcessingException e) {
    String at = e instanceof JsonMappingException mapping ? path(mapping) : "";
    if (e instanceof ValueInstantiationException
        && e.getCause() instanceof IllegalArgumentException) {
      String reason = e.getCause().getMessage();
      return at.isEmpty() ? reason : reason + " (at " + at + ")";
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "profile: there is no field %s: known here are %s"
          .formatted(at, unknown.getKnownPropertyIds());
    }
    String where =
        e.getLocation() == null ? "" : " in line %d".formatted(e.getLocation().getLineNr());
    return "profile: %s%s: %s"
        .formatted(at.isEmpty() ? "the file" : at, where, e.getOriginalMessage());
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static ObjectMapper mapper() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new OuterIndenter());
    SimpleModule texts =
        new SimpleModule()
            .addSerializer(new AsText<>(LocalDate.class))
            .addSerializer(new AsText<>(ZoneId.class))
            .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse))
            .addDeserializer(ZoneId.class, new FromText<>(ZoneId.class, ZoneId::of));
    return JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
        .defaultPrettyPrinter(printer)
        .addModule(texts)
        .build();
  }

  /** A field a line, but a product a line. */
  private static final class OuterIndenter extends DefaultIndenter {
    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 2;

    OuterIndenter() {
      super("  ", "\n");
    }

    @Override
    public void writeIndentation(JsonGenerator out, int level) throws IOException {
      if (level > DEEPEST) {
        out.writeRaw(' ');
      } else {
        super.writeIndentation(out, level);
      }
    }
  }

  private static final class AsText<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;

    AsText(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    /** Reads a text that may not be a value. */
    interface Reading<T> {
      T of(String text);
    }

    private final transient Reading<T> reading;

    FromText(Class<T> type, Reading<T> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getValueAsString();
      try {
        return reading.of(text);
      } catch (DateTimeException e) {
        return (T) context.handleWeirdStringValue(handledType(), text, "%s", e.getMessage());
      }
    }
  }
}
