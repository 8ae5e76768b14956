/**
 * The pages: a Javalin app that shows what the jobs wrote. One package a page, holding its routes,
 * queries and row shapes together; what all pages share is in {@code shell}. It reads only, and
 * computes no business number beyond sums of additive columns and ratios of such sums.
 */
package dev.highstreet.dashboard;
