package io.robotocore.gateway;

import io.robotocore.state.Blob;
import io.robotocore.state.Blobs;
import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Takes a body in as a blob, which a service can keep as it is.
 *
 * @param writer what makes the blob
 */
record BlobSpool(Blobs.Writer writer) implements Spool {

  @Override
  public OutputStream target() {
    return writer;
  }

  @Override
  public Body body() throws IOException {
    Blob blob = writer.blob();
    if (blob.length() > Endpoint.IN_MEMORY) {
      return new Body.Large(blob.length(), blob::stream);
    }
    try (InputStream bytes = blob.stream()) {
      return Body.of(bytes.readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
