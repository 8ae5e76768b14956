package dev.highstreet.cli.letters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DatabaseAtHand;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.cli.local.JobOptions;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.schemas.Topic;
import dev.highstreet.schemas.inspect.Printable;
import dev.highstreet.schemas.inspect.PrintableJson;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
    name = "list",
    description = {
      "Lists what was quarantined: how many letters of each reason, then the newest ones, a line each.",
      "The database is that of --database, of the platform that runs on --data, or the one that an"
          + " earlier platform left there."
    })
public final class ListLetters implements Callable<Integer> {
  static final String NO_DATABASE =
      "there are no dead letters in %s: replay a file first, or name a database with --database";

  private final Surroundings surroundings;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those of a reason, such as UNKNOWN_SCHEMA.")
  private String reason;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      converter = Place.TopicReader.class,
      description = "Only those of a topic, such as orders.")
  private Topic topic;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description =
          "Only records written at this time or later: a day (2011-12-01), a time"
              + " (2011-12-01T08:26) in --time-zone, or one that says its own (2011-12-01T08:26:00Z).")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Only records written before this time, or by the end of this day.")
  private String to;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/London",
      converter = JobOptions.Zone.class,
      description = "Where days begin; ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Letters to list at most; ${DEFAULT-VALUE}. All are counted.")
  private int limit;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;

  /** A command in its surroundings. */
  public ListLetters(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What there is of a selection. */
  private record Found(List<Letters.ReasonCount> reasons, List<Letters.Line> lines) {}

  @Override
  public Integer call() {
    if (limit < 0) {
      throw CommandException.usedWrongly("--limit is %d; it must be 0 or more".formatted(limit));
    }
    Selection selection =
        new Selection(
            Optional.ofNullable(reason),
            Optional.ofNullable(topic),
            Optional.ofNullable(from).map(text -> RecordTime.first("--from", text, zone)),
            Optional.ofNullable(to).map(text -> RecordTime.end("--to", text, zone)));
    Found found =
        DatabaseAtHand.ask(
            options, surroundings, "dead-letters", NO_DATABASE, all -> find(all, selection));
    if (json) {
      surroundings.out().println(PrintableJson.line(asJson(found)));
    } else {
      print(found);
    }
    return 0;
  }

  private Found find(Databases databases, Selection selection) {
    Letters letters = new Letters(databases);
    return new Found(letters.reasons(selection), letters.lines(selection, limit));
  }

  private void print(Found found) {
    for (Letters.ReasonCount count : found.reasons()) {
      surroundings
          .out()
          .printf(
              Locale.ROOT,
              "%,9d  %s, in %,d %s%n",
              count.letters(),
              Printable.text(count.reason()),
              count.records(),
              count.records() == 1 ? "record" : "records");
    }
    long all = found.reasons().stream().mapToLong(Letters.ReasonCount::letters).sum();
    surroundings.out().println(all == 0 ? "No dead letters." : "");
    for (Letters.Line line : found.lines()) {
      surroundings
          .out()
          .printf(
              "%s  %s  %s  %s  %s%s%n",
              line.place(),
              line.fault().line() == 0 ? "whole" : "line " + line.fault().line(),
              line.fault().stage(),
              line.fault().reason(),
              Printable.text(line.fault().detail()),
              line.replayedAt().map(" (sent back %s)"::formatted).orElse(""));
    }
    if (all > found.lines().size()) {
      surroundings
          .out()
          .printf(Locale.ROOT, "… and %,d older ones (--limit)%n", all - found.lines().size());
    }
  }

  private static ObjectNode asJson(Found found) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ObjectNode reasons = root.putObject("reasons");
    found.reasons().forEach(count -> reasons.put(count.reason(), count.letters()));
    root.putArray("letters");
    for (Letters.Line line : found.lines()) {
      ObjectNode letter =
          root.withArray("letters")
              .addObject()
              .put("place", line.place().toString())
              .put("line", line.fault().line())
              .put("stage", line.fault().stage())
              .put("reason", line.fault().reason())
              .put("detail", line.fault().detail())
              .put("recordTime", line.recordTime().toString());
      line.replayedAt().ifPresent(at -> letter.put("replayedAt", at.toString()));
    }
    return root;
  }
}
