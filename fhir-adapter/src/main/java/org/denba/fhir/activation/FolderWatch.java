package org.denba.fhir.activation;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.protocols.LoadedRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Activates what is edited in the rules folder, once nobody has written for a moment. The file
 * system tells of changes; where it does not (a network drive) the folder is looked at now and
 * then. What would make a patient less urgent waits for a person.
 */
final class FolderWatch
    implements AutoCloseable, Runnable, ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  static final ActivationRequest REQUEST =
      ActivationRequest.by("folder", "the rules folder was edited");

  private final Path folder;
  private final Activator activator;
  private final Duration quiet;
  private final Duration look;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param quiet how long nobody must have written
   * @param look how often the folder is looked at where nothing tells of changes
   */
  FolderWatch(Path folder, Activator activator, Duration quiet, Duration look) {
    this.folder = folder;
    this.activator = activator;
    this.quiet = quiet;
    this.look = look;
    this.thread = new Thread(this, "rules-watch");
    this.thread.setDaemon(true);
  }

  /** Watches once the first rules answer. */
  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    thread.start();
  }

  @Override
  public void run() {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      // whatever was edited since the active rules were read counts too
      String before = "";
      register(watch);
      while (!closed) {
        String now = state();
        if (!now.equals(before)) {
          now = whenQuiet(now);
          if (isActive() || activate()) {
            before = now;
          }
        }
        WatchKey key = watch.poll(look.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
        register(watch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ClosedWatchServiceException e) {
      LOG.error(
          "the rules folder {} cannot be watched any more: activate with POST {}",
          folder,
          ActivationController.ACTIVATE);
    }
  }

  /** New folders are watched too; to register one again changes nothing. */
  private void register(WatchService watch) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isDirectory).toList()) {
        each.register(
            watch,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }

  private String whenQuiet(String changed) throws InterruptedException, IOException {
    String before = changed;
    while (true) {
      Thread.sleep(quiet.toMillis());
      String now = state();
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
  }

  /** Paths, sizes and times of all files: cheap to compare. */
  private String state() throws IOException {
    List<Path> files = Snapshot.files(folder);
    StringBuilder state = new StringBuilder();
    for (Path file : files) {
      state
          .append(file)
          .append(' ')
          .append(Files.size(file))
          .append(' ')
          .append(Files.getLastModifiedTime(file).toMillis())
          .append('\n');
    }
    return state.toString();
  }

  private boolean isActive() throws IOException {
    String digest = Snapshot.digest(folder, activator.options().overlay());
    return activator
        .active()
        .current()
        .map(LoadedRules::version)
        .filter(version -> version.digest().equals(digest))
        .isPresent();
  }

  /** Whether it was begun; else the folder is looked at again later. */
  private boolean activate() {
    try {
      Activation begun = activator.activate(REQUEST);
      LOG.info("the rules folder was edited: activation {}", begun.id());
      return true;
    } catch (ProblemException e) {
      LOG.info("the rules folder was edited; {}", e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
