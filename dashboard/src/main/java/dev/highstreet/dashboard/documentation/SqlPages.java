package dev.highstreet.dashboard.documentation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Pages about SQL that judges: the answer key and the data tests, with what each file says. */
final class SqlPages {
  /** Where these pages would be if somebody had written them by hand. */
  static final String ANSWER_KEY = "docs/answer-key.md";

  static final String DATA_TESTS = "docs/data-tests.md";
  static final String TRUTH = "sql/truth";
  static final String FILE_ANCHOR = "sqltruthfilesql";

  private static final String CHECKS = "sql/checks";
  private static final List<String> GROUND =
      List.of(TRUTH + "/base.sql", TRUTH + "/measures.sql", TRUTH + "/file.sql");

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern FENCE = Pattern.compile("(?m)^```");

  private SqlPages() {}

  /** What every answer of the key stands on, and the answers of tables that are no marts. */
  static Manuscript answerKey(SourceFiles files) {
    StringBuilder markdown =
        new StringBuilder(
            """
            # The answer key's SQL

            What every table must hold, computed by DuckDB from the truth, or from a file that was replayed, by SQL that shares nothing with the jobs: \
            [how we know the numbers are right](verify.md). Here is the ground that all answers stand on, then those of tables that are no marts; \
            [each mart](marts/README.md) has its own on its page.
            """);
    for (String path : GROUND) {
      append(markdown, path, files.text(path));
    }
    for (String path : files.in(TRUTH)) {
      if (!GROUND.contains(path) && !path.startsWith(MartPages.ANSWERS)) {
        append(markdown, path, files.text(path));
      }
    }
    return new Manuscript(ANSWER_KEY, "answer-key", Contents.RIGHT, markdown.toString(), false);
  }

  private static void append(StringBuilder markdown, String path, String sql) {
    markdown.append("\n## `").append(path).append("`\n\n").append(code(sql));
  }

  /** Each query that `check` runs. */
  static Manuscript dataTests(SourceFiles files) {
    StringBuilder markdown =
        new StringBuilder(
            """
            # The data tests

            Queries that return the rows which break a rule, so none: what `./highstreet check` runs, on [any data](contract.md#commands) and without a truth. \
            Half way through a run they need not hold, as sinks write one after the other.
            """);
    for (String path : files.in(CHECKS)) {
      String sql = files.text(path);
      String name = path.substring(CHECKS.length() + 1, path.length() - ".sql".length());
      markdown.append("\n## ").append(sentence(name)).append("\n\n");
      markdown.append(SqlText.headComment(sql)).append("\n\n").append(code(body(sql)));
    }
    return new Manuscript(DATA_TESTS, "data-tests", Contents.RIGHT, markdown.toString(), false);
  }

  private static String sentence(String name) {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String body(String sql) {
    return String.join("\n", sql.lines().dropWhile(line -> line.startsWith("--")).toList());
  }

  /** SQL as a block of code. */
  static String code(String sql) {
    if (FENCE.matcher(sql).find()) {
      throw new IllegalArgumentException(
          "SQL with a line that begins with ``` would end its block");
    }
    return "```sql\n" + sql.strip() + "\n```\n";
  }

  /** Markdown as the cell of a table. */
  static String cell(String markdown) {
    return LINE_BREAK.matcher(markdown.strip()).replaceAll(" ").replace("|", "\\|");
  }
}
