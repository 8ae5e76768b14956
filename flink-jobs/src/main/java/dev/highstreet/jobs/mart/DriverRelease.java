package dev.highstreet.jobs.mart;

import java.sql.SQLException;
import org.apache.flink.util.UserCodeClassLoader;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the driver out of {@code DriverManager} when a job's classes are released. The driver
 * enters itself there when it is loaded, and the entry would keep the class loader of every
 * finished job alive.
 */
final class DriverRelease {
  private static final Logger LOG = LoggerFactory.getLogger(DriverRelease.class);

  private DriverRelease() {}

  static void register(UserCodeClassLoader classes) {
    // outside a cluster the driver is the application's, which goes on using it
    if (Driver.class.getClassLoader() != ClassLoader.getSystemClassLoader()) {
      classes.registerReleaseHookIfAbsent(DriverRelease.class.getName(), DriverRelease::release);
    }
  }

  private static void release() {
    try {
      if (Driver.isRegistered()) {
        Driver.deregister();
      }
    } catch (SQLException e) {
      LOG.warn("The Postgres driver stays registered: {}", e.getMessage());
    }
  }
}
