package dev.highstreet.cli.verify;

/** Which late events count. The names are those of {@code ops.reconciliations}. */
public enum TruthView {
  /** None: what a job that streams past them leaves. */
  AS_STREAMED("as streamed: late events are left out"),
  /** Each, once: what stands when every late day has been backfilled. */
  FINAL("final: late events count, each once"),
  /** Those that a backfill has covered: what stands in between. */
  AS_HEALED("as healed: late events count once a backfill has covered them");

  private final String meaning;

  TruthView(String meaning) {
    this.meaning = meaning;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }
}
