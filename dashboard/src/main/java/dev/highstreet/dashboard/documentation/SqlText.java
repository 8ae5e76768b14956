package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQL as text: where statements end, what a comment at the head says. */
final class SqlText {
  private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$\\w*\\$");
  private static final Pattern COMMENT_MARK = Pattern.compile("^-- ?");

  private SqlText() {}

  /** The statements of a script in turn, without comments and without their semicolons. */
  static List<String> statements(String script) {
    return parts(script, ';');
  }

  /** What commas part in a list, but for those within brackets and quotes. */
  static List<String> items(String list) {
    return parts(list, ',');
  }

  private static List<String> parts(String script, char between) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    StringBuilder part = new StringBuilder();
    while (from < script.length()) {
      int next = afterToken(script, from);
      String token = script.substring(from, next);
      char first = token.charAt(0);
      depth += first == '(' ? 1 : first == ')' ? -1 : 0;
      if (first == between && depth == 0) {
        addTo(parts, part);
      } else if (!token.startsWith("--")) {
        part.append(token);
      }
      from = next;
    }
    addTo(parts, part);
    return List.copyOf(parts);
  }

  private static void addTo(List<String> parts, StringBuilder part) {
    String text = part.toString().strip();
    if (!text.isEmpty()) {
      parts.add(text);
    }
    part.setLength(0);
  }

  /** Behind the comment, the quoted text or the character that begins here. */
  private static int afterToken(String script, int from) {
    char first = script.charAt(from);
    if (script.startsWith("--", from)) {
      int end = script.indexOf('\n', from);
      return end < 0 ? script.length() : end;
    }
    if (first == '\'' || first == '"') {
      return behind(script, String.valueOf(first), from + 1);
    }
    if (first == '$') {
      var quote = DOLLAR_QUOTE.matcher(script).region(from, script.length());
      if (quote.lookingAt()) {
        return behind(script, quote.group(), quote.end());
      }
    }
    return from + 1;
  }

  private static int behind(String script, String closing, int from) {
    int at = script.indexOf(closing, from);
    return at < 0 ? script.length() : at + closing.length();
  }

  /** What the comment says that a script begins with, in one line; empty if there is none. */
  static String headComment(String script) {
    StringBuilder comment = new StringBuilder();
    for (String line : script.lines().takeWhile(line -> line.startsWith("--")).toList()) {
      comment.append(COMMENT_MARK.matcher(line).replaceFirst("")).append(' ');
    }
    return comment.toString().strip();
  }
}
