package dev.highstreet.dashboard;

import io.javalin.util.JavalinBindException;
import java.util.concurrent.CountDownLatch;

/** Runs the dashboard alone, configured by the environment; the container's entry point. */
public final class DashboardMain {
  private static final int USED_WRONGLY = 2;

  private DashboardMain() {}

  /** Starts the dashboard and stays until the process is told to stop; exit 2 if used wrongly. */
  public static void main(String[] arguments) throws InterruptedException {
    DashboardConfig config;
    try {
      config = DashboardEnvironment.read(System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USED_WRONGLY);
      return;
    }
    Dashboard dashboard;
    try {
      dashboard = Dashboard.start(config, () -> Operations.SERVERS_ALONE);
    } catch (JavalinBindException e) {
      System.err.printf(
          "Cannot listen on %s:%d (%s): choose another with %s and %s%n",
          config.host(),
          config.port(),
          e.getMessage(),
          DashboardEnvironment.HOST,
          DashboardEnvironment.PORT);
      System.exit(USED_WRONGLY);
      return;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(dashboard::close, "dashboard-stop"));
    System.out.println("Dashboard on http://" + config.host() + ":" + dashboard.port());
    new CountDownLatch(1).await();
  }
}
