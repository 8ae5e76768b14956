package dev.highstreet.jobs.fold;

import java.io.Serializable;
import java.util.Map;

/**
 * How elements are folded into partial aggregates.
 *
 * @param <T> the element
 * @param <K> what the partial aggregates are kept by; equals and hashCode by value
 * @param <A> the partial aggregate
 * @param <D> what is sent on
 */
public interface Folding<T, K, A, D> extends Serializable {
  /** Folds one element into the partial aggregates, adding such as it needs. */
  void fold(T element, Map<K, A> partials);

  /** What is sent on for a partial aggregate, which is not touched again. */
  D delta(K key, A partial);
}
