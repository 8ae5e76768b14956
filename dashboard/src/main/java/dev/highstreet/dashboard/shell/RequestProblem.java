package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that is not answered as it hopes: a page in words for people, a problem document (RFC
 * 9457) for programs.
 */
public final class RequestProblem extends RuntimeException {
  private final HttpStatus status;
  private final String title;
  // never serialised: exceptions here stay in the process
  private final transient List<FieldProblem> fields;
  private final transient Optional<Instant> since;

  private RequestProblem(
      HttpStatus status,
      String title,
      String detail,
      List<FieldProblem> fields,
      Optional<Instant> since) {
    super(requireNonNull(detail, "detail is null"));
    this.status = requireNonNull(status, "status is null");
    this.title = requireNonNull(title, "title is null");
    this.fields = List.copyOf(fields);
    this.since = requireNonNull(since, "since is null");
  }

  /**
   * One with fields at fault.
   *
   * @param status 4xx or 5xx
   * @param title what is wrong, the same for all of its kind
   * @param detail what is wrong this time, and the way out
   * @param fields the fields at fault
   */
  public RequestProblem(HttpStatus status, String title, String detail, List<FieldProblem> fields) {
    this(status, title, detail, fields, Optional.empty());
  }

  /** One that is no field's. */
  public RequestProblem(HttpStatus status, String title, String detail) {
    this(status, title, detail, List.of());
  }

  /** 400 for fields at fault. */
  public static RequestProblem wrongFields(List<FieldProblem> fields) {
    String words = String.join("; ", fields.stream().limit(5).map(FieldProblem::toString).toList());
    return new RequestProblem(
        HttpStatus.BAD_REQUEST, "The request asks for something there is not", words, fields);
  }

  /** 400 for a field at fault. */
  public static RequestProblem wrongField(String field, String value, String allowed) {
    return wrongFields(List.of(new FieldProblem(field, value, allowed)));
  }

  /** 404 for a thing that is not there. */
  public static RequestProblem missing(String what) {
    return new RequestProblem(HttpStatus.NOT_FOUND, "There is no such thing", what);
  }

  /** 503 for something of ours that gives no answer. */
  public static RequestProblem unavailable(Problem problem) {
    return new RequestProblem(
        HttpStatus.SERVICE_UNAVAILABLE,
        problem.title(),
        problem.reason(),
        List.of(),
        problem.since());
  }

  /** Since when that is so, on the wall clock, where it is known. */
  public Optional<Instant> since() {
    return since;
  }

  /** The status of the answer. */
  public HttpStatus status() {
    return status;
  }

  /** What is wrong, the same for all of its kind. */
  public String title() {
    return title;
  }

  /** The fields at fault; empty if it is no field's fault. */
  public List<FieldProblem> fields() {
    return fields;
  }
}
