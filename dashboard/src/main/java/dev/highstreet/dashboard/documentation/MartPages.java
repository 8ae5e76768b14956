package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page for each mart, and an index of them: definition and answer from the answer key, columns
 * and table from the migrations, and what a column means from the contract.
 */
final class MartPages {
  /** Where the index would be if somebody had written it by hand. */
  static final String INDEX = "docs/marts/README.md";

  /** The answer key's queries, a file a mart. */
  static final String ANSWERS = SqlPages.TRUTH + "/mart/";

  private static final String SCHEMA = "mart.";

  private MartPages() {}

  /** The index first, then the marts in the order in which the migrations make them. */
  static List<Manuscript> of(SourceFiles files) {
    Map<String, String> meanings = ColumnMeanings.in(files.text(Contents.CONTRACT_PATH));
    List<Table> marts =
        Tables.of(files).stream().filter(table -> table.name().startsWith(SCHEMA)).toList();
    List<Manuscript> pages = new ArrayList<>();
    pages.add(index(files, marts));
    for (Table mart : marts) {
      pages.add(
          new Manuscript(
              "docs/marts/" + mart.shortName() + ".md",
              "marts/" + mart.shortName(),
              Contents.MARTS,
              text(mart, answer(files, mart), meanings),
              false));
    }
    return pages;
  }

  private static Manuscript index(SourceFiles files, List<Table> marts) {
    StringBuilder markdown =
        new StringBuilder(
            """
            # All marts

            What each means to the letter is in [the contract](../contract.md); how to add one, in [the architecture](../../ARCHITECTURE.md#how-to-add-a-mart). \
            Each page has the columns, the table as the migrations make it, and the query that says what it must hold.

            | mart | holds | a row for each |
            | --- | --- | --- |
            """);
    for (Table mart : marts) {
      markdown.append(
          "| [%s](%s.md) | %s | %s |\n"
              .formatted(
                  mart.name(),
                  mart.shortName(),
                  SqlPages.cell(SqlText.headComment(answer(files, mart))),
                  String.join(", ", mart.key())));
    }
    return new Manuscript(INDEX, "marts", Contents.MARTS, markdown.toString(), false);
  }

  private static String answer(SourceFiles files, Table mart) {
    return files.text(ANSWERS + mart.shortName() + ".sql");
  }

  private static String text(Table mart, String answer, Map<String, String> meanings) {
    StringBuilder markdown = new StringBuilder();
    markdown.append("# ").append(mart.name()).append("\n\n");
    markdown.append(SqlText.headComment(answer)).append("\n\n");
    markdown
        .append("A row for each **")
        .append(String.join("**, **", mart.key()))
        .append("**.\n\n");
    markdown.append("## Columns\n\n| column | type | meaning |\n| --- | --- | --- |\n");
    for (Column column : mart.columns()) {
      markdown.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  column.name(), column.type(), SqlPages.cell(meaning(mart, column, meanings))));
    }
    markdown
        .append("\n## What it must hold\n\nThe answer key's query, in DuckDB (`")
        .append(ANSWERS)
        .append(mart.shortName())
        .append(".sql`). What it builds on is on [a page of its own](../answer-key.md).\n\n")
        .append(SqlPages.code(answer))
        .append("\n## Its table\n\nAs the migrations make it, in Postgres (`")
        .append(Tables.MIGRATIONS)
        .append("`).\n\n")
        .append(SqlPages.code(String.join(";\n\n", mart.statements()) + ";"));
    return markdown.toString();
  }

  private static String meaning(Table mart, Column column, Map<String, String> meanings) {
    String inContract = meanings.getOrDefault(column.name(), "");
    String said = column.comment().isEmpty() ? inContract : column.comment();
    if (said.isEmpty() && mart.key().contains(column.name())) {
      said = mart.key().size() == 1 ? "the primary key" : "part of the primary key";
    }
    return column
        .generated()
        .map(expression -> "= `" + expression + "`")
        .orElse(said.isEmpty() ? "–" : said);
  }
}
