package org.denba.fhir.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a folder of versions for one process, as long as it is open. When the process ends in
 * whatever way the operating system gives it back.
 */
final class VersionsLock implements AutoCloseable {

  private static final String FILE = ".lock";

  private final FileChannel channel;

  private VersionsLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param folder the folder of versions, made where it is not there
   * @throws VersionsInUseException while another process has it
   * @throws UncheckedIOException when the folder cannot be made or written
   */
  static VersionsLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new VersionsInUseException(folder);
      }
      return new VersionsLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("denba.versions: cannot use the folder " + folder, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      // taken by another part of this very process
      return true;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of versions cannot be given back", e);
    }
  }
}
