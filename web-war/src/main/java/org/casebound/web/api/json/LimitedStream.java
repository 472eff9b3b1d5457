package org.casebound.web.api.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets at most so many bytes through; the next one is a {@link BodyTooLargeException}. Not thread-safe. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long passed;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count(1);
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = super.read(bytes, offset, length);
    count(got);
    return got;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    passed += Math.max(0, more);
    if (passed > limit) {
      throw new BodyTooLargeException(limit);
    }
  }
}
