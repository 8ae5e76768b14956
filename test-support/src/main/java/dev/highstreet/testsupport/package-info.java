/**
 * Real servers for tests, as JUnit extensions. Each server is started once in a JVM, on first use,
 * and shared by all test classes; each class finds it empty.
 */
package dev.highstreet.testsupport;
