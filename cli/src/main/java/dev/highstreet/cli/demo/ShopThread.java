package dev.highstreet.cli.demo;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.control.ControlServer;
import dev.highstreet.cli.simulate.RunningShop;
import dev.highstreet.simulator.emit.EmitException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which a shop runs, beside the one that watches, and the door through which it is
 * steered. What it fails with is thrown where it is waited for.
 */
final class ShopThread implements AutoCloseable {
  private final RunningShop shop;
  private final ControlServer control;
  private final Thread thread;
  private final CountDownLatch history = new CountDownLatch(1);
  private volatile RuntimeException failure;

  private ShopThread(RunningShop shop, boolean live, Path controlFile) {
    this.shop = shop;
    this.control = ControlServer.open(shop.control(), controlFile);
    this.thread = new Thread(() -> run(live), "shop");
    thread.setDaemon(true);
  }

  /**
   * Lets a shop run.
   *
   * @param live whether it lives on once its history is sent
   * @param controlFile says how to steer it, for as long as it runs
   */
  static ShopThread start(RunningShop shop, boolean live, Path controlFile) {
    ShopThread running = new ShopThread(shop, live, controlFile);
    running.thread.start();
    return running;
  }

  private void run(boolean live) {
    try {
      shop.history(reached -> {});
      if (!live) {
        shop.close(); // whatever is on its way arrives
      }
      history.countDown();
      if (live) {
        shop.live();
      }
    } catch (CancellationException e) {
      // this process is ending
    } catch (RuntimeException e) {
      failure = e;
    } finally {
      history.countDown();
    }
  }

  /**
   * Waits a moment for the history's end.
   *
   * @return whether it has been sent
   * @throws CommandException if the shop has failed
   */
  boolean awaitHistory(long millis) {
    try {
      boolean sent = history.await(millis, TimeUnit.MILLISECONDS);
      refuseIfFailed();
      return sent;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /**
   * Does nothing as long as the shop is well.
   *
   * @throws CommandException if it has failed
   */
  void refuseIfFailed() {
    if (failure instanceof EmitException e) {
      throw CommandException.answerIsNo(e.getMessage(), e);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Ends the shop's thread, and closes the shop. */
  @Override
  public void close() {
    control.close();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    shop.close();
  }
}
