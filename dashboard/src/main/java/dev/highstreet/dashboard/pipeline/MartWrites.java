package dev.highstreet.dashboard.pipeline;

/**
 * The marts as a whole.
 *
 * @param written inserts and updates since the server's statistics began
 * @param tables how many marts there are
 */
public record MartWrites(long written, long tables) {}
