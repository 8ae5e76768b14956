package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.schemas.inspect.PrintableJson;
import java.io.PrintStream;
import java.util.Locale;

/** Says what became of each letter, as it happens, and sums up; or all in one line for machines. */
final class ReplayReport {
  private final PrintStream out;
  private final boolean json;
  private final boolean dryRun;
  private final ObjectNode root = new ObjectMapper().createObjectNode();
  private int sent;
  private int kept;

  ReplayReport(PrintStream out, boolean json, boolean dryRun) {
    this.out = requireNonNull(out, "out is null");
    this.json = json;
    this.dryRun = dryRun;
    root.putArray("letters");
  }

  void add(Place place, Replaying.Result result) {
    if (result.sent()) {
      sent++;
    } else {
      kept++;
    }
    if (json) {
      ObjectNode letter =
          root.withArray("letters")
              .addObject()
              .put("place", place.toString())
              .put("sent", result.sent() && !dryRun)
              .put("why", result.why());
      result.to().ifPresent(to -> letter.put("to", to.toString()));
      result.outlook().ifPresent(outlook -> letter.put("outlook", outlook));
    } else if (result.sent()) {
      out.printf(
          "%s  %s: %s; %s%n",
          place,
          result.to().map("sent to %s"::formatted).orElse("would be sent"),
          result.why(),
          result.outlook().orElseThrow());
    } else {
      out.printf("%s  not sent: %s%n", place, result.why());
    }
  }

  /** Letters that were not sent. */
  int kept() {
    return kept;
  }

  void end() {
    if (json) {
      out.println(
          PrintableJson.line(
              root.put("sent", dryRun ? 0 : sent).put("kept", kept).put("dryRun", dryRun)));
    } else {
      out.printf(Locale.ROOT, "%,d %s, %,d not.%n", sent, dryRun ? "would be sent" : "sent", kept);
    }
  }
}
