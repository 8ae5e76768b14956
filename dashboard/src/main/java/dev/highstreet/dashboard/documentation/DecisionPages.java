package dev.highstreet.dashboard.documentation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The decisions, and an index of them that is made of their titles and questions. */
final class DecisionPages {
  private static final Pattern TITLE = Pattern.compile("(?m)^# (\\d+)\\. (.+)$");
  private static final Pattern QUESTION =
      Pattern.compile("(?s)\\*\\*Question\\.\\*\\*\\s+(.+?)\\n\\n");

  private DecisionPages() {}

  /** The paths of all decisions, by number. */
  static List<String> paths(SourceFiles files) {
    return files.in(Contents.DECISIONS_FOLDER).stream()
        .filter(path -> !path.equals(Contents.DECISIONS_INDEX))
        .toList();
  }

  /** What the folder's README says, then each decision with its question. */
  static Manuscript index(SourceFiles files) {
    StringBuilder markdown =
        new StringBuilder(files.text(Contents.DECISIONS_INDEX).stripTrailing())
            .append("\n\n| no. | decision | question |\n| ---: | --- | --- |\n");
    for (String path : paths(files)) {
      String text = files.text(path);
      Matcher title = found(TITLE, text, path, "a title such as \"# 7. The newest run wins\"");
      Matcher question = found(QUESTION, text, path, "a paragraph that begins with **Question.**");
      markdown.append(
          "| %s | [%s](%s) | %s |\n"
              .formatted(
                  title.group(1),
                  title.group(2),
                  path.substring(Contents.DECISIONS_FOLDER.length() + 1),
                  SqlPages.cell(question.group(1))));
    }
    return new Manuscript(
        Contents.DECISIONS_INDEX, "decisions", Contents.DECISIONS, markdown.toString(), true);
  }

  private static Matcher found(Pattern pattern, String text, String path, String what) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(path + " lacks " + what);
    }
    return matcher;
  }
}
