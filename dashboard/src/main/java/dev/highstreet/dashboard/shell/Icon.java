package dev.highstreet.dashboard.shell;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lucide icons from the WebJar, written into the page; decoration, so hidden from screen readers.
 */
public final class Icon {
  private static final Map<String, String> SHAPES = new ConcurrentHashMap<>();

  private Icon() {}

  /**
   * The icon at text size.
   *
   * @param name as Lucide names it
   * @throws IllegalArgumentException if Lucide has no such icon
   */
  public static Content of(String name) {
    return written(name, "icon");
  }

  /** The icon at 20 px. */
  public static Content large(String name) {
    return written(name, "icon icon-l");
  }

  private static Content written(String name, String classes) {
    String shapes = SHAPES.computeIfAbsent(name, Icon::load);
    return output ->
        output.writeContent(
            "<svg class=\"%s\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">%s</svg>"
                .formatted(classes, shapes));
  }

  private static String load(String name) {
    String path = "icons/" + name + ".svg";
    try (InputStream file = WebJar.LUCIDE.open(path)) {
      String svg = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      int from = svg.indexOf('>', svg.indexOf("<svg")) + 1;
      return svg.substring(from, svg.indexOf("</svg>")).strip().replaceAll("\\s*\\n\\s*", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read icon " + name, e);
    }
  }
}
