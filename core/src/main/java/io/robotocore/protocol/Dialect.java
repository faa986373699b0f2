package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/** The ways in which AWS writes trees of objects, arrays and values. */
enum Dialect {
  /** The bodies of awsJson, as lenient as the services that have long spoken it. */
  JSON(limited(new JsonFactory())),
  /** The bodies of restJson1: what is not exactly of the model's type is refused. */
  STRICT_JSON(JSON.factory),
  /** The bodies of rpcv2Cbor. */
  CBOR(limited(new CBORFactory())),
  /** CBOR as SDKs for Java send it to services that speak awsJson: times are in milliseconds. */
  CBOR_MILLIS(CBOR.factory);

  /** Tells that a number is a time: RFC 8949, section 3.4.2. */
  private static final int EPOCH_TAG = 1;

  private final JsonFactory factory;

  Dialect(JsonFactory factory) {
    this.factory = factory;
  }

  /** Bodies are limited before they get here, so a single text may be as long as a body. */
  private static JsonFactory limited(JsonFactory factory) {
    return factory
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNestingDepth(256)
                .build());
  }

  JsonFactory factory() {
    return factory;
  }

  /** Whether blobs are bytes, and times tagged numbers. */
  boolean isBinary() {
    return this == CBOR || this == CBOR_MILLIS;
  }

  /** Whether holes in dense lists, empty unions and times in another format are refused. */
  boolean isStrict() {
    return this == STRICT_JSON;
  }

  /** How a member's times are written; in CBOR the model has no say. */
  Timestamps timestamps(Member member) {
    return isBinary() ? Timestamps.UNIX : Timestamps.of(member, TimestampFormat.UNIX);
  }

  /**
   * A number as time.
   *
   * @throws DateTimeException if it is none that a clock shows
   */
  Instant time(BigDecimal number) {
    return Timestamps.ofSeconds(this == CBOR_MILLIS ? number.movePointLeft(3) : number);
  }

  /** Writes a time as a number. */
  void write(JsonGenerator json, Instant time) throws IOException {
    if (!isBinary()) {
      json.writeNumber(Timestamps.UNIX.format(time));
      return;
    }
    ((CBORGenerator) json).writeTag(EPOCH_TAG);
    if (this == CBOR_MILLIS) {
      json.writeNumber(time.toEpochMilli());
    } else if (time.getNano() < 1_000_000) {
      json.writeNumber(time.getEpochSecond());
    } else {
      json.writeNumber(time.toEpochMilli() / 1000.0);
    }
  }
}
