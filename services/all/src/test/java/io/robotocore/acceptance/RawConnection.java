package io.robotocore.acceptance;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which any bytes can be sent; opened again when the emulator has closed it. */
final class RawConnection implements AutoCloseable {

  private final URI endpoint;
  private Socket socket;
  private InputStream in;

  RawConnection(URI endpoint) throws IOException {
    this.endpoint = endpoint;
    open();
  }

  private void open() throws IOException {
    socket = new Socket(endpoint.getHost(), endpoint.getPort());
    socket.setSoTimeout(30_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request and gives the status of its answer, whose body is passed over. */
  int status(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    String line = line();
    int status = Integer.parseInt(line.split(" ", 3)[1]);
    int length = 0;
    boolean closes = false;
    for (line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      }
      closes |= lower.equals("connection: close");
    }
    in.skipNBytes(length);
    if (closes) {
      socket.close();
      open();
    }
    return status;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("no answer after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().trim();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Bytes of a text that has no other characters than Latin ones. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
