package org.denba.fhir.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream: what is appended to a file while it is read is left out. */
final class FirstBytes extends FilterInputStream {

  private long left;

  FirstBytes(InputStream in, long bytes) {
    super(in);
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    int next = left <= 0 ? -1 : super.read();
    left -= next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = super.read(buffer, from, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }
}
