/** The sales jobs from outside: how they are submitted, watched, accounted for and stopped. */
package dev.highstreet.cli.sales;
