package io.robotocore.services.s3;

import io.robotocore.Emulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sends what browsers send, to any host that leads to an emulator, and follows no redirect. */
record Browser(Emulator emulator, String host) {

  Answer send(String method, String path, Map<String, String> headers) throws IOException {
    return send(method, path, headers, new byte[0]);
  }

  Answer send(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), emulator.endpoint().getPort())) {
      StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
      head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(head.toString().getBytes(StandardCharsets.UTF_8));
      request.write(body);
      socket.getOutputStream().write(request.toByteArray());
      return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Sends a form with these fields, a file in front of which they stand, and a button. */
  Answer upload(Map<String, String> fields, String file) throws IOException {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(
                "--9431149156168\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(name, value)));
    body.append(
        """
        --9431149156168\r
        Content-Disposition: form-data; name="file"; filename="Katze ü.jpg"\r
        Content-Type: image/jpeg\r
        \r
        %s\r
        --9431149156168\r
        Content-Disposition: form-data; name="submit"\r
        \r
        Upload\r
        --9431149156168--\r
        """
            .formatted(file));
    return send(
        "POST",
        "/",
        Map.of("Content-Type", "multipart/form-data; boundary=9431149156168"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What came back; the names of headers are in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {

    private static Answer of(String text) {
      int end = text.indexOf("\r\n\r\n");
      String[] lines = text.substring(0, end).split("\r\n");
      Map<String, String> headers = new TreeMap<>();
      for (int i = 1; i < lines.length; i++) {
        int colon = lines[i].indexOf(": ");
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT), lines[i].substring(colon + 2));
      }
      return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
    }

    Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }
}
