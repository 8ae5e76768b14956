package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What every page is given: the database, the formatter, the templates and the frame around it. */
public final class Shell {
  private final Database database;
  private final Format format;
  private final Clock clock;
  private final Templates templates;
  private final Assets assets = Assets.load();
  private final URI flink;
  private final StripQuery stripQuery;
  private final SealQuery sealQuery;
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
    this.stripQuery = new StripQuery(database);
    this.sealQuery = new SealQuery(database);
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
        page, title, live, parts, look, Guest.of(request), strip(), attention.get(), assets, flink);
  }

  /** The frame around a page that is none of the sidebar's, whatever its address asks for. */
  Frame plainFrame(Context request, String title) {
    return new Frame(
        "",
        title,
        "",
        "",
        Look.system(),
        Guest.of(request),
        strip(),
        attention.get(),
        assets,
        flink);
  }

  /** What is kept up to date on every page: the strip, and what needs somebody. */
  public List<LiveEvent> liveParts() {
    return List.of(
        liveStrip(),
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
    return Strip.of(
        Panel.of(stripQuery::read),
        eventsWait.getAsBoolean(),
        Seal.of(Panel.of(sealQuery::read), now),
        format,
        now);
  }
}
