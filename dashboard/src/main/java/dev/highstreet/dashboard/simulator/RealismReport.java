package dev.highstreet.dashboard.simulator;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * How like a real shop a simulated one is, as {@code calibrate} writes it down: figures and words
 * as they are to be shown, charts drawn on a canvas of 520 by 232 units.
 *
 * @param format of the file it was read from
 * @param made when, on the wall clock
 * @param profile what tells the profile that it is about from every other
 * @param report what it says
 */
public record RealismReport(int format, Instant made, String profile, Body report) {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public RealismReport {
    requireNonNull(made, "made is null");
    requireNonNull(profile, "profile is null");
    requireNonNull(report, "report is null");
  }

  /** As it is in the file, where a time is a text. */
  private record Content(int format, String made, String profile, Body report) {}

  /**
   * What a report says.
   *
   * @param shop the profile's name
   * @param file the name of the file that was read
   * @param source where its figures come from
   * @param facts about the file
   * @param verdict in figures; empty where nothing was scored
   * @param dropped rows that were left out, by reason
   * @param notes what the file cannot tell, and what was assumed for it
   * @param scores empty where nothing was scored
   * @param unscored why there are no scores; empty if there are
   * @param charts null where nothing was scored
   * @param sections of the profile, and where each comes from
   */
  public record Body(
      String shop,
      String file,
      String source,
      List<Fact> facts,
      List<Fact> verdict,
      List<Fact> dropped,
      List<String> notes,
      List<Score> scores,
      String unscored,
      Charts charts,
      List<Section> sections) {
    public Body {
      facts = List.copyOf(facts);
      verdict = List.copyOf(verdict);
      dropped = List.copyOf(dropped);
      notes = List.copyOf(notes);
      scores = List.copyOf(scores);
      sections = List.copyOf(sections);
    }
  }

  /** A figure, its name, and what there is to add. */
  public record Fact(String label, String value, String note) {}

  /**
   * A row of the scorecard.
   *
   * @param label what was compared
   * @param definition what that is, in a sentence
   * @param kind how
   * @param value simulated against real
   * @param floor the same between halves of the real shop
   * @param goal what had to be reached
   * @param splits in how many splits of all it was
   * @param verdict met, missed, or why there is none
   * @param met whether the goal was reached
   * @param taken whether there was anything to compare
   * @param bar how far the value is on the way to twice its goal, 0 to 100
   * @param mark where the floor is on that way
   */
  public record Score(
      String label,
      String definition,
      String kind,
      String value,
      String floor,
      String goal,
      String splits,
      String verdict,
      boolean met,
      boolean taken,
      int bar,
      int mark) {}

  /** The charts, in their groups. */
  public record Charts(
      List<Curves> orders,
      Curves price,
      Bars quantities,
      Curves products,
      List<Curves> customers,
      Bars months,
      Week week) {
    public Charts {
      orders = List.copyOf(orders);
      customers = List.copyOf(customers);
    }
  }

  /** What is said around a chart; its distance is empty where nothing was scored. */
  public record Figure(String title, String says, String distance) {}

  /** A labelled place along an axis. */
  public record Tick(double at, String label) {}

  /** Two curves over the same axes, as paths; the real one may be the outline of an area. */
  public record Curves(
      Figure figure,
      List<Tick> across,
      List<Tick> up,
      String axis,
      String real,
      boolean filled,
      String simulated,
      Table table) {
    public Curves {
      across = List.copyOf(across);
      up = List.copyOf(up);
    }
  }

  /** Pairs of bars. */
  public record Bars(Figure figure, List<Pair> pairs, List<Tick> up, String axis, Table table) {
    /** Two bars of one width side by side, by the place of the first and by their tops. */
    public record Pair(String label, double left, double width, double real, double simulated) {}

    public Bars {
      pairs = List.copyOf(pairs);
      up = List.copyOf(up);
    }
  }

  /** What a chart shows, in figures: each row what it is at, the real and the simulated figure. */
  public record Table(String at, String of, List<Row> rows) {
    /** A row. */
    public record Row(String at, String real, String simulated) {}

    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** The week of both shops; how busy an hour is, 0 to 100 % of the busiest of all. */
  public record Week(Figure figure, List<Day> real, List<Day> simulated) {
    /** A weekday. */
    public record Day(String name, List<Integer> hours) {
      public Day {
        hours = List.copyOf(hours);
      }
    }

    public Week {
      real = List.copyOf(real);
      simulated = List.copyOf(simulated);
    }
  }

  /** A section of the profile, and on what, by whom or why it is what it is. */
  public record Section(String section, String basis, String reason) {}

  /**
   * Reads a report.
   *
   * @throws IllegalArgumentException if this is none, or one of another form; the message says why
   */
  public static RealismReport parse(String text) {
    try {
      Content content = JSON.readValue(text, Content.class);
      if (content.format() != FORMAT) {
        throw new IllegalArgumentException(
            "its format is %d, and %d can be read".formatted(content.format(), FORMAT));
      }
      return new RealismReport(
          FORMAT, Instant.parse(content.made()), content.profile(), content.report());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no report: " + e.getOriginalMessage(), e);
    } catch (DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException("it is no whole report: " + e.getMessage(), e);
    }
  }
}
