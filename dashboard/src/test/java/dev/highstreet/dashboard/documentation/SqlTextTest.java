package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {
  @Test
  void statementEndsAtASemicolonThatIsNotQuoted() {
    assertThat(
            SqlText.statements(
                """
                -- one; two
                SELECT 'a;''b' AS ";x"; -- three;
                DO $body$ BEGIN; END; $body$;
                SELECT (1; 2)
                """))
        .containsExactly(
            "SELECT 'a;''b' AS \";x\"", "DO $body$ BEGIN; END; $body$", "SELECT (1; 2)");
  }

  @Test
  void listIsPartedAtCommasOutsideBracketsAndQuotes() {
    assertThat(
            SqlText.items(
                "a numeric(3, 2), -- first, of all\n b text DEFAULT ',', CHECK (a IN (1, 2))"))
        .containsExactly("a numeric(3, 2)", "b text DEFAULT ','", "CHECK (a IN (1, 2))");
  }

  @Test
  void quoteThatIsNeverClosedEndsWithTheText() {
    assertThat(SqlText.statements("SELECT 'a; b")).containsExactly("SELECT 'a; b");
    assertThat(SqlText.statements("DO $$ a; b")).containsExactly("DO $$ a; b");
  }

  @Test
  void headCommentIsOneLineAndEndsWithTheComment() {
    assertThat(SqlText.headComment("-- Sales\n-- by day.\nSELECT 1 -- more"))
        .isEqualTo("Sales by day.");
    assertThat(SqlText.headComment("SELECT 1")).isEmpty();
  }
}
