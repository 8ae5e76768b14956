package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What every page is given: the database, the formatter, the templates and the frame around it. */
public final class Shell {
  /** Figures of the strip are good enough for so long; it is shown once a second. */
  private static final Duration KEEP = Duration.ofMillis(250);

  private final Database database;
  private final Format format;
  private final Clock clock;
  private final Templates templates;
  private final Assets assets = Assets.load();
  private final URI flink;
  private final LastKnown<StripQuery.Clocks> clocks;
  private final LastKnown<Optional<Seal.Comparison>> seal;
  private final BooleanSupplier eventsWait;
  private final Supplier<Attention> attention;

  /**
   * Loads scripts and styles.
   *
   * @param clock the wall clock, for ages only
   * @param eventsWait whether events wait that the job has not counted yet
   * @param attention what needs somebody; asked often, so it is to be known already
   */
  public Shell(
      Database database,
      Format format,
      Clock clock,
      Templates templates,
      URI flink,
      BooleanSupplier eventsWait,
      Supplier<Attention> attention) {
    this.database = requireNonNull(database, "database is null");
    this.format = requireNonNull(format, "format is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.templates = requireNonNull(templates, "templates is null");
    this.flink = requireNonNull(flink, "flink is null");
    this.eventsWait = requireNonNull(eventsWait, "eventsWait is null");
    this.attention = requireNonNull(attention, "attention is null");
    this.clocks = new LastKnown<>(new StripQuery(database)::read, KEEP, clock);
    this.seal = new LastKnown<>(new SealQuery(database)::read, KEEP, clock);
  }

  /** The way to Postgres. */
  public Database database() {
    return database;
  }

  /** The formatter, in the business zone. */
  public Format format() {
    return format;
  }

  /** The wall clock, for ages only. */
  public Clock clock() {
    return clock;
  }

  /** Scripts and styles. */
  public Assets assets() {
    return assets;
  }

  /** Renders a fragment. */
  public String text(String template, Map<String, Object> model) {
    return templates.text(template, model);
  }

  /**
   * The frame around a page, with the strip as it is now.
   *
   * @param page its name in the sidebar
   * @param live address of its event stream; empty for a page without one
   * @param parts names of the parts that the stream renews
   * @throws WrongParameter if the address asks for a look there is not
   */
  public Frame frame(Context request, String page, String title, String live, String parts) {
    Look look = Look.of(Parameters.of(request));
    return new Frame(
        page,
        title,
        live,
        parts,
        look,
        Guest.of(request),
        strip(),
        attention.get(),
        assets,
        flink,
        format);
  }

  /**
   * The frame around a page that is none of the sidebar's, whatever its address asks for.
   *
   * @param live address of its event stream; empty for a page without one
   */
  Frame plainFrame(Context request, String title, String live) {
    return new Frame(
        "",
        title,
        live,
        "",
        Look.system(),
        Guest.of(request),
        strip(),
        attention.get(),
        assets,
        flink,
        format);
  }

  /** What is kept up to date on every page: the strip, what is silent, and what needs somebody. */
  public List<LiveEvent> liveParts() {
    return List.of(
        liveStrip(),
        new LiveEvent(
            "outages",
            "",
            Duration.ofSeconds(1),
            () ->
                text(
                    "shell/outages.jte",
                    Map.of("silent", attention.get().silent(), "format", format))),
        new LiveEvent(
            "attention",
            "",
            Duration.ofSeconds(2),
            () -> text("shell/attention.jte", Map.of("attention", attention.get()))));
  }

  private LiveEvent liveStrip() {
    return new LiveEvent(
        "strip",
        "",
        Duration.ofSeconds(1),
        () -> text("shell/strip.jte", Map.of("strip", strip())));
  }

  /** The line above every page, as it is now. */
  public Strip strip() {
    Instant now = clock.instant();
    return Strip.of(clocks.get(), eventsWait.getAsBoolean(), Seal.of(seal.get(), now), format, now);
  }
}
