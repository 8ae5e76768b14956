/**
 * What the shop sells, and where: the newest revisions, as {@code core} has them. Pages and
 * programs are shown the same.
 */
package dev.highstreet.dashboard.catalogue;
