package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * What the layout needs of a page.
 *
 * @param page its name in the sidebar
 * @param title its name in the browser's tab
 * @param live address of its event stream; empty for a page without one
 * @param parts names of the parts that the stream renews, apart from the strip
 * @param look theme and view
 * @param guest whom the page is for
 * @param strip the line above the page
 * @param attention what needs somebody, in the sidebar
 * @param assets addresses of scripts and styles
 * @param flink the Flink web UI
 * @param format writes times in the business zone
 */
public record Frame(
    String page,
    String title,
    String live,
    String parts,
    Look look,
    Guest guest,
    Strip strip,
    Attention attention,
    Assets assets,
    URI flink,
    Format format) {
  public Frame {
    requireNonNull(page, "page is null");
    requireNonNull(title, "title is null");
    requireNonNull(live, "live is null");
    requireNonNull(parts, "parts is null");
    requireNonNull(look, "look is null");
    requireNonNull(guest, "guest is null");
    requireNonNull(strip, "strip is null");
    requireNonNull(attention, "attention is null");
    requireNonNull(assets, "assets is null");
    requireNonNull(flink, "flink is null");
    requireNonNull(format, "format is null");
  }
}
