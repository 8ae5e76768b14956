package dev.highstreet.dashboard.documentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the migrations which tables there are, with their columns: as much of SQL's data
 * definition as they use. A test compares what comes of it with the catalogue of a migrated
 * Postgres, so whoever writes a statement that this cannot read is told by the build.
 */
final class Tables {
  static final String MIGRATIONS = "sql/migrations";
  private static final Pattern VERSION = Pattern.compile("/V(\\d+)__");
  private static final Pattern CREATE = statement("CREATE TABLE (\\S+)\\s*\\((.*)\\)");
  private static final Pattern DROP = statement("DROP TABLE (\\S+)");
  private static final Pattern RENAME =
      statement("ALTER TABLE (\\S+) RENAME COLUMN (\\S+) TO (\\S+)");
  private static final Pattern ALTER = statement("ALTER TABLE (\\S+)\\s+(.*)");
  private static final Pattern ADD = statement("ADD COLUMN (.*)");
  private static final Pattern REMOVE = statement("DROP COLUMN (\\S+)");
  private static final Pattern SAY = statement("COMMENT ON COLUMN (\\S+)\\.(\\S+) IS\\s+'(.*)'");

  private static final Pattern LIKE = statement("LIKE (\\S+) INCLUDING ALL");
  private static final Pattern KEY = statement("PRIMARY KEY \\((.*)\\)");
  private static final Pattern OTHER_CONSTRAINT =
      statement("(CONSTRAINT|CHECK|UNIQUE|FOREIGN KEY)\\b.*");
  private static final Pattern COLUMN = statement("(\\S+)\\s+(\\S+)\\s*(.*)");
  private static final Pattern GENERATED =
      statement(".*GENERATED ALWAYS AS \\((.*)\\) (VIRTUAL|STORED).*");

  private final Map<String, Table> tables = new LinkedHashMap<>();

  private Tables() {}

  private static Pattern statement(String regex) {
    return Pattern.compile(regex, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  }

  /** All tables in the order in which they were made. */
  static List<Table> of(SourceFiles files) {
    Tables tables = new Tables();
    files.in(MIGRATIONS).stream()
        .sorted(Comparator.comparingInt(Tables::version))
        .flatMap(path -> SqlText.statements(files.text(path)).stream())
        .forEach(tables::apply);
    return List.copyOf(tables.tables.values());
  }

  private static int version(String path) {
    Matcher version = VERSION.matcher(path);
    if (!version.find()) {
      throw new IllegalStateException(path + " is no migration: its name needs a V and a number");
    }
    return Integer.parseInt(version.group(1));
  }

  private void apply(String statement) {
    Matcher create = CREATE.matcher(statement);
    Matcher drop = DROP.matcher(statement);
    Matcher rename = RENAME.matcher(statement);
    Matcher alter = ALTER.matcher(statement);
    Matcher say = SAY.matcher(statement);
    if (create.matches()) {
      create(create.group(1), create.group(2), statement);
    } else if (drop.matches()) {
      tables.remove(drop.group(1));
    } else if (rename.matches()) {
      change(rename.group(1), statement, table -> renamed(table, rename.group(2), rename.group(3)));
    } else if (alter.matches()) {
      for (String action : SqlText.items(alter.group(2))) {
        alter(alter.group(1), action, statement);
      }
    } else if (say.matches()) {
      change(say.group(1), null, table -> commented(table, say.group(2), unquoted(say.group(3))));
    }
  }

  private void create(String name, String body, String statement) {
    List<Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    for (String item : SqlText.items(body)) {
      Matcher like = LIKE.matcher(item);
      Matcher keyed = KEY.matcher(item);
      if (like.matches()) {
        Table model = tables.get(like.group(1));
        columns.addAll(model.columns());
        key.addAll(model.key());
        statements.addAll(model.statements());
      } else if (keyed.matches()) {
        key.addAll(SqlText.items(keyed.group(1)));
      } else if (!OTHER_CONSTRAINT.matcher(item).matches()) {
        Column column = column(item);
        columns.add(column);
        if (item.contains(" PRIMARY KEY")) {
          key.add(column.name());
        }
      }
    }
    statements.add(statement);
    tables.put(name, new Table(name, columns, key, statements));
  }

  private void alter(String name, String action, String statement) {
    Matcher add = ADD.matcher(action);
    Matcher remove = REMOVE.matcher(action);
    if (add.matches()) {
      change(
          name,
          statement,
          table -> {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(column(add.group(1)));
            return new Table(name, columns, table.key(), table.statements());
          });
    } else if (remove.matches()) {
      change(
          name,
          statement,
          table ->
              new Table(
                  name,
                  table.columns().stream()
                      .filter(column -> !column.name().equals(remove.group(1)))
                      .toList(),
                  table.key(),
                  table.statements()));
    }
  }

  private void change(String name, String statement, UnaryOperator<Table> change) {
    tables.computeIfPresent(
        name,
        (key, table) -> {
          Table changed = change.apply(table);
          List<String> statements = new ArrayList<>(changed.statements());
          if (statement != null && !statements.contains(statement)) {
            statements.add(statement);
          }
          return new Table(name, changed.columns(), changed.key(), statements);
        });
  }

  private static Table renamed(Table table, String from, String to) {
    return new Table(
        table.name(),
        table.columns().stream()
            .map(column -> column.name().equals(from) ? column.named(to) : column)
            .toList(),
        table.key().stream().map(column -> column.equals(from) ? to : column).toList(),
        table.statements());
  }

  private static Table commented(Table table, String name, String words) {
    return new Table(
        table.name(),
        table.columns().stream()
            .map(column -> column.name().equals(name) ? column.commented(words) : column)
            .toList(),
        table.key(),
        table.statements());
  }

  private static Column column(String definition) {
    Matcher parts = COLUMN.matcher(definition);
    if (!parts.matches()) {
      throw new IllegalStateException("a migration has a column without a type: " + definition);
    }
    Matcher generated = GENERATED.matcher(parts.group(3));
    return new Column(
        parts.group(1).replace("\"", ""),
        parts.group(2),
        generated.matches() ? Optional.of(generated.group(1)) : Optional.empty(),
        "");
  }

  private static String unquoted(String literal) {
    return literal.replace("''", "'");
  }
}
