package dev.highstreet.drills.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Stands between clients and a server, both on loopback, and is the network: it can be slow, stand
 * still, lose connections without a word, or cut them.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int CHUNK = 16 << 10;

  private final ServerSocket listening;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private long answerDelayMillis;
  private boolean stalled;

  private TcpProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /**
   * Passes everything on, from now on.
   *
   * @param target the server's port; nobody needs to listen there yet
   */
  public static TcpProxy to(int target) throws IOException {
    ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    TcpProxy proxy = new TcpProxy(listening, target);
    daemon("proxy-to-" + target, proxy::accept);
    return proxy;
  }

  /** Where clients connect, on loopback. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Each answer of the server's takes so much longer, a piece of at most 16 KiB at a time. */
  public synchronized void slowDown(Duration eachAnswer) {
    answerDelayMillis = eachAnswer.toMillis();
  }

  /** Nothing gets through any more, and nobody is told: packets are lost. */
  public synchronized void stall() {
    stalled = true;
  }

  /**
   * As {@link #stall}, and connections that are open now never get through again: whoever kept
   * their state has forgotten it.
   */
  public synchronized void stallForGood() {
    links.forEach(link -> link.lost = true);
    stalled = true;
  }

  /** Everything gets through again, what has waited first. */
  public synchronized void flow() {
    answerDelayMillis = 0;
    stalled = false;
    notifyAll();
  }

  /** Ends every connection, at both ends; new ones are passed on. */
  public void cut() {
    links.forEach(Link::close);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException e) {
        // closed, or nobody listens behind: the client finds its connection closed
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
      links.add(link);
      link.begin();
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  /** Returns when something on the link may get through. */
  private void passGate(Link link, boolean answer) throws InterruptedException {
    long delay;
    synchronized (this) {
      while (stalled || link.lost) {
        wait();
        if (link.closed) {
          return;
        }
      }
      delay = answer ? answerDelayMillis : 0;
    }
    TimeUnit.MILLISECONDS.sleep(delay);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One client's connection to the server. */
  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean lost;
    private volatile boolean closed;

    private Link(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    private void begin() {
      daemon("proxy-asks", () -> pump(client, server, false));
      daemon("proxy-answers", () -> pump(server, client, true));
    }

    private void pump(Socket from, Socket to, boolean answer) {
      byte[] chunk = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          passGate(this, answer);
          out.write(chunk, 0, read);
        }
        passGate(this, answer); // the end, too, is not heard of while nothing gets through
      } catch (IOException e) {
        // one of the two is gone
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      close();
    }

    private void close() {
      closed = true;
      links.remove(this);
      try (client;
          server) {
        synchronized (TcpProxy.this) {
          TcpProxy.this.notifyAll();
        }
      } catch (IOException e) {
        // it was closed already
      }
    }
  }
}
