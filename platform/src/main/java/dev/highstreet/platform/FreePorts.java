package dev.highstreet.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds TCP ports on loopback that nobody listens on. An instance never hands out the same port
 * twice, so servers that start later do not meet on one.
 */
public final class FreePorts {
  /** How far from the preferred port the search goes. */
  static final int SEARCHED = 100;

  private static final int LAST_PORT = 65_535;

  private final Set<Integer> taken = new HashSet<>();

  /**
   * The preferred port, or the next free one after it.
   *
   * @param preferred 1 to 65535, or 0 for any free port
   * @throws PlatformException if the next 100 are all busy
   */
  public synchronized int next(int preferred) {
    if (preferred < 0 || preferred > LAST_PORT) {
      throw new IllegalArgumentException(
          "port %d is not between 0 and %d".formatted(preferred, LAST_PORT));
    }
    if (preferred == 0) {
      return any();
    }
    int last = Math.min(preferred + SEARCHED - 1, LAST_PORT);
    for (int port = preferred; port <= last; port++) {
      if (!taken.contains(port) && isFree(port)) {
        taken.add(port);
        return port;
      }
    }
    throw new PlatformException(
        "Ports %d to %d on loopback are all busy; name another one".formatted(preferred, last));
  }

  private int any() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (taken.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new PlatformException("No free port on loopback: " + e.getMessage(), e);
      }
    }
  }

  /** Whether a server could listen on this port of loopback now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // a connection in TIME_WAIT does not keep a server from binding
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
