/**
 * The Dashboard page: how much was sold, compared with when, and how settled that is. Only additive
 * columns are summed; ratios come from summed parts; distinct customers are shown only where a mart
 * keeps them.
 */
package dev.highstreet.dashboard.sales;
